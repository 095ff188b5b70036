"""What Word's styles say of a paragraph: its heading level, its numbering, whether it is bold."""

import re
from typing import Any, NamedTuple

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MAX_CHAIN = 20
"""Styles that are based on each other; a longer chain is a circle."""

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"toc\s*\d|toc heading|目录\s*\d", re.IGNORECASE)
_OFF = ("0", "false", "off", "none")


class Paragraph(NamedTuple):
    """How a paragraph is set. `level`: 1 to 6 of a heading, else 0. `number`: its list, `depth`: the level in it.

    `contents`: it is a line of the table of contents.
    """

    level: int = 0
    number: str = ""
    depth: int = 0
    bold: bool = False
    contents: bool = False


class Styles:
    """The styles of a document."""

    def __init__(self, root: Any) -> None:
        found = root.iter(f"{W}style") if root is not None else ()
        self._styles = {each.get(f"{W}styleId", ""): each for each in found}
        self._known: dict[str, Paragraph] = {}

    def paragraph(self, element: Any) -> Paragraph:
        """How a paragraph is set, by itself or by its style."""
        own = element.find(f"{W}pPr")
        name = _value(own, "pStyle")
        return _over(self._style(name), own) if own is not None else self._style(name)

    def bold(self, run: Any) -> bool:
        """Whether a run is bold by itself or by its style."""
        own = run.find(f"{W}rPr")
        if own is None:
            return False
        return on(own.find(f"{W}b")) or self._style(_value(own, "rStyle")).bold

    def _style(self, name: str) -> Paragraph:
        if name not in self._known:
            chain: list[Any] = []
            current = name
            while current in self._styles and len(chain) < MAX_CHAIN:
                chain.append(self._styles[current])
                current = _value(self._styles[current], "basedOn")
            result = Paragraph()
            for style in reversed(chain):
                result = _over(result, style.find(f"{W}pPr"))
                heavy = style.find(f"{W}rPr/{W}b")
                title = _value(style, "name")
                heading = _HEADING.match(title)
                result = result._replace(
                    level=int(heading[1]) if heading else 1 if title.lower() == "title" else result.level,
                    bold=on(heavy) if heavy is not None else result.bold,
                    contents=bool(_CONTENTS.match(title)),
                )
            self._known[name] = result
        return self._known[name]


def _over(base: Paragraph, settings: Any) -> Paragraph:
    """Settings of a paragraph laid over those of its style."""
    if settings is None:
        return base
    outline = _value(settings, "outlineLvl")
    if outline.isdecimal():
        base = base._replace(level=int(outline) + 1 if int(outline) < 9 else 0)
    numbering = settings.find(f"{W}numPr")
    if numbering is not None:
        depth = _value(numbering, "ilvl")
        base = base._replace(
            number=_value(numbering, "numId") or base.number, depth=int(depth) if depth.isdecimal() else base.depth
        )
    return base._replace(level=min(base.level, 6))


def _value(element: Any, name: str) -> str:
    """The `val` of a child, or nothing."""
    child = element.find(f"{W}{name}") if element is not None else None
    return (child.get(f"{W}val") or "") if child is not None else ""


def on(element: Any) -> bool:
    """Whether a switch is there and not set to off."""
    return element is not None and element.get(f"{W}val", "1").lower() not in _OFF
