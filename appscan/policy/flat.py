"""Tables that a text has lost: one cell a line, or cells parted by lines with a bar. Their rows, cell by cell."""

import re
from collections.abc import Iterator, Sequence

from appscan.policy.normalise import normalise
from appscan.policy.roles import Role, role_of, roles_of
from appscan.policy.sentences import Unit
from appscan.policy.tables import HEADER, is_header

MAX_TITLE = 20
MAX_CELL = 200
_STOP = re.compile("[。：:；;，,|]")
MOST = 8
"""Columns of a table that is known by its titles alone."""

Row = tuple[Unit, tuple[str, ...], tuple[Role, ...]]


def flat_rows(units: Sequence[Unit]) -> Iterator[Row]:
    """(first cell's place, cells, the role of each) of every row below titles of which one is a name."""
    at = 0
    while at < len(units):
        barred = _barred(units, at)
        columns = barred or _plain(units, at)
        if not columns:
            at += 1
            continue
        roles = roles_of(tuple(normalise(each) for each in columns))
        start = at + (2 * len(columns) - 1 if barred else len(columns))
        at = start
        for first, cells, end in (_barred_rows if barred else _plain_rows)(units, start, len(columns)):
            yield units[first], cells, roles
            at = end


def _titles(texts: list[str]) -> tuple[str, ...]:
    """The texts where they can be the titles of a list of third parties."""
    roles = roles_of(tuple(normalise(each) for each in texts))
    good = len(texts) > 1 and is_header(tuple(texts)) and "name" in roles and len(set(roles) - {"other"}) > 1
    return tuple(texts) if good else ()


def _barred(units: Sequence[Unit], at: int) -> tuple[str, ...]:
    if at + 2 >= len(units) or units[at + 1].norm != "|":
        return ()
    texts = [units[at].block.text]
    while at + 2 < len(units) and units[at + 1].norm == "|" and len(texts) < MOST:
        texts.append(units[at + 2].block.text)
        at += 2
    return _titles(texts) if all(len(each) <= MAX_TITLE for each in texts) else ()


def _barred_rows(units: Sequence[Unit], at: int, columns: int) -> Iterator[tuple[int, tuple[str, ...], int]]:
    """A row's last cell goes on until the line before the next bar."""
    while at + 1 < len(units) and units[at + 1].norm == "|":
        first, cells = at, [units[at].block.text]
        while len(cells) < columns and at + 2 < len(units) and units[at + 1].norm == "|":
            cells.append(units[at + 2].block.text)
            at += 2
        at += 1
        while at + 1 < len(units) and units[at + 1].norm != "|" and at - first < 3 * columns and _is_cell(units[at]):
            cells[-1] += " " + units[at].block.text
            at += 1
        if len(cells) < columns:
            return
        yield first, tuple(cells), at


def _plain(units: Sequence[Unit], at: int) -> tuple[str, ...]:
    """The longest run of titles, each on a line of its own; three at least, as two may be anything."""
    run: list[str] = []
    seen: set[Role] = set()
    for unit in units[at : at + MOST]:
        if not _is_title(unit) or (role := role_of(unit.norm)) in seen:
            break
        run.append(unit.block.text)
        seen |= {role} - {"other"}
    return _titles(run) if len(run) > 2 else ()


def _is_title(unit: Unit) -> bool:
    text = unit.block.text
    return not unit.block.cells and len(text) <= MAX_TITLE and bool(HEADER.search(text)) and not _STOP.search(text)


def _plain_rows(units: Sequence[Unit], at: int, columns: int) -> Iterator[tuple[int, tuple[str, ...], int]]:
    while at + columns <= len(units) and all(_is_cell(unit) for unit in units[at : at + columns]):
        yield at, tuple(unit.block.text for unit in units[at : at + columns]), at + columns
        at += columns


def _is_cell(unit: Unit) -> bool:
    text = unit.block.text
    numbered = unit.block.kind == "heading" and unit.block.level < 10 and not text[:1].isascii()
    return not unit.block.cells and len(text) <= MAX_CELL and not numbered and not text.endswith(("。", "：", ":"))
