"""When sensitive code runs: before consent or after, again and again, on which broadcasts."""

from collections.abc import Iterator

from appscan.renderers._prose import Piece, joined, line
from appscan.renderers._safe import LONG, NAME
from appscan.renderers._view import Block, View, title
from appscan.report.model import AppReport, ReceiverRow, RepeatRow
from appscan.scene import pretty

SHOWN = 5
STYLES = {"before_consent": "bold red", "guarded": "green", "undecided": "yellow", "user_action": "green"}


def runs(view: View, report: AppReport) -> Block:
    """Reaches by when they run, then what repeats and which broadcasts code listens for."""
    words = view.words
    rows = [each for each in report.receivers if each.actions]
    if not (report.runs or report.repeats or rows):
        return
    yield from title(words("runs.title"))
    if report.runs:
        states: list[Piece] = [
            (words(f"runs.{state}", n=n), STYLES.get(state, "dim")) for state, n in report.runs.items()
        ]
        yield line(*joined(states, " · "), " · ", (words("runs.trace"), "dim"), indent=2, hang=2)
    yield from _rows(view, "runs.repeat", [list(_repeat(view, each)) for each in report.repeats])
    yield from _rows(view, "runs.receiver", [list(_receiver(each)) for each in rows])


def _rows(view: View, label: str, rows: list[list[Piece]]) -> Block:
    kept = rows if view.verbose else rows[:SHOWN]
    for row in kept:
        yield line((view.words(label), "dim"), "  ", *row, indent=2, hang=4)
    if len(rows) > len(kept):
        yield line((view.words("runs.more", n=len(rows) - len(kept)), "dim"), indent=4)


def _repeat(view: View, row: RepeatRow) -> Iterator[Piece]:
    yield pretty(row.caller), "", LONG
    yield f"  {pretty(row.api).rpartition('.')[2]}", "", NAME
    if row.interval_ms is not None:
        yield f"  {view.words('runs.every', n=row.interval_ms)}", "yellow"
    yield f"  {row.where}", "dim"


def _receiver(row: ReceiverRow) -> Iterator[Piece]:
    yield ", ".join(each.removeprefix("android.intent.action.") for each in row.actions), "", LONG
    yield f"  {row.receiver or pretty(row.caller)}", "dim", LONG
    yield f"  {row.where}", "dim"
