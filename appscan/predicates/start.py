"""What runs by itself when the app starts, before a user can have agreed."""

from collections.abc import Callable, Iterable

from appscan.facts import App, Bilingual, Code, Confidence, Evidence, Facts
from appscan.knowledge import Knowledge
from appscan.lifecycle import split, starts
from appscan.scene import (
    Reach,
    Scene,
    by_kind_and_owner,
    case,
    grouped,
    joined,
    pretty,
    proofs,
    scene,
    short,
    sure,
    tag,
)
from appscan.verdict import Case, Verdict, broken, predicate

Role = Callable[[str], Bilingual | None]


@predicate("start.nothing_collected")
def nothing_collected(app: App, code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:
    """Methods that run by themselves at the start neither read personal information, nor ask, nor start SDKs."""
    view, roots = scene(facts, knowledge), starts(app, code)

    def at_start(caller: str) -> Bilingual | None:
        owner, method = split(caller)
        start = roots.get(owner)
        return start.role if start and method in start.methods else None

    cases = []
    for subject, reaches in by_kind_and_owner(each for each in view.reaches if at_start(each.caller)).items():
        role = joined(place for each in reaches if (place := at_start(each.caller)))
        name, who = view.kind_name(reaches[0].kind), view.who(reaches[0].owner)
        zh = f"{who.zh}在{role.zh}中直接读取“{name.zh}”，早于用户能够表示同意，除非该处先检查了同意状态"
        en = f"{who.en} reads {name.en} in {role.en}, before consent is possible, unless a check of consent guards it"
        cases.append(case(zh, en, proofs(reaches), subject, _least(reaches)))
    cases += _sdk_starts(view, [each for each in view.behaviours("behavior:sdk_init") if at_start(each.caller)])
    cases += _requests_at_start(view, at_start)
    zh = "启动时自动运行的方法没有直接读取个人信息；更深的调用路径未作跟踪，请运行确认"
    en = "no method that runs by itself at the start reads personal information directly; deeper paths are not followed"
    return broken(cases, case(zh, en))


def _sdk_starts(view: Scene, calls: Iterable[Reach]) -> list[Case]:
    cases = []
    for subject, reaches in grouped(calls, lambda each: f"sdk:{tag(view.attributor.owner(each.api))}").items():
        name = view.who(view.attributor.owner(reaches[0].api))
        zh = f"应用启动时即初始化会收集信息的 {name.zh}；须确认该处先检查了同意状态"
        en = f"{name.en} collects once started, and starts with the app: make sure that a check of consent guards it"
        cases.append(case(zh, en, proofs(reaches), subject, "firm"))
    return cases


def _requests_at_start(view: Scene, at_start: Role) -> list[Case]:
    cases = []
    for request, owner in view.requests:
        role = at_start(request.caller)
        if role:
            names = [
                view.permissions[name].names_zh[:1] or (name,)
                for name in request.permissions
                if view.opens_personal(name)
            ]
            zh = f"{view.who(owner).zh}在{role.zh}中申请权限：{'、'.join(each[0] for each in names)}"
            en = f"{view.who(owner).en} asks for permissions in {role.en}: {', '.join(map(short, request.permissions))}"
            where = Evidence(where=f"{request.dex}@{request.offset:#x}", quote=request.caller)
            cases.append(case(zh, en, (where,), f"request:{pretty(request.caller)}", "firm"))
    return cases


def _least(reaches: list[Reach]) -> Confidence:
    """Firm at most: a check of consent may guard the place. A library that nobody knows is a guess."""
    known = [each.confidence for each in reaches if each.owner.kind != "library"]
    return sure(known, cap="firm") if known else "tentative"
