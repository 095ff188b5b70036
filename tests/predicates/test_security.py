"""Predicates on an app's own security: the manifest, the signature, protections, and faults in the code."""

from typing import Any

import msgspec
import pytest

from appscan.checklist import Examples
from appscan.evaluate import Context, _hold
from appscan.examples import facts_of
from appscan.facts import Facts, Limit
from appscan.knowledge import BadRange
from appscan.verdict import REGISTER, Verdict
from tests.predicates.small_world import KNOWLEDGE, ask, calls, facts, limited, name, subjects

OWN, SDK = "Lcom/example/app/Pay;->go()V", "Lcn/jpush/android/Pay;->go()V"
ONLINE = {"permissions": [{"name": "android.permission.INTERNET", "level": "normal"}]}
CERTIFICATE = {
    "subject": "Common Name: Careless Bank", "issuer": "x", "serial": "1", "not_before": "2020-01-01",
    "not_after": "2050-01-01", "algorithm": "rsa", "public_key": "00",
    "digests": {"md5": "0", "sha1": "0", "sha256": "0"},
}  # fmt: skip


def noted(kind: str, detail: str = "x", method: str = OWN) -> dict[str, Any]:
    return {"notes": [{"kind": kind, "method": method, "detail": detail, "dex": "classes.dex", "offset": 16}]}


def component(kind: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "name": f"com.example.app.{kind.title()}", "exported": True, **more}


def with_network(given: Facts, url: str, caller: str) -> Facts:
    scheme, _, rest = url.partition("://")
    host = rest.partition("/")[0].partition(":")[0]
    endpoint = {
        "host": host, "scheme": scheme, "port": 0, "url": url, "where": "classes.dex@0x10", "caller": caller,
    }  # fmt: skip
    tree = {**msgspec.to_builtins(given), "network": {"endpoints": [endpoint]}}
    return msgspec.convert(tree, Facts, strict=False)


def test_a_release_is_neither_debuggable_nor_for_tests() -> None:
    assert ask("security.not_debuggable", facts(app={})).holds is True
    both = ask("security.not_debuggable", facts(app={"debuggable": True, "test_only": True}))
    assert subjects(both) == ["debuggable", "test_only"]


@pytest.mark.parametrize(("given", "holds"), [(False, True), (True, False), (None, False)])
def test_backups_are_on_unless_the_manifest_switches_them_off(*, given: bool | None, holds: bool) -> None:
    assert ask("security.no_backup", facts(app={"allow_backup": given})).holds is holds


@pytest.mark.parametrize(
    ("app", "expected"),
    [
        ({"target_sdk": 34}, []),
        ({"target_sdk": 27}, ["default"]),
        ({"target_sdk": 27, "cleartext": False}, []),
        ({"target_sdk": 34, "cleartext": True}, ["default"]),
        ({"target_sdk": 34, "cleartext": True, "network_security": {"cleartext": False}}, []),
        (
            {"target_sdk": 34, "network_security": {"cleartext_domains": ["a.example"], "source": "res/xml/n.xml"}},
            ["domains"],
        ),
    ],
)
def test_plain_http_follows_the_configuration_then_the_manifest_then_the_target(app: Any, expected: list[str]) -> None:
    found = ask("security.no_cleartext", facts(app={**ONLINE, **app}, code={}, ui={}))
    assert subjects(found) == (expected or [""])
    assert found.holds is not bool(expected)


def test_http_addresses_count_in_the_apps_own_code_only_and_are_a_hint() -> None:
    given = facts(app={**ONLINE, "target_sdk": 34}, code={}, ui={})
    (found,) = ask("security.no_cleartext", with_network(given, "http://a.example.com/x", OWN)).cases
    assert (found.subject, found.confidence) == ("addresses", "tentative")
    assert ask("security.no_cleartext", with_network(given, "http://a.example.com/x", SDK)).holds is True
    assert ask("security.no_cleartext", with_network(given, "https://a.example.com/x", OWN)).holds is True
    assert ask("security.no_cleartext", with_network(given, "http://localhost:4450/", OWN)).holds is True


def test_a_namespace_is_no_address(catalogue: Any) -> None:
    given = with_network(facts(app={**ONLINE, "target_sdk": 34}, code={}, ui={}), "http://www.w3.org/1999/xhtml", OWN)
    assert REGISTER["security.no_cleartext"].check(given.app, given, catalogue.knowledge).holds is True


