"""`scan --previous` says what is new, repeated, changed, resolved, or merely out of sight."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.conftest import ROOT, SAMPLES, Run

GREEDY = SAMPLES / "greedy" / "greedy.apk"
POLICY = SAMPLES / "greedy" / "policy.html"
BREACH = ("fail", "suspect")


@pytest.fixture
def facts(appscan: Run) -> Any:
    return json.loads(appscan("inspect", GREEDY, "--policy", POLICY).stdout)


@pytest.fixture
def old(appscan: Run, tmp_path: Path) -> Path:
    appscan("scan", GREEDY, "--policy", POLICY, "--output", "old.json", "--quiet")
    return tmp_path / "old.json"


def again(appscan: Run, folder: Path, facts: Any, old: Path) -> dict[str, Any]:
    """The report of changed facts, compared with that of the sample."""
    (folder / "now.json").write_text(json.dumps(facts), encoding="utf-8")
    done = appscan("scan", "now.json", "--previous", old, "--format", "json")
    report: dict[str, Any] = json.loads(done.stdout)
    app: dict[str, Any] = report["apps"][0]
    return app


def test_the_same_app_repeats_every_finding_and_nothing_is_gone(
    appscan: Run, tmp_path: Path, facts: Any, old: Path
) -> None:
    app = again(appscan, tmp_path, facts, old)
    assert {row["since"] for row in app["findings"]} == {"repeat"}
    assert app["previous"]["gone"] == []
    assert app["previous"]["same_checklists"] is True


def test_what_is_mended_is_resolved(appscan: Run, tmp_path: Path, facts: Any, old: Path) -> None:
    facts["ui"]["ticked"] = []
    app = again(appscan, tmp_path, facts, old)
    gone = {(row["item"], row["outcome"], row["state"]) for row in app["previous"]["gone"]}
    assert gone == {("A191-3-4", "fail", "resolved")}


def test_another_answer_to_an_item_is_a_change_and_says_what_it_was(
    appscan: Run, tmp_path: Path, facts: Any, old: Path
) -> None:
    report = json.loads(old.read_text(encoding="utf-8"))
    passed = next(row for row in report["apps"][0]["findings"] if row["outcome"] == "pass")
    passed["outcome"] = "unknown"
    old.write_text(json.dumps(report), encoding="utf-8")
    app = again(appscan, tmp_path, facts, old)
    (now,) = [row for row in app["findings"] if row["item"] == passed["item"]]
    assert (now["since"], now["before"]) == ("changed", "unknown")


def test_what_cannot_be_seen_now_is_not_called_resolved(appscan: Run, tmp_path: Path, facts: Any, old: Path) -> None:
    facts["code"] = None
    facts["limits"].append({"kind": "packed", "detail": "libjiagu.so", "affects": ["code"]})
    states = {row["state"] for row in again(appscan, tmp_path, facts, old)["previous"]["gone"]}
    assert states == {"not_seen"}


def test_a_breach_that_was_not_there_is_new(appscan: Run, tmp_path: Path, facts: Any, old: Path) -> None:
    report = json.loads(old.read_text(encoding="utf-8"))
    rows = report["apps"][0]["findings"]
    taken = next(row["fingerprint"] for row in rows if row["outcome"] == "fail")
    report["apps"][0]["findings"] = [row for row in rows if row["fingerprint"] != taken]
    old.write_text(json.dumps(report), encoding="utf-8")
    app = again(appscan, tmp_path, facts, old)
    assert [row["fingerprint"] for row in app["findings"] if row["since"] == "new"] == [taken]


def test_a_compared_report_fits_the_published_schema(appscan: Run, tmp_path: Path, old: Path) -> None:
    appscan("scan", GREEDY, "--previous", old, "--output", "new.json", "--quiet")
    schema = json.loads((ROOT / "appscan" / "schema" / "report-1.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads((tmp_path / "new.json").read_text(encoding="utf-8")), schema)


@pytest.mark.parametrize(
    ("lang", "tag", "line"),
    [("zh", "再次出现", "与上一版本 1.0.7 (7) 相比："), ("en", "repeat", "Compared with 1.0.7 (7):")],
)
def test_the_text_says_it_on_each_finding_and_in_a_line(
    appscan: Run, old: Path, lang: str, tag: str, line: str
) -> None:
    printed = appscan("scan", GREEDY, "--policy", POLICY, "--previous", old, lang=lang).stdout
    assert line in printed
    assert f"- {tag}  " in printed


def test_of_several_apps_only_those_in_the_earlier_report_are_compared(appscan: Run, old: Path) -> None:
    lines = appscan("scan", GREEDY, SAMPLES / "tidy" / "tidy.apk", "--previous", old, "--format", "jsonl").stdout
    apps = [each["app"] for each in map(json.loads, lines.splitlines()) if "app" in each]
    compared = {each["app"]["package"]: each["previous"] is not None for each in apps}
    assert compared == {"com.example.greedy": True, "com.example.tidy": False}


def test_without_a_previous_report_nothing_is_said_of_one(appscan: Run) -> None:
    report = json.loads(appscan("scan", GREEDY, "--format", "json").stdout)
    assert report["apps"][0]["previous"] is None
    assert {row["since"] for row in report["apps"][0]["findings"]} == {""}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "not a JSON report"),
        (b'{"schema_version": "1.0"}', "not a JSON report"),
        (b"\xff\xfe", "not a JSON report"),
        (b"[" * 100_000, "not a JSON report"),
        (
            b'{"schema_version": "9.0", "tool": {"version": "9"}, "knowledge": {"sha256": ""}, "apps": []}',
            "version 9.0",
        ),
        (
            b'{"schema_version": "1.0", "tool": {"version": "1"}, "knowledge": {"sha256": ""}, "apps": []}',
            "no report of com.example.greedy",
        ),
        (None, "cannot be read"),
    ],
)
def test_a_bad_previous_file_is_the_users_mistake_in_one_sentence(
    appscan: Run, tmp_path: Path, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / "old.json").write_bytes(content)
    done = appscan("scan", GREEDY, "--previous", "old.json")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert said in done.stderr


def test_the_previous_report_is_not_overwritten(appscan: Run, old: Path) -> None:
    done = appscan("scan", GREEDY, "--previous", old, "--output", old)
    assert done.returncode == 2
    assert json.loads(old.read_text(encoding="utf-8"))["apps"]
