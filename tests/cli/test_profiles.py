"""Which duties a run asks about, and what the operator says of the app."""

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

QUIET = ROOT / "samples/quiet/quiet.apk"

ITEM = """\
id: MY-{number}
document: my-{document}
clause: 第一条
title: {{zh: 甲, en: A}}
question: {{zh: 甲, en: A}}
severity: high
severity_reason: It matters.
decision: assisted
why: {{zh: 甲, en: A}}
fix: {{zh: 甲, en: A}}
look: {{zh: 甲, en: A}}
when: {{attribute.is: {{name: serves_minors}}}}
require: {{app.target_sdk: {{at_least: 99}}}}
{more}
examples:
  - {{outcome: pass, facts: {{attributes: {{serves_minors: true}}, app: {{target_sdk: 100}}}}}}
  - {{outcome: {outcome}, facts: {{attributes: {{serves_minors: true}}, app: {{target_sdk: 20}}}}}}
"""
DOCUMENT = """\
id: my-{document}
title: 规定
gloss: A rule
number: 一号
issuer: 某部
dated: '2024-01-01'
in_force: '2024-01-01'
status: {status}
profiles: [minors]
duties:
  - {{number: 第一条, gloss: {{zh: 甲, en: A}}}}
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    for number, document, status, more, outcome in (
        ("1", "law", "in_force", "", "fail"),
        ("2", "draft", "draft", "broken: suspect", "manual"),
    ):
        item = tmp_path / f"mine/items/my-{document}/MY-{number}.yaml"
        item.parent.mkdir(parents=True)
        text = ITEM.format(number=number, document=document, more=more, outcome=outcome)
        item.write_text(text, encoding="utf-8")
        place = tmp_path / f"mine/documents/my-{document}.yaml"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(DOCUMENT.format(document=document, status=status), encoding="utf-8")
    return tmp_path / "mine"


def outcomes(appscan: Run, *options: str | Path) -> dict[str, str]:
    done = appscan("scan", QUIET, "--format", "json", "--allow-incomplete", *options)
    assert done.returncode in (0, 1), done.stderr
    (app,) = json.loads(done.stdout)["apps"]
    return {each["item"]: each["outcome"] for each in app["findings"]}


def test_a_profile_chooses_the_duties(appscan: Run, mine: Path) -> None:
    usual = outcomes(appscan, "--checklists", mine)
    assert "MY-1" not in usual
    assert "A191-1-1" in usual
    on_top = outcomes(appscan, "--checklists", mine, "--profile", "minors")
    assert on_top.keys() - usual.keys() >= {"MY-1", "MY-2"}
    assert usual.keys() <= on_top.keys() <= outcomes(appscan, "--checklists", mine, "--profile", "full").keys()


def test_an_item_that_needs_to_be_told_something_says_so(appscan: Run, mine: Path) -> None:
    assert outcomes(appscan, "--checklists", mine, "--profile", "minors")["MY-1"] == "unknown"
    told = ("--checklists", mine, "--profile", "minors", "--attribute")
    assert outcomes(appscan, *told, "serves_minors=yes")["MY-1"] == "fail"
    assert outcomes(appscan, *told, "serves_minors=no")["MY-1"] == "not_applicable"


def test_nothing_is_found_broken_by_a_draft(appscan: Run, mine: Path) -> None:
    found = outcomes(appscan, "--checklists", mine, "--profile", "minors", "--attribute", "serves_minors=yes")
    assert found["MY-2"] == "manual"


def test_the_configuration_may_say_it_for_all_apps_or_for_one(appscan: Run, mine: Path, tmp_path: Path) -> None:
    file = tmp_path / "appscan.toml"
    file.write_text('profile = "minors"\n[attributes]\nserves_minors = true\n', encoding="utf-8")
    assert outcomes(appscan, "--checklists", mine, "--config", file)["MY-1"] == "fail"
    file.write_text(
        'profile = "minors"\n[attributes]\nserves_minors = true\n'
        '[apps."com.example.quiet".attributes]\nserves_minors = false\n',
        encoding="utf-8",
    )
    assert outcomes(appscan, "--checklists", mine, "--config", file)["MY-1"] == "not_applicable"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("profile = 'miitt'", "Invalid enum value 'miitt'"),
        ("[attributes]\nserves_minor = true", "serves_minor"),
        ("profle = 'miit'", "unknown field `profle`"),
        ("profile = ", "not TOML"),
    ],
)
def test_a_fault_in_the_configuration_is_named(appscan: Run, tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "appscan.toml"
    file.write_text(text, encoding="utf-8")
    done = appscan("scan", QUIET, "--config", file)
    assert done.returncode == 2
    assert f"{file}: " in done.stderr
    assert said in done.stderr


@pytest.mark.parametrize("given", ["serves_minors=maybe", "minors=yes", "=yes"])
def test_an_attribute_that_is_none_is_an_error(appscan: Run, given: str) -> None:
    done = appscan("scan", QUIET, "--attribute", given)
    assert done.returncode == 2
    assert f"--attribute {given}" in done.stderr


def test_coverage_counts_what_is_left_to_a_person(appscan: Run, mine: Path) -> None:
    made = json.loads(appscan("checklists", "coverage", "--format", "json", "--checklists", mine).stdout)
    rows = {each["document"]: each for each in made["documents"]}
    assert (rows["my-law"]["duties"], rows["my-law"]["assisted"], rows["my-law"]["app_side_met"]) == (1, 1, 1)
    named = {each["id"]: each for each in made["problems"]}
    assert named["self_start"]["items"]
    assert named["self_start"]["count"] == 233
    assert 0 < made["problems_met"] <= 1


def test_the_profile_of_finance_says_that_the_operator_is_financial(appscan: Run, mine: Path) -> None:
    item = mine / "items" / "my-law" / "MY-1.yaml"
    text = item.read_text(encoding="utf-8")
    item.write_text(text.replace("serves_minors", "finance"), encoding="utf-8")
    document = mine / "documents" / "my-law.yaml"
    document.write_text(document.read_text(encoding="utf-8").replace("[minors]", "[finance]"), encoding="utf-8")
    told = ("--checklists", mine, "--profile", "finance")
    assert outcomes(appscan, *told)["MY-1"] not in ("unknown", "not_applicable")
    assert outcomes(appscan, *told, "--attribute", "finance=no")["MY-1"] == "not_applicable"
