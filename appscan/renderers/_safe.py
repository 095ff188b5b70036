r"""Strings of an APK or a policy → strings that are safe to show in a terminal.

An app's label can hold escape sequences, right-to-left overrides or invisible characters, put there to hide
something. They are shown as what they are (`\x1b`, `\u202e`), never passed on, and nothing is longer than its limit.
"""

import unicodedata
from functools import cache

NAME = 120
"""Characters at most of a name: an app's label, an SDK, a signer."""
LINE = 300
"""Characters at most of anything else,"""
LONG = 2000
"""except a message, a quotation or a text of the checklist."""

BLANK = frozenset("\t\n\v\f\r\x85\u2028\u2029")
INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and marks by their category, nothing to the eye."""
HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co"))
"""Controls, formats (bidirectional, zero-width), surrogates and private characters."""


def clean(text: str, limit: int = LINE) -> str:
    """The text on one line, with every character that is not to be seen spelt out, clipped with `…`."""
    shown = "".join(map(_shown, text[: limit + 1]))
    return shown if len(shown) <= limit else f"{shown[: limit - 1]}…"


@cache
def _shown(char: str) -> str:
    if char in BLANK:
        return " "
    if char in INVISIBLE or unicodedata.category(char) in HIDDEN:
        return char.encode("ascii", "backslashreplace").decode() if ord(char) >= 0x80 else f"\\x{ord(char):02x}"
    return char
