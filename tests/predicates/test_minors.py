from typing import Any

import pytest

from appscan.checklist import AppType
from appscan.facts import Facts
from appscan.predicates.minors import mode_expected
from tests.predicates.small_world import ask, clauses, facts, limited, name, subjects, text

SECTION = "一、总则\n期限为12个月\n{}十、未成年人保护\n请在监护人指导下使用\n个人信息加密保存\n十一、更新\n我们会通知您"


def policy(written: str, **more: Any) -> Facts:
    return facts(policy={"text": written, **more})


def told(written: str, *matters: str, **more: Any) -> Any:
    return ask("minors.told", policy(written, **more), matters=matters)


def test_what_stands_below_the_heading_on_minors_counts() -> None:
    assert told(SECTION.format(""), "safeguards").holds is True
    assert told(SECTION.format("").replace("十、未成年人保护", "十、其他"), "safeguards").holds is False


def test_a_list_of_contents_does_not_open_the_section() -> None:
    contents = "六、未成年人保护\n七、更新\n我们加密保存信息\n儿童须经同意"
    (case,) = told(contents, "safeguards").cases
    assert case.confidence == "tentative"


def test_what_only_the_general_part_tells_is_a_guess_and_what_nothing_tells_is_not() -> None:
    (general,) = told(SECTION.format(""), "period").cases
    assert (general.subject, general.confidence) == ("period", "tentative")
    (nowhere,) = told(SECTION.format(""), "period", "incident").cases
    assert (nowhere.subject, nowhere.confidence) == ("period,incident", "firm")


def test_a_text_on_children_that_was_not_given_makes_it_unknown() -> None:
    referred = "儿童信息的处理详见《儿童个人信息保护规则》"
    assert told(referred, "period").holds is None
    assert told(referred, "special_rules").holds is True
    given = [
        {"path": "kids.html", "sha256": "", "size": "1", "encoding": "utf-8", "kind": "children", "characters": 99}
    ]
    documents = [{**given[0], "language": "zh-Hans"}]
    assert told(referred, "period", documents=documents).holds is False


def test_every_sentence_of_a_text_on_children_counts_and_none_of_the_policy_beside_it() -> None:
    common = {"sha256": "", "size": "1", "encoding": "utf-8", "language": "zh-Hans"}
    documents = [
        {**common, "path": "policy.html", "kind": "policy", "characters": "18"},
        {**common, "path": "kids.html", "kind": "children", "characters": "9"},
    ]
    written = "信息保存期限为12个月\n我们收集手机号\n我们加密保存信息"
    assert told(written, "safeguards", documents=documents).cases[0].evidence[0].where == "kids.html"
    assert told(written, "period", documents=documents).holds is False


def test_a_policy_that_is_silent_on_minors_gives_one_case() -> None:
    assert subjects(told("我们收集您的手机号", "period", "place")) == ["silent"]
    assert told("", "period").holds is None
    assert ask("minors.told", limited(policy("我们收集您的手机号"), "policy"), matters=("period",)).holds is None


@pytest.mark.parametrize(
    ("attributes", "state", "expected"),
    [
        ({"serves_minors": "true"}, "absent", True),
        ({}, "present", True),
        ({"serves_minors": "false"}, "absent", False),
        ({"serves_minors": "false"}, "present", True),
        ({}, "absent", None),
    ],
)
def test_who_knowingly_handles_data_of_children(attributes: dict[str, str], state: str, expected: bool | None) -> None:  # noqa: FBT001
    given = facts(attributes=attributes, policy=clauses(under14_guardian=state))
    assert ask("minors.children_data", given).holds is expected


def test_a_clause_of_the_policy_alone_is_a_guess_that_children_come() -> None:
    (case,) = ask("minors.children_data", facts(policy=clauses(under14_guardian="present"))).cases
    assert case.confidence == "tentative"


@pytest.mark.parametrize(("line", "expected"), [("请监护人阅读并同意", True), ("请阅读并同意隐私政策", False)])
def test_a_step_for_guardians(line: str, expected: bool) -> None:  # noqa: FBT001
    assert ask("minors.guardian_step", facts(ui=text(line))).holds is expected


def test_a_mode_for_minors_shows_in_texts_components_or_the_policy() -> None:
    activity = {"components": [{"kind": "activity", "name": "com.example.app.TeenModeActivity"}]}
    assert ask("minors.mode", facts(ui=text("青少年模式"))).holds is True
    assert ask("minors.mode", facts(app=activity, ui={})).holds is True
    assert ask("minors.mode", facts(ui={}, policy={"text": "未成年人可以开启青少年模式"})).holds is True
    assert subjects(ask("minors.mode", facts(ui=text("夜间模式")))) == ["mode"]


@pytest.mark.parametrize(("type_", "expected"), [("T18", True), ("T29", True), ("T01", False)])
def test_which_types_owe_a_mode(type_: str, expected: bool) -> None:  # noqa: FBT001
    assert mode_expected(AppType(id=type_, clause="", name=name(type_), function=name(type_))).holds is expected
