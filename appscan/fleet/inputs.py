"""Which files to scan: files as named, folders searched for APKs."""

from collections.abc import Sequence
from pathlib import Path

from appscan.errors import InputError

SUFFIXES = (".apk", ".apks", ".xapk", ".apkm")
"""Of APKs, and of the archives in which split APKs are passed on."""


def collect(paths: Sequence[Path]) -> list[Path]:
    """Every input once, in the order given; a folder stands for the APKs below it, sorted.

    Raises `InputError` for a folder without any APK. What is no file (a broken link, a pipe) is left to the scan to
    report.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            named = (each for each in path.rglob("*") if each.suffix.lower() in SUFFIXES)
            inside = sorted(each for each in named if not each.is_dir())
            if not inside:
                first, *others = SUFFIXES
                raise InputError(
                    f"{path}: a folder without any {first} file (or {', '.join(others)})",
                    f"{path}：文件夹中没有 {'、'.join(SUFFIXES)} 文件",
                )
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    return list(found)
