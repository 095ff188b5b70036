"""Split APKs in one archive are read as one app; what is wrong with one is said, and nothing is read beyond bounds."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from appscan.catalogue.model import Catalogue
from appscan.errors import InputError, LimitError
from appscan.extract.apk import read_apk
from appscan.extract.archive import MIB, Archive, Bounds
from appscan.extract.package import read_package
from appscan.facts import App, Facts, Limit
from samples.broken.make import encrypted, make_bomb
from tests.conftest import ROOT, SAMPLES

SPLIT = SAMPLES / "split" / "split.apks"
with zipfile.ZipFile(SPLIT) as apks:
    SPLITS = {name: apks.read(name) for name in apks.namelist()}
BASE, ARM64, ZH, SHARE = (
    SPLITS[f"splits/{name}.apk"] for name in ("base-master", "base-arm64_v8a", "base-zh", "share-master")
)
XAPK = {
    "manifest.json": b'{"package_name": "com.example.split"}',
    "com.example.split.apk": BASE,
    "config.arm64_v8a.apk": ARM64,
    "config.zh.apk": ZH,
    "share.apk": SHARE,
}
TIDY = (SAMPLES / "tidy" / "tidy.apk").read_bytes()
GREEDY = (SAMPLES / "greedy" / "greedy.apk").read_bytes()


def packed(path: Path, entries: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return path


def inner(**entries: bytes) -> bytes:
    """An APK of its own: the share split's entries, some of them replaced."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SHARE)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in ({each: old.read(each) for each in old.namelist()} | entries).items():
            new.writestr(name, data)
    return buffer.getvalue()


def app_of(facts: Facts) -> App:
    assert facts.app is not None
    return facts.app


def limits(facts: Facts, kind: str) -> list[Limit]:
    return [each for each in facts.limits if each.kind == kind]


@pytest.fixture(scope="module")
def split(catalogue: Catalogue) -> Facts:
    return read_apk(SPLIT, catalogue.knowledge)


def test_the_manifest_is_the_bases_and_splits_add_to_it_once(split: Facts) -> None:
    app = app_of(split)
    assert (app.package, app.version_name, app.version_code, app.target_sdk) == ("com.example.split", "1.2", 3, 34)
    assert [each.name.rpartition(".")[2] for each in app.permissions] == ["INTERNET", "READ_PHONE_STATE"]
    assert [(each.name, each.exported) for each in app.components] == [
        ("com.example.split.MainActivity", True),
        ("com.example.split.share.ShareActivity", True),
        ("com.example.split.share.ShareProvider", False),
    ]
    assert [each.name for each in app.meta_data] == [
        "com.android.vending.splits.required",
        "com.example.split.SHARE_KEY",
    ]
    assert app.queries == ("package com.example.friend",)


def test_the_base_comes_first_and_the_others_by_name(split: Facts) -> None:
    names = ("base-master", "base-arm64_v8a", "base-zh", "share-master")
    assert app_of(split).splits == tuple(f"splits/{name}.apk" for name in names)


def test_a_language_split_gives_a_label_its_translation(split: Facts) -> None:
    assert app_of(split).labels == ("分包示例", "Split sample")


def test_evidence_names_the_split_and_the_bases_files_stay_plain(split: Facts) -> None:
    app = app_of(split)
    assert split.code is not None
    assert split.ui is not None
    assert [each.name for each in split.code.dex] == ["classes.dex", "splits/share-master.apk!classes.dex"]
    assert split.code.class_files["com.example.split.share"] == ("splits/share-master.apk!classes.dex",)
    assert {each.dex for each in split.code.calls} == {"splits/share-master.apk!classes.dex"}
    assert [each.path for each in app.native_libraries] == ["splits/base-arm64_v8a.apk!lib/arm64-v8a/libshare.so"]
    assert [each.path for each in app.files] == ["splits/share-master.apk!assets/share_privacy.html"]
    assert split.ui.policy_files == ("splits/share-master.apk!assets/share_privacy.html",)
    assert [each.where for each in split.ui.ticked] == ["splits/share-master.apk!res/layout/activity_share.xml"]
    tables = {each.where.partition(":")[0] for each in split.ui.texts}
    assert tables == {f"{each}resources.arsc" for each in ("", "splits/base-zh.apk!", "splits/share-master.apk!")}


