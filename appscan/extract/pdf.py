"""A PDF → the text of its pages, where it has any: pictures of text are not read."""

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from appscan.errors import InputError
from appscan.facts import Limit

MAX_PAGES = 500
MAX_CHARACTERS = 600_000
"""Of the pages together; the reader keeps less."""

MAX_CONTENT = 8 << 20
"""Bytes of the drawing commands of one page; a page of text has a few thousand."""

MAX_COMMANDS = 2_000_000
"""Of all pages together: keeps the time within a minute, whatever a page repeats."""

FEW = 10
"""Characters a page on average: a scan has fewer, perhaps a number or a stamp."""

_BROKEN = (
    ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, RecursionError, NotImplementedError,
    AssertionError, OSError, EOFError, zlib.error, struct.error, MemoryError,
)  # fmt: skip
"""What pypdf raises, beside its own errors, on crafted files."""


class _TooMuchError(Exception):
    """The pages draw more than is read."""


class Pages(NamedTuple):
    """The text of each page, and what could not be read."""

    texts: tuple[str, ...]
    limits: tuple[Limit, ...] = ()


def read_pages(name: str, data: bytes) -> Pages:
    """The pages of a PDF. Raises `InputError` without the library, or where there is no text."""
    try:
        import pypdf  # noqa: PLC0415 - an extra
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError as error:
        raise InputError(
            f"{name}: reading a PDF needs the extra: pip install 'appscan[pdf]'",
            f"{name}：读取 PDF 需要安装附加组件：pip install 'appscan[pdf]'",
        ) from error
    with _quiet():
        try:
            reader = pypdf.PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise InputError(f"{name}: the PDF is locked with a password", f"{name}：PDF 设有密码")
            count = len(reader.pages)
        except (PyPdfError, *_BROKEN) as error:
            raise InputError(
                f"{name}: the PDF is damaged or cannot be read ({type(error).__name__})",
                f"{name}：PDF 已损坏或无法读取（{type(error).__name__}）",
            ) from error
        broken = (PyPdfError, *_BROKEN)
        texts = tuple(_texts(reader, min(count, MAX_PAGES), broken))
        empty = [
            str(number)
            for number, text in enumerate(texts, 1)
            if text is None or (not text.strip() and _pictured(reader.pages[number - 1], broken))
        ]
    if all(text is None for text in texts):
        raise InputError(f"{name}: no page of the PDF can be read", f"{name}：PDF 的所有页面都无法读取")
    letters = sum(len("".join(text.split())) for text in texts if text)
    if letters < FEW * max(1, len(texts)):
        raise InputError(
            f"{name}: the PDF has no text: its pages are pictures (a scan); give the original or a text",
            f"{name}：PDF 没有文字层，页面是图片（扫描件）；请提供原文件或文本",
        )
    return Pages(tuple(text or "" for text in texts), tuple(_limits(name, texts, count, empty)))


def _texts(reader: Any, count: int, broken: tuple[type[Exception], ...]) -> Iterator[str | None]:
    """The text of each page until there is enough of it; None for a page that cannot be read."""
    left, commands = MAX_CHARACTERS, iter(range(MAX_COMMANDS))

    def count_command(*_: Any) -> None:
        if next(commands, None) is None:
            raise _TooMuchError

    for number in range(count):
        if left <= 0:
            return
        try:
            page = reader.pages[number]
            content = page.get_contents()
            if content is not None and len(content.get_data()) > MAX_CONTENT:
                raise ValueError(MAX_CONTENT)
            text = page.extract_text(visitor_operand_before=count_command)
        except _TooMuchError:
            return
        except broken:
            yield None
            continue
        left -= len(text)
        yield text


def _pictured(page: Any, broken: tuple[type[Exception], ...]) -> bool:
    """Whether a page without text has pictures, which may be of text."""
    try:
        return "/XObject" in page.get("/Resources", {})
    except broken:
        return True


def _limits(name: str, texts: tuple[str | None, ...], count: int, empty: list[str]) -> Iterator[Limit]:
    if len(texts) < count:
        yield Limit(kind="policy_cut", detail=f"{name}: {len(texts)} of {count} pages", affects=("policy",))
    if empty:
        shown = ", ".join(empty[:10]) + ("…" if len(empty) > 10 else "")
        yield Limit(kind="policy_empty_pages", detail=f"{name}: {shown}", affects=("policy",))


@contextmanager
def _quiet() -> Iterator[None]:
    """Without pypdf's warnings: what is wrong with a file, the errors and limits say."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)
