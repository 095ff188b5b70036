"""A Word file is read as headings, items and rows, and a hostile one is refused."""

import io
import zipfile

import pytest

from appscan.errors import InputError, LimitError
from appscan.extract import docx as reader
from appscan.extract.docx import read_parts
from appscan.policy.document import Document
from appscan.policy.from_docx import parse_docx
from appscan.policy.numbering import figures
from tests.policy.policy_files import NUMBERING, R, W, cell, docx, paragraph, table


def read(body: str, parts: dict[str, str] | None = None) -> Document:
    return parse_docx(read_parts("p.docx", docx(body, parts)))


def texts(body: str) -> list[str]:
    return [block.text for block in read(body).blocks]


@pytest.mark.parametrize("style", ["1", "Mine"])
def test_a_heading_is_told_by_its_style_and_by_the_style_that_it_builds_on(style: str) -> None:
    found = read(paragraph("信息的收集和使用", style=style) + paragraph("我们收集位置。")).blocks
    assert [(block.kind, block.level) for block in found] == [("heading", 1), ("paragraph", 0)]
    assert found[1].path == ("信息的收集和使用",)


def test_a_heading_is_told_by_its_outline_level() -> None:
    body = '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>怎样保存这些</w:t></w:r></w:p>'
    assert read(body).blocks[0].level == 2


def test_numbers_that_word_draws_are_part_of_the_text() -> None:
    body = (
        paragraph("信息的收集", depth=0)
        + paragraph("注册时", depth=1)
        + paragraph("登录时", depth=1)
        + paragraph("信息的共享", depth=0)
        + paragraph("分享时", depth=1)
    )
    assert texts(body) == ["一、信息的收集", "一.1 注册时", "一.2 登录时", "二、信息的共享", "二.1 分享时"]


def test_the_numbers_of_levels_above_can_be_in_digits() -> None:
    legal = NUMBERING.replace('<w:lvlText w:val="%1.%2"/>', '<w:isLgl/><w:lvlText w:val="%1.%2"/>')
    body = paragraph("信息的收集", depth=0) + paragraph("注册时", depth=1)
    assert read(body, {"word/numbering.xml": legal}).blocks[1].text == "1.1 注册时"


def test_a_list_that_starts_anew_is_counted_anew() -> None:
    again = (
        '<w:num w:numId="4"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
    )
    anew = paragraph("保存", depth=0).replace('numId w:val="3"', 'numId w:val="4"')
    body = paragraph("收集", depth=0) + paragraph("共享", depth=0) + anew * 2
    found = read(body, {"word/numbering.xml": NUMBERING.replace("</w:numbering>", again)}).blocks
    assert [block.text for block in found] == ["一、收集", "二、共享", "一、保存", "二、保存"]


@pytest.mark.parametrize(
    ("count", "form", "written"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (21, "ideographDigital", "二十一"),
        (3, "decimalEnclosedCircle", "③"),
        (2, "lowerLetter", "b"),
        (27, "upperLetter", "27"),
        (14, "upperRoman", "XIV"),
        (7, "ordinalText", "7"),
    ],
)
def test_figures(count: int, form: str, written: str) -> None:
    assert figures(count, form) == written


def test_bullets_carry_the_line_above_them() -> None:
    found = read(paragraph("我们会收集：") + paragraph("手机号", depth=2) + paragraph("位置", depth=2)).blocks
    assert [(block.kind, block.lead) for block in found[1:]] == [("item", "我们会收集：")] * 2


def test_merged_cells_stand_in_every_place_under_the_header() -> None:
    found = read(
        table(
            [cell("SDK名称"), cell("公司"), cell("收集的信息", across=2)],
            [cell("友盟", merge="restart"), cell("甲公司"), cell("设备信息"), cell("位置")],
            [cell("", merge="continue"), cell("乙公司"), cell("IMEI"), cell("无")],
        )
    )
    assert [block.cells for block in found.blocks] == [
        ("友盟", "甲公司", "设备信息", "位置"),
        ("友盟", "乙公司", "IMEI", "无"),
    ]
    assert found.blocks[0].columns == ("SDK名称", "公司", "收集的信息", "收集的信息")


