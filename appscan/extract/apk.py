"""An APK → facts: manifest, resources, signing, code, and what could not be seen."""

import re
from pathlib import Path
from typing import Any

from appscan import __version__
from appscan.errors import InputError
from appscan.extract import manifest as manifests
from appscan.extract import ui as screens
from appscan.extract import unseen
from appscan.extract.archive import Archive, Bounds, EntryError, identify
from appscan.extract.code import read_code
from appscan.extract.hush import hushed
from appscan.extract.manifest import Manifest
from appscan.extract.network import bounded, file_network, merged, text_network
from appscan.extract.network_security import read_config
from appscan.extract.reduced import MANIFEST, RESOURCES, reduced_copy
from appscan.extract.resources import Resources
from appscan.extract.signing import read_signing
from appscan.extract.stringpool import read_pool
from appscan.extract.watch import prepare
from appscan.extract.words import MAX_TEXTS
from appscan.facts import FACTS_VERSION, App, ArchiveFile, Code, Facts, Limit, NativeLibrary, Network, Signing, Ui
from appscan.knowledge import Knowledge

_DEX = re.compile(r"classes([2-9]|[1-9]\d+)?\.dex")
_LIBRARY = re.compile(r"lib/([^/]+)/([^/]+\.so)")
_FILE_KINDS = (
    (
        "policy",
        re.compile(r".*(?:privacy|yinsi|policy|agreement|隐私|协议)[^/]*\.(?:html?|txt|md|pdf|docx?)", re.IGNORECASE),
    ),
    ("database", re.compile(r".*\.(?:db|sqlite3?|realm)")),
    ("dex", re.compile(r".*\.dex")),
    ("apk", re.compile(r".*\.(?:apk|jar|aar)")),
    ("script", re.compile(r".*\.(?:jsbundle|bundle|lua|luac|hbc)")),
    ("web", re.compile(r".*/index\.html?")),
)


def read_apk(path: Path, knowledge: Knowledge, bounds: Bounds | None = None) -> Facts:
    """The facts of an APK, without SDKs and policy. Raises `InputError` where it cannot be read at all."""
    identity = identify(path)
    with Archive(path, bounds or Bounds()) as archive:
        apk, limits = _androguard(archive)
        app, resources = _app(archive, apk, knowledge, limits)
        limits += (*unseen.packers(archive, app, knowledge.packers), *unseen.bundles(archive))
        limits += (*unseen.hidden_code(archive), *unseen.standing(app))
        code, ui, network = _contents(archive, app, resources, knowledge, limits)
    return Facts(
        facts_version=FACTS_VERSION,
        tool_version=__version__,
        input=identity,
        knowledge_sha256=knowledge.sha256,
        app=app,
        ui=ui,
        code=code,
        network=network,
        limits=tuple(dict.fromkeys(limits)),
    )


def _androguard(archive: Archive) -> tuple[Any, list[Limit]]:
    path = archive.path
    if MANIFEST not in archive:
        inner = next((name for name in archive.entries if name.endswith(".apk")), None)
        hint = f"; it holds {inner}: unpack the bundle and scan that" if inner else ", so not an APK"
        hint_zh = f"；其中含有 {inner}，请先解开再扫描" if inner else "，因此不是 APK"
        raise InputError(f"{path}: a ZIP archive without {MANIFEST}{hint}", f"{path}：ZIP 中没有 {MANIFEST}{hint_zh}")
    try:
        small, missing = reduced_copy(archive)
    except EntryError as error:
        raise _bad_manifest(path, str(error)) from error
    limits = [Limit(kind="unreadable_entry", detail=name, affects=("ui",)) for name in missing]
    if archive.duplicates:
        limits.append(Limit(kind="duplicate_entries", detail=", ".join(sorted(set(archive.duplicates))[:3])))
    return _parse(path, small), limits


def _parse(path: Path, small: bytes) -> Any:
    from androguard.core.apk import APK  # noqa: PLC0415 - half of a scan's start-up

    try:
        with hushed():
            apk = APK(small, raw=True)
            root = apk.get_android_manifest_xml()
    except Exception as error:
        raise _bad_manifest(path, f"{type(error).__name__}: {error}") from error
    if root is None or root.tag != "manifest":
        raise _bad_manifest(path, "not a binary Android manifest")
    return apk


REASONS_ZH = {
    "not a binary Android manifest": "不是二进制清单",
    "it names no package": "没有包名",
    "it is encrypted": "已加密",
}


def _bad_manifest(path: Path, why: str) -> InputError:
    reason = REASONS_ZH.get(why, why)
    return InputError(f"{path}: its {MANIFEST} cannot be read ({why})", f"{path}：无法解析 {MANIFEST}（{reason}）")


