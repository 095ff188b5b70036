"""Plain text and Markdown are read as the same blocks as a page."""

import pytest

from appscan.policy.document import Block
from appscan.policy.from_text import parse_text


def blocks(text: str) -> tuple[Block, ...]:
    return parse_text(text).blocks


@pytest.mark.parametrize(
    "line",
    [
        "第一条 信息的收集",
        "一、信息的收集",
        "（一）信息的收集",
        "1.1 信息的收集",
        "## 信息的收集",
        "**信息的收集**",
        "1、信息的收集",
    ],
)
def test_a_numbered_or_marked_line_is_a_heading(line: str) -> None:
    found = blocks(f"{line}\n\n我们收集您的手机号。\n")
    assert [block.kind for block in found] == ["heading", "paragraph"]
    assert "信息的收集" in found[1].heading


@pytest.mark.parametrize(
    "line", ["一、我们收集您的手机号，用于登录。", "2025年1月1日", "1.5米以内的蓝牙设备，我们不扫描。"]
)
def test_a_numbered_sentence_is_no_heading(line: str) -> None:
    assert blocks(f"{line}\n")[0].kind != "heading"


def test_circled_numbers_are_items_of_the_line_that_announces_them() -> None:
    found = blocks("我们会收集以下信息：\n①手机号，用于登录；\n②位置，用于天气。\n")
    assert [block.kind for block in found] == ["paragraph", "item", "item"]
    assert found[2].lead == "我们会收集以下信息："


def test_lines_broken_at_a_fixed_width_are_joined() -> None:
    text = "为了让您在不同的设备之间同步账本，我们会在您登录之后收集您的手机号码并且把它保存在位\n于境内的服务器上。\n"
    (block,) = blocks(text)
    assert block.text == text.replace("\n", "")
    assert text[block.offset(block.text.index("于境内"))] == "于"


def test_words_of_latin_letters_keep_a_blank_where_a_line_broke() -> None:
    (block,) = blocks("我们使用了由第三方公司提供的消息推送服务也就是一个名叫PUSH\nSDK的组件来送达消息。\n")
    assert "PUSH SDK" in block.text


def test_a_markdown_table_gives_rows() -> None:
    (row,) = blocks("| SDK名称 | 目的 | 收集的信息 |\n|---|:---:|---|\n| 甲SDK | 统计 | 设备型号 |\n")
    assert row.columns == ("SDK名称", "目的", "收集的信息")
    assert row.cells == ("甲SDK", "统计", "设备型号")


def test_a_link_leaves_its_text() -> None:
    document = parse_text("详见[第三方SDK目录](https://a.example/sdk)。\n")
    assert document.blocks[0].text == "详见第三方SDK目录。"
    assert [tuple(link) for link in document.links] == [("第三方SDK目录", "https://a.example/sdk")]


@pytest.mark.parametrize("text", ["", "\n\n\n", "---\n***\n"])
def test_a_text_without_words_has_no_blocks(text: str) -> None:
    assert blocks(text) == ()


def test_windows_line_ends_do_not_show() -> None:
    assert [block.text for block in blocks("甲甲甲。\r\n乙乙乙。\r\n")] == ["甲甲甲。", "乙乙乙。"]
