"""The program as the close reading of methods sees it: stored flags, fields, what called methods return."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

import numpy as np

from appscan.dex.callgraph import CallGraph
from appscan.dex.edges import NONE
from appscan.dex.errors import DexError
from appscan.dex.opcodes import DISPATCHED, INVOKE_CUSTOM, INVOKE_CUSTOM_RANGE
from appscan.dex.program import Local, Program
from appscan.extract.paths.interpret import Place, Reading, Site, interpret
from appscan.extract.paths.values import (
    MAYBE,
    SURE,
    Argument,
    Boxed,
    Flag,
    Key,
    Made,
    Name,
    Number,
    Passed,
    Shown,
    Stored,
    Unit,
    Value,
    flag,
    weaker,
)
from appscan.extract.paths.words import Consent
from appscan.knowledge import StoredFlag

MAX_DEPTH = 4
"""Calls that are followed to learn what a method returns."""

MAX_NESTED = 10
"""Readings that may wait for each other, by calls or by fields."""

MAX_READINGS = 6000
"""Methods that are read closely in one app; what needs more stays undecided, and the report says so."""

MAX_WRITERS = 24
FIRST_INVOKE = 0x6E
"""The opcodes from here on name methods; those of fields come before."""

AGREED = frozenset(("1", "true", "yes", "y", "ok", "agree", "agreed", "accept", "accepted", "granted", "同意", "是"))
"""Texts that say that the user agreed, where the name of the flag speaks of it."""

PERMISSION_CHECKS = frozenset(
    ("checkSelfPermission", "checkPermission", "checkCallingOrSelfPermission", "checkCallingPermission")
)
NUMBERS = ("Z", "I", "J", "B", "S")
TEXTS = ("Ljava/lang/String;",)
BOXES = ("Ljava/lang/Boolean;", "Ljava/lang/Integer;", "Ljava/lang/Object;")


class Writer(NamedTuple):
    """A place that may set a flag: the method and the offset in units."""

    method: int
    at: int


class World:
    """A program with what is known of flags. Readings are kept."""

    def __init__(self, program: Program, graph: CallGraph, flags: Iterable[StoredFlag], consent: Consent) -> None:
        self.program = program
        self.graph = graph
        self.consent = consent
        self.exhausted = False
        self._flags = {
            (program.types[each.type], program.name_number(each.member.encode())): each
            for each in flags
            if each.type in program.types
        }
        self._readings: dict[tuple[int, tuple[Value, ...]], Reading | None] = {}
        self._open: set[int] = set()
        self._nested = 0
        self._fields: dict[str, Passed | None] = {}
        self.field_writers: dict[str, list[Writer]] = {}

    # -- reading methods -----------------------------------------------------------------------------------------

    def reading(self, method: int, arguments: tuple[Value, ...] | None = None) -> Reading | None:
        """A method read closely; None where it cannot be, or where too many were read already."""
        key = (method, arguments or ())
        if key not in self._readings:
            if self._nested >= MAX_NESTED:
                return None
            self._nested += 1
            try:
                self._readings[key] = self._read(method, arguments)
            finally:
                self._nested -= 1
        return self._readings[key]

    def _read(self, method: int, arguments: tuple[Value, ...] | None) -> Reading | None:
        if len(self._readings) >= MAX_READINGS:
            self.exhausted = True
            return None
        local, _ = self.program.place(method)
        try:
            body = self.program.body(method)
        except DexError:
            return None
        if local is None or body is None:
            return None
        if arguments is None:
            arguments = tuple(Argument(place) for place in range(body.arguments))
        return interpret(method, body, arguments, LocalReader(self, local))

    def returned(self, method: int, operands: tuple[Value, ...]) -> Value:
        """What a method returns for some operands."""
        if method in self._open or len(self._open) >= MAX_DEPTH:
            return None
        self._open.add(method)
        try:
            known = tuple(each if isinstance(each, Name | Number | Key | Stored) else None for each in operands)
            reading = self.reading(method, known)
        finally:
            self._open.discard(method)
        return reading.returned if reading else None

    def target(self, method: int, opcode: int) -> int:
        """The one defined method that a call can mean; -1 where it may be several, or none is defined."""
        meant = int(self.program.meant[method])
        if not DISPATCHED[opcode]:
            return meant
        node = int(np.searchsorted(self.graph.declared, method)) + len(self.program)
        rows = self.graph.edges.out_of(np.array([node]))
        targets = set(self.graph.edges.rows.target[rows].tolist()) - {meant}
        if not targets:
            return meant
        return targets.pop() if meant == NONE and len(targets) == 1 else NONE

    # -- flags ---------------------------------------------------------------------------------------------------

    def stored(self, method: int) -> StoredFlag | None:
        """What a method of the platform or a library does with stored flags."""
        key = (int(self.program.owner[method]), int(self.program.name[method]))
        return self._flags.get(key)

    def stored_value(self, known: StoredFlag, operands: tuple[Value, ...], where: str) -> Value:
        """What a call on stored flags returns."""
        key = operands[known.key] if known.key < len(operands) else None
        name = key.text if isinstance(key, Name | Key) else ""
        if known.action == "key":
            return Key(name) if name else None
        if known.action == "write":
            return None
        sure = SURE if name and known.action == "read" and self.consent.means_agreed(name) else MAYBE
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
        if len(sites) > MAX_WRITERS:
            return None
        writers: list[Writer] = []
        loaded: Passed | None = None
        for method in dict.fromkeys(sites):
            for value, writer in self._written(method, name):
                passed = self._sets(value, writer, writers)
                if passed is not None:
                    loaded = passed if loaded is None else weaker(loaded, passed)
        self.field_writers[name] = writers
        if loaded is not None and not writers:
            return loaded
        sure = SURE if self.consent.means_agreed(name.partition("->")[2]) else MAYBE
        if loaded is not None:
            sure = min(sure, loaded.sure)
        return Passed("field", name, "", sure, name)

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
        for caller in self.callers(method)[:MAX_WRITERS]:
            reading = self.reading(caller)
            for site in reading.sites if reading else ():
                if self.means(site.place, method) and place < len(site.operands):
                    value = site.operands[place]
                    if not (isinstance(value, Number) and not value.value):
                        found.append(Writer(caller, site.place.at))
        return found

    def means(self, place: Place, method: int) -> bool:
        """Whether a call can mean a method."""
        local, _ = self.program.place(place.method)
        if local is None or not 0 <= place.ref < len(local.methods) or place.opcode >= INVOKE_CUSTOM:
            return False
        return method in (int(self.program.meant[int(local.methods[place.ref])]), int(local.methods[place.ref]))

    def callers(self, method: int) -> list[int]:
        """The methods that call a method directly, or by a dispatch that names it."""
        rows = self.graph.edges.rows
        nodes = [method, *(np.flatnonzero(self.graph.declared == method) + len(self.program)).tolist()]
        sources = np.unique(rows.source[np.isin(rows.target, nodes)])
        return [each for each in sources.tolist() if each < len(self.program)]

    def _written(self, method: int, name: str) -> list[tuple[Value, Writer]]:
        reading = self.reading(method)
        local, _ = self.program.place(method)
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
        for local in self.program.locals:
            sites = local.dex.field_accesses
            chosen = np.isin(sites.opcode, (0x5C, 0x6A)) & local.counting[sites.caller]
            pairs = np.unique(np.column_stack((sites.target[chosen], sites.caller[chosen])), axis=0)
            for target, caller in pairs.tolist():
                found.setdefault(field_name(local, target), []).append(int(local.methods[caller]))
        return found

    def key_field(self, name: str) -> Value:
        """The key object that a static field holds: what its class's initialiser puts there."""
        owner = self.program.types.get(name.partition("->")[0], NONE)
        initialiser = int(self.graph.initialisers[owner])
        if initialiser == NONE or int(self.program.owner[initialiser]) != owner:
            return None
        values = [value for value, _ in self._written(initialiser, name)]
        return values[0] if len(values) == 1 and isinstance(values[0], Key) else None

    # -- who writes a stored flag --------------------------------------------------------------------------------

    def flag_writers(self, name: str) -> list[Writer]:
        """Places that may store something other than false under a name."""
        found: list[Writer] = []
        for method in self._holding(name)[:MAX_WRITERS]:
            reading = self.reading(method)
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
        local, _ = self.program.place(site.place.method)
        if local is None or not 0x6E <= site.place.opcode <= 0x78:
            return False
        value = site.operands[-1]
        if isinstance(value, Number) and not value.value:
            return False
        method = int(local.methods[site.place.ref])
        known = self.stored(method)
        return known.action == "write" if known else self._stores(method, site.place.opcode, 0)

    def _stores(self, method: int, opcode: int, depth: int) -> bool:
        """Whether a called method stores a value that it is given."""
        target = self.target(method, opcode)
        if target == NONE or depth >= MAX_DEPTH:
            return False
        local, index = self.program.place(target)
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
        for local in self.program.locals:
            index = local.dex.strings.find([name.encode()]).get(name.encode())
            if index is not None:
                sites = local.dex.string_constants
                callers = np.unique(sites.caller[(sites.target == index) & local.counting[sites.caller]])
                found += local.methods[callers].tolist()
        return found


