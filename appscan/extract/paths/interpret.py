"""One method read closely: what each place in it has passed, what flows into its calls, what it returns.

A forward analysis over basic blocks. A fact holds at a place only if it holds on every way there, so that a check
which some way avoids guards nothing.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from itertools import chain
from typing import NamedTuple, Protocol

from appscan.dex.instructions import Body, Instruction
from appscan.extract.paths.values import (
    Boxed,
    Counted,
    Flag,
    Made,
    Number,
    Passed,
    Value,
    flag,
    merged,
    stronger,
    weaker,
)

MAX_VISITS = 12
"""Times that a block is read before what it knows is given up."""

MAX_INSTRUCTIONS = 20_000
AGREED = 1
"""The number that a stored answer has where the user agreed; what any other means is not known."""


_WIDE = frozenset(
    chain(
        (0x04, 0x05, 0x06, 0x0B, 0x16, 0x17, 0x18, 0x19, 0x45, 0x53, 0x61, 0x7D, 0x7E, 0x80, 0x81, 0x83, 0x86, 0x88),
        (0x89, 0x8B, *range(0x9B, 0xA6), *range(0xAB, 0xB0), *range(0xBB, 0xC6), *range(0xCB, 0xD0)),
    )
)
_WRITES = frozenset(
    chain(
        (*range(0x01, 0x0E), *range(0x12, 0x1D), 0x20, 0x21, 0x22, 0x23, *range(0x2D, 0x32), *range(0x44, 0x4B)),
        (*range(0x52, 0x59), *range(0x60, 0x67), *range(0x7B, 0xE3), 0xFE, 0xFF),
    )
)
_INVOKE = frozenset((*range(0x6E, 0x73), *range(0x74, 0x79), 0xFA, 0xFB, 0xFC, 0xFD))
_ENDS = frozenset((0x0E, 0x0F, 0x10, 0x11, 0x27, 0x28, 0x29, 0x2A))
_MOVES = frozenset((0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09))
_RESULTS = frozenset((0x0A, 0x0B, 0x0C))
_CONSTANTS = frozenset((0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19))
_RETURNS = frozenset((0x0F, 0x10, 0x11))

State = dict[int, Value]


class Reader(Protocol):
    """What the analysis asks of the program around the method."""

    def string(self, index: int) -> Value:
        """A string constant."""

    def called(self, place: "Place", arguments: tuple[Value, ...]) -> Value:
        """What an invoke returns."""

    def known(self, place: "Place") -> bool:
        """Whether what an instruction names exists."""

    def field(self, place: "Place") -> Value:
        """What a field holds."""

    def type_of(self, index: int) -> int:
        """The program's number of a type."""


class Place(NamedTuple):
    """An instruction in a method: its opcode, the table index that it names, and its offset in units."""

    method: int
    opcode: int
    ref: int
    at: int


class Site(NamedTuple):
    """A call or a write of a field as reached: its place, its operands, and what had been passed."""

    place: Place
    operands: tuple[Value, ...]
    passed: Passed | None


class Reading(NamedTuple):
    """What one method does. `starts`, `passed`: block starts (units) and what each has passed."""

    starts: tuple[int, ...]
    passed: Mapping[int, Passed | None]
    sites: tuple[Site, ...]
    returned: Value
    straight: int
    """Up to this offset every run of the method gets, without a branch."""

    after: Mapping[int, frozenset[int]]
    """Block starts → where control goes from there, exceptions aside."""

    def at(self, offset: int) -> Passed | None:
        """What every way to an offset (units) has passed."""
        return self.passed.get(self._block(offset))

    def weakest(self, offsets: Iterable[int]) -> Passed | None:
        """What every one of some places (units) has passed; nothing where there is no place."""
        found = [self.at(each) for each in offsets]
        return reduce(weaker, found) if found else None

    def repeats(self, offset: int) -> bool:
        """Whether control can come back to an offset (units): it stands in a loop."""
        home = self._block(offset)
        pending, met = list(self.after.get(home, ())), set[int]()
        while pending:
            block = pending.pop()
            if block == home:
                return True
            if block not in met:
                met.add(block)
                pending += self.after.get(block, ())
        return False

    def _block(self, offset: int) -> int:
        return self.starts[bisect_right(self.starts, offset) - 1]


def interpret(method: int, body: Body, arguments: tuple[Value, ...], reader: Reader) -> Reading | None:
    """Read a method whose arguments have some values. None where it is too long."""
    if len(body.instructions) > MAX_INSTRUCTIONS:
        return None
    return _Analysis(method, body, arguments, reader).run()


