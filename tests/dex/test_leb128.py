"""ULEB128: a region decoded at once gives what one number at a time gives."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from appscan.dex.leb128 import decode
from tests.dexwriter import uleb


@given(st.lists(st.integers(0, 2**32 - 1), max_size=50))
def test_a_region_gives_back_the_numbers_that_were_encoded(values: list[int]) -> None:
    data = b"".join(map(uleb, values))
    assert decode(np.frombuffer(data, np.uint8)).values.tolist() == values


@given(st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=20), st.data())
def test_index_at_finds_the_number_that_starts_at_an_offset(values: list[int], data: st.DataObject) -> None:
    chosen = data.draw(st.integers(0, len(values) - 1))
    region = b"".join(map(uleb, values))
    offset = len(b"".join(map(uleb, values[:chosen])))
    numbers = decode(np.frombuffer(region, np.uint8))
    assert numbers.index_at(np.array([offset])).tolist() == [chosen]


@given(st.binary(max_size=200))
def test_any_bytes_decode_without_an_exception(data: bytes) -> None:
    assert len(decode(np.frombuffer(data, np.uint8)).values) == sum(byte < 0x80 for byte in data)
