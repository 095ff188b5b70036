"""A page is read as headings, paragraphs, items and rows, each with its place."""

import pytest

from appscan.errors import LimitError
from appscan.policy.document import Block, Document
from appscan.policy.from_html import parse_html
from tests.policy.policy_texts import policy_page


def blocks(body: str) -> tuple[Block, ...]:
    return parse_html(policy_page(body)).blocks


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def test_headings_paragraphs_and_items() -> None:
    document = parse_html(policy_page("<h2>一、收集</h2><p>我们收集：</p><ul><li>手机号</li><li>位置</li></ul>"))
    assert kinds(document) == [
        ("heading", "一、收集"),
        ("paragraph", "我们收集："),
        ("item", "手机号"),
        ("item", "位置"),
    ]
    assert document.blocks[2].lead == "我们收集："
    assert document.blocks[2].path == ("一、收集",)


def test_a_heading_closes_those_below_it() -> None:
    found = blocks("<h1>隐私政策</h1><h2>一、收集</h2><h3>（一）注册</h3><p>甲。</p><h2>二、保存</h2><p>乙。</p>")
    assert found[3].path == ("隐私政策", "一、收集", "（一）注册")
    assert found[5].path == ("隐私政策", "二、保存")


def test_a_bold_line_with_a_number_is_a_heading() -> None:
    found = blocks("<p><b>三、我们如何共享信息</b></p><p>我们不共享。</p>")
    assert [block.kind for block in found] == ["heading", "paragraph"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>收集</script>",
        "<style>收集</style>",
        '<p style="display: none">收集</p>',
        '<div style="visibility:hidden"><p>收集</p></div>',
        "<p hidden>收集</p>",
        "<!-- 收集 -->",
        "<template><p>收集</p></template>",
    ],
)
def test_what_is_not_shown_is_not_read(hidden: str) -> None:
    assert [block.text for block in blocks(f"{hidden}<p>正文。</p>")] == ["正文。"]


def test_line_breaks_part_paragraphs() -> None:
    assert [block.text for block in blocks("<p>第一行<br>第二行</p>")] == ["第一行", "第二行"]


def test_the_place_is_that_in_the_source() -> None:
    page = policy_page("<p>甲甲。</p>\n\n<p>乙乙&amp;丙丙。</p>")
    document = parse_html(page)
    block = document.blocks[1]
    assert block.text == "乙乙&丙丙。"
    assert page[block.offset(0) :].startswith("乙乙")
    assert document.source.line(block.offset(0)) == page[: page.index("乙乙")].count("\n") + 1


def test_a_word_in_a_comment_or_script_is_not_taken_for_its_place() -> None:
    page = policy_page("<!-- 收集手机号 --><script>var a = '收集手机号';</script><p>收集手机号</p>")
    assert parse_html(page).blocks[0].offset(0) == page.rindex("收集手机号")


TABLE = (
    "<table><tr><th>SDK 名称</th><th>使用目的</th><th>收集的信息</th></tr>"
    "<tr><td>甲SDK</td><td>统计</td><td>设备型号</td></tr></table>"
)


def test_a_table_gives_rows_under_their_columns() -> None:
    (row,) = blocks(TABLE)
    assert row.kind == "row"
    assert row.columns == ("SDK 名称", "使用目的", "收集的信息")
    assert row.cells == ("甲SDK", "统计", "设备型号")


def test_a_first_row_of_plain_cells_can_be_the_header() -> None:
    (row,) = blocks(TABLE.replace("th>", "td>"))
    assert row.columns == ("SDK 名称", "使用目的", "收集的信息")


def test_merged_cells_are_filled_in() -> None:
    found = blocks(
        "<table><tr><th>公司名称</th><th>SDK名称</th><th>目的</th></tr>"
        '<tr><td rowspan="2">示例公司</td><td>甲SDK</td><td>统计</td></tr><tr><td>乙SDK</td><td>推送</td></tr></table>'
    )
    assert [row.cells for row in found] == [("示例公司", "甲SDK", "统计"), ("示例公司", "乙SDK", "推送")]


@pytest.mark.parametrize("span", ["0", "-1", "99999999999", "x", "1e9"])
def test_absurd_spans_are_bounded(span: str) -> None:
    found = blocks(TABLE.replace("<td>甲SDK", f'<td rowspan="{span}" colspan="{span}">甲SDK'))
    assert all(len(row.cells) < 1_000 for row in found)


def test_a_table_that_only_lays_out_gives_paragraphs() -> None:
    assert [block.kind for block in blocks("<table><tr><td><p>正文一。</p><p>正文二。</p></td></tr></table>")] == [
        "paragraph",
        "paragraph",
    ]


def test_a_table_in_a_table_is_read() -> None:
    found = blocks(f"<table><tr><td>{TABLE}</td></tr></table>")
    assert [row.cells for row in found] == [("甲SDK", "统计", "设备型号")]


def test_tables_nested_a_hundred_deep_are_read() -> None:
    found = blocks("<table><tr><td>" * 100 + "<p>最里面。</p>" + "</td></tr></table>" * 100)
    assert [block.text for block in found] == ["最里面。"]


def test_tags_nested_without_end_are_refused() -> None:
    with pytest.raises(LimitError, match="nested"):
        blocks("<div>" * 100_000 + "正文。" + "</div>" * 100_000)


@pytest.mark.parametrize("body", ["", "<p>", "</p></p>", "<table><tr><td>甲", "<p>甲<b>乙</p>丙</b>", "&#0;&#xD800;甲"])
def test_broken_markup_is_read_as_far_as_it_goes(body: str) -> None:
    assert all(block.text for block in blocks(body))


def test_links_and_passwords_are_noted() -> None:
    document = parse_html(policy_page('<p><a href="sdk.html">第三方SDK目录</a></p><input type="password">'))
    assert [tuple(link) for link in document.links] == [("第三方SDK目录", "sdk.html")]
    assert document.passwords == 1
