"""The text of pages (a PDF's) → blocks: headers, footers and page numbers dropped, lines broken by the paper joined."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from appscan.policy.document import Document
from appscan.policy.from_text import MIN_WRAPPED, NARROWEST, parse_text
from appscan.policy.source import Source

EDGE = 2
"""Lines at the top and at the bottom of a page among which its header and footer are."""

REPEATED = 3
"""Pages on which a line at the edge must stand to be a header."""

_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:第\s*\d{1,4}\s*页(?:\s*[,，/共]+\s*\d{1,4}\s*页)?|(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?)[-–—\s]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def parse_pages(pages: Sequence[str]) -> Document:
    """The blocks of pages, each page given as its text. Places in it are pages."""
    lines = [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
    headers = _headers(lines)
    said: set[str] = set()
    kept = [list(_body(page, headers, said)) for page in lines]
    starts = []
    at = 0
    for page in kept:
        starts.append(at)
        at += sum(len(line) + 1 for line in page)
    text = "".join(f"{line}\n" for page in kept for line in page)
    return parse_text(text, wrapped=_width(kept))._replace(source=Source(text, starts))


def _edges(page: Sequence[str]) -> set[int]:
    """The places of the lines at the edges of a page."""
    return {*range(min(EDGE, len(page))), *range(max(0, len(page) - EDGE), len(page))}


def _headers(pages: Sequence[Sequence[str]]) -> set[str]:
    """What stands at the edge of most pages, numbers aside."""
    counts = Counter(key for page in pages for key in {_key(page[place]) for place in _edges(page)})
    most = max(REPEATED, len(pages) // 2)
    return {key for key, count in counts.items() if count >= most}


def _key(line: str) -> str:
    return _DIGITS.sub("#", line)


def _body(page: Sequence[str], headers: set[str], said: set[str]) -> Iterator[str]:
    """The lines of a page without its header, footer and number. A header that is the title stays on its first page."""
    edges = _edges(page)
    for place, line in enumerate(page):
        outer = place in (0, len(page) - 1)
        if outer and _PAGE_NUMBER.fullmatch(line):
            continue
        if place in edges and (key := _key(line)) in headers:
            if key in said or place >= EDGE or "#" in key:
                continue
            said.add(key)
        yield line


def _width(pages: Sequence[Sequence[str]]) -> int:
    """The length from which a line may have been broken by the paper's edge: most of what the long lines have."""
    lengths = sorted(len(line) for page in pages for line in page)
    long = lengths[int(0.9 * len(lengths))] if lengths else MIN_WRAPPED
    return max(NARROWEST, int(0.8 * long))
