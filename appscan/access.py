"""Calls, fields and strings × knowledge → which kind of personal information the code reaches, where, how surely."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from appscan.facts import Call, Code, Confidence, StringUse
from appscan.knowledge import Api, Knowledge

SETTINGS_CLASSES = (
    "Landroid/provider/Settings$Secure;",
    "Landroid/provider/Settings$System;",
    "Landroid/provider/Settings$Global;",
)
RESOLVER_CLASSES = (
    "Landroid/content/ContentResolver;",
    "Landroid/content/ContentProviderClient;",
    "Landroid/content/CursorLoader;",
)


class Access(NamedTuple):
    """One caller reaching for one data type (or showing one behaviour) by one API, field or string.

    `weak`: by a way that is common in harmless code, so never a finding on its own.
    """

    data_type: str
    api: str
    caller: str
    dex: str
    offset: int
    confidence: Confidence
    weak: bool


def accesses(code: Code, knowledge: Knowledge) -> tuple[Access, ...]:
    """Every access, sorted and each once. Strings count less than calls: see `_from_strings`."""
    apis: dict[tuple[str, str], list[Api]] = defaultdict(list)
    literals: dict[str, list[Api]] = defaultdict(list)
    for api in knowledge.apis:
        if api.kind in ("api", "field"):
            apis[api.kind, f"{api.target}->{api.member}"].append(api)
        else:
            literals[api.kind].append(api)
    found = {*_from_calls(code, apis), *_from_fields(code, apis), *_from_strings(code, literals)}
    found |= set(_from_reflections(code, apis, literals["reflection"]))
    return tuple(sorted(found))


def _from_calls(code: Code, apis: dict[tuple[str, str], list[Api]]) -> Iterator[Access]:
    for call in code.calls:
        if call.api.partition("->")[0] in SETTINGS_CLASSES:
            continue  # what is read depends on the key: a string constant
        for api in apis.get(("api", call.api), ()):
            for data_type in api.data_types:
                yield Access(data_type, call.api, call.caller, call.dex, call.offset, call.confidence, api.weak)


def _from_fields(code: Code, apis: dict[tuple[str, str], list[Api]]) -> Iterator[Access]:
    """A field that holds a value is certain; one that holds a provider's address counts as a content URI does."""
    resolvers = _callers(code.calls, RESOLVER_CLASSES)
    for read in code.fields:
        address: Confidence = "firm" if read.caller in resolvers else "tentative"
        confidence: Confidence = address if read.field.endswith("_URI") else "certain"
        for api in apis.get(("field", read.field), ()):
            for data_type in api.data_types:
                yield Access(data_type, read.field, read.caller, read.dex, read.offset, confidence, api.weak)


def _from_strings(code: Code, literals: dict[str, list[Api]]) -> Iterator[Access]:
    """A settings key that such a call is seen to get is certain; one, or a content URI, beside a call is firm.

    Any other string is tentative.
    """
    given = {(each.caller, each.dex, each.offset): each.given_to for each in code.sites if each.given_to}
    settings = _callers(code.calls, SETTINGS_CLASSES)
    resolvers = _callers(code.calls, RESOLVER_CLASSES)
    for use in code.strings:
        known = _known(use, literals)
        if known is None:
            continue
        beside = use.caller in (settings if use.kind == "setting" else resolvers if use.kind == "uri" else ())
        confidence: Confidence = "firm" if beside else "tentative"
        if given.get((use.caller, use.dex, use.offset), "").startswith(SETTINGS_CLASSES):
            confidence = "certain"
        for data_type in known.data_types:
            yield Access(data_type, use.value, use.caller, use.dex, use.offset, confidence, known.weak)


def _from_reflections(code: Code, apis: dict[tuple[str, str], list[Api]], named: list[Api]) -> Iterator[Access]:
    """Names in strings beside a look-up: whether the call is made cannot be told."""
    by_target = {api.target: [api] for api in named}
    for each in code.reflections:
        for api in apis.get(("api", each.api), by_target.get(each.api, [])):
            for data_type in api.data_types:
                yield Access(data_type, each.api, each.caller, each.dex, each.offset, "tentative", api.weak)


def _callers(calls: tuple[Call, ...], classes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(call.caller for call in calls if call.api.partition("->")[0] in classes)


def _known(use: StringUse, literals: dict[str, list[Api]]) -> Api | None:
    """The entry that a string constant belongs to: the longest that fits, for URIs and paths."""
    rows = literals.get(use.kind, [])
    if use.kind in ("uri", "path"):
        fitting = [api for api in rows if use.value.startswith(api.target)]
        return max(fitting, key=lambda api: len(api.target), default=None)
    return next((api for api in rows if api.target == use.value), None)
