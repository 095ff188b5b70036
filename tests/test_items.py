"""Every item under `checklists/items`: it compiles, and its examples give the outcomes that they name."""

from collections import Counter
from functools import cache
from pathlib import Path

import msgspec
import pytest

from appscan.catalogue.model import Catalogue
from appscan.catalogue.store import build
from appscan.checklist import Item
from appscan.evaluate import evaluate
from appscan.examples import faults
from appscan.extract import policy
from appscan.extract.apk import read_apk
from appscan.findings import Finding
from appscan.sdks import find_sdks

ROOT = Path(__file__).parent.parent / "checklists"
ITEMS = sorted(path.stem for path in (ROOT / "items").rglob("*.yaml"))
CATEGORIES = {"1": 4, "2": 4, "3": 9, "4": 6, "5": 3, "6": 5}
"""191号: how many items each of its six categories has."""


@cache
def catalogue() -> Catalogue:
    return build([ROOT])


def item(name: str) -> Item:
    return next(each for each in catalogue().checklist.items if each.id == name)


def test_all_items_of_the_three_documents_are_there() -> None:
    expected = {f"A191-{group}-{number}" for group, count in CATEGORIES.items() for number in range(1, count + 1)}
    expected |= {f"A164-{number}" for number in range(1, 11)} | {"N14-4", "N14-5"}
    assert expected <= set(ITEMS)


def test_the_39_app_types_are_there_each_with_its_own_names() -> None:
    types = catalogue().checklist.app_types
    assert len({each.clause for each in types}) == len(types) == 39
    assert sum(each.none_needed for each in types) == 13
    names = [
        name
        for each in types
        for name in {name.casefold() for name in (each.id, each.name.zh, each.name.en, *each.aliases)}
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", ITEMS)
def test_examples_hold(name: str) -> None:
    found = catalogue()
    assert faults(item(name), found.checklist, found.knowledge) == []


@pytest.mark.parametrize("name", ITEMS)
def test_an_item_that_decides_shows_both_sides(name: str) -> None:
    each = item(name)
    document = next(known for known in catalogue().checklist.documents if known.id == each.document)
    outcomes = [example.outcome for example in each.examples]
    if each.require is not None and document.status == "draft":
        assert outcomes.count("manual") >= 2  # what a draft asks for is shown both ways, and nothing is broken
    elif each.require is not None:
        assert set(outcomes) & {"fail", "suspect"}
        assert set(outcomes) & {"pass", "manual"}


@pytest.mark.parametrize("name", ITEMS)
def test_quotes_stay_short(name: str) -> None:
    assert len(item(name).quote) <= 20


def test_the_store_items_of_164_are_marked_as_not_verified() -> None:
    for name in ("A164-9", "A164-10"):
        assert (item(name).decision, item(name).verified) == ("manual", False)


def findings(sample: str) -> tuple[Finding, ...]:
    """All findings on a sample app with its policy."""
    folder, found = ROOT.parent / "samples" / sample, catalogue()
    facts = read_apk(folder / f"{sample}.apk", found.knowledge)
    facts = msgspec.structs.replace(facts, policy=policy.load((folder / "policy.html",), found.knowledge))
    facts = msgspec.structs.replace(facts, sdks=find_sdks(facts, found.knowledge.sdks))
    return evaluate(facts, found.checklist, found.knowledge)


def test_an_app_that_does_things_right_raises_no_suspicion() -> None:
    assert [each.item for each in findings("tidy") if each.outcome in ("fail", "suspect", "error")] == []


def test_no_item_says_two_things_of_one_subject() -> None:
    """Two findings with one fingerprint: to accept one would hide the other."""
    again = Counter(each.fingerprint for each in findings("greedy"))
    assert [each for each in findings("greedy") if again[each.fingerprint] > 1] == []
