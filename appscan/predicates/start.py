"""What runs by itself when the app starts, before a user can have agreed: directly, or further down the calls."""

from collections.abc import Iterable
from typing import NamedTuple

from appscan.facts import CONFIDENCES, Bilingual, Code, Confidence, Evidence, Facts, byte_at
from appscan.knowledge import Knowledge
from appscan.lifecycle import ROLES
from appscan.runs import Run, Runs
from appscan.scene import (
    Reach,
    Scene,
    by_kind_and_owner,
    case,
    grouped,
    pretty,
    proofs,
    scene,
    short,
    tag,
)
from appscan.verdict import Case, Verdict, predicate

MAX_SHOWN = 12
"""Frames of a path that are shown; the ones in the middle of a longer path are left out."""

OPEN = ("before_consent", "undecided")
HOW: dict[str, tuple[str, str]] = {
    "always": ("，早于用户能够表示同意", ", before consent is possible"),
    "open": ("，途中未见同意检查", ", and no check of consent was seen on the way"),
    "undecided": (
        "，途中的检查{}是否为同意检查未能判定",
        "; whether the check {} on the way is one of consent is not decided",
    ),
}


class Found(NamedTuple):
    """One place that runs at the start."""

    reach: Reach
    run: Run


@predicate("start.nothing_collected")
def nothing_collected(code: Code, facts: Facts, knowledge: Knowledge, *, summed: bool = False) -> Verdict:
    """Nothing that runs at the start, or is called from there, reads personal information, asks, or starts SDKs.

    Calls are followed over any number of methods, callbacks included; a check of consent on the way guards. `summed`:
    one case for all, where another item lists them.
    """
    view = scene(facts, knowledge)
    runs = view.runs
    reads = _found(view.reaches, runs)
    cases = [*_reads(view, reads), *_sdk_starts(view, runs, code), *_requests_at_start(view, runs)]
    if cases:
        return Verdict(holds=False, cases=(_summed(cases),) if summed else tuple(cases))
    return Verdict(holds=True, cases=(_clean(reads),), by_absence=True)


def _summed(cases: list[Case]) -> Case:
    """How many there are, with the evidence of the surest ones."""
    surest = sorted(cases, key=lambda each: -CONFIDENCES.index(each.confidence))
    evidence = [piece for each in surest for piece in each.evidence[:1]]
    zh = f"启动后、用户能够表示同意之前，有 {len(cases)} 处读取个人信息、申请权限或启动 SDK，逐项见 A191-3-1"
    en = f"before consent is possible, {len(cases)} places read, ask or start SDKs; A191-3-1 lists them"
    return case(zh, en, evidence, "start", surest[0].confidence)


def _found(reaches: Iterable[Reach], runs: Runs) -> list[Found]:
    """The reaches that run at the start, guarded or not."""
    pairs = (Found(each, runs.run(each.caller, each.dex, each.offset)) for each in reaches)
    return [each for each in pairs if each.run.state in (*OPEN, "guarded") and _from_start(each.run)]


def _from_start(run: Run) -> bool:
    return run.path is not None and run.path.context == "start"


def _reads(view: Scene, reads: list[Found]) -> list[Case]:
    open_ = {each.reach: each.run for each in reads if each.run.state in OPEN}
    cases = []
    for subject, reaches in by_kind_and_owner(open_).items():
        best = min(reaches, key=lambda each: (open_[each].state != "before_consent", *open_[each].rank))
        run, state = open_[best], open_[best].state
        same = [each for each in reaches if open_[each].state == state]
        name, who = view.kind_name(best.kind), view.who(best.owner)
        how_zh, how_en = _how(run)
        tail_zh, tail_en = _tail(run)
        zh = f"{_spaced(who.zh)}{how_zh}读取“{name.zh}”{tail_zh}"
        en = f"{who.en} reads {name.en} {how_en}{tail_en}"
        cases.append(_with_path(case(zh, en, proofs(same), subject, _sure(run, best.confidence)), run))
    return cases


def _clean(reads: list[Found]) -> Case:
    zh = "从启动时自动运行的方法出发，沿调用关系未见读取个人信息；反射、动态加载与原生代码除外，请运行确认"
    en = (
        "no call path from the methods that run by themselves at the start leads to personal information; "
        "reflection, code loaded later and native code aside"
    )
    gates = {each.run.gate.key: each.run.gate for each in reads if each.run.gate}
    if not gates:
        return case(zh, en)
    names = ", ".join(sorted(gates))
    zh = f"启动路径上的 {len(reads)} 处读取均在同意检查（{names}）之后；请运行确认"
    en = f"the {len(reads)} reads on paths from the start all come after a check of consent ({names}); confirm by a run"
    proof = (Evidence(where=each.where, quote=f"{each.kind}: {each.key}") for each in gates.values())
    return case(zh, en, (*proof, *proofs(each.reach for each in reads)))


