"""`appscan inspect`: the facts of one APK as JSON, judged by nothing."""

from pathlib import Path
from typing import Annotated

import typer

from appscan.cli.options import DEFAULT_ENTRY_MB, DEFAULT_TOTAL_MB, Checklists, EntryMb, Policy, PolicyUrl, TotalMb


def inspect(
    apk: Annotated[Path, typer.Argument(help="The APK.")],
    *,
    policy: Policy = None,
    policy_url: PolicyUrl = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write here instead of to stdout.")] = None,
    checklists: Checklists = None,
    max_entry_mb: EntryMb = DEFAULT_ENTRY_MB,
    max_total_mb: TotalMb = DEFAULT_TOTAL_MB,
) -> None:
    """Print the facts of an APK as JSON. `appscan scan` takes the file in place of the APK."""
    import msgspec  # noqa: PLC0415 - late, as all that is heavy

    from appscan.catalogue import store  # noqa: PLC0415
    from appscan.cli.output import write  # noqa: PLC0415
    from appscan.cli.run import read_policy  # noqa: PLC0415
    from appscan.extract.archive import MIB, Bounds  # noqa: PLC0415
    from appscan.scan import Options, read_facts  # noqa: PLC0415

    bounds = Bounds(max_entry_mb * MIB, max_total_mb * MIB)
    catalogue = store.load(checklists or ())
    given = read_policy(policy or (), policy_url or (), catalogue)
    facts = read_facts(apk, catalogue, Options(given, bounds=bounds))
    write(msgspec.json.format(msgspec.json.encode(facts), indent=2).decode() + "\n", output)
