"""Which kinds of information the code reads, and whether reading them waits for the user."""

from collections.abc import Iterator
from functools import partial

from appscan.facts import CONFIDENCES, Bilingual, CallPath, Code, Confidence, Facts, PathContext, SdkHit
from appscan.knowledge import Category, Knowledge
from appscan.lifecycle import PLACES
from appscan.runs import UNSEEN, Runs
from appscan.scene import Reach, Scene, by_kind_and_owner, case, grouped, joined, no, proofs, scene, sure, sure_of
from appscan.verdict import Case, Verdict, broken, predicate

UNASKED: tuple[PathContext, ...] = ("start", *UNSEEN, "resume")
"""Contexts in which code runs without a user having asked for anything."""

START = Bilingual(zh="应用启动时", en="the app's start")
MOTION = "sensor_data"
LISTENS = "Landroid/hardware/SensorManager;->registerListener"


@predicate("code.reads")
def reads(
    code: Code,  # noqa: ARG001 - needed
    facts: Facts,
    knowledge: Knowledge,
    *,
    data_types: tuple[str, ...],
    except_by: tuple[Category, ...] = (),
    weak: bool = False,
) -> Verdict:
    """The code reads information of some kinds.

    `except_by`: code of SDKs of these categories does not count. `weak`: APIs count that much harmless code uses too.
    """
    view = scene(facts, knowledge)
    found = [
        each
        for each in (_with_weak(view, data_types) if weak else view.reaches)
        if each.kind in data_types and not (each.owner.sdk and view.sdks[each.owner.sdk].category in except_by)
    ]
    cases = []
    for kind, reaches in grouped(found, lambda each: each.kind).items():
        name, owners = view.kind_name(kind), joined(view.who(each.owner) for each in reaches)
        zh, en = f"代码读取“{name.zh}”；读取者：{owners.zh}", f"the code reads {name.en}; read by: {owners.en}"
        cases.append(case(zh, en, proofs(reaches), kind, sure((each.confidence for each in reaches), cap="firm")))
    if cases:
        return Verdict(holds=True, cases=tuple(cases))
    names = joined(view.kind_name(each) for each in data_types)
    return no(f"代码没有读取：{names.zh}", f"the code does not read: {names.en}", by_absence=True)


def _with_weak(view: Scene, kinds: tuple[str, ...]) -> Iterator[Reach]:
    """Every access to some kinds by code that is not known to be harmless, whatever its API stands for else."""
    for each in view.accesses:
        if each.data_type not in kinds:
            continue
        owner = view.attributor.owner(each.caller)
        if view.counts(owner):
            kind = each.data_type
            yield Reach(kind, (kind,), each.api, each.caller, owner, each.dex, each.offset, each.confidence)


@predicate("code.waits_for_user")
def waits_for_user(code: Code, facts: Facts, knowledge: Knowledge, *, data_types: tuple[str, ...]) -> Verdict:  # noqa: ARG001
    """No path from the start, from a return to the front or from background code leads to reading some kinds."""
    view = scene(facts, knowledge)
    cases = []
    for subject, reaches in by_kind_and_owner(each for each in view.reaches if each.kind in data_types).items():
        paths = {each: found for each in reaches if (found := _unasked(each, view.runs))}
        if not paths:
            continue
        places = joined(PLACES.get(path.context, START) for each in paths.values() for path in each)
        name, who = view.kind_name(reaches[0].kind), view.who(reaches[0].owner)
        zh = f"{who.zh}未经用户操作即读取“{name.zh}”（{places.zh}）"
        en = f"{who.en} reads {name.en} without the user's asking, from {places.en}"
        cases.append(case(zh, en, proofs(paths), subject, sure_of(paths, partial(_sure, paths))))
    zh, en = (
        "未见不经用户操作即读取这类信息的调用路径",
        "no call path leads to this information without the user's asking",
    )
    return broken(cases, case(zh, en))


def _unasked(reach: Reach, runs: Runs) -> list[CallPath]:
    found = (runs.path(reach.caller, context) for context in UNASKED)
    return [path for path in found if path is not None]


def _sure(paths: dict[Reach, list[CallPath]], reach: Reach) -> Confidence:
    best = max((each.confidence for each in paths[reach]), key=CONFIDENCES.index)
    return min(best, reach.confidence, key=CONFIDENCES.index)


@predicate("sdk.feels_motion")
def feels_motion(
    code: Code,  # noqa: ARG001 - needed
    sdks: tuple[SdkHit, ...],
    facts: Facts,
    knowledge: Knowledge,
    *,
    categories: tuple[Category, ...],
) -> Verdict:
    """SDKs of some categories listen to sensors, as an advert does that opens when the phone is shaken."""
    view = scene(facts, knowledge)
    present = {each.id for each in sdks if not each.stub}
    listening = (
        each
        for each in _with_weak(view, (MOTION,))
        if each.api == LISTENS and each.owner.sdk in present and view.sdks[each.owner.sdk].category in categories
    )
    cases: list[Case] = []
    for name, reaches in grouped(listening, lambda each: each.owner.sdk).items():
        sdk = view.sdks[name].name
        zh, en = (
            f"{sdk.zh} 的代码监听传感器，可能用于摇一摇跳转",
            f"{sdk.en} listens to sensors: shaking may open its adverts",
        )
        cases.append(case(zh, en, proofs(reaches), name, "firm"))
    if cases:
        return Verdict(holds=True, cases=tuple(cases))
    return no("这类 SDK 的代码没有监听传感器", "no SDK of this kind listens to sensors", by_absence=True)
