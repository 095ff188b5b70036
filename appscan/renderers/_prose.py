"""Lines of text that wrap well in any column: Chinese between characters, code after `/`, `:`, `;` and `->`.

rich alone breaks at spaces only, which tears a Chinese sentence after its first foreign word. All text that is shown
is made here, from strings that `clean` has passed, as `Text`: nothing is ever read as markup.
"""

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from appscan.renderers._safe import LINE, clean

Piece = str | tuple[str, str] | tuple[str, str, int]
"""A string, with its style, with the number of characters it may have."""

OPEN = "（《〈「『【〔［｛“‘"
CLOSE = "，。、；：？！）》〉」』】〕］｝”’…"
WIDE = f"(?:(?![{OPEN}{CLOSE}])[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff])"
SPACE = r"[^\S\xa0]"
NARROW = rf"(?:(?!{WIDE}|{SPACE})[^{OPEN}{CLOSE}])"
WORD = rf"{NARROW}+?(?:(?:(?<=->)|(?<=[/;:]))(?={NARROW})|(?!{NARROW}))"
CHUNK = re.compile(rf"{SPACE}+|[{OPEN}]*+(?:{WIDE}|{WORD})[{CLOSE}]*(?:\xa0{NARROW}+)?|[{OPEN}]+[{CLOSE}]*|.")
"""What a line may end after: spaces, a Chinese character with its punctuation, a word or a part of a code name."""

PART = re.compile("[^\xa0.]+[\xa0.]*|[\xa0.]+")
"""What is left to break where not even a line of its own has room."""


class Prose:
    """One paragraph: its first line starts at `indent`, the others at `indent + hang`."""

    def __init__(self, text: Text, indent: int = 0, hang: int = 2) -> None:
        self.text = text
        self.indent = indent
        self.hang = indent + hang

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The wrapped lines."""
        del console
        width = max(options.max_width, 4)
        hang = min(self.hang, width // 2)
        indent = min(self.indent, width // 2)
        offsets = tuple(breaks(self.text.plain, width, indent, hang))
        for number, each in enumerate(self.text.divide(offsets)):
            each.rstrip()
            each.plain = each.plain.replace("\xa0", " ")
            yield Text(" " * (hang if number else indent), no_wrap=True, overflow="ignore").append_text(each)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """As wide as the text on one line, no narrower than a short word."""
        del console
        widest = self.indent + cell_len(self.text.plain)
        return Measurement(min(widest, 12), widest).with_maximum(options.max_width)


def breaks(plain: str, width: int, indent: int, hang: int) -> Iterator[int]:
    """The offsets at which a new line starts."""
    column = indent
    for start, chunk in _chunks(plain, width - hang):
        cells = cell_len(chunk)
        if chunk.isspace() or column + cells <= width:
            column += cells
        elif cells <= width - hang:
            yield start
            column = hang + cells
        else:
            for offset, char in enumerate(chunk, start):
                if column + cell_len(char) > width:
                    yield offset
                    column = hang
                column += cell_len(char)


def _chunks(plain: str, room: int) -> Iterator[tuple[int, str]]:
    """What is kept together where there is room for it, with its offset."""
    for chunk in CHUNK.finditer(plain):
        if cell_len(chunk[0]) <= room:
            yield chunk.start(), chunk[0]
        else:
            yield from ((chunk.start() + part.start(), part[0]) for part in PART.finditer(chunk[0]))


def styled(*pieces: Piece) -> Text:
    """Pieces in a row as text, each made safe first."""
    text = Text(no_wrap=False)
    for piece in pieces:
        string, style, limit = (piece, "", LINE) if isinstance(piece, str) else (*piece, LINE)[:3]
        text.append(clean(string, limit), style or None)
    return text


def line(*pieces: Piece, indent: int = 0, hang: int = 2) -> Prose:
    """Pieces in a row as a paragraph."""
    return Prose(styled(*pieces), indent, hang)


def joined(parts: Iterable[Piece], separator: str) -> tuple[Piece, ...]:
    """Pieces with a separator between them, which stays at the end of a line."""
    separator = f"{tight(separator.rstrip())} " if separator.endswith(" ") else separator
    result: list[Piece] = []
    for part in parts:
        result.extend(((separator, "dim"), part) if result else (part,))
    return tuple(result)


def tight(text: str) -> str:
    """A text that is not broken at its spaces unless a line has no room for it."""
    return text.replace(" ", "\xa0")
