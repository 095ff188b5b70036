"""What the app can show: the consent dialog, ticked boxes, consent taken for granted, the way to the policy."""

import re

from appscan.facts import Code, Evidence, Facts, Ui, byte_at
from appscan.scene import case, no, quotes, unknown, yes
from appscan.verdict import Case, Verdict, broken, predicate

POLICY = re.compile(
    r"隐私(?:权)?(?:政策|协议|声明|条款|保护|指引|说明)|个人信息(?:保护|处理)(?:政策|规则|指引)"
    r"|privacy (?:policy|notice|statement)",
    re.IGNORECASE,
)
AGREE = re.compile(r"(?<!不)(?<!撤[回销])同意|\bagree(?!ment)|\baccept|(?<!withdraw )\bconsent", re.IGNORECASE)
REFUSE = re.compile(r"不同意|拒绝|不接受|暂不|仅浏览|退出|\bdisagree|\bdecline|\brefuse|\breject", re.IGNORECASE)
ONLY_OK = re.compile(r"^\s*(?:我?知道了|好的?|确定|got it|ok)\s*[!！。.]?\s*$", re.IGNORECASE)
TERMS = re.compile(r"协议|隐私|政策|条款|privacy|terms|policy|agreement", re.IGNORECASE)
READ_OR_AGREE = re.compile(r"同意|阅读|接受|\bagree|\baccept|\bread\b", re.IGNORECASE)
DEEMED = re.compile(
    r"(?:登[录陆]|注册|使用|继续|点击|下载|安装|进入).{0,15}?(?:即|就|则)?(?:代表|表示|视为|意味着|默认|等于)(?:您|你|用户)?(?:已|已经)?.{0,6}?(?:同意|接受)"
    r"|by (?:signing|logging|continuing|using|registering).{0,40}?you (?:agree|accept|consent)",
    re.IGNORECASE,
)
ENTRY_LENGTH = 20
BUTTON_LENGTH = 10
"""In Chinese; an English button may be as long as an entry."""


def _mentions(ui: Ui) -> tuple[Evidence, ...]:
    files = tuple(Evidence(where=each, quote=each.rpartition("/")[2]) for each in ui.policy_files)
    return (*quotes(each for each in ui.texts if POLICY.search(each.text)), *quotes(ui.policy_urls), *files)


@predicate("ui.mentions_policy")
def mentions_policy(ui: Ui, code: Code) -> Verdict:  # noqa: ARG001 - code: its gaps hide texts too
    """The app holds a text about its policy, a link to it, or the policy itself."""
    found = _mentions(ui)
    if found:
        return yes("应用内提到隐私政策", "the app mentions a privacy policy", found)
    zh = "应用的资源与代码中没有隐私政策的文字、链接或文件，也没有用 --policy 提供政策"
    en = "neither resources nor code hold a text, link or file of a privacy policy, and none was given (--policy)"
    return no(zh, en, (), "policy", by_absence=True)


def _is_button(text: str) -> bool:
    return len(text) <= (BUTTON_LENGTH if any("\u4e00" <= char <= "\u9fff" for char in text) else ENTRY_LENGTH)


@predicate("ui.asks_consent")
def asks_consent(ui: Ui, code: Code) -> Verdict:  # noqa: ARG001 - code: its gaps hide texts too
    """There are texts that ask the user to read the policy and agree, and one to refuse."""
    notices = [each for each in ui.texts if POLICY.search(each.text)]
    asking = [each for each in notices if AGREE.search(each.text)]
    buttons = [each for each in ui.texts if _is_button(each.text) and AGREE.search(each.text)]
    refusing = [each for each in ui.texts if REFUSE.search(each.text)]
    acknowledged = [each for each in ui.texts if ONLY_OK.match(each.text)]
    prompt = asking or (notices if buttons or acknowledged else [])
    if not prompt:
        zh, en = "未找到提示阅读隐私政策并请求同意的文字", "no text asks the user to read the policy and agree"
        return no(zh, en, (), "prompt", by_absence=True)
    if acknowledged and not buttons and not refusing:
        zh = f"隐私提示只有“{acknowledged[0].text}”一类的按钮，未见“同意”与“不同意”"
        en = f"the privacy notice can only be acknowledged (“{acknowledged[0].text}”), not agreed to or refused"
        return no(zh, en, quotes((*acknowledged, *prompt)), "refusal", "firm", by_absence=True)
    zh = "有请求同意的文字" + ("和拒绝选项" if refusing else "，未见拒绝选项")
    en = "texts ask for consent" + (" and offer to refuse" if refusing else "; no text to refuse was found")
    return yes(
        f"{zh}；首次运行时是否弹出需运行确认",
        f"{en}; only a run shows whether they appear at first start",
        quotes((*prompt, *refusing)),
    )


