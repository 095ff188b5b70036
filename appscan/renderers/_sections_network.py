"""Whom an app names as its servers: hosts by operator, what is not encrypted, and the filing numbers."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

from appscan.hosts import NEVER_CONTACTED
from appscan.renderers._prose import Piece, joined, line, tight
from appscan.renderers._safe import NAME
from appscan.renderers._view import Block, View, evidence, title
from appscan.report.model import AppReport, EndpointRow, NetworkRow

UNKNOWN_SHOWN, OPERATORS_SHOWN, HOSTS_SHOWN = 5, 4, 3
"""Hosts without a known operator, operators, and hosts of each, that are shown unless all are wanted."""

HOME = "CN"


def network(view: View, report: AppReport) -> Block:
    """Hosts of unknown operators one by one, those of known ones in a line for each operator, then filing numbers."""
    row = report.network
    if row is None:
        return
    yield from title(view.words("network.title"))
    called = [each for each in row.endpoints if each.role not in NEVER_CONTACTED]
    unknown = _ranked([each for each in called if not each.local and not each.operator])
    operators = _grouped([each for each in called if not each.local and each.operator])
    if called:
        yield line(*joined(_counts(view, called), " · "), indent=2)
    else:
        yield line(view.words("network.none") + _unseen(view, row), indent=2)
    yield from _unknown(view, _some(view, unknown, UNKNOWN_SHOWN))
    yield from _operators(view, _some(view, operators, OPERATORS_SHOWN))
    yield from _local(view, [each for each in called if each.local])
    left = len(unknown[UNKNOWN_SHOWN:]) + sum(map(len, operators[OPERATORS_SHOWN:]))
    yield from _left(view, left, [each for each in row.endpoints if each not in called])
    yield from _filings(view, row)


T = TypeVar("T")


def _some(view: View, rows: Sequence[T], number: int) -> Sequence[T]:
    return rows if view.verbose else rows[:number]


def _counts(view: View, rows: Sequence[EndpointRow]) -> Iterator[Piece]:
    yield view.words.count("network.hosts", len(rows))
    public = [each for each in rows if not each.local]
    for label, style, number in (
        ("network.plain", "yellow", sum(each.cleartext for each in public)),
        ("network.addresses", "yellow", sum(each.address for each in public)),
        ("network.foreign", "", sum(_foreign(each) for each in public)),
    ):
        if number:
            yield tight(view.words.count(label, number)), style


def _foreign(row: EndpointRow) -> bool:
    return row.country not in ("", HOME)


def _unseen(view: View, row: NetworkRow) -> str:
    """What must be said beside "none found" where not all could be seen."""
    return "" if row.complete else view.words("hidden.network")


def _ranked(rows: Sequence[EndpointRow]) -> list[EndpointRow]:
    """The app's own hosts come first, then what other code names, then what only data name."""
    return sorted(rows, key=lambda row: ("app" not in row.owners, not row.owners, not row.cleartext, -row.places))


def _unknown(view: View, rows: Sequence[EndpointRow]) -> Block:
    if rows:
        yield line((view.words("network.unknown"), "dim"), indent=2)
    for row in rows:
        if view.verbose:
            yield from _whole(view, row)
        else:
            where = [("  " + each.where, "dim") for each in row.evidence[:1]]
            yield line(*_host(view, row), *_owners(view, [row]), *where, indent=4)


def _whole(view: View, row: EndpointRow) -> Block:
    """A host with its places."""
    yield line(*_host(view, row), *_owners(view, [row]), indent=4)
    yield from evidence(view, row.evidence, indent=6)


def _grouped(rows: Sequence[EndpointRow]) -> list[list[EndpointRow]]:
    """Rows by operator: foreign ones first, then those with a host over plain text."""
    groups: dict[tuple[str, str], list[EndpointRow]] = defaultdict(list)
    for row in rows:
        groups[row.operator, row.country].append(row)
    return sorted(groups.values(), key=lambda rows: (not _foreign(rows[0]), not any(row.cleartext for row in rows)))


