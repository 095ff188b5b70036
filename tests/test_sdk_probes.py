"""Where the catalogue says that an SDK tells its version, what versions fail a review, and what does nothing."""

import msgspec
import pytest

from appscan.dex.index import Dex
from appscan.extract.probes import probed, wanted
from appscan.extract.versions import artifacts
from appscan.facts import (
    App,
    Bilingual,
    Code,
    Component,
    Facts,
    Input,
    Limit,
    MetaData,
    NativeLibrary,
    SdkHit,
    VersionMark,
)
from appscan.knowledge import BadRange, Probe, Sdk, SdkExamples, Signatures
from appscan.sdk_versions import known_bad
from appscan.sdks import find_sdks
from tests.dexwriter import Method, Writer

CONFIG = "Lcom/acme/push/Config;"
RETURN_V0 = 0x0011


def sdk(*probes: Probe, core: tuple[str, ...] = (), bad: tuple[BadRange, ...] = ()) -> Sdk:
    return Sdk(
        id="acmepush",
        name=Bilingual(zh="推", en="Push"),
        category="push",
        examples=SdkExamples(match=(), no_match=()),
        signatures=Signatures(classes=("com.acme.push",), core=core),
        probes=probes,
        known_bad=bad,
    )


def hit(known: Sdk, app: App | None = None, code: Code | None = None, *limits: Limit) -> SdkHit:
    facts = Facts(
        facts_version=1,
        tool_version="",
        input=Input(path="", sha256="", size=0),
        app=app or App(package="com.example"),
        code=code or Code(classes={"com.acme.push": ("A",)}),
        limits=limits,
    )
    (found,) = find_sdks(facts, (known,)) or ()
    return found


def mark(value: str, field: str = "BUILD", name: str = "com.acme.push.Config") -> VersionMark:
    return VersionMark(name=name, field=field, value=value, where="classes.dex@0x10")


def with_marks(*marks: VersionMark) -> Code:
    return Code(classes={"com.acme.push": ("A",)}, versions=marks)


def test_a_constant_that_no_rule_would_take_for_a_version() -> None:
    probe = Probe(constant=f"{CONFIG}->BUILD")
    assert hit(sdk(probe), code=with_marks(mark("4.5.6"))).version == "4.5.6"
    assert hit(sdk(), code=with_marks(mark("4.5.6"))).version == ""


def test_a_method_and_a_field_of_one_name_are_not_mixed_up() -> None:
    probe = Probe(method=f"{CONFIG}->version")
    assert hit(sdk(probe), code=with_marks(mark("4.5.6", "version"))).version == ""
    found = hit(sdk(probe), code=with_marks(mark("4.5.6", "version()")))
    assert found.version == "4.5.6"
    assert found.evidence[-1].quote == "com.acme.push.Config.version() = 4.5.6"


def test_a_pattern_takes_the_version_out_of_a_text() -> None:
    probe = Probe(constant=f"{CONFIG}->BUILD", pattern=r"acme-(\d+)_(\d+)(?:_(\d+))?")
    assert hit(sdk(probe), code=with_marks(mark("acme-7_5"))).version == "7.5"
    assert hit(sdk(probe), code=with_marks(mark("none of it"))).version == ""


def test_the_name_of_a_native_library_tells_a_version_that_shrinkers_cannot_hide() -> None:
    library = NativeLibrary(name="libAcme_v7_5_0.so", abi="arm64-v8a", path="lib/arm64-v8a/libAcme_v7_5_0.so", size=1)
    probe = Probe(library="libAcme_v*.so", pattern=r"_v(\d+)_(\d+)_(\d+)")
    found = hit(sdk(probe), App(package="com.example", native_libraries=(library,)))
    assert (found.version, found.evidence[-1].where) == ("7.5.0", library.path)


def test_a_key_of_the_manifest_and_an_artifact() -> None:
    app = App(package="com.example", meta_data=(MetaData(name="ACME_VER", value="2.0.1"),))
    assert hit(sdk(Probe(meta_data="ACME_VER")), app).version == "2.0.1"
    told = VersionMark(name="org.other:push", value="3.0.0", where="META-INF/org.other_push.version")
    app = App(package="com.example", versions=(told,))
    assert hit(sdk(Probe(artifact="org.other:push")), app).version == "3.0.0"


def test_the_first_probe_that_finds_one_decides_and_goes_before_the_common_rules() -> None:
    known = sdk(Probe(constant=f"{CONFIG}->ABSENT"), Probe(constant=f"{CONFIG}->BUILD"))
    general = mark("9.9.9", "VERSION_NAME", "com.acme.push.BuildConfig")
    assert hit(known, code=with_marks(general, mark("4.5.6"))).version == "4.5.6"
    assert hit(known, code=with_marks(general)).version == "9.9.9"