def _app(archive: Archive, apk: Any, knowledge: Knowledge, limits: list[Limit]) -> tuple[App, Resources]:
    resources = Resources(_table(apk, limits))
    manifest = Manifest(apk.get_android_manifest_xml(), resources)
    if not manifest.package:
        raise _bad_manifest(archive.path, "it names no package")
    application = manifest.application
    labels = resources.values(manifest.get(application, "label")) or resources.values(_launcher_label(manifest))
    low, target = manifests.sdk_levels(manifest)
    known = {each.name: each for each in knowledge.permissions}
    app = App(
        package=manifest.package,
        label=next(iter(labels), ""),
        labels=labels,
        version_name=manifest.text(manifest.root, "versionName"),
        version_code=manifest.number(manifest.root, "versionCode"),
        min_sdk=low,
        target_sdk=target,
        compile_sdk=manifest.number(manifest.root, "compileSdkVersion"),
        application=manifest.class_name(manifest.text(application, "name")),
        debuggable=manifest.flag(application, "debuggable") is True,
        test_only=manifest.flag(application, "testOnly") is True,
        allow_backup=manifest.flag(application, "allowBackup"),
        cleartext=manifest.flag(application, "usesCleartextTraffic"),
        network_security=_network_security(archive, manifest),
        permissions=manifests.permissions(manifest, known),
        defined_permissions=manifests.defined_permissions(manifest),
        components=manifests.components(manifest),
        meta_data=manifests.meta_data(manifest, application),
        queries=manifests.queries(manifest),
        features=manifests.features(manifest),
        native_libraries=_native_libraries(archive),
        files=_files(archive),
        entries=len(archive.entries),
        signing=_signing(apk, archive.path, limits),
    )
    return app, resources


def _table(apk: Any, limits: list[Limit]) -> Any:
    try:
        with hushed():
            return apk.get_android_resources()
    except Exception as error:  # noqa: BLE001 - androguard raises what its parser trips over; said as a limit
        limits.append(Limit(kind="bad_resources", detail=f"{RESOURCES}: {type(error).__name__}", affects=("ui",)))
        return None


def _signing(apk: Any, path: Path, limits: list[Limit]) -> Signing:
    try:
        with hushed():
            return read_signing(apk, path)
    except Exception as error:  # noqa: BLE001 - certificates are parsed by androguard and asn1crypto; said as a limit
        limits.append(Limit(kind="bad_signature", detail=f"{type(error).__name__}: {error}"))
        return Signing()


def _launcher_label(manifest: Manifest) -> str | None:
    activities = manifest.application.findall("activity") if manifest.application is not None else ()
    return next((label for each in activities if (label := manifest.get(each, "label"))), None)


def _network_security(archive: Archive, manifest: Manifest) -> Any:
    name = manifest.text(manifest.application, "networkSecurityConfig")
    if name not in archive:
        return None
    try:
        root = screens.parse_axml(archive.read(name))
    except EntryError:
        return None
    return None if root is None else read_config(root, name)


def _native_libraries(archive: Archive) -> tuple[NativeLibrary, ...]:
    matches = ((name, _LIBRARY.fullmatch(name)) for name in sorted(archive.entries))
    return tuple(
        NativeLibrary(name=match[2], abi=match[1], path=name, size=archive.size(name))
        for name, match in matches
        if match
    )


def _files(archive: Archive) -> tuple[ArchiveFile, ...]:
    names = sorted(name for name in archive.entries if name.startswith(("assets/", "res/raw/")))
    kinds = ((name, next((kind for kind, pattern in _FILE_KINDS if pattern.fullmatch(name)), "")) for name in names)
    return tuple(ArchiveFile(path=name, kind=kind, size=archive.size(name)) for name, kind in kinds if kind)


def _dex_entries(archive: Archive, limits: list[Limit]) -> list[tuple[str, bytes]]:
    """The DEX entries in load order: classes.dex, classes2.dex, … as long as the numbers go on without a gap."""
    found: list[tuple[str, bytes]] = []
    names = sorted((name for name in archive.entries if _DEX.fullmatch(name)), key=lambda name: (len(name), name))
    for name in names:
        try:
            found.append((name, archive.read(name)))
        except EntryError as error:
            limits.append(Limit(kind="bad_dex", detail=f"{name}: {error}", affects=("code", "ui")))
    return found


def _contents(
    archive: Archive, app: App, resources: Resources, knowledge: Knowledge, limits: list[Limit]
) -> tuple[Code, Ui, Network]:
    watch = prepare(knowledge)
    found = read_code(_dex_entries(archive, limits), watch, app)
    limits += found.limits
    pool = _pool(archive, limits)
    texts, links = screens.resource_texts(pool)
    if len(texts) > MAX_TEXTS:
        detail = f"resources: {len(texts)}, kept {MAX_TEXTS}"
        limits.append(Limit(kind="many_texts", detail=detail, affects=("ui",)))
    ticked, in_layouts = screens.layouts(archive, resources)
    ui = Ui(
        texts=tuple(dict.fromkeys((*texts[:MAX_TEXTS], *in_layouts, *found.texts))),
        ticked=tuple(ticked),
        policy_urls=tuple(dict.fromkeys((*links, *found.links))),
        policy_files=screens.policy_files(archive),
    )
    in_texts = text_network(pool, in_layouts, watch.domains)
    network = merged((found.network, in_texts, file_network(archive, watch.domains, limits)), watch.domains)
    return found.code, ui, bounded(network, limits)


def _pool(archive: Archive, limits: list[Limit]) -> list[str]:
    try:
        return read_pool(archive.read(RESOURCES)) if RESOURCES in archive else []
    except EntryError as error:
        limits.append(Limit(kind="unreadable_entry", detail=f"{RESOURCES}: {error}", affects=("ui",)))
        return []
