import pytest

from tests.predicates.small_world import ask, clauses, facts, limited, subjects


def hit(*ids: str) -> list[dict[str, object]]:
    return [{"id": each, "evidence": [{"where": "classes.dex", "quote": each}]} for each in ids]


@pytest.mark.parametrize(
    ("sdk", "policy", "expected"),
    [
        ("jpush", "我们使用极光推送", None),
        ("jpush", "由深圳市和讯华谷信息技术有限公司提供", None),
        ("jpush", "我们不使用第三方", "certain"),
        ("jcore", "我们使用极光推送", None),
        ("jverify", "我们使用极光推送", "tentative"),
        ("tiny", "接入 mob 广告", None),
        ("tiny", "使用mobile设备", "certain"),
        ("androidx", "我们不使用第三方", None),
    ],
)
def test_whether_the_policy_names_an_sdk(sdk: str, policy: str, expected: str | None) -> None:
    given = facts(app={}, code={}, sdks=hit(sdk), policy={"text": policy})
    verdict = ask("sdk.named_in_policy", given)
    if expected is None:
        assert verdict.holds is True
    else:
        assert [(case.subject, case.confidence) for case in verdict.cases] == [(sdk, expected)]


def test_a_list_that_names_the_sdk_by_id_counts() -> None:
    third = {"name": "极光", "sdk": "jpush", "evidence": {"where": "policy.html:1", "quote": "极光"}}
    given = facts(app={}, code={}, sdks=hit("jpush"), policy={"text": "清单", "third_parties": [third]})
    assert ask("sdk.named_in_policy", given).holds is True


def test_only_the_asked_categories_count() -> None:
    given = facts(app={}, code={}, sdks=hit("jpush"), policy={"text": "清单"})
    assert ask("sdk.named_in_policy", given, categories=("ads",)).holds is True
    assert subjects(ask("sdk.named_in_policy", given, categories=("push",))) == ["jpush"]


def test_unseen_code_or_policy_is_unknown() -> None:
    named = facts(app={}, code={}, sdks=hit("jpush"), policy={"text": "极光推送"})
    unnamed = facts(app={}, code={}, sdks=hit("jpush"), policy={"text": "清单"})
    assert ask("sdk.named_in_policy", limited(named, "code")).holds is None
    assert ask("sdk.named_in_policy", limited(unnamed, "code")).holds is False
    assert ask("sdk.named_in_policy", limited(unnamed, "policy")).holds is None
    assert ask("sdk.named_in_policy", facts(app={}, code={}, sdks=hit("jpush"))).holds is None


def test_personalisation_is_seen_by_advertising_sdks_or_the_policy() -> None:
    assert ask("sdk.personalises", facts(app={}, code={}, sdks=hit("tiny"))).holds is True
    assert ask("sdk.personalises", facts(app={}, code={}, sdks=hit("jpush"))).holds is False
    said = clauses(automated_decision="present")
    assert ask("sdk.personalises", facts(app={}, code={}, sdks=[], policy=said)).holds is True
