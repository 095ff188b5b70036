"""Class data: which methods each class defines, and where their code is."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from appscan.dex.errors import DexError
from appscan.dex.header import Tables, class_data_end
from appscan.dex.leb128 import Numbers, decode

I8 = NDArray[np.int64]


class Methods(NamedTuple):
    """The methods that classes define, in file order: parallel arrays.

    `method`: index into the method table; `owner`: index into the class table; `flags`: access flags;
    `code`: byte offset of the code item, 0 where there is none.
    """

    method: I8
    owner: I8
    flags: I8
    code: I8


EMPTY = np.empty(0, np.int64)


def read_methods(data: bytes, tables: Tables) -> Methods:
    """Every encoded method of every class. Raises `DexError`."""
    offsets = tables.classes["data"].astype(np.int64)
    owners = np.flatnonzero(offsets)
    offsets = offsets[owners]
    if not len(offsets):
        return Methods(EMPTY, EMPTY, EMPTY, EMPTY)
    first = int(offsets.min())
    if int(offsets.max()) >= len(data):
        raise DexError("class data lies beyond the end of the file")
    for end in (class_data_end(data, tables), len(data)):
        if int(offsets.max()) < end:
            numbers = decode(np.frombuffer(data, np.uint8, end - first, first))
            found = _encoded(numbers, numbers.index_at(offsets - first), owners, len(tables.methods))
            if found is not None:
                return found
    raise DexError("class data runs past the end of the file")


def _encoded(numbers: Numbers, heads: I8, owners: I8, method_count: int) -> Methods | None:
    """The methods behind class data heads; None where the region ends too early."""
    total = len(numbers.values)
    if int(heads.max()) + 4 > total:
        return None
    static, instance, direct, virtual = (numbers.values[heads + step] for step in range(4))
    starts = heads + 4 + 2 * (static + instance)
    counts = direct + virtual
    if int((starts + 3 * counts).max()) > total or int(counts.sum()) * 3 > total * max(1, len(heads)):
        return None
    lists = np.column_stack((starts, starts + 3 * direct)).ravel()
    lengths = np.column_stack((direct, virtual)).ravel()
    at, group = _ranges(lists, lengths, 3)
    method = _cumulative(numbers.values[at], lengths)
    if len(method) and (int(method.max()) >= method_count or int(method.min()) < 0):
        raise DexError("class data names a method beyond the method table")
    return Methods(method, np.repeat(owners, 2)[group], numbers.values[at + 1], numbers.values[at + 2])


def _ranges(starts: I8, lengths: I8, step: int) -> tuple[I8, I8]:
    """Positions of `lengths` records of `step` numbers from each start, and the group of each position."""
    group = np.repeat(np.arange(len(starts)), lengths)
    before = np.cumsum(lengths) - lengths
    inside = np.arange(len(group)) - before[group]
    return starts[group] + step * inside, group


def _cumulative(differences: I8, lengths: I8) -> I8:
    """Running sums that start anew in each list: the first index of a list is absolute."""
    sums = np.cumsum(differences)
    ends = np.cumsum(lengths)
    base = np.zeros(len(lengths), np.int64)
    base[1:] = np.where(ends[:-1] > 0, sums[ends[:-1] - 1] if len(sums) else 0, 0)
    return sums - np.repeat(base, lengths)
