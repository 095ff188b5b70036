"""Initial values of static fields: read where they are strings, and told in a sentence where they are broken."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appscan.dex.errors import DexError
from appscan.dex.index import Dex
from appscan.dex.staticvalues import Sizes, StaticString, static_strings
from tests.dexwriter import Writer, uleb

SIZES = Sizes(fields=10, strings=100)


def written(*fields: tuple[int, int], values: bytes) -> bytes:
    """A byte of padding, class data with these (step, flags) static fields, and an array of values at 64."""
    data = b"\0" + uleb(len(fields)) + uleb(0) * 3 + b"".join(uleb(step) + uleb(flags) for step, flags in fields)
    return data.ljust(64, b"\0") + values


def read(data: bytes) -> list[StaticString]:
    return list(static_strings(data, 1, 64, SIZES))


def test_strings_are_found_between_other_values() -> None:
    integer, text, nothing, true = b"\x64\x01\x02\x03\x04", b"\x17\x05", b"\x1e", b"\x3f"
    data = written(
        (0, 9), (1, 25), (1, 9), (1, 9), (3, 24), values=uleb(5) + integer + text + nothing + true + b"\x37\x07\x00"
    )
    assert read(data) == [StaticString(1, 25, 5, 70), StaticString(6, 24, 7, 74)]


def test_fields_without_a_value_and_values_without_a_field_give_nothing() -> None:
    assert read(written((0, 9), (1, 9), values=uleb(1) + b"\x17\x05")) == [StaticString(0, 9, 5, 65)]
    assert read(written((0, 9), values=uleb(9) + b"\x17\x05")) == [StaticString(0, 9, 5, 65)]
    assert list(static_strings(b"", 0, 0, SIZES)) == []
    assert list(static_strings(b"\0\0", 1, 0, SIZES)) == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (written((0, 9), values=uleb(1)), "lies beyond the end"),
        (written((0, 9), values=uleb(1) + b"\x77\x01"), "lies beyond the end"),
        (written((0, 9), values=uleb(1) + b"\x17\x64"), "beyond the string table"),
        (written((0, 9), values=uleb(1) + b"\x1c\x00"), "of a kind that no field has"),
        (written((0, 9), values=b"\xff" * 6), "a number has no end"),
        (written((10, 9), values=uleb(1) + b"\x17\x05"), "beyond the field table"),
        (b"\0" + uleb(2**30) + bytes(80), "more fields than there are"),
        (b"\0\x01", "a number has no end"),
    ],
)
def test_what_is_broken_is_told_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(DexError, match=said):
        read(data)


@settings(max_examples=300, deadline=None)
@given(data=st.binary(max_size=200), at=st.integers(0, 250), values=st.integers(0, 250))
def test_any_bytes_give_an_answer_or_a_dex_error(data: bytes, at: int, values: int) -> None:
    with contextlib.suppress(DexError):
        for each in static_strings(data, at, values, SIZES):
            assert each.field < SIZES.fields
            assert each.string < SIZES.strings


def test_constants_of_a_written_class() -> None:
    constants = {
        ("Lx/BuildConfig;", "VERSION_NAME"): "1.2.3",
        ("Lx/BuildConfig;", "FLAVOR"): "beta",
        ("Lx/A;", "B"): "c",
    }
    dex = Dex(Writer((), constants=constants).write({}), 0, "classes.dex")
    found = {dex.field(each.field): dex.string(each.string) for row in range(2) for each in dex.static_strings(row)}
    assert found == constants
