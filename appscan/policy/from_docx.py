"""Word's XML → blocks: paragraphs with their numbering, headings by style or outline level, tables as grids.

The original of a Word file, as evidence counts its lines, is its text with one paragraph or table row a line.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from appscan.policy.document import Assembler, Document, Fragment, Link, fragments_of
from appscan.policy.docx_styles import R, Styles, W, on
from appscan.policy.normalise import is_cjk
from appscan.policy.numbering import BULLET, Numbering
from appscan.policy.source import Source
from appscan.policy.tables import MAX_SPAN, Cell, emit_rows

_SKIPPED = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = frozenset((f"{W}br", f"{W}cr"))
_INNER = frozenset((f"{W}p", f"{W}tbl"))
MAX_DEPTH = 40
"""Tables, boxes and content controls inside each other; what lies deeper is left out."""


class Parts(NamedTuple):
    """The trees of a Word file that say what its text is; all but the first may be missing."""

    document: Any
    styles: Any = None
    numbering: Any = None
    links: dict[str, str] = {}  # noqa: RUF012 - nobody writes to it


class Run(NamedTuple):
    """A piece of a paragraph's text."""

    text: str
    bold: bool


def parse_docx(parts: Parts) -> Document:
    """The blocks of a Word file."""
    walker = _Walker(parts)
    body = parts.document.find(f"{W}body")
    if body is not None:
        walker.walk(body, 0)
    blocks = walker.out.blocks
    title = next((block.text for block in blocks if block.kind != "row"), "")[:100]
    cut = walker.out.full or walker.deep
    return Document(Source("".join(walker.text)), title, tuple(blocks), tuple(walker.links), cut=cut)


class _Walker:
    """Walks the body in order and writes down the text that offsets count in."""

    def __init__(self, parts: Parts) -> None:
        self.out = Assembler()
        self.text: list[str] = []
        self.links: list[Link] = []
        self.deep = False
        self._targets = parts.links
        self._styles = Styles(parts.styles)
        self._numbering = Numbering(parts.numbering)
        self._at = 0

    def walk(self, parent: Any, depth: int) -> None:
        """The paragraphs and tables below an element; what only wraps them is looked into."""
        if depth > MAX_DEPTH:
            self.deep = True
            return
        for element in parent:
            if self.out.full:
                return
            if element.tag == f"{W}p":
                self._paragraph(element, depth)
            elif element.tag == f"{W}tbl":
                self._table(element, depth)
            elif element.tag not in _SKIPPED and element.tag != _FALLBACK:
                self.walk(element, depth + 1)

    def _paragraph(self, element: Any, depth: int) -> None:
        style = self._styles.paragraph(element)
        runs = list(self._runs(element, bold=style.bold))
        number = self._numbering.label(style.number, style.depth) if any(run.text.strip() for run in runs) else ""
        if not style.contents:
            bold = all(run.bold for run in runs if run.text.strip())
            lines = "".join(run.text for run in runs).split("\n")
            for place, line in enumerate(lines):
                label = "" if number == BULLET or place else number
                blank = " " if label and not is_cjk(label[-1]) else ""
                fragments = self._written([f"{label}{blank}{line}"])
                self._put("\n")
                self.out.line(fragments, level=style.level, item=number == BULLET, bold=bold)
        self._boxes(element, depth)

    def _boxes(self, element: Any, depth: int) -> None:
        """Text boxes that are anchored in a paragraph, read after it."""
        for box in _outermost(element, f"{W}txbxContent"):
            self.walk(box, depth + 1)

    def _runs(self, element: Any, *, bold: bool) -> Iterator[Run]:
        """The visible text of a paragraph, deleted and hidden text and text boxes left out."""
        stack = [(iter(element), bold)]
        while stack:
            children, heavy = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
            elif child.tag == f"{W}t":
                yield Run(child.text or "", heavy)
            elif child.tag == f"{W}tab":
                yield Run(" ", heavy)
            elif child.tag in _BREAKS:
                yield Run("\n", heavy)
            elif child.tag not in _SKIPPED | _INNER and child.tag != _FALLBACK and not _hidden(child):
                if child.tag == f"{W}hyperlink":
                    self._link(child)
                stack.append((iter(child), heavy or self._styles.bold(child)))

    def _link(self, element: Any) -> None:
        text = " ".join("".join(each.text or "" for each in element.iter(f"{W}t")).split())
        anchor = element.get(f"{W}anchor")
        target = f"#{anchor}" if anchor else self._targets.get(element.get(f"{R}id", ""), "")
        if text and target:
            self.links.append(Link(text[:100], target[:500]))

    def _table(self, element: Any, depth: int) -> None:
        rows = list(_rows(element))
        if max((sum(1 for _ in _cells(row)) for row in rows), default=0) < 2:  # it only frames its content
            for row in rows:
                for cell in _cells(row):
                    self.walk(cell, depth + 1)
            return
        emit_rows(self._grid(rows), self.out)

    def _grid(self, rows: list[Any]) -> Iterator[tuple[list[Cell], bool]]:
        """(the cells of a row, is it a header) for each row, merged cells repeated in every place."""
        above: list[Cell] = []
        for row in rows:
            cells: list[Cell] = [[] for _ in range(_number(row.find(f"{W}trPr/{W}gridBefore"), 0))]
            for cell in _cells(row):
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
                kept = goes_on and len(cells) < len(above)
                content = above[len(cells)] if kept else self._written([self._cell_text(cell), " | "])
                cells += [content] * max(1, _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1))
            self._put("\n")
            above = cells
            yield cells, on(row.find(f"{W}trPr/{W}tblHeader"))

    def _cell_text(self, cell: Any) -> str:
        paragraphs = (each for each in cell.iter(f"{W}p") if not any(up.tag in _SKIPPED for up in each.iterancestors()))
        return " ".join("".join(run.text for run in self._runs(each, bold=False)) for each in paragraphs)

    def _written(self, texts: list[str]) -> Cell:
        """The fragments of a text that is added to the original; a separator (` | `) is added, but not part of them."""
        fragments: list[Fragment] = []
        for text in texts:
            if text != " | ":
                fragments.extend(fragments_of(text, self._at, spaced=False))
            self._put(text.replace("\n", " "))
        return fragments

    def _put(self, text: str) -> None:
        self.text.append(text)
        self._at += len(text)


def _outermost(element: Any, tag: str) -> Iterator[Any]:
    """The elements of a tag that have no other of the same tag between them and `element`."""
    stack = list(element)[::-1]
    while stack:
        child = stack.pop()
        if child.tag == tag:
            yield child
        elif child.tag != _FALLBACK:
            stack.extend(list(child)[::-1])


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """Children of a tag, also those that a content control or a marked insertion wraps."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from (each for each in child.iter(tag) if _owner(each) is parent)


def _owner(element: Any) -> Any:
    """The table or row that an element belongs to."""
    above = element.getparent()
    while above is not None and above.tag in _WRAPPERS:
        above = above.getparent()
    return above


_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))


def _rows(table: Any) -> Iterator[Any]:
    return _inside(table, f"{W}tr")


def _cells(row: Any) -> Iterator[Any]:
    return _inside(row, f"{W}tc")


def _number(element: Any, default: int) -> int:
    value = element.get(f"{W}val", "") if element is not None else ""
    return min(MAX_SPAN, int(value)) if value.isdecimal() and len(value) < 6 else default


def _hidden(run: Any) -> bool:
    """Whether a run is set as hidden text."""
    return run.tag == f"{W}r" and on(run.find(f"{W}rPr/{W}vanish"))
