"""Data: what a check concluded. Seven outcomes, never folded into each other."""

import hashlib
from typing import Literal, get_args

from appscan.facts import Bilingual, Confidence, Evidence, Frozen

Outcome = Literal["fail", "suspect", "error", "unknown", "manual", "pass", "not_applicable"]
Severity = Literal["critical", "high", "medium", "low"]

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


class Finding(Frozen, frozen=True):
    """One answer to one item; an item that is broken by several subjects gives one finding each.

    `subject` names what the finding is about (an SDK id, a permission, a data type) and is part of
    the fingerprint, so that one accepted case never hides another.
    """

    item: str
    outcome: Outcome
    severity: Severity
    confidence: Confidence
    message: Bilingual
    evidence: tuple[Evidence, ...] = ()
    subject: str = ""
    fingerprint: str = ""
    limited: bool = False
    """True where the answer is unknown because something could not be seen (not because it was not given)."""


def fingerprint(package: str, item: str, subject: str) -> str:
    """A name for a finding that stays the same from version to version: 32 hex digits."""
    return hashlib.sha256(f"{package}\0{item}\0{subject}".encode()).hexdigest()[:32]
