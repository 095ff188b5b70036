"""`appscan explain`: what an item asks, why it matters, how it is decided and how to fix a breach."""

from typing import Annotated

import typer

from appscan.cli.language import default_language
from appscan.cli.options import Checklists, Lang


def explain(
    name: Annotated[str, typer.Argument(metavar="ID", help="An item's id, as findings show it, e.g. A191-2-1.")],
    *,
    lang: Lang = None,
    checklists: Checklists = None,
) -> None:
    """Explain an item: clause, question, why, how to fix it, what a person must look at."""
    from appscan.catalogue import store  # noqa: PLC0415 - late, as all that is heavy
    from appscan.cli.explained import explain_item  # noqa: PLC0415

    explain_item(store.load(checklists or ()), name, lang or default_language())
