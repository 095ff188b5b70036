"""Stored flags and fields: what they say where they are read, and who sets them."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from appscan.dex.edges import NONE
from appscan.dex.errors import DexError
from appscan.dex.program import Local
from appscan.extract.paths.interpret import Site
from appscan.extract.paths.values import (
    MAYBE,
    SURE,
    Argument,
    Boxed,
    Counted,
    Flag,
    Key,
    Name,
    Number,
    Passed,
    Stored,
    Value,
    flag,
    weaker,
)
from appscan.knowledge import StoredFlag

if TYPE_CHECKING:
    from appscan.extract.paths.world import World

MAX_WRITERS = 24
MAX_DEPTH = 4
"""Calls that are followed to learn whether one stores what it is given."""


class Writer(NamedTuple):
    """A place that may set a flag: the method and the offset in units."""

    method: int
    at: int


class Flags:
    """The stored flags and the fields of a program."""

    def __init__(self, world: "World", known: Iterable[StoredFlag]) -> None:
        self._world = world
        self._program = world.program
        self._known = {
            (self._program.types[each.type], self._program.name_number(each.member.encode())): each
            for each in known
            if each.type in self._program.types
        }
        self._fields: dict[str, Passed | None] = {}
        self.writers: dict[str, list[Writer]] = {}
        """By field: the places that may set it."""

    def stored(self, method: int) -> StoredFlag | None:
        """What a method of the platform or a library does with stored flags."""
        key = (int(self._program.owner[method]), int(self._program.name[method]))
        return self._known.get(key)

    def stored_value(self, known: StoredFlag, operands: tuple[Value, ...], where: str) -> Value:
        """What a call on stored flags returns."""
        key = operands[known.key] if known.key < len(operands) else None
        name = key.text if isinstance(key, Name | Key) else ""
        if known.action == "key":
            return Key(name) if name else None
        if known.action == "write":
            return None
        sure = SURE if name and known.action == "read" and self._world.consent.means_agreed(name) else MAYBE
        passed = Passed("stored_flag", name, where, sure, name)
        if known.action == "ask":
            return Flag(passed, None)
        return _read(known, passed, operands)

    def field_value(self, name: str, where: str) -> Value:
        """What a boolean field says: it is false until something sets it."""
        if name not in self._fields:
            self._fields[name] = None  # while its writers are read
            self._fields[name] = self._field(name)
        passed = self._fields[name]
        return Flag(passed._replace(where=where), None) if passed else None

    def _field(self, name: str) -> Passed | None:
        sites = self._puts.get(name, [])
        if len(sites) > MAX_WRITERS or self._begins_true(name):
            return None
        writers: list[Writer] = []
        loaded: Passed | None = None
        for method in dict.fromkeys(sites):
            for value, writer in self._written(method, name):
                passed = self._sets(value, writer, writers)
                if passed is not None:
                    loaded = passed if loaded is None else weaker(loaded, passed)
        self.writers[name] = writers
        if loaded is not None and not writers:
            return loaded
        sure = SURE if self._world.consent.means_agreed(name.partition("->")[2]) else MAYBE
        if loaded is not None:
            sure = min(sure, loaded.sure)
        return Passed("field", name, "", sure, name)

    def _begins_true(self, name: str) -> bool:
        """Whether a static field is true before anything sets it."""
        owner = self._program.types.get(name.partition("->")[0], NONE)
        for local in self._program.locals:
            rows = np.flatnonzero((local.types[local.dex.tables.classes["type"]] == owner) & local.live).tolist()
            try:
                if any(field_name(local, field) == name for row in rows for field in local.dex.static_truths(row)):
                    return True
            except DexError:
                return True  # what cannot be read guards nothing
        return False

    def _sets(self, value: Value, writer: Writer, writers: list[Writer]) -> Passed | None:
        """A value that goes into a flag: harmless, what it was loaded from, or a place that sets it."""
        if isinstance(value, Number) and not value.value:
            return None
        known = flag(value)
        if known.true is not None and known.true.kind != "any":
            return known.true
        if isinstance(value, Argument):
            writers += self._setting_callers(writer.method, value.place)
        else:
            writers.append(writer)
        return None

    def _setting_callers(self, method: int, place: int) -> list[Writer]:
        """Call sites that hand a method something other than false."""
        found: list[Writer] = []
        for caller in self._world.callers(method)[:MAX_WRITERS]:
            reading = self._world.reading(caller)
            for site in reading.sites if reading else ():
                if self._world.means(site.place, method) and place < len(site.operands):
                    value = site.operands[place]
                    if not (isinstance(value, Number) and not value.value):
                        found.append(Writer(caller, site.place.at))
        return found

    def _written(self, method: int, name: str) -> list[tuple[Value, Writer]]:
        reading = self._world.reading(method)
        local, _ = self._program.place(method)
        if reading is None or local is None:
            return [(None, Writer(method, 0))]
        return [
            (site.operands[0], Writer(method, site.place.at))
            for site in reading.sites
            if 0x59 <= site.place.opcode <= 0x6D and field_name(local, site.place.ref) == name
        ]

    @cached_property
    def _puts(self) -> dict[str, list[int]]:
        """Boolean field → the methods that write it."""
        found: dict[str, list[int]] = {}
        for local in self._program.locals:
            sites = local.dex.field_accesses
            chosen = np.isin(sites.opcode, (0x5C, 0x6A)) & local.counting[sites.caller]
            pairs = np.unique(np.column_stack((sites.target[chosen], sites.caller[chosen])), axis=0)
            for target, caller in pairs.tolist():
                found.setdefault(field_name(local, target), []).append(int(local.methods[caller]))
        return found

    def key_field(self, name: str) -> Value:
        """The key object that a static field holds: what its class's initialiser puts there."""
        owner = self._program.types.get(name.partition("->")[0], NONE)
        initialiser = int(self._world.graph.initialisers[owner])
        if initialiser == NONE or int(self._program.owner[initialiser]) != owner:
            return None
        values = [value for value, _ in self._written(initialiser, name)]
        return values[0] if len(values) == 1 and isinstance(values[0], Key) else None

    def flag_writers(self, name: str) -> list[Writer]:
        """Places that may store something other than false under a name."""
        found: list[Writer] = []
        for method in self._holding(name)[:MAX_WRITERS]:
            reading = self._world.reading(method)
            for site in reading.sites if reading else ():
                if self._writes(site, name):
                    found += self._unless_passed_on(site)
        return found

    def _unless_passed_on(self, site: Site) -> list[Writer]:
        value = site.operands[-1]
        if isinstance(value, Argument):
            return self._setting_callers(site.place.method, value.place)
        return [Writer(site.place.method, site.place.at)]

    def _writes(self, site: Site, name: str) -> bool:
        if not any(isinstance(each, Name | Key) and each.text == name for each in site.operands):
            return False
        called = self._world.called(site.place)
        if called is None:
            return False
        value = site.operands[-1]
        if isinstance(value, Number) and not value.value:
            return False
        known = self.stored(called.method)
        return known.action == "write" if known else self._stores(called.method, site.place.opcode, 0)

    def _stores(self, method: int, opcode: int, depth: int) -> bool:
        """Whether a called method stores a value that it is given."""
        target = self._world.target(method, opcode)
        if target == NONE or depth >= MAX_DEPTH:
            return False
        local, index = self._program.place(target)
        if local is None:
            return False
        sites = local.dex.calls
        chosen = np.flatnonzero(sites.caller == index)
        for called, code in zip(sites.target[chosen].tolist(), sites.opcode[chosen].tolist(), strict=True):
            number = int(local.methods[called])
            known = self.stored(number)
            if known and known.action == "write":
                return True
            if known is None and self._stores(number, code, depth + 1):
                return True
        return False

    def _holding(self, name: str) -> list[int]:
        """The methods that hold a string constant."""
        found: list[int] = []
        for local in self._program.locals:
            index = local.dex.strings.find([name.encode()]).get(name.encode())
            if index is not None:
                sites = local.dex.string_constants
                callers = np.unique(sites.caller[(sites.target == index) & local.counting[sites.caller]])
                found += local.methods[callers].tolist()
        return found


def _read(known: StoredFlag, passed: Passed, operands: tuple[Value, ...]) -> Value:
    """What a stored value says: by its kind, and by the default that counts until something is stored."""
    default = operands[known.value] if 0 <= known.value < len(operands) else None
    if known.text:
        return Stored(passed, default.text if isinstance(default, Name) else "")
    if known.value < 0:
        return Boxed(Flag(passed, None))
    if known.value >= len(operands):
        default = Number(0)
    if isinstance(default, Number) and not default.value and known.counts:
        return Counted(passed)
    if isinstance(default, Number):
        return Flag(None, passed._replace(sure=MAYBE)) if default.value else Flag(passed, None)
    return Flag(passed._replace(sure=MAYBE), None)


def field_name(local: Local, index: int) -> str:
    """A field as `Lcom/x/Y;->name`."""
    owner, name = local.dex.field(index)
    return f"{owner}->{name}"
