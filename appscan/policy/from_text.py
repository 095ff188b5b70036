"""Plain text and Markdown → blocks. Lines that were broken at a fixed width are joined again."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from appscan.policy.document import Assembler, Document, Fragment, Link, fragments_of
from appscan.policy.headings import heading_level, is_item, numbering
from appscan.policy.source import Source
from appscan.policy.tables import is_header

MIN_WRAPPED = 30
"""A shorter line was not broken by a fixed width."""

NARROWEST, FEW, SAMPLE = 12, 20, 50_000
"""A fixed width, and a number of lines, below which nothing is said of a text's width; characters looked at."""

_LINE = re.compile(r"[^\n]+")
_ENDED = re.compile(r"[。！？；：…!?;:.|」”\"）)】]\s*$|\s{2}$")
_COMMA = re.compile("[，,]")
_RULE = re.compile(r"(?:[-=*_~]\s*){3,}$|\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?$")
MAX_RULE = 400
"""A longer line of dashes is none: keeps the pattern linear."""

_UNDERLINE = re.compile(r"\s*([=-])\1{2,400}\s*")
_FRONT = re.compile(r"---[ \t]*\n(?:[A-Za-z_-]{1,40}:[^\n]*\n){1,50}---[ \t]*\n")
"""What site generators put before a text; no reader sees it."""

_HASHES = re.compile(r"\s*(#{1,6})\s+")
_QUOTE = re.compile(r"\s*>+\s?")
_MARK = re.compile(
    r"(?=[!\[*`<\\_])(?:!?\[([^\]\n]{0,200})\]\(([^)\s]{0,500})(?:[ \t][^)\n]{0,100})?\)|\*\*+|`+"
    r"|<(?:br|/?[a-z]{1,6})[^<>\n]{0,200}>"
    r"|\\(?=[!-/:-@\[-`{-~])|\*(?=[^\s*])|(?<=[^\s*])\*"
    r"|(?<![A-Za-z0-9_])_(?=[^\s_])|(?<=[^\s_])_(?![A-Za-z0-9_]))"
)


class Line(NamedTuple):
    """A line of the original without its end."""

    text: str
    offset: int


def parse_text(text: str, wrapped: int = 0) -> Document:
    """The blocks of a plain or Markdown text.

    `wrapped`: how long a line is that a fixed width has broken, where that is known.
    """
    wrapped = wrapped or _narrow(text)
    out = Assembler()
    links: list[Link] = []
    table = _Table(out)
    for group, below in pairwise(chain(_paragraphs(text, wrapped), ([],))):
        if out.full:
            break
        fragments = [each for line in group for each in _inline(line, links)]
        if table.take(group):
            continue
        hashes = _HASHES.match(group[0].text)
        if fragments:
            first = group[0].text.strip()
            bold = len(group) == 1 and first.startswith("**") and first.endswith("**")
            level = len(hashes.group(1)) if hashes else _underlined(group, below, text)
            out.line(fragments, level=level, bold=bold)
    title = out.blocks[0].text[:100] if out.blocks else ""
    return Document(Source(text), title, tuple(out.blocks), tuple(links), cut=out.full)


def _narrow(text: str) -> int:
    """How long the lines are of a text that a narrow fixed width has broken, at least; 0 for any other text."""
    lengths = sorted(len(line.strip()) for line in text[:SAMPLE].split("\n") if line.strip())
    long = lengths[int(0.9 * len(lengths))] if lengths else 0
    full = sum(0.85 * long <= length <= long + 2 for length in lengths)
    return int(0.85 * long) if NARROWEST <= long < 2 * MIN_WRAPPED and 2 * full >= len(lengths) >= FEW else 0


def _underlined(group: list[Line], below: list[Line], text: str) -> int:
    """The level of a heading that a line of `=` or `-` right below it makes one; else 0."""
    if len(group) != 1 or not below or not (found := _UNDERLINE.fullmatch(below[0].text)):
        return 0
    between = text[group[0].offset + len(group[0].text) : below[0].offset]
    return (1 if found.group(1) == "=" else 2) if between.count("\n") == 1 else 0


