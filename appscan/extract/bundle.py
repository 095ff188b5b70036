"""Split APKs in one archive (.apks of bundletool or SAI, .xapk, .apkm) → one app, its base first."""

import io
import struct
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from appscan.errors import InputError, LimitError
from appscan.extract.archive import ENCRYPTED, READ_ERRORS, Archive, EntryError
from appscan.extract.merge import merged
from appscan.extract.package import Package, Parsed, bad_manifest, package, parsed
from appscan.extract.window import Window
from appscan.facts import Limit

MAX_SPLITS = 1000
"""APKs that are read as one app. Every language, density and ABI of every feature has one, which makes hundreds."""

UNIVERSAL = "universal.apk"
BASES = ("base.apk", "base-master.apk")
"""How a base is called, where its manifest cannot say that it is one."""

STANDALONES, ASSETS = "standalones", "asset-slices"
REPEATING_FOLDERS = (STANDALONES, "instant", "archive")
"""What bundletool builds from the same app: for old devices, for trying it out, and as a stub."""

LOCAL_HEADER = struct.Struct("<4s22xHH")
"""Of a ZIP entry: signature, length of the name, length of the extra field; the data follows them."""


class Split(NamedTuple):
    """An APK in the archive. `id` is the manifest's `split`, empty for a base."""

    name: str
    archive: Archive
    found: Parsed
    id: str
    package: str
    version: str


def read_bundle(outer: Archive, limits: list[Limit]) -> Package:
    """The app that the archive's APKs make together. Raises `InputError` where they make none, or several."""
    names = _chosen(outer, limits)
    if len(names) > MAX_SPLITS:
        raise LimitError(
            f"{outer.path}: it holds more than {MAX_SPLITS} APKs", f"{outer.path}：其中的 APK 超过 {MAX_SPLITS} 个"
        )
    outer.check_declared(names)
    damaged: dict[str, InputError] = {}
    splits = _distinct(_in_order(outer, list(_opened(outer, names, damaged)), damaged), limits)
    splits[0].archive.split = ""
    packages = [package(each.archive, each.found, limits) for each in splits]
    for name, error in damaged.items():
        reason = error.en.removeprefix(f"{_display(outer, name)}: ")
        limits.append(Limit(kind="bad_split", detail=f"{name}: {reason}", affects=("app", "code", "ui")))
    limits += _other_signers(splits, packages)
    return merged(packages)._replace(splits=tuple(each.name for each in splits))


def _chosen(outer: Archive, limits: list[Limit]) -> list[str]:
    """The entries that make up the app, sorted; what repeats it for other devices is left out."""
    apks = sorted(name for name in outer.entries if name.lower().endswith(".apk"))
    expansions = sorted(name for name in outer.entries if name.lower().endswith(".obb"))
    limits += (Limit(kind="expansion", detail=name, affects=("ui",)) for name in expansions)
    if outer.duplicates:
        limits.append(Limit(kind="duplicate_entries", detail=", ".join(sorted(set(outer.duplicates))[:3])))
    if universal := [name for name in apks if _file(name) == UNIVERSAL]:
        return universal[:1]
    splits = [name for name in apks if _folder(name) not in REPEATING_FOLDERS]
    alone = [name for name in apks if _folder(name) == STANDALONES]
    if not alone or any(_folder(name) != ASSETS for name in splits):
        return splits or apks
    largest = max(alone, key=outer.size)
    if len(alone) > 1:
        limits.append(Limit(kind="standalone", detail=f"{largest} (+{len(alone) - 1})"))
    return [largest]


def _file(name: str) -> str:
    return name.rpartition("/")[2]


def _folder(name: str) -> str:
    return _file(name.rpartition("/")[0])


def _opened(outer: Archive, names: Iterable[str], damaged: dict[str, InputError]) -> Iterator[Split]:
    for name in names:
        try:
            archive = _inner(outer, name)
            found = parsed(archive)
        except LimitError:
            raise
        except InputError as error:
            damaged[name] = error
            continue
        root = found.apk.get_android_manifest_xml()
        owner = str(root.get("package") or "")
        if not owner:
            damaged[name] = bad_manifest(archive.path, "it names no package")
            continue
        version = next((str(value) for key, value in root.attrib.items() if key.endswith("versionCode")), "")
        yield Split(name, archive, found, str(root.get("split") or ""), owner, version)


