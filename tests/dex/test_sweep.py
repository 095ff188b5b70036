"""The sweep: lock step and plain loop find the same instructions, payloads included."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from appscan.dex import sweep as module
from appscan.dex.opcodes import LENGTH
from appscan.dex.sweep import sweep


def naive(units: list[int], start: int, end: int) -> list[int]:
    """One instruction after the other, straight from the specification."""
    found, at = [], start
    while at < end:
        found.append(at)
        word = units[at]
        length = int(LENGTH[word & 0xFF])
        if at + 4 <= len(units) and word == 0x0100:
            length = units[at + 1] * 2 + 4
        elif at + 4 <= len(units) and word == 0x0200:
            length = units[at + 1] * 4 + 2
        elif at + 4 <= len(units) and word == 0x0300:
            length = (units[at + 1] * (units[at + 2] | units[at + 3] << 16) + 1) // 2 + 4
        at += length
    return found


CODE = st.lists(
    st.one_of(st.integers(0, 0xFFFF), st.sampled_from([0x0100, 0x0200, 0x0300, 1, 2])), min_size=1, max_size=60
)


@given(st.lists(CODE, min_size=1, max_size=8), st.sampled_from([0, 1, 4, 96]))
def test_every_instruction_is_found_however_many_methods_are_left(methods: list[list[int]], few: int) -> None:
    units = [unit for method in methods for unit in method]
    ends = np.cumsum([len(method) for method in methods])
    starts = ends - [len(method) for method in methods]
    before, module.FEW = module.FEW, few
    try:
        found = sweep(np.array(units, np.uint16), starts.astype(np.int64), ends.astype(np.int64))
    finally:
        module.FEW = before
    for item, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        assert sorted(found.unit[found.item == item].tolist()) == naive(units, start, end)


def test_a_switch_payload_is_no_instruction_stream() -> None:
    # nop; packed-switch payload with one target (6 units) whose words look like invokes; return-void
    units = np.array([0x0000, 0x0100, 1, 0x6E6E, 0x6E6E, 0x6E6E, 0x6E6E, 0x000E], np.uint16)
    found = sweep(units, np.array([0]), np.array([8]))
    assert found.unit.tolist() == [0, 1, 7]
