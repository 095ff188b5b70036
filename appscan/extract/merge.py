"""Several APKs laid over each other: what the base has stands, what only a split has is added."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from appscan.extract.archive import Archive
from appscan.extract.manifest import Manifest
from appscan.extract.package import Package
from appscan.extract.resources import Resources


def merged(packages: Sequence[Package]) -> Package:
    """One app of a base and its splits. The signing is the base's."""
    archives = [archive for each in packages for archive in each.archives]
    tables = [each.table for each in packages if each.table is not None]
    return packages[0]._replace(
        archives=archives,
        entries=Layers(archives),
        root=_manifest(packages[0].root, [each.root for each in packages[1:]]),
        table=Tables(tables) if tables else None,
    )


class Layers:
    """The entries of several archives, each path once: the first that has it."""

    def __init__(self, archives: Iterable[Archive]) -> None:
        self.entries: dict[str, Archive] = {}
        for archive in archives:
            for name in archive.entries:
                self.entries.setdefault(name, archive)

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def size(self, name: str) -> int:
        """The size that is declared for an entry, in bytes."""
        return self.entries[name].size(name)

    def read(self, name: str) -> bytes:
        """An entry's bytes. Raises `EntryError` and `LimitError`."""
        return self.entries[name].read(name)

    def place(self, name: str) -> str:
        """The entry as evidence names it."""
        return self.entries[name].place(name)


class Tables:
    """Several of androguard's resource tables as one: splits hold a resource's values for other languages."""

    def __init__(self, tables: Sequence[Any]) -> None:
        self._tables = tables

    def get_resolved_res_configs(self, number: int) -> list[tuple[Any, Any]]:
        """(configuration, value) pairs of a resource, the base's first."""
        return [pair for pairs in self._each(lambda table: table.get_resolved_res_configs(number)) for pair in pairs]

    def get_resource_xml_name(self, number: int) -> str | None:
        """`@com.x:id/button`, from the first table that knows it."""
        return next(filter(None, self._each(lambda table: table.get_resource_xml_name(number))), None)

    def _each(self, ask: Callable[[Any], Any]) -> Iterator[Any]:
        for table in self._tables:
            try:
                yield ask(table)
            except Exception:  # noqa: BLE001, S112 - what trips the parser in one table must not hide another's answer
                continue


def _manifest(root: Any, others: Iterable[Any]) -> Any:
    """The base's tree with the elements that only splits have."""
    manifest = Manifest(root, Resources(None))
    for other in others:
        inside = other.find("application")
        if manifest.application is not None and inside is not None:
            _add(manifest, manifest.application, inside)
            other.remove(inside)
        _add(manifest, root, other)
    return root


def _add(manifest: Manifest, parent: Any, source: Any) -> None:
    known = {_key(manifest, each) for each in parent}
    for each in list(source):
        key = _key(manifest, each)
        if not key[1] or key not in known:
            known.add(key)
            parent.append(each)


def _key(manifest: Manifest, element: Any) -> tuple[Any, str]:
    """What an element is: a component by its full class name. One without a name is never the same as another."""
    return element.tag, manifest.class_name(manifest.get(element, "name"))
