"""The report for reading: in a terminal with colours and its width, or as plain text of 100 columns.

One app is shown in full. Of several apps each gets a short block and a row in the table at the end, unless all is
wanted.
"""

import io
import sys

from rich.console import Console

from appscan.renderers._prose import joined, line
from appscan.renderers._sections_end import failures, limit_lines, limits, overview, totals
from appscan.renderers._sections_findings import brief, findings
from appscan.renderers._sections_followup import compared, gone
from appscan.renderers._sections_head import head, name, verdict
from appscan.renderers._sections_inventory import accesses, permissions, sdks
from appscan.renderers._sections_network import network
from appscan.renderers._sections_runs import runs
from appscan.renderers._view import Block, View, tally, view
from appscan.report.model import AppReport, Report, Summary

SUFFIXES = (".txt",)
WIDTH = 100


def render(report: Report) -> str:
    """Plain text."""
    return plain(report, WIDTH)


def plain(report: Report, width: int, *, verbose: bool = False) -> str:
    """Plain text of any width, without colour and without spaces at the ends of lines."""
    out = io.StringIO()
    print_report(report, Console(file=out, width=width, color_system=None, force_terminal=False), verbose=verbose)
    return "".join(f"{each.rstrip()}\n" for each in out.getvalue().split("\n")[:-1])


def stdout_console() -> Console:
    """The console for stdout: UTF-8 whatever the locale, so that a Chinese label never stops a report."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    return Console(highlight=False, markup=False, emoji=False)


def print_report(report: Report, console: Console, *, verbose: bool = False) -> None:
    """Print it at the console's width."""
    shown = view(report, console.width, verbose=verbose)
    for block in _single(shown) if len(report.apps) == 1 else _several(shown):
        console.print(block, highlight=False)


def _single(shown: View) -> Block:
    (app,) = shown.report.apps
    if app.failure:
        yield from failures(shown)
    else:
        yield from _full(shown, app, shown.report.summary)
    yield from totals(shown)


def _full(shown: View, app: AppReport, summary: Summary | None = None) -> Block:
    yield from head(shown, app)
    yield from verdict(shown, summary, app.counts)
    yield from compared(shown, app)
    yield from accesses(shown, app)
    yield from runs(shown, app)
    yield from sdks(shown, app)
    yield from network(shown, app)
    yield from permissions(shown, app)
    yield from findings(shown, app)
    yield from gone(shown, app)
    yield from limits(shown, app)


def _several(shown: View) -> Block:
    scanned = [app for app in shown.report.apps if not app.failure]
    for number, app in enumerate(scanned):
        if number:
            yield line("")
        yield from _full(shown, app) if shown.verbose else _compact(shown, app)
    yield from overview(shown, scanned)
    yield from totals(shown)


def _compact(shown: View, app: AppReport) -> Block:
    yield line(*name(shown, app), "  ", (app.input.path, "dim"))
    if app.counts:
        yield line(*joined(tally(shown.words, app.counts), " · "), indent=2)
    yield from compared(shown, app)
    yield from brief(shown, app)
    yield from limit_lines(shown.words, tuple(each for each in app.limits if each.affects))
