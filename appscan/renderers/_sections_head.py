"""The top of an app's report: what it is, how big, who signed it, and what the gate says."""

from collections.abc import Iterator

from rich.table import Table

from appscan.facts import Certificate
from appscan.renderers._prose import Piece, Prose, joined, line, tight
from appscan.renderers._safe import LONG, NAME
from appscan.renderers._view import Block, View, tally
from appscan.report.gate import OK
from appscan.report.model import AppReport, AppRow, AppTypeGuess, Counts, Summary

SHORT = 16
"""Hex digits of a digest that are shown unless all are wanted."""

LINKS = 2
"""Addresses of a policy that are shown where none was given."""

SPLITS = 4
"""Names of split APKs that are shown unless all are wanted."""


def head(view: View, report: AppReport) -> Block:
    """The app, its file, its signer, its profile and its policy."""
    yield line(*name(view, report))
    if report.app:
        yield line(*joined(_levels(view, report, report.app), " · "))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for key, value in _rows(view, report):
        grid.add_row(line((key, "dim")), value)
    yield grid


def name(view: View, report: AppReport) -> list[Piece]:
    """Label, package and version; the path where there is no manifest."""
    app = report.app
    if app is None:
        return [(report.input.path, "bold"), view.words("head.unnamed") if report.failure is None else ""]
    pieces: list[Piece] = [(app.label or app.package, "bold", NAME)]
    if app.label:
        pieces += ["  ", (app.package, "", NAME)]
    code = "" if app.version_code is None else f" ({app.version_code})"
    return [*pieces, "  ", (app.version_name, "", NAME), code]


def _levels(view: View, report: AppReport, app: AppRow) -> Iterator[Piece]:
    yield tight(f"minSdk {_known(app.min_sdk)}")
    yield tight(f"targetSdk {_known(app.target_sdk)}")
    if report.app_type:
        yield tight(view.words("head.app_type") + view.words("join.detail") + report.app_type)
    if app.debuggable:
        yield view.words("head.debuggable"), "bold red"
    if app.cleartext:
        yield tight(view.words("head.cleartext")), "yellow"


def _known(level: int | None) -> str:
    return "?" if level is None else str(level)


def _rows(view: View, report: AppReport) -> Iterator[tuple[str, Prose]]:
    words, file = view.words, report.input
    digest: tuple[Piece, ...] = ("  ", (tight(f"sha256 {_short(view, file.sha256)}"), "dim")) if file.sha256 else ()
    splits = _splits(view, report.app.splits) if report.app else ()
    yield words("head.file"), line(file.path, f"  {_size(file.size)}", *digest, *splits)
    if report.app:
        yield from _signers(view, report.app)
        yield words("head.profile"), line(*joined(_profile(view, report, report.app), " · "))
    if report.app_type_guess:
        yield words("head.app_type"), line(*_guess(view, report.app_type_guess))
    yield words("head.policy"), line(*joined(_policy(view, report), " · "))


def _guess(view: View, guess: AppTypeGuess) -> tuple[Piece, ...]:
    words = view.words
    text = words("head.guess", name=guess.name, grounds=words.list(list(guess.grounds)))
    return (text, "", LONG), (words("join.in", text=words("head.guess.only")), "dim")


def _splits(view: View, names: tuple[str, ...]) -> tuple[Piece, ...]:
    """The APKs in the file, the base first: the first few unless all are wanted."""
    if not names:
        return ()
    shown = list(names) if view.verbose else [*names[:SPLITS], *(["…"] if len(names) > SPLITS else [])]
    text = view.words.count("head.splits", len(names), names=view.words.list(shown))
    return "  ", (text, "", LONG)


def _signers(view: View, app: AppRow) -> Iterator[tuple[str, Prose]]:
    words, signing = view.words, app.signing
    schemes = " ".join(signing.schemes)
    if not signing.certificates:
        yield words("head.signed"), line(*joined(filter(None, (schemes, words("head.unsigned"))), "  "))
    for certificate in signing.certificates:
        yield words("head.signed"), line(*_signer(view, schemes, certificate))


def _signer(view: View, schemes: str, certificate: Certificate) -> Iterator[Piece]:
    yield f"{schemes}  "
    yield certificate.subject
    yield "  "
    yield tight(f"{view.words('head.certificate')} {_short(view, certificate.digests.sha256)}"), "dim"


def _profile(view: View, report: AppReport, app: AppRow) -> Iterator[Piece]:
    words = view.words
    dangerous = sum(each.level == "dangerous" for each in report.permissions)
    handling = sum(each.handles_personal_information == "yes" for each in report.sdks)
    yield tight(words.count("profile.permissions", len(report.permissions), m=dangerous))
    yield words.count("profile.sdks", len(report.sdks), m=handling)
    yield words("profile.code", dex=app.dex_files, n=app.classes, m=app.call_sites)
    yield tight(words.count("profile.components", app.components, m=app.exported_components))
    if app.native_abis:
        yield tight(" ".join(app.native_abis))


def _policy(view: View, report: AppReport) -> Iterator[Piece]:
    words = view.words
    if report.policy is None:
        yield words("head.no_policy"), "yellow"
        links = [each.quote for each in report.policy_links if "://" in each.quote]
        yield from (words("head.policy_link", url=each) for each in links[:LINKS])
        return
    for document in report.policy.documents:
        about = [words("head.characters", n=document.characters)]
        about += [words("head.inside")] if document.source == "apk" else []
        if document.final_url not in ("", document.path):
            about.append(words("head.fetched", url=document.final_url))
        yield f"{document.path}{words('join.in', text=words('join.list').join(about))}"
    if report.policy.others:
        others = words.count("head.others", len(report.policy.others))
        paths = words.list([each.path for each in report.policy.others]) if view.verbose else ""
        yield (others + (words("join.in", text=paths) if paths else "")), "dim"


def verdict(view: View, summary: Summary | None, counts: Counts | None) -> Block:
    """What the gate says (where there is one app), and the findings by outcome."""
    yield line("")
    if summary:
        yield from (line(each) for each in gate(view, summary))
    if counts:
        yield line(*joined(tally(view.words, counts), " · "))


def gate(view: View, summary: Summary) -> Iterator[Piece]:
    """Everything that the exit code stands for; an exit code of 0 does not hide that something could not be seen."""
    words, level = view.words, view.words.term("severity", summary.fail_on)
    if summary.outcomes.get("error"):
        yield words("gate.broken"), "bold magenta"
    if summary.unreadable:
        yield words.count("gate.unreadable", summary.unreadable), "bold red"
    if summary.gated:
        yield words.count("gate.gated", summary.gated, level=level), "bold red"
    elif summary.scanned and not view.items:
        yield words("gate.nothing"), "bold magenta"
    elif summary.scanned and summary.fail_on == "never":
        yield words("gate.open"), "bold"
    elif summary.scanned and summary.exit_code == OK:
        yield words("gate.ok", level=level), "bold green"
    if summary.incomplete:
        yield words.count("gate.incomplete", summary.incomplete, level=level), "bold magenta"


def _short(view: View, digest: str) -> str:
    return digest if view.verbose or len(digest) <= SHORT else f"{digest[:SHORT]}…"


def _size(size: int) -> str:
    for unit, bound in (("MB", 1 << 20), ("KB", 1 << 10)):
        if size >= bound:
            return f"{size / bound:,.1f} {unit}"
    return f"{size} B"
