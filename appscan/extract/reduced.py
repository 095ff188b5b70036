"""A small copy of an APK for androguard: only what it needs, every entry read within bounds.

androguard reads a whole file into memory and inflates without limit. It is given the manifest, the resource table,
the v1 signature files and the APK Signing Block, in an archive that is known to be well-formed.
"""

import io
import re
import struct
import zipfile
from typing import IO

from appscan.extract.archive import MANIFEST, Archive, EntryError

RESOURCES = "resources.arsc"
EOCD = b"PK\x05\x06"
EOCD_SIZE = 22
MAX_COMMENT = 0xFFFF
BLOCK_MAGIC = b"APK Sig Block 42"
MAX_BLOCK = 64 << 20
_V1 = re.compile(r"META-INF/[^/]+\.(SF|RSA|DSA|EC)|META-INF/MANIFEST\.MF", re.IGNORECASE)


def reduced_copy(archive: Archive) -> tuple[bytes, list[str]]:
    """The small APK, and the names of the entries that could not be read. Raises `EntryError` for the manifest."""
    buffer = io.BytesIO()
    missing: list[str] = []
    with zipfile.ZipFile(buffer, "w") as copy:
        copy.writestr(MANIFEST, archive.read(MANIFEST))
        for name in (RESOURCES, *sorted(filter(_V1.fullmatch, archive.entries))):
            if name not in archive:
                continue
            try:
                copy.writestr(name, archive.read(name))
            except EntryError:
                missing.append(name)
    return _with_block(buffer.getvalue(), signing_block(archive.file)), missing


def signing_block(file: IO[bytes]) -> bytes:
    """The APK Signing Block (v2, v3), which stands before the central directory; empty where there is none."""
    size = file.seek(0, io.SEEK_END)
    tail_size = min(size, EOCD_SIZE + MAX_COMMENT)
    file.seek(size - tail_size)
    tail = file.read(tail_size)
    at = tail.rfind(EOCD)
    if at < 0 or at + EOCD_SIZE > len(tail):
        return b""
    (directory,) = struct.unpack_from("<I", tail, at + 16)
    if not 32 <= directory <= size:
        return b""
    file.seek(directory - 24)
    length, magic = struct.unpack("<Q16s", file.read(24))
    if magic != BLOCK_MAGIC or not 24 <= length <= min(MAX_BLOCK, directory - 8):
        return b""
    file.seek(directory - length - 8)
    return file.read(length + 8)


def _with_block(small: bytes, block: bytes) -> bytes:
    """Insert the block before the central directory and move the directory's offset by its length."""
    if not block:
        return small
    at = small.rfind(EOCD)
    (directory,) = struct.unpack_from("<I", small, at + 16)
    tail = bytearray(small[directory:])
    struct.pack_into("<I", tail, at - directory + 16, directory + len(block))
    return small[:directory] + block + bytes(tail)
