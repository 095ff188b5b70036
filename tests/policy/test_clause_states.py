"""A clause is present, absent, in a title only, elsewhere or unknown; by patterns of these tests' own."""

import pytest

from appscan.facts import Bilingual, ClauseState, Policy
from appscan.knowledge import ClausePattern, Knowledge, WordingPattern
from appscan.policy.reader import read
from tests.policy.policy_texts import FILLING, policy_page, policy_text

NAME = Bilingual(zh="条款", en="clause")
KEEPING = ClausePattern(
    id="keeping",
    name=NAME,
    headings=("保存",),
    strong=("保存[^。]{0,10}期限", "留存"),
    medium=(r"\d+个月",),
    anti=("cookie",),
)
ABROAD = ClausePattern(id="abroad", name=NAME, strong=("向境外提供",))
PRESUMED = WordingPattern(id="presumed", name=NAME, severity="high", patterns=("视为同意",), anti=("不视为同意",))


def policy_of(text: str, clause: ClausePattern = KEEPING) -> Policy:
    knowledge = Knowledge(sha256="", clauses=(clause,), wording=(PRESUMED,))
    return read([("policy.txt", text.encode())], knowledge)


def state(*sections: str, clause: ClausePattern = KEEPING) -> ClauseState:
    return policy_of(policy_text(*sections), clause).clauses[0]


def test_a_strong_cue_is_the_clause_and_is_quoted_with_its_line() -> None:
    found = state("我们重视隐私。", "信息保存的期限为六个月。")
    assert found.state == "present"
    assert [(each.where, each.quote) for each in found.evidence] == [("policy.txt:3", "信息保存的期限为六个月。")]


def test_the_surest_pattern_gives_the_evidence() -> None:
    found = state("日志依法留存。", "信息保存的期限为六个月。")
    assert [each.quote for each in found.evidence] == ["信息保存的期限为六个月。"]


def test_no_more_than_three_sentences_are_quoted() -> None:
    assert len(state("信息保存的期限为六个月。" * 9).evidence) == 3


def test_a_gap_does_not_reach_over_a_full_stop() -> None:
    assert state("信息由我们保存。期限另定。").state == "absent"


def test_a_medium_cue_counts_under_a_fitting_heading() -> None:
    assert state("二、信息的保存", "这个时间是6个月，之后不再需要。").state == "present"


def test_a_medium_cue_counts_nowhere_else() -> None:
    assert state("二、信息的收集", "这个时间是6个月，之后不再需要。").state == "absent"


def test_an_anti_cue_cancels_its_sentence_only() -> None:
    assert state("Cookie 保存的期限由浏览器决定。").state == "absent"
    assert state("Cookie 保存的期限由浏览器决定。", "信息保存的期限为六个月。").state == "present"


def test_a_heading_alone_is_a_title_only() -> None:
    found = state("二、信息的保存", "我们很重视它。")
    assert found.state == "title_only"
    assert found.evidence[0].quote == "二、信息的保存"


def test_a_link_to_another_document_is_elsewhere() -> None:
    found = policy_of(policy_page(f'<p><a href="keeping.html">个人信息保存规则</a></p><p>个人信息。{FILLING * 12}</p>'))
    assert found.clauses[0].state == "elsewhere"


def test_a_named_document_is_elsewhere() -> None:
    assert state("详见《个人信息保存规则》。").state == "elsewhere"


def test_a_table_of_contents_leads_nowhere_else() -> None:
    found = policy_of(policy_page(f'<p><a href="#s2">二、信息的保存</a></p><p>个人信息。{FILLING * 12}</p>'))
    assert found.clauses[0].state in ("absent", "title_only")


def test_a_denied_duty_is_no_clause() -> None:
    assert state("我们不会向境外提供您的信息。", clause=ABROAD).state == "absent"


def test_a_denial_answers_a_clause_that_asks_whether() -> None:
    clause = ClausePattern(id="abroad", name=NAME, strong=("向境外提供",), negation_counts=True)
    assert state("我们不会向境外提供您的信息。", clause=clause).state == "present"


def test_what_a_short_text_does_not_say_is_unknown() -> None:
    assert policy_of(policy_text("我们重视隐私。", filling=1)).clauses[0].state == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "Privacy Policy\n\n" + "We collect your personal information. " * 100,
        "本周菜谱\n\n" + "番茄炒蛋要先炒蛋，再下番茄，最后放盐。" * 60,
    ],
)
def test_what_another_kind_of_text_does_not_say_is_unknown(text: str) -> None:
    assert policy_of(text).clauses[0].state == "unknown"


def test_a_clause_in_the_second_document_is_present() -> None:
    knowledge = Knowledge(sha256="", clauses=(KEEPING,))
    files = [
        ("a.txt", policy_text("我们重视隐私。").encode()),
        ("b.txt", f"第三方SDK目录\n\n信息保存的期限为六个月。{FILLING}".encode()),
    ]
    assert read(files, knowledge).clauses[0].evidence[0].where == "b.txt:3"


def test_unfair_wording_is_quoted_in_the_order_of_the_text() -> None:
    found = policy_of(policy_text("使用即视为同意。", "沉默不视为同意。", "继续浏览视为同意。")).wording
    assert [each.evidence.quote for each in found] == ["使用即视为同意。", "继续浏览视为同意。"]
    assert {each.kind for each in found} == {"presumed"}


def test_a_heading_is_no_wording() -> None:
    assert policy_of(policy_text("一、信息的使用即视为同意", "我们重视隐私。")).wording == ()
