"""What the policy says: clauses, wording, language, time limits, recipients."""

import re

from appscan.facts import Bilingual, Evidence, Facts, Policy, PolicyDocument, Ui
from appscan.knowledge import Knowledge
from appscan.scene import case, no, quotes, unknown, yes
from appscan.verdict import Case, Verdict, broken, predicate

NO_TEXT = ("login_wall", "shell")
"""Kinds of documents that hold no policy: a page that asks to log in, a page that scripts fill."""

CHINESE = ("zh-hans", "zh-cn", "zh", "unknown", "")
MAX_SENTENCE = 90
MAX_UNSTRUCTURED = 5000

SHOWN = {
    "withdraw": re.compile(r"撤回(?:同意|授权)|(?:取消|撤销)授权|withdraw (?:my |your )?consent", re.IGNORECASE),
    "complain": re.compile(r"投诉|举报|意见反馈|联系客服|在线客服"),
    "cancel": re.compile(
        r"注销(?:账[号户]|帐[号户])|(?:账[号户]|帐[号户])注销|delete (?:my |your )?account", re.IGNORECASE
    ),
}
MENU_LENGTH = 20
"""Longer texts are sentences that speak of a function, not the button or line that leads to it."""

ACCOUNTS = re.compile(r"登录|登陆|注册|账号|帐号|账户|log ?in|sign ?(?:in|up)", re.IGNORECASE)
LOGIN_CLASS = re.compile(r"(?:login|signin|signup|register)\w*$", re.IGNORECASE)


def _blank(policy: Policy) -> Verdict | None:
    """The answer where what was given holds no policy text; None where it does."""
    if any(each.kind not in NO_TEXT for each in policy.documents):
        return None
    paths = "、".join(each.path for each in policy.documents)
    zh = f"给出的文件没有政策正文（登录页或由脚本生成的空壳）：{paths}；请保存完整正文后再用 --policy 给出"
    en = (
        f"the file given holds no policy text (a login page or an empty shell): {paths}; save the full text and give it"
    )
    return unknown(zh, en)


def _name(clause: str, knowledge: Knowledge) -> Bilingual:
    known = next((each for each in knowledge.clauses if each.id == clause), None)
    return known.name if known else Bilingual(zh=clause, en=clause)


def clauses_state(policy: Policy, knowledge: Knowledge, clauses: tuple[str, ...]) -> Verdict:
    """Whether at least one of several clauses is in the policy."""
    blank = _blank(policy)
    if blank:
        return blank
    states = {each.id: each for each in policy.clauses if each.id in clauses}
    names = [_name(each, knowledge) for each in clauses]
    zh, en = "、".join(each.zh for each in names), " / ".join(each.en for each in names)
    present = [each for each in states.values() if each.state == "present"]
    if present:
        evidence = tuple(piece for each in present for piece in each.evidence)
        names = [_name(each.id, knowledge) for each in present]
        zh, en = "、".join(each.zh for each in names), " / ".join(each.en for each in names)
        return yes(f"政策中有相应内容：{zh}", f"the policy has it: {en}", evidence)
    if len(states) < len(clauses) or any(each.state in ("elsewhere", "unknown") for each in states.values()):
        text = f"政策把“{zh}”放在另一份文本里，或无法判断；请一并用 --policy 给出"
        return unknown(text, f"the policy refers elsewhere, or it cannot be told: {en}; give that text too")
    heading = [each for each in states.values() if each.state == "title_only"]
    if heading:
        evidence = tuple(piece for each in heading for piece in each.evidence)
        zh, en = f"政策只有标题，没有内容：{zh}", f"the policy has a heading and nothing below it: {en}"
        return no(zh, en, evidence, clauses[0], "tentative", by_absence=True)
    read = tuple(Evidence(where=each.path, quote=_read(each)) for each in policy.documents if each.kind not in NO_TEXT)
    return no(f"政策中没有：{zh}", f"the policy does not say: {en}", read, clauses[0], by_absence=True)


def _read(document: PolicyDocument) -> str:
    """What stands for an absence: the whole text that was read."""
    return f"{document.title or document.path} ({document.characters})"


WORKING, WEEK = 5, 7
"""Working days in a week: how a promise in calendar days is compared with a limit in working days."""


@predicate("policy.given")
def given(facts: Facts) -> Verdict:
    """A policy was given to the scan."""
    return Verdict(facts.policy is not None)


