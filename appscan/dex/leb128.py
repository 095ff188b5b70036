"""Decodes a whole region of ULEB128 numbers at once."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from appscan.dex.header import U1

MAX_BYTES = 5


class Numbers(NamedTuple):
    """The numbers of a region: `values`, and the offset of each one's last byte."""

    values: NDArray[np.int64]
    ends: NDArray[np.int64]

    def index_at(self, offsets: NDArray[np.int64]) -> NDArray[np.int64]:
        """Which number starts at each offset (relative to the region)."""
        return np.searchsorted(self.ends, offsets)


def decode(region: U1) -> Numbers:
    """Every ULEB128 number in a region. A number longer than five bytes keeps its low 35 bits."""
    ends = np.flatnonzero(region < 0x80)
    starts = np.empty_like(ends)
    if len(ends):
        starts[0] = 0
        starts[1:] = ends[:-1] + 1
    values = (region[starts] & 0x7F).astype(np.int64)
    lengths = ends - starts + 1
    for step in range(1, MAX_BYTES):
        longer = np.flatnonzero(lengths > step)
        if not len(longer):
            break
        values[longer] |= (region[starts[longer] + step] & 0x7F).astype(np.int64) << (7 * step)
    return Numbers(values, ends)


def read_uleb(data: bytes, at: int) -> tuple[int, int]:
    """(number, position behind it) of one ULEB128 number. Raises `IndexError` where it does not end in time."""
    value = shift = 0
    while shift < 7 * MAX_BYTES:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at
    raise IndexError
