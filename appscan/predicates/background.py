"""What goes on without a screen: reading in services, receivers and timers; the app starting by itself."""

from collections.abc import Iterator

from appscan.facts import (
    App,
    Bilingual,
    CallPath,
    Code,
    Confidence,
    Evidence,
    Facts,
    PathContext,
    Repeat,
)
from appscan.knowledge import Knowledge
from appscan.lifecycle import PLACES
from appscan.runs import AGAIN, UNSEEN, Runs
from appscan.scene import Reach, Scene, called, case, joined, pretty, proofs, scene, short, sure, sure_of, tag
from appscan.sdks import Owner
from appscan.verdict import Case, Verdict, broken, predicate

LOCATION = "android.permission.ACCESS_BACKGROUND_LOCATION"
SHORT = 60_000
"""Milliseconds below which a constant interval of locating is worth a question."""


LOOP = Bilingual(zh="循环", en="a loop")

SESSIONS = frozenset(("camera_image", "audio_recording", "screen_content"))
"""Devices that a screen opens anew whenever it comes back, as the platform asks: a session goes on, none is added."""

IN_PIECES = SESSIONS | {
    "contacts",
    "sms",
    "call_log",
    "calendar",
    "photos_videos",
    "location_precise",
    "location_coarse",
}
"""What comes in rows, messages, buffers, or from one provider after another: a loop over them is one reading."""


@predicate("background.nothing_collected")
def nothing_collected(app: App, code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - code: needed
    """Services, receivers, jobs and timers lead to no personal information, and the app may not locate unseen."""
    view = scene(facts, knowledge)
    runs = view.runs
    cases = []
    for subject, found in _in_contexts(view, runs, UNSEEN).items():
        place = joined(PLACES[path.context] for _, path in found if path)
        name, who = view.kind_name(found[0][0].kind), view.who(found[0][0].owner)
        zh = f"{who.zh}在后台（{place.zh}）中读取“{name.zh}”；须确认后台确有必要，且已告知用户"
        en = f"{who.en} reads {name.en} in {place.en}: make sure that the background needs it and the user was told"
        cases.append(_case(zh, en, found, subject))
    if any(each.name == LOCATION for each in app.permissions):
        evidence = (Evidence(where="AndroidManifest.xml:uses-permission", quote=LOCATION),)
        zh = "声明了后台定位权限；须确认业务确需后台定位（导航、运动等）"
        en = "the app may locate in the background: make sure that its function needs it (navigation, sports)"
        cases.append(case(zh, en, evidence, short(LOCATION)))
    zh, en = (
        "没有从后台组件通向个人信息的调用路径；运行频度需实测",
        "no call path from background code leads to personal information; a run shows the rest",
    )
    return broken(cases, case(zh, en))


@predicate("background.nothing_timed")
def nothing_timed(code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:
    """No timer, no scheduled job, no loop and no return to the front leads to personal information."""
    view = scene(facts, knowledge)
    runs = view.runs
    every = {each.run: each for each in code.repeats}
    cases = []
    for subject, found in _in_contexts(view, runs, AGAIN, loops=True).items():
        place = joined(PLACES[path.context] if path else LOOP for _, path in found)
        rates = [every[frame].interval_ms for _, path in found if path for frame in path.frames if frame in every]
        fastest = min((each for each in rates if each is not None), default=None)
        name, who = view.kind_name(found[0][0].kind), view.who(found[0][0].owner)
        rate_zh, rate_en = ("", "") if fastest is None else (f"，间隔 {fastest} 毫秒", f", every {fastest} ms")
        zh = f"{who.zh}在{place.zh}中反复读取“{name.zh}”{rate_zh}；须确认频度与业务相称"
        en = f"{who.en} reads {name.en} again and again in {place.en}{rate_en}: make sure that this suits the function"
        cases.append(_case(zh, en, found, subject))
    cases += _located(view, code)
    zh, en = (
        "定时器、定时任务、循环和返回前台均不通向个人信息；实际频度需运行测量",
        "no timer, job, loop or return to the front leads to personal information; a run measures the real rate",
    )
    return broken(cases, case(zh, en))


Place = tuple[Reach, CallPath | None]


def _in_contexts(
    view: Scene, runs: Runs, contexts: tuple[PathContext, ...], *, loops: bool = False
) -> dict[str, list[Place]]:
    """Reaches by kind and owner, each with a path from one of some contexts; None for one that stands in a loop."""
    found: dict[str, list[Place]] = {}
    for each in view.reaches:
        wanted = [name for name in contexts if not (name == "resume" and each.kind in SESSIONS)]
        paths: list[CallPath | None] = [path for name in wanted if (path := runs.path(each.caller, name))]
        if loops and not paths and each.kind not in IN_PIECES and runs.in_loop(each.caller, each.dex, each.offset):
            paths = [None]
        if paths:
            found.setdefault(f"{each.kind}:{tag(each.owner)}", []).extend((each, path) for path in paths)
    return dict(sorted(found.items()))


def _case(zh: str, en: str, found: list[Place], subject: str) -> Case:
    """A case with its places, and the shortest path to them that is longer than one frame."""
    sureness = sure_of([each for each, _ in found], lambda each: _weakest(each, found))
    made = case(zh, en, proofs(each for each, _ in found), subject, sureness)
    paths = [path for _, path in found if path and len(path.frames) > 1]
    if paths:
        path = min(paths, key=lambda each: (len(each.frames), each.frames))
        stack = Evidence(where="call path", quote=" < ".join(map(pretty, path.frames)))
        made = made._replace(evidence=(*made.evidence[:4], stack))
    return made


def _weakest(reach: Reach, found: list[Place]) -> Confidence:
    own = [path.confidence for each, path in found if each is reach and path]
    return sure((reach.confidence,), cap=sure(own) if own else "tentative")  # a loop may run once


def _located(view: Scene, code: Code) -> Iterator[Case]:
    """Requests for the location at a constant interval that is short: one case for each owner and interval."""
    found: dict[tuple[Owner, int], list[Repeat]] = {}
    for each in code.repeats:
        owner = view.attributor.owner(each.caller)
        if owner.sdk and owner == view.attributor.owner(each.api):
            continue  # what an SDK sets inside itself is not what it was asked for
        if each.kind == "location" and each.interval_ms is not None and each.interval_ms < SHORT and view.counts(owner):
            found.setdefault((owner, each.interval_ms), []).append(each)
    for (owner, interval), repeats in found.items():
        who = view.who(owner)
        zh = f"{who.zh}以 {interval} 毫秒的间隔持续定位；须确认频度与业务相称"
        en = f"{who.en} asks for the location every {interval} ms: make sure that this suits the function"
        places = map(called, repeats)
        yield case(zh, en, places, f"interval:{pretty(repeats[0].caller)}", "firm")


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
