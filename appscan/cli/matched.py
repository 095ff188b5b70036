"""Frames of a given stack trace against the facts of an APK."""

import re
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from appscan.access import Access
from appscan.catalogue.model import Catalogue
from appscan.cli.traced import frame_lines, head_line, with_paths
from appscan.errors import InputError
from appscan.facts import Bilingual, Facts
from appscan.lifecycle import descriptor
from appscan.renderers._safe import clean
from appscan.report.model import Language
from appscan.scan import Options, read_facts
from appscan.scene import Scene, pretty

MAX_BYTES = 1 << 20
_FRAME = re.compile(r"(?:^|\s)(?:at\s+)?((?:[\w$]+\.)+[\w$]+)\.([\w$<>]+)\s*\(")
FRAMES = Bilingual(
    zh="堆栈中的 {n} 帧，{m} 帧的类在安装包中：", en="{n} frames in the stack, the classes of {m} are in the APK:"
)
ABSENT = Bilingual(zh="不在安装包中", en="not in the APK")
LIBRARY = Bilingual(zh="未识别的库", en="an unnamed library")
FOUND = Bilingual(zh="对应的静态路径：", en="The static path that it matches:")
NONE = Bilingual(zh="没有敏感调用由这些帧发出", en="no sensitive call is made by these frames")


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
    inside = [frame for frame in frames if _defined(frame, facts)]
    console.print(FRAMES.get(lang).format(n=len(frames), m=len(inside)))
    for frame in frames:
        console.print(_line(frame, view, lang))
    traces = list(with_paths(_matching(frames, view), facts))
    console.print((FOUND if traces else NONE).get(lang))
    for trace in traces:
        console.print(head_line(trace, view, lang))
        for line in frame_lines(trace, view, lang):
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


def _line(frame: Frame, view: Scene, lang: Language) -> Text:
    owner = view.attributor.owner(frame.owner)
    whose = LIBRARY if owner.kind == "library" else view.who(owner)
    note = whose if _defined(frame, view.facts) else ABSENT
    return Text.assemble(f"    at {clean(frame.owner)}.{clean(frame.method)}", (f"  [{clean(note.get(lang))}]", "cyan"))


def _matching(frames: list[Frame], view: Scene) -> list[Access]:
    """Accesses that a frame makes, by the API of the frame above it where that is the platform's own."""
    wanted = {f"{frame.owner}.{frame.method}" for frame in frames}
    apis = {f"{descriptor(frame.owner)}->{frame.method}" for frame in frames}
    found = [each for each in view.accesses if pretty(each.caller) in wanted]
    exact = [each for each in found if each.api in apis]
    return exact or [each for each in found if not each.weak]