@predicate("policy.states_rules")
def states_rules(facts: Facts, knowledge: Knowledge) -> Verdict:
    """The policy pairs kinds of information with purposes. Where none was given, says which link to give."""
    if facts.policy is not None:
        verdict = clauses_state(facts.policy, knowledge, ("collection_with_purpose",))
        hidden = verdict.holds is False and bool(facts.gaps("policy"))
        return Verdict(holds=None, cases=verdict.cases) if hidden else verdict._replace(by_absence=False)
    zh, en = (
        "未提供隐私政策文本（--policy），安装包内也没有，无法判断其内容",
        "no privacy policy was given (--policy), and the APK holds none: what it says is not known",
    )
    links = facts.policy_links
    if links:
        zh = f"{zh}；应用中有下列链接或文件，可用 --policy-url 或 --policy 给出"
        en = f"{en}; the app names these links or files: give one with --policy-url or --policy"
    return unknown(zh, en, links)


@predicate("policy.clause")
def clause_present(policy: Policy, knowledge: Knowledge, *, clause: str) -> Verdict:
    """A clause is in the policy."""
    return clauses_state(policy, knowledge, (clause,))


@predicate("policy.any_clause")
def any_clause(policy: Policy, knowledge: Knowledge, *, clauses: tuple[str, ...]) -> Verdict:
    """At least one of several clauses is in the policy."""
    return clauses_state(policy, knowledge, clauses)


@predicate("policy.told")
def told(
    policy: Policy, ui: Ui, knowledge: Knowledge, *, clauses: tuple[str, ...], shown: str, near: tuple[str, ...] = ()
) -> Verdict:
    """At least one of several clauses is in the policy, or the app shows a line that leads to the function.

    Where only a clause of `near` is there (a contact, but not one for complaints), the breach is tentative.
    """
    verdict = clauses_state(policy, knowledge, clauses)
    lines = [each for each in ui.texts if len(each.text) <= MENU_LENGTH and SHOWN[shown].search(each.text)]
    if verdict.holds is False and not lines and near:
        return _nearly(verdict, clauses_state(policy, knowledge, near))
    if verdict.holds or not lines:
        return verdict
    evidence = quotes(lines)
    zh = f"政策没有写明，但应用界面有相应入口：{lines[0].text}"
    return yes(zh, f"the app shows an entry for it, though the policy is silent: {lines[0].text}", evidence)


def _nearly(verdict: Verdict, near: Verdict) -> Verdict:
    """What is missing, made tentative by what comes near it."""
    if not near.holds:
        return verdict
    close = tuple(piece for each in near.cases for piece in each.evidence)
    cases = (
        case(
            f"{each.message.zh}；写有相近的内容，须人工判断是否足够",
            f"{each.message.en}; something near it is there: a person must judge whether it will do",
            close,
            each.subject,
            "tentative",
        )
        for each in verdict.cases
    )
    return verdict._replace(cases=tuple(cases))


@predicate("policy.no_wording")
def no_wording(policy: Policy, knowledge: Knowledge, *, wording: tuple[str, ...]) -> Verdict:
    """No unfair wording of these kinds is in the policy."""
    blank = _blank(policy)
    if blank:
        return blank
    cases = []
    for kind in wording:
        hits = [each.evidence for each in policy.wording if each.kind == kind]
        known = next((each.name for each in knowledge.wording if each.id == kind), Bilingual(zh=kind, en=kind))
        if hits:
            quote = hits[0].quote
            cases.append(
                case(f"政策措辞：{known.zh}——“{quote}”", f"policy wording: {known.en}: “{quote}”", hits, kind, "firm")
            )
    return broken(cases, case("政策中未见这类措辞", "the policy holds no such wording"))


@predicate("policy.simplified_chinese")
def simplified_chinese(policy: Policy) -> Verdict:
    """The policy is there in simplified Chinese."""
    readable = [each for each in policy.documents if each.kind not in NO_TEXT]
    if not readable:
        return _blank(policy) or Verdict(holds=None)
    if any(each.kind != "not_chinese" and each.language.lower() in CHINESE for each in readable):
        return yes("有简体中文文本", "there is a text in simplified Chinese")
    first = readable[0]
    evidence = (Evidence(where=first.path, quote=f"{first.title or first.path} ({first.language or first.kind})"),)
    return no("政策没有简体中文文本", "the policy is not in simplified Chinese", evidence, "language")