def _paragraphs(text: str, wrapped: int) -> Iterator[list[Line]]:
    """Lines that belong together: one, or several that a fixed width had parted."""
    group: list[Line] = []
    front = _FRONT.match(text)
    for found in _LINE.finditer(text, front.end() if front else 0):
        line = Line(found.group().rstrip("\r"), found.start())
        if group and not _continues(group[-1], line, text, wrapped):
            yield group
            group = []
        if line.text.strip():
            group.append(line)
    if group:
        yield group


def _continues(above: Line, line: Line, text: str, wrapped: int) -> bool:
    stripped = line.text.strip()
    inside = _COMMA.search(above.text) is not None  # no title has one: the line broke off inside a sentence
    short = len(above.text.strip()) < (wrapped or MIN_WRAPPED) and not inside
    if not stripped or short or _ENDED.search(above.text):
        return False
    if text[above.offset + len(above.text) : line.offset].count("\n") > 1:
        return False
    narrow = wrapped or inside  # a piece of a broken line is no title
    titled = numbering(stripped) if narrow else heading_level(stripped)
    new = is_item(stripped) or titled or _HASHES.match(line.text) or _is_rule(line.text)
    longer = len(stripped) > 1.25 * len(above.text.strip()) + 8  # a fixed width leaves lines of about one length
    return not (new or (longer and not inside) or "|" in stripped)


def _is_rule(text: str) -> bool:
    """Whether a line is a ruler, or the rule below a table's header."""
    bare = text.strip()
    return len(bare) <= MAX_RULE and _RULE.match(bare) is not None


def _inline(line: Line, links: list[Link]) -> Iterator[Fragment]:
    """The visible runs of a line: Markdown marks dropped, links kept as their text."""
    if _is_rule(line.text) or not line.text.strip("# \t"):
        return
    at = 0
    for start in (_QUOTE, _HASHES):
        if found := start.match(line.text, at):
            at = found.end()
    first = True
    for found in _MARK.finditer(line.text, at):
        yield from _spaced(line, at, found.start(), first=first)
        first = first and found.start() == at
        at = found.end()
        if found.group(1) and not found.group().startswith("!"):
            links.append(Link(found.group(1), found.group(2)))
            yield from _spaced(line, found.start(1), found.end(1), first=first)
            first = False
    yield from _spaced(line, at, len(line.text), first=first)


def _spaced(line: Line, start: int, end: int, *, first: bool) -> Iterator[Fragment]:
    for number, each in enumerate(fragments_of(line.text[start:end], line.offset + start)):
        yield each._replace(spaced=each.spaced or (first and number == 0))


class _Table:
    """Recognises the rows of a Markdown table: a header, a rule below it, then rows."""

    def __init__(self, out: Assembler) -> None:
        self._out = out
        self._columns: tuple[str, ...] = ()
        self._inside = False

    def take(self, group: list[Line]) -> bool:
        """Whether the lines were part of a table."""
        line = group[0]
        if len(group) > 1 or line.text.count("|") < (1 if self._inside else 2):
            self._inside = False
            return False
        if not self._inside:
            self._inside, self._columns = True, ()
            self._out.start_table()
        if not _is_rule(line.text):
            cells = list(_cells(line))
            texts = tuple("".join(each.text for each in cell) for cell in cells)
            if not self._columns and is_header(texts):
                self._columns = texts
            else:
                self._out.row(cells, self._columns)
        return True


def _cells(line: Line) -> Iterator[list[Fragment]]:
    inner = line.text.strip().strip("|")
    at = line.text.index(inner) if inner else 0
    for cell in inner.split("|"):
        yield list(_inline(Line(cell, line.offset + at), []))
        at += len(cell) + 1
