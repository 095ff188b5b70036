"""Clause patterns × sentences → which clauses a policy has.

One sentence with a strong cue, or a medium cue under a fitting heading, is the clause. A heading alone never is:
the clause may be announced and then not written.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from appscan.facts import ClauseState, Evidence
from appscan.knowledge import ClausePattern
from appscan.policy.corpus import Corpus, matches_any
from appscan.policy.normalise import normalise
from appscan.policy.sentences import Unit

MAX_EVIDENCE = 3

_DENIED = re.compile(
    r"(?:不会|不予|暂不|无法|不支持|不提供|没有|不能|不可以?|不)(?:主动|直接|再|向您|为您|对您|提供)?$"
)
_TITLE = re.compile(r"^[^,;:。]{0,10}(?:如何|怎样)[^,;:。]{0,24}$")
"""An entry of a table of contents that is set as a line of text."""

_REFERS = re.compile(
    r"(?:详见|参见|参阅|查阅|查看|阅读|了解|另行|单独|点击|点此|请见|制定了?)[^。]{0,20}《([^》。]{3,40})》"
)


class Title(NamedTuple):
    """A heading, or the title of another document: as patterns read it, and quoted."""

    norm: str
    evidence: Evidence


def clause_states(
    patterns: Iterable[ClausePattern],
    units: Sequence[Unit],
    corpus: Corpus,
    links: Sequence[Evidence],
    *,
    judged: bool,
) -> tuple[ClauseState, ...]:
    """The state of each clause. `judged`: the text is a policy and long enough that what is not there is absent.

    `links`: the texts of links, quoted; a clause that is only linked to is elsewhere, not absent.
    """
    titles = [Title(unit.norm, unit.evidence) for unit in units if unit.block.kind == "heading"]
    elsewhere = [Title(normalise(link.quote), link) for link in links]
    elsewhere.extend(_references(units))
    return tuple(_state(pattern, corpus, titles, elsewhere, judged=judged) for pattern in patterns)


def _state(
    pattern: ClausePattern, corpus: Corpus, titles: Sequence[Title], links: Sequence[Title], *, judged: bool
) -> ClauseState:
    if found := _evidence(pattern, corpus):
        return ClauseState(id=pattern.id, state="present", evidence=found)
    if linked := _titled(pattern, links):
        return ClauseState(id=pattern.id, state="elsewhere", evidence=linked)
    if title := _titled(pattern, titles):
        return ClauseState(id=pattern.id, state="title_only", evidence=title)
    return ClauseState(id=pattern.id, state="absent" if judged else "unknown")


def _evidence(pattern: ClausePattern, corpus: Corpus) -> tuple[Evidence, ...]:
    """The first sentences that hold the clause; none where it is not there."""

    def counts(unit: Unit, match: re.Match[str]) -> bool:
        if _TITLE.match(unit.norm) or _within_reference(match):
            return False
        before = match.string[max(0, match.start() - 8) : match.start()].rpartition("。")[2]
        return (pattern.negation_counts or not _DENIED.search(before)) and not matches_any(pattern.anti, unit.norm)

    def counts_below_heading(unit: Unit, match: re.Match[str]) -> bool:
        above = (corpus.normal(title) for title in (*unit.block.path[-2:], unit.block.lead) if title)
        fits = any(matches_any((*pattern.headings, *pattern.context), title) for title in above)
        return fits and counts(unit, match)

    found = corpus.first(pattern.strong, counts, MAX_EVIDENCE)
    return found or corpus.first(pattern.medium, counts_below_heading, MAX_EVIDENCE)


def _within_reference(match: re.Match[str]) -> bool:
    """Whether a match lies in the title of another document that the reader is sent to."""
    if "《" not in match.string:
        return False
    titles = (each.span(1) for each in _REFERS.finditer(match.string))
    return any(start <= match.start() and match.end() <= end for start, end in titles)


def _titled(pattern: ClausePattern, titles: Iterable[Title]) -> tuple[Evidence, ...]:
    """The first titles that name the clause."""
    found = (each.evidence for each in titles if matches_any(pattern.headings, each.norm))
    return tuple(each for _, each in zip(range(MAX_EVIDENCE), found, strict=False))


def _references(units: Iterable[Unit]) -> Iterator[Title]:
    """Titles of other documents that a sentence sends the reader to."""
    for unit in units:
        for found in _REFERS.finditer(unit.norm) if "《" in unit.norm else ():
            yield Title(found.group(1), unit.quote(found.group(1)))
