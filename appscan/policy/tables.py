"""A table's rows as a grid, with merged cells filled in and each cell under its header."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any

from appscan.policy.document import Assembler, Fragment
from appscan.policy.normalise import normalise
from appscan.policy.roles import role_of

MAX_CELLS = 200_000
MAX_SPAN = 100
MAX_KEYS = 5
"""Rows by which a table is told that has a key and a value in each."""

HEADER = re.compile(
    r"名称|sdk|第三方|公司|主体|提供方|运营方|开发者|目的|用途|场景|类型|种类|信息|数据|字段|权限|方式|链接|政策|官网|功能|说明|期限|频率",
    re.IGNORECASE,
)

Cell = list[Fragment]
Fragments = Callable[[str], Cell]


def is_data(table: Any) -> bool:
    """Whether a table holds data: more than one column, and no other table inside."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [sum(cell.tag in ("td", "th") for cell in row) for row in table.iter("tr")]
    return sum(cells > 1 for cells in rows) >= 2


def emit(table: Any, out: Assembler, fragments: Fragments) -> None:
    """Hand the rows of a data table on. Merged cells stand in every place that they cover."""
    emit_rows(_grid(table, fragments), out)


def emit_rows(rows: Iterable[tuple[list[Cell], bool]], out: Assembler) -> None:
    """Hand rows on: (cells, are they header cells). The first ones are the header where they look like one."""
    out.start_table()
    rows = iter(rows)
    first = list(islice(rows, MAX_KEYS))
    upright = _is_upright([tuple("".join(each.text for each in cell) for cell in cells) for cells, _ in first])
    rows = chain(first, rows)
    columns: tuple[str, ...] = ()
    data = False
    count = 0
    for cells, headed in rows:
        count += len(cells)
        if count > MAX_CELLS:
            out.full = True
        if out.full:
            return
        texts = tuple("".join(each.text for each in cell) for cell in cells)
        if len(set(texts)) == 1 and len(texts) > 1:  # one cell across the table: a title between rows
            out.line(cells[0], bold=True)
        elif not upright and not data and _heads(columns, texts, headed=headed):
            columns = _under(columns, texts)
        else:
            data = True
            out.row(cells, columns)


def _is_upright(rows: list[tuple[str, ...]]) -> bool:
    """Whether the first rows are a key and its value each: a table for one third party."""
    keys = {role_of(normalise(cells[0])) for cells in rows if len(cells) == 2} - {"other"}
    values = {role_of(normalise(cells[1])) for cells in rows if len(cells) == 2} - {"other"}
    return all(len(cells) == 2 for cells in rows) and len(keys) >= 3 and len(keys) > len(values) + 1


def is_header(texts: tuple[str, ...]) -> bool:
    """Whether a row names what stands below it: short cells, most of them with a word that headers use."""
    named = sum(bool(HEADER.search(text)) for text in texts)
    return all(len(text) <= 20 for text in texts) and named >= 2 and 2 * named > len(texts)


def _heads(columns: tuple[str, ...], texts: tuple[str, ...], *, headed: bool) -> bool:
    """Whether a row is a header; a second one only below a merged cell of the first."""
    return (headed or is_header(texts)) and (not columns or bool(set(columns) & set(texts)))


def _under(above: tuple[str, ...], texts: tuple[str, ...]) -> tuple[str, ...]:
    """Two header rows as one."""
    if not above:
        return texts
    pairs = zip(above, texts, strict=False)
    return tuple(text if upper == text else f"{upper} {text}" for upper, text in pairs)


def _grid(table: Any, fragments: Fragments) -> Iterator[tuple[list[Cell], bool]]:
    """(the cells of a row, is it made of header cells) for each row, merged cells repeated in every place."""
    kept: dict[int, tuple[int, Cell]] = {}  # column -> (rows still to fill, cell)
    for row in table.iter("tr"):
        given = [cell for cell in row if cell.tag in ("td", "th")]
        cells: list[Cell] = []
        for cell in given:
            _fill(kept, cells)
            content = [each for text in _texts(cell) for each in fragments(text)]
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            for _ in range(across):
                if down > 1:
                    kept[len(cells)] = (down - 1, content)
                cells.append(content)
        _fill(kept, cells)
        if cells:
            yield cells, bool(given) and all(cell.tag == "th" for cell in given)


def _fill(kept: dict[int, tuple[int, Cell]], cells: list[Cell]) -> None:
    """Add the cells from rows above that reach down into the next places."""
    while len(cells) in kept:
        rows, content = kept.pop(len(cells))
        if rows > 1:
            kept[len(cells)] = (rows - 1, content)
        cells.append(content)


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(MAX_SPAN, max(1, int(value))) if value.isdecimal() and len(value) < 6 else 1


_BREAKS = frozenset("br div li p tr".split())


def _texts(cell: Any) -> Iterator[str]:
    """The texts of a cell; what starts a new line gets a blank before it."""
    from appscan.policy.from_html import hidden  # noqa: PLC0415 - the two know each other

    skipped: Any = None
    for element in cell.iter():
        if skipped is not None and skipped in element.iterancestors():
            continue
        if hidden(element):
            skipped = element
        elif element.text:
            yield (" " if element.tag in _BREAKS else "") + element.text
        if element.tail and element is not cell:
            yield element.tail
