"""The report as JSON lines, for many apps: one line per app as soon as it is done, and a last line with the totals.

A line is an object with `schema_version`, `language`, `tool`, `knowledge` (its `sha256` only) and `app`, which has
the same form as in the JSON report; the last line has `summary` in place of `app`. To stream, call `head` once,
write `render_app` for each app, and `render_summary` at the end.
"""

import msgspec

from appscan.renderers._json import encode
from appscan.report.model import SCHEMA_VERSION, AppReport, Language, Public, Report, Summary, Tool

SUFFIXES = (".jsonl", ".ndjson")


class KnowledgeDigest(Public, frozen=True):
    """Which checklists and knowledge were used."""

    sha256: str


class Head(Public, frozen=True):
    """What every line starts with."""

    schema_version: str
    language: Language
    tool: Tool
    knowledge: KnowledgeDigest


class AppLine(Head, frozen=True):
    """One app."""

    app: AppReport


class SummaryLine(Head, frozen=True):
    """The totals over all apps."""

    summary: Summary


def head(tool: Tool, knowledge_sha256: str, language: Language, schema_version: str = SCHEMA_VERSION) -> Head:
    """The start of every line: known before the first app is."""
    knowledge = KnowledgeDigest(sha256=knowledge_sha256)
    return Head(schema_version=schema_version, language=language, tool=tool, knowledge=knowledge)


def render_app(app: AppReport, start: Head) -> str:
    """The line of one app, with its newline."""
    return encode(AppLine(**msgspec.structs.asdict(start), app=app)) + "\n"


def render_summary(summary: Summary, start: Head) -> str:
    """The last line, with its newline."""
    return encode(SummaryLine(**msgspec.structs.asdict(start), summary=summary)) + "\n"


def render(report: Report) -> str:
    """All lines."""
    start = head(report.tool, report.knowledge.sha256, report.language, report.schema_version)
    lines = [render_app(app, start) for app in report.apps]
    return "".join((*lines, render_summary(report.summary, start)))
