"""Adjacency in CSR form: who may come to run after whom, how, and on which condition."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

I8 = NDArray[np.int64]
Mask = NDArray[np.bool_]
U1 = NDArray[np.uint8]
NONE = -1


class Rows(NamedTuple):
    """Edges as parallel arrays. `need`: a type of which an object must exist before the edge counts; -1: none."""

    source: I8
    target: I8
    kind: U1
    need: I8

    @classmethod
    def of(cls, source: I8, target: I8, kind: int, need: I8 | None = None) -> "Rows":
        """Edges of one kind."""
        kinds = np.full(len(source), kind, np.uint8)
        return cls(source, target, kinds, np.full(len(source), NONE, np.int64) if need is None else need)


def spread(first: I8, counts: I8) -> I8:
    """Runs of numbers, one after another: `counts[i]` of them from `first[i]` upwards."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    found: I8 = np.arange(total) + np.repeat(first - (ends - counts), counts)
    return found


def joined(parts: list[Rows]) -> Rows:
    """All edges of several lists."""
    return Rows(
        np.concatenate([each.source for each in parts]),
        np.concatenate([each.target for each in parts]),
        np.concatenate([each.kind for each in parts]),
        np.concatenate([each.need for each in parts]),
    )


class Edges(NamedTuple):
    """The edges out of node `n` are rows `starts[n]` to `starts[n + 1]`."""

    starts: I8
    rows: Rows

    def out_of(self, nodes: I8) -> I8:
        """Row numbers of every edge out of some nodes."""
        return spread(self.starts[nodes], self.starts[nodes + 1] - self.starts[nodes])


def csr(rows: Rows, size: int) -> Edges:
    """Edges sorted by source: those of one source keep their order."""
    order = ordered(rows.source)
    starts = np.zeros(size + 1, np.int64)
    np.cumsum(np.bincount(rows.source, minlength=size)[:size], out=starts[1:])
    return Edges(starts, Rows(rows.source[order], rows.target[order], rows.kind[order], rows.need[order]))


def ordered(keys: I8) -> I8:
    """The order that sorts non-negative keys below 2^32, equal ones as they stand.

    Two passes over 16 bits each: numpy sorts those by counting, which beats its comparison sort on large arrays.
    """
    low = np.argsort((keys & 0xFFFF).astype(np.uint16), kind="stable")
    if int(keys.max(initial=0)) <= 0xFFFF:
        return low
    high = np.argsort((keys >> 16).astype(np.uint16)[low], kind="stable")
    order: I8 = low[high]
    return order


def distinct(values: I8) -> I8:
    """The distinct values, sorted: by sorting, which on large arrays beats `numpy.unique`'s hashing."""
    ordered = np.sort(values)
    fresh = np.ones(len(ordered), bool)
    fresh[1:] = ordered[1:] != ordered[:-1]
    return ordered[fresh]
