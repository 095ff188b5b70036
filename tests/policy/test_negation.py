"""What a negation denies, and what it does not."""

import pytest

from appscan.policy.negation import denial

CASES = {
    "我们不会收集您的通讯录": "denied",
    "我们不收集您的通讯录": "denied",
    "我们从未收集您的位置": "denied",
    "使用本功能无需收集任何个人信息": "denied",
    "我们不会读取您的相册,也不会收集您的短信": "denied",
    "我们会收集您的手机号": "no",
    "我们不仅收集您的手机号": "no",
    "我们不得不收集您的手机号": "no",
    "如您不同意我们收集您的位置": "no",
    "您可以选择不允许我们收集您的位置": "no",
    "在您不同意的情况下收集": "no",
    "我们收集信息的范围不限于收集": "no",
    "未来我们会收集您的步数": "no",
    "未经您同意,我们不会收集您的位置": "conditional",
    "除法律另有规定外,我们不会收集您的位置": "conditional",
    "我们不会收集您的位置,取得您单独同意的除外": "conditional",
    "若您拒绝开启定位,则我们不会收集您的位置": "conditional",
    "我们不会收集您的信息用于本政策之外的目的": "conditional",
}


@pytest.mark.parametrize(("sentence", "expected"), CASES.items())
def test_a_denial_is_told_from_a_condition_and_a_refusal(sentence: str, expected: str) -> None:
    assert denial(sentence, sentence.rindex("收集")) == expected


def test_a_denial_ends_with_its_clause() -> None:
    sentence = "我们不会读取您的短信,但会收集您的手机号"
    assert denial(sentence, sentence.index("读取")) == "denied"
    assert denial(sentence, sentence.index("收集")) == "no"
