"""The frames of a stack × the scene of an APK → which are in it, whose they are, and what sensitive call they make."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from appscan.access import RESOLVER_CLASSES, SETTINGS_CLASSES, Access
from appscan.facts import CallPath, Code, SdkHit, byte_at
from appscan.lifecycle import descriptor
from appscan.scene import Scene, pretty
from appscan.sdks import Owner, dotted
from appscan.stack.model import CallRow, FrameRow, Status, StepRow
from appscan.stack.read import Frame, Stack

PLATFORM = (
    "android.",
    "com.android.internal.",
    "com.android.org.",
    "com.android.server.",
    "com.android.okhttp.",
    "dalvik.",
    "java.",
    "javax.",
    "jdk.",
    "libcore.",
    "org.apache.harmony.",
    "org.json.",
    "org.w3c.dom.",
    "org.xml.sax.",
    "sun.",
)
_WORD = re.compile(r"[A-Za-z_][\w.]{3,}", re.ASCII)


def defined(frame: Frame, code: Code | None) -> bool:
    """Whether its class is in the APK: itself, or the class around it, since numbers of inner ones change by build."""
    package, _, name = frame.owner.rpartition(".")
    names = code.classes.get(package, ()) if code else ()
    return name in names or outer(name) in names


def outer(name: str) -> str:
    """The simple name of the class around an inner class, a lambda or what a compiler made of one."""
    head = name.removeprefix("-$$Lambda$").removeprefix("-$$")
    return head.partition("$")[0] or name


def row_of(frame: Frame, view: Scene, versions: dict[str, SdkHit], lang: str) -> FrameRow:
    """The frame with its status and its owner."""
    if not defined(frame, view.facts.code):
        platform = frame.owner.startswith(PLATFORM) and not frame.owner.startswith("android.support.")
        status: Status = "platform" if platform else "absent"
        return FrameRow(class_name=frame.owner, method=frame.method, place=frame.place, status=status)
    owner = view.attributor.owner(frame.owner)
    hit = versions.get(owner.sdk)
    return FrameRow(
        class_name=frame.owner,
        method=frame.method,
        place=frame.place,
        status="apk",
        owner=owner.kind,
        sdk=owner.sdk,
        sdk_name=sdk_name(owner, view, lang),
        sdk_version=hit.version if hit else "",
    )


def sdk_name(owner: Owner, view: Scene, lang: str) -> str:
    """The name of an SDK; empty where the owner is none."""
    return view.sdks[owner.sdk].name.get(lang) if owner.sdk else ""


def calls_of(stack: Stack, view: Scene, lang: str) -> tuple[CallRow, ...]:
    """The sensitive calls that the frames make: those that the stack or its text names, or else all that are known."""
    callers = {f"{frame.owner}.{frame.method}" for frame in stack.frames}
    reading = [each for each in view.accesses if each.data_type in view.types]
    made = [each for each in reading if pretty(each.caller) in callers]
    named = _named(made, stack, view)
    if not made:
        around = {_around(frame.owner) for frame in stack.frames if defined(frame, view.facts.code)}
        near = [each for each in reading if _around(dotted(each.caller)) in around]
        named = _named(near, stack, view)
    chosen = named or [each for each in made if not each.weak]
    return tuple(_call(each, view, lang, exact=bool(made)) for each in chosen)


def _around(name: str) -> str:
    package, _, simple = name.rpartition(".")
    return f"{package}.{outer(simple)}"


def _named(found: Sequence[Access], stack: Stack, view: Scene) -> list[Access]:
    """Those whose API a frame is, above their caller or anywhere; else those that the text names in some way."""
    above = {each: set(_above(stack.frames, each, view)) for each in {pretty(access.caller) for access in found}}
    everywhere = {f"{frame.owner}.{frame.method}" for frame in stack.frames}
    words = {part for word in _WORD.findall(stack.said) for part in (word, word.rpartition(".")[2])}
    kinds = _kinds(stack.said, view)
    tests: tuple[Callable[[Access], bool], ...] = (
        lambda each: _made_by(above[pretty(each.caller)], each, view),
        lambda each: _made_by(everywhere, each, view),
        lambda each: (each.api.partition("->")[2] or each.api) in words,
        lambda each: each.data_type in kinds,
    )
    return next((chosen for test in tests if (chosen := [each for each in found if test(each)])), [])


def _above(frames: Sequence[Frame], caller: str, view: Scene) -> Iterator[str]:
    """The methods outside the APK that stand directly above a caller."""
    for number, frame in enumerate(frames):
        if f"{frame.owner}.{frame.method}" == caller:
            over = takewhile(lambda each: not defined(each, view.facts.code), reversed(frames[:number]))
            yield from (f"{each.owner}.{each.method}" for each in over)


def _made_by(methods: set[str], access: Access, view: Scene) -> bool:
    """Whether one of the methods is the API itself, or takes the key or the address that decides what is read."""
    owners = {descriptor(each.rpartition(".")[0]) for each in methods}
    kinds = {"setting"} if owners & set(SETTINGS_CLASSES) else set()
    kinds |= {"uri", "field"} if owners & set(RESOLVER_CLASSES) else set()
    keyed = "->" not in access.api or access.api.endswith("_URI")
    return pretty(access.api) in methods or (keyed and any(row.kind in kinds for row in view.rows_of(access.api)))


def _kinds(text: str, view: Scene) -> set[str]:
    """The kinds of information that the text names, in the words of policies."""
    text = text.casefold()
    rows = ((each.id, word) for each in view.knowledge.data_types for word in (*each.words.zh, *each.words.en))
    return {kind for kind, word in rows if word.casefold() in text}


def _call(access: Access, view: Scene, lang: str, *, exact: bool) -> CallRow:
    run = view.runs.run(access.caller, access.dex, access.offset)
    return CallRow(
        api=pretty(access.api),
        data_type=access.data_type,
        name=view.kind_name(access.data_type).get(lang),
        caller=pretty(access.caller),
        where=byte_at(access.dex, access.offset),
        confidence=access.confidence,
        exact=exact,
        runs=run.state,
        gate=pretty(run.gate.key) if run.gate else "",
        path=tuple(_steps(run.path, view, lang)),
    )


def _steps(path: CallPath | None, view: Scene, lang: str) -> Iterator[StepRow]:
    last = len(path.frames) - 1 if path else 0
    for index, (method, hop) in enumerate(zip(path.frames, path.hops, strict=True) if path else ()):
        owner = view.attributor.owner(method)
        yield StepRow(
            method=pretty(method),
            owner=owner.kind,
            sdk=owner.sdk,
            sdk_name=sdk_name(owner, view, lang),
            callback=hop not in ("", "call", "init") and index != last,
            hop=hop,
        )
