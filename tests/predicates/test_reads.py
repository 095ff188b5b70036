"""What the code reads, who reads it, and whether the user asked for it."""

from typing import Any

import msgspec
import pytest

from appscan.evaluate import Context, _hold
from appscan.facts import Facts
from appscan.verdict import Verdict
from tests.predicates.small_world import (
    IMEI,
    KNOWLEDGE,
    LOCATE,
    PHONE,
    api,
    ask,
    call_path,
    calls,
    data_type,
    facts,
    holding,
    limited,
    subjects,
)

OWN, PUSH, ADS = (f"L{each};->read()V" for each in ("com/example/app/Id", "cn/jpush/android/Id", "com/tiny/ads/Id"))
LISTEN = "Landroid/hardware/SensorManager;->registerListener"
SENSING = msgspec.structs.replace(
    KNOWLEDGE,
    apis=(*KNOWLEDGE.apis, api(LISTEN, "sensor_data", weak=True)),
    data_types=(*KNOWLEDGE.data_types, data_type("sensor_data", "传感器")),
)


def reading(target: str, caller: str, **more: Any) -> Facts:
    return facts(app=holding("READ_PHONE_STATE", "ACCESS_FINE_LOCATION"), code=calls((target, caller), **more))


def test_what_is_read_is_named_with_its_reader() -> None:
    verdict = ask("code.reads", reading(IMEI, PUSH), data_types=("imei_meid", "location_precise"))
    assert (verdict.holds, subjects(verdict)) == (True, ["imei_meid"])
    assert "jpush" in verdict.cases[0].message.en
    assert ask("code.reads", reading(IMEI, PUSH), data_types=("location_precise",)).holds is False
    assert ask("code.reads", limited(reading(IMEI, PUSH), "code"), data_types=("location_precise",)).holds is None


def test_code_of_sdks_of_an_excepted_category_does_not_count() -> None:
    arguments: dict[str, Any] = {"data_types": ("imei_meid",), "except_by": ("push",)}
    assert ask("code.reads", reading(IMEI, PUSH), **arguments).holds is False
    assert ask("code.reads", reading(IMEI, OWN), **arguments).holds is True


@pytest.mark.parametrize(("root", "context"), [("application", "start"), ("service", "service"), ("resume", "resume")])
def test_reading_that_nobody_asked_for_is_found_by_its_path(root: str, context: str) -> None:
    given = reading(LOCATE, OWN, paths=[call_path(OWN, root=root, context=context)])
    assert subjects(ask("code.waits_for_user", given, data_types=("location_precise",))) == ["location_precise:app"]
    assert ask("code.waits_for_user", given, data_types=("imei_meid",)).holds is True


def test_apis_that_much_harmless_code_uses_count_only_where_they_are_asked_for() -> None:
    given = reading(f"{PHONE}->getNetworkType", OWN)
    assert ask("code.reads", given, data_types=("imei_meid",)).holds is False
    assert subjects(ask("code.reads", given, data_types=("imei_meid",), weak=True)) == ["imei_meid"]


def test_reading_after_a_tap_waits_for_the_user() -> None:
    given = reading(LOCATE, OWN, paths=[call_path(OWN, root="click", context="user")])
    assert ask("code.waits_for_user", given, data_types=("location_precise",)).holds is True


def test_an_advertising_sdk_that_listens_to_sensors_is_named() -> None:
    def asked(caller: str, *present: str) -> Verdict:
        given = facts(app={}, code=calls((LISTEN, caller)), sdks=[{"id": each, "evidence": []} for each in present])
        return _hold({"sdk.feels_motion": {"categories": ("ads",)}}, Context(given, SENSING), [])

    assert subjects(asked(ADS, "tiny")) == ["tiny"]
    assert [asked(PUSH, "jpush").holds, asked(OWN, "tiny").holds, asked(ADS).holds] == [False, False, False]
