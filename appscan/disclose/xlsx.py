"""The lists as an Excel workbook, by openpyxl (`appscan[office]`): a sheet a list, the notes on the first."""

import io
import re

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from appscan.disclose.sheet import Sheet, Table

NOT_IN_NAMES = re.compile(r"[\\/*?:\[\]]")
NAME = 31
"""Characters at most of a sheet's name."""
WIDTH = 26
TOP = Alignment(vertical="top", wrap_text=True)


def render(sheet: Sheet) -> bytes:
    """One sheet with the title and the notes, then one for each table."""
    made = Workbook()
    first = made.active
    assert isinstance(first, Worksheet)
    first.title = "说明" if sheet.language == "zh" else "Notes"
    first.column_dimensions["A"].width = 4 * WIDTH
    for number, text in enumerate((sheet.title, *sheet.warnings, *sheet.notes), 1):
        _put(first, number, 1, text, bold=number <= 1 + len(sheet.warnings))
    for table in sheet.tables:
        _fill(made.create_sheet(NOT_IN_NAMES.sub(" ", table.title)[:NAME]), table)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _fill(page: Worksheet, table: Table) -> None:
    for column, text in enumerate(table.columns, 1):
        _put(page, 1, column, text, bold=True)
        page.column_dimensions[get_column_letter(column)].width = WIDTH
    for number, row in enumerate(table.rows, 2):
        for column, text in enumerate(row, 1):
            _put(page, number, column, text)
    below = len(table.rows) + 3
    for text in (table.note, "" if table.rows else table.empty, table.after):
        if text:
            _put(page, below, 1, text)
            below += 1
    page.freeze_panes = "A2"


def _put(page: Worksheet, row: int, column: int, text: str, *, bold: bool = False) -> None:
    """A text, and never a formula, whatever it starts with."""
    cell = page.cell(row, column)
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text[:1] in tuple("=+-@")
    cell.font = Font(bold=bold)
    cell.alignment = TOP
