"""Version marks × who owns which class → the version of each SDK, where the marks tell one."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from appscan.facts import App, Evidence, VersionMark
from appscan.knowledge import BadRange, Probe, Sdk

SHAPE = re.compile(r"\d+(?:\.\d+){1,4}[A-Za-z0-9]*(?:[-._+][A-Za-z0-9]+)*")
"""What a version looks like: `9.6.1`, `4.3.0.316`, `1.2-beta3`."""

Match = Callable[[str], tuple[str, str] | None]
"""Dotted name → (SDK id, prefix) of the SDK that owns it."""

TEMPLATE = "1.0"
"""What new modules are given as VERSION_NAME; it says nothing."""

_SDK_FIELD = re.compile(r"(?:[A-Z0-9]+_)*(?:SDK|LIB|LIBRARY)_?VERSION(?:_?(?:NAME|STRING|STR))?")
_PLATFORM_FIELD = re.compile(r"(?:.*_)?(?:MIN|MAX|TARGET|COMPILE|ANDROID)_SDK.*")
_PLAIN_FIELDS = frozenset(("VERSION", "VERSION_NAME", "VERSION_STRING"))
_VERSION_CLASS = re.compile(r"\w*BuildConfig|(?:\w*(?:SDK|Sdk|Lib|Library))?Versions?(?:Info|Kt|Name)?")
_NEUTRAL = frozenset(
    "android api base build common config constant constants core internal lib sdk util utils version".split()
)
"""Packages below an SDK's own that are still the SDK itself, not a part with a version of its own."""


class Version(NamedTuple):
    """The version of an SDK and what tells it."""

    value: str
    evidence: Evidence


class _Claim(NamedTuple):
    """One mark for one SDK; `depth`: how far below the SDK's own package."""

    depth: int
    mark: VersionMark


def versions(marks: Iterable[VersionMark], match: Match, families: Collection[str] = ()) -> dict[str, Version]:
    """SDK id → version. Of several the one nearest to the SDK's own package; none where those do not agree.

    `families`: SDKs that are many libraries under one name: a version of one artifact is not that of all.
    """
    claims: dict[str, list[_Claim]] = defaultdict(list)
    for mark in marks:
        for sdk, depth in _claimed(mark, match):
            if ":" in mark.name and sdk in families:
                continue
            claims[sdk].append(_Claim(depth, mark))
    found = ((sdk, _agreed(group)) for sdk, group in claims.items())
    return {sdk: version for sdk, version in found if version}


def probed(sdks: Iterable[Sdk], marks: Iterable[VersionMark], app: App) -> dict[str, Version]:
    """SDK id → version, as the catalogue's probes tell it; of several probes the first that finds one."""
    by_place: dict[tuple[str, str], VersionMark] = {}
    for mark in marks:
        by_place.setdefault((mark.name, mark.field), mark)
    found: dict[str, Version] = {}
    for sdk in sdks:
        told = (
            version for probe in sdk.probes for place in _places(probe, by_place, app) if (version := _told(*place))
        )
        version = next(told, None)
        if version:
            found[sdk.id] = version
    return found


Place = tuple[Probe, str, str, str]
"""A probe, the text that stands at its place, what the place is called, and where it is."""


def _places(probe: Probe, marks: dict[tuple[str, str], VersionMark], app: App) -> Iterator[Place]:
    member = probe.constant or probe.method
    if member:
        owner, _, name = member.partition("->")
        key = (owner[1:-1].replace("/", "."), f"{name}()" if probe.method else name)
        if mark := marks.get(key):
            yield probe, mark.value, f"{key[0]}.{key[1]}", mark.where
    elif probe.artifact:
        if mark := marks.get((probe.artifact, "")):
            yield probe, mark.value, mark.name, mark.where
    elif probe.meta_data:
        for each in app.meta_data:
            if each.name == probe.meta_data:
                yield probe, each.value, each.name, "AndroidManifest.xml:meta-data"
    else:
        for library in app.native_libraries:
            if glob((probe.library,)).fullmatch(library.name):
                yield probe, library.name, "", library.path


def _told(probe: Probe, text: str, name: str, where: str) -> Version | None:
    """The version in a text: all of it, or the groups of the probe's pattern joined by dots."""
    if probe.pattern:
        match = re.search(probe.pattern, text)
        value = ".".join(filter(None, match.groups())) if match else ""
    else:
        value = text if SHAPE.fullmatch(text) else ""
    return Version(value, Evidence(where=where, quote=f"{name} = {text}" if name else text)) if value else None


@cache
def glob(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Names with `*` (any run) and `#` (a digit) as one pattern."""
    parts = (re.escape(each).replace(r"\*", ".*").replace(r"\#", r"\d") for each in patterns)
    return re.compile("|".join(parts))


def known_bad(sdk: Sdk, version: str) -> Iterator[BadRange]:
    """The ranges of versions known to fail a review that a version lies in."""
    number = _number(version)
    for each in sdk.known_bad:
        if number and _number(each.since) <= number < _number(each.below):
            yield each


def _number(version: str) -> tuple[int, ...]:
    """The leading numbers of a version, without zeros at the end, for comparison: `4.3.0-beta` is (4, 3)."""
    found = re.match(r"\d+(?:\.\d+)*", version)
    numbers = [int(each) for each in found[0].split(".")] if found else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def _agreed(claims: list[_Claim]) -> Version | None:
    nearest = min(claim.depth for claim in claims)
    marks = sorted((claim.mark for claim in claims if claim.depth == nearest), key=lambda mark: (mark.name, mark.where))
    if len({mark.value for mark in marks}) > 1:
        return None
    first = marks[0]
    what = f"{first.name}.{first.field}" if first.field else first.name
    return Version(first.value, Evidence(where=first.where, quote=f"{what} = {first.value}"))


def _claimed(mark: VersionMark, match: Match) -> Iterator[tuple[str, int]]:
    """(SDK id, depth) of the SDK that a mark speaks of."""
    if mark.field:
        owner = match(mark.name)
        depth = _depth(mark.name.rpartition(".")[0], owner[1]) if owner else None
        if owner and depth is not None and _tells(mark, *owner):
            yield owner[0], depth
        return
    group, colon, artifact = mark.name.partition(":")
    if not colon:
        yield mark.name, 0  # the file is called as the SDK is
        return
    found = filter(None, map(match, (f"{group}.{re.sub('[_-]', '.', artifact)}", group)))
    owner = max(found, key=lambda each: len(each[1]), default=None)
    if owner:
        yield owner[0], max(0, group.count(".") - owner[1].count("."))


def _depth(package: str, prefix: str) -> int | None:
    """How many neutral packages lie between a package and an SDK's prefix; None where it is another part's."""
    if not f"{package}.".startswith(f"{prefix}."):
        return 0  # the prefix is the class itself
    below = [each for each in package[len(prefix) :].split(".") if each]
    return len(below) if all(each in _NEUTRAL for each in below) else None


def _tells(mark: VersionMark, sdk: str, prefix: str) -> bool:
    """Whether a constant is the version of the SDK, and not of a protocol or of the platform."""
    if _SDK_FIELD.fullmatch(mark.field):
        return not _PLATFORM_FIELD.fullmatch(mark.field)
    name = mark.name.rpartition(".")[2].partition("$")[0]
    if mark.field not in _PLAIN_FIELDS or (mark.field == "VERSION_NAME" and mark.value == TEMPLATE):
        return False
    own = {_letters(sdk), _letters(prefix.rpartition(".")[2])}
    return bool(_VERSION_CLASS.fullmatch(name)) or _letters(name) in own


def _letters(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalpha())
