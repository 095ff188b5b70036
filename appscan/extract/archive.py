"""Reads entries of a ZIP archive within bounds: what it says of its sizes is never believed."""

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple, Self

from appscan.errors import InputError, LimitError, printable
from appscan.facts import Input

MIB = 1 << 20
CHUNK = 1 << 20
ENCRYPTED = 0x1
MANIFEST = "AndroidManifest.xml"
APP_BUNDLE = "BundleConfig.pb"
"""What an Android App Bundle (.aab) has in place of a manifest of its own."""
READ_ERRORS = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError, struct.error, NotImplementedError,
)  # fmt: skip
"""What reading a crafted archive can raise."""


class Bounds(NamedTuple):
    """How far an archive may inflate, in bytes: one entry, and all entries together."""

    entry: int = 512 * MIB
    total: int = 4096 * MIB


class EntryError(Exception):
    """One entry cannot be read; the archive as a whole may still be."""


class Spent:
    """What an archive and the archives inside it have used of their bounds, in bytes."""

    def __init__(self) -> None:
        self.inflated = 0
        self.declared = 0


class Archive:
    """An open archive.

    An inner one is read from `file`, its `path` only names it, and it shares what is `spent` with the outer one.
    `split`: the name that evidence shows before its entries, if any.
    """

    split = ""

    def __init__(self, path: Path, bounds: Bounds, file: IO[bytes] | None = None, spent: Spent | None = None) -> None:
        self.path = path
        self.bounds = bounds
        self.inner = file is not None
        self.spent = spent or Spent()
        self._zip = _open(path, file)
        self.entries: dict[str, zipfile.ZipInfo] = {}
        self.duplicates: list[str] = []
        for info in self._zip.infolist():
            if info.filename in self.entries:
                self.duplicates.append(info.filename)
            else:
                self.entries[info.filename] = info
        if not self.holds_apks:
            self.check_declared(self.entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    @property
    def file(self) -> IO[bytes]:
        """The file, for what stands outside the entries."""
        assert self._zip.fp is not None
        return self._zip.fp

    @property
    def holds_apks(self) -> bool:
        """Whether it is no APK and holds some. Then only entries that are used count: the rest may be huge."""
        plain = MANIFEST in self.entries or APP_BUNDLE in self.entries
        return not plain and any(name.lower().endswith(".apk") for name in self.entries)

    def size(self, name: str) -> int:
        """The size that the archive declares for an entry, in bytes."""
        return self.entries[name].file_size

    def place(self, name: str) -> str:
        """An entry as evidence names it: `split.apk!classes.dex` in a split APK."""
        return f"{self.split}!{name}" if self.split else name

    def head(self, name: str, size: int) -> bytes:
        """At most the first `size` bytes of an entry, fewer where the bounds say so. Raises `EntryError`."""
        with self._opened(name) as file:
            data = file.read(max(0, min(size, self.bounds.entry, self.bounds.total - self.spent.inflated)))
        self.spent.inflated += len(data)
        return data

    def read(self, name: str) -> bytes:
        """An entry's bytes. Raises `EntryError` where it is damaged, `LimitError` where it grows out of bounds."""
        allowed = min(self.bounds.entry, self.bounds.total - self.spent.inflated)
        parts: list[bytes] = []
        size = 0
        with self._opened(name) as file:
            while chunk := file.read(CHUNK):
                size += len(chunk)
                if size > allowed:
                    raise _too_large(self.path, name, self.bounds)
                parts.append(chunk)
        self.spent.inflated += size
        return parts[0] if len(parts) == 1 else b"".join(parts)

    @contextmanager
    def _opened(self, name: str) -> Iterator[IO[bytes]]:
        info = self.entries.get(name)
        if info is None:
            raise EntryError("it is not in the archive")
        if info.flag_bits & ENCRYPTED:
            raise EntryError("it is encrypted")
        try:
            with self._zip.open(info) as file:
                yield file
        except READ_ERRORS as error:
            raise EntryError(str(error) or type(error).__name__) from error

    def check_declared(self, names: Iterable[str]) -> None:
        """Stop a bomb that declares itself before a byte of it is inflated. Raises `LimitError`."""
        chosen = (self.entries[name] for name in names)
        deflated = [info for info in chosen if info.compress_type != zipfile.ZIP_STORED]
        largest = max(deflated, key=lambda info: info.file_size, default=None)
        if largest and largest.file_size > self.bounds.entry:
            raise _too_large(self.path, largest.filename, self.bounds)
        self.spent.declared += sum(info.file_size for info in deflated)
        if self.spent.declared > self.bounds.total:
            raise _too_large(self.path, "", self.bounds)


def _too_large(path: Path, name: str, bounds: Bounds) -> LimitError:
    if name:
        mib = bounds.entry // MIB
        return LimitError(
            f"{path}: the entry {name!r} inflates beyond {mib} MiB (--max-entry-mb)",
            f"{path}：条目 {name!r} 解压后超过 {mib} MiB（--max-entry-mb）",
        )
    mib = bounds.total // MIB
    return LimitError(
        f"{path}: the archive inflates beyond {mib} MiB (--max-total-mb)",
        f"{path}：压缩包解压后超过 {mib} MiB（--max-total-mb）",
    )


def _open(path: Path, file: IO[bytes] | None) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path if file is None else file)
    except READ_ERRORS as error:
        if isinstance(error, OSError) and error.strerror:
            raise InputError(
                f"{path}: cannot be read ({error.strerror})", f"{path}：无法读取（{error.strerror}）"
            ) from error
        raise _not_a_zip(path, _magic(path, file)) from error


def _magic(path: Path, file: IO[bytes] | None) -> bytes:
    if file is None:
        with path.open("rb") as opened:
            return opened.read(4)
    file.seek(0)
    return file.read(4)


def _not_a_zip(path: Path, magic: bytes) -> InputError:
    if not magic:
        return InputError(f"{path}: the file is empty", f"{path}：文件为空")
    if magic == b"PK\x03\x04":
        return InputError(
            f"{path}: the ZIP archive is damaged or cut off (its central directory cannot be read)",
            f"{path}：ZIP 压缩包已损坏或不完整（无法读取中央目录）",
        )
    return InputError(f"{path}: not a ZIP archive, so not an APK", f"{path}：不是 ZIP 压缩包，因此不是 APK")


def identify(path: Path) -> Input:
    """Path, SHA-256 and size of a file. Raises `InputError` where it is missing or no regular file."""
    if not path.exists():
        raise InputError(f"{path}: there is no such file", f"{path}：文件不存在")
    if not path.is_file():
        raise InputError(f"{path}: not a regular file", f"{path}：不是普通文件")
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read ({error.strerror})", f"{path}：无法读取（{error.strerror}）"
        ) from error
    return Input(path=printable(str(path)), sha256=digest, size=path.stat().st_size)
