from typing import Any

from tests.predicates.small_world import IMEI, LOCATE, PHONE, WIFI, ask, calls, facts, holding, limited, subjects

READ = "Lcom/example/app/Id;->read()V"
PUSH = "Lcn/jpush/android/Device;->read()V"
DENIAL = {
    "actor": "app",
    "act": "collect",
    "data_type": "imei_meid",
    "negated": True,
    "evidence": {"where": "policy.html:1", "quote": "我们不收集IMEI"},
}


def test_a_read_that_the_policy_names_is_declared() -> None:
    given = facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, READ)), policy={"text": "我们收集imei用于风控"})
    assert ask("code.types_declared", given).holds is True


def test_a_read_by_the_app_that_the_policy_does_not_name_is_certain() -> None:
    given = facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, READ)), policy={"text": "我们收集昵称"})
    verdict = ask("code.types_declared", given)
    assert verdict.holds is False
    assert [(case.subject, case.confidence) for case in verdict.cases] == [("imei_meid", "certain")]
    assert verdict.cases[0].evidence[0].where == "classes.dex@0x10"


def test_an_umbrella_word_is_only_a_suspicion() -> None:
    given = facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, READ)), policy={"text": "我们收集设备信息"})
    assert [case.confidence for case in ask("code.types_declared", given).cases] == ["tentative"]


def test_the_word_for_places_is_precise_enough() -> None:
    given = facts(app=holding("ACCESS_FINE_LOCATION"), code=calls((LOCATE, READ)), policy={"text": "我们收集位置信息"})
    assert ask("code.types_declared", given).holds is True


def test_places_that_are_named_only_to_be_denied_are_not_declared() -> None:
    denial = {
        **DENIAL,
        "data_type": "location_precise",
        "evidence": {"where": "policy.html:1", "quote": "不收集位置信息"},
    }
    policy = {"text": "我们不收集位置信息", "statements": [denial]}
    given = facts(app=holding("ACCESS_FINE_LOCATION"), code=calls((LOCATE, READ)), policy=policy)
    assert subjects(ask("code.types_declared", given)) == ["location_precise"]


def test_a_wide_word_that_stands_only_in_a_denial_covers_nothing() -> None:
    denial = {**DENIAL, "umbrella": True, "evidence": {"where": "policy.html:1", "quote": "我们不收集设备信息"}}
    given = facts(
        app=holding("READ_PHONE_STATE"),
        code=calls((IMEI, READ)),
        policy={"text": "我们不收集设备信息", "statements": [denial]},
    )
    assert [case.confidence for case in ask("code.types_declared", given).cases] == ["certain"]


def test_what_the_policy_says_of_an_sdk_alone_does_not_declare_that_the_app_reads_it_too() -> None:
    row = {
        **DENIAL,
        "actor": "极光推送SDK",
        "negated": False,
        "evidence": {"where": "policy.html:9", "quote": "极光推送SDK | IMEI"},
    }
    policy = {"text": "我们是甲公司\n极光推送sdk | imei", "statements": [row]}

    def found(caller: str, **more: Any) -> list[tuple[str, str]]:
        given = facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, caller)), policy={**policy, **more})
        verdict = ask("code.types_declared", given)
        return [] if verdict.holds else [(case.confidence, case.evidence[0].where) for case in verdict.cases]

    assert found(READ) == [("tentative", "policy.html:9")]
    assert found(PUSH) == []
    assert found(READ, text="我们读取imei\n极光推送sdk | imei") == []
    assert found(READ, statements=[row, {**row, "actor": "app"}]) == []


def test_only_an_sdk_or_a_library_reads_it() -> None:
    for caller in ("Lcn/jpush/android/Device;->a()V", "La/b/c;->a()V"):
        given = facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, caller)), policy={"text": "我们收集昵称"})
        assert [case.confidence for case in ask("code.types_declared", given).cases] == ["tentative"]


def test_one_of_several_kinds_of_an_api_is_enough() -> None:
    given = facts(app=holding(), code=calls((WIFI, READ)), policy={"text": "我们收集mac地址"})
    assert ask("code.types_declared", given).holds is True


def test_what_cannot_succeed_or_proves_nothing_is_no_read() -> None:
    policy = {"text": "我们收集昵称"}
    no_permission = facts(app=holding(), code=calls((IMEI, READ)), policy=policy)
    harmless = facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, "Landroidx/core/X;->a()V")), policy=policy)
    weak = facts(app=holding("READ_PHONE_STATE"), code=calls((f"{PHONE}->getNetworkType", READ)), policy=policy)
    string = {"kind": "setting", "value": "android_id", "caller": READ, "dex": "classes.dex", "offset": 1}
    key = facts(app=holding("READ_PHONE_STATE"), code={"strings": [string]}, policy=policy)
    for given in (no_permission, harmless, weak, key):
        assert ask("code.types_declared", given).holds is True


