"""Finds the words of a list in a text: the longest first, none inside another, Latin ones only as whole words."""

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from appscan.policy.normalise import normalise

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A word that was found at text[start:end], and what it stands for."""

    start: int
    end: int
    word: str
    values: tuple[T, ...]


class Lexicon(Generic[T]):
    """Words of two characters and more, normalised, looked up all at once."""

    def __init__(self, words: Iterable[tuple[str, T]]) -> None:
        values: dict[str, list[T]] = {}
        for word, value in words:
            known = values.setdefault(normalise(word), [])
            if value not in known:
                known.append(value)
        self._values = {word: tuple(known) for word, known in values.items() if len(word) > 1}
        self._lengths: dict[str, list[int]] = {}
        for word in sorted(self._values, key=len, reverse=True):
            lengths = self._lengths.setdefault(word[:2], [])
            if len(word) not in lengths:
                lengths.append(len(word))
        self._order = list(self._values)
        self._automaton = AhoCorasick(self._order, matchkind=MatchKind.LeftmostLongest)

    def get(self, word: str) -> tuple[T, ...]:
        """What a whole word (normalised) stands for; nothing where it is not in the list."""
        return self._values.get(word, ())

    def find(self, text: str) -> Iterator[Hit[T]]:
        """The words in a normalised text, from left to right."""
        found = self._automaton.find_matches_as_indexes(text)
        if any(not _whole(text, start, end) for _, start, end in found):
            yield from self._find_whole(text)
            return
        for number, start, end in found:
            word = self._order[number]
            yield Hit(start, end, word, self._values[word])

    def _find_whole(self, text: str) -> Iterator[Hit[T]]:
        """The same where the longest word at some place is a part of a Latin word: a shorter one may be whole."""
        at = 0
        while at < len(text):
            known = self._lengths.get(text[at : at + 2])
            hit = self._longest(text, at, known) if known else None
            if hit is not None:
                yield hit
            at = hit.end if hit else at + 1

    def _longest(self, text: str, at: int, lengths: list[int]) -> Hit[T] | None:
        for length in lengths:
            word = text[at : at + length]
            if word in self._values and _whole(text, at, at + len(word)):
                return Hit(at, at + len(word), word, self._values[word])
        return None


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a hit does not begin or end inside a Latin word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_latin(before) and _latin(text[start])) and not (_latin(after) and _latin(text[end - 1]))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
