"""Data: clauses of a policy and unfair wordings, and how their text is recognised."""

from typing import Literal

from appscan.facts import Bilingual, Frozen


class ClausePattern(Frozen, frozen=True):
    """A clause of a policy and how its text is recognised (regular expressions on normalised text)."""

    id: str
    name: Bilingual
    headings: tuple[str, ...] = ()
    """Titles that announce the clause: a weak cue below one is the clause; with nothing below it is a title only."""
    context: tuple[str, ...] = ()
    """Wider titles, below which a weak cue is the clause as well; they announce nothing by themselves."""
    strong: tuple[str, ...] = ()
    medium: tuple[str, ...] = ()
    anti: tuple[str, ...] = ()
    negation_counts: bool = False
    """A negated sentence answers the clause too (e.g. "we do not send data abroad")."""


class WordingPattern(Frozen, frozen=True):
    """An unfair or vague way of putting things, and how it is recognised."""

    id: str
    name: Bilingual
    severity: Literal["high", "medium", "low"]
    patterns: tuple[str, ...]
    anti: tuple[str, ...] = ()
