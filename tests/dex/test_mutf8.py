"""MUTF-8: every text survives, and broken bytes never raise."""

from hypothesis import given
from hypothesis import strategies as st

from appscan.dex import mutf8


@given(st.text())
def test_a_text_survives_encoding_and_decoding(text: str) -> None:
    assert mutf8.decode(mutf8.encode(text)) == text


@given(st.binary(max_size=100))
def test_any_bytes_decode_to_text_that_can_be_written(raw: bytes) -> None:
    mutf8.decode(raw).encode("utf-8")


def test_nul_and_supplementary_characters_have_their_own_form() -> None:
    assert mutf8.encode("\0") == b"\xc0\x80"
    assert mutf8.encode("😀") == b"\xed\xa0\xbd\xed\xb8\x80"
    assert mutf8.decode(b"a\xc0\x80\xed\xa0\xbd\xed\xb8\x80") == "a\0😀"
