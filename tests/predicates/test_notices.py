from typing import Any

import pytest

from appscan.catalogue.store import build
from appscan.checklist import AppType
from appscan.evaluate import Context, _hold
from appscan.facts import Facts
from tests.predicates.small_world import (
    KNOWLEDGE,
    ask,
    call,
    call_path,
    calls,
    clauses,
    facts,
    holding,
    limited,
    name,
    subjects,
)
from tests.predicates.small_world import text as texts
from tests.test_items import ROOT

LISTEN = "Landroid/hardware/SensorManager;->registerListener"
AD: dict[str, Any] = {"id": "tiny", "evidence": [{"where": "classes.dex", "quote": "com.tiny.ads"}]}
NUMBER = "京ICP备12345678号-3A"


def filed(*numbers: str, **more: Any) -> Facts:
    found = [
        {"number": each, "text": each, "where": f"resources.arsc:string#{index}"} for index, each in enumerate(numbers)
    ]
    return facts(**{"app": {}, "ui": {}, "network": {"filings": found}, **more})


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("collected_list", "个人信息收集清单"),
        ("collected_list", "已收集个人信息清单"),
        ("collected_list", "List of personal information collected"),
        ("shared_list", "第三方信息共享清单"),
        ("shared_list", "与第三方共享个人信息清单"),
        ("shared_list", "SDK目录"),
        ("agreement", "《用户服务协议》"),
        ("renewal", "连续包月"),
        ("renewal_off", "管理自动续费"),
        ("renewal_off", "自动续费服务可随时取消"),
        ("tags", "删除兴趣标签"),
    ],
)
def test_a_line_of_the_app_that_leads_to_what_a_notice_asks_for(what: str, line: str) -> None:
    assert ask("notices.shows", facts(ui=texts(line)), what=what).holds is True


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("collected_list", "购物清单"),
        ("shared_list", "共享单车"),
        ("renewal_off", "连续包月，首月优惠"),
        ("tags", "添加书签"),
    ],
)
def test_a_line_that_only_sounds_like_it_does_not_count(what: str, line: str) -> None:
    assert subjects(ask("notices.shows", facts(ui=texts(line), policy={"text": "记账"}), what=what)) == [what]


def test_a_policy_that_speaks_of_the_list_counts_and_is_quoted() -> None:
    verdict = ask(
        "notices.shows", facts(ui={}, policy={"text": "进入“设置—个人信息收集清单”查看"}), what="collected_list"
    )
    assert verdict.holds is True
    assert "个人信息收集清单" in verdict.cases[0].evidence[0].quote


def test_a_clause_of_the_policy_counts_and_one_that_lies_elsewhere_is_not_known() -> None:
    for state, holds in (("present", True), ("elsewhere", None), ("absent", False)):
        given = facts(ui={}, policy={**clauses(sdk_list=state), "text": "记账"})
        assert ask("notices.shows", given, what="shared_list", clauses=("sdk_list",)).holds is holds


def test_without_a_policy_or_with_unseen_screens_nothing_is_called_missing() -> None:
    assert ask("notices.shows", facts(ui={}), what="collected_list").holds is None
    given = limited(facts(ui={}, policy={"text": "记账"}), "ui")
    assert ask("notices.shows", given, what="collected_list").holds is None


def test_an_ad_sdk_that_listens_to_motion_sensors() -> None:
    given = facts(app={}, code=calls((LISTEN, "Lcom/tiny/ads/Splash;->open()V")), sdks=[AD])
    (found,) = ask("notices.no_shaking", given).cases
    assert (found.subject, found.confidence) == ("tiny", "firm")
    assert found.evidence[0].quote == "com.tiny.ads.Splash.open -> android.hardware.SensorManager.registerListener"


