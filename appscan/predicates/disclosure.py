"""The policy's list of SDKs against the app: what an entry leaves out, and what an SDK reaches beyond it."""

from collections.abc import Iterable

from appscan.declared import declared_by
from appscan.disclosed import CELLS, Entries, place
from appscan.facts import App, Code, Evidence, Facts, Policy, SdkHit, ThirdParty
from appscan.knowledge import Knowledge, Sdk
from appscan.permission_use import permission_uses
from appscan.scene import (
    MAX_EVIDENCE,
    Reach,
    Scene,
    case,
    grouped,
    joined,
    proofs,
    scene,
    short,
    sure,
    sure_of,
)
from appscan.verdict import Case, Verdict, broken, predicate

PARTS = {
    "purpose": ("使用目的", "its purpose"),
    "data": ("收集的信息类型", "what it collects"),
    "link": ("隐私政策链接", "a link to its own rules"),
}


@predicate("sdk.disclosed_fully")
def disclosed_fully(sdks: tuple[SdkHit, ...], policy: Policy, facts: Facts, knowledge: Knowledge) -> Verdict:
    """What the policy's list says of an SDK in the app gives its purpose, what it collects, and its own rules."""
    known = {each.id: each for each in knowledge.sdks}
    present = {hit.id for hit in sdks if not hit.stub}
    cases, compared = [], 0
    for hit in sdks:
        sdk = known.get(hit.id)
        if sdk is None or hit.stub or sdk.handles_personal_information != "yes" or present & set(sdk.part_of):
            continue
        entries = Entries(sdk, policy, knowledge)
        compared += bool(entries.own)
        if missing := entries.missing():
            cases.append(_incomplete(sdk, hit, entries.own, missing))
    if cases and facts.gaps("policy"):
        return _unread()
    held = case("政策没有识别出的 SDK 的条目可供比对", "the policy has no entry for an SDK of the app to compare")
    if compared:
        held = case(
            f"政策中有条目的 {compared} 个 SDK，条目未见缺少目的、信息类型或规则链接",
            f"no purpose, data or link is seen to be missing in the policy's entries for {compared} of the app's SDKs",
        )
    return broken(cases, held)


def _incomplete(sdk: Sdk, hit: SdkHit, entries: tuple[ThirdParty, ...], missing: Iterable[str]) -> Case:
    """Only ever tentative: another document, or a cell that was not read, may give what is missing."""
    zh_parts = "、".join(PARTS[each][0] for each in missing)
    en_parts = ", ".join(PARTS[each][1] for each in missing)
    row = any(CELLS in each.evidence.quote for each in entries)
    zh_how, en_how = ("清单中的条目", "the list's entry for") if row else ("提到它的文字", "what the policy says of")
    zh = f"应用嵌入了 {sdk.name.zh}，政策{zh_how}没有写明：{zh_parts}"
    en = f"the app embeds {sdk.name.en}, and {en_how} it does not give {en_parts}"
    found = case(zh, en, (), f"{sdk.id}:entry", "tentative")
    return found._replace(evidence=(*place(entries), *hit.evidence)[:MAX_EVIDENCE])


