"""`appscan match-stack`: a stack trace from a store's or regulator's notice, found again in the APK."""

from pathlib import Path
from typing import Annotated

import typer

from appscan.cli.language import default_language
from appscan.cli.options import Checklists, Lang


def match_stack(
    apk: Annotated[Path, typer.Argument(help="The APK, or facts that `inspect` wrote.")],
    stack: Annotated[Path, typer.Argument(help="A text file with the stack trace, innermost frame first.")],
    *,
    lang: Lang = None,
    checklists: Checklists = None,
) -> None:
    """Find the frames of a stack trace in an APK: whose code each is, and the path from the app's start."""
    from appscan.catalogue import store  # noqa: PLC0415 - late, as all that is heavy
    from appscan.cli.matched import print_match  # noqa: PLC0415

    print_match(store.load(checklists or ()), apk, stack, lang or default_language())
