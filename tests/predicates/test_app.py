import msgspec
import pytest

from appscan.checklist import AppType
from appscan.evaluate import Context, _hold
from appscan.facts import Facts
from appscan.verdict import Verdict
from tests.predicates.small_world import IMEI, KNOWLEDGE, PHONE, ask, calls, facts, holding, limited, name, subjects

READ = "Lcom/example/app/Id;->read()V"
TYPE = AppType(
    id="T01",
    clause="第五条第（一）项",
    name=name("地图导航类"),
    function=name("定位"),
    permissions=("android.permission.ACCESS_FINE_LOCATION",),
    low_relevance=("android.permission.READ_PHONE_STATE",),
)


def typed(predicate: str, given: Facts) -> Verdict:
    return _hold({predicate: {}}, Context(given, KNOWLEDGE, TYPE), [])


def test_an_app_without_any_sign_handles_nothing_and_a_packed_one_is_unknown() -> None:
    given = facts(app={}, code={}, ui={}, sdks=[])
    assert ask("app.handles_personal_information", given).holds is False
    assert ask("app.handles_personal_information", limited(given, "code")).holds is None


@pytest.mark.parametrize("sign", ["permission", "sdk", "policy", "link"])
def test_signs_of_personal_information(sign: str) -> None:
    given = {
        "permission": facts(app=holding("READ_PHONE_STATE"), code={}),
        "sdk": facts(app={}, code={}, sdks=[{"id": "jpush", "evidence": []}]),
        "policy": facts(policy={}),
        "link": facts(app={}, code={}, ui={"policy_urls": [{"where": "x", "text": "https://a.example/privacy"}]}),
    }[sign]
    assert ask("app.handles_personal_information", given).holds is True


def test_network_access_alone_cannot_be_told() -> None:
    given = facts(
        app={"permissions": [{"name": "android.permission.INTERNET", "level": "normal"}]}, code={}, ui={}, sdks=[]
    )
    assert ask("app.handles_personal_information", given).holds is None


def test_permissions_that_no_code_uses() -> None:
    unused = facts(app=holding("READ_PHONE_STATE"), code={})
    assert subjects(ask("app.permissions_used", unused)) == ["READ_PHONE_STATE"]
    assert ask("app.permissions_used", limited(unused, "code")).holds is None
    assert ask("app.permissions_used", facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, READ)))).holds is True
    weakly = calls((f"{PHONE}->getNetworkType", READ))
    assert ask("app.permissions_used", facts(app=holding("READ_PHONE_STATE"), code=weakly)).holds is True
    assert ask("app.permissions_used", facts(app=holding("READ_EXTERNAL_STORAGE"), code={})).holds is True


def test_a_query_may_use_a_provider_that_the_knowledge_has_no_field_for() -> None:
    app = holding("READ_CALL_LOG")
    assert subjects(ask("app.permissions_used", facts(app=app, code={}))) == ["READ_CALL_LOG"]
    querying = calls(("Landroid/content/ContentResolver;->query", READ))
    assert ask("app.permissions_used", facts(app=app, code=querying)).holds is True


def test_permissions_against_the_type() -> None:
    given = facts(app=holding("READ_PHONE_STATE", "ACCESS_FINE_LOCATION"), policy={"text": "昵称"})
    assert subjects(typed("app.permissions_fit_type", given)) == ["READ_PHONE_STATE:low"]
    assert subjects(typed("app.permissions_necessary", given)) == ["READ_PHONE_STATE"]
    explained = facts(app=holding("READ_PHONE_STATE"), policy={"text": "我们收集imei"})
    assert typed("app.permissions_fit_type", explained).holds is True
    assert typed("app.permissions_necessary", explained).holds is True
    without = typed("app.permissions_necessary", facts(app=holding("READ_PHONE_STATE")))
    assert [each.confidence for each in without.cases] == ["tentative"]
    assert ask("app.permissions_necessary", given).holds is None


def test_a_permission_of_low_relevance_that_no_code_uses_is_said_to_be_unused() -> None:
    unused = typed("app.permissions_fit_type", facts(app=holding("READ_PHONE_STATE"), code={}))
    used = typed("app.permissions_fit_type", facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, READ))))
    assert [each.message.en.endswith("no code uses it") for each in (*unused.cases, *used.cases)] == [True, False]


def test_a_type_that_the_guide_does_not_list_has_no_permission_of_low_relevance() -> None:
    other = msgspec.structs.replace(TYPE, low_relevance=())
    verdict = _hold(
        {"app.permissions_fit_type": {}}, Context(facts(app=holding("READ_PHONE_STATE")), KNOWLEDGE, other), []
    )
    assert verdict.holds is True
    assert "does not list" in verdict.cases[0].message.en


@pytest.mark.parametrize(("target", "expected"), [("22", False), ("23", True), (None, False)])
def test_the_target(target: str | None, expected: bool) -> None:  # noqa: FBT001
    app = {"target_sdk": target} if target else {}
    assert ask("app.target_sdk", facts(app=app), at_least=23).holds is expected


def test_a_target_that_is_not_given_is_said_in_chinese_too() -> None:
    (case,) = ask("app.target_sdk", facts(app={}), at_least=23).cases
    assert "未设置 targetSdkVersion" in case.message.zh
    assert "not given" not in case.message.zh
