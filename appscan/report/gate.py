"""The gate: totals over all apps, and the exit code that a pipeline reads."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from appscan.findings import OUTCOMES, SEVERITIES
from appscan.report.model import AppReport, FailOn, FindingRow, Summary

OK, GATED, USAGE, UNREADABLE, INCOMPLETE, DEFECT = 0, 1, 2, 3, 4, 70
"""The published exit codes."""


class Gate(NamedTuple):
    """What makes a run fail."""

    fail_on: FailOn = "high"
    allow_incomplete: bool = False

    def reached(self, row: FindingRow) -> bool:
        """Whether a finding's severity is at or above the gate."""
        return self.fail_on != "never" and SEVERITIES.index(row.severity) <= SEVERITIES.index(self.fail_on)

    def stops(self, row: FindingRow) -> bool:
        """Proven, by a verified item, and severe enough. A mere string never fails a build."""
        return row.outcome == "fail" and row.verified and row.confidence != "tentative" and self.reached(row)

    def misses(self, row: FindingRow) -> bool:
        """An answer that the gate needs and that could not be seen."""
        return row.outcome == "unknown" and row.limited and row.verified and self.reached(row)


def summarise(apps: Iterable[AppReport], gate: Gate) -> Summary:
    """Totals and exit code. Where several hold, a defect outranks an unreadable input, that a gate, that incomplete."""
    outcomes: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    total = scanned = gated = incomplete = 0
    codes = {OK}
    for app in apps:
        total += 1
        if app.failure:
            codes.add(app.failure.code)
            continue
        scanned += 1
        if app.counts:
            outcomes.update(app.counts.outcomes)
            failed.update(app.counts.failed)
        gated += sum(map(gate.stops, app.findings))
        incomplete += sum(map(gate.misses, app.findings))
    if outcomes["error"]:
        codes.add(DEFECT)
    if gated:
        codes.add(GATED)
    if incomplete and not gate.allow_incomplete:
        codes.add(INCOMPLETE)
    return Summary(
        apps=total,
        scanned=scanned,
        unreadable=total - scanned,
        outcomes={outcome: outcomes[outcome] for outcome in OUTCOMES},
        failed={severity: failed[severity] for severity in SEVERITIES},
        fail_on=gate.fail_on,
        gated=gated,
        incomplete=incomplete,
        exit_code=next(code for code in (DEFECT, UNREADABLE, USAGE, GATED, INCOMPLETE, OK) if code in codes),
    )
