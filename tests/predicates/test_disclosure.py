from typing import Any

import pytest

from tests.predicates.small_world import (
    IMEI,
    LOCATE,
    PHONE,
    WIFI,
    ask,
    calls,
    facts,
    holding,
    limited,
    request,
    subjects,
)

PUSH = "Lcn/jpush/android/Device;->read()V"
CORE = "Lcn/jiguang/core/Device;->read()V"


def hit(*ids: str, **more: Any) -> list[dict[str, Any]]:
    return [{"id": each, "evidence": [{"where": "classes.dex", "quote": f"class of {each}"}], **more} for each in ids]


def entry(name: str = "极光推送SDK", sdk: str = "jpush", quote: str = "", **given: Any) -> dict[str, Any]:
    cells = [name, given.get("company", ""), given.get("purpose", ""), given.pop("said", ""), given.get("link", "")]
    quote = quote or " | ".join(cell for cell in cells if cell)
    return {"name": name, "sdk": sdk, "evidence": {"where": "policy.html:9", "quote": quote}, **given}


FULL = entry(
    "某某地图SDK", "", purpose="展示地图", data_types=["location_precise"], said="精确位置", link="https://map.example"
)


def listed(*entries: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"third_parties": list(entries), **more}


def missing(*entries: dict[str, Any], **more: Any) -> list[str]:
    """What is said to be missing of JPush, in English."""
    verdict = ask("sdk.disclosed_fully", facts(app={}, code={}, sdks=hit("jpush"), policy=listed(*entries, **more)))
    return [] if verdict.holds else [case.message.en.partition("does not give ")[2] for case in verdict.cases]


def test_an_entry_without_purpose_data_or_rules_is_a_suspicion_about_that_sdk() -> None:
    given = facts(app={}, code={}, sdks=hit("jpush"), policy=listed(FULL, entry(said="无")))
    (case,) = ask("sdk.disclosed_fully", given).cases
    assert (case.subject, case.confidence) == ("jpush:entry", "tentative")
    assert case.message.en.endswith("does not give its purpose, what it collects, a link to its own rules")
    assert [each.quote for each in case.evidence] == ["极光推送SDK | 无", "class of jpush"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"purpose": "推送消息", "data_types": ["imei_meid"], "said": "IMEI", "link": "https://j.example"}, []),
        ({"data_types": ["imei_meid"], "said": "IMEI", "link": "https://j.example"}, ["its purpose"]),
        ({"purpose": "推送消息", "link": "https://j.example"}, ["what it collects"]),
        ({"purpose": "推送消息", "said": "设备信息", "link": "https://j.example"}, []),
        ({"purpose": "推送消息", "said": "不收集任何个人信息", "link": "https://j.example"}, []),
        ({"purpose": "推送消息", "said": "业务日志", "link": "https://j.example"}, []),
        ({"purpose": "推送消息", "said": "IMEI | 查看隐私政策", "data_types": ["imei_meid"]}, []),
        ({"purpose": "推送消息", "said": "IMEI", "data_types": ["imei_meid"]}, ["a link to its own rules"]),
    ],
)
def test_what_an_entry_leaves_out(given: dict[str, Any], expected: list[str]) -> None:
    assert missing(FULL, entry(**given)) == expected


def test_a_column_that_no_entry_was_read_to_have_may_not_have_been_read() -> None:
    other = entry("某某地图SDK", "", said="展示地图", data_types=["location_precise"], link="https://map.example")
    unread = entry(data_types=["imei_meid"], said="推送一下", link="https://j.example")
    assert missing(other, unread) == []


def test_a_policy_without_a_list_is_not_judged_by_its_entries() -> None:
    assert missing(entry(quote="我们接入了极光推送。")) == []


def test_an_sdk_that_only_a_sentence_names_beside_a_list_lacks_what_the_sentence_does_not_say() -> None:
    sentence = entry(quote="我们还接入了极光推送。")
    assert missing(FULL, sentence) == ["its purpose, what it collects, a link to its own rules"]
    said = {"actor": "极光推送", "act": "collect", "data_type": "imei_meid", "purpose": "推送"}
    quoted = {**said, "evidence": {"where": "policy.html:3", "quote": "极光推送收集IMEI用于推送"}}
    assert missing(FULL, sentence, statements=[quoted]) == ["a link to its own rules"]