class LocalReader:
    """Answers for the code of one DEX file."""

    def __init__(self, world: World, local: Local) -> None:
        self._world = world
        self._local = local

    def string(self, index: int) -> Value:
        """A string constant."""
        return Name(self._local.dex.string(index)) if index < len(self._local.dex.tables.strings) else None

    def type_of(self, index: int) -> int:
        """The program's number of a type; -1 where there is no such type."""
        return int(self._local.types[index]) if index < len(self._local.types) else NONE

    def known(self, place: Place) -> bool:
        """Whether what an instruction names exists."""
        if place.opcode in (INVOKE_CUSTOM, INVOKE_CUSTOM_RANGE):
            return True
        tables = self._local.dex.tables
        return place.ref < len(tables.fields if place.opcode < FIRST_INVOKE else tables.methods)

    def where(self, place: Place) -> str:
        """A place as `classes.dex@0x1f3c`."""
        _, index = self._world.program.place(place.method)
        return f"{self._local.dex.name}@{2 * (self._local.dex.unit_of(index) + place.at):#x}"

    def field(self, place: Place) -> Value:
        """What a field holds."""
        if place.ref >= len(self._local.dex.tables.fields):
            return None
        if place.opcode in (0x55, 0x63):
            return self._world.field_value(field_name(self._local, place.ref), self.where(place))
        if place.opcode == 0x62:
            name = field_name(self._local, place.ref)
            if name.startswith("Ljava/lang/Boolean;->"):
                return Boxed(flag(Number(int(name.endswith("->TRUE")))))
            if name.startswith("Ljava/util/concurrent/TimeUnit;->"):
                return Unit(name.partition("->")[2])
            kind = self._local.dex.types[int(self._local.dex.tables.fields[place.ref]["type"])]
            return self._world.key_field(name) if kind.endswith("/Preferences$Key;") else None
        return None

    def called(self, place: Place, arguments: tuple[Value, ...]) -> Value:
        """What an invoke returns."""
        local, world = self._local, self._world
        if place.opcode in (INVOKE_CUSTOM, INVOKE_CUSTOM_RANGE):
            return Made(NONE, place.at)
        if place.ref >= len(local.methods):
            return None
        method = int(local.methods[place.ref])
        known = world.stored(method)
        if known is not None:
            return world.stored_value(known, arguments, self.where(place))
        owner, name = local.dex.method_name(place.ref)
        simple = _simple(owner, name, arguments)
        if simple is not None:
            return simple
        if name in PERMISSION_CHECKS:
            asked = next((each.text for each in arguments if isinstance(each, Name) and "permission" in each.text), "")
            return Flag(None, Passed("permission", asked, self.where(place), MAYBE))
        prototype = local.dex.tables.protos[int(local.dex.tables.methods[place.ref]["proto"])]
        returns = local.dex.types[int(prototype["returns"])]
        told = returns in NUMBERS or returns in BOXES or returns in TEXTS or returns.endswith("/Preferences$Key;")
        return self._of_app(place, method, name, returns, arguments) if told else None

    def _of_app(self, place: Place, method: int, name: str, returns: str, arguments: tuple[Value, ...]) -> Value:
        world = self._world
        target = world.target(method, place.opcode)
        value = world.returned(target, arguments) if target != NONE else None
        if value is not None or returns != "Z" or not world.consent.speaks_of(name):
            return value
        passed = Passed("named", self._local.dex.method(place.ref), self.where(place), MAYBE)
        return Flag(passed, None) if world.consent.means_agreed(name) else Flag(passed, passed)


