"""The lists as one HTML file that needs nothing else: no script, no image, no font from elsewhere."""

from collections.abc import Iterable, Iterator
from html import escape

from appscan.disclose.sheet import Sheet, Table

LANGUAGES = {"zh": "zh-CN", "en": "en"}
STYLE = """
body{font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2rem auto;
max-width:80rem;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
.warning{background:#fff4e5;border-left:4px solid #d97706;padding:.6rem 1rem}
.note{color:#555}.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{border:1px solid #ccc;padding:.4rem .5rem;vertical-align:top;text-align:left;
overflow-wrap:anywhere;min-width:5rem}
th{background:#f3f4f6;white-space:nowrap}
@media print{body{max-width:none;margin:0}}
"""


def render(sheet: Sheet) -> bytes:
    """UTF-8."""
    return "".join(f"{each}\n" for each in _lines(sheet)).encode()


def _lines(sheet: Sheet) -> Iterator[str]:
    title = escape(sheet.title)
    yield "<!doctype html>"
    yield f'<html lang="{LANGUAGES[sheet.language]}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f"<title>{title}</title><style>{STYLE}</style></head><body>"
    yield f"<h1>{title}</h1>"
    yield from (f'<p class="warning">{escape(each)}</p>' for each in sheet.warnings)
    yield from (f'<p class="note">{escape(each)}</p>' for each in sheet.notes)
    for table in sheet.tables:
        yield from _table(table)
    yield "</body></html>"


def _table(table: Table) -> Iterator[str]:
    yield f"<h2>{escape(table.title)}</h2>"
    if table.note:
        yield f'<p class="note">{escape(table.note)}</p>'
    if table.rows:
        yield '<div class="scroll"><table>'
        yield f"<thead><tr>{_cells('th', table.columns)}</tr></thead><tbody>"
        yield from (f"<tr>{_cells('td', row)}</tr>" for row in table.rows)
        yield "</tbody></table></div>"
    else:
        yield f"<p>{escape(table.empty)}</p>"
    if table.after:
        yield f'<p class="note">{escape(table.after)}</p>'


def _cells(tag: str, cells: Iterable[str]) -> str:
    return "".join(f"<{tag}>{_cell(each)}</{tag}>" for each in cells)


def _cell(text: str) -> str:
    """A link where the whole cell is a web address."""
    if text.startswith(("https://", "http://")) and not any(each.isspace() for each in text):
        return f'<a href="{escape(text)}" rel="noreferrer">{escape(text)}</a>'
    return escape(text)
