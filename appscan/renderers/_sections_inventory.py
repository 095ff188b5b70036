"""What is in an app: the information that it reaches for, its SDKs, its dangerous permissions."""

from collections.abc import Iterator

from appscan.renderers._prose import Piece, joined, line
from appscan.renderers._safe import LONG, NAME
from appscan.renderers._view import CONFIDENCE_STYLE, WIDE, Block, View, evidence, table, title
from appscan.renderers._words import Words
from appscan.report.model import AccessRow, AppReport, BadRangeRow, PermissionUseRow, SdkRow

PREFIX = "android.permission."


def accesses(view: View, report: AppReport) -> Block:
    """A table: kind of information, who, how many places, how sure."""
    words = view.words
    if report.app is None or not report.app.dex_files:
        return
    yield from title(words("access.title"))
    if not report.accesses:
        yield line(words("access.none") + _hidden(view, report), indent=2)
        yield from _policy_only(view, report)
        return
    made = table(*(words(f"access.{each}") for each in ("kind", "who", "places", "sure")))
    made.columns[3].justify = "right"
    for row in report.accesses:
        kind: list[Piece] = [(row.name, "bold" if row.sensitive else "", NAME)]
        if row.sensitive:
            kind += [" ", (words("access.sensitive"), "red")]
        sure = line((words.term("confidence", row.confidence), CONFIDENCE_STYLE[row.confidence]))
        made.add_row("", line(*kind), line(*joined(_who(view, row), words("join.list"))), f"{row.places:,}", sure)
    yield made
    if view.verbose:
        for row in report.accesses:
            yield line((row.name, "dim", NAME), indent=2)
            yield from evidence(view, row.evidence, indent=4)
    yield from _policy_only(view, report)


def _policy_only(view: View, report: AppReport) -> Block:
    """What the policy declares and no code reaches, in one line; where it says so only when all is wanted."""
    if report.policy_only:
        names: list[Piece] = [(row.name, "dim", NAME) for row in report.policy_only]
        listed = joined(names, view.words("join.list"))
        yield line((view.words("access.policy_only"), "dim"), *listed, indent=2, hang=2)
    for row in report.policy_only if view.verbose else ():
        yield from evidence(view, row.evidence, indent=4)


def _hidden(view: View, report: AppReport) -> str:
    """What must be said beside "none found" where code could not all be seen."""
    return view.words("hidden.code") if any("code" in each.affects for each in report.limits) else ""


def _who(view: View, row: AccessRow | PermissionUseRow) -> Iterator[tuple[str, str] | tuple[str, str, int]]:
    """The kinds of owner come first, then the SDKs' names."""
    kinds = len(row.owners) - len(row.sdks)
    for number, owner in enumerate(row.owners):
        yield (view.words.term("owner", owner), "italic") if number < kinds else (owner, "", NAME)


def sdks(view: View, report: AppReport) -> Block:
    """A table of the SDKs that (may) handle personal information, and the names of the other libraries."""
    words = view.words
    yield from title(words("sdk.title"))
    if not report.sdks:
        yield line(words("sdk.none") + _hidden(view, report), indent=2)
        return
    rank = {"yes": 0, "unknown": 1, "no": 2}
    rows = sorted(report.sdks, key=lambda row: rank.get(row.handles_personal_information, 1))
    shown = [row for row in rows if view.verbose or row.handles_personal_information != "no"]
    if shown:
        yield from (_table if view.width >= WIDE else _list)(view, shown)
    others = [row.name for row in rows if row not in shown]
    if others:
        names = joined([(each, "", NAME) for each in others], words("join.list"))
        yield line((words.count("sdk.others", len(others)), "dim"), *names, indent=2, hang=2)
    if report.sdk_stubs:
        names = joined([(each.name, "", NAME) for each in report.sdk_stubs], words("join.list"))
        yield line((words("sdk.stubs"), "dim"), *names, indent=2, hang=2)
    yield from (line(*_bad(words, row, each), indent=2, hang=4) for row in rows for each in row.known_bad)


def _table(view: View, rows: list[SdkRow]) -> Block:
    words = view.words
    made = table(*(words(f"sdk.{each}") for each in ("name", "category", "vendor", "handles", "evidence")))
    for row in rows:
        made.add_row(
            "",
            line(*_name(row)),
            line(words.term("category", row.category)),
            line((_vendor(row), "", NAME)),
            line(_handles(view, row)),
            line(*_proof(row)),
        )
    yield made


