"""What the policy says, by itself and against the code."""

import unicodedata
from collections import defaultdict

from appscan.access import Access, accesses
from appscan.facts import App, Bilingual, ClauseState, Code, Evidence, Policy, SdkHit, Statement
from appscan.knowledge import DataType, Knowledge, KnownPermission, Sdk
from appscan.naming import Names, evidence, more, surest
from appscan.verdict import Case, Verdict, broken, predicate

LONG_SENTENCE = 120
"""Mean characters in a sentence from which a text is hard to read."""

STRUCTURED = 4000
"""A text of this many characters needs headings."""


def _plain(text: str) -> str:
    """As `Policy.text` is: compatibility forms folded, lower case, no blanks."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


class _Said:
    """A policy's text without blanks, so that a name matches however it was set."""

    def __init__(self, policy: Policy) -> None:
        self._text = _plain(policy.text)

    def names(self, *names: str) -> bool:
        """Whether any of the names stands in the text; very short ones prove nothing."""
        return any(len(plain) >= 2 and plain in self._text for plain in map(_plain, names))


# -- clauses ---------------------------------------------------------------------------------------------------------


def _state(policy: Policy, clause: str) -> ClauseState:
    return next((each for each in policy.clauses if each.id == clause), ClauseState(id=clause, state="unknown"))


def _clause(policy: Policy, clause: str, knowledge: Knowledge) -> Verdict:
    state = _state(policy, clause)
    name = next((each.name for each in knowledge.clauses if each.id == clause), Bilingual(zh=clause, en=clause))
    if state.state == "present":
        return Verdict(
            holds=True, cases=(Case(Bilingual(zh=f"已写明：{name.zh}", en=f"stated: {name.en}"), state.evidence),)
        )
    if state.state == "absent":
        message = Bilingual(zh=f"隐私政策未写明：{name.zh}", en=f"the policy does not state: {name.en}")
        return Verdict(holds=False, cases=(Case(message, subject=clause, confidence="firm"),))
    if state.state == "title_only":
        message = Bilingual(zh=f"只有标题，没有内容：{name.zh}", en=f"in a title only, without content: {name.en}")
        return Verdict(holds=False, cases=(Case(message, state.evidence, clause, "firm"),))
    elsewhere = state.state == "elsewhere"
    message = Bilingual(
        zh=f"{'另见其他文件' if elsewhere else '文本不足以判断'}：{name.zh}",
        en=f"{'it refers to another document' if elsewhere else 'the text does not let this be told'}: {name.en}",
    )
    return Verdict(holds=None, cases=(Case(message, state.evidence),))


@predicate("policy.states")
def states(policy: Policy, knowledge: Knowledge, *, clause: str) -> Verdict:
    """The policy has a clause."""
    return _clause(policy, clause, knowledge)


@predicate("policy.states_all")
def states_all(policy: Policy, knowledge: Knowledge, *, clauses: tuple[str, ...]) -> Verdict:
    """The policy has every one of the clauses; each that is absent is a case of its own."""
    verdicts = [_clause(policy, clause, knowledge) for clause in clauses]
    absent = tuple(case for each in verdicts if each.holds is False for case in each.cases)
    if absent:
        return Verdict(holds=False, cases=absent)
    unknown = tuple(case for each in verdicts if each.holds is None for case in each.cases)
    if unknown:
        return Verdict(holds=None, cases=unknown)
    return Verdict(holds=True, cases=tuple(case for each in verdicts for case in each.cases))


# -- the text itself -------------------------------------------------------------------------------------------------


@predicate("policy.in_simplified_chinese")
def in_simplified_chinese(policy: Policy) -> Verdict:
    """One of the policy's documents is in simplified Chinese."""
    languages = {each.language: each for each in policy.documents}
    evidence_of = tuple(Evidence(where=each.path, quote=each.language) for each in policy.documents)
    if "zh-Hans" in languages:
        return Verdict(
            holds=True, cases=(Case(Bilingual(zh="有简体中文版", en="it is in simplified Chinese"), evidence_of),)
        )
    message = Bilingual(zh="隐私政策没有简体中文版", en="the policy is not in simplified Chinese")
    return Verdict(holds=False, cases=(Case(message, evidence_of, "language"),))


@predicate("policy.readable")
def readable(policy: Policy) -> Verdict:
    """Sentences are not too long on average, and a long text has headings."""
    mean, headings = policy.metrics.get("mean_sentence_length", 0), policy.metrics.get("headings", 0)
    characters = policy.metrics.get("characters", 0)
    place = tuple(Evidence(where=each.path, quote=f"{each.characters} characters") for each in policy.documents)
    cases = []
    if mean > LONG_SENTENCE:
        message = Bilingual(
            zh=f"平均句长 {mean:.0f} 字，难以阅读", en=f"sentences have {mean:.0f} characters on average"
        )
        cases.append(Case(message, place, "sentence-length"))
    if characters > STRUCTURED and not headings:
        message = Bilingual(
            zh=f"{characters:.0f} 字的文本没有标题", en=f"{characters:.0f} characters without a heading"
        )
        cases.append(Case(message, place, "headings"))
    held = Bilingual(
        zh=f"平均句长 {mean:.0f} 字，{headings:.0f} 个标题",
        en=f"{mean:.0f} characters a sentence, {headings:.0f} headings",
    )
    return Verdict(holds=False, cases=tuple(cases)) if cases else Verdict(holds=True, cases=(Case(held, place),))


