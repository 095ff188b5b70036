"""The app starting by itself, being woken by others, and keeping itself alive."""

import re
from collections.abc import Iterable, Iterator

from appscan.facts import App, Code, Component, Evidence, Facts, Policy
from appscan.knowledge import Knowledge
from appscan.scene import Reach, Scene, case, no, proofs, scene, short, unknown
from appscan.verdict import Case, Verdict, predicate

BOOT = "android.permission.RECEIVE_BOOT_COMPLETED"
BOOT_ACTIONS = ("BOOT_COMPLETED", "LOCKED_BOOT_COMPLETED", "QUICKBOOT_POWERON")
CHOSEN_BY_THE_USER = ("android.service.wallpaper.WallpaperService",)
STARTS = frozenset(("behavior:self_start", "behavior:associated_start"))
WAKING = re.compile(r"wake|daemon|keep.?alive|guard|assist|pull.?up", re.IGNORECASE)


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
    yield from _woken(app, view)
    yield from _pairs(app, facts.code or Code(), view)
    yield from _by_code(view.behaviours(*STARTS))


def _woken(app: App, view: Scene) -> Iterator[Case]:
    """Services that any other app may start, of push SDKs or named for keeping apps awake."""
    for component in app.components:
        if component.kind != "service" or not (component.exported and component.enabled) or component.permission:
            continue
        owner = view.attributor.owner(component.name)
        pushes = owner.kind == "sdk" and view.sdks[owner.sdk].category == "push"
        named = WAKING.search(component.name.rpartition(".")[2]) is not None
        if (pushes or named) and view.counts(owner):
            who = view.who(owner)
            zh = f"{who.zh}的服务 {component.name} 对外导出且不设权限，其他应用可将其唤醒"
            en = f"{component.name} of {who.en} is exported without a permission: any app can wake it"
            where = Evidence(where="AndroidManifest.xml:service", quote=f"{component.name}: exported")
            yield case(zh, en, (where,), f"woken:{component.name}", "firm")


def _pairs(app: App, code: Code, view: Scene) -> Iterator[Case]:
    """Components in two processes that start each other."""
    processes = {each.name: each.process for each in app.components if each.kind in ("service", "receiver")}
    linked = {(each.source, each.target) for each in code.links}
    for one, two in sorted(linked):
        both = one < two and (two, one) in linked and one in processes and two in processes
        if both and processes[one] != processes[two] and view.counts(view.attributor.owner(one)):
            zh = f"{one} 与 {two} 分处两个进程并互相启动（双进程保活）"
            en = f"{one} and {two} run in two processes and start each other, which keeps the app alive"
            names = (f"{name} (process {processes[name] or 'main'})" for name in (one, two))
            where = Evidence(where="AndroidManifest.xml:service", quote=" <-> ".join(names))
            yield case(zh, en, (where,), f"pair:{one}", "firm")


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
