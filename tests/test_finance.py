"""The finance pack: what it finds in the sample that breaks it, and what it never says."""

import msgspec

from appscan.catalogue.model import Catalogue
from appscan.checklist import selected
from appscan.evaluate import evaluate
from appscan.extract.apk import read_apk
from appscan.findings import Finding
from appscan.sdks import find_sdks
from tests.conftest import SAMPLES

FINANCE = ("jrt-0092-2019", "nfra-99-2024", "pboc-237-2019", "nifa-filing", "jrt-0171-2020")
SEEN_IN_CARELESS = {
    "JR92-5.2.1-C": {"fixed-key:app", "fixed-seed:app"},
    "JR92-5.2.5": {"logs-secret:app"},
    "JR92-5.3.2-B": {"open-page:app"},
    "JR92-5.4.1": {"cipher:app"},
    "JR92-5.4.2-B": {"plain-random:app"},
    "JR92-5.5.2": {"allow_backup", "open-file:app"},
    "JR92-5.5.3.1-A": {"domains", "tls:app"},
    "JR92-5.5.4.1": {"stores-secret:app"},
    "JR92-5.5.3.1-B": {"any-host:app", "trusts-all:app"},
}
NOT_SEEN_IN_CARELESS = {"JR92-5.3.3-B", "JR92-5.3.3-C", "JR92-5.3.4", "JR92-5.5.3.3-B"}


def findings(sample: str, catalogue: Catalogue, *, finance: bool = True) -> list[Finding]:
    """What the finance documents' items find in a sample without a policy."""
    facts = read_apk(SAMPLES / sample / f"{sample}.apk", catalogue.knowledge)
    facts = msgspec.structs.replace(
        facts, sdks=find_sdks(facts, catalogue.knowledge.sdks), attributes={"finance": finance}
    )
    checklist = selected(catalogue.checklist, "finance")
    own = {each.id for each in checklist.items if each.document in FINANCE}
    return [each for each in evaluate(facts, checklist, catalogue.knowledge) if each.item in own]


def test_each_fault_of_the_careless_sample_is_found_and_nothing_else(catalogue: Catalogue) -> None:
    broken: dict[str, set[str]] = {}
    for each in findings("careless", catalogue):
        if each.outcome in ("fail", "suspect"):
            broken.setdefault(each.item, set()).add(each.subject)
    assert {name: broken[name] for name in SEEN_IN_CARELESS} == SEEN_IN_CARELESS
    assert broken.keys() - SEEN_IN_CARELESS.keys() == NOT_SEEN_IN_CARELESS


def test_every_suspicion_of_the_pack_shows_evidence_of_the_app(catalogue: Catalogue) -> None:
    found = [each for name in ("careless", "greedy") for each in findings(name, catalogue)]
    assert [each.item for each in found if each.outcome in ("fail", "suspect") and not each.evidence] == []


def test_an_app_that_does_things_right_fails_nothing(catalogue: Catalogue) -> None:
    assert [each.item for each in findings("tidy", catalogue) if each.outcome in ("fail", "error")] == []


def test_a_debuggable_app_fails(catalogue: Catalogue) -> None:
    failed = {each.item for each in findings("greedy", catalogue) if each.outcome == "fail"}
    assert failed == {"JR92-5.3.3-A"}


def test_nothing_of_the_pack_applies_to_an_operator_that_is_not_financial(catalogue: Catalogue) -> None:
    assert {each.outcome for each in findings("careless", catalogue, finance=False)} == {"not_applicable"}


def test_the_default_profile_leaves_the_pack_out(catalogue: Catalogue) -> None:
    usual, own = (selected(catalogue.checklist, name) for name in ("miit", "finance"))
    assert not {each.document for each in usual.items} & set(FINANCE)
    assert not {each.document for item in usual.items for each in item.basis} & set(FINANCE)
    assert not {each.id for each in usual.documents} & set(FINANCE)
    cited = {item.id for item in own.items for each in item.basis if each.document == "jrt-0092-2019"}
    assert "A191-4-1" in cited


def test_the_standard_is_there_with_all_its_requirements(catalogue: Catalogue) -> None:
    (standard,) = [each for each in catalogue.checklist.documents if each.id == "jrt-0092-2019"]
    assert len(standard.duties) == 103
    assert sum("增强要求" in each.number for each in standard.duties) == 13


def test_what_nobody_could_check_is_marked_and_never_fails(catalogue: Catalogue) -> None:
    (guide,) = [each for each in catalogue.checklist.documents if each.id == "jrt-0171-2020"]
    assert not any(each.verified for each in guide.duties)
    own = [each for each in catalogue.checklist.items if each.document == "jrt-0171-2020"]
    assert own
    assert not any(each.verified or (each.require and each.broken == "fail") for each in own)
