"""Checks of the SDK entries against each other: owners of prefixes, names, switches, probes, sources."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from appscan.catalogue.compile import Fault, Source, Tables
from appscan.knowledge import Probe, Sdk
from appscan.sdk_versions import glob, known_bad
from appscan.sdks import Matcher

METHOD = re.compile(r"L[^;.\s]+;->[\w$<>]+")
VERSION = re.compile(r"\d+(?:\.\d+)*")
PLACES = ("constant", "method", "artifact", "meta_data", "library")

Entries = list[tuple[Sdk, Source]]


def sdk_faults(tables: Tables) -> Iterator[Fault]:
    """Every fault of the SDK entries: where it stands, and what is wrong."""
    entries: Entries = list(tables["sdks"].values())
    matcher = Matcher(sdk for sdk, _ in entries)
    references = set(tables["sources"])
    permissions = set(tables["permissions"])
    kinds = {*tables["data-types"], *tables["behaviours"]}
    yield from _prefixes(entries)
    yield from _overlaps(entries, matcher)
    yield from _names(entries)
    for sdk, source in entries:
        yield from _known(source, sdk, set(tables["sdks"]), permissions, references)
        yield from _examples(source, sdk, matcher)
        yield from _switches(source, sdk, matcher, kinds)
        for index, probe in enumerate(sdk.probes):
            yield from _probe(source, index, probe, sdk, matcher)
        for index, bad in enumerate(sdk.known_bad):
            if bad.since and not any(known_bad(sdk, bad.since)):
                yield source, (f"known_bad[{index}]",), f"nothing lies from `{bad.since}` to below `{bad.below}`"
            for version in filter(None, (bad.since, bad.below)):
                if not VERSION.fullmatch(version):
                    yield source, (f"known_bad[{index}]",), f"`{version}` is no version such as `4.3.0`"


def _prefixes(entries: Entries) -> Iterator[Fault]:
    """A prefix or a native library belongs to one SDK; a prefix inside another's is declared with `inside`."""
    owners: dict[str, str] = {}
    for sdk, source in entries:
        marks = sdk.signatures
        for name in (*marks.classes, *marks.weak_classes, *marks.native_libraries):
            owner = owners.setdefault(name, sdk.id)
            if owner != sdk.id:
                yield source, ("signatures",), f"`{name}` belongs to `{owner}` already"


def _overlaps(entries: Entries, matcher: Matcher) -> Iterator[Fault]:
    """A prefix inside another SDK's is declared by one of the two: then the longest prefix decides."""
    found: dict[tuple[str, str], Source] = {}
    for sdk, source in entries:
        for name in (*sdk.signatures.classes, *sdk.signatures.weak_classes):
            found |= {(sdk.id, hit[0]): source for hit in _wider(name, matcher) if hit[0] != sdk.id}
    told: dict[tuple[str, str], Source] = {}
    for sdk, source in entries:
        told |= {(sdk.id, each): source for each in sdk.signatures.inside}
        told |= {(each, sdk.id): source for each in sdk.signatures.around}
    for inner, outer in sorted(found.keys() - told.keys()):
        message = (
            f"a prefix of `{inner}` lies inside one of `{outer}`: say so with `inside` or `around`, or take it out"
        )
        yield found[inner, outer], ("signatures",), message
    for inner, outer in sorted(told.keys() - found.keys()):
        yield told[inner, outer], ("signatures",), f"no prefix of `{inner}` lies inside one of `{outer}`"


def _wider(name: str, matcher: Matcher) -> Iterator[tuple[str, str, bool]]:
    while "." in name:
        name = name.rpartition(".")[0]
        hit = matcher.match(name)
        if hit is None:
            return
        yield hit
        name = hit[1]


def name_key(name: str) -> str:
    """A name as two of them are held to be the same: no blanks, no case."""
    return "".join(name.split()).casefold()


def _names(entries: Entries) -> Iterator[Fault]:
    """A name is one SDK's, or one of those that bear it marks it as shared."""
    bearers: dict[str, list[tuple[Sdk, Source]]] = defaultdict(list)
    shared = {name_key(name) for sdk, _ in entries for name in sdk.shared_names}
    for sdk, source in entries:
        own = {name_key(name): name for name in (sdk.name.zh, sdk.name.en, *sdk.policy_names, *sdk.shared_names)}
        for name in own:
            bearers[name].append((sdk, source))
        doubled = {name_key(name) for name in sdk.policy_names} & {name_key(name) for name in sdk.shared_names}
        for name in sorted(doubled):
            yield source, ("policy_names",), f"`{own[name]}` stands in `shared_names` too"
    for name, found in bearers.items():
        (sdk, source), *others = reversed(found)
        if others and name not in shared:
            ids = ", ".join(other.id for other, _ in others)
            yield source, ("policy_names",), f"`{name}` names {ids} as well: mark it in `shared_names`"
        if not others and name in shared:
            yield source, ("shared_names",), f"`{name}` is this SDK's alone: it belongs to `policy_names`"


