"""Files of a policy: read from disk, or refused in a clear word of both languages."""

import os
from pathlib import Path

import pytest

from appscan.errors import InputError, LimitError
from appscan.extract import policy as files
from appscan.knowledge import Knowledge
from tests.policy.policy_files import cell, docx, paragraph, pdf, table
from tests.policy.policy_texts import FILLING, policy_page, policy_text

BROKEN = Path(__file__).resolve().parents[2] / "samples" / "broken"


def refused(path: Path, knowledge: Knowledge) -> InputError:
    with pytest.raises(InputError) as caught:
        files.load([path], knowledge)
    assert caught.value.zh != caught.value.en
    return caught.value


@pytest.mark.parametrize("name", ["p.html", "p.HTM", "p.xhtml", "p.txt", "p.md"])
def test_each_kind_of_file_is_read(tmp_path: Path, knowledge: Knowledge, name: str) -> None:
    path = tmp_path / name
    path.write_text(policy_text())
    assert files.load([path], knowledge).documents[0].path == path.as_posix()


def test_a_folder_is_read_in_a_fixed_order(tmp_path: Path, knowledge: Knowledge) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text(policy_text())
    (tmp_path / "sub" / "a.html").write_text(policy_page(f"<p>{policy_text()}</p>"))
    (tmp_path / "logo.png").write_bytes(b"\x89PNG")
    documents = files.load([tmp_path], knowledge).documents
    assert [Path(each.path).name for each in documents] == ["b.txt", "a.html"]


def test_a_file_that_is_not_there(tmp_path: Path, knowledge: Knowledge) -> None:
    assert "no such file" in refused(tmp_path / "none.html", knowledge).en


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("policy.docx", b"PK", "neither a Word file nor a PDF"),
        ("policy.pdf", b"none", "neither a Word file nor a PDF"),
        ("policy.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "save it as .docx"),
        ("policy.rtf", b"{\\rtf1 x}", "save it as .docx"),
        (
            "policy.png",
            b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
            "policy.png: the policy's encoding cannot be told",
        ),
    ],
)
def test_a_kind_of_file_that_is_not_read(
    tmp_path: Path, knowledge: Knowledge, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert said in refused(tmp_path / name, knowledge).en


@pytest.mark.parametrize("name", ["policy", "policy.dat", "policy.docx"])
def test_a_file_is_what_its_bytes_are_and_not_what_it_is_called(
    tmp_path: Path, knowledge: Knowledge, name: str
) -> None:
    content = docx(paragraph(policy_text().replace("\n", " "))) if name == "policy" else pdf(policy_text().splitlines())
    (tmp_path / name).write_bytes(content)
    assert files.load([tmp_path / name], knowledge).documents[0].kind == "policy"


def test_a_policy_in_several_files_is_one_policy(tmp_path: Path, knowledge: Knowledge) -> None:
    (tmp_path / "a.html").write_text(policy_page(f"<p>{policy_text()}</p>"))
    listed = table([cell("SDK名称"), cell("使用目的")], [cell("友盟"), cell("统计分析")])
    (tmp_path / "b.docx").write_bytes(docx(paragraph("第三方SDK清单") + listed))
    (tmp_path / "c.pdf").write_bytes(pdf(["儿童个人信息保护规则", "不满十四周岁的，应当取得监护人的同意。" * 3]))
    (tmp_path / "d.md").write_text("# 应用权限说明\n\n| 权限名称 | 用途 |\n|--|--|\n| 相机 | 扫描二维码 |\n" + FILLING)
    (tmp_path / "e.txt").write_text("个人信息收集清单\n\n手机号：用于登录。\n" + FILLING)
    policy = files.load([tmp_path], knowledge)
    kinds = {Path(each.path).name[0]: each.kind for each in policy.documents}
    assert kinds == {"a": "policy", "b": "sdk_list", "c": "children", "d": "permissions", "e": "pi_list"}
    assert "umeng-analytics" in {each.sdk for each in policy.third_parties}
    assert next(each for each in policy.clauses if each.id == "under14_guardian").state == "present"


def test_a_login_page_among_several_is_a_limit_of_an_audit(tmp_path: Path, knowledge: Knowledge) -> None:
    (tmp_path / "a.txt").write_text(policy_text())
    policy, documents = files.audit([tmp_path / "a.txt", BROKEN / "login-wall.html"], knowledge)
    assert [each.facts.kind for each in documents] == ["policy", "login_wall"]
    assert [each.kind for each in policy.limits] == ["policy_no_text"]


def test_a_folder_without_a_text(tmp_path: Path, knowledge: Knowledge) -> None:
    (tmp_path / "logo.png").write_bytes(b"\x89PNG")
    assert "folder" in refused(tmp_path, knowledge).en


def test_an_empty_page(knowledge: Knowledge) -> None:
    assert "empty" in refused(BROKEN / "empty-policy.html", knowledge).en


@pytest.mark.parametrize("content", ["", " \n\t", "隐私政策", policy_page("")])
def test_fewer_than_fifty_characters_are_empty(tmp_path: Path, knowledge: Knowledge, content: str) -> None:
    (tmp_path / "p.txt").write_text(content)
    assert "空" in refused(tmp_path / "p.txt", knowledge).zh


def test_a_login_page(knowledge: Knowledge) -> None:
    assert "a login page, not a policy text" in refused(BROKEN / "login-wall.html", knowledge).en


def test_a_page_that_scripts_fill(tmp_path: Path, knowledge: Knowledge) -> None:
    notice = "We're sorry but this app doesn't work properly without JavaScript enabled. Please enable it to continue."
    (tmp_path / "p.html").write_text(policy_page(f"<p>{notice}</p>"))
    assert "scripts" in refused(tmp_path / "p.html", knowledge).en


def test_a_file_that_is_too_large(tmp_path: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1 << 20)
    (tmp_path / "p.txt").write_bytes(b"a" * ((1 << 20) + 1))
    error = refused(tmp_path / "p.txt", knowledge)
    assert isinstance(error, LimitError)
    assert "larger than 1 MB" in error.en


def test_too_many_files(tmp_path: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILES", 1)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(policy_text())
    assert "more than 1 files" in refused(tmp_path, knowledge).en


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is readable here")
def test_a_file_that_may_not_be_read(tmp_path: Path, knowledge: Knowledge) -> None:
    (tmp_path / "p.txt").write_text(policy_text())
    (tmp_path / "p.txt").chmod(0)
    assert "cannot be read" in refused(tmp_path / "p.txt", knowledge).en
