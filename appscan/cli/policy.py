"""`appscan policy`: a privacy policy by itself, with no app to compare it with."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from appscan.cli.language import default_language
from appscan.cli.options import Checklists, Lang, PolicyUrl


def policy(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="HTML, TXT, Markdown, DOCX and PDF files, or folders of them: one policy. `-` is stdin."),
    ] = None,
    *,
    policy_url: PolicyUrl = None,
    form: Annotated[
        Literal["text", "json", "html"], typer.Option("--format", "-f", help="For reading, JSON, or one page.")
    ] = "text",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write here instead of to stdout.")] = None,
    lang: Lang = None,
    checklists: Checklists = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Quote every sentence, show every entry.")] = False,
) -> None:
    """Read a privacy policy: clauses that are there or missing, what it states, whom it names, unfair wording."""
    from appscan.cli import audited  # noqa: PLC0415 - late, as all that is heavy

    request = audited.Request(
        tuple(files or ()), tuple(policy_url or ()), form, output, lang or default_language(), verbose
    )
    audited.audit_policy(request, tuple(checklists or ()))
