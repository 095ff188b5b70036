"""Wording patterns × sentences → unfair and vague ways of putting things, each quoted."""

import re
from collections.abc import Iterable, Sequence

from appscan.facts import Wording
from appscan.knowledge import WordingPattern
from appscan.policy.corpus import Corpus, matches_any
from appscan.policy.sentences import Unit

MAX_EACH = 20
"""Quotations of one kind: a vague word may stand in every sentence."""


def wording(patterns: Iterable[WordingPattern], units: Sequence[Unit]) -> tuple[Wording, ...]:
    """Every unfair or vague wording, the first ones of each kind."""
    corpus = Corpus(units)
    return tuple(each for pattern in patterns for each in _found(pattern, corpus))


def _found(pattern: WordingPattern, corpus: Corpus) -> list[Wording]:
    def counts(unit: Unit, _match: re.Match[str]) -> bool:
        return not matches_any(pattern.anti, unit.norm)

    hits = corpus.every(pattern.patterns, counts, MAX_EACH)
    return [Wording(kind=pattern.id, severity=pattern.severity, evidence=each) for each in hits]
