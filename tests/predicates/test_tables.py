"""What an SDK is there for decides which fixed device identifiers its code may read."""

from typing import Any

import msgspec
import pytest

from appscan.evaluate import Context, _hold
from appscan.facts import Facts
from appscan.knowledge import Category, IdentifierPurpose
from appscan.verdict import Verdict
from tests.predicates.small_world import IMEI, KNOWLEDGE, api, calls, facts, holding, limited, name, sdk, subjects

MAC = "Ljava/net/NetworkInterface;->getHardwareAddress"
OAID = "Lcom/example/Oaid;->get"
ADS, PUSH, PART = (f"L{each};->read()V" for each in ("com/tiny/ads/Id", "cn/jpush/android/Id", "cn/part/Id"))


def purpose(id_: str, category: Category, extended: str, *unnecessary: str) -> IdentifierPurpose:
    lists: dict[str, Any] = {"necessary": ("android_id",), "extended": (extended,), "unnecessary": unnecessary}
    return IdentifierPurpose(id=id_, document="taf-077", clause="8", name=name(id_), categories=(category,), **lists)


WORLD = msgspec.structs.replace(
    KNOWLEDGE,
    sdks=(*KNOWLEDGE.sdks, sdk("part", "cn.part", category="device-id", part_of=("jpush",))),
    apis=(*KNOWLEDGE.apis, api(MAC, "mac_address"), api(OAID, "oaid")),
    identifier_purposes=(
        purpose("advertising", "ads", "imei_meid", "mac_address"),
        purpose("push", "push", "imei_meid"),
    ),
)


def asked(given: Facts) -> Verdict:
    return _hold({"sdk.identifiers_fit_purpose": {}}, Context(given, WORLD), [])


def reading(target: str, caller: str, **more: Any) -> Facts:
    return facts(app=holding("READ_PHONE_STATE"), code=calls((target, caller)), **more)


def test_an_identifier_that_the_purpose_never_needs_is_named_with_the_call() -> None:
    verdict = asked(reading(MAC, ADS, policy={"text": "mac地址"}))
    assert subjects(verdict) == ["mac_address:tiny"]
    assert verdict.cases[0].confidence == "firm"
    assert "com.tiny.ads.Id.read" in verdict.cases[0].evidence[0].quote


@pytest.mark.parametrize(("text", "expected"), [("为反作弊收集imei", True), ("昵称", False)])
def test_an_identifier_of_a_further_function_has_to_be_in_the_policy(text: str, expected: bool) -> None:  # noqa: FBT001
    assert asked(reading(IMEI, ADS, policy={"text": text})).holds is expected


def test_without_the_whole_policy_an_identifier_of_a_further_function_is_only_a_question() -> None:
    for given in (reading(IMEI, PUSH), limited(reading(IMEI, PUSH, policy={"text": "昵称"}), "policy")):
        assert [each.confidence for each in asked(given).cases] == ["tentative"]


def test_a_part_is_there_for_what_the_sdk_is_that_brings_it_along() -> None:
    read = reading(IMEI, PART, policy={"text": "昵称"}, sdks=[{"id": "jpush", "evidence": []}])
    assert subjects(asked(read)) == ["imei_meid:part"]
    assert asked(msgspec.structs.replace(read, sdks=())).holds is True


def test_the_apps_own_code_and_identifiers_outside_the_table_are_not_judged() -> None:
    assert asked(reading(IMEI, "Lcom/example/app/Id;->read()V", policy={"text": "昵称"})).holds is True
    assert asked(reading(OAID, PUSH, policy={"text": "昵称"})).holds is True
