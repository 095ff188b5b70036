"""How far the checklist reaches: the duties of each document, and the problems that notices name, by decision class.

`assisted` means that the item shows evidence of the app at hand; what only a person can look at is `manual`.
"""

from collections.abc import Iterator

from appscan.checklist import Checklist, Decision, Document
from appscan.report.model import CoverageRow, Language, ProblemRow

BEST: tuple[Decision, ...] = ("auto", "assisted", "manual")
APP_SIDE = ("app", "sdk")
"""Duties that bind what ships; the others bind the operator's house, stores or authorities."""


def _classes(checklist: Checklist) -> dict[tuple[str, str], Decision]:
    """(document, number) → the best decision class of the items that cite it."""
    found: dict[tuple[str, str], Decision] = {}
    for item in checklist.items:
        for key in ((item.document, item.clause), *((each.document, each.number) for each in item.basis)):
            found[key] = min(found.get(key, item.decision), item.decision, key=BEST.index)
    return found


def coverage(checklist: Checklist, lang: Language) -> tuple[CoverageRow, ...]:
    """A row for each document that lists its duties, in the order of the documents."""
    classes = _classes(checklist)
    return tuple(_row(each, classes, lang) for each in checklist.documents if each.duties)


def _row(document: Document, classes: dict[tuple[str, str], Decision], lang: Language) -> CoverageRow:
    def count(decision: Decision, *, app_side: bool) -> int:
        return sum(
            classes.get((document.id, duty.number), "manual") == decision
            for duty in document.duties
            if not app_side or duty.side in APP_SIDE
        )

    return CoverageRow(
        document=document.id,
        title=document.title if lang == "zh" else document.gloss,
        number=document.number,
        status=document.status,
        duties=len(document.duties),
        app_side=sum(duty.side in APP_SIDE for duty in document.duties),
        decided=count("auto", app_side=False),
        assisted=count("assisted", app_side=False),
        manual=count("manual", app_side=False),
        app_side_met=count("auto", app_side=True) + count("assisted", app_side=True),
    )


def problems(checklist: Checklist, lang: Language) -> Iterator[ProblemRow]:
    """The problems that notices name, most frequent first, with the items that meet each."""
    for problem in sorted(checklist.problems, key=lambda each: (-each.count, each.id)):
        items = [each for each in checklist.items if problem.id in each.problems]
        best = min((each.decision for each in items), key=BEST.index, default="manual")
        yield ProblemRow(
            id=problem.id,
            name=problem.name.get(lang),
            count=problem.count,
            period=problem.period,
            decision=best,
            items=tuple(each.id for each in items if each.decision != "manual"),
        )


def met(rows: tuple[ProblemRow, ...]) -> float:
    """The share (0 to 1) of named problems, each weighed by its count, that a decided or assisted item meets."""
    total = sum(each.count for each in rows)
    return sum(each.count for each in rows if each.decision != "manual") / total if total else 0.0
