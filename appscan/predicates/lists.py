"""Lists of permissions: that the manifest asks for none of them, or for all that the code requests."""

from collections import defaultdict
from collections.abc import Iterator

from appscan.facts import App, Code, Evidence, Facts, byte_at
from appscan.knowledge import Knowledge
from appscan.scene import case, no, pretty, scene, short, yes
from appscan.verdict import Case, Verdict, broken, predicate

BACKGROUND, FOREGROUND = (f"android.permission.{name}" for name in ("ACCESS_BACKGROUND_LOCATION", "FOREGROUND_SERVICE"))


@predicate("app.declares_none")
def declares_none(app: App, knowledge: Knowledge, *, permissions: tuple[str, ...]) -> Verdict:
    """The manifest asks for none of some permissions, and has no component that is bound by one of them."""
    held = {name: found for name, found in _held(app) if name in permissions}
    names = {each.name: each.names_zh[0] for each in knowledge.permissions if each.name in held and each.names_zh}
    cases = [_declared(name, names.get(name, short(name)), found) for name, found in held.items()]
    return broken(cases, case("清单没有涉及这些权限", "the manifest has none of these permissions"))


def _held(app: App) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """Each permission once, with where the manifest has it."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for asked in app.permissions:
        found[asked.name].append(Evidence(where=f"AndroidManifest.xml:{asked.element}", quote=asked.name))
    for each in app.components:
        if each.permission.rpartition(".")[2].startswith("BIND_"):
            quote = f"{each.name}: permission={each.permission}"
            found[each.permission].append(Evidence(where=f"AndroidManifest.xml:{each.kind}", quote=quote))
    for name, evidence in sorted(found.items()):
        yield name, tuple(evidence)


def _declared(name: str, called: str, evidence: tuple[Evidence, ...]) -> Case:
    zh = f"清单含有“{called}”（{short(name)}）；须确认有专门用途并已说明"
    en = f"the manifest has {short(name)}: make sure that a special function needs it and that it is explained"
    return case(zh, en, evidence, short(name), "firm")


@predicate("app.background_location_shown")
def background_location_shown(app: App) -> Verdict:
    """An app that may locate in the background may run foreground services too, whose notice shows the user."""
    held = {each.name: each for each in app.permissions}
    place = tuple(
        Evidence(where=f"AndroidManifest.xml:{held[name].element}", quote=name)
        for name in (BACKGROUND, FOREGROUND)
        if name in held
    )
    if BACKGROUND in held and FOREGROUND not in held:
        zh = "可在后台定位，却没有声明前台服务权限，无法用通知持续提示用户"
        en = "the app may locate in the background, and has no foreground service whose notice would say so"
        return no(zh, en, place, short(BACKGROUND), "firm")
    return yes("可用前台服务的通知持续提示；是否提示须运行确认", "a foreground service can show it; a run tells", place)


@predicate("permissions.requested_ones_in_manifest")
def requested_ones_in_manifest(app: App, code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001
    """Every permission that the code asks the user for stands in the manifest."""
    view = scene(facts, knowledge)
    held = {each.name for each in app.permissions}
    lacking: dict[str, list[Evidence]] = defaultdict(list)
    for request, _ in view.requests:
        where = Evidence(where=byte_at(request.dex, request.offset), quote=pretty(request.caller))
        for name in request.permissions:
            if view.opens_personal(name) and name not in held:
                lacking[name].append(where)
    cases = [
        case(
            f"代码申请 {short(name)}，清单没有声明",
            f"the code asks for {short(name)}, which the manifest does not declare",
            found,
            short(name),
            "firm",
        )
        for name, found in sorted(lacking.items())
    ]
    return broken(
        cases, case("代码申请的权限都在清单中声明", "the manifest declares every permission that code asks for")
    )
