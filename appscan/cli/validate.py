"""Reads all checklists afresh and proves that they fit together and that their examples hold."""

from collections.abc import Sequence
from pathlib import Path

from appscan import strict_yaml
from appscan.catalogue import joins
from appscan.catalogue.compile import compile_folders
from appscan.errors import ChecklistError
from appscan.examples import faults


def validate_all(folders: Sequence[Path]) -> str:
    """A line that counts what was checked. Raises `ChecklistError` with every faulty example's file and line."""
    raw, tables = compile_folders(folders)
    catalogue = joins.check(raw, tables)
    wrong: list[str] = []
    for item in catalogue.checklist.items:
        source = tables["items"][item.id][1]
        found = faults(item, catalogue.checklist, catalogue.knowledge)
        wrong += [str(strict_yaml.fault(source.path, source.line("examples"), each)) for each in found]
    if wrong:
        raise ChecklistError("\n".join(wrong))
    counts = ", ".join(f"{len(table)} {name}" for name, table in tables.items())
    examples = sum(len(item.examples) for item in catalogue.checklist.items)
    return f"{counts}; {examples} item examples hold. sha256 {catalogue.knowledge.sha256}"
