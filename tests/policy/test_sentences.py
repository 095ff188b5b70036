"""Blocks fall into sentences, each with its place in the original."""

from hypothesis import given
from hypothesis import strategies as st

from appscan.policy.from_html import parse_html
from appscan.policy.from_text import parse_text
from appscan.policy.sentences import MAX_LENGTH, MAX_QUOTE, Unit, sentences
from tests.policy.policy_texts import policy_page, policy_text


def units(text: str) -> list[Unit]:
    return list(sentences(parse_text(text), "policy.txt"))


def texts(text: str) -> list[str]:
    return [unit.sentence.text for unit in units(text)]


def test_full_stops_semicolons_and_marks_end_a_sentence() -> None:
    assert texts("我们收集位置。您同意吗？不同意也可以；请放心！") == [
        "我们收集位置。",
        "您同意吗？",
        "不同意也可以；",
        "请放心！",
    ]


def test_a_quotation_mark_after_the_stop_belongs_to_the_sentence() -> None:
    assert texts("弹窗写明“我们收集位置。”您可以拒绝。") == ["弹窗写明“我们收集位置。”", "您可以拒绝。"]


def test_a_decimal_point_or_an_address_ends_nothing() -> None:
    text = "发送邮件至 privacy@a.example 或者访问 www.a.example 了解 1.5 版。"
    assert texts(text) == [text]


def test_a_sentence_knows_its_line_and_heading() -> None:
    unit = units("一、信息的收集\n我们收集位置。\n我们收集手机号。\n")[2]
    assert (unit.sentence.line, unit.sentence.heading) == (3, "一、信息的收集")
    assert unit.evidence.where == "policy.txt:3"


def test_a_table_row_is_one_sentence_and_its_stops_part_nothing() -> None:
    page = "<table><tr><th>名称</th><th>目的</th></tr><tr><td>甲SDK</td><td>统计。推送。</td></tr></table>"
    (unit,) = sentences(parse_html(policy_page(page)), "p.html")
    assert unit.norm == "甲sdk | 统计;推送"


def test_a_long_quotation_is_cut() -> None:
    (unit,) = units("甲" * (MAX_QUOTE + 50) + "。")
    assert len(unit.evidence.quote) == MAX_QUOTE
    assert unit.evidence.quote.endswith("…")


def test_a_text_without_a_full_stop_is_cut_in_linear_time() -> None:
    found = units("我们收集位置和手机号" * 10_000)
    assert max(len(unit.sentence.text) for unit in found) <= MAX_LENGTH
    assert sum(len(unit.sentence.text) for unit in found) == 100_000


def test_a_cut_prefers_a_comma() -> None:
    assert texts("我们收集位置，" * 100)[0].endswith("，")


LINES = st.lists(
    st.text(st.sampled_from("我们收集位置您的，。；？：、“”（） 1a|\t#-"), min_size=1, max_size=80),
    min_size=1,
    max_size=12,
)


@given(LINES)
def test_every_sentence_stands_at_its_offset(lines: list[str]) -> None:
    text = "\n".join(lines)
    for unit in units(text):
        first = unit.sentence.text[0]
        assert text[unit.sentence.offset] == first
        assert text.count("\n", 0, unit.sentence.offset) + 1 == unit.sentence.line


def test_every_sentence_of_a_policy_is_found_at_its_offset() -> None:
    text = policy_text()
    for unit in units(text):
        sentence = unit.sentence
        assert text[sentence.offset : sentence.offset + len(sentence.text)] == sentence.text
