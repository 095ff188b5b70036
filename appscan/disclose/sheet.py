"""The lists as headings, notes and tables of plain text: what every format renders."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from appscan.disclose.model import CollectedRow, DifferenceRow, Disclosure, SdkListRow
from appscan.disclose.words import Text
from appscan.renderers._safe import LONG, clean

MOST = 4
"""Ways and switches that a cell names."""


class Table(NamedTuple):
    """A heading, a note, and rows under column names; `empty` is said where there are none."""

    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = ""
    after: str = ""


class Sheet(NamedTuple):
    """The whole document. `warnings` stand at the top."""

    language: str
    title: str
    warnings: tuple[str, ...]
    notes: tuple[str, ...]
    tables: tuple[Table, ...]


def sheet(found: Disclosure) -> Sheet:
    """The document in the language of the lists, every text on one line and safe to show."""
    text = Text(found.language)
    app = found.label or found.package
    source = text("source", package=found.package, version=found.version_name, tool=found.tool)
    return Sheet(
        language=found.language,
        title=clean(text("title", app=app)),
        warnings=tuple(clean(text("unseen", what=each), LONG) for each in found.unseen),
        notes=(clean(source, LONG), text("static")),
        tables=tuple(_numbered(_tables(found, text), text)),
    )


def _numbered(tables: Iterable[Table], text: Text) -> Iterator[Table]:
    gap = "" if text.language == "zh" else " "
    for number, each in zip(text("numbers").split(), tables, strict=False):
        yield _safe(each._replace(title=f"{number}{gap}{each.title}"))


def _safe(table: Table) -> Table:
    rows = tuple(tuple(clean(cell, LONG) for cell in row) for row in table.rows)
    return table._replace(rows=rows, after=clean(table.after, LONG))


def _tables(found: Disclosure, text: Text) -> Iterator[Table]:
    yield _table(
        "collected", "information how where permissions purpose", text, map(_Cells(text).kind, found.collected)
    )
    columns = "name company purpose reached disclosed manner permissions link version switch"
    listed = _table("sdks", columns, text, map(_Cells(text).sdk, found.sdks))
    if found.harmless:
        names = text.join.join(found.harmless)
        listed = listed._replace(after=text("harmless", n=len(found.harmless), names=names))
    yield listed
    if found.unnamed:
        rows = ((each.package, text.join.join(each.reached)) for each in found.unnamed)
        yield _table("unnamed", "package reached", text, rows, empty="")
    if found.differences is not None:
        rows_of = (_difference(each, text, hidden=bool(found.unseen)) for each in found.differences)
        yield _table("differences", "kind subject detail evidence", text, rows_of, note="")


def _table(
    name: str, columns: str, text: Text, rows: Iterable[tuple[str, ...]], *, note: str = "note", empty: str = "none"
) -> Table:
    return Table(
        title=text(name),
        note=text(f"{name}.{note}") if note else "",
        columns=tuple(text(f"column.{each}") for each in columns.split()),
        rows=tuple(rows),
        empty=text(f"{name}.{empty}") if empty else "",
    )


class _Cells:
    """Rows as the texts of their cells."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def kind(self, row: CollectedRow) -> tuple[str, ...]:
        text = self._text
        name = row.name + (text("sensitive") if row.sensitive else "")
        name += "" if row.sure else text("unsure", check=text("check"))
        purpose = text("fill")
        if row.purpose.text:
            purpose = text("suggestion", fill=purpose, text=row.purpose.text, source=row.purpose.source)
        return (
            name,
            self._few(row.ways),
            self._few(row.components) or "-",
            text.join.join(row.permissions) or "-",
            purpose,
        )

    def sdk(self, row: SdkListRow) -> tuple[str, ...]:
        text = self._text
        if row.purpose.text:
            purpose = text("by_policy", text=row.purpose.text)
        else:
            purpose = text("by_category", text=row.category, check=text("check"))
        permissions = [text.join.join(row.permissions)] if row.permissions else []
        if row.wanted:
            permissions.append(text("wanted", names=text.join.join(row.wanted)))
        return (
            row.name,
            row.company or text("fill"),
            purpose,
            text.join.join(row.reached) or text("none"),
            text.join.join(row.disclosed) or "-",
            text("by_itself") if row.reached else text("fill"),
            text.stop.join(permissions) or "-",
            row.link or text("fill"),
            row.version or text("unknown"),
            self._few(row.switches) or "-",
        )

    def _few(self, names: tuple[str, ...]) -> str:
        more = f" +{len(names) - MOST}" if len(names) > MOST else ""
        return self._text.stop.join(names[:MOST]) + more


def _difference(row: DifferenceRow, text: Text, *, hidden: bool) -> tuple[str, ...]:
    label = "extra.hidden" if row.kind == "extra" and hidden else f"{row.kind}.{row.what}"
    detail = text.inside(row.detail) if row.kind in ("missing", "vague") else row.detail
    places = text.stop.join(f"{each.where}" for each in row.evidence)
    return text(f"kind.{row.kind}"), row.name, text(label, detail=detail), places
