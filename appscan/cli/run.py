"""What `appscan scan` does once its options are known."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from appscan import __version__, renderers
from appscan.catalogue import store
from appscan.catalogue.model import Catalogue
from appscan.checklist import AppType, selected
from appscan.cli import config as configuration
from appscan.cli import earlier
from appscan.cli.config import Config
from appscan.cli.options import Profiles
from appscan.cli.output import TEXT, Target, targets, write
from appscan.errors import InputError, UsageError
from appscan.extract.archive import MIB, Bounds
from appscan.facts import Policy
from appscan.fleet.inputs import collect
from appscan.renderers import jsonl
from appscan.report.build import failed, knowledge_row
from appscan.report.followup import compared
from appscan.report.gate import Gate, summarise
from appscan.report.model import SCHEMA_VERSION, AppReport, FailOn, Language, Report, Summary, Tool
from appscan.scan import Options, Told
from appscan.scan import scan as scan_one

MIN_MEMORY = 256
"""MiB of address space without which a worker cannot even start."""

TOOL = Tool(name="appscan", version=__version__)


class Request(NamedTuple):
    """The options of `appscan scan`."""

    inputs: Sequence[Path]
    policy: tuple[Path, ...]
    policy_urls: tuple[str, ...]
    app_type: str
    profile: Profiles | None
    attributes: Sequence[str]
    config: Path | None
    formats: Sequence[str]
    outputs: Sequence[Path]
    lang: Language
    previous: Path | None
    fail_on: FailOn
    allow_incomplete: bool
    jobs: int
    timeout: float
    memory: int
    max_entry_mb: int
    max_total_mb: int
    checklists: Sequence[Path]
    verbose: bool
    quiet: bool


def run(request: Request) -> int:
    """Scan, write every output, and return the exit code. Raises `AppscanError`."""
    wanted = targets(request.formats, request.outputs)
    _check_outputs(request)
    catalogue = store.load(request.checklists)
    if 0 < request.memory < MIN_MEMORY:
        raise UsageError(f"--memory-mb: at least {MIN_MEMORY}, or 0", f"--memory-mb：至少 {MIN_MEMORY}，或 0")
    bounds = Bounds(request.max_entry_mb * MIB, request.max_total_mb * MIB)
    config = configuration.load(request.config)
    profile = request.profile or config.profile or "miit"
    checklist = selected(catalogue.checklist, profile)
    catalogue = msgspec.structs.replace(catalogue, checklist=checklist)
    # Read once, before any app: a policy that cannot be read stops the run.
    policy = read_policy(request.policy, request.policy_urls, catalogue)
    previous = earlier.load(request.previous) if request.previous else None
    options = Options(policy, *_told(request, config, catalogue), bounds, request.lang)
    sha, items = catalogue.knowledge.sha256, frozenset(each.id for each in checklist.items)
    paths = collect(request.inputs)
    streams = [_Stream(target, catalogue, request) for target in wanted if target.format == "jsonl"]
    done: list[AppReport | None] = [None] * len(paths)
    for index, scanned in _scanned(paths, catalogue, options, request):
        app = compared(scanned, previous, knowledge=sha, items=items) if previous else scanned
        done[index] = app
        for stream in streams:
            stream.add(app)
    apps = [app for app in done if app]
    if request.previous:
        earlier.check(request.previous, apps)
    report = _report(apps, catalogue, request)
    for stream in streams:
        stream.end(report.summary)
    _write([target for target in wanted if target.format != "jsonl"], report, request)
    _complain(report, wanted, quiet=request.quiet)
    return report.summary.exit_code


def _told(request: Request, config: Config, catalogue: Catalogue) -> tuple[Told, dict[str, Told]]:
    """What is said of every app and of single ones; an option goes before the configuration."""
    app_type = find_app_type(catalogue, request.app_type or config.app_type)
    attributes = {**configuration.plain(config.attributes), **configuration.assigned(request.attributes)}
    apps = {
        package: Told(find_app_type(catalogue, each.app_type), configuration.plain(each.attributes), each.filing_number)
        for package, each in config.apps.items()
    }
    if (request.profile or config.profile) == "finance":
        attributes = {"finance": True, **attributes}  # whoever asks for the duties of finance says so
    return Told(app_type, attributes, config.filing_number), apps


def _check_outputs(request: Request) -> None:
    """No output is written over an input or over another output. Raises `UsageError`."""
    given = (*request.inputs, *request.policy, *([request.previous] if request.previous else []))
    inputs = {path.resolve() for path in given}
    seen: set[Path] = set()
    for path in request.outputs:
        place = path.resolve()
        if place in inputs or (place in seen and place.is_file()):
            raise UsageError(
                f"--output {path}: it is an input, or named twice", f"--output {path}：与输入相同，或重复给出"
            )
        seen.add(place)


def find_app_type(catalogue: Catalogue, wanted: str) -> str:
    """The id of an app type given by id, number, name or alias. Raises `UsageError`."""
    if not wanted:
        return ""
    for each in catalogue.checklist.app_types:
        if wanted.casefold() in {name.casefold() for name in _names(each)}:
            return each.id
    known = ", ".join(f"{each.id} ({each.name.zh})" for each in catalogue.checklist.app_types)
    raise UsageError(f"--app-type {wanted}: not one of {known}", f"--app-type {wanted}：可用类型为 {known}")


def _names(app_type: AppType) -> tuple[str, ...]:
    return (app_type.id, app_type.name.zh, app_type.name.zh.removesuffix("类"), app_type.name.en, *app_type.aliases)


def read_policy(paths: Sequence[Path], urls: Sequence[str], catalogue: Catalogue) -> Policy | None:
    """The policy in some files and at some addresses; None where none is given. Raises `InputError`."""
    if not paths and not urls:
        return None
    from appscan.extract.policy import load  # noqa: PLC0415 - only where one is given

    return load(paths, catalogue.knowledge, urls)


def _scanned(
    paths: Sequence[Path], catalogue: Catalogue, options: Options, request: Request
) -> Iterator[tuple[int, AppReport]]:
    if len(paths) == 1:
        yield 0, _single(paths[0], catalogue, options)
        return
    from appscan.fleet import batch  # noqa: PLC0415 - not for one app

    limits = batch.Limits(min(request.jobs, len(paths)), request.timeout, request.memory)
    results = batch.run(paths, catalogue, options, limits)
    if request.quiet or not sys.stderr.isatty():
        yield from results
        return
    from appscan.cli.progress import shown  # noqa: PLC0415 - only on a terminal

    yield from shown(results, len(paths))


def _single(path: Path, catalogue: Catalogue, options: Options) -> AppReport:
    try:
        return scan_one(path, catalogue, options)
    except InputError as error:
        return failed(str(path), error, options.lang)


def _report(apps: Sequence[AppReport], catalogue: Catalogue, request: Request) -> Report:
    return Report(
        schema_version=SCHEMA_VERSION,
        language=request.lang,
        tool=TOOL,
        knowledge=knowledge_row(catalogue.knowledge, catalogue.checklist, map(str, request.checklists), request.lang),
        apps=tuple(apps),
        summary=summarise(apps, Gate(request.fail_on, request.allow_incomplete)),
    )


def _write(wanted: Sequence[Target], report: Report, request: Request) -> None:
    for target in wanted:
        if target.format == TEXT and target.path is None:
            if not request.quiet:
                from appscan.renderers import text  # noqa: PLC0415 - rich is only needed here

                text.print_report(report, text.stdout_console(), verbose=request.verbose)
        else:
            write(renderers.load(target.format).render(report), target.path)


def _complain(report: Report, wanted: Sequence[Target], *, quiet: bool) -> None:
    """Unreadable inputs are said on stderr where no text report says them on stdout."""
    from appscan.renderers._safe import clean  # noqa: PLC0415 - only where it is needed

    if not quiet and any(target.format == TEXT and target.path is None for target in wanted):
        return
    for app in report.apps:
        if app.failure:
            sys.stderr.write(f"appscan: {clean(app.failure.message)}\n")


class _Stream:
    """A jsonl output that is written line by line as apps finish."""

    def __init__(self, target: Target, catalogue: Catalogue, request: Request) -> None:
        self._path = target.path
        self._head = jsonl.head(TOOL, catalogue.knowledge.sha256, request.lang)
        if self._path is not None:
            write("", self._path)

    def add(self, app: AppReport) -> None:
        self._line(jsonl.render_app(app, self._head))

    def end(self, summary: Summary) -> None:
        self._line(jsonl.render_summary(summary, self._head))

    def _line(self, line: str) -> None:
        if self._path is None:
            write(line, None)
            return
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line)