def test_a_path_from_the_start_leads_through_a_splits_provider(split: Facts) -> None:
    assert split.code is not None
    [path] = split.code.paths
    assert path.caller == "Lcom/example/split/share/ShareProvider;->onCreate()Z"


def test_the_signing_is_the_bases_and_nothing_is_left_unsaid(split: Facts) -> None:
    assert app_of(split).signing.schemes == ("v2",)
    assert {each.kind for each in split.limits} == {"native_code", "static"}


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize(
    ("suffix", "base", "entries"),
    [
        (".xapk", "com.example.split.apk", XAPK),
        (".apkm", "base.apk", {"info.json": b"{}", "base.apk": BASE, "split_share.apk": SHARE, "split_zh.apk": ZH}),
        (".apks", "base.apk", {"split_share.apk": SHARE, "split_config.zh.apk": ZH, "base.apk": BASE}),
        (".zip", "down/load/BASE.APK", {"down/load/BASE.APK": BASE, "down/load/s.apk": SHARE, "down/load/z.apk": ZH}),
    ],
    ids=["xapk", "apkm", "sai", "zip"],
)
def test_every_way_of_packing_gives_the_same_app(
    catalogue: Catalogue, tmp_path: Path, split: Facts, suffix: str, base: str, entries: dict[str, bytes], method: int
) -> None:
    facts = read_apk(packed(tmp_path / f"app{suffix}", entries, method), catalogue.knowledge)
    app = app_of(facts)
    assert app.splits[0] == base
    assert (app.labels, app.components, app.permissions) == (
        app_of(split).labels,
        app_of(split).components,
        app_of(split).permissions,
    )
    assert facts.code is not None
    assert split.code is not None
    assert facts.code.classes == split.code.classes
    assert facts.input.size == (tmp_path / f"app{suffix}").stat().st_size


def test_the_base_alone_in_an_archive_has_the_facts_of_the_apk(catalogue: Catalogue, tmp_path: Path) -> None:
    plain = read_apk(SAMPLES / "greedy" / "greedy.apk", catalogue.knowledge)
    facts = read_apk(packed(tmp_path / "a.xapk", {"greedy.apk": GREEDY}), catalogue.knowledge)
    assert app_of(facts).splits == ("greedy.apk",)
    assert (facts.code, facts.ui, facts.limits) == (plain.code, plain.ui, plain.limits)
    assert app_of(facts).signing == app_of(plain).signing


def test_the_order_of_the_entries_changes_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    one = read_apk(packed(tmp_path / "a.xapk", XAPK), catalogue.knowledge)
    two = read_apk(packed(tmp_path / "b.xapk", dict(reversed(XAPK.items()))), catalogue.knowledge)
    assert (one.app, one.code, one.ui, one.limits) == (two.app, two.code, two.ui, two.limits)


def test_a_universal_apk_is_used_alone(catalogue: Catalogue, tmp_path: Path) -> None:
    facts = read_apk(packed(tmp_path / "a.apks", {**SPLITS, "universal.apk": TIDY}), catalogue.knowledge)
    assert (app_of(facts).package, app_of(facts).splits) == ("com.example.tidy", ("universal.apk",))


def test_standalones_repeat_the_splits(catalogue: Catalogue, tmp_path: Path, split: Facts) -> None:
    entries = {
        **SPLITS,
        "standalones/standalone-hdpi.apk": TIDY,
        "instant/instant-base-master.apk": TIDY,
        "archive/archive.apk": TIDY,
    }
    facts = read_apk(packed(tmp_path / "a.apks", entries), catalogue.knowledge)
    assert (facts.app, facts.limits) == (split.app, split.limits)


def test_of_standalones_alone_the_largest_is_read_and_that_is_said(catalogue: Catalogue, tmp_path: Path) -> None:
    entries = {
        "standalones/a.apk": BASE,
        "standalones/b.apk": TIDY,
        "standalones/c.apk": BASE,
        "asset-slices/d.apk": SHARE,
    }
    facts = read_apk(packed(tmp_path / "a.apks", entries), catalogue.knowledge)
    assert app_of(facts).splits == ("standalones/b.apk",)
    assert [each.detail for each in limits(facts, "standalone")] == ["standalones/b.apk (+2)"]


