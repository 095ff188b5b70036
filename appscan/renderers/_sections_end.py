"""The bottom of a report: what could not be seen, the totals, and the table of many apps."""

from collections import defaultdict

from appscan.renderers._prose import Piece, joined, line
from appscan.renderers._safe import LONG, NAME
from appscan.renderers._sections_head import gate, name
from appscan.renderers._view import Block, View, failed, table, tally, title
from appscan.report.model import AppReport, Counts, LimitRow

SAID = ("static", "native_code")
"""Kinds whose sentence says all that the detail does."""

RESULT_STYLE = {"ok": "green", "gated": "bold red", "incomplete": "magenta", "broken": "bold magenta"}


def limits(view: View, report: AppReport) -> Block:
    """Each kind of limit in a sentence, with what was met; those that leave answers open first."""
    if not report.limits:
        return
    yield from title(view.words("limit.title"))
    yield from limit_lines(view, tuple(sorted(report.limits, key=lambda row: not row.affects)))


def limit_lines(view: View, rows: tuple[LimitRow, ...]) -> Block:
    """The sentences alone."""
    words = view.words
    kinds: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for row in rows:
        kinds[row.kind, row.affects].append(row.detail)
    for (kind, affects), details in kinds.items():
        pieces: list[Piece] = [(words.term("limit", kind), "" if affects else "dim")]
        if affects:
            parts = words.list([words.term("part", each) for each in affects])
            pieces.append((words("join.in", text=words("limit.affects", parts=parts)), "magenta"))
        yield line(*pieces, indent=2)
        if kind not in SAID:
            yield from (line((each, "dim", LONG), indent=6) for each in dict.fromkeys(details) if each)


def totals(view: View) -> Block:
    """What the gate says of the run, the counts over all apps, and what was judged by."""
    words, report, summary = view.words, view.report, view.report.summary
    yield from title(words("total.title"))
    yield line(gate(view, summary), " · ", words("total.exit", n=summary.exit_code), indent=2)
    if summary.apps > 1:
        apps = words("total.apps", n=summary.apps, m=summary.scanned, k=summary.unreadable)
        counted = Counts(outcomes=summary.outcomes, failed=summary.failed)
        yield line(apps, indent=2)
        yield line(*joined(tally(words, counted), " · "), indent=2)
    judged = words("total.knowledge", sha=report.knowledge.sha256[:12], n=len(report.knowledge.items))
    folders = [(each, "dim") for each in report.knowledge.folders]
    tool = f"{report.tool.name} {report.tool.version}"
    yield line(*joined([(tool, "dim"), (judged, "dim"), *folders], " · "), indent=2)


def result(view: View, report: AppReport) -> str:
    """What the gate says of one app: the name of a label."""
    if report.failure:
        return "unreadable"
    if report.counts and report.counts.outcomes.get("error"):
        return "broken"
    if any(map(view.gate.stops, report.findings)):
        return "gated"
    return "incomplete" if any(map(view.gate.misses, report.findings)) else "ok"


def overview(view: View) -> Block:
    """One row for each app that was scanned, in the report's order, and then what could not be scanned."""
    words = view.words
    columns = ("app", "version", "failed", "suspect", "unknown", "result")
    made = table(*(words(f"table.{each}") for each in columns))
    for number in (4, 5):
        made.columns[number].justify = "right"
    apps = [each for each in view.report.apps if not each.failure]
    for app in apps:
        made.add_row("", *_row(view, app))
    if apps:
        yield line("")
        yield made
    yield from failures(view)


def _row(view: View, app: AppReport) -> tuple[object, ...]:
    words, verdict = view.words, result(view, app)
    counts = app.counts or Counts(outcomes={}, failed={})
    return (
        line(*name(view, app)[:3]),
        line((app.app.version_name if app.app else "", "", NAME)),
        line((failed(words, counts.failed) or "0", "red" if counts.outcomes.get("fail") else "")),
        f"{counts.outcomes.get('suspect', 0):,}",
        f"{counts.outcomes.get('unknown', 0):,}",
        line((words(f"result.{verdict}"), RESULT_STYLE[verdict])),
    )


def failures(view: View) -> Block:
    """The inputs that could not be scanned, with the reason."""
    rows = [each for each in view.report.apps if each.failure]
    if rows:
        yield from title(view.words("failure.title"), "bold red")
    for row in rows:
        if row.failure:
            yield line(row.input.path, "  ", (row.failure.message, "red", LONG), indent=2, hang=4)
