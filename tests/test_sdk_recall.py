"""SDKs in real apps and in vendors' own libraries, as a person found them: they are found, and little else is."""

import os
from functools import cache
from pathlib import Path

import pytest

from appscan.catalogue.model import Catalogue
from benchmarks.sdks import Sample, Score, by_content, found, labels, of_apk, of_classes, samples, score, total

RECALL, PRECISION = 0.95, 0.98
SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"


@cache
def corpus() -> dict[str, Path]:
    """The labelled APKs that are on this machine, by content."""
    folder = Path(os.environ.get("APPSCAN_CORPUS", SHARED))
    wanted = {each.sha256 for each in labels().apks}
    return {sha256: path for sha256, path in by_content(folder).items() if sha256 in wanted}


def by_names(group: tuple[Sample, ...], catalogue: Catalogue) -> Score:
    facts = [(each, of_classes(each.classes.split(), each.package)) for each in group]
    return total(score(each.sdks, found(one, catalogue.knowledge.sdks)) for each, one in facts)


def held_out() -> tuple[Sample, ...]:
    files = {each.file for each in labels().apks if each.held_out}
    return tuple(each for each in samples().apks if each.name in files)


def test_labelled_sdks_have_entries(catalogue: Catalogue) -> None:
    known = {sdk.id for sdk in catalogue.knowledge.sdks}
    given, named = labels(), samples()
    used = {
        sdk for group in (given.apks, given.builds, named.apks, named.builds) for each in group for sdk in each.sdks
    }
    assert used - known == set()
    assert {sdk for each in given.apks for sdk in each.without_code} - known == set()


def test_a_prefix_that_is_labelled_as_unknown_has_no_entry(catalogue: Catalogue) -> None:
    prefixes = {prefix for sdk in catalogue.knowledge.sdks for prefix in sdk.signatures.classes}
    assert {prefix for each in labels().apks for prefix in each.unknown} & prefixes == set()


def test_class_names_and_labels_agree_on_at_least_45_apks_with_sdks() -> None:
    given = {each.file: each.sdks for each in labels().apks}
    named = {each.name: each.sdks for each in samples().apks}
    assert {name: sdks for name, sdks in named.items() if given[name] != sdks} == {}
    assert sum(bool(sdks) for sdks in named.values()) >= 45
    assert len([each for each in labels().apks if each.held_out]) == 15


def test_sdks_of_real_apps_are_found_by_class_names(catalogue: Catalogue) -> None:
    assert by_names(samples().apks, catalogue).recall >= RECALL
    assert by_names(held_out(), catalogue).recall >= RECALL


def test_little_else_is_found_in_real_apps_by_class_names(catalogue: Catalogue) -> None:
    assert by_names(samples().apks, catalogue).precision >= PRECISION
    assert by_names(held_out(), catalogue).precision >= PRECISION


def test_sdks_of_vendors_libraries_are_found_by_class_names(catalogue: Catalogue) -> None:
    assert by_names(samples().builds, catalogue).recall >= RECALL


def test_little_else_is_found_in_vendors_libraries_by_class_names(catalogue: Catalogue) -> None:
    assert by_names(samples().builds, catalogue).precision >= PRECISION


def test_sdks_of_the_corpus_are_found_and_little_else_is(catalogue: Catalogue) -> None:
    if not corpus():
        pytest.skip("no labelled APK here: set APPSCAN_CORPUS to a folder that holds them")
    knowledge = catalogue.knowledge
    scores = [
        score(each.sdks, found(of_apk(corpus()[each.sha256], knowledge), knowledge.sdks))
        for each in labels().apks
        if each.sha256 in corpus()
    ]
    assert total(scores).recall >= RECALL
    assert total(scores).precision >= PRECISION
