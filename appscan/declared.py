"""Policy × knowledge → what the policy names: SDKs, kinds of personal information, permissions."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable
from functools import cache, cached_property
from typing import Literal

from appscan.facts import Evidence, Policy
from appscan.knowledge import DataType, Knowledge, KnownPermission, Sdk

LOCATION = frozenset(("location_precise", "location_coarse", "location_track", "cell_tower", "wifi_scan"))
ADDRESS = re.compile(r"https?://[!-~]+|\bwww\.[!-~]+")
PLACES = ("位置", "定位", "地理")
"""Plain words for where somebody is: precise enough for every kind of location."""

OPERATOR = ("app", "we")
"""How a statement of the policy names the operator as its actor; others are third parties by their names."""

Named = Literal["named", "vague", ""]


def normal(text: str) -> str:
    """A text as names are compared in it: NFKC, lower case."""
    return unicodedata.normalize("NFKC", text).lower()


@cache
def pattern(word: str) -> re.Pattern[str]:
    """A name as a pattern: blanks are optional, and an ASCII end must not run on into other letters or digits."""
    word = normal(word).strip()
    parts = [re.escape(part) for part in word.split()]
    head = r"(?<![a-z0-9])" if word[:1].isascii() and word[:1].isalnum() else ""
    tail = r"(?![a-z0-9])" if word[-1:].isascii() and word[-1:].isalnum() else ""
    return re.compile(head + r"\s*".join(parts) + tail)


@cache
def dense(word: str) -> str:
    """A name without blanks, to rule it out by a plain search before a pattern is made."""
    return "".join(normal(word).split())


def companies(sdk: Sdk) -> tuple[str, ...]:
    """The legal names of an SDK's makers."""
    return _parted(sdk.vendor.name)


@cache
def _parted(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(";") if name.strip())


class Declared:
    """What one policy names, found once for each question."""

    def __init__(self, policy: Policy, knowledge: Knowledge) -> None:
        self._policy = policy
        # An address names its host, and not every product whose name is part of it.
        self._text = ADDRESS.sub(" ", normal(policy.text))
        self._dense = "".join(self._text.split())
        self._knowledge = knowledge
        self._types = {each.id: each for each in knowledge.data_types}
        self._named: dict[str, Named] = {}

    def _has(self, words: Iterable[str]) -> bool:
        return any(pattern(word).search(self._text) for word in words if self._may_stand(word))

    def _may_stand(self, word: str) -> bool:
        return bool(dense(word)) and dense(word) in self._dense

    @property
    def known(self) -> Container[str]:
        """The ids of all kinds of information, without behaviours."""
        return self._types

    @cached_property
    def _sdk_ids(self) -> frozenset[str]:
        return frozenset(each.sdk for each in self._policy.third_parties if each.sdk)

    def _by_name(self, sdk: Sdk) -> bool:
        return sdk.id in self._sdk_ids or self._has((sdk.name.zh, sdk.name.en, *sdk.policy_names, *sdk.shared_names))

    def _by_whole(self, sdk: Sdk) -> bool:
        """Whether an SDK that brings this one along is named."""
        return any(each.id in sdk.part_of and self._by_name(each) for each in self._knowledge.sdks)

    def _by_sibling(self, sdk: Sdk) -> bool:
        """Whether another SDK of the same maker is named."""
        return any(self._by_name(each) for maker in companies(sdk) for each in self._by_maker[maker])

    @cached_property
    def _by_maker(self) -> dict[str, list[Sdk]]:
        found: dict[str, list[Sdk]] = defaultdict(list)
        for each in self._knowledge.sdks:
            for maker in companies(each):
                found[maker].append(each)
        return found

    def sdk(self, sdk: Sdk) -> Named:
        """Whether an SDK is named; `vague` where only another SDK of the same maker is."""
        if self._by_name(sdk) or self._has(companies(sdk)) or self._by_whole(sdk):
            return "named"
        return "vague" if self._by_sibling(sdk) else ""

    def data_type(self, name: str) -> Named:
        """Whether a kind of personal information is named; `vague` where only a word for many kinds at once is."""
        if name not in self._named:
            self._named[name] = self._data_type(name)
        return self._named[name]

    def _data_type(self, name: str) -> Named:
        known = self._types.get(name)
        if known is None or self._stated(name):
            return "named"
        here = LOCATION if name in LOCATION else frozenset((name,))
        if self._outside(_words(known), self._denials(frozenset((name,)))):
            return "named"
        if name in LOCATION and self._outside(PLACES, self._denials(here)):
            return "named"
        umbrellas = [word for each in self._knowledge.umbrellas if name in each.covers for word in each.words]
        return "vague" if self._outside(umbrellas, self._denials(here)) else ""

    def by_others(self, name: str) -> tuple[Evidence, ...]:
        """Where it is said that third parties collect a kind, if that is all that the policy says of it."""
        kinds = LOCATION if name in LOCATION else frozenset((name,))
        said = [each for each in self._policy.statements if each.data_type in kinds and not each.negated]
        if name not in self._types or not said or any(each.actor in OPERATOR for each in said):
            return ()
        words = (*_words(self._types[name]), *(PLACES if name in LOCATION else ()))
        quotes = self._denials(kinds) | {normal(each.evidence.quote) for each in said}
        return () if self._outside(words, quotes) else tuple(dict.fromkeys(each.evidence for each in said))

    def _stated(self, name: str) -> bool:
        positive = (each.data_type for each in self._policy.statements if not each.negated and not each.umbrella)
        listed = (kind for each in self._policy.third_parties for kind in each.data_types)
        return name in positive or name in listed

    def _denials(self, kinds: frozenset[str]) -> set[str]:
        """The sentences that deny one of some kinds of information."""
        return {
            normal(each.evidence.quote) for each in self._policy.statements if each.negated and each.data_type in kinds
        }

    def _outside(self, words: Iterable[str], quotes: set[str]) -> bool:
        """Whether one of some words stands in the text other than in some sentences of it."""
        found = (pattern(word) for word in words if self._may_stand(word))
        return any(len(each.findall(self._text)) > sum(len(each.findall(quote)) for quote in quotes) for each in found)

    def permission(self, known: KnownPermission) -> bool:
        """Whether a permission is named: itself, or what it opens."""
        if self._has((known.name.rpartition(".")[2], *known.names_zh)):
            return True
        return any(self.data_type(each) for each in known.data_types if each in self._types)


def _words(known: DataType) -> tuple[str, ...]:
    return (*known.words.zh, *known.words.en)


_kept: tuple[Policy, Knowledge, Declared] | None = None


def declared_by(policy: Policy, knowledge: Knowledge) -> Declared:
    """What a policy names; the last one is kept, since many predicates ask of it in a row."""
    global _kept  # noqa: PLW0603 - a cache of one: a policy holds dicts and cannot be a key
    if _kept is None or _kept[0] is not policy or _kept[1] is not knowledge:
        _kept = (policy, knowledge, Declared(policy, knowledge))
    return _kept[2]
