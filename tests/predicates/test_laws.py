from typing import Any

import msgspec
import pytest

from appscan.evaluate import Context, _hold
from appscan.facts import Facts
from appscan.knowledge import DataType, Domain, Vendor, Words
from appscan.verdict import Verdict
from tests.predicates.small_world import KNOWLEDGE, LOCATE, calls, facts, holding, limited, name, sdk, subjects

FACE = DataType(
    id="face", name=name("人脸"), words=Words(zh=("人脸",)), sensitivity="sensitive", sensitive_45574="生物识别信息"
)
PHOTOS = msgspec.structs.replace(FACE, id="photos_videos", note="sensitive where they show private parts")
LOCATION = msgspec.structs.replace(FACE, id="location_precise", sensitive_45574="其他敏感个人信息")
WORLD = msgspec.structs.replace(
    KNOWLEDGE,
    data_types=(*(each for each in KNOWLEDGE.data_types if each.id != "location_precise"), FACE, PHOTOS, LOCATION),
    sdks=(
        *KNOWLEDGE.sdks,
        sdk("abroad", "com.abroad.stat", category="analytics", vendor=Vendor(name="Abroad Inc.", country="US")),
        sdk("facecheck", "cn.facecheck", category="face"),
    ),
    domains=(
        Domain(domain="ads.example", operator="Ads Inc.", country="US", cross_border="yes", role="ads"),
        Domain(domain="home.example", operator="家", country="CN", cross_border="no", role="ads"),
        Domain(domain="depends.example", operator="Cloud", country="US", cross_border="check", role="cloud"),
        Domain(domain="portal.example", operator="Portal", country="US", cross_border="yes", role="platform"),
    ),
)


def ask(predicate: str, given: Facts) -> Verdict:
    return _hold({predicate: {}}, Context(given, WORLD), [])


def endpoint(host: str, caller: str = "") -> dict[str, Any]:
    return {
        "host": host,
        "scheme": "https",
        "port": 0,
        "url": f"https://{host}/v1",
        "where": "classes.dex@0x10",
        "caller": caller,
    }


def policy(state: str = "absent", quote: str = "") -> dict[str, Any]:
    evidence = [{"where": "policy.html:3", "quote": quote}] if quote else []
    return {"text": "政策", "clauses": [{"id": "cross_border", "state": state, "evidence": evidence}]}


def given(*hosts: str, sdks: tuple[str, ...] = (), caller: str = "", **said: str) -> Facts:
    found = [{"id": each, "evidence": [{"where": "classes.dex", "quote": each}]} for each in sdks]
    network = {"endpoints": [endpoint(each, caller) for each in hosts]}
    return facts(app={}, code={}, network=network, sdks=found, policy=policy(**said))


def test_a_host_abroad_and_a_policy_that_is_silent_is_a_suspicion_with_the_host_as_evidence() -> None:
    verdict = ask("policy.export_told", given("t.ads.example"))
    assert [(each.subject, each.confidence) for each in verdict.cases] == [("cross_border", "firm")]
    assert [each.quote for each in verdict.cases[0].evidence] == ["https://t.ads.example/v1"]
    assert "Ads Inc. US" in verdict.cases[0].message.en


def test_an_sdk_made_abroad_is_weaker_evidence_than_a_host() -> None:
    verdict = ask("policy.export_told", given(sdks=("abroad",)))
    assert [(each.subject, each.confidence) for each in verdict.cases] == [("cross_border", "tentative")]


@pytest.mark.parametrize("host", ["home.example", "depends.example", "portal.example", "other.example"])
def test_hosts_at_home_unclear_ones_and_mere_links_raise_no_suspicion(host: str) -> None:
    assert ask("policy.export_told", given(host)).holds is True


def test_a_host_that_only_a_harmless_library_names_does_not_count() -> None:
    assert ask("policy.export_told", given("ads.example", caller="Landroidx/core/A;->a()V")).holds is True


def test_a_policy_that_speaks_of_export_is_heard() -> None:
    told = given("ads.example", state="present", quote="我们会向境外的接收方提供设备信息")
    assert ask("policy.export_told", told).holds is True


def test_a_policy_that_denies_export_contradicts_a_host_abroad() -> None:
    quote = "我们不会将您的个人信息传输至境外"
    verdict = ask("policy.export_told", given("ads.example", state="present", quote=quote))
    assert [(each.subject, each.confidence) for each in verdict.cases] == [("denied", "tentative")]
    assert ask("policy.export_told", given("home.example", state="present", quote=quote)).holds is True


def test_what_was_not_read_is_not_called_silent() -> None:
    assert ask("policy.export_told", limited(given("ads.example"), "policy")).holds is None
    assert ask("policy.export_told", given("ads.example", state="elsewhere")).holds is None
    assert ask("policy.export_told", limited(given("home.example"), "code")).holds is None


def statement(data_type: str, **more: Any) -> dict[str, Any]:
    evidence = {"where": "policy.html:5", "quote": data_type}
    return {"actor": "we", "act": "collect", "data_type": data_type, "evidence": evidence, **more}


def sensitive(*statements: dict[str, Any], sdks: tuple[str, ...] = ()) -> Verdict:
    found = [{"id": each, "evidence": [{"where": "classes.dex", "quote": each}]} for each in sdks]
    return ask("app.handles_sensitive", facts(app={}, code={}, sdks=found, policy={"statements": statements}))


def test_sensitive_information_is_seen_in_code_in_sdks_and_in_the_policy() -> None:
    located = facts(app=holding("ACCESS_FINE_LOCATION"), code=calls((LOCATE, "Lcom/example/app/A;->a()V")), sdks=[])
    assert ask("app.handles_sensitive", located).holds is True
    assert sensitive(sdks=("facecheck",)).holds is True
    verdict = sensitive(statement("face"))
    assert [each.quote for each in verdict.cases[0].evidence] == ["face"]


@pytest.mark.parametrize(
    "said",
    [
        statement("face", negated=True),
        statement("face", umbrella=True),
        statement("face", act="protect"),
        statement("photos_videos"),
        statement("imei_meid"),
    ],
)
def test_denials_umbrella_words_and_kinds_that_are_sensitive_only_in_part_do_not_count(said: dict[str, Any]) -> None:
    assert sensitive(said).holds is False


def test_no_sensitive_information_in_half_an_app_is_unknown() -> None:
    assert ask("app.handles_sensitive", facts(app={}, code={}, sdks=[])).holds is None
    whole = facts(app={}, code={}, sdks=[], policy={})
    assert ask("app.handles_sensitive", whole).holds is False
    assert ask("app.handles_sensitive", limited(whole, "code")).holds is None
    assert subjects(ask("app.handles_sensitive", whole)) == [""]
