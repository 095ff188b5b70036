"""The findings of one app: what failed or is suspected in full, the rest as briefly as it can be said."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from appscan.findings import Outcome
from appscan.renderers._prose import Piece, Prose, joined, line
from appscan.renderers._safe import LONG, NAME
from appscan.renderers._sections_followup import STYLES, since
from appscan.renderers._view import OUTCOME_STYLE, Block, View, evidence, keyed, severity, title
from appscan.report.model import AppReport, DocumentRow, FindingRow, ItemRow

T = TypeVar("T")

FULL: tuple[Outcome, ...] = ("fail", "suspect", "error")
BRIEF: tuple[Outcome, ...] = ("pass", "not_applicable")


def findings(view: View, report: AppReport) -> Block:
    """Worst first: by outcome, then by document, item and subject in the report's order."""
    outcomes = _grouped((row.outcome, row) for row in report.findings)
    explained: set[str] = set()
    if not outcomes.keys() & {"fail", "suspect"}:
        yield from title(view.words("finding.none"))
    for outcome in FULL:
        if outcome in outcomes:
            yield from _heading(view, outcome, outcomes[outcome])
            yield from _documents(view, outcomes[outcome], explained)
    if "unknown" in outcomes:
        yield from _unknown(view, outcomes["unknown"])
    if "manual" in outcomes:
        yield from _manual(view, outcomes["manual"])
    for outcome in BRIEF if view.verbose else ():
        if outcome in outcomes:
            yield from _heading(view, outcome, outcomes[outcome])
            yield from (_short(view, row, row.message) for row in outcomes[outcome])


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups


def _heading(view: View, outcome: Outcome, rows: list[FindingRow]) -> Block:
    return title(f"{view.words(f'finding.{outcome}')}  {len(rows):,}", OUTCOME_STYLE[outcome])


def _documents(view: View, rows: list[FindingRow], explained: set[str]) -> Block:
    for number, (document, cited) in enumerate(_grouped((row.document, row) for row in rows).items()):
        if number:
            yield line("")
        yield line(*_document(view, view.documents.get(document), document), indent=2)
        for place, (item, cases) in enumerate(_grouped((row.item, row) for row in cited).items()):
            if place:
                yield line("")
            yield from _item(view, cases)
            yield from _explained(view, view.items.get(item), cases[0], explained)


def _document(view: View, row: DocumentRow | None, name: str) -> Iterator[Piece]:
    if row is None:
        yield name, "underline"
        return
    yield (row.title if view.words.language == "zh" else row.gloss or row.title), "underline"
    yield f"  {row.number}" if row.number else "", "dim"
    if row.status != "in_force":
        yield view.words("join.in", text=view.words.term("status", row.status)), "yellow"


def _item(view: View, cases: list[FindingRow]) -> Block:
    first = cases[0]
    yield line(*badge(view, first), "  ", *_citation(first), "  ", (first.title, "bold", LONG), indent=4, hang=2)
    if not first.verified:
        yield line((view.words("finding.unverified"), "yellow"), indent=6)
    for row in cases:
        sure = (
            view.words("join.in", text=view.words.term("confidence", row.confidence)) if row.outcome != "error" else ""
        )
        yield line(("- ", "dim"), *since(view, row), (row.message, "", LONG), (sure, "dim"), indent=6)
        yield from evidence(view, row.evidence, indent=8)


def _explained(view: View, item: ItemRow | None, row: FindingRow, explained: set[str]) -> Block:
    """Why and how to fix, once for each item, and what to look at where the scan alone does not settle it."""
    words = view.words
    if item is None:
        return
    if item.id in explained:
        yield line((words("finding.above"), "dim"), indent=6)
    elif row.outcome != "error":
        yield keyed(words("finding.why"), "", item.why, indent=6)
        yield keyed(words("finding.fix"), "green", item.fix, indent=6)
        if view.verbose and item.basis:
            yield keyed(words("finding.basis"), "", words.list(list(item.basis)), indent=6)
        explained.add(item.id)
    if row.outcome == "suspect" and item.look:
        yield keyed(words("finding.look"), "cyan", item.look, indent=6)


def badge(view: View, row: FindingRow) -> tuple[Piece, ...]:
    """Outcome and severity."""
    return (
        (view.words.term("outcome", row.outcome), OUTCOME_STYLE[row.outcome]),
        "  ",
        severity(view.words, row.severity),
    )


def _citation(row: FindingRow) -> tuple[Piece, ...]:
    return (row.item, "", NAME), "  ", (row.clause, "dim", NAME)


def _short(view: View, row: FindingRow, message: str = "") -> Prose:
    tail: tuple[Piece, ...] = ("  ", (message, "dim", LONG)) if message and message != row.title else ()
    head = *since(view, row), severity(view.words, row.severity), "  ", *_citation(row)
    return line(*head, "  ", (row.title, "", LONG), *tail, indent=4)


def _unknown(view: View, rows: list[FindingRow]) -> Block:
    yield from _heading(view, "unknown", rows)
    for reason, unanswered in _grouped((row.message, row) for row in rows).items():
        yield line((reason, "", LONG), indent=2)
        yield from (_short(view, row) for row in unanswered)


def _manual(view: View, rows: list[FindingRow]) -> Block:
    yield from _heading(view, "manual", rows)
    for row in rows:
        yield _short(view, row)
        item = view.items.get(row.item)
        if view.verbose:
            look = item.look if item else ""
            yield from (line((each, "dim", LONG), indent=8) for each in dict.fromkeys((row.message, look)) if each)
            yield from evidence(view, row.evidence, indent=8)


def brief(view: View, report: AppReport) -> Block:
    """Where there are many apps: one line for each item that failed, is suspected or broke."""
    rows = [row for row in report.findings if row.outcome in FULL]
    for cases in _grouped((f"{row.outcome} {row.item}", row) for row in rows).values():
        times: tuple[Piece, ...] = ((f"  ×{len(cases)}", "dim"),) if len(cases) > 1 else ()
        first = cases[0]
        yield line(
            *joined((*badge(view, first),), ""),
            "  ",
            *_citation(first),
            "  ",
            (first.title, "", LONG),
            *times,
            *_since_all(view, cases),
            indent=2,
        )


def _since_all(view: View, cases: list[FindingRow]) -> tuple[Piece, ...]:
    """How many of them are new or changed."""
    counts = ((each, sum(row.since == each for row in cases)) for each in ("new", "changed"))
    pieces: list[Piece] = [(view.words(f"compared.{each}", n=n), STYLES[each]) for each, n in counts if n]
    return ("  ", *joined(pieces, " · ")) if pieces else ()
