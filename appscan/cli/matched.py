"""Frames of a given stack trace against the facts of an APK."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from appscan.access import accesses
from appscan.catalogue.model import Catalogue
from appscan.cli.traced import Trace, frame_lines, head_line
from appscan.errors import InputError
from appscan.facts import Facts
from appscan.lifecycle import descriptor
from appscan.renderers._safe import clean
from appscan.report.model import Language
from appscan.scan import Options, read_facts
from appscan.scene import Scene, pretty

MAX_BYTES = 1 << 20
_FRAME = re.compile(r"(?:^|\s)(?:at\s+)?((?:[\w$]+\.)+[\w$]+)\.([\w$<>]+)\s*\(")
WORDS = {
    "frames": (
        "堆栈中的 {n} 帧，{m} 帧的类在安装包中：",
        "{n} frames in the stack, the classes of {m} are in the APK:",
    ),
    "absent": ("不在安装包中", "not in the APK"),
    "own": ("应用自身代码", "the app's own code"),
    "library": ("未识别的库", "an unnamed library"),
    "found": ("对应的静态路径：", "The static path that it matches:"),
    "none": ("没有敏感调用由这些帧发出", "no sensitive call is made by these frames"),
}


class Frame(NamedTuple):
    """One frame of the stack: dotted class and method."""

    owner: str
    method: str


def print_match(catalogue: Catalogue, apk: Path, stack: Path, lang: Language) -> None:
    """Print what the frames are and which sensitive call they make. Raises `InputError`."""
    frames = read_stack(stack)
    facts = read_facts(apk, catalogue, Options(lang=lang))
    view = Scene(facts, catalogue.knowledge)
    console = Console(soft_wrap=True)
    at = 0 if lang == "zh" else 1
    inside = [frame for frame in frames if _defined(frame, facts)]
    console.print(WORDS["frames"][at].format(n=len(frames), m=len(inside)))
    for frame in frames:
        console.print(_line(frame, facts, view, at))
    traces = list(_matching(frames, facts, catalogue))
    console.print(WORDS["found" if traces else "none"][at])
    for trace in traces:
        console.print(head_line(trace, view, lang))
        for line in frame_lines(trace, view, at):
            console.print(line)


def read_stack(path: Path) -> list[Frame]:
    """The frames in a text, in its order. Raises `InputError` where there is none."""
    try:
        text = path.read_bytes()[:MAX_BYTES].decode("utf-8", "replace")
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read ({error.strerror})", f"{path}：无法读取（{error.strerror}）"
        ) from error
    frames = [Frame(*match.groups()) for line in text.splitlines() if (match := _FRAME.search(line))]
    if not frames:
        raise InputError(f"{path}: holds no stack frame such as `at com.x.Y.m(Y.java:1)`", f"{path}：没有堆栈帧")
    return frames


def _defined(frame: Frame, facts: Facts) -> bool:
    package, _, name = frame.owner.rpartition(".")
    return facts.code is not None and name in facts.code.classes.get(package, ())


def _line(frame: Frame, facts: Facts, view: Scene, at: int) -> Text:
    owner = view.attributor.owner(frame.owner)
    lang: Language = "zh" if at == 0 else "en"
    whose = (
        clean(view.who(owner).get(lang))
        if owner.kind == "sdk"
        else WORDS["own" if owner.kind == "app" else "library"][at]
    )
    note = whose if _defined(frame, facts) else WORDS["absent"][at]
    return Text.assemble(f"    at {clean(frame.owner)}.{clean(frame.method)}", (f"  [{note}]", "cyan"))


def _matching(frames: list[Frame], facts: Facts, catalogue: Catalogue) -> Iterator[Trace]:
    """Accesses that a frame makes, by the API of the frame above it where that is the platform's own."""
    if facts.code is None:
        return
    wanted = {f"{frame.owner}.{frame.method}": index for index, frame in enumerate(frames)}
    apis = {f"{descriptor(frame.owner)}->{frame.method}" for frame in frames}
    paths = {each.caller: each for each in facts.code.start_paths}
    found = [each for each in accesses(facts.code, catalogue.knowledge) if pretty(each.caller) in wanted]
    exact = [each for each in found if each.api in apis]
    for access in exact or [each for each in found if not each.weak]:
        yield Trace(access, paths.get(access.caller))
