from tests.predicates.small_world import IMEI, LOCATE, PHONE, WIFI, ask, calls, facts, holding, limited, subjects

READ = "Lcom/example/app/Id;->read()V"
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
