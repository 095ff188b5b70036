"""Facts → what the app filing form of 工信部信管〔2023〕105号 asks for: names, the signer's key, numbers shown."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from appscan.facts import App, Bilingual, Certificate, Evidence, Facts, Filing, Frozen
from appscan.provinces import PROVINCES
from appscan.report.model import EndpointRow
from appscan.report.network import network_row
from appscan.scene import Scene

SITE = "https://beian.miit.gov.cn/"

NUMBER = re.compile(r"(?P<province>.)ICP备(?P<body>\d{6,10})号(?:-(?P<part>\d{1,4})(?P<letter>[A-Z]?))?")
NOT_CALLED = ("namespace", "documentation")

NumberKind = Literal["app", "website", "other", "malformed"]


class FilingNumber(Frozen, frozen=True):
    """A number in its normal form. `kind`: an app's (`…号-2A`), a website's, another letter's, or no number."""

    number: str
    kind: NumberKind
    province: str = ""
    places: tuple[Evidence, ...] = ()


class Signer(Frozen, frozen=True):
    """A certificate as forms ask for it: digests in hex without colons, the key as one large number.

    `key`: of RSA the modulus, of an elliptic curve the point, else the key's bits; hex, upper case. `key_decimal`: the
    modulus in decimal, as some tools show it. `public_key`: the whole SubjectPublicKeyInfo (DER) in hex.
    """

    subject: str
    algorithm: str
    bits: int
    exponent: int | None
    key: str
    key_decimal: str
    public_key: str
    md5: str
    md5_colons: str
    sha1: str
    sha256: str
    not_before: str
    not_after: str


class FilingForm(Frozen, frozen=True):
    """What the form asks for, as far as the APK says it. `given`: the number that the operator names.

    `shown`: whether the app holds the given number; None where none was given. `domains`: hosts that the app's own code
    or files name. `notes`: what a reader must know of the values above.
    """

    label: str
    package: str
    version_name: str
    version_code: int | None
    schemes: tuple[str, ...]
    signers: tuple[Signer, ...]
    numbers: tuple[FilingNumber, ...]
    given: FilingNumber | None
    shown: bool | None
    link: bool
    domains: tuple[str, ...]
    notes: tuple[Bilingual, ...]
    site: str = SITE


def filing_form(view: Scene) -> FilingForm:
    """The form of one app."""
    facts = view.facts
    app = facts.app or App(package="")
    hosts = network_row(view, "en")
    endpoints = hosts.endpoints if hosts else ()
    numbers = tuple(_numbers(facts.network.filings if facts.network else ()))
    given = judged(facts.filing_number) if facts.filing_number else None
    return FilingForm(
        label=app.label,
        package=app.package,
        version_name=app.version_name,
        version_code=app.version_code,
        schemes=app.signing.schemes,
        signers=tuple(_signer(each) for each in app.signing.certificates),
        numbers=numbers,
        given=given,
        shown=given.number in {each.number for each in numbers} if given else None,
        link=any(each.host == "beian.miit.gov.cn" for each in endpoints),
        domains=tuple(sorted(each.host for each in endpoints if _own(each))),
        notes=(*_signing_notes(app), *_number_notes(facts, numbers)),
    )


def judged(number: str, places: tuple[Evidence, ...] = ()) -> FilingNumber:
    """A number by its format: the province's character, 6 to 10 digits, a serial number, `A` for an app."""
    number = "".join(number.split())
    match = NUMBER.fullmatch(number)
    if match is None or match["province"] not in PROVINCES:
        return FilingNumber(number=number, kind="malformed", places=places)
    kind: NumberKind = "app" if match["letter"] == "A" else "other" if match["letter"] else "website"
    return FilingNumber(number=number, kind=kind, province=PROVINCES[match["province"]], places=places)


def _numbers(filings: Iterable[Filing]) -> Iterator[FilingNumber]:
    places: dict[str, list[Evidence]] = defaultdict(list)
    for each in filings:
        places[each.number].append(Evidence(where=each.where, quote=each.text))
    found = [judged(number, tuple(sorted(set(at)))) for number, at in places.items()]
    yield from sorted(found, key=lambda each: (each.kind != "app", each.number))


