"""The labelled policies are labelled in the catalogue's terms, and are read as well as they have been."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from appscan.knowledge import Knowledge
from benchmarks.policies import GOLD, measured
from benchmarks.policy_scores import Scores

LABELS = sorted(GOLD.glob("*.yaml"))


@pytest.fixture(scope="module")
def scores(knowledge: Knowledge) -> Scores:
    return measured(knowledge)


def label(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def test_there_are_thirty_labelled_policies_and_more() -> None:
    assert len(LABELS) >= 30


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_labels_are_ids_of_the_catalogue(path: Path, knowledge: Knowledge) -> None:
    gold = label(path)
    clauses = {each.id for each in knowledge.clauses} | {"*"}
    types = {each.id for each in knowledge.data_types}
    sdks = {each.id for each in knowledge.sdks} | {""}
    assert {each for ids in gold["clauses"].values() for each in ids} <= clauses
    assert {*gold["data_types"], *gold["negated"], *gold.get("tolerated", ())} <= types
    assert {each["sdk"] for each in gold["third_parties"]} <= sdks
    assert {*(gold["wording"] or ())} <= {each.id for each in knowledge.wording}
    assert all((GOLD / name).is_file() for name in gold["files"])


@pytest.mark.parametrize(
    ("what", "precision", "recall"),
    [
        ("clauses present", 0.98, 0.96),
        ("clauses absent", 0.97, 0.87),
        ("data types", 0.96, 0.93),
        ("data types of third parties", 0.97, 0.97),
        ("negations", 0.95, 0.93),
        ("third parties, table", 0.98, 0.98),
        ("third parties, key_value", 0.94, 0.94),
        ("third parties, prose", 0.94, 0.94),
        ("high-severity wording", 0.92, 0.92),
    ],
)
def test_reading_has_not_become_worse(scores: Scores, what: str, precision: float, recall: float) -> None:
    found = scores.rates(what)
    assert found[0] >= precision, f"precision {found[0]:.3f}"
    assert found[1] >= recall, f"recall {found[1]:.3f}"


def test_values_are_read_exactly(scores: Scores) -> None:
    assert scores.share("values") >= 0.97
