"""The initial values of a class's static fields, read for single classes and never for a whole file.

Format: `class_data_item` and `encoded_array_item` of the DEX specification. Every read is checked against the end of
the file and the sizes of the tables.
"""

from collections.abc import Iterator
from typing import NamedTuple

from appscan.dex.errors import DexError
from appscan.dex.leb128 import MAX_BYTES

STRING, ARRAY, ANNOTATION, NULL, BOOLEAN = 0x17, 0x1C, 0x1D, 0x1E, 0x1F
MAX_WIDTH = 8


class Sizes(NamedTuple):
    """How many entries the field table and the string table have."""

    fields: int
    strings: int


class StaticString(NamedTuple):
    """A static field that starts as a string.

    `field`, `string`: table indices; `flags`: access flags; `offset`: byte offset of the encoded value.
    """

    field: int
    flags: int
    string: int
    offset: int


class StaticValue(NamedTuple):
    """A static field's initial value. `kind`: that of the encoded value; `number`: its bits (a string's index)."""

    field: int
    flags: int
    kind: int
    number: int
    offset: int


def static_strings(data: bytes, class_data: int, values: int, sizes: Sizes) -> Iterator[StaticString]:
    """The string values of a class's static fields; none where an offset is 0. Raises `DexError`."""
    for each in static_values(data, class_data, values, sizes):
        if each.kind == STRING:
            if each.number >= sizes.strings:
                raise DexError("a static value refers beyond the string table")
            yield StaticString(each.field, each.flags, each.number, each.offset)


def static_values(data: bytes, class_data: int, values: int, sizes: Sizes) -> Iterator[StaticValue]:
    """The initial values of a class's static fields; none where an offset is 0. Raises `DexError`."""
    if not class_data or not values:
        return
    fields = _static_fields(data, class_data, sizes)
    count, at = _number(data, values)
    # A longer array than there are fields is not valid; what is beyond the fields has no name.
    for (field, flags), _ in zip(fields, range(count), strict=False):
        if at >= len(data):
            raise DexError("a static value lies beyond the end of the file")
        kind, argument, offset = data[at] & 0x1F, data[at] >> 5, at
        width = 0 if kind in (NULL, BOOLEAN) else argument + 1
        if kind in (ARRAY, ANNOTATION) or width > MAX_WIDTH:
            raise DexError("a static value is of a kind that no field has")
        at += 1 + width
        if at > len(data):
            raise DexError("a static value lies beyond the end of the file")
        number = argument if kind == BOOLEAN else int.from_bytes(data[offset + 1 : at], "little")
        yield StaticValue(field, flags, kind, number, offset)


def _static_fields(data: bytes, at: int, sizes: Sizes) -> list[tuple[int, int]]:
    """(field index, access flags) of the static fields of a class data item, in order."""
    count, at = _number(data, at)
    for _ in range(3):
        _, at = _number(data, at)
    if count > sizes.fields:
        raise DexError("class data names more fields than there are")
    found: list[tuple[int, int]] = []
    field = 0
    for _ in range(count):
        step, at = _number(data, at)
        flags, at = _number(data, at)
        field += step
        if field >= sizes.fields:
            raise DexError("class data names a field beyond the field table")
        found.append((field, flags))
    return found


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A ULEB128 number and the offset behind it."""
    value = 0
    for step in range(MAX_BYTES):
        if at >= len(data):
            break
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << (7 * step)
        if byte < 0x80:
            return value, at
    raise DexError("a number has no end")
