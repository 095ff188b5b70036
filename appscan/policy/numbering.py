"""The numbers that Word draws before paragraphs: the text has none, and clauses are told apart by them."""

import re
from collections import defaultdict
from typing import Any, NamedTuple

from appscan.policy.docx_styles import W, on

BULLET = "•"
MAX_DEPTH = 9
_PLACE = re.compile(r"%([1-9])")
_TENS = "十"
_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Level(NamedTuple):
    """One level of a list: where it starts, in which figures, in which frame (`第%1条`)."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    plain: bool = False
    """The numbers of the levels above are written in digits, too."""


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, root: Any) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._restarts: dict[tuple[str, int], int] = {}
        for each in root.iter(f"{W}abstractNum") if root is not None else ():
            self._levels[each.get(f"{W}abstractNumId", "")] = dict(map(_level, each.iter(f"{W}lvl")))
        for each in root.iter(f"{W}num") if root is not None else ():
            base = each.find(f"{W}abstractNumId")
            number = each.get(f"{W}numId", "")
            if base is not None:
                self._lists[number] = base.get(f"{W}val", "")
            for override in each.iter(f"{W}lvlOverride"):
                start, depth = override.find(f"{W}startOverride"), override.get(f"{W}ilvl", "")
                if start is not None and depth.isdecimal():
                    self._restarts[number, int(depth)] = _count(start.get(f"{W}val", ""))

    def label(self, number: str, depth: int) -> str:
        """The label of the next paragraph of a list: `一、`, `1.2`, `•`; empty where it has none."""
        key = self._lists.get(number)
        levels = self._levels.get(key, {}) if key is not None else {}
        if key is None or depth not in levels or number == "0":
            return ""
        counts, level = self._counts[key], levels[depth]
        restart = self._restarts.pop((number, depth), None)
        counts[depth] = (counts.get(depth, level.start - 1) if restart is None else restart - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if level.form == "bullet":
            return BULLET
        if level.form == "none":
            return ""

        def figure(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            inner = levels.get(place, Level())
            form = level.form if place == depth else "decimal" if level.plain else inner.form
            return figures(counts.get(place, inner.start), form)

        return _PLACE.sub(figure, level.text).strip()


def _level(element: Any) -> tuple[int, Level]:
    def value(name: str, default: str) -> str:
        child = element.find(f"{W}{name}")
        return child.get(f"{W}val", default) if child is not None else default

    depth, start = element.get(f"{W}ilvl", "0"), value("start", "1")
    level = Level(_count(start), value("numFmt", "decimal"), value("lvlText", ""))
    level = level._replace(plain=on(element.find(f"{W}isLgl")))
    return min(MAX_DEPTH, int(depth)) if depth.isdecimal() else 0, level


def _count(text: str) -> int:
    """A starting number as it is written; 1 where it is none."""
    return int(text) if text.isdecimal() and len(text) < 6 else 1


def figures(count: int, form: str) -> str:
    """A number as Word's formats write it; an unknown format in plain digits."""
    if form.startswith(("chinese", "ideograph", "japaneseCounting", "taiwaneseCounting")) and 0 < count < 100:
        return _chinese(count)
    if form == "decimalEnclosedCircle" and 0 < count <= 20:
        return chr(ord("①") + count - 1)
    if form in ("lowerLetter", "upperLetter") and 0 < count <= 26:
        letter = chr(ord("a") + count - 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < count < 200:
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    return str(count)


def _chinese(count: int) -> str:
    tens, ones = divmod(count, 10)
    lead = (_DIGITS[tens] if tens > 1 else "") + _TENS if tens else ""
    return lead + (_DIGITS[ones] if ones else "")


def _roman(count: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while count >= value:
            text += letters
            count -= value
    return text