def test_what_was_not_seen_is_unknown() -> None:
    given = facts(app=holding(), code={}, policy={"text": "我们收集昵称"})
    assert ask("code.types_declared", limited(given, "code")).holds is None
    found = facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, READ)), policy={"text": "昵称"})
    assert ask("code.types_declared", limited(found, "policy")).holds is None
    assert ask("code.types_declared", limited(found, "code")).holds is False


def test_a_denial_is_not_a_declaration_and_contradicts_the_code() -> None:
    policy = {"text": "我们不收集imei", "statements": [DENIAL]}
    given = facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, READ)), policy=policy)
    assert ask("code.types_declared", given).holds is False
    verdict = ask("code.keeps_to_policy", given)
    assert verdict.holds is False
    assert verdict.cases[0].confidence == "certain"
    assert verdict.cases[0].evidence[0].quote == "我们不收集IMEI"


def test_a_denial_by_a_third_party_or_one_beside_an_admission_is_weaker() -> None:
    admission = {**DENIAL, "negated": False}
    both = {"text": "imei", "statements": [DENIAL, admission]}
    given = facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, READ)), policy=both)
    assert [case.confidence for case in ask("code.keeps_to_policy", given).cases] == ["tentative"]
    other = {"text": "imei", "statements": [{**DENIAL, "actor": "支付宝SDK"}]}
    assert ask(
        "code.keeps_to_policy", facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, READ)), policy=other)
    ).holds


def test_evidence_is_capped_and_the_message_says_how_much_more() -> None:
    pairs = [(IMEI, f"Lcom/example/app/Id{index};->read()V") for index in range(7)]
    given = facts(app=holding("READ_PHONE_STATE"), code=calls(*pairs), policy={"text": "昵称"})
    (case,) = ask("code.types_declared", given).cases
    assert len(case.evidence) == 5
    assert "(2 more)" in case.message.en
    assert subjects(ask("code.types_declared", given)) == ["imei_meid"]


def denials(policy: dict[str, Any], caller: str) -> list[tuple[str, str]]:
    given = facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, caller)), policy=policy)
    verdict = ask("code.keeps_to_policy", given)
    return [] if verdict.holds else [(case.subject, case.confidence) for case in verdict.cases]


def test_a_denial_covers_sdks_as_a_suspicion_and_says_whose_code_it_is() -> None:
    policy = {"text": "imei", "statements": [DENIAL]}
    given = facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, READ), (IMEI, PUSH)), policy=policy)
    app, push = ask("code.keeps_to_policy", given).cases
    assert (app.subject, app.confidence) == ("imei_meid", "certain")
    assert (push.subject, push.confidence) == ("imei_meid:jpush", "tentative")
    assert app.message.en.endswith("and the app's own code reads it")
    assert push.message.en.endswith("and code of jpush reads it")


def test_what_an_sdk_is_said_to_collect_is_an_exception_for_that_sdk_alone() -> None:
    row = {**DENIAL, "actor": "极光推送SDK", "negated": False}
    policy = {"text": "imei", "statements": [DENIAL, row]}
    assert denials(policy, PUSH) == []
    assert denials(policy, "Lcom/tiny/ads/Id;->a()V") == [("imei_meid:tiny", "tentative")]
    assert denials(policy, READ) == [("imei_meid", "certain")]


def test_a_denial_about_an_sdk_is_broken_by_its_code_alone() -> None:
    policy = {"text": "imei", "statements": [{**DENIAL, "actor": "极光推送SDK"}]}
    assert denials(policy, PUSH) == [("imei_meid:jpush", "certain")]
    both = {"statements": [DENIAL, {**DENIAL, "actor": "极光推送SDK"}]}
    assert denials(both, PUSH) == [("imei_meid:jpush", "certain")], "what is said of the SDK itself goes first"
    assert denials(policy, READ) == []


def test_a_permission_that_is_denied_and_a_wide_word_are_weaker_or_nothing() -> None:
    assert denials({"statements": [{**DENIAL, "act": "permission"}]}, READ) == [("imei_meid", "tentative")]
    assert denials({"statements": [{**DENIAL, "umbrella": True}]}, READ) == []
    assert denials({"statements": [{**DENIAL, "act": "share"}]}, READ) == []


def test_a_wide_word_is_quoted_where_it_stands() -> None:
    wide = {**DENIAL, "negated": False, "umbrella": True, "evidence": {"where": "policy.html:4", "quote": "设备信息"}}
    policy = {"text": "我们收集设备信息", "statements": [wide]}
    given = facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, READ)), policy=policy)
    (case,) = ask("code.types_declared", given).cases
    assert [each.where for each in case.evidence] == ["policy.html:4", "classes.dex@0x10"]
