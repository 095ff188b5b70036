"""What every section of the terminal report is given, and the small things that they share."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from rich.console import RenderableType
from rich.table import Table

from appscan.facts import Evidence
from appscan.findings import SEVERITIES, Severity
from appscan.renderers._prose import Piece, Prose, line, tight
from appscan.renderers._safe import LONG
from appscan.renderers._words import Words
from appscan.report.gate import Gate
from appscan.report.model import Counts, DocumentRow, ItemRow, Report

Block = Iterator[RenderableType]

OUTCOME_STYLE: Final[dict[str, str]] = {
    "fail": "bold red",
    "suspect": "bold yellow",
    "error": "bold magenta",
    "unknown": "magenta",
    "manual": "cyan",
    "pass": "green",
    "not_applicable": "dim",
}
SEVERITY_STYLE: Final[dict[str, str]] = {"critical": "bold red", "high": "red", "medium": "yellow", "low": "dim"}
CONFIDENCE_STYLE: Final[dict[str, str]] = {"certain": "", "firm": "", "tentative": "dim"}
WIDE = 100
"""Columns from which a table may have one column more."""
SHOWN = 5
"""Evidence lines of a finding that are shown unless all are wanted."""


class View(NamedTuple):
    """The report's language and how much room and detail there is."""

    words: Words
    width: int
    verbose: bool
    report: Report
    items: Mapping[str, ItemRow]
    documents: Mapping[str, DocumentRow]

    @property
    def gate(self) -> Gate:
        """The gate of this run."""
        return Gate(self.report.summary.fail_on)


def view(report: Report, width: int, *, verbose: bool = False) -> View:
    """How to show a report in so many columns."""
    return View(
        words=Words(report.language),
        width=width,
        verbose=verbose,
        report=report,
        items={row.id: row for row in report.knowledge.items},
        documents={row.id: row for row in report.knowledge.documents},
    )


def title(text: str, style: str = "bold") -> Block:
    """A heading with an empty line above it."""
    yield line("")
    yield line((text, style))


def table(*headings: str, indent: int = 2) -> Table:
    """A table without lines; long cells wrap."""
    made = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim", show_header=bool(headings))
    made.add_column(width=max(indent - 2, 0))
    for heading in headings:
        made.add_column(line((heading, "dim")), overflow="fold")
    return made


CALL_PATH = "call path"
"""The one place that is no place in a file: how a call can come about."""


def evidence(view: View, rows: tuple[Evidence, ...], indent: int) -> Block:
    """Where, and what stands there; the first few unless all are wanted."""
    shown = rows if view.verbose else rows[:SHOWN]
    for row in shown:
        place = view.words("finding.path") if row.where == CALL_PATH else row.where
        where: tuple[Piece, ...] = ((place, "dim"), "  ") if place else ()
        yield line(*where, (row.quote, "", LONG), indent=indent, hang=2)
    if len(rows) > len(shown):
        yield line((view.words.count("finding.more", len(rows) - len(shown)), "dim"), indent=indent)


def keyed(key: str, style: str, text: str, indent: int) -> Prose:
    """`key  text`, the text's further lines below its first."""
    return line((key, "dim"), "  ", (text, style, LONG), indent=indent, hang=2)


def failed(words: Words, counts: Mapping[str, int]) -> str:
    """`1 critical, 2 high`: the severities that there are, worst first."""
    shown = [tight(words(f"failed.{each}", n=counts[each])) for each in SEVERITIES if counts.get(each)]
    return words.list(shown)


def tally(words: Words, counts: Counts) -> list[Piece]:
    """Findings by outcome in words, worst first; the failed ones even where there are none."""
    pieces: list[Piece] = []
    for outcome, number in counts.outcomes.items():
        if not number and outcome != "fail":
            continue
        text = words.count(f"count.{outcome}", number)
        if outcome == "fail" and number:
            text += words("join.in", text=failed(words, counts.failed))
        pieces.append((tight(text), OUTCOME_STYLE[outcome] if number else ""))
    return pieces


def severity(words: Words, value: Severity) -> Piece:
    """A severity in its colour."""
    return words.term("severity", value), SEVERITY_STYLE[value]