@predicate("ui.policy_entry")
def policy_entry(ui: Ui) -> Verdict:
    """The policy has an entry of its own besides the sentence that asks for consent."""
    entries = [
        each
        for each in ui.texts
        if len(each.text) <= ENTRY_LENGTH and POLICY.search(each.text) and not AGREE.search(each.text)
    ]
    if entries:
        zh, en = (
            "有单独的隐私政策入口文字；点击次数需运行确认",
            "a text of its own leads to the policy; a run counts the taps",
        )
        return yes(zh, en, quotes(entries))
    mentions = _mentions(ui)
    zh, en = "界面文字中未见隐私政策的入口", "no text of a screen leads to the policy"
    if mentions:
        zh = "除请求同意的文字外，未见单独的隐私政策入口"
        en = "besides the request for consent no entry leads to the policy"
    return no(zh, en, mentions, "entry", "firm", by_absence=True)


@predicate("ui.nothing_ticked")
def nothing_ticked(ui: Ui, code: Code) -> Verdict:
    """No box that stands for consent is ticked beforehand."""
    cases = [
        case(
            f"同意框默认勾选：“{each.text}”",
            f"the consent box is ticked beforehand: “{each.text}”",
            (Evidence(where=each.where, quote=each.text),),
            each.where,
        )
        for each in ui.ticked
        if TERMS.search(each.text) and READ_OR_AGREE.search(each.text)
    ]
    cases += [
        case(
            f"代码可能默认勾选同意框：{note.method}",
            f"code may tick a consent box: {note.method}",
            (Evidence(where=byte_at(note.dex, note.offset), quote=f"{note.method} -> {note.detail}"),),
            note.method,
            "tentative",
        )
        for note in code.notes
        if note.kind == "set-checked"
    ]
    return broken(cases, case("布局中没有默认勾选的同意框", "no layout ticks a consent box"))


@predicate("ui.nothing_deemed")
def nothing_deemed(ui: Ui, facts: Facts) -> Verdict:
    """Neither the app's texts nor the policy take consent for granted (“logging in means that you agree”)."""
    cases: list[Case] = []
    found = [each for each in ui.texts if DEEMED.search(each.text)]
    if found:
        zh, en = (
            f"以登录、使用等行为推定同意：“{found[0].text}”",
            f"consent is inferred from logging in or use: “{found[0].text}”",
        )
        cases.append(case(zh, en, quotes(found), "ui", "tentative"))
    said = [each.evidence for each in facts.policy.wording if each.kind == "deemed_consent"] if facts.policy else []
    if said:
        zh, en = f"政策推定同意：“{said[0].quote}”", f"the policy takes consent for granted: “{said[0].quote}”"
        cases.append(case(zh, en, said, "policy", "tentative"))
    return broken(cases, case("未见推定同意的文字", "no text takes consent for granted"))


PERSONALISED = re.compile(
    r"个性化(?:推荐|广告|推送|内容|服务|展示)|定向(?:推送|广告)|程序化广告|猜你喜欢"
    r"|personali[sz]ed (?:ads|content|recommend)",
    re.IGNORECASE,
)
OFF = re.compile(r"关闭|退出|拒绝|不感兴趣|开关|管理|设置|opt.?out|turn off|disable", re.IGNORECASE)


@predicate("ui.personalisation_off")
def personalisation_off(facts: Facts) -> Verdict:
    """The policy or the app's texts offer to turn personalised content and adverts off."""
    texts = facts.ui.texts if facts.ui else ()
    found = [
        each
        for each in texts
        if PERSONALISED.search(each.text) and (OFF.search(each.text) or len(each.text) <= ENTRY_LENGTH)
    ]
    states = facts.policy.clauses if facts.policy else ()
    clause = next((each for each in states if each.id == "personalised_optout"), None)
    evidence = (*quotes(found), *(clause.evidence if clause and clause.state == "present" else ()))
    if found or (clause and clause.state == "present"):
        return yes(
            "提供关闭个性化推荐或广告的选项；是否有效需运行确认",
            "personalisation can be turned off; whether it works needs a run",
            evidence,
        )
    if clause is None or clause.state != "absent":
        return unknown(
            "未提供隐私政策文本（--policy），或政策转引其他文本",
            "no policy was given (--policy), or it refers elsewhere",
        )
    if facts.gaps("ui") or facts.gaps("policy"):
        return unknown("界面或政策没有全部看到", "the screens or the policy could not all be seen")
    zh, en = (
        "政策和界面文字都没有关闭个性化推荐或广告的选项",
        "neither the policy nor the app's texts offer to turn personalisation off",
    )
    return no(zh, en, (), "off_switch")