def test_a_split_built_for_several_platforms_is_read_once(catalogue: Catalogue, tmp_path: Path) -> None:
    entries = {**SPLITS, "splits/base-master_2.apk": BASE, "splits/share-master_2.apk": inner(**{"classes.dex": b"x"})}
    facts = read_apk(packed(tmp_path / "a.apks", entries), catalogue.knowledge)
    assert app_of(facts).splits[0] == "splits/base-master.apk"
    assert limits(facts, "repeated_split") == [
        Limit(kind="repeated_split", detail="splits/base-master_2.apk = splits/base-master.apk"),
        Limit(
            kind="repeated_split",
            detail="splits/share-master_2.apk = splits/share-master.apk",
            affects=("code", "ui"),
        ),
    ]


@pytest.mark.parametrize(
    ("damaged", "why"),
    [
        (SHARE[:4000], "damaged or cut off"),
        (b"no archive", "not a ZIP archive"),
        (encrypted(SHARE), "it is encrypted"),
        (inner(**{"AndroidManifest.xml": b"noise"}), "AndroidManifest.xml cannot be read"),
    ],
    ids=["cut", "text", "encrypted", "manifest"],
)
def test_a_damaged_split_is_a_limit_and_a_damaged_base_an_error(
    catalogue: Catalogue, tmp_path: Path, damaged: bytes, why: str
) -> None:
    facts = read_apk(packed(tmp_path / "a.xapk", {**XAPK, "share.apk": damaged}), catalogue.knowledge)
    [limit] = limits(facts, "bad_split")
    assert limit.detail.startswith("share.apk: ")
    assert why in limit.detail
    assert limit.affects == ("app", "code", "ui")
    assert app_of(facts).splits == ("com.example.split.apk", "config.arm64_v8a.apk", "config.zh.apk")
    entries = {"a.apk": b"", **XAPK, "com.example.split.apk": damaged}
    with pytest.raises(InputError, match=f"com.example.split.apk: .*{why}"):
        read_apk(packed(tmp_path / "b.xapk", entries), catalogue.knowledge)


@pytest.mark.parametrize("offset", [7, 1 << 30, -5, 1 << 70])
def test_an_entry_that_is_not_where_the_directory_says_is_damaged(tmp_path: Path, offset: int) -> None:
    with Archive(packed(tmp_path / "a.xapk", XAPK), Bounds()) as archive:
        archive.entries["share.apk"].header_offset = offset
        limits: list[Limit] = []
        assert "share.apk" not in read_package(archive, limits).splits
    assert [each.kind for each in limits] == ["bad_split"]


def test_a_damaged_dex_of_a_split_is_named_by_it(catalogue: Catalogue, tmp_path: Path) -> None:
    entries = {**XAPK, "share.apk": inner(**{"classes.dex": b"dex\n035\0"})}
    facts = read_apk(packed(tmp_path / "a.xapk", entries), catalogue.knowledge)
    assert limits(facts, "bad_dex")[0].detail.startswith("share.apk!classes.dex: ")


def test_several_apps_in_one_archive_are_named(catalogue: Catalogue, tmp_path: Path) -> None:
    entries = {"tidy.apk": TIDY, "greedy.apk": GREEDY}
    with pytest.raises(InputError, match=r"more than one app: greedy.apk \(com.example.greedy 7\), tidy.apk") as error:
        read_apk(packed(tmp_path / "a.zip", entries), catalogue.knowledge)
    assert "不止一个应用" in error.value.zh
    with pytest.raises(InputError, match="more than one app"):
        read_apk(packed(tmp_path / "b.apks", {"base.apk": TIDY, "split_share.apk": SHARE}), catalogue.knowledge)


def test_splits_without_their_base_are_refused(catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="splits without their base APK"):
        read_apk(packed(tmp_path / "a.apks", {"share.apk": SHARE, "zh.apk": ZH}), catalogue.knowledge)