def _spaced(name: str) -> str:
    """A name with a blank behind it where it ends in Latin letters and Chinese follows."""
    return f"{name} " if name[-1:].isascii() else name


def _how(run: Run) -> tuple[str, str]:
    path = run.path
    assert path is not None  # only runs from the start come here
    role = ROLES.get(path.hops[-1], Bilingual(zh="启动方法", en="a method that runs at the start"))
    length = len(path.frames) - 1
    if length == 0:
        return f"在{role.zh}中直接", f"in {role.en}"
    calls = all(hop in ("call", "init") for hop in path.hops[:-1])
    if calls:
        steps = "one call" if length == 1 else f"{length} calls"
        return f"经 {length} 步调用、自{role.zh}起", f"{steps} down from {role.en}"
    steps = "one callback" if length == 1 else f"{length} calls and callbacks"
    return f"经 {length} 步调用与回调、自{role.zh}起", f"{steps} down from {role.en}"


def _tail(run: Run) -> tuple[str, str]:
    if run.state == "undecided":
        key = f"“{pretty(run.gate.key)}”" if run.gate and run.gate.key else ""
        return HOW["undecided"][0].format(key), HOW["undecided"][1].format(key).replace("  ", " ")
    return HOW["always" if run.always else "open"]


def _sure(run: Run, own: Confidence = "certain") -> Confidence:
    """Certain where nothing branches on the way; firm where a check that was not recognised might guard it."""
    if run.state == "undecided":
        return "tentative"
    top: Confidence = "certain" if run.always else "firm"
    return min(own, run.confidence, top, key=CONFIDENCES.index)


def _with_path(found: Case, run: Run) -> Case:
    """The path as evidence of its own, innermost frame first, as stack traces have it."""
    path = run.path
    pieces = list(found.evidence[:4])
    if path is not None and len(path.frames) > 1:
        marked = [_frame(frame, hop) for frame, hop in zip(path.frames, path.hops, strict=True)]
        if len(marked) > MAX_SHOWN:
            marked = [*marked[: MAX_SHOWN - 4], "…", *marked[-3:]]
        pieces.append(Evidence(where="call path", quote=" < ".join(marked)))
    if run.gate is not None:
        pieces.append(Evidence(where=run.gate.where, quote=f"{run.gate.kind}: {pretty(run.gate.key)}"))
    return found._replace(evidence=tuple(pieces))


def _frame(frame: str, hop: str) -> str:
    name = pretty(frame)
    return name if hop in ("call", "init") or hop in ROLES else f"({hop}: {name})"


def _sdk_starts(view: Scene, runs: Runs, code: Code) -> list[Case]:
    calls = [each for each in view.behaviours("behavior:sdk_init") if each.api not in code.stubs]
    found = {each.reach: each.run for each in _found(calls, runs) if each.run.state in OPEN}
    cases = []
    for subject, reaches in grouped(found, lambda each: f"sdk:{tag(view.attributor.owner(each.api))}").items():
        run = min((found[each] for each in reaches), key=lambda each: (each.state != "before_consent", *each.rank))
        name = view.who(view.attributor.owner(reaches[0].api))
        tail_zh, tail_en = _tail(run)
        zh = f"应用启动时即初始化会收集信息的 {name.zh}{tail_zh}"
        en = f"{name.en} collects once started, and starts with the app{tail_en}"
        cases.append(_with_path(case(zh, en, proofs(reaches), subject, _sure(run)), run))
    return cases


def _requests_at_start(view: Scene, runs: Runs) -> list[Case]:
    cases = []
    for request, owner in view.requests:
        run = runs.run(request.caller, request.dex, request.offset)
        if run.state in OPEN and _from_start(run):
            names = [
                view.permissions[name].names_zh[:1] or (name,)
                for name in request.permissions
                if view.opens_personal(name)
            ]
            how_zh, how_en = _how(run)
            listed = "、".join(each[0] for each in names)
            tail_zh, tail_en = _tail(run)
            zh = f"{_spaced(view.who(owner).zh)}{how_zh}申请权限（{listed}）{tail_zh}"
            en = f"{view.who(owner).en} asks for permissions ({', '.join(map(short, request.permissions))}) {how_en}"
            where = Evidence(where=byte_at(request.dex, request.offset), quote=pretty(request.caller))
            subject = f"request:{pretty(request.caller)}"
            cases.append(_with_path(case(zh, f"{en}{tail_en}", (where,), subject, _sure(run)), run))
    return cases
