"""What is read closely in the code of the sample `careless`: each fault is noted, and its careful twin is not."""

import pytest

from appscan.catalogue.model import Catalogue
from appscan.extract.apk import read_apk
from appscan.extract.closely import _is_key
from appscan.facts import Facts, MethodNote
from tests.conftest import SAMPLES
from tests.dexwriter import RETURN_VOID, Method, Writer
from tests.extract.test_hostile_code import read

FAULTS = {
    ("trusts-all", "Lax->checkServerTrusted", "checkServerTrusted"),
    ("any-host", "Lax->verify", "verify"),
    ("fixed-key", "Vault->key", "SecretKeySpec;-><init>"),
    ("fixed-seed", "Vault->random", "SecureRandom;-><init>"),
    ("plain-random", "Vault->vector", "nextBytes"),
    ("cipher", "Vault->cipher", "DES/CBC/PKCS5Padding"),
    ("tls", "Vault->channel", "TLSv1"),
    ("open-page", "WalletActivity->onCreate", "setWebContentsDebuggingEnabled"),
    ("open-file", "WalletActivity->onCreate", "getSharedPreferences"),
    ("logs-secret", "WalletActivity->pay", "password="),
    ("stores-secret", "WalletActivity->keep", "payPassword"),
}


@pytest.fixture(scope="module")
def facts(catalogue: Catalogue) -> Facts:
    return read_apk(SAMPLES / "careless" / "careless.apk", catalogue.knowledge)


def notes(facts: Facts) -> tuple[MethodNote, ...]:
    assert facts.code is not None
    return facts.code.notes


@pytest.mark.parametrize(("kind", "method", "detail"), sorted(FAULTS))
def test_a_fault_is_noted_with_its_place(facts: Facts, kind: str, method: str, detail: str) -> None:
    (found,) = [each for each in notes(facts) if each.kind == kind and "/Strict;" not in each.method]
    assert method in found.method.replace(";", "")
    assert detail in found.detail
    assert found.offset > 0


def test_of_the_careful_twin_only_protections_are_noted(facts: Facts) -> None:
    found = {
        (each.kind, each.method.partition("->")[2].partition("(")[0])
        for each in notes(facts)
        if "/Strict;" in each.method
    }
    assert found == {("secure-window", "window"), ("own-keyboard", "input"), ("cipher", "cipher")}


@pytest.mark.parametrize("key", ["password", "user_pwd", "loginPwd", "CARD_NO", "cvv2", "bankCardNumber"])
def test_a_name_of_a_secret(key: str) -> None:
    assert _is_key(key)


@pytest.mark.parametrize("key", ["theme", "passport", "cardboard", "dashboard_no", "password changed at", "standard"])
def test_a_name_of_something_else(key: str) -> None:
    assert not _is_key(key)


def test_pinned_domains_and_those_with_plain_http_are_told_apart(facts: Facts) -> None:
    assert facts.app is not None
    config = facts.app.network_security
    assert config is not None
    assert config.cleartext is False
    assert config.cleartext_domains == ("static.careless.example",)
    assert config.pinned_domains == ("pay.careless.example",)


def test_a_register_that_something_unknown_wrote_says_nothing(catalogue: Catalogue) -> None:
    """`const/16 v0, 0x2000`, overwritten by a call's result before `addFlags(v0)`."""
    window, make, show = ("Landroid/view/Window;", "addFlags"), ("La/B;", "make"), ("La/B;", "show")
    writer = Writer([Method(*each) for each in (window, make, show)])
    flags = [0x0013, 0x2000]
    call = [0x2071, writer.method(*window), 0x0000]
    code = {make: [RETURN_VOID], show: [*flags, *call, RETURN_VOID]}
    kinds = [each.kind for each in read(catalogue, code, writer).code.notes]
    assert kinds == ["secure-window"]
    overwritten = {make: [RETURN_VOID], show: [*flags, *writer.call(*make), 0x000A, *call, RETURN_VOID]}
    assert read(catalogue, overwritten, writer).code.notes == ()
