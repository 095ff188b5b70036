"""`appscan sdks`: the knowledge of SDKs, listed, shown, searched, and matched against an app."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from appscan.cli.language import default_language
from appscan.cli.options import Checklists, Lang

app = typer.Typer(no_args_is_help=True, help="The SDKs that appscan knows, and which of them are in an app.")

Format = Annotated[Literal["text", "json"], typer.Option("--format", help="For reading, or JSON on stdout.")]


@app.command("list")
def list_sdks(
    *,
    category: Annotated[str, typer.Option(help="Only SDKs of this category, such as push or ads.")] = "",
    market: Annotated[
        Literal["cn", "global", ""], typer.Option(help="Only SDKs of the Chinese, or the global market.")
    ] = "",
    form: Format = "text",
    lang: Lang = None,
    checklists: Checklists = None,
) -> None:
    """List SDKs: name, category, maker, whether they handle personal information."""
    from appscan.catalogue import store  # noqa: PLC0415 - late, as all that is heavy
    from appscan.cli import sdk_tables  # noqa: PLC0415

    knowledge = store.load(checklists or ()).knowledge
    found = [each for each in knowledge.sdks if category in ("", each.category) and market in ("", each.market)]
    sdk_tables.listed(found, lang or default_language(), as_json=form == "json")


@app.command("show")
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="The id of an SDK.")],
    *,
    form: Format = "text",
    lang: Lang = None,
    checklists: Checklists = None,
) -> None:
    """Show one SDK: how it is found, what policies call it, what it collects, how it can be held back."""
    from appscan.catalogue import store  # noqa: PLC0415
    from appscan.cli import sdk_shown  # noqa: PLC0415

    sdk_shown.shown(store.load(checklists or ()), name, lang or default_language(), as_json=form == "json")


@app.command("search")
def search(
    text: Annotated[str, typer.Argument(help="A part of a name, alias, maker, class prefix, library or host.")],
    *,
    form: Format = "text",
    lang: Lang = None,
    checklists: Checklists = None,
) -> None:
    """Find SDKs by a name in any language, by their maker, or by the class that a stack trace shows."""
    from appscan.catalogue import store  # noqa: PLC0415
    from appscan.cli import sdk_tables  # noqa: PLC0415

    knowledge = store.load(checklists or ()).knowledge
    sdk_tables.listed(sdk_tables.matching(knowledge, text), lang or default_language(), as_json=form == "json")


@app.command("match")
def match(
    apk: Annotated[Path, typer.Argument(help="The APK, an archive of split APKs, or facts that `inspect` wrote.")],
    *,
    form: Format = "text",
    lang: Lang = None,
    checklists: Checklists = None,
) -> None:
    """Say which SDKs are in an app, their version, and what proves it."""
    from appscan.catalogue import store  # noqa: PLC0415
    from appscan.cli import sdk_tables  # noqa: PLC0415

    sdk_tables.matched(store.load(checklists or ()), apk, lang or default_language(), as_json=form == "json")
