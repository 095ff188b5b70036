"""Blocks → sentences, each with its place in the original and in the form in which it is matched."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from appscan.facts import Evidence, Sentence
from appscan.policy.document import Block, Document
from appscan.policy.normalise import fold

MAX_LENGTH = 600
"""Characters. A longer run without a full stop is cut, at a comma where there is one."""

MAX_QUOTE = 300
Convert = Callable[[str], str]

_END = re.compile(
    r"[。！？；]+[”」』）)\"]*|[!?;]+(?=[\s\u3400-\u9fff]|$)|(?<!Pte)(?<!Ltd)(?<!Inc)(?<!Co)\.(?=\s+[A-Z])"
)
_BULLET = re.compile(r"^[•·●○◦■□◆◇▪▶➢+>→*-]\s*(?=[\u4e00-\u9fff\"A-Za-z【])")
"""What stands before a list's item; patterns that begin with a sentence begin behind it."""

_COMMA = re.compile(r"[，、,：:]")


class Unit(NamedTuple):
    """A sentence with its matching form (`norm`; `folded` keeps the case of letters), its block, and its file."""

    sentence: Sentence
    folded: str
    norm: str
    block: Block
    path: str
    place: str = ""
    number: int = 0
    """The block's place in the document."""

    @property
    def evidence(self) -> Evidence:
        """The sentence as a quotation."""
        return self.quote(self.sentence.text)

    def quote(self, text: str) -> Evidence:
        """A part of the sentence as a quotation, cut where it is very long.

        A part of its matching form that does not stand so in the original is quoted with the whole sentence.
        """
        text = text if text in self.sentence.text else self.sentence.text
        cut = text if len(text) <= MAX_QUOTE else text[: MAX_QUOTE - 1] + "…"
        return Evidence(where=f"{self.path}:{self.place or self.sentence.line}", quote=cut)


def sentences(document: Document, path: str, convert: Convert | None = None) -> Iterator[Unit]:
    """The sentences of a document in order. A heading is one sentence, and so is a table row, up to the bound.

    `convert` turns the script into the one that patterns are written in: what is matched, never what is quoted.
    """
    for number, block in enumerate(document.blocks):
        matched = block.convert(convert) if convert else block
        for start, end in _spans(block):
            text = block.text[start:end]
            offset = block.start if block.start is not None and start == 0 else block.offset(start)
            sentence = Sentence(text=text, line=document.source.line(offset), offset=offset, heading=block.heading)
            folded = _BULLET.sub("", fold(convert(text) if convert else text))
            norm = folded.lower().rstrip("。;")
            if block.kind == "row":
                norm = norm.replace("。", ";")
            if norm:
                yield Unit(sentence, folded, norm, matched, path, document.source.place(offset), number)


def longest_sentence(text: str) -> int:
    """The length of the longest run without a full stop."""
    ends = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    return max(end - start for start, end in pairwise(ends))


def _spans(block: Block) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence in a block's text, blanks around it left out."""
    text = block.text
    start = 0
    ends = [found.end() for found in _END.finditer(text)] if block.kind in ("paragraph", "item") else []
    for end in (*ends, len(text)):
        for first, last in _cut(text, start, end):
            inner = text[first:last]
            blank = len(inner) - len(inner.lstrip())
            if inner.strip():
                yield first + blank, first + len(inner.rstrip())
        start = end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_LENGTH:
        commas = [found.end() for found in _COMMA.finditer(text, start + MAX_LENGTH // 2, start + MAX_LENGTH)]
        middle = commas[-1] if commas else start + MAX_LENGTH
        yield start, middle
        start = middle
    yield start, end
