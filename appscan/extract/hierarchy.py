"""The classes that an app defines over all its DEX files. The first definition wins, as on a device."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import repeat

from appscan.dex.index import Dex

MAX_DEPTH = 64


class Hierarchy:
    """Superclasses of the defined classes, by descriptor."""

    def __init__(self, dexes: Sequence[Dex]) -> None:
        self.parents: dict[str, str] = {}
        self.duplicates: dict[str, set[str]] = {}
        """DEX name → classes that an earlier DEX already defined."""
        self._count: dict[str, int] = {}
        """DEX name → how many classes of `parents` it defines, in their order."""
        for dex in dexes:
            again: set[str] = set()
            before = len(self.parents)
            for name, parent in dex.superclasses():
                if name in self.parents:
                    again.add(name)
                else:
                    self.parents[name] = parent
            if again:
                self.duplicates[dex.name] = again
            self._count[dex.name] = self._count.get(dex.name, 0) + len(self.parents) - before

    def chain(self, name: str) -> tuple[str, ...]:
        """The superclasses of a class, nearest first, up to the first that the app does not define."""
        found: list[str] = []
        seen = {name}
        parent = self.parents.get(name, "")
        while parent and parent not in seen and len(found) < MAX_DEPTH:
            found.append(parent)
            seen.add(parent)
            parent = self.parents.get(parent, "")
        return tuple(found)

    def derived_from(self, bases: frozenset[str]) -> dict[str, str]:
        """App-defined class → the watched class that it extends, directly or through other app classes."""
        children: dict[str, list[str]] = defaultdict(list)
        for name, parent in self.parents.items():
            children[parent].append(name)
        found: dict[str, str] = {}
        for base in sorted(bases):
            level = children.get(base, [])
            for _ in range(MAX_DEPTH):
                fresh = [name for name in level if name not in found]
                found.update(dict.fromkeys(fresh, base))
                level = [child for name in fresh for child in children.get(name, [])]
                if not level:
                    break
        return found

    def packages(self) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
        """`classes` and `class_files` of `Code`."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        places = (place for dex, count in self._count.items() for place in repeat(dex, count))
        for descriptor, place in zip(self.parents, places, strict=True):
            package, _, name = descriptor[1:-1].replace("/", ".").rpartition(".")
            found[package].append((name, place))
        classes: dict[str, tuple[str, ...]] = {}
        files: dict[str, tuple[str, ...]] = {}
        for package in sorted(found):
            pairs = sorted(found[package])
            classes[package] = tuple(name for name, _ in pairs)
            distinct = {place for _, place in pairs}
            files[package] = tuple(distinct) if len(distinct) == 1 else tuple(place for _, place in pairs)
        return classes, files
