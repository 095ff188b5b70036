"""The index against androguard, and against files that break their own format."""

import contextlib
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appscan.dex.errors import DexError
from appscan.dex.index import Dex, read_entry
from benchmarks.oracle import androguards, ours
from tests.conftest import APKS, SAMPLES
from tests.dexwriter import RETURN_VOID, Method, Writer


def entries(path: Path) -> list[bytes]:
    with zipfile.ZipFile(path) as archive:
        return [archive.read(name) for name in archive.namelist() if name.endswith(".dex")]


@pytest.fixture(scope="module")
def tidy() -> bytes:
    return entries(SAMPLES / "tidy" / "tidy.apk")[0]


@pytest.mark.parametrize("path", APKS, ids=lambda path: path.stem)
def test_calls_are_exactly_those_that_androguard_finds(path: Path) -> None:
    for data in entries(path):
        assert ours(data) == androguards(data)


def test_strings_types_and_classes_have_names(tidy: bytes) -> None:
    (dex,) = read_entry(tidy, "classes.dex")
    assert "Lcom/example/tidy/MainActivity;" in dex.class_names
    assert dex.type_index["Landroid/app/Activity;"] >= 0
    assert ("Lcom/example/tidy/MainActivity;", "Landroid/app/Activity;") in set(dex.superclasses())


def test_offsets_point_at_the_instruction(tidy: bytes) -> None:
    (dex,) = read_entry(tidy, "classes.dex")
    for offset, opcode, target in zip(
        dex.calls.offset.tolist(), dex.calls.opcode.tolist(), dex.calls.target.tolist(), strict=True
    ):
        assert tidy[offset] == opcode
        assert struct.unpack_from("<H", tidy, offset + 2)[0] == target


@pytest.mark.parametrize(
    ("offset", "value", "said"),
    [
        (0x28, 0, "little-endian"),
        (0x38, 0xFFFFFF, "strings table"),
        (0x3C, 0xFFFFFFF0, "strings table"),
        (0x64, 0xFFFFFFFF, "classes table"),
    ],
)
def test_a_lying_header_is_told_in_a_sentence(tidy: bytes, offset: int, value: int, said: str) -> None:
    data = bytearray(tidy)
    struct.pack_into("<I", data, offset, value)
    with pytest.raises(DexError, match=said):
        Dex(bytes(data), 0, "classes.dex")


@pytest.mark.parametrize("data", [b"dex\n", b"PK\x03\x04" * 40, b"dex\n099\0" + bytes(200)])
def test_what_is_no_dex_is_told_in_a_sentence(data: bytes) -> None:
    with pytest.raises(DexError):
        read_entry(data, "classes.dex")


def everything(data: bytes) -> None:
    for dex in read_entry(data, "classes.dex"):
        _ = dex.class_names, dex.methods, dex.calls, dex.string_constants, dex.field_accesses, dex.code_methods
        for index in range(len(dex.tables.methods)):
            dex.method(index)
        for index in range(len(dex.tables.fields)):
            dex.field(index)
        for row in range(len(dex.tables.classes)):
            with contextlib.suppress(DexError):
                list(dex.static_strings(row))


WORDS = st.sampled_from([0, 1, 0x7F, 0xFFFF, 0x10000, 2**31, 2**32 - 1])


@settings(max_examples=150, deadline=None)
@given(damage=st.lists(st.tuples(st.integers(0, 2**20), WORDS), min_size=1, max_size=4))
def test_damage_anywhere_gives_an_answer_or_a_dex_error(tidy: bytes, damage: list[tuple[int, int]]) -> None:
    damaged = bytearray(tidy)
    for place, word in damage:
        struct.pack_into("<I", damaged, 8 + place % (len(damaged) - 12), word)
    with contextlib.suppress(DexError):
        everything(bytes(damaged))


@settings(max_examples=40, deadline=None)
@given(length=st.integers(0, 2**20))
def test_a_file_cut_anywhere_gives_an_answer_or_a_dex_error(tidy: bytes, length: int) -> None:
    with contextlib.suppress(DexError):
        everything(tidy[: length % len(tidy)])


