"""Facts × SDK catalogue → which SDKs are in the app, and whom each call belongs to."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from appscan.facts import App, Code, Evidence, Facts, SdkHit
from appscan.knowledge import Sdk

OwnerKind = Literal["app", "sdk", "library"]

SHARED_NAMESPACES = frozenset(
    "com org net cn io de me top com.github io.github com.gitee io.gitee com.example com.cn cn.com com.google".split()
)
"""Package prefixes that many owners share: never enough to call code the app's own."""


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

    def __init__(self, sdks: Sequence[Sdk], app: App | None, code: Code | None) -> None:
        self._matcher = Matcher(sdks)
        self._own = frozenset(_namespaces(app, self._matcher)) if app else frozenset()
        self._kept: dict[str, Owner] = {}
        self._packages = frozenset(code.classes) if code else frozenset()

    def owner(self, name: str) -> Owner:
        """The owner of a class, given as a descriptor, a method or a dotted name."""
        name = dotted(name)
        if name not in self._kept:
            self._kept[name] = self._find(name)
        return self._kept[name]

    def _find(self, name: str) -> Owner:
        own = _longest(name, self._own)
        hit = self._matcher.match(name)
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
    attributor = Attributor(sdks, facts.app, code)
    defined = _defined(code, Matcher(sdks), attributor)
    hits = (_hit(sdk, facts, defined.get(sdk.id, [])) for sdk in sdks)
    return tuple(sorted((hit for hit in hits if hit), key=lambda hit: hit.id))


class Defined(NamedTuple):
    """A prefix with classes under it: how many, one of them, and whether the prefix is strong."""

    prefix: str
    example: str
    classes: int
    strong: bool


def _defined(code: Code, matcher: Matcher, attributor: Attributor) -> dict[str, list[Defined]]:
    """SDK id to what is defined of it. Packages are matched whole; classes only where a prefix names one."""
    exact = matcher.exact_classes()
    tally: dict[tuple[str, str, bool], tuple[str, int]] = {}
    for package, names in code.classes.items():
        singles = [name for name in names if f"{package}.{name}" in exact or _outer(package, name) in exact]
        rest = len(names) - len(singles)
        groups = [(f"{package}.{name}", 1) for name in singles]
        if rest:
            groups.append((f"{package}.{next(n for n in names if n not in set(singles))}", rest))
        for name, count in groups:
            hit = matcher.match(_outer(package, name.rpartition(".")[2]) if name not in exact else name)
            if hit and attributor.owner(name).kind == "sdk":
                example, before = tally.get(hit, (name, 0))
                tally[hit] = (example, before + count)
    result: dict[str, list[Defined]] = defaultdict(list)
    for (sdk, prefix, strong), (example, count) in tally.items():
        result[sdk].append(Defined(prefix, example, count, strong))
    return result


def _outer(package: str, name: str) -> str:
    return f"{package}.{name.partition('$')[0]}"


def _hit(sdk: Sdk, facts: Facts, defined: list[Defined]) -> SdkHit | None:
    strong = [each for each in defined if each.strong]
    components = list(_components(sdk, facts, bool(defined)))
    libraries = list(_libraries(sdk, facts))
    if not strong and not components and not libraries:
        return None
    code = [Evidence(where="classes.dex", quote=_quote(each)) for each in defined]
    return SdkHit(
        id=sdk.id,
        evidence=(*code, *components, *libraries, *_meta_data(sdk, facts)),
        confidence="certain" if strong else "firm",
        classes=sum(each.classes for each in defined),
        prefixes=tuple(sorted(each.prefix for each in defined)),
    )


def _quote(each: Defined) -> str:
    return each.example if each.classes == 1 else f"{each.example} (+{each.classes - 1} under {each.prefix})"


def _components(sdk: Sdk, facts: Facts, defined: bool) -> Iterator[Evidence]:  # noqa: FBT001
    if not sdk.signatures.components or facts.app is None or not (defined or facts.gaps("code")):
        return
    pattern = glob(sdk.signatures.components)
    for component in facts.app.components:
        if pattern.fullmatch(component.name):
            yield Evidence(where=f"AndroidManifest.xml:{component.kind}", quote=component.name)


def _libraries(sdk: Sdk, facts: Facts) -> Iterator[Evidence]:
    if not sdk.signatures.native_libraries or facts.app is None:
        return
    pattern = glob(sdk.signatures.native_libraries)
    for library in facts.app.native_libraries:
        if pattern.fullmatch(library.name):
            yield Evidence(where=library.path, quote=library.name)


def _meta_data(sdk: Sdk, facts: Facts) -> Iterator[Evidence]:
    if not sdk.signatures.meta_data or facts.app is None:
        return
    pattern = glob(sdk.signatures.meta_data)
    for each in facts.app.meta_data:
        if pattern.fullmatch(each.name):
            yield Evidence(where="AndroidManifest.xml:meta-data", quote=each.name)


def glob(patterns: Iterable[str]) -> re.Pattern[str]:
    """Names with `*` (any run) and `#` (a digit) as one pattern."""
    parts = (re.escape(each).replace(r"\*", ".*").replace(r"\#", r"\d") for each in patterns)
    return re.compile("|".join(parts))
