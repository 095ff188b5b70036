"""One app, the whole flow on one screen: read, find SDKs, evaluate, report."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
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


class Told(NamedTuple):
    """What the operator says of an app: its type's id, attributes, ICP filing number."""

    app_type: str = ""
    attributes: Mapping[str, bool] = MappingProxyType({})
    filing_number: str = ""


class Options(NamedTuple):
    """How to scan: the policy as read, what is told of every app and of single ones, bounds, the report's language."""

    policy: Policy | None = None
    told: Told = Told()
    apps: Mapping[str, Told] = MappingProxyType({})
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
    return _with(facts, options)


def _with(facts: Facts, options: Options) -> Facts:
    """The facts with what is told of the app: what is said of it alone goes before what is said of all."""
    own = options.apps.get(facts.app.package, Told()) if facts.app else Told()
    return msgspec.structs.replace(
        facts,
        app_type=own.app_type or options.told.app_type or facts.app_type,
        attributes={**facts.attributes, **options.told.attributes, **own.attributes},
        filing_number=own.filing_number or options.told.filing_number or facts.filing_number,
    )


@contextmanager
def _timed(timings: dict[str, float], name: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    timings[name] = round(time.perf_counter() - start, 4)
