"""Facts × SDK catalogue → which SDKs are in the app, and whom each call belongs to."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import msgspec

from appscan.facts import App, Code, Evidence, Facts, SdkHit
from appscan.knowledge import Sdk
from appscan.sdk_versions import SHAPE, Version, glob, probed, versions

OwnerKind = Literal["app", "sdk", "library"]

SHARED_NAMESPACES = frozenset(
    "com org net cn io de me top com.github io.github com.gitee io.gitee com.example com.cn cn.com com.google".split()
)
"""Package prefixes that many owners share: never enough to call code the app's own."""

FAMILY = 12
"""Packages from which on one entry of the catalogue stands for many libraries, each with a version of its own."""


class Owner(NamedTuple):
    """Whose code a class is: the app's own, one SDK's (`sdk` is its id), or an unnamed library's."""

    kind: OwnerKind
    sdk: str = ""


APP = Owner("app")
LIBRARY = Owner("library")


def dotted(descriptor: str) -> str:
    """`Lcom/x/Y;->m()V` or `Lcom/x/Y;` as `com.x.Y`."""
    return descriptor.partition("->")[0].removeprefix("L").removesuffix(";").replace("/", ".")


class Matcher:
    """Finds the owner of a class by the longest prefix on segment boundaries; a handful of set look-ups a name."""

    def __init__(self, sdks: Iterable[Sdk]) -> None:
        self._strong: dict[str, str] = {}
        self._weak: dict[str, str] = {}
        for sdk in sdks:
            self._strong.update(dict.fromkeys(sdk.signatures.classes, sdk.id))
            self._weak.update(dict.fromkeys(sdk.signatures.weak_classes, sdk.id))

    def match(self, name: str) -> tuple[str, str, bool] | None:
        """(SDK id, prefix, is it strong) of a dotted class or package name; None where no prefix fits."""
        end = len(name)
        while end > 0:
            prefix = name[:end]
            if prefix in self._strong:
                return self._strong[prefix], prefix, True
            if prefix in self._weak:
                return self._weak[prefix], prefix, False
            end = name.rfind(".", 0, end)
        return None

    def exact_classes(self) -> frozenset[str]:
        """Every prefix: a class of exactly that name matches too."""
        return frozenset(self._strong) | frozenset(self._weak)


class Attributor:
    """Says whose code a class is. The app's own namespaces compete with SDK prefixes: the longest wins."""

    def __init__(self, sdks: Sequence[Sdk], app: App | None) -> None:
        self.matcher = Matcher(sdks)
        self._own = frozenset(_namespaces(app, self.matcher)) if app else frozenset()
        self._kept: dict[str, Owner] = {}

    def owner(self, name: str) -> Owner:
        """The owner of a class, given as a descriptor, a method or a dotted name."""
        name = dotted(name)
        if name not in self._kept:
            self._kept[name] = self._find(name)
        return self._kept[name]

    def sdk(self, name: str) -> tuple[str, str] | None:
        """(SDK id, prefix) of a dotted name that an SDK owns; None where it is the app's own or nobody's."""
        hit = self.matcher.match(name)
        return hit[:2] if hit and self.owner(name).kind == "sdk" else None

    def _find(self, name: str) -> Owner:
        own = _longest(name, self._own)
        hit = self.matcher.match(name)
        if hit and len(hit[1]) > len(own):
            return Owner("sdk", hit[0])
        return APP if own else LIBRARY


def _longest(name: str, prefixes: frozenset[str]) -> str:
    end = len(name)
    while end > 0:
        if name[:end] in prefixes:
            return name[:end]
        end = name.rfind(".", 0, end)
    return ""


def _namespaces(app: App, matcher: Matcher) -> Iterator[str]:
    """The app's own package prefixes: its id, and where its components live when no SDK owns that place."""
    if app.package:
        yield app.package
    base = ".".join(app.package.split(".")[:2])
    for name in (app.application, *(component.name for component in app.components)):
        package = name.rpartition(".")[0]
        if not package or package in SHARED_NAMESPACES or matcher.match(name):
            continue
        related = package.startswith(f"{base}.") and base not in SHARED_NAMESPACES
        yield base if related else package


