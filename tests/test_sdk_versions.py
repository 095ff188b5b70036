"""The version that an SDK tells of itself, and what is not one."""

import zipfile
from pathlib import Path

import pytest

from appscan.dex.index import Dex
from appscan.extract.archive import Archive, Bounds
from appscan.extract.versions import constants, files
from appscan.facts import App, Code, Facts, Input, VersionMark
from appscan.sdks import find_sdks
from tests.dexwriter import Writer
from tests.test_sdks import sdk

PUSH = sdk("acmepush", classes=("com.acme.push",))
STAT = sdk("acmestat", classes=("com.acme.stat", "com.acme.stat.push"))
OUTER = sdk("outer", classes=("com.acme",))
HTTP = sdk("http", classes=("http3",))
FAMILY = sdk("family", classes=tuple(f"org.family.p{number}" for number in range(20)))


def constant(name: str, value: str = "1.2.3", field: str = "VERSION_NAME") -> VersionMark:
    return VersionMark(name=name, field=field, value=value, where="classes.dex@0x10")


def artifact(name: str, value: str = "1.2.3") -> VersionMark:
    return VersionMark(name=name, value=value, where=f"META-INF/{name}.version")


def told(*marks: VersionMark, package: str = "com.example.app") -> dict[str, str]:
    """The versions of the SDKs, all of which are in the app."""
    names = ("com.acme.push", "com.acme.stat", "com.acme", "http3", "org.family.p1")
    code = Code(classes={**dict.fromkeys(names, ("A",)), package: ("Main",)}, versions=marks)
    facts = Facts(
        facts_version=1, tool_version="", input=Input(path="", sha256="", size=0), app=App(package=package), code=code
    )
    hits = find_sdks(facts, (PUSH, STAT, OUTER, HTTP, FAMILY)) or ()
    return {hit.id: hit.version for hit in hits if hit.version}


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("com.acme.push.BuildConfig", "VERSION_NAME"),
        ("com.acme.push.core.Version", "SDK_VERSION"),
        ("com.acme.push.internal.PushBuildConfig", "VERSION"),
        ("com.acme.push.sdk.Agent", "PUSH_SDK_VERSIONNAME"),
        ("com.acme.push.AcmePush", "VERSION"),
        ("com.acme.push.SdkVersionInfo", "LIBRARY_VERSION"),
    ],
)
def test_a_constant_that_tells_a_version(name: str, field: str) -> None:
    assert told(constant(name, "9.6.1", field)) == {"acmepush": "9.6.1"}


@pytest.mark.parametrize(
    "mark",
    [
        constant("com.acme.push.rpc.Server", field="VERSION"),  # a protocol's
        constant("com.acme.push.Server", field="JSON_RPC_VERSION"),
        constant("com.acme.push.Device", field="ANDROID_SDK_VERSION"),
        constant("com.acme.push.BuildConfig", field="MIN_SDK_VERSION"),
        constant("com.acme.push.BuildConfig", "1.0"),  # what the template of a module says
        constant("com.acme.push.images.BuildConfig"),  # another part of it, with a version of its own
        constant("com.example.app.BuildConfig"),
        constant("com.unknown.BuildConfig"),
        artifact("org.family.p1:p1"),  # one of many libraries under one name
        artifact("com.unknown:thing"),
        artifact("nobody"),
    ],
    ids=lambda mark: f"{mark.name}.{mark.field}",
)
def test_what_tells_no_version_of_an_sdk(mark: VersionMark) -> None:
    assert told(mark) == {}


def test_the_longest_prefix_owns_the_class() -> None:
    assert told(constant("com.acme.stat.push.BuildConfig"), constant("com.acme.BuildConfig", "2.0.0")) == {
        "acmestat": "1.2.3",
        "outer": "2.0.0",
    }


def test_the_nearest_of_several_counts_and_a_tie_counts_for_nothing() -> None:
    inner = constant("com.acme.push.core.BuildConfig", "3.3.3")
    assert told(inner, constant("com.acme.push.BuildConfig", "4.4.4")) == {"acmepush": "4.4.4"}
    assert told(inner, constant("com.acme.push.sdk.Version", "4.4.4")) == {}
    assert told(inner, constant("com.acme.push.sdk.Version", "3.3.3")) == {"acmepush": "3.3.3"}


def test_an_artifact_tells_a_version_by_its_group_or_by_its_whole_name() -> None:
    assert told(artifact("com.acme.push:push-core")) == {"acmepush": "1.2.3"}
    assert told(artifact("com.acme:stat_android")) == {"acmestat": "1.2.3"}
    assert told(artifact("com.acme:tools")) == {"outer": "1.2.3"}
    assert told(artifact("http3:core")) == {"http": "1.2.3"}
    assert told(artifact("acmepush")) == {"acmepush": "1.2.3"}


def test_the_evidence_says_where_the_version_stands() -> None:
    code = Code(classes={"com.acme.push": ("A",)}, versions=(constant("com.acme.push.BuildConfig"),))
    facts = Facts(facts_version=1, tool_version="", input=Input(path="", sha256="", size=0), code=code)
    ((hit),) = find_sdks(facts, (PUSH,)) or ()
    assert hit.evidence[-1].where == "classes.dex@0x10"
    assert hit.evidence[-1].quote == "com.acme.push.BuildConfig.VERSION_NAME = 1.2.3"


def test_constants_are_read_from_bytecode() -> None:
    values = {
        ("Lcom/acme/push/BuildConfig;", "VERSION_NAME"): "1.2.3-beta4",
        ("Lcom/acme/push/BuildConfig;", "VERSION_TAG"): "latest",
        ("Lcom/acme/push/BuildConfig;", "BUILD_TYPE"): "1.0.0",
        ("Lcom/acme/push/Again;", "VERSION"): "4.5.6",
    }
    data = Writer((), constants=values).write({})
    (mark,) = constants(Dex(data, 0, "classes.dex"), {"Lcom/acme/push/Again;"})
    assert (mark.name, mark.field, mark.value) == ("com.acme.push.BuildConfig", "VERSION_NAME", "1.2.3-beta4")
    assert data[int(mark.where.partition("@")[2], 16)] & 0x1F == 0x17


def test_a_broken_array_of_values_is_passed_over() -> None:
    data = bytearray(Writer((), constants={("La/BuildConfig;", "VERSION"): "1.2.3"}).write({}))
    data[-3] = 0x1C
    assert list(constants(Dex(bytes(data), 0, "classes.dex"), ())) == []


def test_files_of_the_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.apk"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("META-INF/com.acme.push_push-core.version", "1.2.3\n")
        made.writestr("META-INF/com.acme_odd.version", "task ':odd:write' property 'version'")
        made.writestr(
            "META-INF/maven/com.acme.stat/core/pom.properties", "#made\nversion=2.0.1\ngroupId=com.acme.stat\n"
        )
        made.writestr("acmepush.properties", "version=3.0.0\nclient=acmepush\n")
        made.writestr("other.properties", "version=3.0.0\n")
        made.writestr("META-INF/huge_huge.version", "1.2.3" + " " * 9999)
    with Archive(path, Bounds()) as archive:
        assert [(each.name, each.value) for each in files(archive)] == [
            ("com.acme.push:push-core", "1.2.3"),
            ("com.acme.stat:core", "2.0.1"),
            ("acmepush", "3.0.0"),
        ]
