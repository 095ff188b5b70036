"""The decoded original of a document: which line an offset is on, and where a text stands in it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)|<[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
_PLAIN = re.compile(r"\w{2,24}")
NEAR = 4_000
"""How far ahead (characters) a text is sought once many were not found: keeps hostile pages linear."""
FAR = 2_000_000
MAX_MISSES = 200


class Source:
    """A decoded original. Offsets are 0-based characters, lines 1-based."""

    def __init__(self, text: str, pages: Sequence[int] = ()) -> None:
        """`pages`: the offset at which each page starts, where the original has pages."""
        self.text = text
        self._pages = pages

    @cached_property
    def _ends(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.text)]

    def line(self, offset: int) -> int:
        """The line of an offset."""
        return bisect_right(self._ends, offset - 1) + 1 if offset > 0 else 1

    def place(self, offset: int) -> str:
        """What stands after the file's name in evidence: the line, or the page where there are pages (`p3`)."""
        return f"p{bisect_right(self._pages, offset)}" if self._pages else str(self.line(offset))


class Finder:
    """Finds the texts of a page, in the order of the page, between its tags."""

    def __init__(self, text: str) -> None:
        self._text = _MARKUP.sub(lambda found: " " * len(found.group()), text)
        self._at = 0
        self._misses = 0

    def find(self, fragment: str) -> int:
        """The offset of the next place of a text; where character references hide it, the nearest that is known."""
        place = self._seek(fragment)
        if place < 0 and (plain := _PLAIN.search(fragment)):
            place = self._seek(plain.group())
            place = max(self._at, place - plain.start()) if place >= 0 else place
        if place < 0:
            self._misses += 1
            return self._at
        self._at = place + 1
        return place

    def _seek(self, fragment: str) -> int:
        reach = NEAR if self._misses > MAX_MISSES or len(fragment) < 2 else FAR
        return self._text.find(fragment, self._at, self._at + reach + len(fragment))
