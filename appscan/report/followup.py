"""Two versions of an app → what is new, what is repeated, what changed, what is gone."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from appscan.findings import OUTCOMES
from appscan.report.model import AppReport, FindingRow, GoneRow, PreviousRow

BREACH = ("fail", "suspect")
OPEN = ("unknown", "error")
"""Outcomes that leave open whether a breach is still there;"""
UNSETTLED = (*OPEN, "manual")
"""with `manual`, those that do not say that the duty is met."""


class EarlierFinding(msgspec.Struct, frozen=True):
    """What is needed of a finding in an earlier report."""

    item: str
    outcome: str
    severity: str
    message: str
    fingerprint: str
    title: str = ""
    subject: str = ""


class EarlierApp(msgspec.Struct, frozen=True):
    """The app as that report had it."""

    package: str
    version_name: str = ""
    version_code: int | None = None


class EarlierReport(msgspec.Struct, frozen=True):
    """One app's part of it."""

    app: EarlierApp | None = None
    findings: tuple[EarlierFinding, ...] = ()


class EarlierTool(msgspec.Struct, frozen=True):
    """The tool that wrote it."""

    version: str


class EarlierKnowledge(msgspec.Struct, frozen=True):
    """The checklists that it was judged by."""

    sha256: str


class Earlier(msgspec.Struct, frozen=True):
    """An earlier report; fields that are not needed here are not read."""

    schema_version: str
    tool: EarlierTool
    knowledge: EarlierKnowledge
    apps: tuple[EarlierReport, ...]

    def of(self, package: str) -> EarlierReport | None:
        """The part of a package; of several versions the newest."""
        parts = [each for each in self.apps if each.app and each.app.package == package]
        return max(parts, key=lambda each: (each.app and each.app.version_code) or 0, default=None)


def compared(report: AppReport, earlier: Earlier, *, knowledge: str, items: frozenset[str]) -> AppReport:
    """The report with each finding's `since`, and what is gone; unchanged where the earlier report lacks the app.

    `knowledge`: the digest of the checklists of now; `items`: the ids of the items that were judged.
    """
    before = earlier.of(report.app.package) if report.app else None
    if before is None or before.app is None:
        return report
    old: dict[str, list[str]] = defaultdict(list)
    answers: dict[str, list[str]] = defaultdict(list)
    for each in before.findings:
        old[each.fingerprint].append(each.outcome)
        answers[each.item].append(each.outcome)
    previous = PreviousRow(
        version_name=before.app.version_name,
        version_code=before.app.version_code,
        tool_version=earlier.tool.version,
        same_checklists=earlier.knowledge.sha256 == knowledge,
        gone=tuple(_gone(before.findings, report, items)),
    )
    rows = tuple(_since(row, old[row.fingerprint], answers[row.item]) for row in report.findings)
    return msgspec.structs.replace(report, findings=rows, previous=previous)


def _since(row: FindingRow, old: Sequence[str], answers: Sequence[str]) -> FindingRow:
    """A breach is told by its fingerprint; the one answer to an item that is not broken, by what the item had.

    `old`: the outcomes under the same fingerprint; `answers`: those of the item.
    """
    before = sorted(old or (() if row.outcome in BREACH else answers), key=_rank)
    since: Literal["new", "repeat", "changed"] = "new" if not before else "changed"
    if row.outcome in before:
        since = "repeat"
    return msgspec.structs.replace(row, since=since, before=before[0] if since == "changed" else "")


def _rank(outcome: str) -> int:
    """Worst first; what a later version of the tool may say comes last."""
    return OUTCOMES.index(outcome) if outcome in OUTCOMES else len(OUTCOMES)


def _gone(before: Sequence[EarlierFinding], report: AppReport, items: frozenset[str]) -> Iterator[GoneRow]:
    now: dict[str, list[FindingRow]] = defaultdict(list)
    for row in report.findings:
        now[row.item].append(row)
    still = {row.fingerprint for row in report.findings if row.outcome in BREACH}
    gaps = any(each.affects for each in report.limits)
    for each in before:
        if each.outcome in BREACH and each.fingerprint not in still:
            rows = now[each.item]
            yield GoneRow(
                item=each.item,
                title=rows[0].title if rows else each.title,
                subject=each.subject,
                outcome=each.outcome,
                severity=each.severity,
                message=each.message,
                fingerprint=each.fingerprint,
                state=_state(rows, checked=each.item in items, gaps=gaps),
            )


def _state(rows: Sequence[FindingRow], *, checked: bool, gaps: bool) -> Literal["resolved", "not_seen", "not_checked"]:
    """Resolved only where the answer of now settles it."""
    if not checked or not rows:
        return "not_checked"
    if any(row.outcome in UNSETTLED for row in rows):
        return "not_seen"
    # Other subjects still break the item: this one may merely be out of sight.
    return "not_seen" if gaps and any(row.outcome in BREACH for row in rows) else "resolved"
