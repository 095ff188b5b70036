"""What the policy declares and no code reaches is told as information."""

from typing import Any

from appscan.facts import Facts
from appscan.report.policy_only import policy_only
from appscan.scene import Scene
from tests.predicates.small_world import IMEI, KNOWLEDGE, PHONE, calls, facts, holding, limited

READ = "Lcom/example/app/Id;->read()V"
SAID = {
    "actor": "app",
    "act": "collect",
    "data_type": "imei_meid",
    "evidence": {"where": "policy.html:3", "quote": "我们收集IMEI"},
}


def app(code: Any, **said: Any) -> Facts:
    return facts(app=holding("READ_PHONE_STATE"), code=code, policy={"statements": [{**SAID, **said}]})


def kinds(given: Facts) -> list[str]:
    return [each.data_type for each in policy_only(Scene(given, KNOWLEDGE), "en")]


def test_what_is_declared_and_read_by_no_code_is_listed_with_its_sentence() -> None:
    (row,) = policy_only(Scene(app({}), KNOWLEDGE), "en")
    assert (row.data_type, row.evidence[0].quote) == ("imei_meid", "我们收集IMEI")


def test_any_trace_is_enough_even_a_weak_one() -> None:
    assert kinds(app(calls((IMEI, READ)))) == []
    assert kinds(app(calls((f"{PHONE}->getNetworkType", READ)))) == []


def test_only_what_the_app_is_said_to_collect_itself_counts() -> None:
    assert kinds(app({}, actor="极光推送SDK")) == []
    assert kinds(app({}, negated=True)) == []
    assert kinds(app({}, umbrella=True)) == []
    assert kinds(app({}, act="share")) == []


def test_kinds_that_no_api_gives_or_that_users_hand_over_leave_no_trace_to_miss() -> None:
    assert kinds(app({}, data_type="nickname")) == []
    assert kinds(app({}, data_type="photos_videos")) == []


def test_a_trace_of_one_kind_of_location_will_do_for_all() -> None:
    located = calls(("Landroid/location/LocationManager;->getLastKnownLocation", READ))
    assert kinds(app(located, data_type="location_precise")) == []
    assert kinds(app({}, data_type="location_precise")) == ["location_precise"]


def test_nothing_is_said_where_the_code_could_not_all_be_seen() -> None:
    assert kinds(limited(app({}), "code")) == []
    assert kinds(facts(app={}, policy={"statements": [SAID]})) == []
