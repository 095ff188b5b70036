"""Facts that `appscan inspect` wrote: judged again without the APK."""

from pathlib import Path

import msgspec

from appscan.errors import InputError
from appscan.facts import FACTS_VERSION, Facts

MAX_BYTES = 512 << 20


def is_saved(path: Path) -> bool:
    """Whether a file looks like saved facts: JSON, not a ZIP."""
    try:
        with path.open("rb") as file:
            return file.read(64).lstrip()[:1] == b"{"
    except OSError:
        return False


def read_saved(path: Path) -> Facts:
    """Facts from a file. Raises `InputError`."""
    if path.stat().st_size > MAX_BYTES:
        raise InputError(f"{path}: larger than {MAX_BYTES} bytes", f"{path}：超过 {MAX_BYTES} 字节")
    try:
        facts = msgspec.json.decode(path.read_bytes(), type=Facts)
    except msgspec.MsgspecError as error:
        raise InputError(
            f"{path}: not facts that `appscan inspect` wrote ({error})",
            f"{path}：不是 `appscan inspect` 写出的事实文件（{error}）",
        ) from error
    if facts.facts_version != FACTS_VERSION:
        raise InputError(
            f"{path}: facts of version {facts.facts_version}; this appscan reads {FACTS_VERSION}: inspect again",
            f"{path}：事实文件版本为 {facts.facts_version}，本版本只读 {FACTS_VERSION}：请重新 inspect",
        )
    return facts
