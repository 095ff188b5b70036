"""The README says what is true: its output is real, its options and exit codes exist."""

import re
from pathlib import Path

import pytest

from appscan.report import gate
from tests.conftest import ROOT, SAMPLES, Run

COUNTS = re.compile(r"Gate failed|门禁未通过|\d+ (?:failed|passed|not applicable)|不符合 \d|exit code|退出码")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "lang"), [("README.md", "en"), ("README.zh-CN.md", "zh")])
def test_the_output_shown_is_what_a_scan_prints(appscan: Run, name: str, lang: str, tmp_path: Path) -> None:
    (tmp_path / "samples").symlink_to(SAMPLES)
    policy = "samples/greedy/policy.html"
    printed = appscan("scan", "samples/greedy/greedy.apk", "--policy", policy, lang=lang).stdout
    lines = {line.rstrip() for line in printed.splitlines()}
    block = re.search(r"```text\n(.*?)```", text(name), re.DOTALL)
    assert block
    # Counts are left out: a new item may change them.
    shown = [line for line in block[1].splitlines() if line != "…" and not COUNTS.search(line)]
    assert len(shown) > 20
    assert [line for line in shown if line.rstrip() not in lines] == []


def test_every_option_that_the_readme_names_exists(appscan: Run) -> None:
    known = "".join(appscan(*name, "--help", COLUMNS="200").stdout for name in (["scan"], ["trace"], []))
    named = set(re.findall(r"--[a-z][a-z-]+", text("README.md"))) - {"--fail-on"}
    assert {option for option in named if option not in known} == set()


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_every_exit_code_is_published(name: str) -> None:
    codes = {gate.OK, gate.GATED, gate.USAGE, gate.UNREADABLE, gate.INCOMPLETE, gate.DEFECT}
    assert codes == {int(code) for code in re.findall(r"^\| (\d+) \|", text(name), re.MULTILINE)}
