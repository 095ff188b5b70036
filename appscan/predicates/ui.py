"""What the app can show its users about privacy: notices, boxes, entries."""

import re
from collections.abc import Iterable

from appscan.facts import Bilingual, CheckBox, Evidence, Facts, Text, Ui
from appscan.verdict import Case, Verdict, broken, predicate

PRIVACY = re.compile(r"隐私|个人信息保护|privacy", re.IGNORECASE)
POLICY = re.compile(
    r"隐私(?:权)?(?:政策|协议|保护|条款|声明|指引)|个人信息(?:保护|处理)(?:政策|规则)"
    r"|privacy (?:policy|statement|notice)",
    re.IGNORECASE,
)
AGREE = re.compile(r"(?<!不)同意|\b(?:agree|accept|consent)\b", re.IGNORECASE)
REFUSE = re.compile(
    r"不同意|拒绝|暂不使用|退出|仅浏览|\b(?:disagree|decline|refuse|reject|deny|not now|quit|exit)\b", re.IGNORECASE
)
CONSENT_BOX = re.compile(
    r"(?:同意|阅读|遵守).{0,30}(?:隐私|协议|政策|条款)|(?:agree|accept).{0,60}(?:privacy|terms|policy)", re.IGNORECASE
)
DEEMED = re.compile(
    r"(?:登录|登陆|注册|使用|继续|点击|下载)[^。，,；;]{0,12}(?:即|就|则|视为|表示|代表)[^。，,；;]{0,8}(?:同意|接受|认可)"
    r"|by (?:signing|logging|continuing|using)[^.]{0,40}(?:you agree|you accept)",
    re.IGNORECASE,
)
ENTRY_LENGTH = 24
"""An entry in a menu is short; a longer text that names the policy is a notice."""


def _evidence(texts: Iterable[Text], most: int = 5) -> tuple[Evidence, ...]:
    return tuple(Evidence(where=each.where, quote=each.text) for each in list(texts)[:most])


@predicate("ui.offers_policy")
def offers_policy(facts: Facts) -> Verdict:
    """A policy was given, or the app shows a text, link or file of one: then it is for the user to give it."""
    if facts.policy is not None:
        paths = tuple(Evidence(where=each.path, quote=each.title or each.path) for each in facts.policy.documents)
        return Verdict(
            holds=True, cases=(Case(Bilingual(zh="已提供隐私政策", en="a privacy policy was given"), paths),)
        )
    ui = facts.ui or Ui()
    shown = [*ui.policy_urls, *(each for each in ui.texts if POLICY.search(each.text))]
    files = tuple(Evidence(where=name, quote=name) for name in ui.policy_files)
    if shown or files:
        message = Bilingual(
            zh="应用内有隐私政策的链接、文字或文件，但未提供文本：请用 --policy 给出",
            en="the app holds a link, text or file of a privacy policy; give the text with --policy to have it judged",
        )
        return Verdict(holds=None, cases=(Case(message, (*files, *_evidence(shown))[:5]),))
    message = Bilingual(
        zh="未提供隐私政策，应用的资源和代码中也没有隐私政策的文字、链接或文件",
        en="no privacy policy was given, and neither resources nor code hold a text, link or file of one",
    )
    return Verdict(holds=False, cases=(Case(message, subject="policy", confidence="firm"),), by_absence=True)


@predicate("ui.asks_consent_first")
def asks_consent_first(ui: Ui) -> Verdict:
    """There are texts of a notice that names the policy, a way to agree and a way to refuse."""
    notices = [each for each in ui.texts if PRIVACY.search(each.text) and len(each.text) > ENTRY_LENGTH]
    agrees = [each for each in ui.texts if AGREE.search(each.text)]
    refuses = [each for each in ui.texts if REFUSE.search(each.text)]
    if notices and agrees and refuses:
        message = Bilingual(
            zh="有隐私提示、同意和拒绝的文字", en="texts of a notice, of agreeing and of refusing are there"
        )
        return Verdict(holds=True, cases=(Case(message, _evidence((notices[0], agrees[0], refuses[0]))),))
    missing = [
        (notices, "提示阅读隐私政策的文字", "a text that points to the policy"),
        (agrees, "同意的按钮文字", "a text of agreeing"),
        (refuses, "拒绝的按钮文字", "a text of refusing"),
    ]
    zh = "、".join(each[1] for each in missing if not each[0])
    en = ", ".join(each[2] for each in missing if not each[0])
    message = Bilingual(zh=f"资源和代码中没有{zh}", en=f"resources and code hold no such text: {en}")
    found = _evidence((*notices[:1], *agrees[:1], *refuses[:1]))
    return Verdict(holds=False, cases=(Case(message, found, "consent-notice", "firm"),), by_absence=True)


@predicate("ui.has_policy_entry")
def has_policy_entry(ui: Ui) -> Verdict:
    """A short text names the policy, as an entry of a settings or about screen does."""
    entries = [each for each in ui.texts if POLICY.search(each.text) and len(each.text) <= ENTRY_LENGTH]
    if entries:
        message = Bilingual(zh="有隐私政策入口的文字", en="there is a text of an entry to the policy")
        return Verdict(holds=True, cases=(Case(message, _evidence(entries)),))
    message = Bilingual(
        zh="除提示弹窗外，没有找到隐私政策入口的文字", en="no text of an entry to the policy was found outside a notice"
    )
    return Verdict(holds=False, cases=(Case(message, subject="policy-entry", confidence="firm"),), by_absence=True)


@predicate("ui.no_ticked_consent")
def no_ticked_consent(ui: Ui) -> Verdict:
    """No layout shows a ticked box beside a text of consent."""
    held = Case(Bilingual(zh="布局中没有默认勾选的同意框", en="no layout shows a ticked box of consent"))
    return broken([_ticked(each) for each in ui.ticked if CONSENT_BOX.search(each.text)], held)


def _ticked(box: CheckBox) -> Case:
    message = Bilingual(
        zh=f'{box.where} 中的同意框默认已勾选（android:checked="true"）',
        en=f'{box.where} shows a box of consent that is ticked already (android:checked="true")',
    )
    return Case(message, (Evidence(where=box.where, quote=box.text),), box.where)


@predicate("ui.no_deemed_consent")
def no_deemed_consent(ui: Ui) -> Verdict:
    """No text takes logging in or using the app for consent. A text alone is tentative: it may never be shown."""
    found = [each for each in ui.texts if DEEMED.search(each.text)]
    held = Case(Bilingual(zh="没有「登录即代表同意」一类的文字", en="no text takes logging in for consent"))
    return broken([_deemed(each) for each in found], held)


def _deemed(text: Text) -> Case:
    message = Bilingual(
        zh="文字把登录、注册或继续使用当作同意：须确认用户仍要主动勾选或点击",
        en="a text takes logging in, registering or going on for consent: check that users still tick a box",
    )
    return Case(message, _evidence((text,)), text.text[:60], "tentative")


@predicate("ui.mentions")
def mentions(ui: Ui, *, any_of: tuple[str, ...]) -> Verdict:
    """Some text holds one of the words."""
    found = [each for each in ui.texts if any(word.casefold() in each.text.casefold() for word in any_of)]
    words = "、".join(any_of)
    if found:
        message = Bilingual(zh=f"有含「{words}」的文字", en=f"there is a text with one of: {words}")
        return Verdict(holds=True, cases=(Case(message, _evidence(found)),))
    message = Bilingual(zh=f"没有含「{words}」的文字", en=f"no text holds one of: {words}")
    return Verdict(holds=False, cases=(Case(message, confidence="firm"),), by_absence=True)
