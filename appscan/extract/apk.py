"""An APK → facts: manifest, resources, signing, code, and what could not be seen."""

import re
from itertools import islice
from pathlib import Path
from typing import Any

from appscan import __version__
from appscan.extract import manifest as manifests
from appscan.extract import ui as screens
from appscan.extract import unseen, versions
from appscan.extract.archive import Archive, Bounds, EntryError, identify
from appscan.extract.candidates import candidates
from appscan.extract.code import read_code
from appscan.extract.manifest import Manifest
from appscan.extract.network import bounded, file_network, merged, text_network
from appscan.extract.network_security import read_config
from appscan.extract.package import Entries, Package, bad_manifest, read_package
from appscan.extract.reduced import RESOURCES
from appscan.extract.resources import Resources
from appscan.extract.stringpool import read_pool
from appscan.extract.words import MAX_TEXTS
from appscan.facts import FACTS_VERSION, App, ArchiveFile, Code, Facts, Limit, NativeLibrary, Network, Policy, Text, Ui
from appscan.hosts import Domains
from appscan.knowledge import Knowledge

Pools = list[tuple[str, list[str]]]
"""The name of each resource table, and its strings."""

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


def read_apk(path: Path, knowledge: Knowledge, bounds: Bounds | None = None, *, find_policy: bool = True) -> Facts:
    """The facts of an APK or of an archive of split APKs, without SDKs.

    `find_policy`: look for the policy in it. Raises `InputError` where it cannot be read at all.
    """
    identity = identify(path)
    limits: list[Limit] = []
    with Archive(path, bounds or Bounds()) as archive:
        package = read_package(archive, limits)
        entries = package.entries
        app, resources = _app(package, knowledge)
        limits += (*unseen.packers(entries, app, knowledge.packers), *unseen.bundles(entries))
        limits += (*unseen.hidden_code(entries), *unseen.standing(app))
        pools = [(each.place(RESOURCES), _pool(each, limits)) for each in package.archives]
        code, ui, network = _contents(package, app, resources, knowledge, pools, limits)
        policy = _policy_inside(entries, pools, app, knowledge, limits) if find_policy else None
    return Facts(
        facts_version=FACTS_VERSION,
        tool_version=__version__,
        input=identity,
        knowledge_sha256=knowledge.sha256,
        app=app,
        ui=ui,
        code=code,
        network=network,
        policy=policy,
        limits=tuple(dict.fromkeys(limits)),
    )


def _app(package: Package, knowledge: Knowledge) -> tuple[App, Resources]:
    entries = package.entries
    resources = Resources(package.table)
    manifest = Manifest(package.root, resources)
    if not manifest.package:
        raise bad_manifest(package.archives[0].path, "it names no package")
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
        component_factory=manifest.class_name(manifest.text(application, "appComponentFactory")),
        debuggable=manifest.flag(application, "debuggable") is True,
        test_only=manifest.flag(application, "testOnly") is True,
        allow_backup=manifest.flag(application, "allowBackup"),
        cleartext=manifest.flag(application, "usesCleartextTraffic"),
        network_security=_network_security(entries, manifest),
        permissions=manifests.permissions(manifest, known),
        defined_permissions=manifests.defined_permissions(manifest),
        components=manifests.components(manifest),
        meta_data=manifests.meta_data(manifest, application),
        queries=manifests.queries(manifest),
        features=manifests.features(manifest),
        native_libraries=_native_libraries(entries),
        files=_files(entries),
        entries=sum(len(each.entries) for each in package.archives),
        versions=tuple(islice(versions.files(entries), versions.MAX_MARKS)),
        splits=package.splits,
        signing=package.signing,
    )
    return app, resources


def _launcher_label(manifest: Manifest) -> str | None:
    activities = manifest.application.findall("activity") if manifest.application is not None else ()
    return next((label for each in activities if (label := manifest.get(each, "label"))), None)


def _network_security(entries: Entries, manifest: Manifest) -> Any:
    name = manifest.text(manifest.application, "networkSecurityConfig")
    if name not in entries:
        return None
    try:
        root = screens.parse_axml(entries.read(name))
    except EntryError:
        return None
    return None if root is None else read_config(root, entries.place(name))


