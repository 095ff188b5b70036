"""A Word file → its parts: an archive is unpacked within bounds, and XML is read without entities and network."""

import io
import zipfile
from typing import Any

from appscan.errors import InputError, LimitError
from appscan.extract.archive import ENCRYPTED, READ_ERRORS
from appscan.policy.docx_styles import R, W
from appscan.policy.from_docx import Parts

MAX_PART = 32 << 20
"""Bytes that a part may inflate to: the text of a thousand pages needs less."""

MAX_TAGS = 1_000_000
"""Opening and closing ones of a part: memory and time go with them."""

FOLDER = "word/"
DOCUMENT = f"{FOLDER}document.xml"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
"""The names that Word's strict format has for the same things."""

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def read_parts(name: str, data: bytes) -> Parts:
    """The parts of a Word file. Raises `InputError` where it is none, `LimitError` where it inflates out of bounds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            document = _part(name, archive, DOCUMENT)
            if document is None:
                raise InputError(
                    f"{name}: a ZIP archive, but not a Word file", f"{name}：是 ZIP 压缩包，但不是 Word 文档"
                )
            return Parts(
                document=document,
                styles=_part(name, archive, f"{FOLDER}styles.xml"),
                numbering=_part(name, archive, f"{FOLDER}numbering.xml"),
                links=_links(_part(name, archive, f"{FOLDER}_rels/document.xml.rels")),
            )
    except READ_ERRORS as error:
        raise InputError(
            f"{name}: the Word file is damaged or cut off ({type(error).__name__})", f"{name}：Word 文档已损坏或不完整"
        ) from error


def _part(name: str, archive: zipfile.ZipFile, part: str) -> Any:
    """The tree of a part; None where there is none of that name."""
    if part not in archive.NameToInfo:
        return None
    info = archive.getinfo(part)
    if info.flag_bits & ENCRYPTED:
        raise InputError(f"{name}: the Word file is encrypted", f"{name}：Word 文档已加密")
    with archive.open(info) as file:
        data = file.read(MAX_PART + 1)
    if len(data) > MAX_PART:
        raise LimitError(
            f"{name}: {part} inflates beyond {MAX_PART >> 20} MB", f"{name}：{part} 解压后超过 {MAX_PART >> 20} MB"
        )
    if data.count(b"<") > MAX_TAGS:
        raise LimitError(f"{name}: {part} has more than {MAX_TAGS} tags", f"{name}：{part} 的标签超过 {MAX_TAGS} 个")
    return _tree(name, part, data)


def _tree(name: str, part: str, data: bytes) -> Any:
    from lxml import etree  # noqa: PLC0415 - only for Word files

    if b"<!ENTITY" in data or b"<!DOCTYPE" in data:
        raise InputError(
            f"{name}: {part} declares XML entities, which no Word file does",
            f"{name}：{part} 含 XML 实体声明，拒绝读取",
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{name}: {part} is damaged XML", f"{name}：{part} 不是有效的 XML") from error


def _links(relations: Any) -> dict[str, str]:
    """Where the links of the document lead, by their ids."""
    found = relations.iter(_RELATION) if relations is not None else ()
    return {each.get("Id", ""): each.get("Target", "") for each in found if each.get("TargetMode") == "External"}
