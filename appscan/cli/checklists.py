"""`appscan checklists`: what is checked, and whether the files fit together."""

from typing import Annotated, Literal

import typer

from appscan.cli.language import default_language
from appscan.cli.options import Checklists, Lang

app = typer.Typer(no_args_is_help=True, help="List, show and validate the checklists.")


@app.command("list")
def list_items(
    *,
    lang: Lang = None,
    checklists: Checklists = None,
    app_types: Annotated[bool, typer.Option("--app-types", help="The 39 app types instead of the items.")] = False,
) -> None:
    """List the items by document, each with its decision class; or the app types."""
    from appscan.catalogue import store  # noqa: PLC0415 - late, as all that is heavy
    from appscan.cli import tables  # noqa: PLC0415

    catalogue = store.load(checklists or ())
    show = tables.app_types if app_types else tables.items
    show(catalogue.checklist, lang or default_language())


@app.command("show")
def show_item(
    name: Annotated[str, typer.Argument(metavar="ID", help="An item, document, SDK, data type or app type.")],
    *,
    checklists: Checklists = None,
) -> None:
    """Show one entry as it stands in the checklists."""
    from appscan.catalogue import store  # noqa: PLC0415
    from appscan.cli import tables  # noqa: PLC0415

    tables.entry(store.load(checklists or ()), name)


@app.command("coverage")
def coverage(
    *,
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="For reading, or JSON on stdout.")] = "text",
    lang: Lang = None,
    checklists: Checklists = None,
) -> None:
    """Say how many duties of each document, and how many named problems, are decided, assisted or left to a person."""
    from appscan.catalogue import store  # noqa: PLC0415
    from appscan.cli import coverage_table  # noqa: PLC0415

    checklist = store.load(checklists or ()).checklist
    coverage_table.show(checklist, lang or default_language(), as_json=form == "json")


@app.command("validate")
def validate(*, checklists: Checklists = None) -> None:
    """Read every file afresh, check all joins, and run every item's examples. Exit 2 with file and line on a fault."""
    from appscan.catalogue import store  # noqa: PLC0415
    from appscan.cli.validate import validate_all  # noqa: PLC0415

    typer.echo(validate_all([store.builtin_folder(), *(checklists or ())]))
