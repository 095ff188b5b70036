"""DEX entries → `Code`: what is defined, what sensitive APIs are called, by whom, at which byte."""

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import NamedTuple

import msgspec

from appscan.dex.callbacks import Callback
from appscan.dex.errors import DexError
from appscan.dex.index import Dex, read_entry
from appscan.extract.closely import closely
from appscan.extract.hierarchy import Hierarchy
from appscan.extract.network import code_network, merged
from appscan.extract.paths.build import Known, Label, call_paths
from appscan.extract.probes import probed, wanted
from appscan.extract.reflections import reflections
from appscan.extract.sites import DexSites
from appscan.extract.versions import MAX_MARKS, artifacts, constants
from appscan.extract.watch import Watch, prepare
from appscan.extract.words import MAX_TEXTS
from appscan.facts import App, Call, Code, DexFile, Limit, Network, Text
from appscan.knowledge import Knowledge


class CodeResult(NamedTuple):
    """The code's facts, the addresses, texts and policy links in it, and what could not be read."""

    code: Code
    network: Network
    texts: list[Text]
    links: list[Text]
    limits: list[Limit]


def read_code(entries: Sequence[tuple[str, bytes]], knowledge: Knowledge, app: App, label: Label = str) -> CodeResult:
    """Read DEX entries (name, bytes) in the order in which a device loads them. `label`: a resource's text or name."""
    watch = prepare(knowledge)
    limits: list[Limit] = []
    dexes = [dex for name, data in entries for dex in _dexes(name, data, limits)]
    hierarchy = Hierarchy(dexes)
    derived = hierarchy.derived_from(frozenset(watch.methods))
    derived = {name: base for name, base in derived.items() if name not in watch.methods}
    parts = [part for dex in dexes if (part := _part(DexSites(dex, watch, hierarchy, derived), watch, limits))]
    code = _joined([part.code for part in parts])
    names = [app.application, *(component.name for component in app.components)]
    chains = _chains(code, hierarchy, filter(None, names))
    classes, files = hierarchy.packages()
    code = msgspec.structs.replace(code, classes=classes, class_files=files, superclasses=chains)
    code = _with_paths(dexes, code, known_of(knowledge), app, label, limits)
    members = wanted(knowledge.sdks)
    again = hierarchy.duplicates
    told = (each for dex in dexes for each in probed(dex, members, again.get(dex.name, ())))
    common = (each for dex in dexes for each in constants(dex, again.get(dex.name, ())))
    named = (each for dex in dexes for each in artifacts(dex))
    marks = dict.fromkeys(chain(told, named, common))
    code = msgspec.structs.replace(code, versions=tuple(islice(marks, MAX_MARKS)))
    links = list(dict.fromkeys(link for part in parts for link in part.links))
    texts = [text for part in parts for text in part.texts]
    if len(texts) > MAX_TEXTS:
        limits.append(Limit(kind="many_texts", detail=f"code: {len(texts)}, kept {MAX_TEXTS}", affects=("ui",)))
    return CodeResult(code, merged((part.network for part in parts), watch.domains), texts[:MAX_TEXTS], links, limits)


def _dexes(name: str, data: bytes, limits: list[Limit]) -> list[Dex]:
    try:
        found = read_entry(data, name)
        for dex in found:
            _ = dex.types, dex.class_names, dex.methods
    except DexError as error:
        limits.append(Limit(kind="bad_dex", detail=f"{name}: {error}", affects=("code", "ui")))
        return []
    return found


