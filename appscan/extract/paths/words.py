"""Names and labels × words of consent → whether they mean that the user agreed."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from appscan.knowledge import ConsentWords

_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[\u4e00-\u9fff]+")
_PREFIXES = re.compile(r"^(?:dis|un|non)(?=agree|accept|consent)")


class Consent(NamedTuple):
    """The words, ready to ask."""

    agree: frozenset[str]
    subject: frozenset[str]
    allow: frozenset[str]
    against: frozenset[str]
    buttons_agree: tuple[str, ...]
    buttons_refuse: tuple[str, ...]

    @classmethod
    def of(cls, lists: Iterable[ConsentWords]) -> "Consent":
        """Several lists as one."""
        lists = tuple(lists)
        return cls(
            agree=frozenset(word for each in lists for word in each.agree),
            subject=frozenset(word for each in lists for word in each.subject),
            allow=frozenset(word for each in lists for word in each.allow),
            against=frozenset(word for each in lists for word in each.against),
            buttons_agree=tuple(word for each in lists for word in each.buttons_agree),
            buttons_refuse=tuple(word for each in lists for word in each.buttons_refuse),
        )

    def means_agreed(self, name: str) -> bool:
        """Whether a name such as `privacy_agreed` or `hasUserConsent` says that the user agreed."""
        words = parts(name)
        if any(self._holds(word, self.against) for word in words):
            return False
        if any(self._holds(word, self.agree) for word in words):
            return True
        return any(self._holds(w, self.subject) for w in words) and any(self._holds(w, self.allow) for w in words)

    def speaks_of(self, name: str) -> bool:
        """Whether a name has to do with consent at all."""
        words = parts(name)
        return any(self._holds(word, self.agree | self.subject) for word in words)

    def button(self, label: str) -> str:
        """`agree`, `refuse`, or empty: what a button with this label does."""
        text = label.casefold()
        if any(word in text for word in self.buttons_refuse):
            return "refuse"
        return "agree" if any(word in text for word in self.buttons_agree) else ""

    def _holds(self, word: str, words: frozenset[str]) -> bool:
        if word in words:
            return True
        return not word.isascii() and any(each in word for each in words if not each.isascii())


@cache
def parts(name: str) -> tuple[str, ...]:
    """A name's words in lower case, of snake_case, camelCase and Chinese; `disagree` gives `not`, `agree`."""
    found: list[str] = []
    for word in _PARTS.findall(name):
        low = word.lower()
        bare = _PREFIXES.sub("", low)
        found += ["not", bare] if bare != low else [low]
    return tuple(found)
