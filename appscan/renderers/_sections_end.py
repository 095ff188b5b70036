"""The bottom of a report: what could not be seen, the totals, and the table of many apps."""

from collections import defaultdict
from collections.abc import Iterable

from appscan.renderers._prose import Piece, Prose, joined, line
from appscan.renderers._safe import LONG
from appscan.renderers._sections_head import gate, name
from appscan.renderers._view import Block, View, failed, table, tally, title
from appscan.renderers._words import Words
from appscan.report.model import AppReport, Counts, LimitRow

SAID = ("static", "native_code")
"""Kinds whose sentence says all that the detail does."""

APP, COMFORTABLE = 20, 80
"""Columns for the name of an app in a narrow window, and from where on they need not be fixed."""

RESULT_STYLE = {"ok": "green", "gated": "bold red", "incomplete": "magenta", "broken": "bold magenta"}


def limits(view: View, report: AppReport) -> Block:
    """Each kind of limit in a sentence, with what was met; those that leave answers open first."""
    if not report.limits:
        return
    yield from title(view.words("limit.title"))
    yield from limit_lines(view.words, tuple(sorted(report.limits, key=lambda row: not row.affects)))


def limit_lines(words: Words, rows: Iterable[LimitRow]) -> Block:
    """The sentences alone."""
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
    yield from (line(each, indent=2) for each in gate(view, summary))
    if summary.apps > 1:
        apps = words("total.apps", n=summary.apps, m=summary.scanned, k=summary.unreadable)
        counted = Counts(outcomes=summary.outcomes, failed=summary.failed)
        yield line(apps, indent=2)
        yield line(*joined(tally(words, counted), " · "), indent=2)
    judged = words("total.knowledge", sha=report.knowledge.sha256[:12], n=len(report.knowledge.items))
    folders = [(each, "dim") for each in report.knowledge.folders]
    added, replaced = len(report.knowledge.added), len(report.knowledge.replaced)
    if added or replaced:
        folders.append((words("total.changes", n=added, m=replaced), "dim"))
    tool = f"{report.tool.name} {report.tool.version}"
    exit_code = words("total.exit", n=summary.exit_code)
    yield line(*joined([exit_code, (tool, "dim"), (judged, "dim"), *folders], " · "), indent=2)


def result(view: View, report: AppReport) -> str:
    """What the gate says of one app: the name of a label."""
    if report.failure:
        return "unreadable"
    if report.counts and report.counts.outcomes.get("error"):
        return "broken"
    if any(map(view.gate.stops, report.findings)):
        return "gated"
    return "incomplete" if any(map(view.gate.misses, report.findings)) else "ok"


def overview(view: View, apps: list[AppReport]) -> Block:
    """One row for each app that was scanned, in the report's order, and then what could not be scanned."""
    words = view.words
    made = table(*(words(f"table.{each}") for each in ("app", "failed", "suspect", "unknown", "result")))
    made.columns[1].width = APP if COMFORTABLE > view.width > 3 * APP - 1 else None
    for number in (3, 4):
        made.columns[number].justify = "right"
    for app in apps:
        made.add_row("", *_row(view, app))
    if apps:
        yield line("")
        yield made
    yield from failures(view)


def _row(view: View, app: AppReport) -> tuple[Prose | str, ...]:
    words, verdict = view.words, result(view, app)
    counts = app.counts or Counts(outcomes={}, failed={})
    return (
        line(*name(view, app)),
        line((failed(words, counts.failed) or "0", "red" if counts.outcomes.get("fail") else ""), hang=0),
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
            message = row.failure.message.removeprefix(row.input.path).lstrip(":： ")
            yield line(row.input.path, "  ", (message, "red", LONG), indent=2, hang=4)