@predicate("policy.readable")
def readable_text(policy: Policy) -> Verdict:
    """Sentences are of readable length, and a long text has headings."""
    sentence, headings = policy.metrics.get("mean_sentence_length"), policy.metrics.get("headings")
    length = policy.metrics.get("characters")
    if sentence is None or headings is None or length is None:
        return _blank(policy) or unknown("没有可读性数据", "there are no readability figures")
    cases = []
    if sentence > MAX_SENTENCE:
        zh, en = (
            f"平均句长 {sentence:.0f} 字，过长难读",
            f"a sentence has {sentence:.0f} characters on average: too long to read",
        )
        cases.append(case(zh, en, (), "sentences", "firm"))
    if length > MAX_UNSTRUCTURED and headings == 0:
        zh = f"全文 {length:.0f} 字，没有任何标题"
        cases.append(case(zh, f"{length:.0f} characters without a single heading", (), "headings", "firm"))
    figures = f"{length:.0f} / {headings:.0f} / {sentence:.0f}"
    return broken(
        cases, case(f"字数/标题数/平均句长：{figures}", f"characters / headings / mean sentence length: {figures}")
    )


@predicate("policy.response_time")
def response_time(policy: Policy, *, days: int) -> Verdict:
    """The promised time to answer is not longer than so many working days."""
    blank = _blank(policy)
    if blank:
        return blank
    found = re.search(r"\d+", policy.values.get("response_days", ""))
    if found is None:
        said = tuple(piece for each in policy.clauses if each.id == "response_time" for piece in each.evidence)
        zh = f"政策没有承诺时限，以 {days} 个工作日为限"
        return yes(zh, f"no time is promised: the limit of {days} working days applies by itself", said)
    stated, calendar = int(found.group()), policy.values.get("response_unit") == "calendar"
    where, quote = policy.values.get("response_where", ""), policy.values.get("response_quote", "")
    evidence = (Evidence(where=where, quote=quote),) if quote else ()
    working = -(-stated * WORKING // WEEK) if calendar else stated
    zh = f"政策承诺 {stated} {'天' if calendar else '个工作日'}内处理"
    en = f"the policy promises an answer within {stated} {'days' if calendar else 'working days'}"
    if working <= days:
        return yes(zh, en, evidence)
    beyond = f"（约 {working} 个工作日）" if calendar else ""
    about = f" (about {working} working days)" if calendar else ""
    return no(f"{zh}{beyond}，超过 {days} 个工作日上限", f"{en}{about}: more than {days}", evidence, "response_time")


@predicate("policy.account_can_be_cancelled")
def account_can_be_cancelled(policy: Policy, facts: Facts, knowledge: Knowledge) -> Verdict:
    """Where the app has accounts, the policy says how to cancel one."""
    accounts = _accounts(policy, facts)
    if accounts is None:
        return yes("未见账号功能", "no sign of user accounts")
    verdict = clauses_state(policy, knowledge, ("rights_cancel_account",))
    if verdict.holds is not False:
        return verdict
    zh, en = (
        "应用有账号功能，政策没有写明如何注销账号",
        "the app has accounts, and the policy does not say how to cancel one",
    )
    sure = min(each.confidence != "tentative" for each in verdict.cases)
    found = case(zh, en, (accounts,), "rights_cancel_account", "certain" if sure else "tentative")
    return verdict._replace(cases=(found,), by_absence=bool(facts.gaps("policy")))


def _accounts(policy: Policy, facts: Facts) -> Evidence | None:
    """A sign that the app has user accounts: a login screen, a text of the app, or a sentence of the policy."""
    for each in facts.app.components if facts.app else ():
        if each.kind == "activity" and LOGIN_CLASS.search(each.name.rpartition(".")[2].removesuffix("Activity")):
            return Evidence(where="AndroidManifest.xml:activity", quote=each.name)
    for text in facts.ui.texts if facts.ui else ():
        if ACCOUNTS.search(text.text):
            return Evidence(where=text.where, quote=text.text)
    found = re.search(r"(?:注册|登录).{0,6}(?:账号|帐号|账户)|(?:账号|帐号|账户).{0,6}(?:注册|登录)", policy.text)
    return Evidence(where=policy.documents[0].path, quote=found.group()) if found and policy.documents else None


@predicate("policy.recipients_named")
def recipients_named(policy: Policy, knowledge: Knowledge) -> Verdict:
    """A policy that admits sharing says with whom."""
    sharing = clauses_state(policy, knowledge, ("sharing", "third_party_share_list"))
    if sharing.holds is not True:
        return sharing._replace(holds=None if sharing.holds is None else True)
    named = clauses_state(policy, knowledge, ("recipients_named", "sdk_list", "third_party_share_list"))
    if named.holds is not False:
        return named
    evidence = tuple(piece for each in sharing.cases for piece in each.evidence)
    zh, en = (
        "政策承认向第三方提供个人信息，但没有说明接收方是谁",
        "the policy admits giving information to others and names none of them",
    )
    return Verdict(holds=False, cases=(Case(Bilingual(zh=zh, en=en), evidence, "recipients_named"),), by_absence=True)
