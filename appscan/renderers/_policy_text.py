"""A policy by itself for reading in a terminal: what it is, what it states, which clauses it has, whom it names."""

import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.console import Console

from appscan.facts import Evidence, PolicyDocument, ThirdParty
from appscan.knowledge import Knowledge
from appscan.renderers._prose import Piece, joined, line, tight
from appscan.renderers._safe import LONG, NAME
from appscan.renderers._sections_end import limit_lines
from appscan.renderers._view import Block, table, title
from appscan.renderers._words import Words
from appscan.renderers.text import WIDTH, stdout_console
from appscan.report.model import PolicyReport
from appscan.report.policy import VALUES

__all__ = ["plain", "print_policy", "stdout_console"]

STATES = ("absent", "title_only", "elsewhere", "unknown", "present")
STATE_STYLE = {
    "absent": "bold red",
    "title_only": "yellow",
    "elsewhere": "cyan",
    "unknown": "magenta",
    "present": "green",
}
SEVERITY_STYLE = {"high": "red", "medium": "yellow", "low": "dim"}
QUOTED = 1
"""Sentences quoted of a clause, and of a kind of wording, unless all are wanted."""

PARTIES = 30
"""Third parties that are shown unless all are wanted."""


class Shown(NamedTuple):
    """What every section is given."""

    report: PolicyReport
    words: Words
    names: dict[str, str]
    """Of data types and kinds of wording, by their ids."""
    verbose: bool


def plain(report: PolicyReport, knowledge: Knowledge, width: int = WIDTH, *, verbose: bool = False) -> str:
    """Plain text of any width, without colour and without spaces at the ends of lines."""
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, force_terminal=False)
    print_policy(report, knowledge, console, verbose=verbose)
    return "".join(f"{each.rstrip()}\n" for each in out.getvalue().split("\n")[:-1])


def print_policy(report: PolicyReport, knowledge: Knowledge, console: Console, *, verbose: bool = False) -> None:
    """Print it at the console's width."""
    lang = report.language
    names = {each.id: each.name.get(lang) for each in knowledge.data_types}
    names |= {each.id: each.name.get(lang) for each in knowledge.wording}
    shown = Shown(report, Words(lang), names, verbose)
    for section in (_documents, _values, _clauses, _types, _parties, _wording, _limits):
        for block in section(shown):
            console.print(block, highlight=False)


def _documents(shown: Shown) -> Block:
    for document in shown.report.documents:
        yield line((document.path, "bold"))
        yield line(*joined(_about(shown, document), " · "), indent=2)


def _about(shown: Shown, document: PolicyDocument) -> Iterator[Piece]:
    words = shown.words
    yield words.term("kind", document.kind), "" if document.kind in ("policy", "both") else "yellow"
    yield words.term("language", document.language)
    yield tight(words("head.characters", n=document.characters))
    if document.encoding:
        yield document.encoding
    if document.final_url not in ("", document.path):
        hops = len(document.redirects) + 1
        yield words.count("policy.redirected", hops, url=document.final_url)


def _values(shown: Shown) -> Block:
    words, values = shown.words, shown.report.values
    yield from title(words("policy.values"))
    grid = table()
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for key in VALUES:
        value = values.get(key, "")
        if key == "response_days" and value:
            value = words(f"policy.{values.get('response_unit', 'working')}", n=int(value))
        shown_value = (value, "") if value else (words("policy.none"), "dim")
        grid.add_row("", line((words(f"policy.{key}"), "dim")), line(shown_value))
    yield grid


def _clauses(shown: Shown) -> Block:
    words = shown.words
    yield from title(words("policy.clauses"))
    for state in STATES:
        rows = [each for each in shown.report.clauses if each.state == state]
        if not rows:
            continue
        yield line((words(f"policy.state.{state}", n=len(rows)), STATE_STYLE[state]), indent=2)
        if state == "unknown":
            yield line((words("policy.unjudged"), "dim"), indent=4)
        if state in ("absent", "unknown"):
            yield line(*joined([tight(each.name) for each in rows], " · "), indent=4, hang=0)
            continue
        for row in rows:
            yield line(row.name, indent=4)
            yield from _quoted(shown, row.evidence)


def _quoted(shown: Shown, rows: Sequence[Evidence], indent: int = 6) -> Block:
    """Where, and the sentence; the first unless all are wanted."""
    few = rows if shown.verbose else rows[:QUOTED]
    for row in few:
        limit = LONG if shown.verbose else NAME
        yield line((_place(shown, row.where), "dim"), "  ", (row.quote, "", limit), indent=indent, hang=2)
    if len(rows) > len(few):
        yield line((shown.words("policy.more", n=len(rows) - len(few)), "dim"), indent=indent)


def _place(shown: Shown, where: str) -> str:
    """The place as evidence has it; of files without their folders, which stand above already, where that is clear."""
    files = [each.path for each in shown.report.documents if each.source == "file"]
    names = {each.rpartition("/")[2] for each in files}
    given = any(where.startswith(f"{each}:") for each in files)
    return where.rpartition("/")[2] if given and len(names) == len(files) else where


def _types(shown: Shown) -> Block:
    said = [each for each in shown.report.statements if not each.umbrella]
    positive = {each.data_type for each in said if not each.negated}
    for label, chosen in (
        ("policy.types", [each for each in said if not each.negated]),
        ("policy.denied", [each for each in said if each.negated and each.data_type not in positive]),
    ):
        types = dict.fromkeys(each.data_type for each in chosen)
        if types:
            yield from title(shown.words(label))
            pieces = [tight(shown.names.get(each, each)) for each in types]
            yield line(*joined(pieces, shown.words("join.list")), indent=2, hang=0)


def _parties(shown: Shown) -> Block:
    words, rows = shown.words, shown.report.third_parties
    yield from title(f"{words('policy.parties')}{words('join.in', text=str(len(rows)))}")
    if not rows:
        yield line((words("policy.no_parties"), "dim"), indent=2)
    for row in rows if shown.verbose else rows[:PARTIES]:
        yield from _party(shown, row)
    if len(rows) > PARTIES and not shown.verbose:
        yield line((words("policy.more", n=len(rows) - PARTIES), "dim"), indent=2)


def _party(shown: Shown, row: ThirdParty) -> Block:
    words = shown.words
    known: list[Piece] = [(f"  {row.sdk}", "cyan", NAME)] if row.sdk else []
    company: list[Piece] = [f"  {row.company}"] if row.company else []
    yield line((row.name, "bold"), *company, *known, (f"  {_place(shown, row.evidence.where)}", "dim"), indent=2)
    types = words.list([shown.names.get(each, each) for each in row.data_types])
    parts = (("policy.purpose", row.purpose), ("policy.data", types), ("policy.link", row.link))
    said = [f"{words(label)}{words('join.detail')}{text}" for label, text in parts if text]
    if said:
        yield line(*joined(said, " · "), indent=4)


def _wording(shown: Shown) -> Block:
    words, rows = shown.words, shown.report.wording
    yield from title(words("policy.wording"))
    if not rows:
        yield line((words("policy.no_wording"), "dim"), indent=2)
    for kind in dict.fromkeys(each.kind for each in rows):
        same = [each for each in rows if each.kind == kind]
        style = SEVERITY_STYLE[same[0].severity]
        severity = words.term("severity", same[0].severity)
        yield line((severity, style), f"  {shown.names.get(kind, kind)}", indent=2)
        yield from _quoted(shown, [each.evidence for each in same], 4)


def _limits(shown: Shown) -> Block:
    if shown.report.limits:
        yield from title(shown.words("limit.title"))
        yield from limit_lines(shown.words, shown.report.limits)
