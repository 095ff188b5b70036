"""What goes on without a screen: reading in services, receivers and timers; the app starting by itself."""

from collections.abc import Iterable, Iterator

from appscan.facts import App, Code, Component, Evidence, Facts, Policy
from appscan.knowledge import Knowledge
from appscan.lifecycle import background, split, timed
from appscan.scene import Reach, by_kind_and_owner, case, joined, no, proofs, scene, short, sure, sure_of, unknown
from appscan.verdict import Case, Verdict, broken, predicate

BOOT = "android.permission.RECEIVE_BOOT_COMPLETED"
BOOT_ACTIONS = ("BOOT_COMPLETED", "LOCKED_BOOT_COMPLETED", "QUICKBOOT_POWERON")
CHOSEN_BY_THE_USER = ("android.service.wallpaper.WallpaperService",)
STARTS = frozenset(("behavior:self_start", "behavior:associated_start"))
LOCATION = "android.permission.ACCESS_BACKGROUND_LOCATION"


@predicate("background.nothing_collected")
def nothing_collected(app: App, code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:
    """Services, receivers, jobs and timers read no personal information, and the app may not locate unseen."""
    view = scene(facts, knowledge)
    cases = []
    for subject, reaches in by_kind_and_owner(r for r in view.reaches if background(split(r.caller)[0], code)).items():
        place = joined(kind for r in reaches if (kind := background(split(r.caller)[0], code)))
        name, who = view.kind_name(reaches[0].kind), view.who(reaches[0].owner)
        zh = f"{who.zh}在后台组件（{place.zh}）中读取“{name.zh}”；须确认后台确有必要，且已告知用户"
        en = f"{who.en} reads {name.en} in {place.en}: make sure that the background needs it and the user was told"
        cases.append(case(zh, en, proofs(reaches), subject, sure_of(reaches)))
    if any(each.name == LOCATION for each in app.permissions):
        evidence = (Evidence(where="AndroidManifest.xml:uses-permission", quote=LOCATION),)
        zh = "声明了后台定位权限；须确认业务确需后台定位（导航、运动等）"
        en = "the app may locate in the background: make sure that its function needs it (navigation, sports)"
        cases.append(case(zh, en, evidence, short(LOCATION)))
    zh, en = (
        "后台组件没有直接读取个人信息；运行频度需实测",
        "no background class reads personal information directly; a run shows the rest",
    )
    return broken(cases, case(zh, en))


@predicate("background.nothing_timed")
def nothing_timed(code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:
    """No timer and no scheduled job reads personal information."""
    view = scene(facts, knowledge)
    cases = []
    for subject, reaches in by_kind_and_owner(r for r in view.reaches if timed(split(r.caller)[0], code)).items():
        name, who = view.kind_name(reaches[0].kind), view.who(reaches[0].owner)
        zh = f"{who.zh}在定时器或定时任务中读取“{name.zh}”；须确认频度与业务相称"
        en = f"{who.en} reads {name.en} in a timer or scheduled job: make sure that the rate suits the function"
        cases.append(case(zh, en, proofs(reaches), subject, sure_of(reaches)))
    zh, en = (
        "定时器和定时任务没有直接读取个人信息；实际频度需运行测量",
        "no timer or job reads personal information directly; a run measures the real rate",
    )
    return broken(cases, case(zh, en))


@predicate("background.starts_itself")
def starts_itself(app: App, code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - code: needed
    """The app can start by itself, or be started by other apps."""
    cases = tuple(_self_starts(app, facts, knowledge))
    if cases:
        return Verdict(holds=True, cases=cases)
    zh, en = "未见自启动或关联启动的组件", "no component starts the app by itself or from another app"
    return no(zh, en, by_absence=True)


@predicate("background.self_start_told")
def self_start_told(app: App, code: Code, policy: Policy, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001
    """Where the app starts by itself or is started by others, the policy tells when and why."""
    cases = tuple(_self_starts(app, facts, knowledge))
    clause = next((each for each in policy.clauses if each.id == "self_start"), None)
    if not cases or (clause and clause.state == "present"):
        zh, en = (
            "政策说明了自启动或关联启动；频度与必要性需运行确认",
            "the policy tells of it; a run shows how often and whether it is needed",
        )
        return Verdict(holds=True, cases=(case(zh, en, clause.evidence if clause else ()), *cases))
    if clause is None or clause.state in ("elsewhere", "unknown") or facts.gaps("policy"):
        return unknown("无法判断政策是否说明了自启动", "whether the policy tells of it is not known")
    tail_zh, tail_en = "，政策没有说明自启动或关联启动", "; the policy does not tell of it"
    return Verdict(
        holds=False,
        cases=tuple(
            case(each.message.zh + tail_zh, each.message.en + tail_en, each.evidence, each.subject, "firm")
            for each in cases
        ),
    )


def _self_starts(app: App, facts: Facts, knowledge: Knowledge) -> Iterator[Case]:
    view = scene(facts, knowledge)
    rows = {
        each.target: each.data_types
        for each in knowledge.apis
        if each.kind == "action"
        and not each.weak
        and STARTS & set(each.data_types)
        and each.target not in CHOSEN_BY_THE_USER
    }
    boots = any(each.name == BOOT for each in app.permissions)
    for component in app.components:
        owner = view.attributor.owner(component.name)
        actions = [action for action in _actions(component) if action in rows]
        actions = [action for action in actions if boots or not action.endswith(BOOT_ACTIONS)]
        if component.enabled and actions and view.counts(owner):
            who, names = view.who(owner), ", ".join(short(action) for action in actions)
            zh = f"{who.zh}的组件 {component.name} 可自启动或被其他应用唤醒（{names}）"
            en = f"{component.name} of {who.en} starts the app by itself or from another app ({names})"
            quote = f"{component.name}: {', '.join(actions)}"
            yield case(zh, en, (Evidence(where=f"AndroidManifest.xml:{component.kind}", quote=quote),), component.name)
    yield from _by_code(view.behaviours(*STARTS))


def _by_code(reaches: Iterable[Reach]) -> Iterator[Case]:
    calls = [each for each in reaches if "->" in each.api]
    if calls:
        zh, en = (
            "代码会安排重启后仍生效的任务或唤醒其他应用",
            "code schedules work that survives a restart, or wakes other apps",
        )
        yield case(zh, en, proofs(calls), "code", "firm")


def _actions(component: Component) -> list[str]:
    return sorted({action for each in component.filters for action in each.actions})


@predicate("background.no_unasked_install")
def no_unasked_install(code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - code: needed
    """No advertising, push or other SDK installs apps; only the app's own code may."""
    view = scene(facts, knowledge)
    calls = view.behaviours("behavior:install_app")
    cases = []
    for each in sorted({reach.owner.sdk for reach in calls if reach.owner.kind == "sdk"}):
        reaches, name = [reach for reach in calls if reach.owner.sdk == each], view.sdks[each].name
        zh = f"{name.zh} 会安装应用；须确认每次下载、安装都由用户主动发起并确认"
        en = f"{name.en} installs apps: make sure that the user starts and confirms each download and installation"
        cases.append(case(zh, en, proofs(reaches), each, sure((r.confidence for r in reaches), cap="firm")))
    own = [reach for reach in calls if reach.owner.kind != "sdk"]
    zh, en = (
        "未见第三方 SDK 安装应用；下载提示页面需人工查看",
        "no SDK installs apps; a person must look at the download screens",
    )
    return broken(cases, case(zh, en, proofs(own)))
