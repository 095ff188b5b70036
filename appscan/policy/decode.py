"""Bytes → text, by trial: byte order mark, UTF-8, then what the page declares and what Chinese files are written in.

Several encodings decode the same bytes without complaint, so every candidate is judged by how much it looks like
Chinese: the share of characters that every policy uses. What no encoding explains is an error, never a guess.
"""

import codecs
import re
from typing import NamedTuple

from appscan.errors import InputError

MAX_LOST = 0.005
"""Largest share of undecodable characters (a cut file, a stray byte) that is still read, and named in `encoding`."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs"}
_CHINESE = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_COMMON = frozenset(
    "的是在我们您你们信息个人和或不有用为及与可会将使使用服务提供以了者要其对于下中请如果同意权法方式保护政策收集"
    "個們資訊隱與會將務為權請護對於無開關號碼種類，。、：；（）《》“”"
)
_SAMPLE = 40_000


class Decoded(NamedTuple):
    """The text, the name of its encoding, and how many characters were lost."""

    text: str
    encoding: str


def decode(data: bytes, charset: str = "") -> Decoded:
    """The text of a file. `charset`: what a server says. Raises `InputError` where no encoding makes sense of it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lossy(data, encoding)
    zeros = b"\0" in data[:_SAMPLE]  # UTF-16 has them; UTF-8 only where a file is damaged
    if not zeros and (text := _try(data, "utf-8")) is not None:
        return _done(text, "utf-8")
    tried = (
        (name, _try(data, name)) for name in dict.fromkeys((*_known(charset), *_declared(data), "utf-8", *_CHINESE))
    )
    scored = [(plausibility(text), name, text) for name, text in tried if text is not None]
    best = max(scored, default=None, key=lambda each: each[0])
    if best is not None and best[0] > 0:
        return _done(best[2], best[1])
    return _damaged(data)


def plausibility(text: str) -> float:
    """How much a text looks like Chinese that was decoded rightly: above 0 is believable, 1 is the most."""
    sample = text[:_SAMPLE]
    foreign = [char for char in sample if char > "\x7f"]
    controls = sum(char < " " and char not in "\t\n\r\f" for char in sample)
    if not foreign:
        return 0.2 if sample and not controls else -1.0
    common = sum(char in _COMMON for char in foreign)
    strange = sum("\ue000" <= char <= "\uf8ff" or char > "\uffef" or "\x80" <= char < "\xa0" for char in foreign)
    return common / len(foreign) - 0.12 - 5 * (strange + controls) / len(sample)


def _declared(data: bytes) -> list[str]:
    """The encoding that the head of the page names, as its widest form; none where it is unknown."""
    found = _DECLARED.search(data[:4096])
    if found is None:
        return []
    return _known(found.group(1).decode("ascii"))


def _known(charset: str) -> list[str]:
    """An encoding by its name, as its widest form; none where it is unknown."""
    name = charset.lower()
    try:
        return [_WIDER.get(name) or codecs.lookup(name).name] if name else []
    except LookupError:
        return []


def _damaged(data: bytes) -> Decoded:
    """A text with a few broken bytes, in the encoding that breaks the fewest."""
    tried = [(_lost(text := data.decode(name, "replace")), -plausibility(text), name) for name in ("utf-8", "gb18030")]
    lost, worse, encoding = min(tried)
    if lost <= MAX_LOST and worse < 0:
        return _lossy(data, encoding)
    if b"\0" not in data and _lost(data.decode("utf-8", "replace")) < 0.05 and (western := _try(data, "cp1252")):
        return _done(western, "cp1252")
    raise InputError(
        "the policy's encoding cannot be told: save it as UTF-8",
        "无法判断隐私政策文件的编码：请另存为 UTF-8",
    )


def _lossy(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    if _lost(text) > MAX_LOST:
        raise InputError(
            f"the policy is not the {encoding} that it claims to be: save it as UTF-8",
            f"隐私政策文件的编码与其标记（{encoding}）不符：请另存为 UTF-8",
        )
    lost = text.count("\ufffd")
    return _done(text, f"{encoding}, {lost} characters lost" if lost else encoding)


def _lost(text: str) -> float:
    return text.count("\ufffd") / max(1, len(text))


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _done(text: str, encoding: str) -> Decoded:
    """Offsets count from the first character after a mark; a lone CR ends a line, as in files of old Macs."""
    if "\n" not in text:
        text = text.replace("\r", "\n")
    return Decoded(text, encoding.removesuffix("-sig"))
