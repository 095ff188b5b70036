"""A row on an SDK says what it collects, and where its own rules are."""

from typing import Any

from appscan.verdict import Verdict
from tests.predicates.small_world import ask, facts, subjects

ROW = {"name": "极光推送", "sdk": "jpush", "evidence": {"where": "policy.html:9", "quote": "极光推送 | 推送"}}


def asked(*rows: dict[str, Any]) -> Verdict:
    given = facts(policy={"third_parties": list(rows)}, sdks=[{"id": "jpush", "evidence": []}])
    return ask("sdk.rows_complete", given, fields=("data_types", "link"))


def test_a_row_without_kinds_of_information_is_named_with_its_place() -> None:
    verdict = asked({**ROW, "link": "https://a.example/privacy"})
    assert subjects(verdict) == ["jpush"]
    assert verdict.cases[0].evidence[0].where == "policy.html:9"
    assert "the kinds of information" in verdict.cases[0].message.en
    assert "a link" not in verdict.cases[0].message.en


def test_cells_below_no_head_are_read_for_words_of_information() -> None:
    cells = {"where": "policy.html:9", "quote": "极光推送 | 推送 | 设备信息 | https://a.example/privacy"}
    assert asked({**ROW, "evidence": cells}).holds is True


def test_two_rows_on_one_sdk_complete_each_other() -> None:
    assert asked({**ROW, "link": "https://a.example"}, {**ROW, "data_types": ["imei_meid"]}).holds is True


def test_a_sentence_and_a_row_on_an_sdk_that_the_app_has_not_are_not_judged() -> None:
    sentence = {**ROW, "evidence": {"where": "policy.html:9", "quote": "我们接入极光推送"}}
    assert asked(sentence, {**ROW, "sdk": "tiny"}).holds is True
