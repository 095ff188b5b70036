"""The form in which text is matched, and the language that it is written in.

Patterns are written once, for half-width, lower-case text without blanks between Chinese characters. What is matched
is never what is quoted: a quotation keeps the characters of the original.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

Language = Literal["zh-Hans", "zh-Hant", "en", "other"]

CJK = r"\u3400-\u4dbf\u4e00-\u9fff"
_CJK_RUN = re.compile(f"[{CJK}]+")
_KANA = re.compile(r"[\u3040-\u30ff]+")
_HANGUL = re.compile(r"[\uac00-\ud7af]+")
_LATIN = re.compile(r"[A-Za-z]+")
_BLANKS = re.compile(r"\s+")
_INNER_BLANK = re.compile(
    rf"(?<=[{CJK}，。、；：（）《》,;:()]) (?=[{CJK}，。、；：（）《》A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=[{CJK}])"
)
_DROPPED = re.compile("[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad`]+|[*]{2,}|(?<!_)__(?!_)(?=\\S)")
_QUOTE = re.compile("[“”„‟「」『』‘’]")
_DOUBLE = re.compile("[“”„‟「」『』]")
_SINGLE = re.compile("[‘’]")

TRADITIONAL = frozenset("個們資訊隱與會將務為權請護對於無開關號碼種類網賬帳進業產內當應僅圖錄據實員廣電戶這們來說")
"""Frequent characters that only traditional script uses. They tell the script; nothing is converted."""

_TRADITIONAL = re.compile(f"[{''.join(sorted(TRADITIONAL))}]+")


def fold(text: str) -> str:
    """NFKC, one kind of quotation mark, no zero-width or Markdown marks, no blanks between Chinese characters."""
    text = _DROPPED.sub("", unicodedata.normalize("NFKC", text))
    if _QUOTE.search(text):
        text = _SINGLE.sub("'", _DOUBLE.sub('"', text))
    text = " ".join(text.split())
    return _INNER_BLANK.sub("", text) if " " in text else text


@lru_cache(maxsize=4_096)
def normalise(text: str) -> str:
    """The folded text in lower case: each character stands where it stands in the folded text."""
    return fold(text).lower()


def is_cjk(char: str) -> bool:
    """Whether a character is a Chinese one or full-width punctuation: no blank is written beside it."""
    return "\u3000" <= char <= "\u303f" or "\u3400" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef"


def chinese_characters(text: str) -> int:
    """How many Chinese characters (punctuation not counted) a text has."""
    return _count(_CJK_RUN, text)


def visible_characters(text: str) -> int:
    """How many characters are not blank."""
    return len(text) - _count(_BLANKS, text)


def language(text: str) -> Language:
    """The language of a text by its letters: Japanese and Korean with Chinese characters are `other`."""
    chinese = chinese_characters(text)
    kana, hangul, latin = (_count(pattern, text) for pattern in (_KANA, _HANGUL, _LATIN))
    if kana > 0.1 * chinese or hangul > 0.1 * chinese:
        return "other" if kana + hangul > 0.05 * (latin + 1) else "en"
    if chinese < 0.1 * latin:  # a Latin letter is about a quarter of a word, a Chinese one about half
        return "en"
    if not chinese:
        return "other"
    traditional = _count(_TRADITIONAL, text)
    return "zh-Hant" if traditional > 0.04 * chinese else "zh-Hans"


def _count(runs: re.Pattern[str], text: str) -> int:
    """How many characters the runs of a kind have."""
    return sum(map(len, runs.findall(text)))
