"""Finds filing numbers of the internet information service register (ICP备案), as the law asks apps to show.

A licence (`京ICP证030173号`, `粤B2-20090059`) is no filing, nor is a public security record (`京公网安备…`).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from appscan.provinces import PROVINCES

WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""Full-width to plain characters, one for one, so that offsets stay."""

NUMBER = re.compile(
    rf"(?P<province>[{''.join(PROVINCES)}])\s*ICP\s*[备備]\s*(?P<digits>\d(?:\s?\d){{5,9}})(?!\s?\d)"
    r"\s*[号號]?(?:\s*[-－–—]\s*(?P<part>\d{1,4}\s?[A-Z]?)(?![\dA-Za-z]))?",
    re.IGNORECASE,
)


LETTERS = re.compile("[IiＩｉ][CcＣｃ][PpＰｐ]")
"""What no filing number lacks: long texts without it are not looked at closely."""


class Number(NamedTuple):
    """A filing number in its normal form, as it is written, and the offset where it stands."""

    number: str
    text: str
    at: int


def numbers(text: str) -> Iterator[Number]:
    """The filing numbers in a text: `京ICP备12345678号`, `京ICP备12345678号-3A`."""
    if not LETTERS.search(text):
        return
    for match in NUMBER.finditer(text.translate(WIDE)):
        digits = "".join(match["digits"].split())
        part = "".join((match["part"] or "").split()).upper()
        number = f"{match['province']}ICP备{digits}号" + (f"-{part}" if part else "")
        yield Number(number, " ".join(text[match.start() : match.end()].split()), match.start())
