"""The documents of a privacy policy: read from disk or fetched, refused in a clear sentence where they hold no text."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from appscan.errors import InputError, LimitError, printable
from appscan.extract.documents import open_document
from appscan.facts import Limit, Policy, PolicyDocument
from appscan.knowledge import Knowledge
from appscan.policy.reader import MAX_BYTES, Opened, Read, read_one, read_opened

KINDS = (".html", ".htm", ".xhtml", ".txt", ".md", ".markdown", ".docx", ".pdf")
STDIN = Path("-")
NO_TEXT = ("login_wall", "shell")
LISTS = ("sdk_list", "pi_list", "permissions")
"""Kinds of documents that can be a few lines."""

MAX_FILES = 200
MIN_CHARACTERS = 50
"""Visible characters: what has fewer says nothing."""


def load(paths: Sequence[Path], knowledge: Knowledge, urls: Sequence[str] = ()) -> Policy:
    """The policy in files, folders and at addresses. Raises `InputError` where one cannot be read as a policy."""
    documents = list(documents_of(paths, urls))
    for document in documents:
        _check(document.facts)
    return read_opened(documents, knowledge)


def audit(paths: Sequence[Path], knowledge: Knowledge, urls: Sequence[str] = ()) -> tuple[Policy, tuple[Read, ...]]:
    """Likewise, with the documents themselves. One that holds no text of a policy is a limit, not an error."""
    documents = tuple(documents_of(paths, urls))
    empty = tuple(
        Limit(kind="policy_no_text", detail=f"{each.facts.path}: {_kind(each.facts)}", affects=("policy",))
        for each in documents
        if not has_text(each.facts)
    )
    return read_opened(documents, knowledge, empty), documents


def documents_of(paths: Sequence[Path], urls: Sequence[str]) -> Iterator[Read]:
    """Each document, read. Raises `InputError`."""
    files = [file for path in paths for file in _files(path)]
    if len(files) + len(urls) > MAX_FILES:
        raise LimitError(f"the policy has more than {MAX_FILES} files", f"隐私政策超过 {MAX_FILES} 个文件")
    for file in files:
        yield read_one(open_document(printable(file.as_posix()), _content(file)))
    for url in urls:
        yield read_one(_fetched(url))


def _fetched(url: str) -> Opened:
    from appscan.extract.fetch import fetch  # noqa: PLC0415 - only where an address is given

    found = fetch(url)
    opened = open_document(url, found.data, found.charset)
    return opened._replace(source="url", final_url=found.final_url, redirects=found.redirects)


def _files(path: Path) -> list[Path]:
    """The file itself, or the readable files of a folder in a fixed order."""
    if path == STDIN:
        return [path]
    if path.is_dir():
        found = sorted(each for each in path.rglob("*") if each.is_file() and each.suffix.lower() in KINDS)
        if not found:
            raise InputError(
                f"{path}: no HTML, TXT, Markdown, DOCX or PDF file in this folder",
                f"{path}：文件夹中没有 HTML、TXT、Markdown、DOCX 或 PDF 文件",
            )
        return found
    if not path.exists():
        raise InputError(f"{path}: no such file", f"{path}：文件不存在")
    if not path.is_file():
        raise InputError(f"{path}: not a regular file", f"{path}：不是普通文件")
    return [path]


def _content(path: Path) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise LimitError(f"{path}: larger than {MAX_BYTES >> 20} MB", f"{path}：超过 {MAX_BYTES >> 20} MB")
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read ({error.strerror})", f"{path}：无法读取（{error.strerror}）"
        ) from error


def has_text(document: PolicyDocument) -> bool:
    """Whether a document holds any text that a policy could be."""
    return document.kind in LISTS or (document.kind not in NO_TEXT and document.characters >= MIN_CHARACTERS)


def _kind(document: PolicyDocument) -> str:
    """What a document without text is."""
    return document.kind if document.kind in NO_TEXT else "empty"


def _check(document: PolicyDocument) -> None:
    """Refuse what a scan would judge wrongly."""
    if not has_text(document):
        raise no_text(document)


def no_text(document: PolicyDocument) -> InputError:
    """The sentence for a document without text: a login page, a page that only scripts would fill, nothing."""
    path = document.path
    if document.kind == "login_wall":
        return InputError(f"{path}: a login page, not a policy text", f"{path}：隐私政策是登录页面，不是正文")
    if document.kind == "shell" and document.characters >= MIN_CHARACTERS:
        return InputError(
            f"{path}: the policy is a page that scripts fill in; save the text that a browser shows",
            f"{path}：隐私政策页面需由脚本加载正文；请保存浏览器中显示的文本",
        )
    return InputError(f"{path}: the policy is empty, or next to empty", f"{path}：隐私政策为空或几乎为空")
