"""Where output goes: which format to which file, and one careful way to write."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from appscan.errors import UsageError

TEXT = "text"


class Target(NamedTuple):
    """A format and the file it is written to; None is stdout."""

    format: str
    path: Path | None


def targets(formats: Sequence[str], outputs: Sequence[Path]) -> list[Target]:
    """Pair formats with files: in order where both are given, by suffix where only files are.

    One format may go to stdout. With files alone, the text report still goes to stdout. Raises `UsageError`.
    """
    from appscan import renderers  # noqa: PLC0415 - only once options are known

    for name in formats:
        if name not in renderers.FORMATS:
            known = ", ".join(renderers.FORMATS)
            raise UsageError(f"--format {name}: not one of {known}", f"--format {name}：可用格式为 {known}")
    if len(formats) > len(outputs) + 1:
        raise UsageError("several formats need an --output each", "多个格式需要各自的 --output")
    result = [Target(name, path) for name, path in zip(formats, outputs, strict=False)]
    for path in outputs[len(formats) :]:
        by_suffix = renderers.format_of(path)
        if by_suffix is None:
            raise UsageError(f"--output {path}: add a --format for it", f"--output {path}：请用 --format 指明格式")
        result.append(Target(by_suffix, path))
    if len(formats) > len(outputs):
        result.append(Target(formats[-1], None))
    elif not formats:
        result.append(Target(TEXT, None))
    return result


def write(text: str, path: Path | None) -> None:
    """Write text to a file, or to stdout in UTF-8 whatever the locale. Raises `UsageError`."""
    if path is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    write_bytes(text.encode(), path)


def write_bytes(data: bytes, path: Path | None) -> None:
    """Write bytes (UTF-8 text, where they go to stdout). Raises `UsageError`."""
    if path is None:
        write(data.decode(), None)
        return
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be written ({error.strerror})", f"{path}：无法写入（{error.strerror}）"
        ) from error
