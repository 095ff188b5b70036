"""The filing form's data as lines. Long values stand on a line of their own, unbroken, so that they can be copied."""

from collections.abc import Iterator
from typing import Final

from appscan.facts import Bilingual
from appscan.filing import FilingForm, FilingNumber, Signer
from appscan.renderers._safe import LONG, NAME, clean
from appscan.report.model import Language

WORDS: Final[dict[str, Bilingual]] = {
    "title": Bilingual(
        zh="App 备案填报信息（工信部信管〔2023〕105号）", en="For the app filing form (工信部信管〔2023〕105号)"
    ),
    "label": Bilingual(zh="App 名称", en="app name"),
    "package": Bilingual(zh="包名", en="package"),
    "version": Bilingual(zh="版本", en="version"),
    "schemes": Bilingual(zh="签名方案", en="signature schemes"),
    "none": Bilingual(zh="无", en="none"),
    "signer": Bilingual(zh="签名证书", en="certificate"),
    "valid": Bilingual(zh="有效期", en="valid"),
    "md5": Bilingual(zh="签名 MD5 值", en="signature MD5"),
    "sha1": Bilingual(zh="SHA-1", en="SHA-1"),
    "sha256": Bilingual(zh="SHA-256", en="SHA-256"),
    "modulus": Bilingual(
        zh="公钥（RSA 模数，{bits} 位，指数 {exponent}）",
        en="public key (RSA modulus, {bits} bits, exponent {exponent})",
    ),
    "key": Bilingual(zh="公钥（{algorithm}，{bits} 位）", en="public key ({algorithm}, {bits} bits)"),
    "der": Bilingual(zh="完整公钥（SubjectPublicKeyInfo，DER）", en="the whole key (SubjectPublicKeyInfo, DER)"),
    "numbers": Bilingual(zh="应用中的备案号", en="filing numbers in the app"),
    "given": Bilingual(zh="所给备案号", en="the given number"),
    "shown": Bilingual(zh="应用中有此号", en="the app holds it"),
    "hidden": Bilingual(zh="应用中未找到此号", en="it was not found in the app"),
    "link": Bilingual(zh="链接备案系统", en="link to the filing system"),
    "linked": Bilingual(zh="应用中有", en="in the app"),
    "unlinked": Bilingual(zh="应用中未找到", en="not found in the app"),
    "domains": Bilingual(zh="应用自身使用的域名", en="hosts that the app itself names"),
    "notes": Bilingual(zh="注意", en="note"),
}
KINDS: Final[dict[str, Bilingual]] = {
    "app": Bilingual(zh="App 备案号，{province}", en="an app's number, {province}"),
    "website": Bilingual(
        zh="网站备案号，不是 App 的（App 的以字母 A 结尾），{province}",
        en="a website's number, not an app's (that ends in the letter A), {province}",
    ),
    "other": Bilingual(
        zh="其他服务的备案号，不是 App 的（App 的以字母 A 结尾），{province}",
        en="another service's number, not an app's (that ends in the letter A), {province}",
    ),
    "malformed": Bilingual(
        zh="格式不符：应为“省简称ICP备<数字>号-<序号>A”",
        en="not in the format: a province's character, ICP备, digits, 号-, a serial number, A",
    ),
}
PLACES = 5


def lines(form: FilingForm, lang: Language) -> Iterator[str]:
    """One line a value."""
    code = "" if form.version_code is None else f" ({form.version_code})"
    yield _word("title", lang)
    yield ""
    yield _pair("label", form.label or _word("none", lang), lang)
    yield _pair("package", form.package or _word("none", lang), lang)
    yield _pair("version", f"{form.version_name}{code}", lang)
    yield _pair("schemes", " ".join(form.schemes) or _word("none", lang), lang)
    for signer in form.signers:
        yield ""
        yield from _signer(signer, lang)
    yield ""
    yield from _numbers(form, lang)
    yield _pair("link", f"{_word('linked' if form.link else 'unlinked', lang)}  {form.site}", lang)
    if form.domains:
        yield _word("domains", lang)
        yield from (f"  {clean(each, NAME)}" for each in form.domains)
    if form.notes:
        yield ""
    yield from (f"{_word('notes', lang)}  {clean(each.get(lang), LONG)}" for each in form.notes)


def _signer(signer: Signer, lang: Language) -> Iterator[str]:
    yield _pair("signer", signer.subject, lang)
    yield _pair("valid", f"{signer.not_before} - {signer.not_after}", lang)
    yield _pair("md5", signer.md5, lang)
    yield f"  {signer.md5_colons}"
    yield _pair("sha1", signer.sha1, lang)
    yield _pair("sha256", signer.sha256, lang)
    name = "modulus" if signer.exponent is not None else "key"
    yield _word(name, lang).format(bits=signer.bits, exponent=signer.exponent, algorithm=clean(signer.algorithm))
    yield f"  {signer.key}"
    yield _word("der", lang)
    yield f"  {signer.public_key}"


def _numbers(form: FilingForm, lang: Language) -> Iterator[str]:
    yield _word("numbers", lang) if form.numbers else _pair("numbers", _word("none", lang), lang)
    for each in form.numbers:
        yield f"  {_number(each, lang)}"
        yield from (f"    {clean(place.where)}  {clean(place.quote)}" for place in each.places[:PLACES])
        if len(each.places) > PLACES:
            yield f"    … +{len(each.places) - PLACES}"
    if form.given:
        yield _pair("given", _number(form.given, lang), lang)
        yield f"  {_word('shown' if form.shown else 'hidden', lang)}"


def _number(number: FilingNumber, lang: Language) -> str:
    kind = KINDS[number.kind].get(lang).format(province=number.province)
    return f"{clean(number.number, NAME)}  {kind}"


def _pair(key: str, value: str, lang: Language) -> str:
    return f"{_word(key, lang)}  {clean(value)}"


def _word(key: str, lang: Language) -> str:
    return WORDS[key].get(lang)
