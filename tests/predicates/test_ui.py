import pytest

from tests.predicates.small_world import ask, clauses, facts, limited, subjects, text


def test_a_dialog_that_asks_and_lets_refuse() -> None:
    given = facts(ui=text("请阅读并同意《隐私政策》", "同意", "不同意"), code={})
    assert ask("ui.asks_consent", given).holds is True


def test_a_notice_that_can_only_be_acknowledged() -> None:
    given = facts(ui=text("请阅读《隐私政策》", "我知道了"), code={})
    assert subjects(ask("ui.asks_consent", given)) == ["refusal"]


def test_no_notice_at_all_is_unknown_where_texts_could_not_be_seen() -> None:
    given = facts(ui=text("设置"), code={})
    assert subjects(ask("ui.asks_consent", given)) == ["prompt"]
    assert ask("ui.asks_consent", limited(given, "ui")).holds is None


@pytest.mark.parametrize(
    ("line", "expected"), [("隐私政策", True), ("登录即代表同意《隐私政策》", False), ("Privacy Policy", True)]
)
def test_the_entry_to_the_policy(line: str, expected: bool) -> None:  # noqa: FBT001
    assert ask("ui.policy_entry", facts(ui=text(line))).holds is expected


def test_texts_that_ask_for_consent_are_named_only_where_there_are_some() -> None:
    (without,) = ask("ui.policy_entry", facts(ui=text("设置"))).cases
    (beside,) = ask("ui.policy_entry", facts(ui=text("我已阅读并同意《隐私政策》"))).cases
    assert "请求同意" not in without.message.zh
    assert "请求同意" in beside.message.zh


@pytest.mark.parametrize(
    ("label", "expected"),
    [("我已阅读并同意隐私政策", False), ("接收推送通知", True), ("隐私模式", True), ("I agree to the terms", False)],
)
def test_ticked_boxes(label: str, expected: bool) -> None:  # noqa: FBT001
    given = facts(ui={"ticked": [{"where": "res/layout/login.xml", "text": label}]}, code={})
    assert ask("ui.nothing_ticked", given).holds is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("登录即代表您已同意《用户协议》", False),
        ("继续使用即视为同意", False),
        ("By continuing, you agree to our terms", False),
        ("登录前请阅读并同意《用户协议》", True),
        ("点击“同意”按钮表示您已阅读", True),
    ],
)
def test_consent_taken_for_granted(line: str, expected: bool) -> None:  # noqa: FBT001
    verdict = ask("ui.nothing_deemed", facts(ui=text(line)))
    assert verdict.holds is expected
    if not expected:
        assert verdict.cases[0].confidence == "tentative"


def test_the_way_out_of_personalisation() -> None:
    absent = clauses(personalised_optout="absent")
    assert subjects(ask("ui.personalisation_off", facts(ui={}, policy=absent))) == ["off_switch"]
    assert ask("ui.personalisation_off", facts(ui=text("关闭个性化推荐"), policy=absent)).holds is True
    assert ask("ui.personalisation_off", facts(ui={}, policy=clauses(personalised_optout="present"))).holds is True
    assert ask("ui.personalisation_off", facts(ui={})).holds is None
    assert ask("ui.personalisation_off", limited(facts(ui={}, policy=absent), "ui")).holds is None


def test_signs_of_a_policy() -> None:
    assert ask("ui.mentions_policy", facts(ui={"policy_files": ["assets/privacy.html"]}, code={})).holds is True
    assert subjects(ask("ui.mentions_policy", facts(ui={}, code={}))) == ["policy"]
