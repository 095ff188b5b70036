"""`appscan match-stack`: a stack trace from a store's or regulator's notice, found again in the APK."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from appscan.cli.language import default_language
from appscan.cli.options import Checklists, Lang


def match_stack(
    apk: Annotated[Path, typer.Argument(help="The APK, or facts that `inspect` wrote.")],
    stack: Annotated[
        Path, typer.Argument(help="A text file (UTF-8 or GB18030) that holds the stack trace in any shape; -: stdin.")
    ],
    *,
    form: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="text or json.")] = "text",
    lang: Lang = None,
    checklists: Checklists = None,
) -> None:
    """Find a stack trace in an APK: whose code each frame is, the sensitive call, the path from the start, the fix.

    Exits with 0 where a frame is in the APK, with 1 where none is (it may need the mapping file of its build), and with
    3 where the text holds no stack frame at all.
    """
    from appscan.catalogue import store  # noqa: PLC0415 - late, as all that is heavy
    from appscan.cli.matched import print_match  # noqa: PLC0415

    catalogue = store.load(checklists or ())
    found = print_match(catalogue, apk, stack, lang or default_language(), as_json=form == "json")
    raise typer.Exit(0 if found else 1)