def find_sdks(facts: Facts, sdks: Sequence[Sdk]) -> tuple[SdkHit, ...] | None:
    """The SDKs in the app, by id; None where there is neither a manifest nor code to look at.

    Proof is a class *defined* in the app's bytecode, or a native library. A manifest component counts where its
    class is defined, or where the code could not all be seen. Meta-data only adds to other evidence.
    """
    if facts.app is None and facts.code is None:
        return None
    code = facts.code or Code()
    attributor = Attributor(sdks, facts.app)
    defined = _defined(code, attributor)
    named = _named(facts, sdks) if facts.app else {}
    hidden = bool(facts.gaps("code"))
    by_id = {sdk.id: sdk for sdk in sdks}
    found = (
        _hit(each, defined.get(each, []), named.get(each, Named()), code, hidden=hidden) for each in {*defined, *named}
    )
    hits = [_emptied(hit, by_id[hit.id], code, hidden=hidden or bool(named.get(hit.id))) for hit in found if hit]
    told = _versions(facts, sdks, attributor)
    return tuple(sorted((_versioned(hit, told.get(hit.id)) for hit in hits), key=lambda hit: hit.id))


def _versions(facts: Facts, sdks: Sequence[Sdk], attributor: Attributor) -> dict[str, Version]:
    """SDK id → version: by the catalogue's probes, else by what is commonly named so."""
    app, code = facts.app or App(package=""), facts.code or Code()
    marks = (*code.versions, *app.versions)
    families = frozenset(sdk.id for sdk in sdks if len(sdk.signatures.classes) >= FAMILY)
    common = versions((each for each in marks if SHAPE.fullmatch(each.value)), attributor.sdk, families)
    return common | probed(sdks, marks, app)


def _emptied(hit: SdkHit, sdk: Sdk, code: Code, *, hidden: bool) -> SdkHit:
    """The hit, marked as a no-op variant where none of the classes that do the work is defined.

    `hidden`: those may be there under other names, as code is packed or the manifest names parts of it.
    """
    if not sdk.signatures.core or hidden or any(_holds(code, each) for each in sdk.signatures.core):
        return hit
    return msgspec.structs.replace(hit, stub=True)


def _holds(code: Code, prefix: str) -> bool:
    """Whether a class of this name, or one below this package, is defined."""
    package, _, name = prefix.rpartition(".")
    inside = f"{prefix}."
    return name in code.classes.get(package, ()) or any(f"{each}.".startswith(inside) for each in code.classes)


def _versioned(hit: SdkHit, version: Version | None) -> SdkHit:
    """The hit with its version, and what tells it behind the other evidence."""
    if version is None:
        return hit
    return msgspec.structs.replace(hit, version=version.value, evidence=(*hit.evidence, version.evidence))


class Defined(NamedTuple):
    """A prefix with classes under it: how many, one of them with its DEX file, and whether the prefix is strong."""

    prefix: str
    example: str
    file: str
    classes: int
    strong: bool


class Named(NamedTuple):
    """What else names an SDK: manifest components, native libraries, meta-data."""

    components: tuple[Evidence, ...] = ()
    libraries: tuple[Evidence, ...] = ()
    meta_data: tuple[Evidence, ...] = ()


