"""A PDF's text layer is read page by page; a scan says that it has no text."""

import builtins
from typing import Any

import pytest

from appscan.errors import InputError
from appscan.extract import pdf as reader
from appscan.extract.documents import open_document
from appscan.extract.pdf import read_pages
from appscan.knowledge import Knowledge
from appscan.policy.from_pages import parse_pages
from appscan.policy.reader import read_one, read_opened
from tests.policy.policy_files import pdf
from tests.policy.policy_texts import SECTIONS, TITLE, policy_text

WRAPPED = ("我们保存您的查询记录六个月，期限届满后予以删除，除非法律另有规定并要求我们保存", "更长的时间。")


def page(number: int, *lines: str) -> list[str]:
    return [TITLE, *lines, f"第 {number} 页"]


def blocks(*pages: list[str]) -> list[str]:
    return [block.text for block in parse_pages(["\n".join(each) for each in pages]).blocks]


def test_headers_and_page_numbers_are_dropped_and_the_title_stays() -> None:
    found = blocks(page(1, "我们收集位置。"), page(2, "我们不共享。"), page(3, "您可以注销账号。"))
    assert found == [TITLE, "我们收集位置。", "我们不共享。", "您可以注销账号。"]


@pytest.mark.parametrize("number", ["3", "- 3 -", "3/12", "第3页", "第 3 页 共 12 页", "Page 3 of 12"])
def test_a_page_number_is_told_in_every_form(number: str) -> None:
    assert blocks(["我们收集位置。", number]) == ["我们收集位置。"]


def test_lines_that_the_paper_broke_are_joined_also_across_pages() -> None:
    whole = "".join(WRAPPED)
    assert whole in blocks([*WRAPPED])
    assert whole in blocks(page(1, "一、保存", WRAPPED[0]), page(2, WRAPPED[1]), page(3, "完。"))


def test_evidence_names_the_page(knowledge: Knowledge) -> None:
    data = pdf(page(1, *SECTIONS[:4]), page(2, *SECTIONS[4:]), page(3, "完。"))
    policy = read_opened([read_one(open_document("p.pdf", data))], knowledge)
    assert policy.values["email"] == "privacy@blueberry.example"
    places = {each.id: each.evidence[0].where for each in policy.clauses if each.evidence}
    assert places["effective_or_update_date"] == "p.pdf:p1"
    assert places["rights_cancel_account"] == "p.pdf:p2"
    assert policy.documents[0].encoding == "pdf"


def test_a_scan_says_that_it_has_no_text() -> None:
    with pytest.raises(InputError, match="no text") as caught:
        read_pages("s.pdf", pdf([], []))
    assert "扫描件" in caught.value.zh


def test_a_blank_page_is_no_limit() -> None:
    assert read_pages("p.pdf", pdf(list(SECTIONS), [" "])).limits == ()


def test_what_a_policy_with_a_pictured_page_lacks_is_unknown(knowledge: Knowledge) -> None:
    lines = policy_text().splitlines()
    whole, partly = (
        read_opened([read_one(open_document("p.pdf", data))], knowledge) for data in (pdf(lines), pdf(lines, []))
    )
    assert next(each.state for each in whole.clauses if each.id == "cookies") == "absent"
    assert next(each.state for each in partly.clauses if each.id == "cookies") == "unknown"


def test_a_page_that_is_a_picture_is_a_limit() -> None:
    pages = read_pages("p.pdf", pdf(list(SECTIONS), []))
    assert [(each.kind, each.detail) for each in pages.limits] == [("policy_empty_pages", "p.pdf: 2")]


def test_pages_beyond_the_bound_are_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PAGES", 1)
    pages = read_pages("p.pdf", pdf(list(SECTIONS), list(SECTIONS)))
    assert [(each.kind, each.detail) for each in pages.limits] == [("policy_cut", "p.pdf: 1 of 2 pages")]


@pytest.mark.parametrize(("bound", "said"), [("MAX_COMMANDS", "no page"), ("MAX_CONTENT", "no page")])
def test_a_page_that_draws_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch, bound: str, said: str) -> None:
    monkeypatch.setattr(reader, bound, 3)
    with pytest.raises(InputError, match=said):
        read_pages("p.pdf", pdf(list(SECTIONS)))


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.4\n" + b"\xff" * 500, pdf(["甲"])[:200]])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="damaged or cannot be read"):
        read_pages("p.pdf", data)


def test_without_the_library_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("pypdf"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(InputError, match=r"appscan\[pdf\]") as caught:
        read_pages("p.pdf", pdf(list(SECTIONS)))
    assert "附加组件" in caught.value.zh
    assert caught.value.code == 3
