"""Device identifiers that SDKs read, against what the table of T/TAF 077.5 gives their purpose."""

from collections.abc import Iterable

from appscan.declared import declared_by
from appscan.facts import Bilingual, Code, Confidence, Facts, Policy
from appscan.knowledge import IdentifierPurpose, Knowledge, Sdk
from appscan.scene import Reach, Scene, by_kind_and_owner, case, proofs, scene, sure
from appscan.verdict import Case, Verdict, broken, predicate


@predicate("sdk.identifiers_fit_purpose")
def identifiers_fit_purpose(code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - code: needed
    """No SDK's code reads a device identifier that the table of T/TAF 077.5 calls needless for the SDK's purpose.

    One that only a further function may collect passes where the policy names it. Identifiers that can be reset are
    not judged.
    """
    view = scene(facts, knowledge)
    cases = []
    judged: set[str] = set()
    for subject, reaches in by_kind_and_owner(each for each in view.reaches if each.owner.kind == "sdk").items():
        sdk = view.sdks[reaches[0].owner.sdk]
        purposes = _purposes(sdk, view)
        judged |= {sdk.name.zh} if purposes else set()
        if purposes and (found := _misfit(view, purposes, sdk, reaches)):
            cases.append(found._replace(subject=subject))
    zh = f"读取个人信息且用途在表中的 SDK 有 {len(judged)} 个，未见超出用途读取不可变更的设备标识"
    en = f"{len(judged)} SDKs of a purpose in the table read information; none reads a fixed identifier beyond it"
    return broken(cases, case(zh, en))


def _purposes(sdk: Sdk, view: Scene) -> list[IdentifierPurpose]:
    """What an SDK is there for; for a part whose own category says nothing, what the SDKs are that bring it along."""
    given = {category: each for each in view.knowledge.identifier_purposes for category in each.categories}
    if sdk.category in given:
        return [given[sdk.category]]
    present = {each.id for each in view.facts.sdks or ()}
    wholes = [view.sdks[name].category for name in sdk.part_of if name in present and name in view.sdks]
    return [given[category] for category in dict.fromkeys(wholes) if category in given]


def _misfit(view: Scene, purposes: list[IdentifierPurpose], sdk: Sdk, reaches: list[Reach]) -> Case | None:
    """The breach, if what is read suits none of the purposes."""
    kind = reaches[0].kind
    # Where an API can give several things, only what it is there for counts.
    known = all(kind in (*each.necessary, *each.extended, *each.unnecessary) for each in purposes)
    if not known or any(kind in each.necessary for each in purposes):
        return None
    further = any(kind in each.extended for each in purposes)
    policy = view.facts.policy if view.facts.policy and not view.facts.gaps("policy") else None
    if further and policy and _told(kind, sdk, policy, view.knowledge):
        return None
    name, who, what = view.kind_name(kind), sdk.name, _joined(purposes)
    zh = f"{what.zh}类 SDK “{who.zh}”的代码读取“{name.zh}”，该标识不可变更"
    en = f"the code of {who.en}, an SDK for {what.en.lower()}, reads {name.en}, which cannot be reset"
    if not further:
        zh, en = f"{zh}，不属于该用途所需", f"{en} and which this purpose does not need"
    elif policy:
        zh, en = (
            f"{zh}；只有扩展功能才可收集，政策没有写明",
            f"{en}; only a further function may, and the policy is silent",
        )
    else:
        zh = f"{zh}；只有扩展功能才可收集，政策未提供或未全部读到，须确认已写明"
        en = f"{en}; only a further function may: see that the policy, not read in full, names it"
    cap: Confidence = "tentative" if further and not policy else "firm"
    return case(zh, en, proofs(reaches), "", sure((each.confidence for each in reaches), cap=cap))


def _told(kind: str, sdk: Sdk, policy: Policy, knowledge: Knowledge) -> bool:
    """Whether the policy names the identifier: in the SDK's own row, or anywhere."""
    listed = any(each.sdk == sdk.id and kind in each.data_types for each in policy.third_parties)
    return listed or declared_by(policy, knowledge).data_type(kind) == "named"


def _joined(purposes: Iterable[IdentifierPurpose]) -> Bilingual:
    names = [each.name for each in purposes]
    return Bilingual(zh="、".join(each.zh for each in names), en=" or ".join(each.en for each in names))
