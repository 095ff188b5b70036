"""The files and string resources of an APK that may be its privacy policy, told by name, size and a few words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from appscan.extract.archive import EntryError
from appscan.extract.package import Entries
from appscan.facts import Limit

TEXTS = ("html", "htm", "xhtml", "txt", "md", "markdown")
PRINTED = ("docx", "pdf")
FOLDERS = ("assets/", "res/", "r/")
PER_TEXT = 4 << 20
PER_UNNAMED = 1 << 20
"""Bytes of a text whose name does not say that it is a policy: word lists and the like are larger."""

SELDOM = 20_000
"""Bytes of such a text for each time that it names privacy."""

PER_PRINTED = 20 << 20
IN_ALL = 64 << 20
MAX_FILES = 3000
MAX_CANDIDATES = 40
LENGTH = 800
"""Characters of a string resource that may be a policy."""

MANY = 3
"""Times that a text must name privacy or personal information to be looked at."""

HINT = re.compile(r"privacy|yinsi|yszc|policy|agreement|隐私|隱私|个人信息|sdk|清单|儿童", re.IGNORECASE)
"""What the name of a policy's file has in it."""

WORDS = ("隐私", "个人信息", "隱私", "個人資")
_NEEDLES = tuple(word.encode(each) for word in WORDS for each in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"))


class Candidate(NamedTuple):
    """A text that may be a policy, with its place in the APK."""

    where: str
    data: bytes


def candidates(
    entries: Entries, pools: Iterable[tuple[str, Sequence[str]]], limits: list[Limit]
) -> Iterator[Candidate]:
    """What is worth reading: files first, then strings. `pools`: the name of each resource table, and its strings."""
    yield from _files(entries, limits)
    for table, pool in pools:
        for index, text in enumerate(pool):
            if len(text) >= LENGTH and sum(map(text.count, WORDS)) >= MANY:
                yield Candidate(f"{table}:string#{index}", text.encode("utf-8", "replace"))


def hinted(where: str) -> bool:
    """Whether a file is named like a policy."""
    return bool(HINT.search(where))


def unread(where: str, why: str = "") -> Limit:
    """A file that may be the policy and was not read."""
    return Limit(kind="policy_unread_inside", detail=f"{where}: {why}" if why else where)


def _files(entries: Entries, limits: list[Limit]) -> Iterator[Candidate]:
    left, found = IN_ALL, 0
    for name in _names(entries)[:MAX_FILES]:
        place, size, named = entries.place(name), entries.size(name), hinted(name)
        printed = name.lower().endswith(PRINTED)
        if size > min(left, PER_PRINTED if printed else PER_TEXT if named else PER_UNNAMED) or found >= MAX_CANDIDATES:
            limits += [unread(place)] if named else []
            continue
        try:
            data = entries.read(name)
        except EntryError as error:
            limits.append(unread(place, str(error)))
            continue
        left -= len(data)
        if printed or _speaks_of_privacy(data, named=named):
            found += 1
            yield Candidate(place, data)


def _names(entries: Entries) -> list[str]:
    """Texts and pages, printed documents that are named like a policy, and files named so without an ending."""

    def fits(name: str) -> bool:
        file = name.rpartition("/")[2]
        suffix = file.rpartition(".")[2].lower()
        return suffix in TEXTS or (hinted(file) and (suffix in PRINTED or "." not in file))

    return sorted(name for name in entries.entries if name.startswith(FOLDERS) and fits(name))


def _speaks_of_privacy(data: bytes, *, named: bool) -> bool:
    """Whether a text names privacy often enough, for its length where its name does not say so already."""
    return sum(map(data.count, _NEEDLES)) >= max(MANY, 0 if named else len(data) // SELDOM)