class _Analysis:
    def __init__(self, method: int, body: Body, arguments: tuple[Value, ...], reader: Reader) -> None:
        self.method, self.body, self.reader = method, body, reader
        self.order = {each.at: number for number, each in enumerate(body.instructions)}
        first = body.registers - body.arguments
        self.entry: State = {first + place: value for place, value in enumerate(arguments) if value is not None}
        self.leaders = self._leaders()
        self.rank = {at: number for number, at in enumerate(self.leaders)}
        self.states: dict[int, tuple[State, Passed | None]] = {}
        self.visits: dict[int, int] = {}

    def _leaders(self) -> tuple[int, ...]:
        found: set[int] = set()
        instructions = self.body.instructions
        for number, each in enumerate(instructions):
            if each.targets or each.opcode in _ENDS:
                found.update(each.targets)
                if number + 1 < len(instructions):
                    found.add(instructions[number + 1].at)
        for part in self.body.tries:
            found.update((part.start, part.end, *part.handlers))
        results = {each.at for each in instructions if each.opcode in _RESULTS}
        entry = {each.at for each in instructions[:1]}
        return tuple(sorted(entry | {at for at in found if at in self.order and at not in results}))

    def run(self) -> Reading:
        if not self.body.instructions:
            return Reading((0,), {}, (), None, 0, {})
        pending = [self.leaders[0]]
        self.states[self.leaders[0]] = (self.entry, None)
        while pending:
            start = pending.pop()
            self.visits[start] = self.visits.get(start, 0) + 1
            for target, state, passed in self._leave(start):
                if self._meet(target, state, passed):
                    pending.append(target)
        return self._result()

    def _meet(self, target: int, state: State, passed: Passed | None) -> bool:
        """Bring a way's knowledge into a block; whether the block now knows less, and must be read again."""
        if target not in self.rank:
            return False
        known = self.states.get(target)
        if known is None:
            self.states[target] = (state, passed)
            return True
        before, beside = known
        if self.visits.get(target, 0) > MAX_VISITS:
            fresh: State = {}
        else:
            fresh = {
                register: value
                for register in before.keys() | state.keys()
                if (value := merged(before.get(register), beside, state.get(register), passed)) is not None
            }
        both = weaker(beside, passed)
        if fresh == before and both == beside:
            return False
        self.states[target] = (fresh, both)
        return True

    def _leave(self, start: int) -> Iterator[tuple[int, State, Passed | None]]:
        """Where control goes from a block, with what is known on each way."""
        state, passed = dict(self.states[start][0]), self.states[start][1]
        block = self._block(start)
        yield from ((handler, {}, passed) for handler in self._handlers(start))
        last: Instruction | None = None
        for each, result in self._steps(block, state):
            last = each
            self._apply(each, state, result)
        if last is None:
            return
        behind = self._behind(last)
        if last.opcode in _ENDS:
            yield from ((target, dict(state), passed) for target in last.targets)
        elif 0x32 <= last.opcode <= 0x3D:
            taken, straight = _split(last, state)
            yield last.targets[0], dict(state), stronger(passed, taken)
            yield behind, dict(state), stronger(passed, straight)
        else:
            yield from ((target, dict(state), passed) for target in (*last.targets, behind))

    def _block(self, start: int) -> tuple[Instruction, ...]:
        number = self.rank[start] + 1
        high = self.order[self.leaders[number]] if number < len(self.leaders) else len(self.order)
        return self.body.instructions[self.order[start] : high]

    def _handlers(self, start: int) -> list[int]:
        return [handler for each in self.body.tries if each.start <= start < each.end for handler in each.handlers]

    def _behind(self, each: Instruction) -> int:
        number = self.order[each.at] + 1
        return self.body.instructions[number].at if number < len(self.body.instructions) else -1

    def _steps(self, block: tuple[Instruction, ...], state: State) -> Iterator[tuple[Instruction, Value]]:
        """Each instruction of a block with the result of the call before it, while `state` is kept up to date."""
        result: Value = None
        for each in block:
            yield each, result
            if each.opcode in _INVOKE:
                operands = tuple(state.get(register) for register in each.registers)
                result = self.reader.called(self._place(each), operands)
            else:
                result = None

    def _place(self, each: Instruction) -> Place:
        return Place(self.method, each.opcode, each.ref, each.at)

    def _apply(self, each: Instruction, state: State, result: Value) -> None:
        """Bring the registers up to date with one instruction."""
        opcode = each.opcode
        if opcode not in _WRITES:
            return
        value = self._value(each, state, result)
        into = each.registers[0]
        state.pop(into, None)
        if opcode in _WIDE:
            state.pop(into + 1, None)
        if value is not None:
            state[into] = value

    def _value(self, each: Instruction, state: State, result: Value) -> Value:
        opcode = each.opcode
        if opcode in _MOVES or opcode in _RESULTS:
            return result if opcode in _RESULTS else state.get(each.registers[1])
        if opcode in _CONSTANTS:
            return Number(each.literal)
        if opcode in (0x1A, 0x1B):
            return self.reader.string(each.ref)
        if opcode in (0x1C, 0x22):
            return Made(self.reader.type_of(each.ref), each.at)
        if 0x52 <= opcode <= 0x58 or 0x60 <= opcode <= 0x66:
            return self.reader.field(self._place(each))
        return _computed(each, state)

    # -- what came of it -----------------------------------------------------------------------------------------

    def _result(self) -> Reading:
        sites: list[Site] = []
        returned: list[tuple[Value, Passed | None]] = []
        for start, (entry, passed) in self.states.items():
            state = dict(entry)
            for each, result in self._steps(self._block(start), state):
                named = each.opcode in _INVOKE or 0x59 <= each.opcode <= 0x5F or 0x67 <= each.opcode <= 0x6D
                if named and self.reader.known(self._place(each)):
                    operands = tuple(state.get(register) for register in each.registers)
                    sites.append(Site(self._place(each), operands, passed))
                elif each.opcode in _RETURNS:
                    returned.append((state.get(each.registers[0]), passed))
                self._apply(each, state, result)
        return Reading(
            starts=self.leaders,
            passed={start: passed for start, (_, passed) in self.states.items()},
            sites=tuple(sorted(sites, key=lambda site: site.place.at)),
            returned=_returned(returned),
            straight=self._straight(),
            after={start: frozenset(self._after(start)) for start in self.states},
        )

    def _straight(self) -> int:
        """Where the first branch stands."""
        branches = (each.at for each in self.body.instructions if each.targets or each.opcode in _ENDS)
        return next(branches, self.body.instructions[-1].at)

    def _after(self, start: int) -> Iterator[int]:
        """Where control goes from a block, exceptions aside."""
        last = self._block(start)[-1]
        yield from last.targets
        if last.opcode not in _ENDS and self._behind(last) >= 0:
            yield self._behind(last)