def test_a_row_s_place_is_its_own_line_even_below_a_merged_cell() -> None:
    body = paragraph("清单") + table(
        [cell("SDK名称"), cell("用途")],
        [cell("友盟", merge="restart"), cell("统计")],
        [cell("", merge="continue"), cell("推送")],
    )
    document = read(body)
    assert [document.source.line(block.start or 0) for block in document.blocks[1:]] == [3, 4]


def test_a_table_of_one_column_only_frames_its_paragraphs() -> None:
    assert [block.kind for block in read(table([cell("我们收集位置。")], [cell("我们不共享。")])).blocks] == [
        "paragraph",
        "paragraph",
    ]


def test_tables_inside_tables_keep_their_text() -> None:
    inner = table([cell("位置"), cell("天气")])
    outer = f"<w:tbl><w:tr><w:tc>{inner}{paragraph('说明')}</w:tc><w:tc>{paragraph('乙')}</w:tc></w:tr></w:tbl>"
    assert "位置" in texts(outer)[0]


def test_tables_nested_without_end_are_cut_and_say_so() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 60 + paragraph("底") + "</w:tc></w:tr></w:tbl>" * 60
    assert read(body).cut


def test_deleted_and_hidden_text_and_the_table_of_contents_are_not_read() -> None:
    body = (
        paragraph("一、收集 1", style="TOC1")
        + "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        + "<w:ins><w:r><w:t>新的句子。</w:t></w:r></w:ins></w:p>"
        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>可见。</w:t></w:r></w:p>"
    )
    assert texts(body) == ["新的句子。", "可见。"]


def test_content_controls_and_text_boxes_are_read() -> None:
    box = f"<w:p><w:r><w:t>外</w:t><w:pict><w:txbxContent>{paragraph('框里')}</w:txbxContent></w:pict></w:r></w:p>"
    body = f"<w:sdt><w:sdtContent>{paragraph('控件里')}</w:sdtContent></w:sdt>{box}"
    assert texts(body) == ["控件里", "外", "框里"]


def test_a_line_break_parts_paragraphs() -> None:
    assert texts("<w:p><w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r></w:p>") == ["第一行", "第二行"]


def test_links_lead_to_where_the_relations_say() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Target="https://sdk.example/list" TargetMode="External"/></Relationships>'
    )
    body = f'<w:p><w:hyperlink {R} r:id="r1"><w:r><w:t>第三方清单</w:t></w:r></w:hyperlink></w:p>'
    (link,) = read(body, {"word/_rels/document.xml.rels": relations}).links
    assert (link.text, link.target) == ("第三方清单", "https://sdk.example/list")


def test_every_block_stands_in_the_text_that_lines_are_counted_in() -> None:
    document = read(paragraph("信息的收集", depth=0) + paragraph("我们收集 位置。") + table([cell("甲"), cell("乙")]))
    for block in document.blocks:
        for start in [piece.at for piece in block.pieces]:
            place = block.offset(start)
            assert document.source.text[place] == block.text[start]


def test_the_strict_format_is_read_alike() -> None:
    body = f"<w:document {W} {R}><w:body>{paragraph('我们收集位置。')}</w:body></w:document>".replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert [block.text for block in read("", {"word/document.xml": body}).blocks] == ["我们收集位置。"]


def test_xml_entities_are_refused() -> None:
    bomb = f'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document {W}><w:body>&b;</w:body></w:document>'
    with pytest.raises(InputError, match="XML entities"):
        read("", {"word/document.xml": bomb})


def test_a_bomb_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PART", 1 << 20)
    with pytest.raises(LimitError, match="inflates beyond 1 MB"):
        read("<w:p/>" * 400_000)


def test_tags_without_end_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_TAGS", 1000)
    with pytest.raises(LimitError, match="more than 1000 tags"):
        read("<w:p/>" * 1000)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data[: len(data) // 2], "damaged or cut off"),
        (lambda data: data.replace(b"word/document.xml", b"word/documint.xml"), "not a Word file"),
    ],
)
def test_a_damaged_file_is_refused(change: object, said: str) -> None:
    assert callable(change)
    with pytest.raises(InputError, match=said):
        read_parts("p.docx", change(docx(paragraph("甲"))))


def test_damaged_xml_is_refused() -> None:
    with pytest.raises(InputError, match="damaged XML"):
        read("", {"word/document.xml": "<w:document"})


def test_another_archive_is_no_word_file() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(InputError, match="not a Word file"):
        read_parts("p.docx", out.getvalue())
