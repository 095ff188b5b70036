r"""The text of a rejection → the stack traces in it.

Stores and regulators send stacks as logs, as cells of a table, as one line with arrows or `\n` written out, with or
without `at`, numbers and brackets, half- or full-width. Whatever reads as `package.Class.method` is a frame.
"""

import html
import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

MAX_BYTES = 1 << 20
MAX_FRAMES = 2000

_NAME = r"(?:-(?=\$))?[A-Za-z_$][\w$-]{0,200}"
_METHOD = rf"(?:<(?:cl)?init>|{_NAME})"
_BRACKETED = re.compile(rf"(?<![\w$])((?:{_NAME}\.){{0,40}}{_NAME})\.({_METHOD})[ \t]?\(([^()]{{0,200}})\)", re.ASCII)
_BARE = re.compile(rf"(?<![\w$./:@-])(at\s+)?((?:{_NAME}\.){{1,40}}{_NAME})\.({_METHOD})(?![\w$./:@(-])", re.ASCII)
_TYPES = r"\([\w$/;\[-]{0,500}\)\[{0,9}(?:L[\w$/-]{1,200};|[A-Z]\b)"
_SMALI = re.compile(rf"(?<![\w$/])L((?:{_NAME}/){{0,40}}{_NAME});->({_METHOD})(?:{_TYPES})?", re.ASCII)
_PLACE = re.compile(r"source|native|\.java|\.kt\b|:\d+$|^r8-|proguard|lambda", re.IGNORECASE)
_ROWS = re.compile(r"<br\s*/?>|</(?:tr|p|div|li)>", re.IGNORECASE)
_CELLS = re.compile(r"</?t[dh]\b[^<>]{0,200}>", re.IGNORECASE)
_WITHIN = re.compile(r"\\r\\n|\\[nrt]|<[-=]{1,8}|(?<![-=])[-=]{1,8}>|[←→⇐⇒⟵⟶]")
_STILL = re.compile(r"\s*(?:[#\[(]?\d+[\])]?[.:]?\s*)?(?:at\s|\.{3}\s|-{3,}|={3,})")
"""Lines that do not end a stack though no frame is read from them."""
_ENDINGS = frozenset("java kt class xml so html htm txt jar apk dex com cn net org io".split())
_OUTERMOST = (
    "android.app.ActivityThread",
    "com.android.internal.os.ZygoteInit",
    "com.android.internal.os.RuntimeInit",
    "java.lang.Thread",
)


class Frame(NamedTuple):
    """One frame: dotted class, method, and what stood in the brackets."""

    owner: str
    method: str
    place: str = ""


class Stack(NamedTuple):
    """One stack, innermost frame first.

    `said`: the words around its frames and above them, which may name what was read. `title`: the words of its row, or
    else the line above it.
    """

    frames: tuple[Frame, ...]
    said: str = ""
    title: str = ""


class _Line(NamedTuple):
    """The frames of one line, in its order, and what else stands in it."""

    frames: list[Frame]
    said: str


def decode(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 with a mark, or else GB18030; what no encoding explains is replaced."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def read(text: str) -> tuple[Stack, ...]:
    """The stacks in a text, in its order; none where it has no frame.

    A stack ends where a line holds no frame, and a line with several frames is a stack of its own. Blank lines end one
    too, unless the whole text is written with one between any two lines.
    """
    plain = unicodedata.normalize("NFKC", html.unescape(_CELLS.sub("\t", _ROWS.sub("\n", text))))
    lines = [_line(each) for each in plain.splitlines()]
    solid = any(one.frames and other.frames for one, other in pairwise(lines))
    found: list[list[_Line]] = []
    above, open_, total = _Line([], ""), False, 0
    for line in lines:
        if line.frames and total < MAX_FRAMES:
            if not open_ or len(line.frames) > 1:
                found.append([above])
            found[-1].append(line)
            open_, total, above = True, total + len(line.frames), _Line([], "")
        elif line.said or solid:
            open_ = open_ and bool(_STILL.match(line.said))
            above = line if line.said else above
    return tuple(map(_stack, found))


def _stack(lines: list[_Line]) -> Stack:
    frames = [frame for line in lines for frame in line.frames]
    row = lines[1].said if len(lines) == 2 and len(frames) > 1 else ""
    said = "\n".join(line.said for line in lines)
    return Stack(tuple(_innermost_first(frames)), said, row if any(map(str.isalpha, row)) else lines[0].said)


def _line(text: str) -> _Line:
    text = _WITHIN.sub("\n", _SMALI.sub(lambda each: f" at {each[1].replace('/', '.')}.{each[2]} ", text))
    found = [(each.span(), frame) for each in _BRACKETED.finditer(text) if (frame := _bracketed(each))]
    rest = _BRACKETED.sub(lambda each: " " * len(each[0]), text)
    found += [(each.span(), frame) for each in _BARE.finditer(rest) if (frame := _bare(each))]
    found.sort(key=lambda each: each[0])
    said, end = "", 0
    for (start, after), _ in found:
        said, end = f"{said}{text[end:start]} ", after
    said = " ".join((said + text[end:]).split())
    return _Line([frame for _, frame in found], "" if said in ("at", ",", ";") else said)


def _bracketed(found: re.Match[str]) -> Frame | None:
    """A class without a package counts only where the brackets hold a place: else it is a call in some sentence."""
    owner, method, place = found.groups()
    return Frame(owner, method, place.strip()) if "." in owner or _PLACE.search(place) else None


def _bare(found: re.Match[str]) -> Frame | None:
    """Without brackets only behind `at`, or where the names look like `package.Class.method`."""
    marked, owner, method = found.groups()
    simple = owner.rpartition(".")[2]
    looks = (simple[0].isupper() or "$" in simple) and (method[0].islower() or method[0] == "<")
    if method in _ENDINGS or not (marked or looks):
        return None
    return Frame(owner, method)


def _innermost_first(frames: list[Frame]) -> list[Frame]:
    """Some tools write the outermost frame first: then the platform's own start stands in the first half."""
    places = [number for number, frame in enumerate(frames) if frame.owner.startswith(_OUTERMOST)]
    return frames[::-1] if places and sum(places) / len(places) < (len(frames) - 1) / 2 else frames
