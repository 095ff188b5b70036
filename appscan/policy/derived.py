"""Clauses that other readings show: who is named as a recipient, and what is collected for which purpose."""

from collections.abc import Iterable, Iterator, Sequence

from appscan.facts import ClauseState, Evidence, Statement, ThirdParty

MAX_EVIDENCE = 3


def with_derived(
    states: Iterable[ClauseState], statements: Sequence[Statement], parties: Sequence[ThirdParty]
) -> tuple[ClauseState, ...]:
    """The states, with what was not found by its wording but is there as a statement or a named third party."""
    shown = {
        "collection_with_purpose": [
            each.evidence
            for each in statements
            if each.act == "collect" and each.purpose and not each.negated and each.actor == "app"
        ],
        "recipients_named": [each.evidence for each in parties if each.sdk or each.company],
        "sdk_list": [each.evidence for each in parties if each.data_types and "sdk" in each.evidence.quote.lower()],
    }
    return tuple(_with(state, shown.get(state.id, ())) for state in states)


def of_parties(parties: Iterable[ThirdParty], said: Iterable[Statement]) -> tuple[Statement, ...]:
    """What the list of third parties says that each collects, where no sentence or row has said it already."""
    known = {(each.actor, each.data_type) for each in said}
    return tuple(
        Statement(
            actor=party.name,
            act="collect",
            data_type=kind,
            evidence=party.evidence,
            purpose=party.purpose,
            confidence="row",
        )
        for party in parties
        for kind in party.data_types
        if (party.name, kind) not in known
    )


def _with(state: ClauseState, evidence: Sequence[Evidence]) -> ClauseState:
    if state.state == "present" or not evidence:
        return state
    return ClauseState(id=state.id, state="present", evidence=tuple(_first(evidence)))


def _first(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """The first few, each once."""
    seen = dict.fromkeys(evidence)
    yield from (each for each, _ in zip(seen, range(MAX_EVIDENCE), strict=False))
