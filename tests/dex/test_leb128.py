"""ULEB128: a region decoded at once gives what one number at a time gives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from appscan.dex.errors import DexError
from appscan.dex.leb128 import decode, read_one


def encode(value: int) -> bytes:
    result = bytearray()
    while True:
        byte, value = value & 0x7F, value >> 7
        result.append(byte | (0x80 if value else 0))
        if not value:
            return bytes(result)


@given(st.lists(st.integers(0, 2**32 - 1), max_size=50))
def test_a_region_gives_back_the_numbers_that_were_encoded(values: list[int]) -> None:
    data = b"".join(map(encode, values))
    assert decode(np.frombuffer(data, np.uint8)).values.tolist() == values


@given(st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=20), st.data())
def test_index_at_finds_the_number_that_starts_at_an_offset(values: list[int], data: st.DataObject) -> None:
    chosen = data.draw(st.integers(0, len(values) - 1))
    region = b"".join(map(encode, values))
    offset = len(b"".join(map(encode, values[:chosen])))
    numbers = decode(np.frombuffer(region, np.uint8))
    assert numbers.index_at(np.array([offset])).tolist() == [chosen]
    assert read_one(region, offset)[0] == values[chosen]


@given(st.binary(max_size=200))
def test_any_bytes_decode_without_an_exception(data: bytes) -> None:
    assert len(decode(np.frombuffer(data, np.uint8)).values) == sum(byte < 0x80 for byte in data)


def test_a_number_without_an_end_is_an_error() -> None:
    with pytest.raises(DexError):
        read_one(b"\x80\x80", 0)
