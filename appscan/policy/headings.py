"""Tells a heading by how it is numbered or set: policies on the web seldom use heading tags."""

import re

MAX_LENGTH = 40

_NUMBER = "[0-9０-９一二三四五六七八九十百]"
_STYLES = (
    (1, re.compile(rf"\s*第{_NUMBER}{{1,4}}[章部编篇节]")),
    (2, re.compile(rf"\s*第{_NUMBER}{{1,4}}[条部]|\s*[一二三四五六七八九十]{{1,3}}\s*[、.．]")),
    (3, re.compile(r"\s*[(（][一二三四五六七八九十]{1,3}[)）]")),
    (6, re.compile(r"\s*\d{1,2}[.．]\d{1,2}[.．]\d{1,2}(?![\d年月日%])")),
    (5, re.compile(r"\s*\d{1,2}[.．]\d{1,2}(?![\d年月日%])")),
    (
        4,
        re.compile(
            r"\s*\d{1,2}(?:\s*[、.．](?![\d年月日%])|[ \t\u3000]+(?![个天日年月周次元条项名])(?=[\u4e00-\u9fff]{2}))"
        ),
    ),
    (7, re.compile(r"\s*(?:[(（]\d{1,2}[)）]|\d{1,2}[)）])")),
    (8, re.compile(r"\s*[①-⑳]|\s*[(（]?[a-zA-Z][)）]|\s*[a-zA-Z][、.．](?=\s*[\u4e00-\u9fff])")),
)
_BEGINS = re.compile(r"\s*[第(（一二三四五六七八九十\d①-⑳a-zA-Z]")
_BULLET = re.compile(r"\s*[•·●○◦■□◆◇▪▶➢\-*+—–>→\uf06c]\s*(?=\S)")
_LABEL = re.compile(r"\s*【[^】]{1,20}】\s*(?=\S)")
_SENTENCE = re.compile(r"[。；，,;：:|@]|20\d\d|公司$|\.{3}|…")
_STATES = re.compile(r"属于|(?:我们|您)(?:会|将|可以|有权|应)|不会|是指")
"""What a sentence says and a title does not."""

_TITLE_WORDS = re.compile(
    r"如何|我们|您的|你的|关于|联系|定义|信息|政策|权利|安全|未成年|儿童|第三方|共享|存储|保存|收集|cookie|适用|更新|变更"
    r"|注销|个性化|权限|附则|引言|前言|目录|声明|争议|SDK",
    re.IGNORECASE,
)
_MARKED = re.compile(r"#{1,6}\s|【[^】]{2,20}】$")


def numbering(text: str) -> int:
    """The depth (1 to 8) that a line's number stands for, or 0."""
    if not _BEGINS.match(text):
        return 0
    return next((level for level, style in _STYLES if style.match(text)), 0)


def is_item(text: str) -> bool:
    """Whether a line begins like the item of a list."""
    return bool(_BULLET.match(text) or _LABEL.match(text)) or numbering(text) >= 3


def heading_level(text: str, *, declared: int = 0, bold: bool = False) -> int:
    """The heading's depth: 10 and more for one without number, as its tag tells; 0 for a line that is no heading.

    `declared`: 1 to 6 where the page says so (`<h2>`, `##`). `bold`: the whole line is set in bold.
    """
    if len(text) > (2 * MAX_LENGTH if declared else MAX_LENGTH):
        return 0
    number = numbering(text)
    if declared:
        dated = re.search(r"[:：].{2}|20\d\d", text)
        return 0 if dated and not number else declared
    if _SENTENCE.search(text.rstrip("：:") if bold else text) or (not bold and _STATES.search(text)):
        return 0
    if number:
        return 6 + number
    titled = _TITLE_WORDS.search(text) and len(text) <= 20 and len(text) >= 4 and not _BULLET.match(text)
    if bold:
        return 6
    return 20 if titled and not re.search(r"[、()（）]", text) else 0
