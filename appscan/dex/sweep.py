"""A linear sweep over all methods in lock step: the position of every instruction, exactly.

One vector holds the current unit of every method that is not finished; each round reads one instruction of each.
When few methods are left, a plain loop is cheaper and finishes them.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from appscan.dex.header import U2
from appscan.dex.opcodes import FILL_ARRAY, LENGTH, PACKED_SWITCH, SPARSE_SWITCH

FEW = 96
"""Below this many live methods a Python loop beats numpy's cost per call."""

_LENGTH_LIST: list[int] = LENGTH.tolist()


class Instructions(NamedTuple):
    """Every instruction: its unit (16-bit units from the start of the file) and the index of its code item."""

    unit: NDArray[np.int64]
    item: NDArray[np.int64]


def sweep(units: U2, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> Instructions:
    """All instructions of the code items `[starts, ends)`, which must lie inside `units`. Payloads are skipped."""
    kept_units: list[NDArray[np.int64]] = []
    kept_items: list[NDArray[np.int64]] = []
    items = np.flatnonzero(starts < ends)
    at, end = starts[items], ends[items]
    while len(at) > FEW:
        kept_units.append(at)
        kept_items.append(items)
        words = units[at]
        step = LENGTH[words & 0xFF]
        payload = np.flatnonzero((words & 0xFF == 0) & (words != 0))
        for index in payload.tolist():
            step[index] = _payload_length(units, int(at[index]), int(words[index]))
        at = at + step
        live = at < end
        if not live.all():
            at, end, items = at[live], end[live], items[live]
    for start, stop, item in zip(at.tolist(), end.tolist(), items.tolist(), strict=True):
        found = _walk(units[start:stop], units, start)
        kept_units.append(found)
        kept_items.append(np.full(len(found), item, np.int64))
    if not kept_units:
        return Instructions(np.empty(0, np.int64), np.empty(0, np.int64))
    return Instructions(np.concatenate(kept_units), np.concatenate(kept_items))


def _walk(code: U2, units: U2, base: int) -> NDArray[np.int64]:
    """The instructions of one stretch of code, one after the other."""
    words = code.tolist()
    found: list[int] = []
    at, count = 0, len(words)
    while at < count:
        found.append(at)
        word = words[at]
        if word & 0xFF == 0 and word:
            at += _payload_length(units, base + at, word)
        else:
            at += _LENGTH_LIST[word & 0xFF]
    return np.array(found, np.int64) + base


def _payload_length(units: U2, at: int, word: int) -> int:
    """Units of a payload pseudo-instruction; 1 for any other `nop` with a high byte."""
    if at + 4 > len(units):
        return 1
    size = int(units[at + 1])
    if word == PACKED_SWITCH:
        return size * 2 + 4
    if word == SPARSE_SWITCH:
        return size * 4 + 2
    if word == FILL_ARRAY:
        count = int(units[at + 2]) | int(units[at + 3]) << 16
        return (size * count + 1) // 2 + 4
    return 1
