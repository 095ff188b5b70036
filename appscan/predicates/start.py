"""What runs by itself when the app starts, before a user can have agreed: directly, or further down the calls."""

from typing import NamedTuple

from appscan.facts import App, Bilingual, Code, Confidence, Evidence, Facts, StartPath
from appscan.knowledge import Knowledge
from appscan.lifecycle import Start, split, starts
from appscan.scene import (
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
    sure_of,
    tag,
)
from appscan.verdict import Case, Verdict, broken, predicate

MAX_SHOWN = 12
"""Frames of a path that are shown; the ones in the middle of a longer path are left out."""


class Way(NamedTuple):
    """How a method runs at the start: from what, and by which path (empty where it is a start method itself)."""

    role: Bilingual
    path: StartPath | None = None

    @property
    def length(self) -> int:
        """Calls between the start method and this one."""
        return len(self.path.frames) - 1 if self.path else 0

    @property
    def rank(self) -> tuple[bool, int]:
        """Ways by calls alone before ways by callbacks, shorter ones first."""
        return bool(self.path and self.path.callbacks), self.length


class Ways:
    """The ways by which methods run at the start."""

    def __init__(self, app: App, code: Code) -> None:
        self._roots = starts(app, code)
        self._paths = {each.caller: each for each in code.start_paths}

    def to(self, caller: str) -> Way | None:
        """The shortest way to a method; None where none was found."""
        direct = self._start(caller)
        if direct:
            return Way(direct.role)
        path = self._paths.get(caller)
        root = self._start(path.frames[-1]) if path else None
        return Way(root.role, path) if root else None

    def _start(self, caller: str) -> Start | None:
        owner, method = split(caller)
        start = self._roots.get(owner)
        return start if start and method in start.methods else None


@predicate("start.nothing_collected")
def nothing_collected(app: App, code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:
    """Nothing that runs at the start, or is called from there, reads personal information, asks, or starts SDKs.

    Calls are followed over any number of methods, callbacks included.
    """
    view, ways = scene(facts, knowledge), Ways(app, code)
    found = [(each, way) for each in view.reaches if (way := ways.to(each.caller))]
    nearest = dict(found)
    cases = []
    for subject, reaches in by_kind_and_owner(nearest).items():
        way = min((nearest[each] for each in reaches), key=lambda each: each.rank)
        role = joined(nearest[each].role for each in reaches)
        name, who = view.kind_name(reaches[0].kind), view.who(reaches[0].owner)
        how_zh, how_en = _how(way)
        zh = f"{_spaced(who.zh)}{how_zh.format(role.zh)}读取“{name.zh}”，早于用户能够表示同意，除非途中先检查了同意状态"
        en = f"{who.en} reads {name.en} {how_en.format(role.en)}, before consent is possible, unless a check guards it"
        sureness = sure_of(reaches, lambda each: sure((each.confidence,), cap=_by(nearest[each])))
        cases.append(_with_path(case(zh, en, proofs(reaches), subject, sureness), way))
    cases += _sdk_starts(view, ways)
    cases += _requests_at_start(view, ways)
    zh = "从启动时自动运行的方法出发，沿调用关系未见读取个人信息；反射、动态加载与原生代码除外，请运行确认"
    en = (
        "no call path from the methods that run by themselves at the start leads to personal information; "
        "reflection, code loaded later and native code aside"
    )
    return broken(cases, case(zh, en))


def _spaced(name: str) -> str:
    """A name with a blank behind it where it ends in Latin letters and Chinese follows."""
    return f"{name} " if name[-1:].isascii() else name


def _how(way: Way) -> tuple[str, str]:
    if way.path is None:
        return "在{}中直接", "in {}"
    steps = "one call" if way.length == 1 else f"{way.length} calls"
    if way.path.callbacks:
        steps = "one callback" if way.length == 1 else f"{way.length} calls and callbacks"
        return f"经 {way.length} 步调用与回调、自{{}}起", f"{steps} down from {{}}"
    return f"经 {way.length} 步调用、自{{}}起", f"{steps} down from {{}}"


def _with_path(found: Case, way: Way) -> Case:
    """The path as evidence of its own, innermost frame first, as stack traces have it."""
    if way.path is None:
        return found
    frames = [pretty(each) for each in way.path.frames]
    marked = [f"({each})" if index in way.path.callbacks else each for index, each in enumerate(frames)]
    if len(marked) > MAX_SHOWN:
        marked = [*marked[: MAX_SHOWN - 4], "…", *marked[-3:]]
    stack = Evidence(where="call path", quote=" < ".join(marked))
    return found._replace(evidence=(*found.evidence[:4], stack))


def _sdk_starts(view: Scene, ways: Ways) -> list[Case]:
    calls = [(each, way) for each in view.behaviours("behavior:sdk_init") if (way := ways.to(each.caller))]
    nearest = dict(calls)
    cases = []
    for subject, reaches in grouped(nearest, lambda each: f"sdk:{tag(view.attributor.owner(each.api))}").items():
        way = min((nearest[each] for each in reaches), key=lambda each: each.rank)
        name = view.who(view.attributor.owner(reaches[0].api))
        zh = f"应用启动时即初始化会收集信息的 {name.zh}；须确认该处先检查了同意状态"
        en = f"{name.en} collects once started, and starts with the app: make sure that a check of consent guards it"
        cases.append(_with_path(case(zh, en, proofs(reaches), subject, _by(way)), way))
    return cases


def _requests_at_start(view: Scene, ways: Ways) -> list[Case]:
    cases = []
    for request, owner in view.requests:
        way = ways.to(request.caller)
        if way:
            names = [
                view.permissions[name].names_zh[:1] or (name,)
                for name in request.permissions
                if view.opens_personal(name)
            ]
            how_zh, how_en = _how(way)
            listed = "、".join(each[0] for each in names)
            zh = f"{_spaced(view.who(owner).zh)}{how_zh.format(way.role.zh)}申请权限：{listed}"
            en = f"{view.who(owner).en} asks for permissions {how_en.format(way.role.en)}: "
            en += ", ".join(map(short, request.permissions))
            where = Evidence(where=f"{request.dex}@{request.offset:#x}", quote=pretty(request.caller))
            subject = f"request:{pretty(request.caller)}"
            cases.append(_with_path(case(zh, en, (where,), subject, _by(way)), way))
    return cases


def _by(way: Way) -> Confidence:
    """Firm at most, since a check of consent may guard the way; a callback may never be called."""
    return "tentative" if way.path and way.path.callbacks else "firm"
