"""Dates, addresses and time limits that a policy states."""

from collections.abc import Callable

import pytest

from appscan.facts import Policy
from appscan.policy.values import number

Read = Callable[[str], Policy]


@pytest.mark.parametrize(
    ("text", "value"),
    [("15", 15), ("十五", 15), ("三十", 30), ("二十一", 21), ("十", 10), ("两", 2), ("一百二十", 120)],
)
def test_numbers_are_read_in_both_scripts(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("sentence", "key", "value"),
    [
        ("更新日期：2025年3月1日", "updated", "2025-03-01"),
        ("更新日期：【2025】年【3】月【1】日", "updated", "2025-03-01"),
        ("版本发布时间 2025.12.31", "updated", "2025-12-31"),
        ("本政策将于2025年4月10日正式生效。", "effective", "2025-04-10"),
        ("整洁记账由示例整洁科技有限公司运营。", "company", "示例整洁科技有限公司"),
        ("联系邮箱：Privacy.Team@tidy.example", "email", "Privacy.Team@tidy.example"),
        ("客服电话：400-800-1234", "phone", "400-800-1234"),
        ("我们将在十五个工作日内答复您。", "response_days", "15"),
        ("我们会在48小时内回复您的投诉。", "response_days", "2"),
    ],
)
def test_a_value_is_found(read_text: Read, sentence: str, key: str, value: str) -> None:
    assert read_text(sentence).values[key] == value


def test_the_longest_time_promised_counts(read_text: Read) -> None:
    policy = read_text("一般我们在3个工作日内回复。\n对于注销申请，我们在30个工作日内处理。\n")
    assert policy.values["response_days"] == "30"


@pytest.mark.parametrize(
    "sentence",
    [
        "日志保存180日内的部分会被处理。",
        "发生安全事件后，我们在72小时内处理并告知您。",
        "我们至少提前30日公告，并在30日内处理。",
    ],
)
def test_another_time_limit_is_not_the_time_to_answer(read_text: Read, sentence: str) -> None:
    assert "response_days" not in read_text(sentence).values


def test_the_company_of_an_sdk_is_not_the_operator(read_text: Read) -> None:
    assert "company" not in read_text("极光推送SDK由示例讯息技术有限公司运营。").values


def test_a_date_that_cannot_be_is_no_date(read_text: Read) -> None:
    assert "updated" not in read_text("更新日期：2025年19月45日").values
