"""Data: the catalogue, and which folders of `checklists/` it is made of."""

from collections.abc import Iterator
from pathlib import Path

from appscan.checklist import Checklist
from appscan.errors import ChecklistError
from appscan.facts import Frozen
from appscan.knowledge import Knowledge

FOLDER_NAMES = (
    "documents", "items", "app-types", "service-types", "problems", "sdks", "data-types", "umbrellas", "behaviours",
    "apis", "permissions", "identifier-purposes", "packers", "sources", "domains", "callbacks", "gates",
    "system-starts", "repeaters", "consent-words", "clauses", "wording",
)  # fmt: skip


class Catalogue(Frozen, frozen=True):
    """Knowledge and checklist as compiled from one folder, or from several laid over each other."""

    knowledge: Knowledge
    checklist: Checklist


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every YAML file with the name of its top folder, in a fixed order. A stray file or folder is an error."""
    if not folder.is_dir():
        raise ChecklistError(f"{folder}: not a folder of checklists")
    for top in sorted(folder.iterdir()):
        if top.name.startswith(".") or top.suffix == ".md":
            continue
        if top.name not in FOLDER_NAMES or not top.is_dir():
            raise ChecklistError(f"{top}: not one of {', '.join(FOLDER_NAMES)}")
        for path in sorted(top.rglob("*")):
            if path.suffix in (".yaml", ".yml") and path.is_file():
                yield top.name, path
            elif not path.is_dir() and path.suffix != ".md" and not path.name.startswith("."):
                raise ChecklistError(f"{path}: not a YAML file")