def test_what_a_test_tool_of_androidx_exports_is_not_the_apps(catalogue: Any) -> None:
    name = "androidx.test.core.app.InstrumentationActivityInvoker$EmptyActivity"
    given = facts(app={"components": [{"kind": "activity", "name": name, "exported": True}]})
    check = REGISTER["security.exported_guarded"].check
    assert check(given.app, given, catalogue.knowledge).holds is True
    own = facts(app={"components": [component("activity")]})
    assert check(own.app, own, catalogue.knowledge).holds is False


def test_what_is_permitted_to_an_app_without_the_network_is_no_plain_http() -> None:
    app = {"target_sdk": 21, "cleartext": True}
    assert ask("security.no_cleartext", facts(app=app, code={}, ui={})).holds is True
    assert ask("security.no_cleartext", facts(app={**ONLINE, **app}, code={}, ui={})).holds is False


def test_what_the_manifest_leaves_open_is_said_in_the_reports_language() -> None:
    (found,) = ask("security.no_cleartext", facts(app={**ONLINE, "target_sdk": 21}, code={}, ui={})).cases
    assert "未设置" in found.message.zh
    assert "not given" not in found.message.zh


def test_the_launcher_may_be_open_and_other_components_may_not() -> None:
    launcher = component("activity", filters=[{"actions": ["android.intent.action.MAIN"]}])
    assert ask("security.exported_guarded", facts(app={"components": [launcher]})).holds is True
    service, provider = component("service"), component("provider", permission="com.example.app.P")
    found = ask("security.exported_guarded", facts(app={"components": [launcher, service, provider]}))
    assert subjects(found) == ["service"]


def test_a_permission_that_any_app_gets_guards_nothing() -> None:
    guarded = component("provider", permission="com.example.app.P")
    for level, holds in (("signature", True), ("normal", False), ("", False), ("signature|privileged", True)):
        app = {"components": [guarded], "defined_permissions": [{"name": "com.example.app.P", "protection": level}]}
        assert ask("security.exported_guarded", facts(app=app)).holds is holds


def test_a_component_that_is_switched_off_is_not_open() -> None:
    app = {"components": [component("service", enabled=False), component("service", exported=False)]}
    assert ask("security.exported_guarded", facts(app=app)).holds is True


def test_the_signature_must_cover_the_file_and_not_be_for_debugging() -> None:
    debug = {**CERTIFICATE, "subject": "Common Name: Android Debug"}
    cases: tuple[tuple[dict[str, Any], list[str]], ...] = (
        ({"schemes": ["v1", "v2"], "certificates": [CERTIFICATE]}, [""]),
        ({"schemes": ["v1"], "certificates": [CERTIFICATE]}, ["scheme"]),
        ({"schemes": ["v1", "v3"], "certificates": [debug]}, ["debug_certificate"]),
        ({}, ["signer"]),
    )
    for signing, expected in cases:
        assert subjects(ask("security.signed", facts(app={"signing": signing}))) == expected


def test_open_files_are_a_hint_where_the_platform_refuses_them() -> None:
    for target, confidence in ((23, "firm"), (24, "tentative")):
        given = facts(app={"target_sdk": target}, code=noted("open-file"), ui={})
        (found,) = ask("security.files_private", given).cases
        assert found.confidence == confidence


def test_an_app_keeps_up_with_the_platform_and_with_devices() -> None:
    thin, wide = (
        {"name": "liba.so", "abi": abi, "path": f"lib/{abi}/liba.so", "size": 1} for abi in ("armeabi", "arm64-v8a")
    )
    assert ask("security.keeps_up", facts(app={"target_sdk": 33}), target=33).holds is True
    assert (
        ask("security.keeps_up", facts(app={"target_sdk": 33, "native_libraries": [thin, wide]}), target=33).holds
        is True
    )
    old = facts(app={"target_sdk": 28, "native_libraries": [thin]})
    assert subjects(ask("security.keeps_up", old, target=33)) == ["target_sdk", "abi"]


