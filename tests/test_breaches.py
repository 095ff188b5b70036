"""Each breach under `samples/breaches` breaks exactly its items, and the sample that it was made from breaks none."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from appscan.catalogue.model import Catalogue
from appscan.checklist import selected
from appscan.extract.policy import load
from appscan.scan import Options, scan
from tests.conftest import SAMPLES

TIDY, BREACHES = SAMPLES / "tidy", SAMPLES / "breaches"
CASES: list[dict[str, Any]] = yaml.safe_load((BREACHES / "cases.yaml").read_text(encoding="utf-8"))["cases"]
OURS = ("cac-191-2019", "miit-164-2020")


def found(apk: Path, policy: Path | None, catalogue: Catalogue) -> list[str]:
    """The items that a scan by the default profile finds broken, or suspects to be."""
    read = None if policy is None else load([policy], catalogue.knowledge)
    chosen = msgspec.structs.replace(catalogue, checklist=selected(catalogue.checklist, "miit"))
    report = scan(apk, chosen, Options(read))
    return sorted({each.item for each in report.findings if each.outcome in ("fail", "suspect")})


def own(name: str, kind: str) -> Path:
    """The file of a case, or tidy's own where the case does not change it."""
    path = BREACHES / f"{name}.{kind}"
    return path if path.is_file() else TIDY / ("tidy.apk" if kind == "apk" else "policy.html")


def test_the_sample_that_they_are_made_from_breaks_nothing(catalogue: Catalogue) -> None:
    assert found(TIDY / "tidy.apk", TIDY / "policy.html", catalogue) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_breach_breaks_exactly_its_items(case: dict[str, Any], catalogue: Catalogue) -> None:
    policy = None if case.get("no_policy") else own(case["name"], "html")
    assert found(own(case["name"], "apk"), policy, catalogue) == sorted(case["items"])


@cache
def covered() -> frozenset[str]:
    return frozenset(item for case in CASES for item in case["items"])


def test_every_item_of_the_two_notices_that_a_scan_decides_or_assists_has_a_breach(catalogue: Catalogue) -> None:
    wanted = {each.id for each in catalogue.checklist.items if each.document in OURS and each.decision != "manual"}
    assert wanted - covered() == set()