def _native_libraries(entries: Entries) -> tuple[NativeLibrary, ...]:
    matches = ((name, _LIBRARY.fullmatch(name)) for name in sorted(entries.entries))
    return tuple(
        NativeLibrary(name=match[2], abi=match[1], path=entries.place(name), size=entries.size(name))
        for name, match in matches
        if match
    )


def _files(entries: Entries) -> tuple[ArchiveFile, ...]:
    names = sorted(name for name in entries.entries if name.startswith(("assets/", "res/raw/")))
    kinds = ((name, next((kind for kind, pattern in _FILE_KINDS if pattern.fullmatch(name)), "")) for name in names)
    return tuple(
        ArchiveFile(path=entries.place(name), kind=kind, size=entries.size(name)) for name, kind in kinds if kind
    )


def _dex_entries(archive: Archive, limits: list[Limit]) -> list[tuple[str, bytes]]:
    """The DEX entries in load order: classes.dex, then classes2.dex and so on."""
    found: list[tuple[str, bytes]] = []
    names = sorted((name for name in archive.entries if _DEX.fullmatch(name)), key=lambda name: (len(name), name))
    for name in names:
        try:
            found.append((archive.place(name), archive.read(name)))
        except EntryError as error:
            limits.append(Limit(kind="bad_dex", detail=f"{archive.place(name)}: {error}", affects=("code", "ui")))
    return found


def _contents(
    package: Package, app: App, resources: Resources, knowledge: Knowledge, pools: Pools, limits: list[Limit]
) -> tuple[Code, Ui, Network]:
    domains = Domains(knowledge.domains)
    dexes = [dex for archive in package.archives for dex in _dex_entries(archive, limits)]
    found = read_code(dexes, knowledge, app, resources.label)
    limits += found.limits
    texts, links = _resource_texts(pools, limits)
    shown = [screens.layouts(archive, resources) for archive in package.archives]
    in_layouts = [text for _, in_layout in shown for text in in_layout]
    ui = Ui(
        texts=tuple(dict.fromkeys((*texts, *in_layouts, *found.texts))),
        ticked=tuple(box for ticked, _ in shown for box in ticked),
        policy_urls=tuple(dict.fromkeys((*links, *found.links))),
        policy_files=screens.policy_files(package.entries),
    )
    parts = [found.network]
    parts += [text_network(pool, (), domains, table) for table, pool in pools]
    parts += [text_network((), in_layouts, domains)]
    parts += [file_network(archive, domains, limits) for archive in package.archives]
    return found.code, ui, bounded(merged(parts, domains), limits)


def _policy_inside(
    entries: Entries, pools: Pools, app: App, knowledge: Knowledge, limits: list[Limit]
) -> Policy | None:
    found = list(candidates(entries, pools, limits))
    if not found:
        return None
    from appscan.extract.inside import policy_of  # noqa: PLC0415 - few APKs hold what could be a policy

    return policy_of(found, app.labels, knowledge, limits)


def _pool(archive: Archive, limits: list[Limit]) -> list[str]:
    """The strings of an archive's resource table."""
    try:
        return read_pool(archive.read(RESOURCES)) if RESOURCES in archive else []
    except EntryError as error:
        detail = f"{archive.place(RESOURCES)}: {error}"
        limits.append(Limit(kind="unreadable_entry", detail=detail, affects=("ui",)))
        return []


def _resource_texts(pools: Pools, limits: list[Limit]) -> tuple[list[Text], list[Text]]:
    texts: list[Text] = []
    links: list[Text] = []
    for table, pool in pools:
        more = screens.resource_texts(pool, table)
        texts += more[0]
        links += more[1]
    if len(texts) > MAX_TEXTS:
        detail = f"resources: {len(texts)}, kept {MAX_TEXTS}"
        limits.append(Limit(kind="many_texts", detail=detail, affects=("ui",)))
    return texts[:MAX_TEXTS], links