def test_folders_that_outlive_the_app_are_told_by_who_asks_for_them() -> None:
    shared = "Landroid/os/Environment;->getExternalStorageDirectory"
    own = facts(app={}, code=calls((shared, OWN), ("Landroid/content/Context;->getFilesDir", OWN)), ui={})
    assert subjects(ask("security.nothing_left_behind", own)) == ["shared:app"]
    (library,) = ask("security.nothing_left_behind", facts(app={}, code=calls((shared, SDK)), ui={})).cases
    assert (library.subject, library.confidence) == ("shared:jpush", "tentative")
    harmless = facts(app={}, code=calls((shared, "Landroidx/core/F;->f()V")), ui={})
    assert ask("security.nothing_left_behind", harmless).holds is True


def test_an_app_has_an_identifier_and_a_version() -> None:
    assert ask("security.identified", facts(app={"version_name": "1.0", "version_code": 1})).holds is True
    assert subjects(ask("security.identified", facts(app={"version_name": "1.0"}))) == ["version"]
    assert subjects(
        ask("security.identified", facts(app={"package": "a", "version_name": "1", "version_code": 1}))
    ) == ["package"]


@pytest.mark.parametrize(
    ("predicate", "kind"),
    [
        ("security.certificates_checked", "trusts-all"),
        ("security.certificates_checked", "any-host"),
        ("security.certificates_checked", "passes-tls-errors"),
        ("security.no_fixed_keys", "fixed-key"),
        ("security.no_fixed_keys", "fixed-seed"),
        ("security.sound_random", "plain-random"),
        ("security.files_private", "open-file"),
        ("security.pages_closed", "open-page"),
        ("security.logs_no_secrets", "logs-secret"),
        ("security.stores_no_secrets", "stores-secret"),
    ],
)
def test_a_fault_of_the_apps_own_code_is_told_and_one_of_a_library_is_a_hint(predicate: str, kind: str) -> None:
    found = ask(predicate, facts(app={}, code=noted(kind), ui={}))
    assert subjects(found) == [f"{kind}:app"]
    (library,) = ask(predicate, facts(app={}, code=noted(kind, method=SDK), ui={})).cases
    assert (library.subject, library.confidence) == (f"{kind}:jpush", "tentative")
    clean = facts(app={}, code=noted("rationale"), ui={})
    assert ask(predicate, clean).holds is True
    assert ask(predicate, limited(clean, "code")).holds is None
    harmless = noted(kind, method="Landroidx/core/Pay;->go()V")
    assert ask(predicate, facts(app={}, code=harmless, ui={})).holds is True


@pytest.mark.parametrize(
    ("kind", "called", "holds"),
    [
        ("cipher", "DES/CBC/PKCS5Padding", False),
        ("cipher", "AES", False),
        ("cipher", "AES/ECB/PKCS5Padding", False),
        ("cipher", "AES/GCM/NoPadding", True),
        ("cipher", "RSA/ECB/PKCS1Padding", True),
        ("cipher", "SM4/CBC/PKCS5Padding", True),
        ("tls", "SSLv3", False),
        ("tls", "TLSv1", False),
        ("tls", "TLSv1.2", True),
        ("tls", "TLS", True),
    ],
)
def test_weak_ciphers_and_old_protocols(*, kind: str, called: str, holds: bool) -> None:
    given = facts(app={}, code=noted(kind, called), ui={})
    assert ask("security.sound_algorithms", given, of=(kind,)).holds is holds
    other = "tls" if kind == "cipher" else "cipher"
    assert ask("security.sound_algorithms", given, of=(other,)).holds is True


def test_a_protection_that_is_seen_is_told_and_one_that_is_hidden_is_unknown() -> None:
    given = facts(app={}, code=noted("secure-window"), ui={})
    assert ask("security.has", given, signs=("secure_window",)).holds is True
    assert ask("security.has", given, signs=("own_keyboard", "secure_window")).holds is True
    none = ask("security.has", given, signs=("own_keyboard", "pinning"))
    assert (none.holds, subjects(none)) == (False, ["own_keyboard+pinning"])
    assert ask("security.has", limited(given, "code"), signs=("pinning",)).holds is None


def test_packing_is_a_protection_that_shows_itself_by_what_it_hides() -> None:
    given = limited(facts(app={}, code={}, ui={}), "code")
    assert ask("security.has", given, signs=("packed",)).holds is True
    other = msgspec.structs.replace(given, limits=(Limit(kind="hidden_code", detail="dex", affects=("code",)),))
    assert ask("security.has", other, signs=("packed",)).holds is None