@predicate("sdk.keeps_to_row")
def keeps_to_row(code: Code, policy: Policy, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - code: needed
    """An SDK's own code reaches only for what the policy's entry for it names."""
    view = scene(facts, knowledge)
    stubs = {hit.id for hit in facts.sdks or () if hit.stub}
    reaches = (each for each in view.reaches if each.owner.sdk and each.owner.sdk not in stubs)
    cases: list[Case] = []
    for name, own in grouped(reaches, lambda each: each.owner.sdk).items():
        entries = Entries(view.sdks[name], policy, knowledge)
        if entries.all and entries.tells_data():
            cases.extend(_beyond(view, entries, own))
    if cases and facts.gaps("policy"):
        return _unread()
    held = case(
        "未发现 SDK 读取其政策条目之外的信息",
        "no SDK was found to reach for what the policy's entry for it does not name",
    )
    return broken(cases, held)


def _beyond(view: Scene, entries: Entries, reaches: list[Reach]) -> list[Case]:
    """A case for each kind that the entries do not name, and one for all that only a wide word covers."""
    sdk, cases, wide = entries.sdk, [], []
    row = any(CELLS in each.evidence.quote for each in entries.all)
    for kind, group in grouped(reaches, lambda each: each.kind).items():
        ways = {id(each): _named(entries, each) for each in group}
        unnamed = [each for each in group if not ways[id(each)]]
        wide += [each for each in group if ways[id(each)] == "vague"]
        if unnamed:
            name = view.kind_name(kind)
            said_zh, said_en = (
                ("称不收集个人信息", "says that it collects nothing")
                if entries.nothing
                else ("没有写明这一类型", "does not name it")
            )
            zh = f"{sdk.name.zh}的代码读取“{name.zh}”，政策中它的条目{said_zh}"
            en = f"{sdk.name.en} reads {name.en}; the policy's entry for it {said_en}"
            cases.append(_case(zh, en, entries, unnamed, f"{kind}:{sdk.id}", row=row))
    if wide:
        names = joined(view.kind_name(each.kind) for each in wide)
        zh = f"{sdk.name.zh}的代码读取“{names.zh}”，政策中它的条目只用笼统说法概括"
        en = f"{sdk.name.en} reads {names.en}; the policy's entry for it has only a word for many kinds at once"
        cases.append(_case(zh, en, entries, wide, f"vague:{sdk.id}", row=False))
    return cases


def _named(entries: Entries, reach: Reach) -> str:
    """How the entries name what a reach can give: one of the kinds is enough."""
    ways = {entries.names(kind) for kind in reach.kinds if not kind.startswith("behavior:")}
    return "named" if "named" in ways else "vague" if "vague" in ways else ""


def _case(zh: str, en: str, entries: Entries, reaches: list[Reach], subject: str, *, row: bool) -> Case:
    """The entry first, then the calls; firm where a table's row was read, else tentative."""
    found = case(zh, en, proofs(reaches), subject, sure((sure_of(reaches),), cap="firm" if row else "tentative"))
    head: tuple[Evidence, ...] = place(entries.all)[:1]
    return found._replace(evidence=(*head, *found.evidence))


@predicate("sdk.permissions_declared")
def permissions_declared(app: App, code: Code, policy: Policy, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001
    """A permission of the manifest that SDKs use, and no code asks for, is spoken of in the policy as well."""
    view, declared = scene(facts, knowledge), declared_by(policy, knowledge)
    requested = {name for request, _ in view.requests for name in request.permissions}
    cases = []
    for each in permission_uses(view):
        users = [use for use in each.uses if use.owner.sdk and not use.weak and not use.general]
        if not users or not each.asked or not each.known or each.name in requested:
            continue
        if view.opens_personal(each.name) and not declared.permission(each.known):
            who = joined(view.who(use.owner) for use in users)
            name = (each.known.names_zh or (short(each.name),))[0]
            zh = f"清单声明的“{name}”权限由 SDK 的代码使用（{who.zh}），政策没有提到它或它所能读取的信息"
            en = f"code of {who.en} uses {short(each.name)}; the policy mentions neither it nor what it opens"
            cases.append(case(zh, en, (use.evidence() for use in users), f"{short(each.name)}:sdk", "tentative"))
    if cases and (facts.gaps("policy") or not policy.text):
        return _unread()
    held = case(
        "SDK 使用的权限在政策中均有提及", "the policy speaks of every permission that only the code of SDKs uses"
    )
    return broken(cases, held)


def _unread() -> Verdict:
    text = case(
        "政策没有全部读到，无法判断清单是否完整",
        "the policy could not all be read: whether its list is complete is not known",
    )
    return Verdict(holds=None, cases=(text,))
