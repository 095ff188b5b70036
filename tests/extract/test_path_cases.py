"""Every twin app of `samples/paths` is told apart: when its one reading runs, from which root, past which check."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

from appscan.access import accesses
from appscan.catalogue.model import Catalogue
from appscan.extract.apk import read_apk
from appscan.facts import Code
from appscan.runs import Run, Runs
from tests.conftest import SAMPLES

PATHS = SAMPLES / "paths"


def builder() -> Any:
    """The samples' own reader of sources."""
    spec = importlib.util.spec_from_file_location("paths_build", PATHS / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["paths_build"] = module
    spec.loader.exec_module(module)
    return module


BUILD = builder()
CASES = [BUILD.read_case(path) for group in BUILD.GROUPS for path in sorted((PATHS / group).glob("*.smali"))]


def code_of(apk: Path, catalogue: Catalogue) -> Code:
    code = read_apk(apk, catalogue.knowledge).code
    assert code is not None
    return code


def runs_of(code: Code, catalogue: Catalogue) -> list[Run]:
    """When each reading of the IMEI runs."""
    runs = Runs(code)
    found = [each for each in accesses(code, catalogue.knowledge) if each.data_type == "imei_meid"]
    return [runs.run(each.caller, each.dex, each.offset) for each in found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_twin_is_told_apart(case: Any, catalogue: Catalogue) -> None:
    code = code_of(PATHS / "apks" / f"{case.name}.apk", catalogue)
    expected = case.first("expect")
    runs = runs_of(code, catalogue)
    if expected in ("unreached", "unseen"):
        assert [run.state for run in runs] == ["unreached"]
        assert bool(code.unreached) is (expected == "unreached")
        return
    alive = [run for run in runs if run.state != "unreached"]
    if expected == "none":
        assert alive == []
        return
    (run,) = alive
    assert run.state == expected
    assert run.path is not None
    assert case.first("root") in ("", run.path.hops[-1])
    assert case.first("hop") in ("", *run.path.hops)
    assert case.first("action") in ("", run.path.action)
    assert case.first("key") in ("", run.gate.key if run.gate else None)


@pytest.mark.parametrize("group", BUILD.GROUPS)
def test_each_group_holds_faults_and_clean_twins(group: str) -> None:
    variants = {case.name.rpartition("-")[2] for case in CASES if case.name.startswith(f"{group}-")}
    assert {"bad", "clean"} <= variants


def test_every_built_app_has_its_source() -> None:
    assert {path.stem for path in (PATHS / "apks").glob("*.apk")} == {case.name for case in CASES}
