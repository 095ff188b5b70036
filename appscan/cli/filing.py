"""`appscan filing`: what the app filing form asks for, read from the APK."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from appscan.cli.language import default_language
from appscan.cli.options import Checklists, Lang


def filing(
    apk: Annotated[Path, typer.Argument(help="The APK, an archive of split APKs, or facts that `inspect` wrote.")],
    *,
    number: Annotated[
        str,
        typer.Option("--number", help="The app's filing number, to be checked: its format, and whether it is shown."),
    ] = "",
    form: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="For reading, or JSON.")] = "text",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write here instead of to stdout.")] = None,
    lang: Lang = None,
    checklists: Checklists = None,
) -> None:
    """Print what the app filing form asks for: name, package, certificate MD5, public key, filing numbers shown."""
    from appscan.catalogue import store  # noqa: PLC0415 - late, as all that is heavy
    from appscan.cli import filing_shown  # noqa: PLC0415
    from appscan.cli.output import write  # noqa: PLC0415
    from appscan.filing import filing_form  # noqa: PLC0415
    from appscan.renderers._json import encode  # noqa: PLC0415
    from appscan.scan import Options, Told, read_facts  # noqa: PLC0415
    from appscan.scene import Scene  # noqa: PLC0415

    catalogue, language = store.load(checklists or ()), lang or default_language()
    facts = read_facts(apk, catalogue, Options(told=Told(filing_number=number), lang=language))
    made = filing_form(Scene(facts, catalogue.knowledge))
    if form == "json" or (output and output.suffix.lower() == ".json"):
        write(encode(made, indent=2) + "\n", output)
    else:
        write("".join(f"{each}\n" for each in filing_shown.lines(made, language)), output)
