"""The facts of the samples: what the manifest, the signature and the code say, each looked up by hand."""

from pathlib import Path

import pytest

from appscan.catalogue.model import Catalogue
from appscan.errors import InputError, LimitError
from appscan.extract.apk import read_apk
from appscan.extract.archive import MIB, Bounds
from appscan.facts import App, Code, Facts, Ui
from samples.broken.make import make_bomb
from tests.conftest import SAMPLES

BROKEN = SAMPLES / "broken"


@pytest.fixture(scope="module")
def greedy(catalogue: Catalogue) -> Facts:
    return read_apk(SAMPLES / "greedy" / "greedy.apk", catalogue.knowledge)


@pytest.fixture(scope="module")
def tidy(catalogue: Catalogue) -> Facts:
    return read_apk(SAMPLES / "tidy" / "tidy.apk", catalogue.knowledge)


def app_of(facts: Facts) -> App:
    assert facts.app is not None
    return facts.app


def code_of(facts: Facts) -> Code:
    assert facts.code is not None
    return facts.code


def ui_of(facts: Facts) -> Ui:
    assert facts.ui is not None
    return facts.ui


def test_identity_versions_and_flags(greedy: Facts, tidy: Facts) -> None:
    app = app_of(greedy)
    assert (app.package, app.label, app.version_name, app.version_code) == (
        "com.example.greedy",
        "贪心手电筒",
        "1.0.7",
        7,
    )
    assert (app.min_sdk, app.target_sdk) == (21, 22)
    assert (app.debuggable, app.allow_backup, app.cleartext) == (True, True, True)
    assert (app_of(tidy).debuggable, app_of(tidy).allow_backup, app_of(tidy).cleartext) == (False, False, False)


def test_the_chinese_label_comes_first(tidy: Facts) -> None:
    assert app_of(tidy).labels[0] == "整洁记账"


def test_permissions_have_levels_and_groups(greedy: Facts) -> None:
    permissions = {each.name: each for each in app_of(greedy).permissions}
    assert permissions["android.permission.READ_CONTACTS"].level == "dangerous"
    assert permissions["android.permission.READ_CONTACTS"].group == "CONTACTS"
    assert permissions["android.permission.INTERNET"].level == "normal"
    assert permissions["android.permission.REQUEST_INSTALL_PACKAGES"].level == "normal"  # for its target 22
    own = permissions["com.example.greedy.permission.JPUSH_MESSAGE"]
    assert (own.custom, own.level) == (True, "normal")


def test_components_have_their_effective_export_and_process(greedy: Facts) -> None:
    components = {each.name: each for each in app_of(greedy).components}
    assert components["com.example.greedy.MainActivity"].exported
    assert components["com.example.greedy.KeepAliveService"].process == ":push"
    boot = components["com.example.greedy.BootReceiver"]
    assert "android.intent.action.BOOT_COMPLETED" in boot.filters[0].actions


def test_signing_has_the_schemes_and_the_digests_of_the_filing_form(greedy: Facts) -> None:
    signing = app_of(greedy).signing
    assert signing.schemes == ("v1", "v2", "v3")
    (certificate,) = signing.certificates
    assert "appscan sample" in certificate.subject
    assert len(certificate.digests.md5) == 32
    assert len(certificate.digests.sha1) == 40
    assert len(certificate.digests.sha256) == 64


def test_the_network_security_configuration_is_read(tidy: Facts) -> None:
    config = app_of(tidy).network_security
    assert config is not None
    assert config.cleartext is False
    assert not config.trusts_user_certificates


def test_native_libraries_have_their_abi(greedy: Facts) -> None:
    assert [(each.name, each.abi) for each in app_of(greedy).native_libraries] == [("libjcore289.so", "arm64-v8a")]


def test_calls_name_caller_api_and_byte(greedy: Facts) -> None:
    call = next(
        each
        for each in code_of(greedy).calls
        if each.api == "Landroid/telephony/TelephonyManager;->getDeviceId" and "GreedyApp" in each.caller
    )
    assert call.caller == "Lcom/example/greedy/GreedyApp;->onCreate()V"
    assert call.dex == "classes.dex"
    assert call.keys == ("android_id",)


def test_a_call_through_a_subclass_of_the_apps_own_is_a_call_of_the_api(greedy: Facts) -> None:
    call = next(each for each in code_of(greedy).calls if each.api.endswith("->getSubscriberId"))
    assert call.api == "Landroid/telephony/TelephonyManager;->getSubscriberId"
    assert call.via == "Lcom/example/greedy/MyTelephony;->getSubscriberId()Ljava/lang/String;"
    assert call.confidence == "firm"


def test_permission_requests_know_what_they_ask_for(greedy: Facts) -> None:
    requests = {each.caller: each.permissions for each in code_of(greedy).permission_requests}
    assert len(requests["Lcom/example/greedy/MainActivity;->onCreate(Landroid/os/Bundle;)V"]) == 5


def test_a_denial_handler_that_ends_the_app_is_noted(greedy: Facts, tidy: Facts) -> None:
    notes = {each.detail for each in code_of(greedy).notes if each.kind == "deny-exit"}
    assert "Ljava/lang/System;->exit(I)V" in notes
    assert not [each for each in code_of(tidy).notes if each.kind == "deny-exit"]


def test_a_ticked_box_is_read_with_the_text_beside_it(greedy: Facts, tidy: Facts) -> None:
    (box,) = ui_of(greedy).ticked
    assert box.where == "res/layout/activity_login.xml"
    assert "同意《隐私政策》" in box.text
    assert ui_of(tidy).ticked == ()


def test_a_packer_is_named_and_leaves_code_and_screens_unseen(catalogue: Catalogue) -> None:
    facts = read_apk(SAMPLES / "packed" / "packed.apk", catalogue.knowledge)
    (limit,) = (each for each in facts.limits if each.kind == "packed")
    assert "360" in limit.detail
    assert facts.gaps("code")
    assert facts.gaps("ui")


def test_a_broken_dex_is_a_limit_and_not_the_end(catalogue: Catalogue) -> None:
    facts = read_apk(BROKEN / "bad-dex.apk", catalogue.knowledge)
    assert app_of(facts).package == "com.example.quiet"
    assert [each.kind for each in facts.gaps("code")] == ["bad_dex"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("bad-manifest.apk", "AndroidManifest.xml cannot be read"),
        ("encrypted.apk", "it is encrypted"),
        ("lying-sizes.apk", "AndroidManifest.xml cannot be read"),
        ("manifest-without-package.apk", "names no package"),
        ("no-manifest.apk", "without AndroidManifest.xml"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(catalogue: Catalogue, name: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read_apk(BROKEN / name, catalogue.knowledge)
    assert caught.value.zh != caught.value.en


def test_a_bomb_is_stopped(catalogue: Catalogue, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.apk"
    make_bomb(bomb, 40)
    with pytest.raises(LimitError, match=r"classes\.dex.*inflates beyond 32 MiB"):
        read_apk(bomb, catalogue.knowledge, Bounds(entry=32 * MIB))


def test_the_same_file_gives_the_same_facts(catalogue: Catalogue, greedy: Facts) -> None:
    assert read_apk(SAMPLES / "greedy" / "greedy.apk", catalogue.knowledge) == greedy
