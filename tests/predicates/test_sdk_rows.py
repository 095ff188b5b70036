"""A policy that names an SDK also says what for, and what it collects."""

from typing import Any

from appscan.verdict import Verdict
from tests.predicates.small_world import ask, facts, subjects

ROW = {"name": "极光推送", "sdk": "jpush", "evidence": {"where": "policy.html:9", "quote": "极光推送 SDK"}}


def asked(*rows: dict[str, Any]) -> Verdict:
    given = facts(policy={"third_parties": list(rows)}, sdks=[{"id": "jpush", "evidence": []}])
    return ask("sdk.rows_complete", given, fields=("purpose", "data_types"))


def test_a_row_without_purpose_or_kinds_is_named_with_its_place() -> None:
    verdict = asked({**ROW, "purpose": "推送"})
    assert subjects(verdict) == ["jpush"]
    assert verdict.cases[0].evidence[0].where == "policy.html:9"
    assert "the kinds of information" in verdict.cases[0].message.en
    assert "the purpose" not in verdict.cases[0].message.en


def test_two_rows_on_one_sdk_complete_each_other() -> None:
    assert asked({**ROW, "purpose": "推送"}, {**ROW, "data_types": ["imei_meid"]}).holds is True


def test_rows_on_sdks_that_the_app_has_not_are_not_judged() -> None:
    assert asked({**ROW, "sdk": "tiny"}).holds is True
