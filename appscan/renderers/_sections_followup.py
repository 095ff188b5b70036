"""What changed since the version before: a tag for each finding, a line of numbers, and what is gone."""

from collections import Counter

from appscan.renderers._prose import Piece, joined, line, tight
from appscan.renderers._safe import LONG, NAME
from appscan.renderers._view import Block, View, title
from appscan.report.followup import BREACH
from appscan.report.model import AppReport, FindingRow, GoneRow

STYLES = {"new": "bold red", "changed": "yellow", "repeat": "dim"}
GONE_STYLES = {"resolved": "green", "not_seen": "magenta", "not_checked": "dim"}


def since(view: View, row: FindingRow) -> tuple[Piece, ...]:
    """`new  `, `repeat  ` or what it was before; nothing where there is no earlier report."""
    if not row.since:
        return ()
    text = view.words(f"since.{row.since}", before=view.words.term("outcome", row.before))
    return (tight(text), STYLES[row.since]), "  "


def compared(view: View, report: AppReport) -> Block:
    """With which version it is compared, and how many breaches are new, repeated, changed, gone."""
    words, previous = view.words, report.previous
    if previous is None:
        return
    counts = Counter(row.since for row in report.findings if row.outcome in BREACH)
    gone: Counter[str] = Counter(row.state for row in previous.gone)
    pieces: list[Piece] = [
        *((tight(words(f"compared.{each}", n=counts[each])), STYLES[each]) for each in ("new", "changed", "repeat")),
        *((tight(words(f"compared.{each}", n=gone[each])), GONE_STYLES[each]) for each in GONE_STYLES if gone[each]),
    ]
    code = "" if previous.version_code is None else f" ({previous.version_code})"
    yield line(words("compared.with", version=f"{previous.version_name}{code}"), *joined(pieces, " · "))
    if not previous.same_checklists:
        yield line((words("compared.checklists", version=previous.tool_version), "yellow"), indent=2)


def gone(view: View, report: AppReport) -> Block:
    """The breaches of the earlier version that are not found now."""
    rows = report.previous.gone if report.previous else ()
    if rows:
        yield from title(view.words("gone.title"))
    for state in GONE_STYLES:
        for row in rows:
            if row.state == state:
                yield line(*_gone(view, row), indent=2, hang=4)


def _gone(view: View, row: GoneRow) -> tuple[Piece, ...]:
    words = view.words
    was = words("gone.was", outcome=words.term("outcome", row.outcome))
    head: tuple[Piece, ...] = ((tight(words(f"gone.{row.state}")), GONE_STYLES[row.state]), "  ", (row.item, "", NAME))
    return (*head, "  ", (row.message, "", LONG), words("join.in", text=was))
