"""Files of a policy: read from disk, or refused in a clear word of both languages."""

import os
from pathlib import Path

import pytest

from appscan.errors import InputError, LimitError
from appscan.extract import policy as files
from appscan.knowledge import Knowledge
from tests.policy.policy_texts import policy_page, policy_text

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


@pytest.mark.parametrize("name", ["policy.docx", "policy.pdf", "policy"])
def test_a_kind_of_file_that_is_not_read_yet(tmp_path: Path, knowledge: Knowledge, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK")
    error = refused(tmp_path / name, knowledge)
    assert "not supported yet" in error.en
    assert "暂不支持" in error.zh


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