def _list(view: View, rows: list[SdkRow]) -> Block:
    """In a narrow window: two lines for each."""
    words = view.words
    for row in rows:
        handles = (words("sdk.handles") + words("join.detail"), "dim")
        about = joined([words.term("category", row.category), handles], " · ")
        vendor: tuple[Piece, ...] = ((" · ", "dim"), (_vendor(row), "", NAME)) if row.vendor else ()
        yield line(*_name(row), "  ", *about, _handles(view, row), *vendor, indent=2, hang=4)
        yield line(*_proof(row), indent=6)


def _name(row: SdkRow) -> Iterator[Piece]:
    yield row.name, "bold" if row.handles_personal_information == "yes" else "", NAME
    if row.version:
        yield f" {row.version}", "dim", NAME


def _bad(words: Words, row: SdkRow, bad: BadRangeRow) -> Iterator[Piece]:
    """The SDK's version, and why a review is known to reject it."""
    yield f"{row.name} {row.version}", "yellow", NAME
    key = "sdk.bad.since" if bad.since else "sdk.bad"
    yield words("join.detail")
    yield words(key, since=bad.since, below=bad.below, reason=bad.reason)
    if bad.checked == "unchecked":
        yield words("sdk.bad.unchecked"), "dim"


def _vendor(row: SdkRow) -> str:
    return f"{row.vendor} {row.country}".strip()


def _handles(view: View, row: SdkRow) -> Piece:
    value = row.handles_personal_information
    return view.words.term("handles", value), "yellow" if value == "yes" else ""


def _proof(row: SdkRow) -> Iterator[Piece]:
    """The first piece of evidence, and how many more there are."""
    for each in row.evidence[:1]:
        yield each.quote, "", LONG
        yield f"  {each.where}", "dim"
    if len(row.evidence) > 1:
        yield f"  +{len(row.evidence) - 1}", "dim"


def permissions(view: View, report: AppReport) -> Block:
    """A table of the permissions that users grant and who uses each; then what calls lack, and what cannot be told."""
    words = view.words
    if not report.permission_uses:
        return
    yield from title(words("permission.title"))
    told = [row for row in report.permission_uses if row.state in ("used", "unused") or row.owners]
    rows = [row for row in told if row.state != "undeclared"]
    if rows:
        made = table(*(words(each) for each in ("permission.name", "access.who", "access.places")))
        made.columns[3].justify = "right"
        for row in rows:
            made.add_row(
                "", line(*_permission(view, row)), line(*_users(view, row)), f"{row.places:,}" if row.places else ""
            )
        yield made
    yield from _named(view, "permission.undeclared", [row for row in told if row.state == "undeclared"])
    yield from _named(view, "permission.unknown", [row for row in report.permission_uses if row not in told])
    if view.verbose:
        for row in rows:
            yield line((_short(row), "dim"), indent=2)
            yield from evidence(view, row.evidence, indent=4)


def _short(row: PermissionUseRow) -> str:
    until = "" if row.max_sdk is None else f" ≤{row.max_sdk}"
    return row.name.removeprefix(PREFIX) + until


def _permission(view: View, row: PermissionUseRow) -> Iterator[Piece]:
    yield _short(row), "bold" if row.state == "unused" else "", NAME
    if view.width >= WIDE and row.label not in row.name:
        yield f"  {row.label}", "dim", NAME


def _users(view: View, row: PermissionUseRow) -> Iterator[Piece]:
    words = view.words
    if row.state == "unused":
        yield words("permission.unused"), "yellow"
    elif row.state == "unknown":
        yield words("permission.general", names=words.list(list(row.owners))), "dim", LONG
    else:
        yield from joined(_who(view, row), words("join.list"))


def _named(view: View, label: str, rows: list[PermissionUseRow]) -> Block:
    """`READ_SMS (JPush) · …` on one line behind a label."""
    if not rows:
        return
    names: list[Piece] = []
    for row in rows:
        who = view.words.list([str(piece[0]) for piece in _who(view, row)])
        names.append((_short(row) + (view.words("join.in", text=who) if who else ""), "", LONG))
    yield line((view.words(label), "dim"), *joined(names, " · "), indent=2, hang=2)
