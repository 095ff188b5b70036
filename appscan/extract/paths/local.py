"""Answers the questions of a close reading for the code of one DEX file."""

from typing import TYPE_CHECKING

from appscan.dex.edges import NONE
from appscan.dex.opcodes import INVOKE_CUSTOM, INVOKE_CUSTOM_RANGE
from appscan.dex.program import Local
from appscan.extract.paths.flags import field_name
from appscan.extract.paths.interpret import Place
from appscan.extract.paths.values import (
    MAYBE,
    Boxed,
    Flag,
    Made,
    Name,
    Number,
    Passed,
    Shown,
    Stored,
    Unit,
    Value,
    flag,
)
from appscan.facts import byte_at

if TYPE_CHECKING:
    from appscan.extract.paths.world import World

AGREED = frozenset(("1", "true", "yes", "y", "ok", "agree", "agreed", "accept", "accepted", "granted", "同意", "是"))
"""Texts that say that the user agreed, where the name of the flag speaks of it."""

FIRST_INVOKE = 0x6E
"""The opcodes from here on name methods; those of fields come before."""

PERMISSION_CHECKS = frozenset(
    ("checkSelfPermission", "checkPermission", "checkCallingOrSelfPermission", "checkCallingPermission")
)
NUMBERS = ("Z", "I", "J", "B", "S")
TEXTS = ("Ljava/lang/String;",)
BOXES = ("Ljava/lang/Boolean;", "Ljava/lang/Integer;", "Ljava/lang/Object;")


class LocalReader:
    """Answers for the code of one DEX file."""

    def __init__(self, world: "World", local: Local) -> None:
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
        return byte_at(self._local.dex.name, 2 * (self._local.dex.unit_of(index) + place.at))

    def field(self, place: Place) -> Value:
        """What a field holds."""
        if place.ref >= len(self._local.dex.tables.fields):
            return None
        if place.opcode in (0x55, 0x63):
            return self._world.flags.field_value(field_name(self._local, place.ref), self.where(place))
        if place.opcode == 0x62:
            name = field_name(self._local, place.ref)
            if name.startswith("Ljava/lang/Boolean;->"):
                return Boxed(flag(Number(int(name.endswith("->TRUE")))))
            if name.startswith("Ljava/util/concurrent/TimeUnit;->"):
                return Unit(name.partition("->")[2])
            kind = self._local.dex.types[int(self._local.dex.tables.fields[place.ref]["type"])]
            return self._world.flags.key_field(name) if kind.endswith("/Preferences$Key;") else None
        return None

    def called(self, place: Place, arguments: tuple[Value, ...]) -> Value:
        """What an invoke returns."""
        local, world = self._local, self._world
        if place.opcode in (INVOKE_CUSTOM, INVOKE_CUSTOM_RANGE):
            return Made(NONE, place.at)
        if place.ref >= len(local.methods):
            return None
        method = int(local.methods[place.ref])
        known = world.flags.stored(method)
        if known is not None:
            return world.flags.stored_value(known, arguments, self.where(place))
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