def _inner(outer: Archive, name: str) -> Archive:
    """An APK that is an entry; a stored one is read where it stands, so that its size costs no memory."""
    path = _display(outer, name)
    info = outer.entries[name]
    try:
        plain = info.compress_type == zipfile.ZIP_STORED and not info.flag_bits & ENCRYPTED
        file: Any = _window(outer, info) if plain else io.BytesIO(outer.read(name))
    except EntryError as error:
        reason = "已加密" if str(error) == "it is encrypted" else str(error)
        raise InputError(f"{path}: it cannot be read ({error})", f"{path}：无法读取（{reason}）") from error
    archive = Archive(path, outer.bounds, file, outer.spent)
    archive.split = name
    return archive


def _display(outer: Archive, name: str) -> Path:
    return Path(f"{outer.path}!{name}")


def _window(outer: Archive, info: zipfile.ZipInfo) -> Window:
    try:
        outer.file.seek(info.header_offset)
        header = outer.file.read(LOCAL_HEADER.size)
    except READ_ERRORS as error:
        raise EntryError(str(error)) from error
    if len(header) < LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise EntryError("its header is damaged")
    _, name, extra = LOCAL_HEADER.unpack(header)
    return Window(outer.file, info.header_offset + LOCAL_HEADER.size + name + extra, info.compress_size)


def _in_order(outer: Archive, splits: list[Split], damaged: dict[str, InputError]) -> list[Split]:
    """The base first, then the others by name. Raises `InputError` where there is no base, or no one app."""
    bases = sorted((each for each in splits if not each.id), key=lambda each: (len(each.name), each.name))
    if len({each.package for each in splits}) > 1 or len({each.version for each in bases}) > 1:
        raise _several(outer, splits)
    if not bases:
        raise _no_base(outer, splits, damaged)
    return [*bases, *(each for each in splits if each.id)]


def _no_base(outer: Archive, splits: list[Split], damaged: dict[str, InputError]) -> InputError:
    """What is wrong with the APK that by its name is the base, or else with the first that is damaged."""
    known = (*BASES, *(f"{each.package}.apk" for each in splits))
    ranked = sorted(damaged, key=lambda name: (_file(name) not in known, name))
    return (
        damaged[ranked[0]]
        if ranked
        else InputError(
            f"{outer.path}: it holds splits without their base APK", f"{outer.path}：其中只有拆分 APK，缺少基础 APK"
        )
    )


def _several(outer: Archive, splits: Sequence[Split]) -> InputError:
    apps: dict[tuple[str, str], str] = {}
    for each in splits:
        apps.setdefault((each.package, each.version), f"{each.name} ({each.package} {each.version})")
    shown = [*list(apps.values())[:5], *(["…"] if len(apps) > 5 else [])]
    return InputError(
        f"{outer.path}: it holds more than one app: {', '.join(shown)}: unpack it and scan the folder",
        f"{outer.path}：其中有不止一个应用：{'、'.join(shown)}：请解压后扫描文件夹",
    )


def _distinct(splits: list[Split], limits: list[Limit]) -> list[Split]:
    """Each split once: bundletool builds the same one for several versions of the platform."""
    kept: dict[str, Split] = {}
    for each in splits:
        first = kept.setdefault(each.id, each)
        if first is not each:
            affects = () if _code(first) == _code(each) else ("code", "ui")
            limits.append(Limit(kind="repeated_split", detail=f"{each.name} = {first.name}", affects=affects))
    return list(kept.values())


def _code(split: Split) -> list[tuple[str, int]]:
    entries = split.archive.entries
    return sorted((name, info.CRC) for name, info in entries.items() if name.endswith((".dex", ".so")))


def _other_signers(splits: Sequence[Split], packages: Sequence[Package]) -> Iterator[Limit]:
    signers = [{each.digests.sha256: each.subject for each in found.signing.certificates} for found in packages]
    for split, found in zip(splits, signers, strict=True):
        if found.keys() != signers[0].keys():
            yield Limit(kind="split_signer", detail=f"{split.name}: {', '.join(found.values()) or 'unsigned'}")
