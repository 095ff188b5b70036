"""The lists as Markdown with tables."""

import re
from collections.abc import Iterable

from appscan.disclose.sheet import Sheet, Table

SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~]")


def render(sheet: Sheet) -> bytes:
    """UTF-8."""
    lines = [f"# {_text(sheet.title)}", ""]
    for each in sheet.warnings:
        lines += [f"> **{_text(each)}**", ""]
    for each in sheet.notes:
        lines += [_text(each), ""]
    for table in sheet.tables:
        lines += _table(table)
    return "\n".join(lines).encode()


def _table(table: Table) -> Iterable[str]:
    yield f"## {_text(table.title)}"
    yield ""
    if table.note:
        yield from (_text(table.note), "")
    if table.rows:
        yield _row(table.columns)
        yield "|" + " --- |" * len(table.columns)
        yield from map(_row, table.rows)
    else:
        yield _text(table.empty)
    yield ""
    if table.after:
        yield from (_text(table.after), "")


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(map(_text, cells)) + " |"


def _text(text: str) -> str:
    """Nothing of an app's name or a policy is read as mark-up; links stay as they are."""
    return SPECIAL.sub(r"\\\g<0>", text) if not text.startswith("https://") else text.replace("|", "%7C")