def test_lines_below_a_short_line_with_the_name_are_said_of_it_up_to_the_next_entry() -> None:
    title = entry(quote="1、极光推送SDK")
    other = entry("2、某某支付SDK", "", quote="2、某某支付SDK")
    below = "1、极光推送sdk\n使用目的:推送消息\n收集信息:imei\n官网链接:https://j.example\n2、某某支付sdk"
    assert missing(FULL, title, other, text=below) == []
    beyond_it = "1、极光推送sdk\n使用目的:推送消息\n2、某某支付sdk\n收集信息:imei\n官网链接:https://j.example"
    assert missing(FULL, title, other, text=beyond_it) == ["what it collects, a link to its own rules"]
    assert missing(FULL, title, text="") == [], "where it stands is not known"


def test_a_row_that_is_too_long_to_be_quoted_whole_may_give_the_rest_in_what_is_left_out() -> None:
    assert missing(FULL, entry(quote="极光推送SDK | 某某公司 | 推送消息用的很长的说明…")) == []


def test_only_sdks_that_do_something_of_their_own_need_an_entry() -> None:
    policy = listed(FULL, entry(said="无"), entry("某极光核心", "jcore", said="无"))
    both = facts(app={}, code={}, sdks=hit("jpush", "jcore"), policy=policy)
    assert subjects(ask("sdk.disclosed_fully", both)) == ["jpush:entry"]
    empty = facts(app={}, code={}, sdks=hit("jpush", stub=True), policy=policy)
    assert ask("sdk.disclosed_fully", empty).holds is True


def beyond(policy: dict[str, Any], *pairs: tuple[str, str], sdk: str = "jpush") -> list[tuple[str, str]]:
    given = facts(
        app=holding("READ_PHONE_STATE", "ACCESS_FINE_LOCATION"), code=calls(*pairs), sdks=hit(sdk), policy=policy
    )
    verdict = ask("sdk.keeps_to_row", given)
    return [] if verdict.holds else [(case.subject, case.confidence) for case in verdict.cases]


ROW = entry(purpose="推送", said="IMEI", data_types=["imei_meid"])


def test_an_sdk_that_reads_what_its_row_does_not_name_goes_beyond_it() -> None:
    policy = listed(ROW)
    assert beyond(policy, (IMEI, PUSH)) == []
    assert beyond(policy, (LOCATE, PUSH)) == [("location_precise:jpush", "firm")]


def test_the_row_and_the_call_are_shown() -> None:
    given = facts(
        app=holding("ACCESS_FINE_LOCATION"), code=calls((LOCATE, PUSH)), sdks=hit("jpush"), policy=listed(ROW)
    )
    (case,) = ask("sdk.keeps_to_row", given).cases
    assert [each.where for each in case.evidence] == ["policy.html:9", "classes.dex@0x10"]
    assert "极光推送SDK | 推送 | IMEI" in case.evidence[0].quote


def test_an_umbrella_word_covers_what_it_stands_for_and_leaves_a_suspicion() -> None:
    policy = listed(entry(purpose="推送", said="设备信息"))
    assert beyond(policy, (IMEI, PUSH)) == [("vague:jpush", "tentative")]
    assert beyond(policy, (LOCATE, PUSH)) == [("location_precise:jpush", "firm")]


def test_one_of_several_kinds_that_an_api_gives_is_enough() -> None:
    assert beyond(listed(entry(said="MAC地址", data_types=["mac_address"])), (WIFI, PUSH)) == []


def test_plain_words_for_places_name_every_kind_of_location() -> None:
    assert beyond(listed(entry(said="位置信息", data_types=["location_coarse"])), (LOCATE, PUSH)) == []