def _part(sites: DexSites, watch: Watch, limits: list[Limit]) -> CodeResult | None:
    dex = sites.dex
    try:
        pairs = list(sites.texts())
        result = CodeResult(
            Code(
                dex=(_dex_file(dex),),
                calls=_merged(sites.calls()),
                fields=tuple(sites.fields()),
                strings=tuple(sites.strings()),
                reflections=tuple(reflections(dex, sites.watch, sites.live)),
                permission_requests=tuple(sites.permission_requests()),
                notes=(*sites.notes(), *closely(dex, sites.live)),
            ),
            code_network(sites, watch.domains),
            [text for is_link, text in pairs if not is_link],
            [text for is_link, text in pairs if is_link],
            [],
        )
    except DexError as error:
        limits.append(Limit(kind="bad_dex", detail=f"{dex.name}: {error}", affects=("code", "ui")))
        return None
    if dex.unreadable:
        detail = f"{dex.name}: {dex.unreadable} methods lie out of bounds"
        limits.append(Limit(kind="bad_code", detail=detail, affects=("code", "ui")))
    return result


def _dex_file(dex: Dex) -> DexFile:
    return DexFile(
        name=dex.name,
        version=dex.tables.version,
        size=dex.tables.size,
        classes=len(dex.class_names),
        methods=len(dex.tables.methods),
        code_methods=dex.code_methods,
        call_sites=len(dex.calls.caller),
    )


def _merged(calls: Iterable[Call]) -> tuple[Call, ...]:
    """One entry for each (caller, API): overloads and references through subclasses are counted together."""
    found: dict[tuple[str, str], Call] = {}
    for call in calls:
        key = (call.caller, call.api)
        first = found.get(key)
        if first is None:
            found[key] = call
            continue
        best = min(first, call, key=lambda each: (each.via != "", each.offset))
        found[key] = msgspec.structs.replace(best, sites=first.sites + call.sites)
    return tuple(sorted(found.values(), key=lambda call: (call.caller, call.api)))


def known_of(knowledge: Knowledge) -> Known:
    """What the search for paths must know."""
    callbacks = tuple(Callback(each.type, each.methods, each.kind) for each in knowledge.callbacks)
    return Known(
        callbacks,
        knowledge.stored_flags,
        knowledge.system_starts,
        knowledge.consent_words,
        knowledge.repeaters,
        _weak(knowledge),
    )


def _weak(knowledge: Knowledge) -> frozenset[str]:
    """APIs and strings that are common in harmless code, in whatever way they are meant."""
    strong: set[str] = set()
    weak: set[str] = set()
    for each in knowledge.apis:
        name = f"{each.target}->{each.member}" if each.kind in ("api", "field") else each.target
        (weak if each.weak or each.kind == "action" else strong).add(name)
    return frozenset(weak - strong)


def _with_paths(dexes: Sequence[Dex], code: Code, known: Known, app: App, label: Label, limits: list[Limit]) -> Code:
    try:
        found = call_paths(dexes, code, known, app, label)
    except DexError as error:
        limits.append(Limit(kind="bad_code", detail=f"call graph: {error}", affects=("code",)))
        return code
    limits += found.limits
    return msgspec.structs.replace(
        code,
        paths=found.paths,
        sites=found.sites,
        repeats=found.repeats,
        receivers=found.receivers,
        links=found.links,
        unreached=found.unreached,
        stubs=found.stubs,
    )


def _joined(parts: Sequence[Code]) -> Code:
    return Code(
        dex=tuple(each for part in parts for each in part.dex),
        calls=tuple(each for part in parts for each in part.calls),
        fields=tuple(each for part in parts for each in part.fields),
        strings=tuple(each for part in parts for each in part.strings),
        reflections=tuple(each for part in parts for each in part.reflections),
        permission_requests=tuple(each for part in parts for each in part.permission_requests),
        notes=tuple(each for part in parts for each in part.notes),
    )


def _chains(code: Code, hierarchy: Hierarchy, components: Iterable[str]) -> dict[str, tuple[str, ...]]:
    callers = (
        each.caller
        for group in (code.calls, code.fields, code.strings, code.reflections, code.permission_requests)
        for each in group
    )
    wanted = {caller.partition("->")[0] for caller in callers}
    wanted |= {f"L{name.replace('.', '/')};" for name in components}
    wanted |= {note.method.partition("->")[0] for note in code.notes}
    return {name: hierarchy.chain(name) for name in sorted(wanted) if name in hierarchy.parents}
