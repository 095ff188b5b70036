"""The form in which text is matched, and the language that it is written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appscan.policy.normalise import chinese_characters, fold, language, normalise, visible_characters


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("ＩＭＥＩ（设备识别码）", "imei(设备识别码)"),
        ("我 们 收 集", "我们收集"),
        ("接入 Bugly SDK 服务", "接入bugly sdk服务"),
        ("“同意”", '"同意"'),
        ("个人\u200b信息", "个人信息"),
        ("**重要**提示", "重要提示"),
        ("一，\n二", "一,二"),
        ("read the policy", "read the policy"),
    ],
)
def test_text_is_brought_to_one_form(text: str, normal: str) -> None:
    assert normalise(text) == normal


def test_folding_keeps_the_case_of_letters() -> None:
    assert fold("友盟 U-App　SDK") == "友盟U-App SDK"


@given(st.text(max_size=60))
def test_a_normal_form_has_no_runs_of_blanks(text: str) -> None:
    folded = fold(text)
    assert folded == folded.strip()
    assert "  " not in folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我们重视您的个人信息，并按照法律的规定保护它。", "zh-Hans"),
        ("我們重視您的個人資訊，並依照法律的規定保護它。", "zh-Hant"),
        ("We value your privacy and protect your personal information.", "en"),
        ("当社はお客様の個人情報を適切に取り扱います。", "other"),
        ("개인정보 처리방침을 안내합니다.", "other"),
        ("", "other"),
    ],
)
def test_the_language_is_told_by_the_letters(text: str, expected: str) -> None:
    assert language(text) == expected


def test_characters_are_counted_without_punctuation_or_blanks() -> None:
    assert chinese_characters("收集，ABC 使用。") == 4
    assert visible_characters("收集，ABC 使用。") == 9
