"""What is known of a register: a constant, a name, an object just made, or what its truth says of consent."""

from typing import Literal, NamedTuple

SURE, MAYBE = 2, 1


class Passed(NamedTuple):
    """A check that must have been passed. `sure`: `SURE` (the user agreed) or `MAYBE`.

    `setter`: the name of the stored flag, or the field with its class, whose writers must not run at the start.
    """

    kind: Literal["stored_flag", "field", "permission", "named", "any"]
    key: str
    where: str
    sure: int
    setter: str = ""


ANY = Passed("any", "", "", SURE + 1)
"""Holds without a check: of a constant, the case that cannot be."""


class Number(NamedTuple):
    """A constant."""

    value: int


class Name(NamedTuple):
    """A string constant."""

    text: str


class Key(NamedTuple):
    """A key object made from a name."""

    text: str


class Made(NamedTuple):
    """An object of a class, made at an offset (units) in this method."""

    type: int
    at: int


class Flag(NamedTuple):
    """A number: what has been passed if it is not zero, and what if it is zero."""

    true: Passed | None
    false: Passed | None


class Counted(NamedTuple):
    """A number kept on the device, which may mean several things: only one of its values says that the user agreed."""

    passed: Passed


class Boxed(NamedTuple):
    """A number in an object, which may be null."""

    flag: Flag


class Stored(NamedTuple):
    """A text kept on the device: what has been passed if it is some word."""

    passed: Passed
    default: str


class Shown(NamedTuple):
    """A view of a screen, by the number of its resource."""

    resource: int


class Unit(NamedTuple):
    """A unit of time, by the name of its constant."""

    name: str


class Argument(NamedTuple):
    """An argument of the method, by its place (the object itself is 0)."""

    place: int


Value = Number | Name | Key | Made | Flag | Counted | Boxed | Stored | Shown | Unit | Argument | None


def weaker(one: Passed | None, other: Passed | None) -> Passed | None:
    """What holds on both of two ways."""
    if one is None or other is None:
        return None
    return min(one, other, key=lambda each: (each.sure, each))


def stronger(one: Passed | None, other: Passed | None) -> Passed | None:
    """What holds where both do."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda each: (each.sure, each))


def flag(value: Value) -> Flag:
    """A value as a number: what its truth says."""
    if isinstance(value, Flag):
        return value
    if isinstance(value, Number):
        return Flag(None, ANY) if value.value else Flag(ANY, None)
    if isinstance(value, Counted):
        return Flag(value.passed._replace(sure=MAYBE), None)
    return Flag(None, None)


def merged(one: Value, before: Passed | None, other: Value, beside: Passed | None) -> Value:
    """A register where two ways meet, each with what it had passed: that colours a value set on it."""
    if one == other:
        return one
    if isinstance(one, Boxed) and isinstance(other, Boxed):
        inner = merged(one.flag, before, other.flag, beside)
        return Boxed(inner) if isinstance(inner, Flag) else None
    left, right = flag(one), flag(other)
    true = weaker(stronger(left.true, before), stronger(right.true, beside))
    false = weaker(stronger(left.false, before), stronger(right.false, beside))
    return Flag(true, false) if true or false else None
