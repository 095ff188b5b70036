"""SDKs in the app against the policy: whether it names each one that handles personal information."""

from appscan.declared import Declared, declared_by
from appscan.facts import Facts, Policy, SdkHit
from appscan.knowledge import Category, Knowledge, Sdk
from appscan.scene import MAX_EVIDENCE, case, joined, no, unknown, yes
from appscan.verdict import Case, Verdict, predicate

PERSONALISING: tuple[Category, ...] = ("ads",)


def chosen(
    sdks: tuple[SdkHit, ...], knowledge: Knowledge, categories: tuple[Category, ...]
) -> list[tuple[SdkHit, Sdk]]:
    """SDKs of the app that are known to handle personal information, of some categories (or of all)."""
    known = {each.id: each for each in knowledge.sdks}
    pairs = [(hit, known[hit.id]) for hit in sdks if hit.id in known and not hit.stub]
    return [
        (hit, sdk)
        for hit, sdk in pairs
        if sdk.handles_personal_information == "yes" and (not categories or sdk.category in categories)
    ]


@predicate("sdk.present")
def present(sdks: tuple[SdkHit, ...], knowledge: Knowledge, *, categories: tuple[Category, ...] = ()) -> Verdict:
    """The app embeds SDKs that handle personal information, of some categories (or of any)."""
    found = chosen(sdks, knowledge, categories)
    if not found:
        zh, en = "未见相关的第三方 SDK", "no SDK of this kind was found"
        return no(zh, en, by_absence=True)
    names = joined(sdk.name for _, sdk in found)
    evidence = [hit.evidence[0] for hit, _ in found if hit.evidence]
    return yes(f"应用嵌入了：{names.zh}", f"the app embeds {names.en}", evidence)


@predicate("sdk.named_in_policy")
def named_in_policy(
    sdks: tuple[SdkHit, ...],
    policy: Policy,
    facts: Facts,
    knowledge: Knowledge,
    *,
    categories: tuple[Category, ...] = (),
) -> Verdict:
    """Every SDK in the app that handles personal information is named in the policy, or its maker is."""
    found = chosen(sdks, knowledge, categories)
    declared = declared_by(policy, knowledge)
    cases = [each for hit, sdk in found if (each := _unnamed(hit, sdk, declared)) is not None]
    if cases and (facts.gaps("policy") or not policy.text):
        text = case(
            "政策没有全部读到，无法判断 SDK 是否写明",
            "the policy could not all be read: which SDKs it names is not known",
        )
        return Verdict(holds=None, cases=(text,))
    if cases:
        return Verdict(holds=False, cases=tuple(cases))
    zh, en = (
        f"识别出的 {len(found)} 个处理个人信息的 SDK 均已写明",
        f"all {len(found)} SDKs that handle personal information are named",
    )
    return yes(zh, en, by_absence=True)


def _unnamed(hit: SdkHit, sdk: Sdk, declared: Declared) -> Case | None:
    named = declared.sdk(sdk)
    if named == "named":
        return None
    maker = f"（{sdk.vendor.name}）" if sdk.vendor.name else ""
    if named == "vague":
        zh = f"政策提到了同一公司的其他 SDK，但没有写明 {sdk.name.zh}{maker}"
        en = f"the policy names another SDK of the same maker, and not {sdk.name.en}"
        return case(zh, en, (), sdk.id, "tentative")._replace(evidence=hit.evidence[:MAX_EVIDENCE])
    zh = f"应用嵌入了处理个人信息的 {sdk.name.zh}{maker}，政策既未写明该 SDK，也未写明其公司"
    en = f"the app embeds {sdk.name.en}, which handles personal information; the policy names neither it nor its maker"
    # Defined classes come first in a hit's evidence, and say most.
    return case(zh, en, (), sdk.id, hit.confidence)._replace(evidence=hit.evidence[:MAX_EVIDENCE])


@predicate("sdk.personalises")
def personalises(facts: Facts, knowledge: Knowledge) -> Verdict:
    """The app personalises content or adverts: an advertising SDK, or the policy says so."""
    ads = chosen(facts.sdks or (), knowledge, PERSONALISING)
    states = facts.policy.clauses if facts.policy else ()
    said = [
        each for each in states if each.id in ("automated_decision", "personalised_optout") and each.state == "present"
    ]
    if ads or said:
        names = joined(sdk.name for _, sdk in ads)
        evidence = [
            *(hit.evidence[0] for hit, _ in ads if hit.evidence),
            *(piece for each in said for piece in each.evidence),
        ]
        zh = f"含广告 SDK：{names.zh}" if ads else "政策提到个性化推荐或自动化决策"
        en = f"advertising SDKs: {names.en}" if ads else "the policy speaks of personalisation or automated decisions"
        return yes(zh, en, evidence)
    if facts.gaps("code") or facts.sdks is None:
        return unknown("代码不完整，可能还有广告 SDK", "not all code could be seen: there may be advertising SDKs")
    return no("未见广告 SDK，政策也未提到个性化推荐", "no advertising SDK, and the policy does not speak of it")