def pairs(dex: Dex) -> set[tuple[str, str]]:
    found = zip(dex.calls.caller.tolist(), dex.calls.target.tolist(), strict=True)
    return {(dex.method(caller), dex.method(target)) for caller, target in found}


METHODS = [Method("Lapp/A;", "first"), Method("Lapp/A;", "second"), Method("Lsys/B;", "target")]


def test_a_call_in_a_written_file_is_found() -> None:
    writer = Writer(METHODS)
    data = writer.write({("Lapp/A;", "first"): [*writer.call("Lsys/B;", "target"), RETURN_VOID]})
    (dex,) = read_entry(data, "classes.dex")
    assert pairs(dex) == {("Lapp/A;->first()V", "Lsys/B;->target()V")}
    assert dex.class_names == ["Lapp/A;"]


def test_the_parts_of_a_container_are_read_each() -> None:
    """Version 041 keeps several files in one entry; offsets count from the start of the entry."""
    writer = Writer(METHODS, version="041")
    one = {("Lapp/A;", "first"): [*writer.call("Lsys/B;", "target"), RETURN_VOID]}
    two = {("Lapp/A;", "second"): [*writer.call("Lapp/A;", "first"), RETURN_VOID]}
    first = writer.write(one)
    parts = read_entry(first + writer.write(two, base=len(first)), "classes.dex")
    assert [part.name for part in parts] == ["classes.dex#1", "classes.dex#2"]
    assert pairs(parts[0]) == {("Lapp/A;->first()V", "Lsys/B;->target()V")}
    assert pairs(parts[1]) == {("Lapp/A;->second()V", "Lapp/A;->first()V")}


def test_a_code_item_that_two_methods_share_calls_for_both() -> None:
    writer = Writer(METHODS)
    units = [*writer.call("Lsys/B;", "target"), RETURN_VOID]
    keys = ("Lapp/A;", "first"), ("Lapp/A;", "second")
    data = writer.write(dict.fromkeys(keys, units), moved={keys[1]: (keys[0], 0)})
    (dex,) = read_entry(data, "classes.dex")
    assert pairs(dex) == {("Lapp/A;->first()V", "Lsys/B;->target()V"), ("Lapp/A;->second()V", "Lsys/B;->target()V")}


def test_a_jumbo_string_and_a_plain_one_are_both_constants() -> None:
    writer = Writer(METHODS, ["content://sms", "android_id"])
    jumbo = [0x001B, writer.string("content://sms"), 0]
    plain = [0x001A, writer.string("android_id")]
    data = writer.write({("Lapp/A;", "first"): [*jumbo, *plain, RETURN_VOID]})
    (dex,) = read_entry(data, "classes.dex")
    assert {dex.string(index) for index in dex.string_constants.target.tolist()} == {"content://sms", "android_id"}


def test_a_method_of_sixty_thousand_units_is_swept_to_its_end() -> None:
    writer = Writer(METHODS)
    call = writer.call("Lsys/B;", "target")
    data = writer.write({("Lapp/A;", "first"): [*call * 20_000, RETURN_VOID]})
    (dex,) = read_entry(data, "classes.dex")
    assert len(dex.calls.caller) == 20_000


def test_code_items_that_overlap_without_end_are_refused() -> None:
    """Thousands of methods inside one another's code would make the sweep quadratic."""
    keys = [("Lapp/A;", f"m{number:04}") for number in range(600)]
    header = [1, 0, 0, 0, 0, 0, 3000, 0]  # a code item of 3,000 units, again and again inside the first one's code
    code = {key: header * 500 if key is keys[0] else [RETURN_VOID] for key in keys}
    moved = {key: (keys[0], 16 + 16 * number) for number, key in enumerate(keys[1:60])}
    data = Writer([Method(*key) for key in keys]).write(code, moved=moved)
    (dex,) = read_entry(data, "classes.dex")
    with pytest.raises(DexError, match="overlap"):
        _ = dex.calls


def test_an_empty_file_has_no_classes_and_no_calls() -> None:
    (dex,) = read_entry(Writer([]).write({}), "classes.dex")
    assert dex.class_names == []
    assert len(dex.calls.caller) == 0