def test_members_are_read_from_bytecode() -> None:
    methods = [Method(CONFIG, "getVersion", text=True), Method(CONFIG, "unwanted", text=True), Method(CONFIG, "run")]
    writer = Writer(methods, ["4.5.6", "x"], constants={(CONFIG, "BUILD"): "b-1.2"})
    constant = [0x001A, writer.string("4.5.6"), RETURN_V0]
    data = writer.write({
        (CONFIG, "getVersion"): constant,
        (CONFIG, "unwanted"): constant,
        (CONFIG, "run"): [0x001A, writer.string("x"), 0x000E],
    })  # fmt: skip
    names = ("getVersion", "run", "absent")
    known = sdk(*(Probe(method=f"{CONFIG}->{name}") for name in names), Probe(constant=f"{CONFIG}->BUILD"))
    dex = Dex(data, 0, "classes.dex")
    found = [(each.field, each.value) for each in probed(dex, wanted((known,)), ())]
    assert found == [("BUILD", "b-1.2"), ("getVersion()", "4.5.6")]
    assert list(probed(dex, wanted((known,)), {CONFIG})) == []


def test_a_method_with_several_texts_tells_nothing() -> None:
    writer = Writer([Method(CONFIG, "getVersion", text=True)], ["4.5.6", "7.8.9"])
    texts = [0x001A, writer.string("4.5.6"), 0x001A, writer.string("7.8.9"), RETURN_V0]
    data = writer.write({(CONFIG, "getVersion"): texts})
    members = wanted((sdk(Probe(method=f"{CONFIG}->getVersion")),))
    assert list(probed(Dex(data, 0, "classes.dex"), members, ())) == []


RANGE = BadRange(since="4.0", below="4.5.1", reason=Bilingual(zh="因", en="why"), source="VD:acme.example")


@pytest.mark.parametrize(
    ("version", "bad"),
    [
        ("3.9.9", False),
        ("4", True),
        ("4.0.0", True),
        ("4.5.0.316", True),
        ("4.5.1", False),
        ("4.5.1.0-beta", False),
        ("4.10", False),
        ("", False),
        ("beta", False),
    ],
)
def test_versions_known_to_fail_a_review(version: str, *, bad: bool) -> None:
    assert bool(list(known_bad(sdk(bad=(RANGE,)), version))) is bad


def test_a_no_op_variant_is_told_from_the_one_that_works() -> None:
    known = sdk(core=("com.acme.push.internal", "com.acme.push.Engine"))
    assert hit(known).stub
    assert not hit(known, code=Code(classes={"com.acme.push": ("A", "Engine")})).stub
    assert not hit(known, code=Code(classes={"com.acme.push.internal.db": ("Store",)})).stub
    assert hit(known, code=Code(classes={"com.acme.push.internals": ("Store",)})).stub


def test_where_code_is_hidden_nothing_is_called_a_no_op_variant() -> None:
    packed = Limit(kind="packed", detail="", affects=("code",))
    assert not hit(sdk(core=("com.acme.push.internal",)), None, None, packed).stub


def test_a_field_that_the_class_initialiser_sets_is_read_there() -> None:
    fields = {(CONFIG, "BUILD"): "0", (CONFIG, "OTHER"): "0"}
    methods = [Method(CONFIG, "<clinit>"), Method(CONFIG, "later")]
    writer = Writer(methods, ["4.5.6", "7.8.9"], constants=fields)
    build, other = writer.fields.index((CONFIG, "BUILD")), writer.fields.index((CONFIG, "OTHER"))
    data = writer.write({
        (CONFIG, "<clinit>"): [0x001A, writer.string("4.5.6"), 0x0069, build, 0x000E],
        (CONFIG, "later"): [0x001A, writer.string("7.8.9"), 0x0069, other, 0x000E],
    })  # fmt: skip
    members = wanted((sdk(Probe(constant=f"{CONFIG}->BUILD"), Probe(constant=f"{CONFIG}->OTHER")),))
    found = [(each.field, each.value) for each in probed(Dex(data, 0, "classes.dex"), members, ())]
    assert ("BUILD", "4.5.6") in found
    assert ("OTHER", "7.8.9") not in found


def test_a_component_in_the_manifest_speaks_against_a_no_op_variant() -> None:
    known = sdk(core=("com.acme.push.Engine",))
    known = msgspec.structs.replace(known, signatures=Signatures(("com.acme.push",), components=("com.acme.push.A",)))
    known = msgspec.structs.replace(
        known, signatures=msgspec.structs.replace(known.signatures, core=("com.acme.Core",))
    )
    app = App(package="com.example", components=(Component(kind="service", name="com.acme.push.A"),))
    assert hit(known).stub
    assert not hit(known, app).stub


def test_artifacts_name_themselves_in_texts_of_the_code() -> None:
    texts = [
        "com.acme.push:push-core@@1.2.3",
        "!SDK-VERSION-STRING!:com.acme.push:push:2.0.1",
        "user@@host:1",
        "a:b@@latest",
        "com.acme:long@@1." + "1" * 300,
    ]
    writer = Writer([Method(CONFIG, "run")], texts)
    data = writer.write({(CONFIG, "run"): [0x000E]})
    found = {each.name: each for each in artifacts(Dex(data, 0, "classes.dex"))}
    assert {name: mark.value for name, mark in found.items()} == {
        "com.acme.push:push-core": "1.2.3",
        "com.acme.push:push": "2.0.1",
    }
    place = int(found["com.acme.push:push"].where.partition("@")[2], 16)
    assert data[place:].startswith(b"!SDK-VERSION-STRING!")
