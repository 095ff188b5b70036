"""`appscan disclose`: the collection list and the third-party SDK list, from what the code shows."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from appscan.cli.options import Checklists, Policy
from appscan.errors import UsageError
from appscan.report.model import Language


def disclose(
    apk: Annotated[Path, typer.Argument(help="The APK, an archive of split APKs, or facts that `inspect` wrote.")],
    *,
    policy: Policy = None,
    form: Annotated[
        Literal["md", "html", "docx", "xlsx", "json"] | None,
        typer.Option("--format", "-f", help="Default: by the ending of --output, else Markdown."),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write here instead of to stdout.")] = None,
    lang: Annotated[
        Language, typer.Option("--lang", help="Language of the lists: zh (default, as the rules ask for) or en.")
    ] = "zh",
    checklists: Checklists = None,
) -> None:
    """Write the two lists that the rules ask for: what is collected, and which SDKs get what.

    With --policy: purposes as the policy states them, and how its own list differs from what the code shows.
    """
    from appscan.disclose.formats import chosen, rendered  # noqa: PLC0415 - late, as all that is heavy

    name = chosen(form or "", output)
    if output and output.resolve() in {each.resolve() for each in (apk, *(policy or ()))}:
        raise UsageError(f"--output {output}: it is an input", f"--output {output}：与输入相同")

    import msgspec  # noqa: PLC0415

    from appscan.catalogue import store  # noqa: PLC0415
    from appscan.cli.output import write_bytes  # noqa: PLC0415
    from appscan.cli.run import read_policy  # noqa: PLC0415
    from appscan.disclose.build import disclosure  # noqa: PLC0415
    from appscan.scan import Options, read_facts  # noqa: PLC0415
    from appscan.scene import Scene  # noqa: PLC0415
    from appscan.sdks import find_sdks  # noqa: PLC0415

    catalogue = store.load(checklists or ())
    facts = read_facts(apk, catalogue, Options(read_policy(policy or (), (), catalogue)))
    facts = msgspec.structs.replace(facts, sdks=find_sdks(facts, catalogue.knowledge.sdks))
    write_bytes(rendered(disclosure(Scene(facts, catalogue.knowledge), lang), name), output)
