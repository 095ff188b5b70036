"""Parts that an app takes in: code that is loaded later, components with known faults."""

from appscan.facts import Code, Facts, SdkHit
from appscan.knowledge import Knowledge
from appscan.scene import case, grouped, joined, proofs, scene, tag
from appscan.sdk_versions import known_bad
from appscan.verdict import Verdict, broken, predicate


@predicate("security.loads_no_code")
def loads_no_code(
    code: Code,  # noqa: ARG001 - needed
    facts: Facts,
    knowledge: Knowledge,
    *,
    sdks_only: bool = False,
) -> Verdict:
    """The app loads no code at run time, and embeds no framework for hot fixes (`sdks_only`: its own code may)."""
    view = scene(facts, knowledge)
    found = [each for each in view.behaviours("behavior:dynamic_code") if not each.api.startswith("Ljava/lang/System;")]
    found = [each for each in found if not (sdks_only and each.owner.kind == "app")]
    cases = []
    for who, reaches in grouped(found, lambda each: tag(each.owner)).items():
        name = view.who(reaches[0].owner)
        zh, en = f"{name.zh}在运行时加载代码", f"{name.en} loads code at run time"
        cases.append(case(zh, en, proofs(reaches), who, "firm" if reaches[0].owner.kind == "app" else "tentative"))
    fixes = [each for each in facts.sdks or () if view.sdks[each.id].category == "hotfix"]
    if fixes:
        names = joined(view.sdks[each.id].name for each in fixes)
        zh, en = f"含热修复框架：{names.zh}", f"embeds a framework for hot fixes: {names.en}"
        cases.append(case(zh, en, (piece for each in fixes for piece in each.evidence[:2]), "hotfix", "firm"))
    return broken(cases, case("未见动态加载代码", "no code is loaded at run time"))


@predicate("security.no_known_flaws")
def no_known_flaws(sdks: tuple[SdkHit, ...], facts: Facts, knowledge: Knowledge) -> Verdict:
    """No SDK is there in a version that is known to fail a review."""
    view = scene(facts, knowledge)
    cases = []
    for hit in sdks:
        sdk = view.sdks[hit.id]
        for bad in known_bad(sdk, hit.version):
            zh = f"{sdk.name.zh} {hit.version} 低于 {bad.below}：{bad.reason.zh}"
            en = f"{sdk.name.en} {hit.version} is below {bad.below}: {bad.reason.en}"
            cases.append(case(zh, en, hit.evidence[:2], hit.id, "firm"))
    told = [hit for hit in sdks if hit.version]
    text = ", ".join(f"{view.sdks[hit.id].name.en} {hit.version}" for hit in told) or "-"
    zh = f"共 {len(sdks)} 个组件，读到版本的有：{text}；须与漏洞库比对"
    en = f"{len(sdks)} components; versions that could be read: {text}; hold them against a database of flaws"
    return broken(cases, case(zh, en, (piece for hit in told or sdks for piece in hit.evidence[:1])))
