"""Small Word and PDF files, written part by part."""

import io
import zipfile
from collections.abc import Mapping, Sequence

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
</w:styles>"""

NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="l"/></w:lvl>
</w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
</w:numbering>"""


def paragraph(text: str, *, style: str = "", depth: int | None = None, bold: bool = False) -> str:
    """A Word paragraph. `depth`: its level in the one list there is."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="3"/></w:numPr>' if depth is not None else ""
    heavy = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr><w:r>{heavy}<w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, *, across: int = 1, merge: str = "") -> str:
    """A table's cell. `merge`: `restart` or `continue` of a cell that reaches down."""
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{span}{down}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: Sequence[str]) -> str:
    """A table of cells."""
    lines = (f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl>{''.join(lines)}</w:tbl>"


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word file with this body; `parts` are added to it or replace what it has."""
    document = f"<w:document {W} {R}><w:body>{body}</w:body></w:document>"
    files = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": document,
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        **(parts or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def pdf(*pages: Sequence[str]) -> bytes:
    """A PDF with a text layer, each page given as its lines; a page without lines is a picture."""
    letters = sorted({char for page in pages for line in page for char in line})
    codes = {char: number for number, char in enumerate(letters, 1)}
    child = "<</Type/Font/Subtype/CIDFontType0/BaseFont/F/CIDSystemInfo"
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    mapping = "\n".join(f"<{code:04x}> <{char.encode('utf-16-be').hex()}>" for char, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <0000> <ffff>\n"
        f"endcodespacerange\n{len(codes)} beginbfchar\n{mapping}\nendbfchar\nendcmap end end"
    )
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        f"{child}<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]
    for number, page in enumerate(pages):
        shown = "".join(f"<{''.join(f'{codes[char]:04x}' for char in line)}> Tj T*\n" for line in page)
        content = f"BT /F1 10 Tf 14 TL 50 800 Td\n{shown}ET" if page else ""
        pictures = "" if page else "/XObject<</I 5 0 R>>"
        kept = f"/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>{pictures}>>/Contents {7 + 2 * number} 0 R"
        objects += [
            f"<</Type/Page/Parent 2 0 R{kept}>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    return _file(objects)


def _file(objects: Sequence[str]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return out + f"{head}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF".encode()
