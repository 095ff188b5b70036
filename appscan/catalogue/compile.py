"""Reads the YAML folders of `checklists/` into one value. Every fault names file and line."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from appscan import strict_yaml
from appscan.catalogue.model import Catalogue, files_of
from appscan.catalogue.switches import switched
from appscan.checklist import AppType, Checklist, Document, Item, Problem, ServiceType
from appscan.knowledge import (
    Api,
    Behaviour,
    Callback,
    ClausePattern,
    ConsentWords,
    DataType,
    Domain,
    IdentifierPurpose,
    Knowledge,
    KnownPermission,
    Packer,
    Reference,
    Repeater,
    Sdk,
    StoredFlag,
    SystemStart,
    Umbrella,
    WordingPattern,
)


class Folder(NamedTuple):
    """A folder of `checklists/`: the type of its values, the field that names them, one or many a file."""

    kind: type[Any]
    key: str = "id"
    many: bool = False


FOLDERS = {
    "documents": Folder(Document),
    "items": Folder(Item),
    "app-types": Folder(AppType),
    "service-types": Folder(ServiceType),
    "problems": Folder(Problem, many=True),
    "sdks": Folder(Sdk),
    "data-types": Folder(DataType),
    "umbrellas": Folder(Umbrella, "words", many=True),
    "behaviours": Folder(Behaviour, many=True),
    "apis": Folder(Api, "", many=True),
    "permissions": Folder(KnownPermission, "name", many=True),
    "identifier-purposes": Folder(IdentifierPurpose),
    "packers": Folder(Packer),
    "sources": Folder(Reference, many=True),
    "domains": Folder(Domain, "domain", many=True),
    "callbacks": Folder(Callback, "type", many=True),
    "gates": Folder(StoredFlag, "", many=True),
    "repeaters": Folder(Repeater, "", many=True),
    "system-starts": Folder(SystemStart, "action", many=True),
    "consent-words": Folder(ConsentWords),
    "clauses": Folder(ClausePattern),
    "wording": Folder(WordingPattern),
}


class Source(NamedTuple):
    """Where a value came from: the file, and its place among the file's entries (-1: the whole file)."""

    path: Path
    entry: int = -1

    def line(self, *keys: str) -> int:
        """The line of a key path inside the value, as near as it can be told."""
        if self.entry < 0:
            return strict_yaml.line_of(self.path, *keys)
        return strict_yaml.line_of(self.path, f"entries[{self.entry}]", *keys)


Table = dict[str, tuple[Any, Source]]
Tables = dict[str, Table]
Fault = tuple[Source, tuple[str, ...], str]
"""What a check finds: the source, the key path inside the value, and what is wrong."""


def compile_folders(folders: Sequence[Path]) -> tuple[Catalogue, Tables]:
    """The folders laid over each other: a later one adds values or replaces those of the same id.

    Returns the catalogue and, for checks, each value with its source. Raises `ChecklistError`.
    """
    tables: Tables = {name: {} for name in FOLDERS}
    digest = hashlib.sha256()
    changes: dict[str, bool] = {}
    for index, folder in enumerate(folders):
        read = _read_folder(folder, tables, digest)
        changes |= {name: changes.get(name, replaces) for name, replaces in read.items()} if index else {}
    values = {name: tuple(value for value, _ in table.values()) for name, table in tables.items()}
    knowledge = Knowledge(
        sha256=digest.hexdigest(),
        sdks=values["sdks"],
        data_types=values["data-types"],
        umbrellas=values["umbrellas"],
        behaviours=values["behaviours"],
        apis=(*values["apis"], *switched(values["sdks"], values["apis"])),
        permissions=values["permissions"],
        identifier_purposes=values["identifier-purposes"],
        packers=values["packers"],
        domains=values["domains"],
        clauses=values["clauses"],
        wording=values["wording"],
        callbacks=values["callbacks"],
        stored_flags=values["gates"],
        system_starts=values["system-starts"],
        repeaters=values["repeaters"],
        consent_words=values["consent-words"],
        references=values["sources"],
        added=tuple(name for name, replaces in changes.items() if not replaces),
        replaced=tuple(name for name, replaces in changes.items() if replaces),
    )
    checklist = Checklist(
        documents=values["documents"],
        items=values["items"],
        app_types=values["app-types"],
        service_types=values["service-types"],
        problems=values["problems"],
    )
    return Catalogue(knowledge=knowledge, checklist=checklist), tables


def _read_folder(folder: Path, tables: Tables, digest: "hashlib._Hash") -> dict[str, bool]:
    """Each entry of the folder, as `sdks/my-sdk`, and whether it takes the place of an earlier folder's."""
    seen: dict[tuple[str, str], Source] = {}
    changes: dict[str, bool] = {}
    for top, path in files_of(folder):
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        digest.update(path.read_bytes())
        for key, value, source in _values(FOLDERS[top], path):
            if (top, key) in seen:
                first = seen[top, key]
                where = f"{first.path}:{first.line()}"
                raise strict_yaml.fault(path, source.line(), f"`{key}` is already in {where}")
            seen[top, key] = source
            changes[f"{top}/{key}"] = key in tables[top]
            tables[top][key] = (value, source)
    return changes


def _values(folder: Folder, path: Path) -> Iterator[tuple[str, Any, Source]]:
    if not folder.many:
        value = strict_yaml.read(path, folder.kind)
        key = str(getattr(value, folder.key))
        if key != path.stem:
            raise strict_yaml.fault(path, strict_yaml.line_of(path, folder.key), f"`{key}` is not the file's name")
        yield key, value, Source(path)
        return
    holder = msgspec.defstruct("Entries", [("entries", tuple[folder.kind, ...])], forbid_unknown_fields=True)  # type: ignore[name-defined]
    for index, value in enumerate(strict_yaml.read(path, holder).entries):  # type: ignore[attr-defined]
        yield _key(folder, value), value, Source(path, index)


def _key(folder: Folder, value: Any) -> str:
    if isinstance(value, Api):
        return f"{value.kind} {value.target}->{value.member}{value.descriptor if value.descriptor != '*' else ''}"
    if isinstance(value, StoredFlag | Repeater):
        return f"{value.type}->{value.member}"
    return str(getattr(value, folder.key))