def _read(known: StoredFlag, passed: Passed, operands: tuple[Value, ...]) -> Value:
    """What a stored value says: by its kind, and by the default that counts until something is stored."""
    default = operands[known.value] if 0 <= known.value < len(operands) else None
    if known.text:
        return Stored(passed, default.text if isinstance(default, Name) else "")
    if known.value < 0:
        return Boxed(Flag(passed, None))
    if known.value >= len(operands):
        default = Number(0)
    if isinstance(default, Number):
        return Flag(None, passed._replace(sure=MAYBE)) if default.value else Flag(passed, None)
    return Flag(passed._replace(sure=MAYBE), None)


def _simple(owner: str, name: str, arguments: tuple[Value, ...]) -> Value:
    """Boxing, unboxing and comparing of truth values; views by their number."""
    first = arguments[0] if arguments else None
    if name in ("findViewById", "requireViewById") and isinstance(arguments[-1] if arguments else None, Number):
        return Shown(arguments[-1].value)  # type: ignore[union-attr]
    if name in ("booleanValue", "intValue") and isinstance(first, Boxed):
        return first.flag
    if name == "valueOf" and owner in BOXES:
        return Boxed(flag(first))
    if name in ("areEqual", "equals", "equalsIgnoreCase") and len(arguments) == 2:
        kept = next((each for each in arguments if isinstance(each, Stored)), None)
        word = next((each.text for each in arguments if isinstance(each, Name)), None)
        if kept is not None and word is not None and word != kept.default:
            sure = kept.passed.sure if word.casefold() in AGREED else MAYBE
            return Flag(kept.passed._replace(sure=sure), None)
    if name in ("areEqual", "equals") and len(arguments) == 2 and all(isinstance(each, Boxed) for each in arguments):
        one, two = (each.flag for each in arguments if isinstance(each, Boxed))
        constant = next((each for each in (one, two) if each == flag(Number(1))), None)
        if constant is not None:
            other = two if one == constant else one
            return Flag(other.true, None)
    return None


def field_name(local: Local, index: int) -> str:
    """A field as `Lcom/x/Y;->name`."""
    owner, name = local.dex.field(index)
    return f"{owner}->{name}"
