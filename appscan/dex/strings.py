"""The string table of a DEX file, searched without decoding it."""

from collections.abc import Collection
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from appscan.dex.errors import DexError
from appscan.dex.header import U4

I8 = NDArray[np.int64]
PREFIX = 5
"""A string's length prefix is a ULEB128 number: at most this many bytes."""

SOCKET = len("1.1.1.1:80")


class Strings:
    """Strings as spans of MUTF-8 bytes. Raises `DexError` where one lies out of bounds."""

    def __init__(self, data: bytes, offsets: U4) -> None:
        self._data = data
        self._region = np.frombuffer(data, np.uint8)
        self.starts, self.ends = self._spans(offsets.astype(np.int64))
        self._first: list[int] = self.starts.tolist()
        self._last: list[int] = self.ends.tolist()

    def __len__(self) -> int:
        return len(self.starts)

    def _spans(self, offsets: I8) -> tuple[I8, I8]:
        if not len(offsets):
            return offsets, offsets
        size = len(self._data)
        if int(offsets.max()) >= size:
            raise DexError("a string lies beyond the end of the file")
        starts = offsets.copy()
        for _ in range(PREFIX):
            longer = self._region[np.minimum(starts, size - 1)] >= 0x80
            if not longer.any():
                break
            starts += longer
        starts += 1
        first = int(starts.min())
        nuls = np.flatnonzero(self._region[first:] == 0) + first
        at = np.searchsorted(nuls, starts)
        if len(nuls) == 0 or int(at.max()) >= len(nuls):
            raise DexError("a string has no end")
        return starts, nuls[at]

    def raw(self, index: int) -> bytes:
        """A string's MUTF-8 bytes."""
        return self._data[self._first[index] : self._last[index]]

    def offset(self, index: int) -> int:
        """Where a string's bytes begin in the entry."""
        return self._first[index]

    def size(self, index: int) -> int:
        """How many bytes a string has."""
        return self._last[index] - self._first[index]

    def find(self, wanted: Collection[bytes], keys: I8 | None = None) -> dict[bytes, int]:
        """Index of each wanted string that is in the table. Length and first byte narrow them down before a look.

        `keys`: what `keys_of` gives for the wanted strings, where many tables are searched for the same ones.
        """
        keys = keys_of(wanted) if keys is None else keys
        if not len(keys) or not len(self.starts):
            return {}
        found = ((self.raw(index), index) for index in np.flatnonzero(np.isin(self._narrow, keys)).tolist())
        chosen = wanted if isinstance(wanted, dict | frozenset | set) else frozenset(wanted)
        return {raw: index for raw, index in found if raw in chosen}

    @cached_property
    def _narrow(self) -> I8:
        """Length and first byte of every string, as one number."""
        return (self.ends - self.starts) << 8 | self._region[np.minimum(self.starts, len(self._data) - 1)]

    def raws(self, indices: I8) -> list[bytes]:
        """The MUTF-8 bytes of several strings."""
        data = self._data
        pairs = zip(self.starts[indices].tolist(), self.ends[indices].tolist(), strict=True)
        return [data[first:last] for first, last in pairs]

    def starting(self, head: bytes) -> list[int]:
        """Indices of the strings that start with some bytes."""
        found = np.flatnonzero(self.ends - self.starts >= len(head))
        for step, byte in enumerate(head):
            found = found[self._region[self.starts[found] + step] == byte]
        result: list[int] = found.tolist()
        return result

    def ending(self, tails: Collection[bytes]) -> list[int]:
        """Indices of the strings that end with one of some tails. Two bytes of it narrow them down before a look."""
        result: list[int] = []
        for size in sorted({len(tail) for tail in tails}):
            own = frozenset(tail for tail in tails if len(tail) == size)
            found = np.flatnonzero(self.ends - self.starts >= size)
            for step in range(min(size, 2)):
                mark = np.zeros(256, bool)
                mark[[tail[step] for tail in own]] = True
                found = found[mark[self._region[self.ends[found] - size + step]]]
            result += [index for index in found.tolist() if self.raw(index)[-size:] in own]
        return result

    def sockets(self) -> list[int]:
        """Indices of the strings that start with a digit and hold a colon, in the length of a socket or more."""
        some = np.flatnonzero(self.ends - self.starts >= SOCKET)
        first = self._region[self.starts[some]]
        return [index for index in some[(first >= 0x30) & (first <= 0x39)].tolist() if b":" in self.raw(index)]

    def holding(self, needle: bytes) -> list[int]:
        """Indices of the strings that hold some bytes anywhere."""
        first, last = self._bounds()
        hits = self._region[first : max(first, last - len(needle) + 1)] == needle[0]
        for step, byte in enumerate(needle[1:], 1):
            hits &= self._region[first + step : first + step + len(hits)] == byte
        return self._owners(np.flatnonzero(hits) + first)

    def with_bytes(self, low: int, high: int) -> list[int]:
        """Indices of the strings that hold a byte between two values, both included."""
        first, last = self._bounds()
        region = self._region[first:last]
        return self._owners(np.flatnonzero((region >= low) & (region <= high)) + first)

    def _bounds(self) -> tuple[int, int]:
        return (int(self.starts.min()), int(self.ends.max())) if len(self.starts) else (0, 0)

    def _owners(self, places: I8) -> list[int]:
        """Strings that contain the given byte offsets (those between strings belong to none)."""
        if not len(places) or not len(self.starts):
            return []
        order = np.argsort(self.starts, kind="stable")
        at = np.searchsorted(self.starts[order], places, side="right") - 1
        places, at = places[at >= 0], at[at >= 0]
        owners = order[at]
        found: list[int] = np.unique(owners[places < self.ends[owners]]).tolist()
        return found


def keys_of(wanted: Collection[bytes]) -> I8:
    """Length and first byte of strings, as one number each, every number once."""
    found: I8 = np.array(sorted({len(raw) << 8 | raw[0] for raw in wanted if raw}), np.int64)
    return found