def _defined(code: Code, attributor: Attributor) -> dict[str, list[Defined]]:
    """SDK id to what is defined of it. Packages are matched whole; single classes only where a prefix names one."""
    matcher = attributor.matcher
    exact = matcher.exact_classes()
    tally: dict[tuple[str, str, bool], tuple[str, int]] = {}
    for package, names in code.classes.items():
        singles = [name for name in names if f"{package}.{name.partition('$')[0]}" in exact]
        rest = [name for name in names if name not in set(singles)] if singles else names
        for name, count in (*((single, 1) for single in singles), *((each, len(rest)) for each in rest[:1])):
            full = f"{package}.{name}"
            hit = matcher.match(f"{package}.{name.partition('$')[0]}")
            if hit and attributor.owner(full).kind != "app":
                example, before = tally.get(hit, (full, 0))
                tally[hit] = (example, before + count)
    result: dict[str, list[Defined]] = defaultdict(list)
    for (sdk, prefix, strong), (example, count) in tally.items():
        result[sdk].append(Defined(prefix, example, _file(code, example), count, strong))
    return result


def _file(code: Code, name: str) -> str:
    """The DEX file that defines a class (dotted); "DEX" where the facts, given rather than read, do not say which."""
    package, _, simple = name.rpartition(".")
    names, files = code.classes[package], code.class_files.get(package, ())
    if len(files) == len(names):
        return files[names.index(simple)]
    return files[0] if len(files) == 1 else "DEX"


def _hit(sdk: str, defined: list[Defined], named: Named, code: Code, *, hidden: bool) -> SdkHit | None:
    strong = any(each.strong for each in defined)
    # A component that is declared and nowhere defined is a leftover; shrinkers keep the names of those that are.
    here = tuple(each for each in named.components if hidden or _holds(code, each.quote))
    components = named.components if defined else here
    if not strong and not components and not named.libraries:
        return None
    classes = (Evidence(where=each.file, quote=_quote(each)) for each in defined)
    return SdkHit(
        id=sdk,
        evidence=(*classes, *components, *named.libraries, *named.meta_data),
        confidence="certain" if strong else "firm",
        classes=sum(each.classes for each in defined),
        prefixes=tuple(sorted(each.prefix for each in defined)),
    )


def _quote(each: Defined) -> str:
    return each.example if each.classes == 1 else f"{each.example} (+{each.classes - 1} under {each.prefix})"


class Names:
    """Names with wildcards and the SDKs that they give away, so that one look-up serves all SDKs."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._exact: dict[str, list[str]] = defaultdict(list)
        self._globs: list[tuple[str, str, str]] = []
        for pattern, sdk in pairs:
            head = re.split(r"[*#]", pattern, maxsplit=1)[0]
            if head == pattern:
                self._exact[pattern].append(sdk)
            else:
                self._globs.append((head, pattern, sdk))

    def owners(self, name: str) -> Iterator[str]:
        """The ids of the SDKs that a name gives away."""
        yield from self._exact.get(name, ())
        for head, pattern, sdk in self._globs:
            if name.startswith(head) and glob((pattern,)).fullmatch(name):
                yield sdk


def _named(facts: Facts, sdks: Sequence[Sdk]) -> dict[str, Named]:
    app = facts.app or App(package="")
    components = Names((name, sdk.id) for sdk in sdks for name in sdk.signatures.components)
    libraries = Names((name, sdk.id) for sdk in sdks for name in sdk.signatures.native_libraries)
    keys = Names((name, sdk.id) for sdk in sdks for name in sdk.signatures.meta_data)
    found: dict[str, tuple[list[Evidence], list[Evidence], list[Evidence]]] = defaultdict(lambda: ([], [], []))
    for component in app.components:
        for sdk in components.owners(component.name):
            where = f"AndroidManifest.xml:{component.kind}"
            found[sdk][0].append(Evidence(where=where, quote=component.name))
    for library in app.native_libraries:
        for sdk in libraries.owners(library.name):
            found[sdk][1].append(Evidence(where=library.path, quote=library.name))
    for each in app.meta_data:
        for sdk in keys.owners(each.name):
            found[sdk][2].append(Evidence(where="AndroidManifest.xml:meta-data", quote=each.name))
    return {sdk: Named(*map(tuple, lists)) for sdk, lists in found.items()}