def _known(source: Source, sdk: Sdk, sdks: set[str], permissions: set[str], references: set[str]) -> Iterator[Fault]:
    checks: tuple[tuple[str, tuple[str, ...], set[str], str, Callable[[str], str]], ...] = (
        ("part_of", sdk.part_of, sdks - {sdk.id}, "SDK", str),
        ("replaces", sdk.replaces, sdks - {sdk.id}, "SDK", str),
        ("permissions", sdk.permissions, permissions, "permission", str),
        ("sources", sdk.sources, references, "source", _code),
        ("data_types_source", sdk.data_types_source, references, "source", _code),
        ("switches", tuple(each.source for each in sdk.switches if each.source), references, "source", _code),
        ("probes", tuple(each.source for each in sdk.probes if each.source), references, "source", _code),
        ("known_bad", tuple(each.source for each in sdk.known_bad), references, "source", _code),
    )
    for key, values, known, what, code in checks:
        for value in values:
            if code(value) not in known:
                yield source, (key,), f"no {what} is called `{code(value)}`"
    if sdk.data_types and not sdk.data_types_source and "data_types" not in sdk.unchecked:
        yield (
            source,
            ("data_types",),
            "has no `data_types_source`, and is not marked in `unchecked`",
        )


def _code(value: str) -> str:
    return value.partition(":")[0]


def is_example(sdk: Sdk, name: str, matcher: Matcher) -> bool:
    """Whether a name gives the SDK away: by its class prefixes, or else by component or library names."""
    marks = sdk.signatures
    if marks.classes or marks.weak_classes:
        hit = matcher.match(name)
        return hit is not None and hit[0] == sdk.id
    patterns = (*marks.components, *marks.native_libraries)
    return bool(patterns) and bool(glob(patterns).fullmatch(name))


def _examples(source: Source, sdk: Sdk, matcher: Matcher) -> Iterator[Fault]:
    for name in sdk.examples.match:
        if not is_example(sdk, name, matcher):
            yield source, ("examples", "match"), f"`{name}` is not taken for this SDK"
    for name in sdk.examples.no_match:
        if is_example(sdk, name, matcher):
            yield source, ("examples", "no_match"), f"`{name}` is taken for this SDK"
    if not (sdk.examples.match and sdk.examples.no_match):
        yield source, ("examples",), "needs a name that matches and a near miss"


def _switches(source: Source, sdk: Sdk, matcher: Matcher, kinds: set[str]) -> Iterator[Fault]:
    for index, switch in enumerate(sdk.switches):
        keys = (f"switches[{index}]",)
        if bool(switch.method) == bool(switch.meta_data):
            yield source, keys, "needs a `method` or a `meta_data` key, and not both"
        if switch.method and not METHOD.fullmatch(switch.method):
            yield source, keys, f"`{switch.method}` is no method such as `Lcom/x/Y;->init`"
        elif switch.method:
            yield from _owned(source, keys, switch.method, sdk, matcher)
        for each in switch.data_types:
            if each not in kinds:
                yield source, keys, f"no data type or behaviour is called `{each}`"


def _owned(source: Source, keys: tuple[str, ...], member: str, sdk: Sdk, matcher: Matcher) -> Iterator[Fault]:
    """The class of a member is the SDK's own, or of one that brings it along."""
    name = member.partition(";")[0][1:].replace("/", ".")
    owner = matcher.match(name)
    if owner is None or owner[0] not in {sdk.id, *sdk.part_of}:
        yield source, keys, f"`{name}` belongs to `{owner[0] if owner else 'no SDK'}`, not to this one"


def _probe(source: Source, index: int, probe: Probe, sdk: Sdk, matcher: Matcher) -> Iterator[Fault]:
    keys = (f"probes[{index}]",)
    given = [each for each in PLACES if getattr(probe, each)]
    if len(given) != 1:
        yield source, keys, f"needs exactly one of {', '.join(PLACES)}"
    for name in (probe.constant, probe.method):
        if name and not METHOD.fullmatch(name):
            yield source, keys, f"`{name}` is no member such as `Lcom/x/Y;->VERSION`"
        elif name:
            yield from _owned(source, keys, name, sdk, matcher)
    if probe.artifact.count(":") > 1:
        yield source, keys, f"`{probe.artifact}` is no artifact such as `com.x:y`"
    try:
        groups = re.compile(probe.pattern).groups
    except re.error as error:
        yield source, keys, f"`{probe.pattern}` is no regular expression: {error}"
        return
    if probe.pattern and not groups:
        yield source, keys, "the pattern has no group that holds the version"
    if probe.library and not probe.pattern:
        yield source, keys, "the name of a library needs a `pattern`"
