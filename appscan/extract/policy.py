"""The files of a privacy policy: read from disk, refused with a clear word where they are no text of a policy."""

from collections.abc import Sequence
from pathlib import Path

from appscan.errors import InputError, LimitError
from appscan.facts import Policy, PolicyDocument
from appscan.knowledge import Knowledge
from appscan.policy.reader import MAX_BYTES, read

KINDS = (".html", ".htm", ".xhtml", ".txt", ".md")
MAX_FILES = 200
MIN_CHARACTERS = 50
"""Visible characters: what has fewer says nothing."""


def load(paths: Sequence[Path], knowledge: Knowledge) -> Policy:
    """The policy in files and folders. Raises `InputError` where one of them cannot be read as a policy."""
    files = [file for path in paths for file in _files(path)]
    if len(files) > MAX_FILES:
        raise LimitError(f"the policy has more than {MAX_FILES} files", f"隐私政策超过 {MAX_FILES} 个文件")
    policy = read([(file.as_posix(), _content(file)) for file in files], knowledge)
    for document in policy.documents:
        _check(document)
    return policy


def _files(path: Path) -> list[Path]:
    """The file itself, or the readable files of a folder in a fixed order."""
    if path.is_dir():
        found = sorted(each for each in path.rglob("*") if each.is_file() and each.suffix.lower() in KINDS)
        if not found:
            raise InputError(
                f"{path}: no HTML, TXT or Markdown file in this folder",
                f"{path}：文件夹中没有 HTML、TXT 或 Markdown 文件",
            )
        return found
    if not path.exists():
        raise InputError(f"{path}: no such file", f"{path}：文件不存在")
    if path.suffix.lower() not in KINDS:
        kind = path.suffix or "no suffix"
        raise InputError(
            f"{path}: a policy is read from HTML, TXT or Markdown; {kind} is not supported yet",
            f"{path}：隐私政策目前支持 HTML、TXT、Markdown；暂不支持 {kind}",
        )
    return [path]


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise LimitError(f"{path}: larger than {MAX_BYTES >> 20} MB", f"{path}：超过 {MAX_BYTES >> 20} MB")
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read ({error.strerror})", f"{path}：无法读取（{error.strerror}）"
        ) from error


def _check(document: PolicyDocument) -> None:
    """Refuse what a scan would judge wrongly: nothing, a login page, a page that only scripts would fill."""
    path = document.path
    if document.kind == "login_wall":
        raise InputError(f"{path}: a login page, not a policy text", f"{path}：隐私政策是登录页面，不是正文")
    if document.kind == "shell" and document.characters >= MIN_CHARACTERS:
        raise InputError(
            f"{path}: the policy is a page that scripts fill in; save the text that a browser shows",
            f"{path}：隐私政策页面需由脚本加载正文；请保存浏览器中显示的文本",
        )
    if document.characters < MIN_CHARACTERS:
        raise InputError(f"{path}: the policy is empty, or next to empty", f"{path}：隐私政策为空或几乎为空")
