"""One app, the whole flow on one screen: read, find SDKs, evaluate, report."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec

from appscan.catalogue.model import Catalogue
from appscan.evaluate import evaluate
from appscan.extract.apk import read_apk
from appscan.extract.archive import Bounds, identify
from appscan.extract.saved import is_saved, read_saved
from appscan.facts import Facts, Policy
from appscan.report.build import app_report
from appscan.report.model import AppReport, Language
from appscan.sdks import find_sdks


class Options(NamedTuple):
    """How to scan: the policy as read, the app type's id, bounds on archives, the report's language."""

    policy: Policy | None = None
    app_type: str = ""
    bounds: Bounds = Bounds()
    lang: Language = "en"


def scan(path: Path, catalogue: Catalogue, options: Options) -> AppReport:
    """Scan one APK, or judge saved facts again. Raises `InputError` where it cannot be read."""
    timings: dict[str, float] = {}
    with _timed(timings, "read"):
        facts = read_facts(path, catalogue, options)
    with _timed(timings, "sdks"):
        facts = msgspec.structs.replace(facts, sdks=find_sdks(facts, catalogue.knowledge.sdks))
    with _timed(timings, "evaluate"):
        findings = evaluate(facts, catalogue.checklist, catalogue.knowledge)
    return app_report(facts, findings, catalogue.knowledge, catalogue.checklist, options.lang, timings)


def read_facts(path: Path, catalogue: Catalogue, options: Options) -> Facts:
    """The facts of an APK or of a saved file, with the app type and the policy that were given, or the one inside."""
    identify(path)
    if is_saved(path):
        facts = read_saved(path)
    else:
        facts = read_apk(path, catalogue.knowledge, options.bounds, find_policy=options.policy is None)
    if options.policy is not None:
        facts = msgspec.structs.replace(facts, policy=options.policy)
    if options.app_type:
        facts = msgspec.structs.replace(facts, app_type=options.app_type)
    return facts


@contextmanager
def _timed(timings: dict[str, float], name: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    timings[name] = round(time.perf_counter() - start, 4)
