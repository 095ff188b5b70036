"""ICP filing numbers: their forms, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appscan.extract.filings import numbers
from appscan.provinces import PROVINCES


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("京ICP备12345678号", "京ICP备12345678号"),
        ("京ICP备12345678号-2", "京ICP备12345678号-2"),
        ("京ICP备12345678号-3A", "京ICP备12345678号-3A"),
        ("沪ICP备2021012345号-1", "沪ICP备2021012345号-1"),
        ("粤icp备12345678号－３ａ", "粤ICP备12345678号-3A"),
        ("浙ＩＣＰ备１２３４５６７８号", "浙ICP备12345678号"),
        ("蜀 ICP 备 12345678 号 - 3A", "蜀ICP备12345678号-3A"),
        ("京ICP备\u30001234 5678\u3000号", "京ICP备12345678号"),
        ("京ICP備12345678號-3A", "京ICP备12345678号-3A"),
        ("京ICP备12345678", "京ICP备12345678号"),
        ("ICP备案号：京ICP备12345678号-3A 版权所有", "京ICP备12345678号-3A"),
    ],
)
def test_a_filing_number(text: str, number: str) -> None:
    assert [each.number for each in numbers(text)] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "某ICP备12345678号",
        "港ICP备12345678号",
        "ICP备12345678号",
        "京ICP证030173号",
        "粤B2-20090059",
        "增值电信业务经营许可证 京B2-20200001",
        "京公网安备11010802020134号",
        "京ICP备案号",
        "京ICP备12345号",
        "京ICP备12345678901号",
    ],
)
def test_no_filing_number(text: str) -> None:
    assert list(numbers(text)) == []


def test_it_is_told_as_written_and_where() -> None:
    text = "版权所有\n浙ＩＣＰ备１２３４５６７８号－３Ａ。京ICP备87654321号"
    assert [(each.text, text[each.at]) for each in numbers(text)] == [
        ("浙ＩＣＰ备１２３４５６７８号－３Ａ", "浙"),
        ("京ICP备87654321号", "京"),
    ]


def test_there_are_31_registers() -> None:
    assert len(set(PROVINCES)) == len(PROVINCES) == 31


@given(st.text(alphabet="京港ICP备備号證 　-－0１2A", max_size=40))
def test_any_text_gives_normal_forms_or_nothing(text: str) -> None:
    for each in numbers(text):
        assert [again.number for again in numbers(each.number)] == [each.number]