@predicate("policy.free_of")
def free_of(policy: Policy, knowledge: Knowledge, *, wording: tuple[str, ...]) -> Verdict:
    """No sentence puts things in one of the unfair or vague ways named."""
    names = {each.id: each.name for each in knowledge.wording}
    found = [each for each in policy.wording if each.kind in wording]
    cases = [
        Case(
            Bilingual(zh=f"存在不当表述：{names[each.kind].zh}", en=f"unfair wording: {names[each.kind].en}"),
            (each.evidence,),
            f"{each.kind}:{each.evidence.quote[:40]}",
            "firm",
        )
        for each in found
        if each.kind in names
    ]
    return broken(cases, Case(Bilingual(zh="未发现此类表述", en="no such wording was found")))


@predicate("policy.answers_within")
def answers_within(policy: Policy, *, days: int) -> Verdict:
    """The time that the policy promises for answers is not longer than a number of working days."""
    promised = policy.values.get("response_days", "")
    place = next((each.evidence for each in policy.clauses if each.id == "response_time"), ())
    if not promised.isdigit():
        message = Bilingual(
            zh=f"未承诺时限，以 {days} 个工作日为限", en=f"no time is promised, so {days} working days hold"
        )
        return Verdict(holds=True, cases=(Case(message),))
    said = Bilingual(zh=f"承诺 {promised} 个工作日内答复", en=f"it promises an answer within {promised} working days")
    if int(promised) <= days:
        return Verdict(holds=True, cases=(Case(said, place),))
    message = Bilingual(zh=f"{said.zh}，超过 {days} 个工作日", en=f"{said.en}, more than {days}")
    return Verdict(holds=False, cases=(Case(message, place, "response-days", "firm"),))


@predicate("policy.uses_personalisation")
def uses_personalisation(policy: Policy, knowledge: Knowledge) -> Verdict:
    """The policy speaks of automated decisions, personalised recommendation or advertising."""
    verdicts = [_clause(policy, clause, knowledge) for clause in ("automated_decision", "ads", "personalised_optout")]
    found = tuple(case for each in verdicts if each.holds for case in each.cases)
    if found:
        return Verdict(holds=True, cases=found)
    return Verdict(
        holds=False, cases=(Case(Bilingual(zh="未提及个性化推荐或广告", en="it speaks of no personalisation")),)
    )


# -- the policy against the app --------------------------------------------------------------------------------------


@predicate("policy.names_every_sdk")
def names_every_sdk(
    policy: Policy, sdks: tuple[SdkHit, ...], knowledge: Knowledge, *, categories: tuple[str, ...] = ()
) -> Verdict:
    """Every embedded SDK that handles personal information is named, by product or company."""
    known = {sdk.id: sdk for sdk in knowledge.sdks}
    wanted = [
        (hit, known[hit.id])
        for hit in sdks
        if hit.id in known
        and known[hit.id].handles_personal_information == "yes"
        and (not categories or known[hit.id].category in categories)
    ]
    said = _Said(policy)
    named = {each.sdk for each in policy.third_parties if each.sdk}
    cases = [_unnamed(hit, sdk) for hit, sdk in wanted if not _covered(sdk, known, named, said)]
    shown = Bilingual(
        zh=f"{len(wanted)} 个收集个人信息的 SDK 均已写明",
        en=f"all {len(wanted)} SDKs that handle personal information are named",
    )
    return broken(cases, Case(shown))


def _covered(sdk: Sdk, known: dict[str, Sdk], named: set[str], said: _Said) -> bool:
    """The SDK is named, or one that brings it along is."""
    wholes = (sdk, *(known[each] for each in sdk.part_of if each in known))
    return any(each.id in named or _is_named(each, said) for each in wholes)


def _is_named(sdk: Sdk, said: _Said) -> bool:
    short = sdk.name.zh.removesuffix("SDK").strip()
    return said.names(sdk.name.zh, sdk.name.en, short, sdk.vendor.name or sdk.name.zh, *sdk.policy_names)


def _unnamed(hit: SdkHit, sdk: Sdk) -> Case:
    vendor = sdk.vendor.name
    message = Bilingual(
        zh=f"嵌入了 {sdk.name.zh}{f'（{vendor}）' if vendor else ''}，隐私政策未写明",
        en=f"{sdk.name.en}{f' ({vendor})' if vendor else ''} is embedded, and the policy does not name it",
    )
    return Case(message, hit.evidence[:3], sdk.id, hit.confidence)


