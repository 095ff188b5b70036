"""All sentences of a policy, and in which of them a pattern matches."""

import re
from collections.abc import Callable, Iterable
from functools import cache

from appscan.facts import Evidence
from appscan.policy.anchors import Index
from appscan.policy.normalise import normalise
from appscan.policy.sentences import Unit

Check = Callable[[Unit, re.Match[str]], bool]


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first used; `^` and `$` are the ends of a sentence."""
    return re.compile(pattern, re.MULTILINE)


def matches_any(patterns: Iterable[str], text: str) -> bool:
    """Whether one of the patterns is found in a normalised text."""
    return any(compiled(each).search(text) for each in patterns)


class Corpus:
    """Sentences (headings left out), each searched for itself: a pattern's gaps keep inside a sentence."""

    def __init__(self, units: Iterable[Unit], parts: frozenset[str]) -> None:
        self.units = [unit for unit in units if unit.block.kind != "heading"]
        self._index = Index([unit.norm for unit in self.units], parts)
        self._titles: dict[str, str] = {}

    def first(self, patterns: Iterable[str], counts: Check, most: int) -> tuple[Evidence, ...]:
        """The first sentences that count for the first pattern that has any: the surest pattern stands first."""
        hits = (self._hits(pattern, counts, most) for pattern in patterns)
        return self._quoted(next((found for found in hits if found), ()))

    def every(self, patterns: Iterable[str], counts: Check, most: int) -> tuple[Evidence, ...]:
        """The first sentences, in the order of the text, that count for any of the patterns."""
        found = {index for pattern in patterns for index in self._hits(pattern, counts, most)}
        return self._quoted(sorted(found)[:most])

    def normal(self, title: str) -> str:
        """A heading as patterns read it, worked out once."""
        if title not in self._titles:
            self._titles[title] = normalise(title)
        return self._titles[title]

    def _hits(self, pattern: str, counts: Check, most: int) -> list[int]:
        """The first sentences (their indices) that a pattern matches and that count."""
        hits: list[int] = []
        rule = compiled(pattern)
        for number in self._index.candidates(pattern):
            unit = self.units[number]
            if rule.search(unit.norm) and any(counts(unit, found) for found in rule.finditer(unit.norm)):
                hits.append(number)
                if len(hits) == most:
                    break
        return hits

    def _quoted(self, indices: Iterable[int]) -> tuple[Evidence, ...]:
        return tuple(self.units[index].evidence for index in indices)
