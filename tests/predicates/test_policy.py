import pytest

from tests.predicates.small_world import ask, clauses, facts, limited, subjects, text


@pytest.mark.parametrize(
    ("state", "expected"),
    [("present", True), ("absent", False), ("title_only", False), ("elsewhere", None), ("unknown", None)],
)
def test_the_states_of_a_clause(state: str, expected: bool | None) -> None:  # noqa: FBT001
    given = facts(policy=clauses(rights_delete=state))
    assert ask("policy.clause", given, clause="rights_delete").holds is expected


def test_a_heading_alone_is_a_guess_and_a_clause_that_nobody_judged_is_unknown() -> None:
    (case,) = ask("policy.clause", facts(policy=clauses(sharing="title_only")), clause="sharing").cases
    assert case.confidence == "tentative"
    assert ask("policy.clause", facts(policy={}), clause="sharing").holds is None


def test_one_of_several_clauses_is_enough() -> None:
    given = facts(policy=clauses(sharing="absent", sdk_list="present"))
    assert ask("policy.any_clause", given, clauses=("sharing", "sdk_list")).holds is True


def test_a_login_page_is_no_policy() -> None:
    page = {
        "path": "p.html",
        "sha256": "",
        "size": "1",
        "encoding": "utf-8",
        "kind": "login_wall",
        "language": "zh-Hans",
    }
    given = facts(policy={"documents": [{**page, "characters": "9"}], **clauses(sharing="absent")})
    assert ask("policy.clause", given, clause="sharing").holds is None


def test_a_menu_line_stands_in_for_the_policy_and_a_sentence_does_not() -> None:
    absent = clauses(rights_withdraw="absent")
    for line, expected in (("撤回同意", True), ("您可以联系我们撤回同意，我们将在核实身份之后处理您的请求", False)):
        given = facts(policy=absent, ui=text(line))
        assert ask("policy.told", given, clauses=("rights_withdraw",), shown="withdraw").holds is expected


def test_a_contact_that_is_not_for_complaints_makes_the_breach_tentative() -> None:
    given = facts(ui={}, policy=clauses(complaint_channel="absent", operator_contact="present"))
    found = ask("policy.told", given, clauses=("complaint_channel",), shown="complain", near=("operator_contact",))
    assert (found.holds, [each.confidence for each in found.cases]) == (False, ["tentative"])


@pytest.mark.parametrize(("days", "expected"), [("15", True), ("30", False), ("", True), ("三十", True)])
def test_the_promised_time(days: str, expected: bool) -> None:  # noqa: FBT001
    assert ask("policy.response_time", facts(policy={"values": {"response_days": days}}), days=15).holds is expected


@pytest.mark.parametrize(("language", "expected"), [("zh-Hans", True), ("zh-Hant", False), ("en", False)])
def test_the_language(language: str, expected: bool) -> None:  # noqa: FBT001
    page = {"path": "p", "sha256": "", "size": "1", "encoding": "utf-8", "kind": "policy", "characters": "9"}
    given = facts(policy={"documents": [{**page, "language": language}]})
    assert ask("policy.simplified_chinese", given).holds is expected


def test_accounts_ask_for_cancellation() -> None:
    absent = clauses(rights_cancel_account="absent")
    login = {"components": [{"kind": "activity", "name": "com.example.app.LoginActivity"}]}
    assert subjects(ask("policy.account_can_be_cancelled", facts(app=login, policy=absent))) == [
        "rights_cancel_account"
    ]
    assert ask("policy.account_can_be_cancelled", facts(app={}, ui={}, policy=absent)).holds is True


def test_sharing_without_recipients() -> None:
    silent = clauses(sharing="present", third_party_share_list="absent", recipients_named="absent", sdk_list="absent")
    assert subjects(ask("policy.recipients_named", facts(policy=silent))) == ["recipients_named"]
    none = clauses(sharing="absent", third_party_share_list="absent")
    assert ask("policy.recipients_named", facts(policy=none)).holds is True


def test_no_policy_names_the_link_to_give() -> None:
    link = {"policy_urls": [{"where": "classes.dex@0x1", "text": "https://a.example/privacy"}]}
    verdict = ask("policy.states_rules", facts(ui=link))
    assert verdict.holds is None
    assert verdict.cases[0].evidence[0].quote == "https://a.example/privacy"


def test_a_policy_read_in_part_does_not_lack_a_clause() -> None:
    given = limited(facts(policy=clauses(collection_with_purpose="absent")), "policy")
    assert ask("policy.states_rules", given).holds is None
    assert ask("policy.clause", given, clause="collection_with_purpose").holds is None


def test_unfair_wording_gives_one_case_a_kind() -> None:
    hits = [
        {"kind": kind, "severity": "high", "evidence": {"where": f"p:{line}", "quote": kind}}
        for line, kind in enumerate(("deemed_consent", "deemed_consent", "one_sided_change"))
    ]
    given = facts(policy={"wording": hits})
    assert subjects(ask("policy.no_wording", given, wording=("deemed_consent", "one_sided_change"))) == [
        "deemed_consent",
        "one_sided_change",
    ]
    assert ask("policy.no_wording", given, wording=("vague_purpose",)).holds is True


def test_long_sentences_and_texts_without_headings() -> None:
    hard = {"metrics": {"mean_sentence_length": "120", "headings": "0", "characters": "9000"}}
    assert subjects(ask("policy.readable", facts(policy=hard))) == ["sentences", "headings"]
    easy = {"metrics": {"mean_sentence_length": "40", "headings": "12", "characters": "9000"}}
    assert ask("policy.readable", facts(policy=easy)).holds is True
