"""The string pool of a resource table or a binary XML file, read in one go. Source: AOSP `ResourceTypes.h`."""

import struct

import numpy as np

TABLE, POOL, XML = 0x0002, 0x0001, 0x0003
UTF8 = 0x100
MAX_STRINGS = 1 << 20


def read_pool(data: bytes) -> list[str]:
    """Every string of the first pool in the data; empty where there is none that can be read."""
    if len(data) < 12:
        return []
    (kind, header) = struct.unpack_from("<HH", data, 0)
    at = header if kind in (TABLE, XML) else 0
    if at + 28 > len(data):
        return []
    kind, header, size, count, _styles, flags, strings, _ = struct.unpack_from("<HHIIIIII", data, at)
    if kind != POOL or count > MAX_STRINGS or at + header + 4 * count > len(data):
        return []
    offsets = np.frombuffer(data, "<u4", count, at + header).tolist()
    base, end = at + strings, min(at + size, len(data))
    read = _utf8 if flags & UTF8 else _utf16
    return [read(data, base + offset, end) for offset in offsets]


def _utf8(data: bytes, at: int, end: int) -> str:
    if at + 2 > end:
        return ""
    at += 2 if data[at] & 0x80 else 1  # the length in UTF-16 units
    if at >= end:
        return ""
    size = data[at]
    at += 1
    if size & 0x80 and at < end:
        size = (size & 0x7F) << 8 | data[at]
        at += 1
    return data[at : min(at + size, end)].decode("utf-8", "replace")


def _utf16(data: bytes, at: int, end: int) -> str:
    if at + 2 > end:
        return ""
    (size,) = struct.unpack_from("<H", data, at)
    at += 2
    if size & 0x8000 and at + 2 <= end:
        size = (size & 0x7FFF) << 16 | struct.unpack_from("<H", data, at)[0]
        at += 2
    return data[at : min(at + 2 * size, end)].decode("utf-16-le", "replace")