def test_a_rough_place_is_not_a_precise_one() -> None:
    rough = entry(said="粗略位置信息", data_types=["location_coarse"])
    assert beyond(listed(rough), (LOCATE, PUSH)) == [("vague:jpush", "tentative")]


def test_an_entry_that_says_nothing_of_data_is_nothing_to_keep_to() -> None:
    assert beyond(listed(entry(purpose="推送")), (IMEI, PUSH)) == []
    assert beyond(listed(), (IMEI, PUSH)) == []


def test_an_entry_that_says_that_nothing_is_collected_is_broken_by_any_read() -> None:
    assert beyond(listed(entry(purpose="推送", said="不收集个人信息")), (IMEI, PUSH)) == [("imei_meid:jpush", "firm")]


def test_what_a_sentence_says_of_an_sdk_is_a_guess_and_what_it_admits_counts() -> None:
    sentence = entry(quote="我们接入极光推送，收集MAC地址", data_types=["mac_address"])
    assert beyond(listed(sentence), (IMEI, PUSH)) == [("imei_meid:jpush", "tentative")]
    said = {"actor": "极光推送SDK", "act": "collect", "data_type": "imei_meid"}
    quoted = {**said, "evidence": {"where": "policy.html:3", "quote": "极光推送SDK收集IMEI"}}
    assert beyond(listed(sentence, statements=[quoted]), (IMEI, PUSH)) == []


def test_what_comes_along_with_an_sdk_is_held_to_its_row() -> None:
    assert beyond(listed(ROW), (IMEI, CORE), sdk="jcore") == []
    assert beyond(listed(ROW), (LOCATE, CORE), sdk="jcore") == [("location_precise:jcore", "firm")]


def test_a_variant_that_does_nothing_breaks_no_row() -> None:
    app = holding("ACCESS_FINE_LOCATION")
    given = facts(app=app, code=calls((LOCATE, PUSH)), sdks=hit("jpush", stub=True), policy=listed(ROW))
    assert ask("sdk.keeps_to_row", given).holds is True


def test_code_of_the_app_and_weak_apis_break_no_row() -> None:
    own = "Lcom/example/app/Id;->read()V"
    weak = f"{PHONE}->getNetworkType"
    assert beyond(listed(entry(said="MAC地址", data_types=["mac_address"])), (IMEI, own), (weak, PUSH)) == []


def test_what_could_not_be_read_leaves_it_unknown() -> None:
    given = facts(
        app=holding("ACCESS_FINE_LOCATION"), code=calls((LOCATE, PUSH)), sdks=hit("jpush"), policy=listed(ROW)
    )
    assert ask("sdk.keeps_to_row", limited(given, "policy")).holds is None
    assert ask("sdk.keeps_to_row", limited(given, "code")).holds is False
    held = facts(app={}, code={}, sdks=[], policy=listed(FULL, entry(said="无")))
    assert ask("sdk.keeps_to_row", limited(held, "code")).holds is None
    lacking = facts(app={}, code={}, sdks=hit("jpush"), policy=listed(FULL, entry(said="无")))
    assert ask("sdk.disclosed_fully", limited(lacking, "policy")).holds is None


def test_a_permission_that_only_an_sdk_uses_must_be_spoken_of_too() -> None:
    app = holding("READ_PHONE_STATE")

    def found(words: str, caller: str, target: str = IMEI, **more: Any) -> list[str]:
        verdict = ask(
            "sdk.permissions_declared", facts(app=app, code=calls((target, caller), **more), policy={"text": words})
        )
        return [] if verdict.holds else subjects(verdict)

    assert found("我们收集昵称", PUSH) == ["READ_PHONE_STATE:sdk"]
    assert found("我们使用READ_PHONE_STATE权限", PUSH) == []
    assert found("我们收集昵称", "Lcom/example/app/Id;->read()V") == []
    assert found("我们收集昵称", PUSH, f"{PHONE}->getNetworkType") == [], "common in harmless code"
    asked = [request(PUSH, "READ_PHONE_STATE")]
    assert found("我们收集昵称", PUSH, permission_requests=asked) == [], "another predicate says so"
