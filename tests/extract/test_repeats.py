"""What happens again and again, receivers that code registers, and names for reflection, each with its constants."""

import pytest

from appscan.catalogue.model import Catalogue
from appscan.extract.apk import read_apk
from appscan.facts import Code
from tests.conftest import SAMPLES


def code_of(name: str, catalogue: Catalogue) -> Code:
    code = read_apk(SAMPLES / "paths" / "apks" / f"{name}.apk", catalogue.knowledge).code
    assert code is not None
    return code


@pytest.mark.parametrize(
    ("name", "kind", "interval"),
    [
        ("callbacks-timer-bad", "timer", 10_000),
        ("callbacks-scheduled-executor-bad", "timer", 30_000),
        ("callbacks-listener-location-bad", "location", 1_000),
        ("roots-receiver-alarm-bad", "alarm", 60_000),
    ],
)
def test_constant_intervals(catalogue: Catalogue, name: str, kind: str, interval: int) -> None:
    (repeat,) = code_of(name, catalogue).repeats
    assert (repeat.kind, repeat.interval_ms) == (kind, interval)


def test_what_then_runs_is_named(catalogue: Catalogue) -> None:
    (repeat,) = code_of("callbacks-timer-bad", catalogue).repeats
    assert repeat.run == "Lcom/example/paths/Tick;->run()V"


def test_a_reading_that_a_timer_repeats_has_a_path_from_it(catalogue: Catalogue) -> None:
    contexts = {each.context for each in code_of("callbacks-scheduled-executor-bad", catalogue).paths}
    assert contexts == {"start", "timer"}


def test_a_registered_receiver_with_its_actions(catalogue: Catalogue) -> None:
    (receiver,) = code_of("callbacks-receiver-dynamic-bad", catalogue).receivers
    assert receiver.actions == ("android.net.conn.CONNECTIVITY_CHANGE",)
    assert receiver.receiver == "com.example.paths.R"


def test_a_class_and_a_member_named_in_one_method(catalogue: Catalogue) -> None:
    (found,) = code_of("traps-reflection-pair-bad", catalogue).reflections
    assert (found.api, found.paired) == ("android.telephony.TelephonyManager#getDeviceId", True)
    assert code_of("traps-reflection-word-clean", catalogue).reflections == ()


def test_an_sdk_that_does_nothing_is_a_stub(catalogue: Catalogue) -> None:
    assert code_of("traps-stub-sdk-clean", catalogue).stubs == ("Lcom/umeng/commonsdk/UMConfigure;->init",)
    assert code_of("gates-sdk-preinit-bad", catalogue).stubs == ("Lcom/umeng/commonsdk/UMConfigure;->preInit",)


def test_a_key_that_a_call_gets_is_seen_to_get_there(catalogue: Catalogue) -> None:
    code = read_apk(SAMPLES / "greedy" / "greedy.apk", catalogue.knowledge).code
    assert code is not None
    given = {each.given_to for each in code.sites if each.given_to}
    assert "Landroid/provider/Settings$Secure;->getString" in given
