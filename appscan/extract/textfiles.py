"""The text files among assets and raw resources: scripts, pages, settings. Recognised by their first bytes."""

import re
from collections.abc import Iterator

from appscan.extract.archive import MIB, Archive, EntryError
from appscan.facts import Limit

PER_FILE = 4 * MIB
IN_ALL = 16 * MIB
MAX_FILES = 5000
SNIFF = 512
OPEN = re.compile(r"^[ \t]*(/\*|<!--)", re.MULTILINE)
"""A block comment is known by starting a line: elsewhere `/*` may stand in a string."""

CLOSE = {"/*": "*/", "<!--": "-->"}
LINE_COMMENT = re.compile(r"^[ \t]*(?://|(?:\*|#+|;)[ \t]).*|(?<=\s)//\s.*", re.MULTILINE)
FOLDERS = ("assets/", "res/", "r/")
RAW_XML = ("assets/", "res/raw")
"""Elsewhere XML files are binary and hold what the resource table and the layouts say already."""

BINARY = frozenset(
    "png jpg jpeg webp gif bmp ico heic svga mp3 mp4 m4a aac ogg wav webm ttf otf ttc woff woff2 so dex jar apk aar "
    "zip gz br 7z pdf tflite onnx pak dat model db sqlite".split()
)
"""Endings of files that are not looked into at all."""


def text_files(archive: Archive, limits: list[Limit]) -> Iterator[tuple[str, str]]:
    """(name, text) of each, in the order of their names. What lies beyond the bounds is said as a limit."""
    left, cut = IN_ALL, []
    names = _names(archive)
    for number, name in enumerate(names):
        if left <= 0 or number >= MAX_FILES:
            cut += names[number:]
            break
        try:
            if not is_text(archive.head(name, SNIFF)):
                continue
            data = archive.head(name, min(PER_FILE, left))
        except EntryError:
            cut.append(name)
            continue
        left -= len(data)
        if len(data) < archive.size(name):
            cut.append(name)
        yield name, data.decode("utf-8-sig", "replace")
    if cut:
        more = f" (+{len(cut) - 1})" if len(cut) > 1 else ""
        limits.append(Limit(kind="unsearched_files", detail=f"{cut[0]}{more}"))


def _names(archive: Archive) -> list[str]:
    names = (name for name in archive.entries if name.startswith(FOLDERS) and not name.endswith("/"))
    kept = (name for name in names if name.rpartition(".")[2].lower() not in BINARY)
    return sorted(name for name in kept if not name.endswith(".xml") or name.startswith(RAW_XML))


def is_text(head: bytes) -> bool:
    """Whether the first bytes are UTF-8 without control characters."""
    text = head.decode("utf-8", "ignore")
    if not text or len(text.encode()) < len(head) - 3:  # a character may be cut at the end
        return False
    return all(char >= " " or char in "\t\n\r\f" for char in text)


def without_comments(text: str) -> str:
    """The text with the comments of scripts, pages and settings taken out; every line keeps its number."""
    parts, at = [], 0
    for match in OPEN.finditer(text):
        if match.start() < at:
            continue
        end = text.find(CLOSE[match[1]], match.end())
        if end < 0:
            break
        parts += [text[at : match.start()], "\n" * text.count("\n", match.start(), end)]
        at = end
    return LINE_COMMENT.sub("", "".join((*parts, text[at:])))
