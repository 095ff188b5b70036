"""`appscan scan`: audit one app or many."""

import os
from pathlib import Path
from typing import Annotated

import typer

from appscan.cli.language import default_language
from appscan.cli.options import (
    DEFAULT_ENTRY_MB,
    DEFAULT_TOTAL_MB,
    Checklists,
    EntryMb,
    Lang,
    Policy,
    PolicyUrl,
    Profiles,
    TotalMb,
)
from appscan.report.model import FailOn


def scan(  # noqa: PLR0913 - one parameter an option
    inputs: Annotated[
        list[Path],
        typer.Argument(help="APKs, also split (.apks, .xapk, .apkm), folders of APKs, or facts that `inspect` wrote."),
    ],
    *,
    policy: Policy = None,
    policy_url: PolicyUrl = None,
    app_type: Annotated[
        str, typer.Option("--app-type", help="One of the 39 app types, by id or name (`checklists list --app-types`).")
    ] = "",
    profile: Annotated[
        Profiles | None, typer.Option(help="Which duties: miit (default), with finance or minors on top, store, full.")
    ] = None,
    attribute: Annotated[
        list[str] | None,
        typer.Option(
            "--attribute", help="What a scan cannot see, as has_accounts=yes or serves_minors=no. Repeatable."
        ),
    ] = None,
    config: Annotated[
        Path | None, typer.Option(help="Configuration: profile, app type, attributes. Default: appscan.toml here.")
    ] = None,
    formats: Annotated[
        list[str] | None, typer.Option("--format", "-f", help="text, json or jsonl. Repeatable.")
    ] = None,
    output: Annotated[
        list[Path] | None,
        typer.Option("--output", "-o", help="Write to a file, by its suffix or --format. Repeatable."),
    ] = None,
    lang: Lang = None,
    previous: Annotated[
        Path | None,
        typer.Option(help="The JSON report of an earlier version: says what is new, repeated, changed or resolved."),
    ] = None,
    fail_on: Annotated[FailOn, typer.Option(help="Exit 1 from this severity on.")] = "high",
    allow_incomplete: Annotated[
        bool, typer.Option("--allow-incomplete", help="No exit 4 where the gate could not see all it needs.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Apps at once; 0: one a core.")] = 0,
    timeout: Annotated[float, typer.Option(min=0, help="Seconds for one app of a batch; 0: no limit.")] = 300,
    memory_mb: Annotated[
        int, typer.Option(min=0, help="MiB of address space for one app of a batch; 0: no limit.")
    ] = 4096,
    max_entry_mb: EntryMb = DEFAULT_ENTRY_MB,
    max_total_mb: TotalMb = DEFAULT_TOTAL_MB,
    checklists: Checklists = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show what passed and what to look at, too.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar, and no text report on stdout.")
    ] = False,
) -> None:
    """Audit APKs against the checklists: findings with their evidence and clause, and an exit code."""
    from appscan.cli import run  # noqa: PLC0415 - late, as all that is heavy

    code = run.run(
        run.Request(
            inputs=inputs,
            policy=tuple(policy or ()),
            policy_urls=tuple(policy_url or ()),
            app_type=app_type,
            profile=profile,
            attributes=attribute or [],
            config=config,
            formats=formats or [],
            outputs=output or [],
            lang=lang or default_language(),
            previous=previous,
            fail_on=fail_on,
            allow_incomplete=allow_incomplete,
            jobs=jobs or os.cpu_count() or 1,
            timeout=timeout,
            memory=memory_mb,
            max_entry_mb=max_entry_mb,
            max_total_mb=max_total_mb,
            checklists=checklists or [],
            verbose=verbose,
            quiet=quiet,
        )
    )
    raise typer.Exit(code)
