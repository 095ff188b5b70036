"""A file's bytes → a document of a policy, by what the bytes are, whatever the file is called."""

from appscan.errors import InputError, LimitError
from appscan.extract.docx import read_parts
from appscan.extract.pdf import read_pages
from appscan.policy.from_docx import parse_docx
from appscan.policy.from_pages import parse_pages
from appscan.policy.reader import MAX_BYTES, Opened, open_text

PDF, ZIP, OLE, RTF = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf"
HEAD = 1024
"""Bytes among which a PDF's mark may stand."""


def open_document(name: str, data: bytes, charset: str = "") -> Opened:
    """The document in a file. Raises `InputError` where it cannot be read, `LimitError` beyond the bounds.

    `charset`: what a server says that a text is written in.
    """
    if len(data) > MAX_BYTES:
        raise LimitError(f"{name}: larger than {MAX_BYTES >> 20} MB", f"{name}：超过 {MAX_BYTES >> 20} MB")
    if PDF in data[:HEAD]:
        pages = read_pages(name, data)
        return Opened(name, data, parse_pages(pages.texts), "pdf", pages.limits)
    if data.startswith(ZIP):
        return Opened(name, data, parse_docx(read_parts(name, data)), "docx")
    if data.startswith(OLE) or data.lstrip()[:5] == RTF:
        raise InputError(
            f"{name}: an old Word file (.doc, .rtf) or one with a password: save it as .docx without one",
            f"{name}：旧版 Word 格式（.doc、.rtf）或设有密码：请另存为不带密码的 .docx",
        )
    if name.lower().endswith((".docx", ".pdf")):
        raise InputError(f"{name}: neither a Word file nor a PDF by its content", f"{name}：内容不是 Word 或 PDF 文件")
    return open_text(name, data, charset)
