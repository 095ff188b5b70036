"""Options that several commands share."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from appscan.report.model import Language

Profiles = Literal["miit", "finance", "minors", "store", "full"]

Lang = Annotated[
    Language | None, typer.Option("--lang", help="Language of the report: zh or en. Default: from the locale.")
]
Checklists = Annotated[
    list[Path] | None,
    typer.Option(
        "--checklists", "--knowledge", help="A folder laid over the built-in checklists: adds or replaces. Repeatable."
    ),
]
Policy = Annotated[
    list[Path] | None,
    typer.Option("--policy", help="The privacy policy: HTML, TXT, Markdown, DOCX or PDF. Repeatable, or a folder."),
]
PolicyUrl = Annotated[
    list[str] | None,
    typer.Option("--policy-url", help="Fetch the privacy policy from this address (http, https). Repeatable."),
]
EntryMb = Annotated[int, typer.Option("--max-entry-mb", min=1, help="How far one archive entry may inflate, MiB.")]
TotalMb = Annotated[int, typer.Option("--max-total-mb", min=1, help="How far an archive may inflate in all, MiB.")]

DEFAULT_ENTRY_MB = 512
DEFAULT_TOTAL_MB = 4096