@predicate("policy.declares_every_access")
def declares_every_access(policy: Policy, app: App, code: Code, knowledge: Knowledge) -> Verdict:
    """Every kind of personal information that the code reaches is declared, by its own word."""
    names = Names(knowledge, app, code)
    own = {each.data_type for each in policy.statements if not each.negated and not each.umbrella}
    vague = {each.data_type for each in policy.statements if not each.negated and each.umbrella}
    groups = _reached(code, knowledge)
    cases = [
        _undeclared(data_type, group, names, vague=data_type in vague)
        for data_type, group in sorted(groups.items())
        if data_type not in own
    ]
    held = Bilingual(
        zh=f"代码获取的 {len(groups)} 类信息均已声明",
        en=f"all {len(groups)} kinds of data that code reaches are declared",
    )
    return broken(cases, Case(held))


def _reached(code: Code, knowledge: Knowledge) -> dict[str, list[Access]]:
    """Data type to the accesses that can make a finding: neither weak nor a mere string."""
    types = {each.id for each in knowledge.data_types if each.sensitivity != "not_personal"}
    groups: dict[str, list[Access]] = defaultdict(list)
    for access in accesses(code, knowledge):
        if access.data_type in types and not access.weak and access.confidence != "tentative":
            groups[access.data_type].append(access)
    return groups


def _undeclared(data_type: str, group: list[Access], names: Names, *, vague: bool) -> Case:
    what, who, rest = names.data_type(data_type), names.parties(each.caller for each in group), more(group)
    unnamed = all(names.owner(each.caller).kind == "library" for each in group)
    if vague:
        zh = f"{who.zh} 获取「{what.zh}」，隐私政策只用概括性词语声明{rest.zh}"
        en = f"{who.en} reaches for “{what.en}”, which the policy declares by an umbrella term only{rest.en}"
    else:
        zh = f"{who.zh} 获取「{what.zh}」，隐私政策未声明{rest.zh}"
        en = f"{who.en} reaches for “{what.en}”, which the policy does not declare{rest.en}"
    confidence = "tentative" if vague or unnamed else surest(group)
    return Case(Bilingual(zh=zh, en=en), evidence(group), data_type, confidence)


@predicate("policy.explains_every_permission")
def explains_every_permission(policy: Policy, app: App, knowledge: Knowledge) -> Verdict:
    """Every dangerous permission is named in the policy, or what it opens is declared."""
    names = Names(knowledge, app, None)
    known = {each.name: each for each in knowledge.permissions}
    types = {each.id: each for each in knowledge.data_types}
    said = _Said(policy)
    declared = {each.data_type for each in policy.statements if not each.negated}
    cases = []
    for permission in app.permissions:
        entry = known.get(permission.name)
        if permission.level != "dangerous" or entry is None or _is_explained(entry, said, declared, types):
            continue
        name = names.permission(permission.name)
        message = Bilingual(zh=f"隐私政策未说明权限 {name.zh}", en=f"the policy does not explain {name.en}")
        place = (Evidence(where=f"AndroidManifest.xml:{permission.element}", quote=permission.name),)
        cases.append(Case(message, place, permission.name, "firm"))
    return broken(cases, Case(Bilingual(zh="敏感权限均已说明", en="every dangerous permission is explained")))


def _is_explained(entry: KnownPermission, said: _Said, declared: set[str], types: dict[str, DataType]) -> bool:
    words = [word for each in entry.data_types if each in types for word in types[each].words.zh]
    return bool(declared.intersection(entry.data_types)) or said.names(
        entry.name.rpartition(".")[2], *entry.names_zh, *words
    )


@predicate("policy.keeps_its_word")
def keeps_its_word(policy: Policy, app: App, code: Code, knowledge: Knowledge) -> Verdict:
    """The app's own code reaches for nothing that the policy says the app does not collect."""
    names = Names(knowledge, app, code)
    groups = _reached(code, knowledge)
    declared = {each.data_type for each in policy.statements if not each.negated and not each.umbrella}
    denied: dict[str, Statement] = {}
    for statement in policy.statements:
        if statement.negated and not statement.umbrella and statement.data_type not in declared:
            denied.setdefault(statement.data_type, statement)
    cases = [
        _contradicted(denied[data_type], group, names)
        for data_type, group in sorted(groups.items())
        if data_type in denied
    ]
    return broken(
        cases, Case(Bilingual(zh="未发现与代码矛盾的声明", en="no denial was found that the code contradicts"))
    )


def _contradicted(statement: Statement, group: list[Access], names: Names) -> Case:
    what, who = names.data_type(statement.data_type), names.parties(each.caller for each in group)
    message = Bilingual(
        zh=f"隐私政策称不收集「{what.zh}」，但 {who.zh} 的代码在获取",
        en=f"the policy says that “{what.en}” is not collected, but {who.en} reaches for it",
    )
    return Case(message, (statement.evidence, *evidence(group)[:4]), statement.data_type, surest(group))