def test_short_class_names_in_the_apps_own_packages_are_obfuscation() -> None:
    short = [f"{a}{b}" for a in "abcde" for b in "abcde"]
    long = [f"Account{each}" for each in short]
    for names, holds in ((short, True), (long, False), ([*short[:6], *long], False), (short[:10], False)):
        given = facts(app={}, code={"classes": {"com.example.app": names}}, ui={})
        assert ask("security.has", given, signs=("obfuscated",)).holds is holds
    anonymous = [*long, *(f"{each}${number}" for each in long for number in range(1, 4))]
    given = facts(app={}, code={"classes": {"com.example.app": anonymous}}, ui={})
    assert ask("security.has", given, signs=("obfuscated",)).holds is False
    mixed = {"com.example.app": long, "a.b": short}
    assert ask("security.has", facts(app={}, code={"classes": mixed}, ui={}), signs=("obfuscated",)).holds is False


def test_a_keyboard_is_known_by_its_class() -> None:
    for known, holds in (("SafeKeyboardView", True), ("PassGuardEdit", True), ("KeyboardUtils", False)):
        given = facts(app={}, code={"classes": {"com.bank": [known]}}, ui={})
        assert ask("security.has", given, signs=("own_keyboard",)).holds is holds


def test_pins_in_the_network_configuration_are_pins() -> None:
    app = {"network_security": {"pinned_domains": ["a.example"], "source": "res/xml/n.xml"}}
    assert ask("security.has", facts(app=app, code={}, ui={}), signs=("pinning",)).holds is True


def in_catalogue(predicate: str, catalogue: Any, given: dict[str, Any], **arguments: Any) -> Verdict:
    told = facts_of(Examples(outcome="pass", facts=given))
    return _hold({predicate: arguments}, Context(told, catalogue.knowledge), [])


@pytest.mark.parametrize(
    ("sign", "kind", "value"),
    [
        ("root_check", "path", "/system/xbin/su"),
        ("root_check", "text", "com.topjohnwu.magisk"),
        ("emulator_check", "text", "goldfish"),
        ("hook_check", "text", "de.robv.android.xposed.XposedBridge"),
        ("anti_debug", "text", "TracerPid"),
    ],
)
def test_strings_by_which_an_app_checks_its_surroundings(catalogue: Any, sign: str, kind: str, value: str) -> None:
    use = {"kind": kind, "value": value, "caller": OWN, "dex": "classes.dex", "offset": 16}
    given: dict[str, Any] = {"app": {}, "ui": {}, "code": {"strings": [use]}}
    assert in_catalogue("security.has", catalogue, given, signs=(sign,)).holds is True
    given["code"] = {"strings": [{**use, "value": "harmless"}]}
    assert in_catalogue("security.has", catalogue, given, signs=(sign,)).holds is False


def test_code_that_is_loaded_later_and_hot_fixes_are_told(catalogue: Any) -> None:
    load = {"api": "Ldalvik/system/DexClassLoader;-><init>", "caller": OWN, "dex": "classes.dex", "offset": 16}
    given: dict[str, Any] = {"app": {}, "ui": {}, "code": {"calls": [load]}, "sdks": [{"id": "tinker", "evidence": []}]}
    assert subjects(in_catalogue("security.loads_no_code", catalogue, given)) == ["app", "hotfix"]
    assert subjects(in_catalogue("security.loads_no_code", catalogue, given, sdks_only=True)) == ["hotfix"]
    assert in_catalogue("security.loads_no_code", catalogue, {"app": {}, "ui": {}, "code": {}}).holds is True


def test_an_sdk_below_a_version_that_is_known_to_be_bad() -> None:
    bad = BadRange(below="3.2", reason=name("too old"), source="own")
    jpush = msgspec.structs.replace(KNOWLEDGE.sdks[0], known_bad=(bad,))
    knowledge = msgspec.structs.replace(KNOWLEDGE, sdks=(jpush, *KNOWLEDGE.sdks[1:]))
    for version, expected in (("3.1", ["jpush"]), ("3.2", [""]), ("", [""])):
        given = facts(app={}, code={}, ui={}, sdks=[{"id": "jpush", "evidence": [], "version": version}])
        assert subjects(_hold({"security.no_known_flaws": {}}, Context(given, knowledge), [])) == expected
