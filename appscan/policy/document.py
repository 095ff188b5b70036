"""The block model: a document as headings, paragraphs, list items and table rows, each with its place."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from appscan.policy.headings import heading_level, is_item
from appscan.policy.normalise import is_cjk
from appscan.policy.source import Source

Kind = Literal["heading", "paragraph", "item", "row"]
MAX_BLOCKS = 200_000
MAX_CHARACTERS = 500_000
"""Of text: fifty times a long policy. Reading takes time in proportion: this keeps it within seconds."""

MAX_COLUMNS = 64
"""Columns of a table; what stands in later ones is added to the last."""


class Fragment(NamedTuple):
    """A run of text as it stands in the original at `offset`; `spaced`: a blank or line break goes before it."""

    text: str
    offset: int
    spaced: bool = False


class Piece(NamedTuple):
    """From `at` on, the block's text is the original's from `offset` on."""

    at: int
    offset: int


class Link(NamedTuple):
    """A link's text and address."""

    text: str
    target: str


class Block(NamedTuple):
    """One heading, paragraph, list item or table row.

    `path`: the headings above it. `lead`: the line that announces the list which an item belongs to.
    `cells` and `columns`: a row's cells and the header over each; `table` numbers the tables from 1. `start`: where a
    row begins, if its first cell is one of a row above that reaches down.
    """

    kind: Kind
    text: str
    pieces: tuple[Piece, ...]
    path: tuple[str, ...] = ()
    level: int = 0
    lead: str = ""
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    table: int = 0
    start: int | None = None

    @property
    def heading(self) -> str:
        """The nearest heading above it."""
        return self.path[-1] if self.path else ""

    def offset(self, at: int) -> int:
        """The offset in the original of a position in the block's text."""
        if not self.pieces:
            return 0
        piece = self.pieces[max(0, bisect_right(self.pieces, at, key=lambda each: each.at) - 1)]
        return piece.offset + at - piece.at

    def convert(self, how: Callable[[str], str]) -> "Block":
        """The block with all its texts converted; its pieces stay those of the original."""
        path, cells, columns = (tuple(map(how, texts)) for texts in (self.path, self.cells, self.columns))
        return self._replace(text=how(self.text), lead=how(self.lead), path=path, cells=cells, columns=columns)


class Document(NamedTuple):
    """A document that was read: its blocks in order, its links, and what tells a page from a text."""

    source: Source
    title: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    passwords: int = 0
    scripts: int = 0
    cut: bool = False
    """It goes on beyond what was read."""

    @property
    def text(self) -> str:
        """The visible text, one block a line."""
        return "\n".join(block.text for block in self.blocks)


def join(fragments: Iterable[Fragment]) -> tuple[str, tuple[Piece, ...]]:
    """Fragments as one line: a line break between Chinese characters leaves nothing, elsewhere one blank."""
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for text, offset, spaced in fragments:
        if parts and spaced and not (is_cjk(parts[-1][-1]) and is_cjk(text[0])):
            parts.append(" ")
            length += 1
        pieces.append(Piece(length, offset))
        parts.append(text)
        length += len(text)
    return "".join(parts), tuple(pieces)


class Assembler:
    """Puts blocks one after another and gives each its headings and its announcing line."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.full = False
        """There is more than is read: what comes now is left out."""
        self._left = MAX_CHARACTERS
        self._path: list[tuple[int, str]] = []
        self._lead = ""
        self._table = 0
        self._row_end = -1

    def line(self, fragments: Iterable[Fragment], *, level: int = 0, item: bool = False, bold: bool = False) -> None:
        """A line of text. `level`: the page says that it is a heading; `item`: that it is a list's item."""
        text, pieces = join(fragments)
        if not text:
            return
        found = heading_level(text, declared=level, bold=bold)
        listed = item or is_item(text)
        if found and not (listed and self._lead and not level):
            self._heading(text, pieces, found)
            return
        lead = self._lead if listed else ""
        self._add(Block("item" if listed else "paragraph", text, pieces, self._titles, lead=lead))
        if text[-1] in ":：":
            self._lead = text
        elif not listed:
            self._lead = ""

    def start_table(self) -> None:
        """The rows that follow belong to a new table."""
        self._table += 1

    def row(self, cells: list[list[Fragment]], columns: tuple[str, ...]) -> None:
        """A table row; empty cells count."""
        if len(cells) > MAX_COLUMNS:
            cells = [*cells[: MAX_COLUMNS - 1], [each for cell in cells[MAX_COLUMNS - 1 :] for each in cell]]
        texts = [join(cell) for cell in cells]
        filled = [(each, inner) for each, inner in texts if each]
        text = " | ".join(each for each, _ in filled)
        pieces: list[Piece] = []
        at = 0
        for each, inner in filled:
            pieces.extend(Piece(at + piece.at, piece.offset) for piece in inner)
            at += len(each) + 3
        if text.strip("| "):
            start = min((each.offset for each in pieces if each.offset > self._row_end), default=None)
            self._row_end = max((self._row_end, *(each.offset for each in pieces)))
            cell_texts = tuple(each for each, _ in texts)
            row = Block("row", text, tuple(pieces), self._titles, lead=self._lead, table=self._table)
            self._add(row._replace(cells=cell_texts, columns=columns, start=start))

    @property
    def _titles(self) -> tuple[str, ...]:
        return tuple(title for _, title in self._path)

    def _heading(self, text: str, pieces: tuple[Piece, ...], level: int) -> None:
        while self._path and self._path[-1][0] >= level:
            self._path.pop()
        self._add(Block("heading", text, pieces, self._titles, level))
        self._path.append((level, text))
        self._lead = ""

    def _add(self, block: Block) -> None:
        if self.full or len(self.blocks) >= MAX_BLOCKS:
            self.full = True
            return
        if len(block.text) > self._left:
            self.full = True
            block = block._replace(text=block.text[: self._left])
        self._left -= len(block.text)
        self.blocks.append(block)


_RUN = re.compile(r"\S+(?:[ \t]\S+)*")


def fragments_of(text: str, offset: int, *, spaced: bool = False) -> Iterator[Fragment]:
    """The runs of a text whose place is known, without its blanks and line breaks."""
    for found in _RUN.finditer(text):
        yield Fragment(found.group(), offset + found.start(), spaced or found.start() > 0)
