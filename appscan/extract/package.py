"""What a scan reads as one app: an APK's entries, manifest tree, resource table and signing."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from appscan.errors import InputError
from appscan.extract.archive import APP_BUNDLE, MANIFEST, Archive, EntryError
from appscan.extract.hush import hushed
from appscan.extract.reduced import RESOURCES, reduced_copy
from appscan.extract.signing import read_signing
from appscan.facts import Limit, Signing


class Entries(Protocol):
    """What is read like one archive: an archive, or several laid over each other."""

    @property
    def entries(self) -> Mapping[str, object]:
        """The paths in it."""

    def __contains__(self, name: str) -> bool: ...

    def size(self, name: str) -> int:
        """The size that is declared for an entry, in bytes."""

    def read(self, name: str) -> bytes:
        """An entry's bytes. Raises `EntryError` and `LimitError`."""

    def place(self, name: str) -> str:
        """The entry as evidence names it."""


class Package(NamedTuple):
    """An app as it is read. `entries`: its archives laid over each other, the base's on top.

    `root`: the manifest's tree. `table`: androguard's resource table, or None. `splits`: the APKs that were merged.
    """

    archives: Sequence[Archive]
    entries: Entries
    root: Any
    table: Any
    signing: Signing
    splits: tuple[str, ...] = ()


def read_package(archive: Archive, limits: list[Limit]) -> Package:
    """An APK, or the split APKs in an archive of them. Raises `InputError` where it cannot be read at all."""
    if archive.holds_apks:
        from appscan.extract.bundle import read_bundle  # noqa: PLC0415 - not for a plain APK

        return read_bundle(archive, limits)
    return package(archive, parsed(archive), limits)


class Parsed(NamedTuple):
    """An APK for androguard, and the names of entries that it lacks because they cannot be read."""

    apk: Any
    missing: list[str]


def parsed(archive: Archive) -> Parsed:
    """The manifest and what goes with it. Raises `InputError` where there is none that can be read."""
    if MANIFEST not in archive:
        raise _no_manifest(archive)
    try:
        small, missing = reduced_copy(archive)
    except EntryError as error:
        raise bad_manifest(archive.path, str(error)) from error
    return Parsed(_parse(archive.path, small), missing)


def _no_manifest(archive: Archive) -> InputError:
    path = archive.path
    if APP_BUNDLE in archive:
        return InputError(
            f"{path}: an Android App Bundle (.aab), not an APK: build an .apks with `bundletool build-apks`, scan that",
            f"{path}：这是 Android App Bundle（.aab），不是 APK：请用 `bundletool build-apks` 生成 .apks 后再扫描",
        )
    return InputError(
        f"{path}: a ZIP archive without {MANIFEST}, so not an APK", f"{path}：ZIP 中没有 {MANIFEST}，因此不是 APK"
    )


def _parse(path: Path, small: bytes) -> Any:
    from androguard.core.apk import APK  # noqa: PLC0415 - half of a scan's start-up

    try:
        with hushed():
            apk = APK(small, raw=True)
            root = apk.get_android_manifest_xml()
    except Exception as error:
        raise bad_manifest(path, f"{type(error).__name__}: {error}") from error
    if root is None or root.tag != "manifest":
        raise bad_manifest(path, "not a binary Android manifest")
    return apk


REASONS_ZH = {
    "not a binary Android manifest": "不是二进制清单",
    "it names no package": "没有包名",
    "it is encrypted": "已加密",
}


def bad_manifest(path: Path, why: str) -> InputError:
    """The sentence for a manifest that cannot be read."""
    reason = REASONS_ZH.get(why, why)
    return InputError(f"{path}: its {MANIFEST} cannot be read ({why})", f"{path}：无法解析 {MANIFEST}（{reason}）")


def package(archive: Archive, found: Parsed, limits: list[Limit]) -> Package:
    """One APK as the app."""
    limits += (Limit(kind="unreadable_entry", detail=archive.place(name), affects=("ui",)) for name in found.missing)
    if archive.duplicates:
        names = sorted(set(map(archive.place, archive.duplicates)))
        limits.append(Limit(kind="duplicate_entries", detail=", ".join(names[:3])))
    table, signing = _table(archive, found.apk, limits), _signing(archive, found.apk, limits)
    return Package((archive,), archive, found.apk.get_android_manifest_xml(), table, signing)


def _table(archive: Archive, apk: Any, limits: list[Limit]) -> Any:
    try:
        with hushed():
            return apk.get_android_resources()
    except Exception as error:  # noqa: BLE001 - androguard raises what its parser trips over; said as a limit
        detail = f"{archive.place(RESOURCES)}: {type(error).__name__}"
        limits.append(Limit(kind="bad_resources", detail=detail, affects=("ui",)))
        return None


def _signing(archive: Archive, apk: Any, limits: list[Limit]) -> Signing:
    try:
        with hushed():
            return read_signing(apk, None if archive.inner else archive.path)
    except Exception as error:  # noqa: BLE001 - certificates are parsed by androguard and asn1crypto; said as a limit
        where = f"{archive.split}: " if archive.split else ""
        limits.append(Limit(kind="bad_signature", detail=f"{where}{type(error).__name__}: {error}"))
        return Signing()
