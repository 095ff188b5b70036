"""A type is guessed only where two kinds of ground agree, is shown with them, and changes no finding."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SAMPLES, Run

GREEDY = SAMPLES / "greedy" / "greedy.apk"
OWN = "com.example.taxi"


@pytest.fixture
def facts(appscan: Run) -> Any:
    return json.loads(appscan("inspect", GREEDY).stdout)


def scanned(appscan: Run, folder: Path, facts: Any, *options: str) -> dict[str, Any]:
    (folder / "facts.json").write_text(json.dumps(facts), encoding="utf-8")
    report = json.loads(appscan("scan", "facts.json", "--format", "json", *options).stdout)
    app: dict[str, Any] = report["apps"][0]
    return app


def named(facts: Any, label: str, package: str = "com.example.greedy", *screens: str) -> Any:
    facts["app"].update(label=label, labels=[label], package=package)
    facts["app"]["components"] += [{"kind": "activity", "name": f"{package}.{each}"} for each in screens]
    return facts


def test_name_and_package_make_a_guess_that_says_why(appscan: Run, tmp_path: Path, facts: Any) -> None:
    guess = scanned(appscan, tmp_path, named(facts, "快快打车", OWN))["app_type_guess"]
    assert guess["id"] == "T02"
    assert guess["grounds"] == ["its name has “打车”", "its package has “taxi”"]


@pytest.mark.parametrize(
    ("label", "package"), [("快快打车", "com.example.kk"), ("快快", OWN), ("快快", "com.example.kk")]
)
def test_one_ground_alone_is_no_guess(appscan: Run, tmp_path: Path, facts: Any, label: str, package: str) -> None:
    assert scanned(appscan, tmp_path, named(facts, label, package))["app_type_guess"] is None


def test_two_types_that_tie_are_no_guess(appscan: Run, tmp_path: Path, facts: Any) -> None:
    tied = named(facts, "打车酒店", "com.example.taxi.hotel")
    assert scanned(appscan, tmp_path, tied)["app_type_guess"] is None


def test_screens_of_the_apps_own_are_a_ground_from_two_on(appscan: Run, tmp_path: Path, facts: Any) -> None:
    one = named(facts, "美宿酒店", "com.example.greedy", "HotelListActivity")
    assert scanned(appscan, tmp_path, one)["app_type_guess"] is None
    two = named(one, "美宿酒店", "com.example.greedy", "HotelOrderActivity")
    assert scanned(appscan, tmp_path, two)["app_type_guess"]["id"] == "T17"


def test_what_the_app_says_of_itself_is_a_ground_but_not_its_name_again(
    appscan: Run, tmp_path: Path, facts: Any
) -> None:
    named(facts, "快快打车")["ui"]["texts"].append({"where": "res/a.xml", "text": "欢迎使用快快打车！"})
    assert scanned(appscan, tmp_path, facts)["app_type_guess"] is None
    facts["ui"]["texts"].append({"where": "res/b.xml", "text": "快快打车为您提供网约车服务"})
    assert scanned(appscan, tmp_path, facts)["app_type_guess"]["id"] == "T02"


def test_an_sdk_of_a_telling_kind_is_a_ground(appscan: Run, tmp_path: Path, facts: Any) -> None:
    guess = scanned(appscan, tmp_path, named(facts, "全景地图"))["app_type_guess"]
    assert (guess["id"], len(guess["grounds"])) == ("T01", 2)


def test_a_guess_changes_no_finding(appscan: Run, tmp_path: Path, facts: Any) -> None:
    def answers(app: dict[str, Any]) -> list[tuple[str, str, str]]:
        return [(row["item"], row["outcome"], row["subject"]) for row in app["findings"]]

    facts["app"]["package"] = OWN
    plain = scanned(appscan, tmp_path, facts)
    guessed = scanned(appscan, tmp_path, named(facts, "快快打车", OWN))
    assert (plain["app_type_guess"], guessed["app_type"]) == (None, "")
    assert guessed["app_type_guess"] is not None
    assert answers(plain) == answers(guessed)


def test_a_given_type_leaves_nothing_to_guess(appscan: Run, tmp_path: Path, facts: Any) -> None:
    assert scanned(appscan, tmp_path, named(facts, "快快打车", OWN), "--app-type", "T38")["app_type_guess"] is None


@pytest.mark.parametrize(
    ("lang", "said"),
    [("zh", "推测为“网络约车类”：名称含“打车”、包名含“taxi”"), ("en", "guess: Ride hailing, because its name has")],
)
def test_the_head_of_the_report_shows_it(appscan: Run, tmp_path: Path, facts: Any, lang: str, said: str) -> None:
    (tmp_path / "facts.json").write_text(json.dumps(named(facts, "快快打车", OWN)), encoding="utf-8")
    assert said in appscan("scan", "facts.json", lang=lang, COLUMNS="160").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("labels: [打车]", "`打车` is a word of T02 as well"),
        ("labels: [甲], packages: [Big]", "not in lower case"),
        ("labels: [甲], packages: [a1]", "no word of letters"),
        ("labels: [甲], sdk_categories: [none]", "Invalid enum value 'none'"),
        ("labels: [甲], colours: [red]", "colours"),
    ],
)
def test_words_that_cannot_tell_are_an_error_with_file_and_line(
    appscan: Run, tmp_path: Path, words: str, said: str
) -> None:
    folder = tmp_path / "mine" / "app-types"
    folder.mkdir(parents=True)
    entry = f"id: T99\nclause: x\nname: {{zh: 甲, en: A}}\nfunction: {{zh: 甲, en: A}}\nwords: {{{words}}}\n"
    (folder / "T99.yaml").write_text(entry, encoding="utf-8")
    done = appscan("scan", GREEDY, "--checklists", "mine")
    assert done.returncode == 2
    assert said in done.stderr
    assert "T99.yaml:5" in done.stderr