def test_an_ad_sdk_with_a_class_for_shaking_is_a_guess() -> None:
    code = {"classes": {"com.tiny.ads.ui": ["ShakeView"], "com.example.app": ["ShakeToUndo"]}}
    (found,) = ask("notices.no_shaking", facts(app={}, code=code, sdks=[{**AD, "prefixes": ["com.tiny.ads"]}])).cases
    assert (found.subject, found.confidence) == ("tiny", "tentative")
    assert [each.quote for each in found.evidence] == ["com.tiny.ads.ui.ShakeView"]


def test_sensors_of_the_app_itself_or_of_other_sdks_are_no_adverts() -> None:
    own = calls((LISTEN, "Lcom/example/app/Steps;->count()V"), (LISTEN, "Lcn/jpush/android/Motion;->go()V"))
    jpush = {"id": "jpush", "evidence": []}
    assert ask("notices.no_shaking", facts(app={}, code=own, sdks=[AD, jpush])).holds is True


def test_code_that_cannot_be_seen_may_hide_shaking() -> None:
    assert ask("notices.no_shaking", limited(facts(app={}, code={}, sdks=[]), "code")).holds is None


@pytest.mark.parametrize(("label", "expected"), [("示例", []), ("\u3000\u200b ", ["label"]), ("", [])])
def test_a_blank_name_hides_an_app(label: str, expected: list[str]) -> None:
    verdict = ask("notices.easily_removed", facts(app={**holding(), "label": label}))
    assert (subjects(verdict) if verdict.holds is False else []) == expected


def test_no_icon_and_a_device_administrator_stand_in_the_way_of_removal() -> None:
    admin = {"kind": "receiver", "name": "com.example.app.Admin"}
    admin["filters"] = [{"actions": ["android.app.action.DEVICE_ADMIN_ENABLED"]}]  # type: ignore[assignment]
    page = {"kind": "activity", "name": "com.example.app.Page"}
    verdict = ask("notices.easily_removed", facts(app={"label": "示例", "components": [admin, page]}))
    assert [(each.subject, each.confidence) for each in verdict.cases] == [
        ("icon", "tentative"),
        ("device_admin", "firm"),
    ]


@pytest.mark.parametrize(
    ("asked", "line", "expected"),
    [
        ("identity", "完成实名认证，领取 20 元红包", False),
        ("identity", "领取奖励前请刷脸验证", False),
        ("identity", "购买车票须实名认证", True),
        ("identity", "开启通讯录权限领红包", True),
        ("permissions", "开启通讯录权限领红包", False),
        ("permissions", "需要相机权限以扫描二维码", True),
        ("permissions", "领取优惠券", True),
    ],
)
def test_rewards_for_what_is_asked(asked: str, line: str, expected: bool) -> None:  # noqa: FBT001
    verdict = ask("notices.nothing_for_reward", facts(app={}, code={}, ui=texts(line), sdks=[]), asked=asked)
    assert verdict.holds is expected
    assert expected or (verdict.cases[0].subject, verdict.cases[0].confidence) == (f"reward:{asked}", "tentative")


@pytest.mark.parametrize(
    ("context", "holds"), [("service", False), ("timer", False), ("start", False), ("user", True), ("component", True)]
)
def test_the_microphone_in_code_that_nobody_chose_to_run(context: str, holds: bool) -> None:  # noqa: FBT001
    knowledge = build([ROOT]).knowledge
    method, record = "Lcom/example/app/Ear;->open()V", "Landroid/media/MediaRecorder;->setAudioSource"
    code = {"calls": [call(record, method)], "paths": [call_path(method, root=context, context=context)]}
    given = facts(app=holding("RECORD_AUDIO"), code=code)
    assert _hold({"notices.sensors_on_choice": {}}, Context(given, knowledge), []).holds is holds


def test_types_that_need_no_personal_information() -> None:
    def answer(none_needed: bool) -> bool | None:  # noqa: FBT001
        kind = AppType(id="T29", clause="", name=name("短视频类"), function=name(""), none_needed=none_needed)
        return _hold({"notices.type_needs_nothing": {}}, Context(facts(), KNOWLEDGE, kind), []).holds

    assert answer(none_needed=True) is True
    assert answer(none_needed=False) is False
    assert ask("notices.type_needs_nothing", facts()).holds is None


