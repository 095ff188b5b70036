"""Words that a pattern cannot do without: only sentences that have them need be searched.

A pattern is read as far as the catalogue's patterns go: literals, groups, classes, quantifiers. What is not understood
demands nothing, so that no match is ever lost.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import add
from typing import NamedTuple

Words = frozenset[str]

_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?[:!=]|\?<[!=]|\?P<\w+>)?|.", re.DOTALL)
_SIGN = re.compile(r"[.^$(\[]")
_OPTIONAL = re.compile(r"[?*]|\{0?,")
_QUANTIFIER = re.compile(r"[?*+]\??|\{\d*,?\d*\}\??")


class Piece(NamedTuple):
    """A part of a pattern: a literal, or a group's content; `optional` where it may be missing."""

    literal: str
    group: str
    optional: bool


@cache
def demanded(pattern: str) -> tuple[Words, ...]:
    """Sets of words: every match has at least one word of each set."""
    branches = [_of_branch(branch) for branch in _branches(pattern)]
    if len(branches) == 1:
        return tuple(branches[0])
    if not all(branches):
        return ()
    return (frozenset(word for sets in branches for word in min(sets, key=len)),)


def _of_branch(branch: str) -> list[Words]:
    sets: list[Words] = []
    run = ""
    for piece in (*_pieces(branch), Piece("", "", optional=False)):
        if piece.literal and not piece.optional:
            run += piece.literal
            continue
        if run:
            sets.append(frozenset((run,)))
        run = ""
        if piece.group and not piece.optional:
            sets.extend(demanded(piece.group))
    return sets


def _pieces(branch: str) -> Iterator[Piece]:
    """The parts of a branch in order; anchors and classes are parts that demand nothing."""
    at = 0
    while at < len(branch):
        token = _TOKEN.match(branch, at)
        assert token is not None  # any character is a token
        text, end, group = token.group(), token.end(), ""
        if text[0] == "(":
            end = _closing(branch, end)
            group = branch[token.end() : end - 1] if text in ("(", "(?:") or text.startswith("(?P") else ""
        quantifier = _QUANTIFIER.match(branch, end)
        optional = quantifier is not None and _OPTIONAL.match(quantifier.group()) is not None
        yield Piece("" if optional else _literal(text), group, optional)
        if quantifier is not None and not optional:
            yield Piece("", "", optional=False)  # what is repeated does not stand beside what follows
        at = quantifier.end() if quantifier else end


def _literal(token: str) -> str:
    if token[0] == "\\":
        return "" if token[1].isalnum() else token[1]
    return "" if len(token) > 1 or _SIGN.match(token) else token


def _closing(pattern: str, at: int) -> int:
    """Where a group ends, from behind its opening bracket."""
    depth = 1
    while depth and at < len(pattern):
        token = _TOKEN.match(pattern, at)
        assert token is not None  # any character is a token
        depth += token.group().startswith("(") - (token.group() == ")")
        at = token.end()
    return at


def _branches(pattern: str) -> list[str]:
    """The alternatives of a pattern."""
    found: list[str] = []
    start = at = 0
    while at < len(pattern):
        token = _TOKEN.match(pattern, at)
        assert token is not None  # any character is a token
        at = _closing(pattern, token.end()) if token.group().startswith("(") else token.end()
        if token.group() == "|":
            found.append(pattern[start : token.start()])
            start = at
    return [*found, pattern[start:]]


def vocabulary(patterns: Iterable[str]) -> frozenset[str]:
    """What is looked up of the words that patterns demand: their first two characters."""
    return frozenset(word[:2] for pattern in patterns for words in demanded(pattern) for word in words)


@cache
def _keys(pattern: str) -> tuple[tuple[str, ...], ...]:
    """What is looked up for a pattern: of each set of words, their first two characters."""
    return tuple(tuple({word[:2] for word in words}) for words in demanded(pattern))


class Index:
    """In which sentences the characters and pairs of characters of a vocabulary are."""

    def __init__(self, texts: list[str], parts: frozenset[str]) -> None:
        self._all = range(len(texts))
        self._places: dict[str, list[int]] = {}
        single = frozenset(part for part in parts if len(part) == 1)
        for number, text in enumerate(texts):
            for part in (*single.intersection(text), *parts.intersection(map(add, text, text[1:]))):
                self._places.setdefault(part, []).append(number)

    def candidates(self, pattern: str) -> Sequence[int]:
        """The sentences in which a pattern can match."""
        best: list[list[int]] | None = None
        least = len(self._all)
        places = self._places
        for keys in _keys(pattern):
            lists = [places[key] for key in keys if key in places]
            if not lists:
                return ()
            count = sum(map(len, lists))
            if count < least:
                best, least = lists, count
        if best is None:
            return self._all
        return best[0] if len(best) == 1 else sorted(set().union(*best))
