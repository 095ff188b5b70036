"""The whole reader: the samples, texts that are hard to read, and bounds on time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appscan.errors import LimitError
from appscan.facts import Policy
from appscan.knowledge import Knowledge
from appscan.policy import reader
from appscan.policy.reader import read
from tests.policy.policy_texts import policy_page, policy_text

Reader = Callable[[str], Policy]
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
UNFAIR = {"deemed_consent", "cancellation_condition", "forced_for_improvement", "one_sided_change", "blanket_authority"}


def sample(name: str, knowledge: Knowledge) -> Policy:
    return read([("policy.html", (SAMPLES / name / "policy.html").read_bytes())], knowledge)


@pytest.fixture(scope="module")
def tidy(knowledge: Knowledge) -> Policy:
    return sample("tidy", knowledge)


@pytest.fixture(scope="module")
def greedy(knowledge: Knowledge) -> Policy:
    return sample("greedy", knowledge)


def states(policy: Policy) -> dict[str, str]:
    return {each.id: each.state for each in policy.clauses}


def test_a_complete_policy_has_every_clause(tidy: Policy) -> None:
    missing = {clause for clause, state in states(tidy).items() if state != "present"}
    assert missing <= {"deemed_consent", "ads"}  # it has no advertising, and presumes nothing


def test_every_clause_is_quoted_from_the_file(tidy: Policy) -> None:
    lines = (SAMPLES / "tidy" / "policy.html").read_text().splitlines()
    for clause in tidy.clauses:
        for each in clause.evidence:
            line = int(each.where.removeprefix("policy.html:"))
            assert each.quote[:2] in lines[line - 1]


def test_a_complete_policy_is_free_of_unfair_wording(tidy: Policy) -> None:
    assert {each.kind for each in tidy.wording} & UNFAIR == set()


def test_a_complete_policy_names_its_sdks(tidy: Policy) -> None:
    assert {each.sdk for each in tidy.third_parties} >= {"umeng-analytics", "bugly"}
    umeng = next(each for each in tidy.third_parties if each.sdk == "umeng-analytics")
    assert umeng.company == "友盟同欣(北京)科技有限公司"
    assert {"android_id", "mac_address"} <= set(umeng.data_types)
    assert umeng.link == "https://www.umeng.com/page/policy"


def test_a_complete_policy_gives_its_values(tidy: Policy) -> None:
    assert tidy.values["company"] == "示例整洁科技(北京)有限公司"
    assert tidy.values["email"] == "privacy@tidy.example"
    assert tidy.values["updated"] == "2025-03-10"
    assert tidy.values["effective"] == "2025-03-20"
    assert tidy.values["response_days"] == "15"


def test_what_a_complete_policy_collects_and_denies(tidy: Policy) -> None:
    said = {(each.data_type, each.negated) for each in tidy.statements if not each.umbrella}
    assert {("phone_number", False), ("android_id", False), ("device_info", False), ("ip_address", False)} <= said
    assert {("imei_meid", True), ("contacts", True), ("clipboard", True), ("installed_apps", True)} <= said
    assert {("imei_meid", False), ("contacts", False), ("clipboard", False)} & said == set()


@pytest.mark.parametrize(
    "clause",
    "rights_delete rights_correct rights_copy rights_withdraw complaint_channel retention_period minors sdk_list "
    "separate_consent dpo_contact personalised_optout cookies security_incident pi_list".split(),
)
def test_a_poor_policy_lacks_a_clause(greedy: Policy, clause: str) -> None:
    assert states(greedy)[clause] == "absent"


@pytest.mark.parametrize("clause", "operator_identity effective_or_update_date sharing ads response_time".split())
def test_a_poor_policy_has_a_clause(greedy: Policy, clause: str) -> None:
    assert states(greedy)[clause] == "present"


@pytest.mark.parametrize("kind", sorted(UNFAIR - {"blanket_authority"}))
def test_a_poor_policy_puts_things_unfairly(greedy: Policy, kind: str) -> None:
    assert kind in {each.kind for each in greedy.wording}


def test_a_poor_policy_denies_reading_contacts_and_answers_late(greedy: Policy) -> None:
    contacts = [each for each in greedy.statements if each.data_type == "contacts"]
    assert contacts
    assert all(each.negated and each.actor == "app" for each in contacts)
    assert greedy.values["response_days"] == "30"


def test_the_usual_policy_is_read_alike_from_text_and_page(read_text: Reader) -> None:
    text = policy_text()
    page = policy_page("".join(f"<p>{line}</p>" for line in text.splitlines()))
    assert states(read_text(text)) == states(read_text(page))


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_the_encoding_does_not_matter(knowledge: Knowledge, encoding: str) -> None:
    plain = read([("p.txt", policy_text().encode())], knowledge)
    other = read([("p.txt", policy_text().encode(encoding))], knowledge)
    assert (other.clauses, other.statements, other.text) == (plain.clauses, plain.statements, plain.text)


def test_a_hundred_thousand_characters_without_a_full_stop_are_read(read_text: Reader) -> None:
    policy = read_text("隐私政策\n" + "我们会收集您的手机号、位置和设备信息并与第三方共享" * 4_200)
    assert policy.metrics["characters"] > 100_000
    assert [each.kind for each in policy.limits] == ["policy_long_sentences"]


@pytest.mark.parametrize("filler", ["收集", "注销", "、", "（", "12", "sdk", "不", "<td>", "|", ": "])
def test_repetition_without_end_is_read_to_its_end(read_text: Reader, filler: str) -> None:
    policy = read_text("个人信息" + filler * (40_000 // len(filler)))
    assert "个人信息" in policy.text


@pytest.mark.parametrize("part", ["我们收集位置信息。\n", "<p>我们收集位置信息。</p>"])
def test_a_text_longer_than_any_policy_is_cut_and_says_so(knowledge: Knowledge, part: str) -> None:
    policy = read([("p.txt", f"<title>隐私政策</title>{part * 60_000}".encode())], knowledge)
    assert 450_000 < policy.documents[0].characters <= 500_000
    assert [(each.kind, each.affects) for each in policy.limits] == [("policy_cut", ("policy",))]


def test_pictures_inside_a_page_do_not_count(read_text: Reader) -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 3_000_000}">'
    assert read_text(policy_page(f"{picture}<p>{policy_text()}</p>")).limits == ()


def test_a_page_of_endless_tags_is_cut_and_says_so(read_text: Reader) -> None:
    policy = read_text("<html><body><p>隐私政策</p>" + "<b></b>" * 250_000)
    assert [each.kind for each in policy.limits] == ["policy_cut"]


def test_tables_inside_tables_are_read_to_the_innermost(read_text: Reader) -> None:
    page = policy_page("<table><tr><td>" * 100 + policy_text() + "</td></tr></table>" * 100)
    policy = read_text(page)
    assert (policy.documents[0].kind, policy.limits) == ("policy", ())


def test_a_file_beyond_the_bound_is_refused(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_BYTES", 100)
    with pytest.raises(LimitError, match="larger"):
        read([("p.txt", policy_text().encode())], knowledge)


def test_no_file_is_an_empty_policy(knowledge: Knowledge) -> None:
    policy = read([], knowledge)
    assert policy.documents == ()
    assert set(states(policy).values()) == {"unknown"}


def test_reading_twice_gives_the_same(knowledge: Knowledge) -> None:
    assert sample("tidy", knowledge) == sample("tidy", knowledge)


def test_the_metrics_count_sentences_and_headings(read_text: Reader) -> None:
    metrics = read_text("一、信息的收集\n我们收集位置。您可以拒绝。\n").metrics
    assert (metrics["headings"], metrics["sentences"], metrics["mean_sentence_length"]) == (1, 2, 6.5)


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(
        st.sampled_from("我们不收集您的IMEI手机号，。；：|<p>/td#*-\n 一、（二）1.第三方SDK共享"), max_size=200
    )
)
def test_any_text_is_read(knowledge: Knowledge, text: str) -> None:
    policy = read([("p.txt", text.encode())], knowledge)
    lines = text.count("\n") + 1
    assert all(1 <= int(each.evidence.where.rpartition(":")[2]) <= lines for each in policy.statements)
