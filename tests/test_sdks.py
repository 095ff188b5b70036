"""Which SDKs are in an app, and whose each call is."""

import pytest

from appscan.catalogue.model import Catalogue
from appscan.extract.apk import read_apk
from appscan.facts import App, Bilingual, Code, Component, Facts, Input, Limit, MetaData
from appscan.knowledge import Sdk, SdkExamples, Signatures
from appscan.sdks import Attributor, Matcher, Owner, find_sdks
from tests.conftest import SAMPLES


def sdk(name: str, **signatures: tuple[str, ...]) -> Sdk:
    return Sdk(
        id=name,
        name=Bilingual(zh=name, en=name),
        category="test",
        examples=SdkExamples(match=(), no_match=()),
        signatures=Signatures(**signatures),
    )


OUTER = sdk("outer", classes=("com.vendor",))
INNER = sdk("inner", classes=("com.vendor.push",))
WEAK = sdk("weak", weak_classes=("com.loose",))
NATIVE = sdk("native", native_libraries=("libdemo#.so",))
PARTS = sdk("parts", classes=("com.parts",), components=("com.parts.*Service",), meta_data=("PARTS_KEY",))
SDKS = (OUTER, INNER, WEAK, NATIVE, PARTS)


def facts(app: App | None = None, code: Code | None = None, *limits: Limit) -> Facts:
    return Facts(
        facts_version=1, tool_version="", input=Input(path="", sha256="", size=0), app=app, code=code, limits=limits
    )


def ids(given: Facts) -> list[str]:
    return [hit.id for hit in find_sdks(given, SDKS) or ()]


def test_the_longest_prefix_wins_on_segment_boundaries() -> None:
    matcher = Matcher(SDKS)
    assert matcher.match("com.vendor.push.Service") == ("inner", "com.vendor.push", True)
    assert matcher.match("com.vendor.pushx.Service") == ("outer", "com.vendor", True)
    assert matcher.match("com.vendorx.Service") is None


def test_a_defined_class_proves_an_sdk_and_a_weak_prefix_does_not() -> None:
    app = App(package="com.example")
    assert ids(facts(app, Code(classes={"com.vendor.push": ("A", "B"), "com.loose": ("C",)}))) == ["inner"]


@pytest.mark.parametrize(
    ("files", "where"),
    [
        (("classes2.dex",), ["classes2.dex"]),
        (("classes.dex", "splits/push.apk!classes.dex"), ["splits/push.apk!classes.dex"]),
        ((), ["DEX"]),
        (("classes.dex", "classes2.dex", "classes3.dex"), ["DEX"]),
    ],
)
def test_the_evidence_names_the_file_that_defines_the_class(files: tuple[str, ...], where: list[str]) -> None:
    code = Code(classes={"com.vendor": ("Any", "push")}, class_files={"com.vendor": files} if files else {})
    (hit,) = find_sdks(facts(App(package="com.example"), code), (sdk("push", classes=("com.vendor.push",)),)) or ()
    assert [each.where for each in hit.evidence] == where


def test_a_component_counts_only_where_its_class_is_defined_or_the_code_is_hidden() -> None:
    app = App(package="com.example", components=(Component(kind="service", name="com.parts.SyncService"),))
    packed = Limit(kind="packed", detail="", affects=("code",))
    assert ids(facts(app, Code())) == []
    assert ids(facts(app, Code(), packed)) == ["parts"]
    assert ids(facts(app, Code(classes={"com.parts": ("SyncService",)}))) == ["parts"]


def test_meta_data_alone_proves_nothing() -> None:
    app = App(package="com.example", meta_data=(MetaData(name="PARTS_KEY"),))
    assert ids(facts(app, Code())) == []


def test_the_apps_own_package_is_never_an_sdk() -> None:
    app = App(package="com.vendor.push.demo")
    code = Code(classes={"com.vendor.push.demo": ("Main",), "com.vendor.push": ("Push",)})
    assert ids(facts(app, code)) == ["inner"]
    owner = Attributor(SDKS, app).owner
    assert owner("Lcom/vendor/push/demo/Main;->run()V") == Owner("app")
    assert owner("Lcom/vendor/push/Push;->run()V") == Owner("sdk", "inner")


def test_code_outside_every_known_namespace_is_an_unnamed_library() -> None:
    app = App(package="com.example.shop", components=(Component(kind="activity", name="com.example.base.Main"),))
    owner = Attributor(SDKS, app).owner
    assert owner("Lcom/example/base/Main;->x()V") == Owner("app")
    assert owner("La/b/c;->x()V") == Owner("library")


def test_nothing_to_look_at_is_unknown_and_not_none_found() -> None:
    assert find_sdks(facts(), SDKS) is None


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        ("tidy", {"bugly", "umeng-analytics"}),
        ("greedy", {"amap", "androidx", "jcore", "jpush", "pangle", "sensorsdata", "tencent-gdt"}),
        ("quiet", set()),
    ],
)
def test_the_samples_hold_their_sdks_and_no_other(catalogue: Catalogue, sample: str, expected: set[str]) -> None:
    given = read_apk(SAMPLES / sample / f"{sample}.apk", catalogue.knowledge)
    hits = find_sdks(given, catalogue.knowledge.sdks)
    assert {hit.id for hit in hits or ()} == expected


def test_an_sdk_that_is_only_referenced_is_not_embedded(catalogue: Catalogue) -> None:
    """greedy calls com.baidu.location.LocationClient, which no DEX file of it defines."""
    given = read_apk(SAMPLES / "greedy" / "greedy.apk", catalogue.knowledge)
    assert given.code is not None
    assert any("com/baidu/location" in call.api for call in given.code.calls)
    assert not any("baidu" in hit.id for hit in find_sdks(given, catalogue.knowledge.sdks) or ())