def test_an_app_that_opens_on_its_login_screen() -> None:
    app = holding()
    assert ask("notices.no_login_at_entry", facts(app=app)).holds is True
    app["components"][0]["name"] = "com.example.app.LoginActivity"
    assert subjects(ask("notices.no_login_at_entry", facts(app=app))) == ["login"]


def test_what_the_operator_says_of_accounts_comes_before_what_screens_show() -> None:
    shown = {"app": {}, "ui": texts("登录")}
    assert ask("notices.has_accounts", facts(**shown)).holds is True
    assert ask("notices.has_accounts", facts(**shown, attributes={"has_accounts": False})).holds is False
    assert ask("notices.has_accounts", facts(app={}, ui={}, code={})).holds is False
    assert ask("notices.has_accounts", facts(app={})).holds is None


def test_the_filing_number_of_an_app_ends_in_a() -> None:
    assert ask("notices.filing_shown", filed(NUMBER)).holds is True
    assert subjects(ask("notices.filing_shown", filed("京ICP备12345678号-1"))) == ["website"]


def test_a_missing_number_is_a_suspicion_only_where_the_policy_was_read_too() -> None:
    assert ask("notices.filing_shown", filed()).holds is None
    (found,) = ask("notices.filing_shown", filed(policy={"text": "记账"})).cases
    assert (found.subject, found.confidence) == ("filing", "tentative")
    assert subjects(ask("notices.filing_shown", filed(filing_number=NUMBER))) == ["filing"]


def test_a_website_number_at_the_foot_of_a_policy_page_is_only_a_hint() -> None:
    (found,) = ask("notices.filing_shown", filed(policy={"text": "京ICP备12345678号-1"})).cases
    assert (found.subject, found.confidence) == ("website", "tentative")
    (found,) = ask("notices.filing_shown", filed("京ICP备12345678号-1")).cases
    assert found.confidence == "firm"


def test_a_filing_number_in_the_policy_counts_however_it_is_spaced() -> None:
    assert ask("notices.filing_shown", filed(policy={"text": "备案号：京ICP备 12345678号－3a"})).holds is True


def test_the_number_that_is_shown_must_be_the_configured_one() -> None:
    assert ask("notices.filing_shown", filed(NUMBER, filing_number=NUMBER)).holds is True
    assert subjects(ask("notices.filing_shown", filed(NUMBER, filing_number="沪ICP备87654321号-2A"))) == ["other"]
    assert subjects(ask("notices.filing_shown", filed(NUMBER, filing_number="京ICP证030173号"))) == ["form"]


def test_a_number_in_an_sdk_is_its_makers() -> None:
    number = {"number": NUMBER, "text": NUMBER, "where": "classes.dex@0x40", "caller": "Lcom/tiny/ads/Page;->a()V"}
    given = facts(app={}, ui={}, network={"filings": [number]}, policy={"text": "记账"})
    assert subjects(ask("notices.filing_shown", given)) == ["filing"]


def test_the_link_to_the_register() -> None:
    link = {
        "host": "beian.miit.gov.cn",
        "scheme": "https",
        "port": 0,
        "url": "https://beian.miit.gov.cn/",
        "where": "x",
    }
    assert ask("notices.filing_linked", facts(app={}, ui={}, network={"endpoints": [link]})).holds is True
    assert ask("notices.filing_linked", filed(policy={"text": "可在 https://beian.miit.gov.cn 查询"})).holds is True
    given = filed(NUMBER, policy={"text": "记账"})
    assert subjects(ask("notices.filing_linked", given)) == ["link"]
    assert ask("notices.filing_linked", limited(given, "code")).holds is None
    assert ask("notices.filing_linked", filed(NUMBER)).holds is None