def _returned(values: list[tuple[Value, Passed | None]]) -> Value:
    """What a method returns, by all its ways out; what a way had passed colours what it returns."""
    if not values:
        return None
    value, passed = values[0]
    if len(values) == 1:
        known = flag(value)
        return Flag(stronger(known.true, passed), stronger(known.false, passed)) if passed else value
    for other, beside in values[1:]:
        value = merged(value, passed, other, beside)
        passed = weaker(passed, beside)
    return value


def _split(each: Instruction, state: State) -> tuple[Passed | None, Passed | None]:
    """What a branch shows where it is taken, and where it is not."""
    opcode = each.opcode
    if opcode >= 0x38:
        known = (
            flag(state.get(each.registers[0]))
            if not isinstance(state.get(each.registers[0]), Boxed)
            else Flag(None, None)
        )
        zero, other = _bare(known.false), _bare(known.true)
        return {0x38: (zero, other), 0x39: (other, zero), 0x3C: (other, None), 0x3D: (None, other)}.get(
            opcode, (None, None)
        )
    one, two = state.get(each.registers[0]), state.get(each.registers[1])
    if isinstance(one, Number):
        one, two = two, one
    if opcode not in (0x32, 0x33) or not isinstance(two, Number) or not isinstance(one, Flag | Counted):
        return None, None
    if isinstance(one, Counted):
        one = Flag(one.passed if two.value == AGREED else flag(one).true, None)
    equal, unequal = (_bare(one.true), None) if two.value else (_bare(one.false), _bare(one.true))
    return (equal, unequal) if opcode == 0x32 else (unequal, equal)


def _bare(passed: Passed | None) -> Passed | None:
    """A branch on a constant shows nothing: the way that cannot be is not followed as one that passed a check."""
    return None if passed is not None and passed.kind == "any" else passed


def _computed(each: Instruction, state: State) -> Value:
    """Arithmetic on truth values: `!a`, `a & b`, `a | b`."""
    opcode = each.opcode
    if opcode in (0xD7, 0xDF) and each.literal == 1:
        known = flag(state.get(each.registers[1]))
        return Flag(known.false, known.true)
    if opcode in (0xB5, 0xB6, 0x95, 0x96):
        one, two = (flag(state.get(register)) for register in each.registers[-2:])
        both = opcode in (0xB5, 0x95)
        true = stronger(one.true, two.true) if both else weaker(one.true, two.true)
        false = weaker(one.false, two.false) if both else stronger(one.false, two.false)
        return Flag(true, false)
    return None
