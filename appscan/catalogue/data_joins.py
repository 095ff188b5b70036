"""Checks of data types, umbrella words, permissions and APIs against each other."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from appscan.catalogue.compile import Fault, Source, Tables
from appscan.knowledge import DataType, KnownPermission

EITHER, BOTH = re.compile(r"\s*/\s*"), re.compile(r"\s*\+\s*")

PLATFORM = "android.permission."
API_LEVEL = re.compile(r"(?:<=)?\d+|\d+-\d+|")
"""A level; `<=4` where earlier ones were not looked at; `20-21` where the list of one of the two is missing."""


def data_faults(tables: Tables) -> Iterator[Fault]:
    """Every fault of these folders: where it stands, and what is wrong."""
    yield from _words(tables)
    for kind, source in tables["data-types"].values():
        if (kind.sensitivity == "sensitive") != (kind.sensitive_35273 or bool(kind.sensitive_45574)):
            message = "`sensitive` rests on `sensitive_35273` or `sensitive_45574`, and goes with either"
            yield source, ("sensitivity",), message
    yield from _umbrellas(tables)
    for permission, source in tables["permissions"].values():
        yield from _permission(permission, source)
    names = tuple(tables["permissions"])
    for api, source in tables["apis"].values():
        for choice in EITHER.split(api.permission) if api.permission else ():
            yield from _named(source, "permission", BOTH.split(choice), names)
    for kind, source in tables["data-types"].values():
        yield from _named(source, "permissions", kind.permissions, names)
    for app_type, source in tables["app-types"].values():
        yield from _named(source, "permissions", app_type.permissions, names)
        yield from _named(source, "low_relevance", app_type.low_relevance, names)


def _words(tables: Tables) -> Iterator[Fault]:
    """A word is one type's, or each type that has it says so."""
    bearers: dict[str, list[tuple[DataType, Source]]] = defaultdict(list)
    for kind, source in tables["data-types"].values():
        own = {word_key(word) for word in (*kind.words.zh, *kind.words.en)}
        for word in own:
            bearers[word].append((kind, source))
        for word in kind.words.shared:
            if word_key(word) not in own:
                yield source, ("words", "shared"), f"`{word}` is not one of its words"
    for word, found in bearers.items():
        for kind, source in found:
            marked = word in map(word_key, kind.words.shared)
            others = ", ".join(other.id for other, _ in found if other.id != kind.id)
            if others and not marked:
                yield source, ("words",), f"`{word}` names {others} as well: mark it in `shared`"
            if marked and not others:
                yield source, ("words", "shared"), f"`{word}` is this type's alone"


def _umbrellas(tables: Tables) -> Iterator[Fault]:
    """A word stands under one umbrella, and where it is a type's own word too, the umbrella covers that type."""
    owners = {
        word_key(word): kind.id
        for kind, _ in tables["data-types"].values()
        for word in (*kind.words.zh, *kind.words.en)
    }
    seen: set[str] = set()
    for umbrella, source in tables["umbrellas"].values():
        for word in umbrella.words:
            key = word_key(word)
            if key in seen:
                yield source, ("words",), f"`{word}` stands under two umbrellas"
            seen.add(key)
            if owners.get(key, umbrella.covers[0]) not in umbrella.covers:
                yield source, ("covers",), f"`{word}` is a word of {owners[key]}, which is not covered"


def word_key(word: str) -> str:
    """A word as two of them are held to be the same: no blanks, no case."""
    return "".join(word.split()).casefold()


def _permission(permission: KnownPermission, source: Source) -> Iterator[Fault]:
    if permission.shown and not permission.names_zh:
        yield source, ("name",), f"`{permission.name}` has no Chinese name, and is not marked `shown: false`"
    for key, level in (("since", permission.since), ("until", permission.until)):
        if permission.name.startswith(PLATFORM) and not API_LEVEL.fullmatch(level):
            yield source, (key,), f"`{level}` is no API level such as `33`"
    levels = permission.levels
    if levels and (len(levels) == 1 or levels[-1].level != permission.level):
        yield source, ("levels",), f"needs at least two steps, of which the last is `{permission.level}`"
    for before, after in pairwise(levels):
        if after.since <= before.since or after.level == before.level:
            yield source, ("levels",), f"{after.since} does not change what holds since {before.since}"


def _named(source: Source, key: str, wanted: Iterable[str], names: tuple[str, ...]) -> Iterator[Fault]:
    for name in wanted:
        known = any(map(str.startswith, names, [name[:-1]] * len(names))) if name.endswith("*") else name in names
        if not known:
            yield source, (key,), f"no permission is called `{name}`"