def test_a_split_of_another_signer_is_said(catalogue: Catalogue, tmp_path: Path) -> None:
    facts = read_apk(packed(tmp_path / "a.xapk", {**XAPK, "share.apk": inner()}), catalogue.knowledge)
    assert [each.detail for each in limits(facts, "split_signer")] == ["share.apk: unsigned"]


def test_an_expansion_file_is_not_read_however_large_it_says_it_is(catalogue: Catalogue, tmp_path: Path) -> None:
    entries = {**XAPK, "Android/obb/com.example.split/main.3.obb": bytes(3 * MIB)}
    path = packed(tmp_path / "a.xapk", entries, zipfile.ZIP_DEFLATED)
    facts = read_apk(path, catalogue.knowledge, Bounds(entry=MIB, total=2 * MIB))
    assert [each.detail for each in limits(facts, "expansion")] == ["Android/obb/com.example.split/main.3.obb"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_bomb_inside_is_stopped(catalogue: Catalogue, tmp_path: Path, method: int) -> None:
    make_bomb(tmp_path / "bomb.apk", 40)
    path = packed(tmp_path / "a.apks", {"base.apk": (tmp_path / "bomb.apk").read_bytes()}, method)
    with pytest.raises(LimitError, match=r"'classes\.dex' inflates beyond 32 MiB"):
        read_apk(path, catalogue.knowledge, Bounds(entry=32 * MIB))


def test_an_apk_that_is_a_bomb_itself_is_stopped(catalogue: Catalogue, tmp_path: Path) -> None:
    path = packed(tmp_path / "a.apks", {"base.apk": BASE, "split_x.apk": bytes(3 * MIB)}, zipfile.ZIP_DEFLATED)
    with pytest.raises(LimitError, match=r"'split_x\.apk' inflates beyond 2 MiB"):
        read_apk(path, catalogue.knowledge, Bounds(entry=2 * MIB))


def test_outer_and_inner_archives_share_one_total(catalogue: Catalogue, tmp_path: Path) -> None:
    larger = {f"split_{number}.apk": inner(**{"assets/x": bytes(MIB)}) for number in range(4)}
    path = packed(tmp_path / "a.apks", {"base.apk": BASE, **larger})
    assert read_apk(path, catalogue.knowledge, Bounds(total=5 * MIB)).app is not None
    with pytest.raises(LimitError, match="inflates beyond 3 MiB"):
        read_apk(path, catalogue.knowledge, Bounds(total=3 * MIB))


def test_more_splits_than_any_app_has_are_refused(catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(LimitError, match="more than 1000 APKs"):
        read_apk(packed(tmp_path / "a.apks", {f"{number}.apk": b"" for number in range(1001)}), catalogue.knowledge)


def test_names_that_lead_out_of_the_archive_lead_nowhere(catalogue: Catalogue, tmp_path: Path) -> None:
    entries = {"../../base.apk": BASE, "/etc/share.apk": SHARE}
    (tmp_path / "deep" / "er").mkdir(parents=True)
    path = packed(tmp_path / "deep" / "er" / "a.apks", entries)
    before = sorted(tmp_path.rglob("*"))
    assert app_of(read_apk(path, catalogue.knowledge)).splits == ("../../base.apk", "/etc/share.apk")
    assert sorted(tmp_path.rglob("*")) == before


def test_an_app_bundle_is_refused_with_what_to_do(catalogue: Catalogue, tmp_path: Path) -> None:
    entries = {"BundleConfig.pb": b"", "base/manifest/AndroidManifest.xml": b"", "base/assets/x.apk": BASE}
    with pytest.raises(InputError, match="bundletool build-apks") as error:
        read_apk(packed(tmp_path / "a.aab", entries), catalogue.knowledge)
    assert "bundletool build-apks" in error.value.zh


def test_a_plain_apk_does_without_what_splits_need() -> None:
    code = (
        "import sys, pathlib; from appscan.extract.package import read_package; "
        "from appscan.extract.archive import Archive, Bounds; "
        "read_package(Archive(pathlib.Path(sys.argv[1]), Bounds()), []); "
        "print([each for each in sys.modules if each.startswith('appscan.extract.') and "
        "each.endswith(('bundle', 'merge', 'window'))])"
    )
    command = [sys.executable, "-c", code, str(SAMPLES / "tidy" / "tidy.apk")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"
