"""The lists as a Word document, by python-docx (`appscan[office]`)."""

import io

from docx import Document
from docx.document import Document as Made
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from appscan.disclose.sheet import Sheet, Table

LATIN, CHINESE = "Arial", "Microsoft YaHei"


def render(sheet: Sheet) -> bytes:
    """Landscape A4, the head of each table repeated on every page."""
    made = Document()
    _page(made)
    made.core_properties.title = sheet.title
    made.core_properties.author = ""
    made.core_properties.comments = ""
    made.add_heading(sheet.title, level=1)
    for each in sheet.warnings:
        made.add_paragraph().add_run(each).bold = True
    for each in sheet.notes:
        made.add_paragraph(each)
    for table in sheet.tables:
        _table(made, table)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _page(made: Made) -> None:
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Cm(1.8))
    for name in ("Normal", "Heading 1", "Heading 2"):
        style = made.styles[name]
        style.font.name = LATIN
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), CHINESE)
    made.styles["Normal"].font.size = Pt(9)


def _table(made: Made, table: Table) -> None:
    made.add_heading(table.title, level=2)
    if table.note:
        made.add_paragraph(table.note)
    if table.rows:
        grid = made.add_table(rows=1, cols=len(table.columns), style="Table Grid")
        for cell, text in zip(grid.rows[0].cells, table.columns, strict=True):
            cell.paragraphs[0].add_run(text).bold = True
        # Word has no interface for this in python-docx: the row is marked as a head by hand.
        grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
        for row in table.rows:
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
    else:
        made.add_paragraph(table.empty)
    if table.after:
        made.add_paragraph(table.after)