def _operators(view: View, groups: Sequence[Sequence[EndpointRow]]) -> Block:
    for group in groups:
        yield line(*_operator(view, group), indent=2)
        if view.verbose:
            for row in group:
                yield from _whole(view, row)


def _operator(view: View, group: Sequence[EndpointRow]) -> Iterator[Piece]:
    """`Google LLC US (foreign operator): www.googleapis.com, …  Firebase`."""
    yield f"{group[0].operator} {group[0].country}".rstrip(), "", NAME
    if _foreign(group[0]):
        yield view.words("join.in", text=view.words("network.abroad")), "yellow"
    if view.verbose:
        return
    yield view.words("join.detail"), "dim"
    ranked = sorted(group, key=lambda row: (not row.cleartext, -row.places, row.host))
    for number, row in enumerate(ranked[:HOSTS_SHOWN]):
        yield (view.words("join.list"), "dim") if number else ""
        yield from _host(view, row)
    if len(group) > HOSTS_SHOWN:
        yield f" +{len(group) - HOSTS_SHOWN}", "dim"
    yield from _owners(view, group)


def _local(view: View, rows: Sequence[EndpointRow]) -> Block:
    if rows:
        yield line((view.words("network.local", n=len(rows)), "dim"), *_listed(view, rows), indent=2)


def _left(view: View, hosts: int, named: Sequence[EndpointRow]) -> Block:
    """How much is not shown; where all is wanted, the hosts that are only named."""
    counted: list[Piece] = []
    if hosts and not view.verbose:
        counted.append((tight(view.words.count("network.more", hosts)), "dim"))
    if named:
        counted.append((view.words.count("network.named", len(named)), "dim"))
    if counted:
        yield line(*joined(counted, " · "), *(_listed(view, named) if named and view.verbose else ()), indent=2)


def _listed(view: View, rows: Sequence[EndpointRow]) -> Iterator[Piece]:
    shown = _some(view, rows, HOSTS_SHOWN)
    yield view.words("join.detail"), "dim"
    yield from joined([_written(row) for row in shown], view.words("join.list"))
    if len(rows) > len(shown):
        yield f" +{len(rows) - len(shown)}", "dim"


def _written(row: EndpointRow) -> str:
    """The host, with the ports that are not the scheme's own."""
    host = f"[{row.host}]" if ":" in row.host else row.host
    return f"{host}:{'/'.join(map(str, row.ports))}" if row.ports else host


def _host(view: View, row: EndpointRow) -> Iterator[Piece]:
    yield _written(row), "bold" if row.cleartext or row.address else "", NAME
    marks = [view.words("network.http")] if row.cleartext else []
    marks += [view.words("network.address")] if row.address else []
    if marks:
        yield tight(view.words("join.in", text=view.words.list(marks))), "yellow"


def _owners(view: View, rows: Sequence[EndpointRow]) -> Iterator[Piece]:
    kinds = {owner for row in rows for owner in row.owners[: len(row.owners) - len(row.sdks)]}
    names = {owner for row in rows for owner in row.owners} - kinds
    pieces: list[Piece] = [(view.words.term("owner", each), "italic") for each in sorted(kinds)]
    pieces += [(each, "italic", NAME) for each in sorted(names)]
    if pieces:
        yield "  "
        yield from joined(pieces, view.words("join.list"))


def _filings(view: View, row: NetworkRow) -> Block:
    head = (view.words("network.filings") + view.words("join.detail"), "dim")
    if not row.filings:
        yield line(head, view.words("network.no_filing") + _unseen(view, row), indent=2)
        return
    pieces: list[Piece] = []
    for each in _some(view, row.filings, HOSTS_SHOWN):
        pieces += [(view.words("join.list"), "dim")] if pieces else []
        pieces += [each.number, *((f"  {piece.where}", "dim") for piece in each.evidence[:1])]
    more = len(row.filings) - HOSTS_SHOWN
    yield line(head, *pieces, (f" +{more}" if more > 0 and not view.verbose else "", "dim"), indent=2)
