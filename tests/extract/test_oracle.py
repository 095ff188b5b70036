"""Calls of sensitive APIs: the pairs of (caller, API) are exactly those that androguard's own analysis finds."""

import zipfile
from pathlib import Path

import pytest

from appscan.catalogue.model import Catalogue
from appscan.extract.apk import read_apk
from benchmarks.oracle import androguards
from tests.conftest import APKS


@pytest.mark.parametrize("path", APKS, ids=lambda path: path.stem)
def test_pairs_of_caller_and_api_equal_androguards(catalogue: Catalogue, path: Path) -> None:
    watched = {f"{api.target}->{api.member}" for api in catalogue.knowledge.apis if api.kind == "api"}
    expected = set()
    with zipfile.ZipFile(path) as archive:
        for name in filter(lambda name: name.endswith(".dex"), archive.namelist()):
            for caller, callee in androguards(archive.read(name)):
                api = callee.partition("(")[0]
                if api in watched:
                    expected.add((caller, api))
    code = read_apk(path, catalogue.knowledge).code
    assert code is not None
    assert {(call.caller, call.api) for call in code.calls if not call.via} == expected
