"""What the big stores refuse apps for, as a profile of its own."""

import json

from appscan.catalogue.model import Catalogue
from appscan.checklist import selected
from tests.conftest import SAMPLES, Run


def test_every_point_that_stores_refuse_for_is_asked_by_the_profile(catalogue: Catalogue) -> None:
    asked = {each.id for each in selected(catalogue.checklist, "store").items}
    (summary,) = (each for each in catalogue.checklist.documents if each.id == "store-review")
    assert [duty.number for duty in summary.duties if not asked & set(duty.items)] == []


def test_the_store_profile_asks_what_stores_refuse_for(appscan: Run) -> None:
    tidy = SAMPLES / "tidy"
    done = appscan(
        "scan", tidy / "tidy.apk", "--policy", tidy / "policy.html", "--profile", "store", "--format", "json"
    )
    made = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    asked = {each["id"] for each in made["knowledge"]["items"]}
    assert {"A191-3-1", "A191-2-1", "A191-6-1", "A164-6"} <= asked
    assert not any(each.startswith(("JR92", "AUDG")) for each in asked)
    assert not [each for each in made["apps"][0]["findings"] if each["outcome"] in ("fail", "suspect")]
    cited = {row["document"]: row for row in made["knowledge"]["coverage"]}
    assert cited["store-review"]["manual"] == 0


def test_an_app_that_stores_refuse_fails_it(appscan: Run) -> None:
    greedy = SAMPLES / "greedy"
    done = appscan(
        "scan", greedy / "greedy.apk", "--policy", greedy / "policy.html", "--profile", "store", "--format", "json"
    )
    assert done.returncode == 1
    failed = {each["item"] for each in json.loads(done.stdout)["apps"][0]["findings"] if each["outcome"] == "fail"}
    assert {"A191-3-1", "A191-2-1", "A191-3-4"} <= failed
