"""Reads all checklists afresh and proves that they fit together and that their examples hold."""

from collections.abc import Sequence
from pathlib import Path

from appscan import strict_yaml
from appscan.catalogue import joins
from appscan.catalogue.compile import Tables, compile_folders
from appscan.errors import ChecklistError
from appscan.examples import faults
from appscan.sdks import Matcher, Names


def validate_all(folders: Sequence[Path]) -> str:
    """A line that counts what was checked. Raises `ChecklistError` with every faulty example's file and line."""
    raw, tables = compile_folders(folders)
    catalogue = joins.check(raw, tables)
    wrong: list[str] = []
    for item in catalogue.checklist.items:
        source = tables["items"][item.id][1]
        found = faults(item, catalogue.checklist, catalogue.knowledge)
        wrong += [str(strict_yaml.fault(source.path, source.line("examples"), each)) for each in found]
    wrong += _sdk_faults(tables)
    if wrong:
        raise ChecklistError("\n".join(wrong))
    counts = ", ".join(f"{len(table)} {name}" for name, table in tables.items())
    examples = sum(len(item.examples) for item in catalogue.checklist.items)
    return f"{counts}; {examples} item examples hold. sha256 {catalogue.knowledge.sha256}"


def _sdk_faults(tables: Tables) -> list[str]:
    """SDK examples that do not hold: a name taken for the wrong SDK, or for none."""
    sdks = [sdk for sdk, _ in tables["sdks"].values()]
    matcher = Matcher(sdks)
    named = Names(
        (name, sdk.id) for sdk in sdks for name in (*sdk.signatures.components, *sdk.signatures.native_libraries)
    )
    wrong = []
    for sdk, source in tables["sdks"].values():
        for expected, names in ((True, sdk.examples.match), (False, sdk.examples.no_match)):
            for name in names:
                hit = matcher.match(name)
                found = (hit is not None and hit[0] == sdk.id) or (hit is None and sdk.id in named.owners(name))
                if found is not expected:
                    said = "is not taken for this SDK" if expected else "is taken for this SDK"
                    wrong.append(str(strict_yaml.fault(source.path, source.line("examples"), f"`{name}` {said}")))
    return wrong
