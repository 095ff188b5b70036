"""Header, map and fixed-size tables of a DEX file. Bounds are checked before any read."""

import struct
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from appscan.dex.errors import DexError

U1 = NDArray[np.uint8]
U2 = NDArray[np.uint16]
U4 = NDArray[np.uint32]

HEADER_SIZE = 0x70
CONTAINER_HEADER_SIZE = 0x78
LITTLE_ENDIAN = 0x12345678
VERSIONS = frozenset(("035", "036", "037", "038", "039", "040", "041"))
CLASS_DATA_ITEM = 0x2000

_FIELD = np.dtype([("owner", "<u2"), ("type", "<u2"), ("name", "<u4")])
_METHOD = np.dtype([("owner", "<u2"), ("proto", "<u2"), ("name", "<u4")])
_PROTO = np.dtype([("shorty", "<u4"), ("returns", "<u4"), ("parameters", "<u4")])
_CLASS = np.dtype(
    [
        ("type", "<u4"),
        ("flags", "<u4"),
        ("superclass", "<u4"),
        ("interfaces", "<u4"),
        ("source", "<u4"),
        ("annotations", "<u4"),
        ("data", "<u4"),
        ("values", "<u4"),
    ]
)
_U4 = np.dtype("<u4")


class Tables(NamedTuple):
    """The identifier tables of one DEX, as views on its bytes (no copy)."""

    version: str
    offset: int
    size: int
    map_offset: int
    strings: U4
    types: U4
    protos: NDArray[np.void]
    fields: NDArray[np.void]
    methods: NDArray[np.void]
    classes: NDArray[np.void]


def headers(data: bytes) -> list[int]:
    """Offsets of the DEX headers in an entry: one, or several in a version 041 container. Raises `DexError`."""
    found: list[int] = []
    offset = 0
    while offset < len(data):
        if len(data) - offset < HEADER_SIZE or data[offset : offset + 4] != b"dex\n":
            if found:
                break  # padding after the last file of a container
            raise DexError("it does not start with a DEX header")
        found.append(offset)
        (size,) = struct.unpack_from("<I", data, offset + 0x20)
        (header_size,) = struct.unpack_from("<I", data, offset + 0x24)
        if header_size < CONTAINER_HEADER_SIZE or size < HEADER_SIZE:
            break
        offset += size
    return found


def read_tables(data: bytes, offset: int) -> Tables:
    """The tables of the DEX whose header stands at `offset`. Raises `DexError`."""
    version = data[offset + 4 : offset + 7].decode("latin-1")
    if version not in VERSIONS:
        raise DexError(f"unknown DEX version {version!r}")
    words = struct.unpack_from("<20I", data, offset + 0x20)
    size, _header, endian, _link_size, _link, map_offset = words[:6]
    if endian != LITTLE_ENDIAN:
        raise DexError("it is not little-endian")
    counts = words[6:18]
    kinds = ("strings", _U4), ("types", _U4), ("protos", _PROTO), ("fields", _FIELD), ("methods", _METHOD)
    tables = [
        _table(data, name, kind, counts[2 * index], counts[2 * index + 1])
        for index, (name, kind) in enumerate((*kinds, ("classes", _CLASS)))
    ]
    result = Tables(version, offset, size, map_offset, *tables)
    _check_indices(result)
    return result


def _table(data: bytes, name: str, kind: np.dtype[Any], count: int, offset: int) -> NDArray[Any]:
    if count == 0:
        return np.empty(0, kind)
    if offset + count * kind.itemsize > len(data):
        raise DexError(f"the {name} table lies beyond the end of the file")
    return np.frombuffer(data, kind, count, offset)


def _check_indices(tables: Tables) -> None:
    """Indices between tables stay in bounds, so that nothing later needs to ask."""
    types, strings = len(tables.types), len(tables.strings)
    checks = (
        ("type", tables.types, strings),
        ("field", tables.fields["owner"], types),
        ("field", tables.fields["type"], types),
        ("field", tables.fields["name"], strings),
        ("method", tables.methods["owner"], types),
        ("method", tables.methods["proto"], len(tables.protos)),
        ("method", tables.methods["name"], strings),
        ("prototype", tables.protos["returns"], types),
        ("class", tables.classes["type"], types),
    )
    for name, column, limit in checks:
        if len(column) and int(column.max()) >= limit:
            raise DexError(f"a {name} refers beyond its table")


def class_data_end(data: bytes, tables: Tables) -> int:
    """Where the class data section ends by the map list; the end of the file where the map does not say."""
    at = tables.map_offset
    if at == 0 or at + 4 > len(data):
        return len(data)
    (count,) = struct.unpack_from("<I", data, at)
    if count > 64 or at + 4 + 12 * count > len(data):
        return len(data)
    items = [struct.unpack_from("<HHII", data, at + 4 + 12 * index) for index in range(count)]
    start = next((offset for kind, _, _, offset in items if kind == CLASS_DATA_ITEM), None)
    if start is None:
        return len(data)
    behind: list[int] = [offset for _, _, _, offset in items if offset > start]
    return min(len(data), *behind) if behind else len(data)
