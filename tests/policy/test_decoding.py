"""The encoding of a policy is told by trial."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appscan.errors import InputError
from appscan.policy.decode import decode, plausibility
from tests.policy.policy_texts import policy_text

SIMPLIFIED = policy_text()
TRADITIONAL = (
    "本應用程式的隱私權政策說明我們如何蒐集、使用與保護您的個人資訊。請您在使用服務之前仔細閱讀，並了解您的權利。" * 4
)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_a_simplified_text_is_read_in_each_encoding(encoding: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding)) == (SIMPLIFIED, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "big5hkscs", "gb18030", "utf-16-le"])
def test_a_traditional_text_is_read_in_each_encoding(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)) == (TRADITIONAL, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_is_believed_and_dropped(mark: bytes, encoding: str) -> None:
    assert decode(mark + SIMPLIFIED.encode(encoding)).text == SIMPLIFIED


def test_a_page_that_declares_gb2312_may_hold_rarer_characters() -> None:
    page = f'<meta charset="gb2312">\n{SIMPLIFIED}喆'
    assert decode(page.encode("gb18030")) == (page, "gb18030")


def test_a_page_that_declares_a_wrong_encoding_is_read_by_trial() -> None:
    page = f'<meta charset="big5">\n{SIMPLIFIED}'
    assert decode(page.encode("gb18030")).text == page


def test_a_page_that_declares_no_known_encoding_is_read_by_trial() -> None:
    page = f'<meta charset="martian">\n{SIMPLIFIED}'
    assert decode(page.encode("gb18030")).text == page


def test_a_cut_file_loses_its_last_character_and_says_so() -> None:
    text, encoding = decode(SIMPLIFIED.rstrip().encode() + "。".encode()[:2])
    assert text.startswith(SIMPLIFIED.rstrip())
    assert encoding == "utf-8, 1 characters lost"


def test_lines_of_old_macs_are_lines() -> None:
    assert decode("第一行\r第二行".encode()).text == "第一行\n第二行"


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n" + bytes(200), b"PK\x03\x04" + bytes(90)])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="encoding"):
        decode(data)


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"").text == ""


def test_a_wrongly_decoded_text_is_less_plausible() -> None:
    wrong = SIMPLIFIED.encode("gb18030").decode("big5hkscs", "replace")
    assert plausibility(wrong) < plausibility(SIMPLIFIED)


SENTENCES = st.lists(
    st.sampled_from(
        [
            "我们会收集您的手机号码。",
            "您可以随时撤回您的同意；",
            "本政策自2025年1月1日起生效。",
            "第三方 SDK 的名称与目的见下表：",
            "未经您的同意，我们不会共享您的个人信息！",
            "Android ID、IMEI 与 MAC 地址",
        ]
    ),
    min_size=3,
    max_size=30,
)


@given(SENTENCES, st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]))
def test_what_was_encoded_comes_back(sentences: list[str], encoding: str) -> None:
    text = "\n".join(sentences)
    assert decode(text.encode(encoding)).text == text


@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_an_input_error(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except InputError:
        return
    assert isinstance(text, str)
    assert encoding
