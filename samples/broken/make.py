"""Make the malformed inputs in this folder: ``make.py``, or ``make.py --bomb FILE [--megabytes N]`` for a ZIP bomb.

They are cut from ``quiet.apk`` and ``tidy.apk``, so run ``build.py`` first. The same inputs give the same bytes.
The two pages beside them are written by hand.
"""

import argparse
import hashlib
import io
import struct
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent
MANIFEST = "AndroidManifest.xml"
EPOCH = (1980, 1, 1, 0, 0, 0)
MEGABYTE = 1 << 20
# Where the general purpose flags, the compressed size, the size and the offset stand after each record's signature.
LOCAL, LOCAL_FLAGS = b"PK\x03\x04", 6
CENTRAL, CENTRAL_FLAGS, CENTRAL_SIZES, CENTRAL_OFFSET = b"PK\x01\x02", 8, 20, 42


def main() -> None:
    """Write every small file, or one bomb."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bomb", type=Path, metavar="FILE", help="write only a ZIP bomb, to FILE")
    parser.add_argument("--megabytes", type=int, default=640, help="what the bomb inflates to (default: 640)")
    args = parser.parse_args()
    if args.bomb:
        make_bomb(args.bomb, args.megabytes)
        return
    for name, content in files().items():
        (HERE / name).write_bytes(content)
        print(f"{name}: {len(content):,} bytes")


def files() -> dict[str, bytes]:
    """Name and content of each small file."""
    quiet = read_entries("quiet")
    manifest, dex = quiet[MANIFEST], quiet["classes.dex"]
    plain = archive({MANIFEST: manifest, "classes.dex": dex})
    return {
        "not-a-zip.apk": "这不是压缩包。This is plain text.\n".encode() * 8,
        "no-manifest.apk": archive({"classes.dex": dex}),
        "truncated.apk": (SAMPLES / "tidy" / "tidy.apk").read_bytes()[:12_000],
        "encrypted.apk": encrypted(plain),
        "lying-sizes.apk": lying(plain),
        "bad-manifest.apk": archive({MANIFEST: noise(2_000), "classes.dex": dex}),
        "manifest-without-package.apk": archive({MANIFEST: without_package(manifest), "classes.dex": dex}),
        "bad-dex.apk": archive({MANIFEST: manifest, "classes.dex": bad_dex(dex)}),
    }


def read_entries(name: str) -> dict[str, bytes]:
    """Every entry of a built sample."""
    with zipfile.ZipFile(SAMPLES / name / f"{name}.apk") as apk:
        return {entry: apk.read(entry) for entry in apk.namelist()}


def archive(entries: dict[str, bytes]) -> bytes:
    """Pack entries into a ZIP with one fixed date."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as new:
        for name, content in entries.items():
            new.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def records(data: bytes, signature: bytes) -> list[int]:
    """Offsets of the ZIP records with a signature."""
    found, at = [], data.find(signature)
    while at >= 0:
        found.append(at)
        at = data.find(signature, at + 4)
    return found


def encrypted(plain: bytes) -> bytes:
    """Mark every entry as encrypted, in both headers."""
    data = bytearray(plain)
    for signature, flags in ((LOCAL, LOCAL_FLAGS), (CENTRAL, CENTRAL_FLAGS)):
        for at in records(plain, signature):
            data[at + flags] |= 1
    return bytes(data)


def lying(plain: bytes) -> bytes:
    """Let the central directory lie: the first entry has other sizes, the second starts beyond the file's end."""
    data = bytearray(plain)
    first, second = records(plain, CENTRAL)
    struct.pack_into("<II", data, first + CENTRAL_SIZES, 100_000, 16)
    struct.pack_into("<I", data, second + CENTRAL_OFFSET, len(plain) + 4_096)
    return bytes(data)


def noise(length: int) -> bytes:
    """Bytes without any order, the same each time."""
    return b"".join(hashlib.sha256(str(i).encode()).digest() for i in range(length // 32 + 1))[:length]


def without_package(manifest: bytes) -> bytes:
    """Give the attribute ``package`` of a binary manifest another name of the same length."""
    name = "package".encode("utf-16-le")
    if manifest.count(name) != 1:
        raise SystemExit("the manifest of quiet.apk no longer has one string `package` in UTF-16")
    return manifest.replace(name, "nothing".encode("utf-16-le"))


def bad_dex(dex: bytes) -> bytes:
    """Let the header of a DEX file point beyond its end: the tables of strings, types, methods and classes."""
    data = bytearray(dex)
    for offset in (0x38, 0x40, 0x58, 0x60):
        struct.pack_into("<II", data, offset, 0x00FFFFFF, len(dex) + 0x1000)
    return bytes(data)


def make_bomb(path: Path, megabytes: int) -> None:
    """Write an APK of under 1 MB whose classes.dex inflates to so many megabytes (about 1,000 to 1)."""
    with zipfile.ZipFile(path, "w") as new:
        new.writestr(zipfile.ZipInfo(MANIFEST, EPOCH), read_entries("quiet")[MANIFEST], zipfile.ZIP_DEFLATED)
        info = zipfile.ZipInfo("classes.dex", EPOCH)
        info.compress_type = zipfile.ZIP_DEFLATED
        with new.open(info, "w", force_zip64=True) as entry:
            entry.write(b"dex\n035\0".ljust(MEGABYTE, b"\0"))
            for _ in range(megabytes - 1):
                entry.write(bytes(MEGABYTE))


if __name__ == "__main__":
    main()
