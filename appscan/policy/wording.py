"""Wording patterns × sentences → unfair and vague ways of putting things, each quoted."""

import re
from collections.abc import Iterable, Sequence

from appscan.facts import Wording
from appscan.knowledge import WordingPattern
from appscan.policy.corpus import Corpus, matches_any
from appscan.policy.sentences import Unit

MAX_EACH = 20
"""Quotations of one kind: a vague word may stand in every sentence."""

RESIDUE = "template_residue"
MOST_STRANGE = 3
"""An app that calls itself by its name does so more often."""

_ACTS = re.compile(
    r"(?:^|[,;:)])(?:\d{1,2}[.、)]?)?(?P<who>[\u4e00-\u9fff]{2,6}?)可能会(?:共享|转让|公开披露)(?:、|或|和)"
)
_USUAL = re.compile(r"我们|公司|平台|应用|软件|本|您|第三方|伙伴|行|方$|情|需|时|也|还|都|均|其|会|者$")


def wording(patterns: Iterable[WordingPattern], corpus: Corpus) -> tuple[Wording, ...]:
    """Every unfair or vague wording, the first ones of each kind."""
    return (*(each for pattern in patterns for each in _found(pattern, corpus)), *others_names(corpus.units))


def others_names(units: Sequence[Unit]) -> tuple[Wording, ...]:
    """Sentences about giving information in which another than the app's usual name acts: left from a template."""
    text = "\n".join(unit.norm for unit in units)
    found = ((unit, match["who"]) for unit in units for match in _ACTS.finditer(unit.norm))
    strange = [unit for unit, who in found if not _USUAL.search(who) and text.count(who) <= MOST_STRANGE]
    return tuple(Wording(kind=RESIDUE, severity="high", evidence=unit.evidence) for unit in strange[:MAX_EACH])


def _found(pattern: WordingPattern, corpus: Corpus) -> list[Wording]:
    def counts(unit: Unit, _match: re.Match[str]) -> bool:
        return not matches_any(pattern.anti, unit.norm)

    hits = corpus.every(pattern.patterns, counts, MAX_EACH)
    return [Wording(kind=pattern.id, severity=pattern.severity, evidence=each) for each in hits]
