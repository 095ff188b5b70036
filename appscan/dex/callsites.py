"""Call sites of `invoke-custom`: which method stands behind a lambda or a method reference.

Source: `call_site_id_item`, `method_handle_item` and `encoded_value` of the Dalvik Executable format.
"""

import struct
from typing import NamedTuple

from appscan.dex.header import Tables
from appscan.dex.leb128 import read_uleb

CALL_SITE_ID, METHOD_HANDLE = 0x0007, 0x0008
VALUE_METHOD_TYPE, VALUE_METHOD_HANDLE, VALUE_STRING = 0x15, 0x16, 0x17
VALUE_ARRAY, VALUE_ANNOTATION, VALUE_NULL, VALUE_BOOLEAN = 0x1C, 0x1D, 0x1E, 0x1F
FIRST_INVOKE = 4
"""Method handle kinds below this one are fields."""

MAX_SITES = 1 << 16


class CallSite(NamedTuple):
    """The type index of the object that a call site makes, the method index of the code behind it, its method's name.

    `name`: string index of the interface method that the object answers with that code.
    """

    returns: int
    method: int
    name: int


def read_call_sites(data: bytes, tables: Tables) -> list[CallSite | None]:
    """Every call site, by index; None where it is no function object over a method."""
    sections = _sections(data, tables)
    count, at = sections.get(CALL_SITE_ID, (0, 0))
    handles = sections.get(METHOD_HANDLE, (0, 0))
    found: list[CallSite | None] = []
    for index in range(min(count, MAX_SITES)):
        try:
            (offset,) = struct.unpack_from("<I", data, at + 4 * index)
            found.append(_site(data, tables, handles, offset))
        except (struct.error, IndexError):
            found.append(None)
    return found


def _sections(data: bytes, tables: Tables) -> dict[int, tuple[int, int]]:
    """(count, offset) by the kind of item, from the map list."""
    at = tables.map_offset
    if at == 0 or at + 4 > len(data):
        return {}
    (count,) = struct.unpack_from("<I", data, at)
    if count > 64 or at + 4 + 12 * count > len(data):
        return {}
    items = (struct.unpack_from("<HHII", data, at + 4 + 12 * index) for index in range(count))
    return {kind: (size, offset) for kind, _, size, offset in items}


def _site(data: bytes, tables: Tables, handles: tuple[int, int], offset: int) -> CallSite | None:
    """Linker, name, type, then for a metafactory: erased type, *implementation*, type."""
    size, at = read_uleb(data, offset)
    types: list[int] = []
    methods: list[int] = []
    names: list[int] = []
    for _ in range(min(size, 16)):
        kind, value, at = _value(data, at)
        if kind == VALUE_METHOD_TYPE:
            types.append(value)
        elif kind == VALUE_METHOD_HANDLE:
            methods.append(value)
        elif kind == VALUE_STRING:
            names.append(value)
    if not types or not names or len(methods) < 2 or types[0] >= len(tables.protos) or names[0] >= len(tables.strings):
        return None
    method = _handle(data, handles, methods[1])
    if method is None or method >= len(tables.methods):
        return None
    return CallSite(int(tables.protos[types[0]]["returns"]), method, names[0])


def _handle(data: bytes, handles: tuple[int, int], index: int) -> int | None:
    count, offset = handles
    if index >= count:
        return None
    kind, _, method, _ = struct.unpack_from("<4H", data, offset + 8 * index)
    return int(method) if kind >= FIRST_INVOKE else None


def _value(data: bytes, at: int) -> tuple[int, int, int]:
    """(kind, number, position behind) of an encoded value. Raises `IndexError` for what a call site cannot hold."""
    kind, extra = data[at] & 0x1F, data[at] >> 5
    if kind in (VALUE_ARRAY, VALUE_ANNOTATION):
        raise IndexError
    if kind in (VALUE_NULL, VALUE_BOOLEAN):
        return kind, extra, at + 1
    if at + 2 + extra > len(data):
        raise IndexError
    return kind, int.from_bytes(data[at + 1 : at + 2 + extra], "little"), at + 2 + extra
