"""`appscan trace`: the call paths by which sensitive APIs can run when the app starts, as stack traces."""

from pathlib import Path
from typing import Annotated

import typer

from appscan.cli.language import default_language
from appscan.cli.options import Checklists, Lang


def trace(
    apk: Annotated[Path, typer.Argument(help="The APK, or facts that `inspect` wrote.")],
    *,
    api: Annotated[
        list[str] | None,
        typer.Option("--api", help="Only APIs, fields or data types that hold this text. Repeatable."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Also calls that no path from the start leads to.")] = False,
    lang: Lang = None,
    checklists: Checklists = None,
) -> None:
    """Print, for each sensitive call, the shortest path from the app's start: innermost frame first, SDKs named."""
    from appscan.catalogue import store  # noqa: PLC0415 - late, as all that is heavy
    from appscan.cli.traced import print_traces  # noqa: PLC0415

    print_traces(store.load(checklists or ()), apk, tuple(api or ()), lang or default_language(), every=every)