def _own(row: EndpointRow) -> bool:
    """A host that the form would list: named by the app itself, and not an SDK's, a local one or a mere name."""
    named = "app" in row.owners or not row.owners
    return named and not row.sdk and not row.local and row.role not in NOT_CALLED and "gov.cn" not in row.host


def _signer(certificate: Certificate) -> Signer:
    try:
        bits, key, exponent = _key(certificate.public_key)
    except ValueError:  # no hex, or no key in it: facts can be written by hand
        bits, key, exponent = 0, "", None
    digests = certificate.digests
    md5 = digests.md5.upper()
    return Signer(
        subject=certificate.subject,
        algorithm=certificate.algorithm,
        bits=bits,
        exponent=exponent,
        key=key,
        key_decimal=str(int(key, 16)) if exponent is not None else "",
        public_key=certificate.public_key.upper(),
        md5=md5,
        md5_colons=":".join(re.findall("..", md5)),
        sha1=digests.sha1.upper(),
        sha256=digests.sha256.upper(),
        not_before=certificate.not_before,
        not_after=certificate.not_after,
    )


def _key(public_key: str) -> tuple[int, str, int | None]:
    """Size in bits, the key as hex, and the exponent of an RSA key."""
    from asn1crypto import keys  # noqa: PLC0415 - only this command needs it

    info: Any = keys.PublicKeyInfo.load(bytes.fromhex(public_key))
    if info.algorithm == "rsa":
        pair = info["public_key"].parsed
        modulus: int = pair["modulus"].native
        return modulus.bit_length(), f"{modulus:X}", pair["public_exponent"].native
    if info.algorithm == "dsa":
        return info.bit_size, f"{info['public_key'].parsed.native:X}", None
    return (info.bit_size if info.algorithm == "ec" else 0), bytes(info["public_key"]).hex().upper(), None


def _signing_notes(app: App) -> Iterator[Bilingual]:
    schemes, signers = app.signing.schemes, app.signing.certificates
    if not schemes and not signers:
        yield Bilingual(
            zh="安装包未签名：没有签名 MD5 和公钥可填", en="the APK is not signed: no MD5 and no key to enter"
        )
    elif not signers:
        yield Bilingual(
            zh="有签名块，但未读到证书：没有签名 MD5 和公钥可填",
            en="there is a signature, but no certificate could be read: no MD5 and no key to enter",
        )
    elif not {"v1", "v2"} & set(schemes):
        yield Bilingual(
            zh=f"仅以 {'、'.join(schemes)} 方案签名：Android 9 之前的系统无法安装，只看 META-INF 的工具也读不到证书",
            en=f"signed by {', '.join(schemes)} only: systems before Android 9 cannot install it, and tools that "
            "look only in META-INF find no certificate",
        )
    elif schemes == ("v1",):
        yield Bilingual(
            zh="仅以 v1 方案签名：目标 API 30 及以上的应用在 Android 11 及以上无法安装",
            en="signed by v1 only: an app that targets API 30 or later cannot be installed on Android 11 or later",
        )
    if len(signers) > 1:
        yield Bilingual(
            zh=f"共有 {len(signers)} 个证书（密钥轮换或多人签名）：填写发布所用的证书",
            en=f"there are {len(signers)} certificates (a rotated key, or several signers): enter that of the release",
        )
    if any("Android Debug" in each.subject for each in signers):
        yield Bilingual(
            zh="证书是调试证书，不是发布证书：备案应使用发布包",
            en="the certificate is the debug one, not that of a release: file with the release build",
        )


def _number_notes(facts: Facts, numbers: tuple[FilingNumber, ...]) -> Iterator[Bilingual]:
    if any(each.kind == "app" for each in numbers):
        return
    if numbers:
        yield Bilingual(
            zh="应用中只有网站等其他备案号，没有以字母 A 结尾的 App 备案号",
            en="the app shows a website's or another number only, none that ends in the letter A of an app",
        )
        return
    gaps = facts.network is None or any(facts.gaps(part) for part in ("app", "code", "ui"))
    unseen = Bilingual(zh="（部分内容无法看到）", en=" (not everything could be seen)")
    yield Bilingual(
        zh=f"应用中未找到备案号{unseen.zh if gaps else ''}：应在显著位置标明，并在其下方链接备案系统",
        en=f"no filing number was found in the app{unseen.en if gaps else ''}: it belongs in a prominent place, with a "
        "link to the filing system below it",
    )
