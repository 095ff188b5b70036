"""Formats and files of one run, language, and what a pipeline reads."""

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.conftest import ROOT, SAMPLES, Run

TIDY = SAMPLES / "tidy" / "tidy.apk"
GREEDY = SAMPLES / "greedy" / "greedy.apk"
SCHEMA = json.loads((ROOT / "appscan" / "schema" / "report-1.json").read_text(encoding="utf-8"))


def scanned(appscan: Run, *arguments: str | Path) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(appscan("scan", *arguments, "--format", "json").stdout)
    return report


def test_the_version_is_printed(appscan: Run) -> None:
    done = appscan("--version")
    assert (done.returncode, done.stdout.startswith("appscan ")) == (0, True)


@pytest.mark.parametrize("sample", ["tidy", "greedy", "quiet", "packed"])
def test_the_json_of_every_sample_fits_the_published_schema(appscan: Run, sample: str) -> None:
    jsonschema.validate(scanned(appscan, SAMPLES / sample / f"{sample}.apk"), SCHEMA)


def test_the_same_input_gives_the_same_bytes_timings_aside(appscan: Run) -> None:
    first, second = scanned(appscan, GREEDY), scanned(appscan, GREEDY)
    for report in (first, second):
        report["apps"][0]["timings"] = {}
    assert json.dumps(first) == json.dumps(second)


def test_several_formats_in_one_run(appscan: Run, tmp_path: Path) -> None:
    done = appscan("scan", TIDY, "--output", "a.json", "--output", "b.jsonl", "--format", "json")
    assert done.stdout == ""
    assert (
        json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["apps"][0]["app"]["package"] == "com.example.tidy"
    )
    assert len((tmp_path / "b.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_a_file_alone_leaves_the_text_on_stdout(appscan: Run, tmp_path: Path) -> None:
    done = appscan("scan", TIDY, "--output", "a.json")
    assert "com.example.tidy" in done.stdout
    assert (tmp_path / "a.json").exists()


def test_quiet_prints_nothing(appscan: Run) -> None:
    assert appscan("scan", TIDY, "--quiet").stdout == ""


def test_lines_come_one_an_app_and_a_summary_last(appscan: Run, tmp_path: Path) -> None:
    shutil.copy(TIDY, tmp_path)
    shutil.copy(GREEDY, tmp_path)
    lines = [json.loads(line) for line in appscan("scan", tmp_path, "--format", "jsonl").stdout.splitlines()]
    assert {line["app"]["app"]["package"] for line in lines[:-1]} == {"com.example.tidy", "com.example.greedy"}
    assert lines[-1]["summary"]["scanned"] == 2


def test_the_language_follows_option_and_environment(appscan: Run) -> None:
    assert "整洁记账" in appscan("scan", TIDY, lang="zh").stdout
    assert scanned(appscan, TIDY, "--lang", "zh")["language"] == "zh"
    assert scanned(appscan, TIDY)["language"] == "en"


def test_no_colour_where_there_is_no_terminal(appscan: Run) -> None:
    assert "\x1b" not in appscan("scan", GREEDY).stdout


def test_saved_facts_are_judged_like_the_apk(appscan: Run, tmp_path: Path) -> None:
    assert appscan("inspect", GREEDY, "--output", "facts.json").returncode == 0
    from_apk, from_facts = scanned(appscan, GREEDY), scanned(appscan, tmp_path / "facts.json")
    assert from_apk["apps"][0]["findings"] == from_facts["apps"][0]["findings"]
    assert from_apk["apps"][0]["calls"] == from_facts["apps"][0]["calls"]


def test_one_entry_for_each_pair_of_caller_and_api(appscan: Run) -> None:
    calls = scanned(appscan, GREEDY)["apps"][0]["calls"]
    pairs = [(call["caller"], call["api"]) for call in calls]
    assert len(pairs) == len(set(pairs))
    owners = {call["caller"].split(";")[0]: (call["owner"], call["sdk"]) for call in calls}
    assert owners["Lcom/example/greedy/GreedyApp"] == ("app", None)
    assert owners["Lcn/jpush/android/helper/DeviceReader"] == ("sdk", "jpush")


def test_shell_completion_is_offered(appscan: Run) -> None:
    assert "--install-completion" in appscan("--help").stdout
