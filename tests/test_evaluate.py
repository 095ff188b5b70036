"""Outcomes are never folded into each other: three values, gaps, guesses and broken checks."""

from collections.abc import Iterator
from typing import Any

import pytest

from appscan.checklist import Item
from appscan.evaluate import Context, judge
from appscan.facts import App, Bilingual, Code, Evidence, Facts, Input, Limit, Policy
from appscan.findings import Finding
from appscan.knowledge import Knowledge
from appscan.verdict import REGISTER, Case, Verdict, predicate

TEXT = Bilingual(zh="甲", en="a")
PLACE = Evidence(where="AndroidManifest.xml", quote="a")


@pytest.fixture(scope="module", autouse=True)
def verbs() -> Iterator[None]:
    """Predicates that answer as they are told."""
    before = dict(REGISTER)

    @predicate("test.says")
    def says(app: App, *, answer: str, sure: str = "certain", subject: str = "") -> Verdict:
        del app
        confidence: Any = sure
        holds = {"yes": True, "no": False, "unknown": None}[answer]
        return Verdict(holds, (Case(Bilingual(zh=answer, en=answer), (PLACE,), subject, confidence),))

    @predicate("test.finds_nothing")
    def finds_nothing(code: Code) -> Verdict:
        del code
        return Verdict(holds=True, cases=(Case(TEXT),), by_absence=True)

    @predicate("test.misses")
    def misses(app: App) -> Verdict:
        del app
        return Verdict(holds=False, cases=(Case(TEXT, subject="missing"),))

    @predicate("test.reads_policy")
    def reads_policy(policy: Policy) -> Verdict:
        del policy
        return Verdict(holds=True)

    @predicate("test.breaks")
    def breaks(app: App) -> Verdict:
        raise ZeroDivisionError(app.package)

    del says, finds_nothing, misses, reads_policy, breaks
    yield
    REGISTER.clear()
    REGISTER.update(before)


def says(answer: str, **more: str) -> dict[str, Any]:
    return {"test.says": {"answer": answer, **more}}


YES, NO, UNKNOWN = says("yes"), says("no"), says("unknown")


def item(require: Any, when: Any = None, **more: Any) -> Item:
    texts: dict[str, Any] = dict.fromkeys(("title", "question", "why", "fix", "look"), TEXT)
    fields: dict[str, Any] = {"broken": "fail", "holds": "pass", **more}
    return Item(
        id="T-1", document="pipl", clause="1", severity="high", severity_reason="", decision="auto",
        require=require, when=when, **texts, **fields,
    )  # fmt: skip


def judged(of: Item, *limits: Limit) -> list[Finding]:
    identity = Input(path="a.apk", sha256="", size=0)
    facts = Facts(
        facts_version=1, tool_version="", input=identity, app=App(package="com.example"), code=Code(), limits=limits
    )
    return judge(of, Context(facts, Knowledge(sha256="")))


def outcome(require: Any, when: Any = None, *limits: Limit, **more: Any) -> str:
    (finding,) = judged(item(require, when, **more), *limits)
    return finding.outcome


@pytest.mark.parametrize(
    ("require", "expected"),
    [
        (YES, "pass"),
        (NO, "fail"),
        (UNKNOWN, "unknown"),
        ({"not": NO}, "pass"),
        ({"not": YES}, "fail"),
        ({"not": UNKNOWN}, "unknown"),
        ({"all": [YES, YES]}, "pass"),
        ({"all": [YES, UNKNOWN]}, "unknown"),
        ({"all": [NO, UNKNOWN]}, "fail"),
        ({"any": [NO, UNKNOWN]}, "unknown"),
        ({"any": [YES, UNKNOWN]}, "pass"),
        ({"any": [NO, NO]}, "fail"),
    ],
    ids=str,
)
def test_conditions_are_three_valued(require: Any, expected: str) -> None:
    assert outcome(require) == expected


@pytest.mark.parametrize(
    ("when", "expected"), [(YES, "fail"), (NO, "not_applicable"), (UNKNOWN, "unknown"), (None, "fail")], ids=str
)
def test_a_duty_that_does_not_apply_is_not_judged(when: Any, expected: str) -> None:
    assert outcome(NO, when) == expected


def test_an_item_without_a_requirement_is_for_a_person() -> None:
    assert outcome(None) == "manual"


def test_the_item_says_what_holding_and_breaking_mean() -> None:
    assert outcome(YES, holds="manual") == "manual"
    assert outcome(NO, broken="suspect") == "suspect"


def test_a_guess_never_fails() -> None:
    assert outcome(says("no", sure="tentative")) == "suspect"
    assert outcome(NO, says("yes", sure="tentative")) == "suspect"
    assert outcome(NO, {"any": [says("yes", sure="tentative"), YES]}) == "fail"


def test_nothing_found_is_unknown_where_not_everything_could_be_seen() -> None:
    packed = Limit(kind="packed", detail="a packer", affects=("code",))
    elsewhere = Limit(kind="bundle", detail="a bundle", affects=("ui",))
    assert outcome({"test.finds_nothing": {}}) == "pass"
    assert outcome({"test.finds_nothing": {}}, None, elsewhere) == "pass"
    (finding,) = judged(item({"test.finds_nothing": {}}), packed)
    assert (finding.outcome, finding.limited) == ("unknown", True)
    assert "a packer" in finding.message.en


def test_what_was_not_given_is_unknown_and_says_so() -> None:
    (finding,) = judged(item({"test.reads_policy": {}}))
    assert (finding.outcome, finding.limited) == ("unknown", False)
    assert "--policy" in finding.message.en


def test_a_check_that_breaks_is_an_error_of_its_own() -> None:
    (finding,) = judged(item({"test.breaks": {}}))
    assert finding.outcome == "error"
    assert "ZeroDivisionError" in finding.message.en


def test_each_subject_has_a_finding_and_a_fingerprint_of_its_own() -> None:
    found = judged(item({"all": [says("no", subject="one"), says("no", subject="two")]}))
    assert [finding.subject for finding in found] == ["one", "two"]
    assert len({finding.fingerprint for finding in found}) == 2
    assert [f.fingerprint for f in found] == [
        f.fingerprint for f in judged(item({"all": [says("no", subject="one"), says("no", subject="two")]}))
    ]


def test_what_is_missing_is_shown_with_what_makes_the_duty_apply() -> None:
    (finding,) = judged(item({"test.misses": {}}, YES))
    assert finding.evidence == (PLACE,)
