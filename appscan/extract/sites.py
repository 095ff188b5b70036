"""The places in one DEX file that matter: calls, fields, string constants, permission requests, notes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from appscan.dex import mutf8
from appscan.dex.index import Dex, Sites
from appscan.dex.opcodes import STATIC_GET
from appscan.extract.hierarchy import Hierarchy
from appscan.extract.watch import Watch
from appscan.extract.words import NEEDLES, POLICY_URL, clip, relevant
from appscan.facts import Call, FieldRead, MethodNote, PermissionRequest, StringUse, Text, byte_at

EXITS = frozenset(("finish", "finishAffinity", "finishAndRemoveTask", "exit", "killProcess"))
DENIAL_HANDLER = "onRequestPermissionsResult"
RATIONALE = "shouldShowRequestPermissionRationale"
PERMISSION = b"android.permission."
MAX_KEYS = 8
CJK_LEADS = 0xE4, 0xE9
"""First bytes of the common Chinese characters in UTF-8."""

I8 = NDArray[np.int64]


class Group(NamedTuple):
    """The sites of one caller on one target."""

    caller: int
    target: int
    offset: int
    sites: int


def grouped(sites: Sites, chosen: NDArray[np.bool_]) -> Iterator[Group]:
    """The chosen sites by (caller, target), each with its first offset and how many there are."""
    caller, target, offset = sites.caller[chosen], sites.target[chosen], sites.offset[chosen]
    if not len(caller):
        return
    order = np.lexsort((offset, target, caller))
    caller, target, offset = caller[order], target[order], offset[order]
    fresh = np.ones(len(caller), bool)
    fresh[1:] = (caller[1:] != caller[:-1]) | (target[1:] != target[:-1])
    starts = np.flatnonzero(fresh)
    counts = np.diff(np.append(starts, len(caller)))
    columns = (caller[starts], target[starts], offset[starts], counts)
    yield from (Group(*row) for row in zip(*(column.tolist() for column in columns), strict=True))


class DexSites:
    """One DEX file read against a watch list."""

    def __init__(self, dex: Dex, watch: Watch, hierarchy: Hierarchy, derived: dict[str, str]) -> None:
        self.dex = dex
        self.watch = watch
        self._hierarchy = hierarchy
        self._derived = derived
        self.live = self._callers_that_count(hierarchy.duplicates.get(dex.name, set()))

    def _callers_that_count(self, again: set[str]) -> NDArray[np.bool_] | None:
        """Methods by index that a device would run; None where all do (no class is defined twice)."""
        if not again:
            return None
        types = np.array([name not in again for name in self.dex.types], bool)
        live: NDArray[np.bool_] = types[self.dex.tables.methods["owner"]]
        return live

    def _on(self, sites: Sites, wanted: Iterable[int], size: int) -> NDArray[np.bool_]:
        mark = np.zeros(size, bool)
        mark[list(wanted)] = True
        chosen = mark[sites.target] if size else np.zeros(0, bool)
        return chosen if self.live is None else chosen & self.live[sites.caller]

    # -- calls ---------------------------------------------------------------------------------------------------

    @cached_property
    def targets(self) -> dict[int, tuple[str, str]]:
        """Method index → (API, reference as written where it names a subclass of the app's own)."""
        found: dict[int, tuple[str, str]] = {}
        for owner, names in self.watch.methods.items():
            for index in self._methods_of(owner):
                self._add_target(found, index, owner, names, via=False)
        for owner, base in self._derived.items():
            if owner in self.dex.type_index:
                own = self._defined_names(owner, base)
                names = {name: kinds for name, kinds in self.watch.methods[base].items() if name not in own}
                for index in self._methods_of(owner):
                    self._add_target(found, index, base, names, via=True)
        return found

    def _add_target(
        self, found: dict[int, tuple[str, str]], index: int, owner: str, names: dict[str, frozenset[str]], *, via: bool
    ) -> None:
        row = self.dex.tables.methods[index]
        name = self.dex.string(int(row["name"]))
        kinds = names.get(name)
        if kinds is None or ("*" not in kinds and self.dex.prototype(int(row["proto"])) not in kinds):
            return
        found[index] = (f"{owner}->{name}", self.dex.method(index) if via else "")

    def _methods_of(self, owner: str) -> list[int]:
        index = self.dex.type_index.get(owner)
        if index is None:
            return []
        return self._by_owner.get(index, [])

    @cached_property
    def _by_owner(self) -> dict[int, list[int]]:
        """Method indices by owner type, for the owners that are watched."""
        wanted = [self.dex.type_index.get(name, -1) for name in (*self.watch.methods, *self._derived)]
        mark = np.zeros(len(self.dex.types) + 1, bool)
        mark[wanted] = True
        mark[-1] = False
        owners = self.dex.tables.methods["owner"]
        found: dict[int, list[int]] = defaultdict(list)
        for index in np.flatnonzero(mark[owners]).tolist():
            found[int(owners[index])].append(index)
        return found

    def _defined_names(self, owner: str, base: str) -> set[str]:
        """Method names that the app itself defines between a class and the watched class above it."""
        between = {owner, *self._hierarchy.chain(owner)} - {base}
        return {name for each in between for name in self._own_methods.get(each, ())}

    @cached_property
    def _own_methods(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        rows = self.dex.tables.methods[self.dex.methods.method]
        mark = np.zeros(len(self.dex.types), bool)
        mark[[self.dex.type_index[name] for name in self._derived if name in self.dex.type_index]] = True
        rows = rows[mark[rows["owner"]]]
        for owner, name in zip(rows["owner"].tolist(), rows["name"].tolist(), strict=True):
            found[self.dex.types[owner]].add(self.dex.string(name))
        return found

    def calls(self) -> Iterator[Call]:
        """One `Call` for each caller and method reference that is watched."""
        sites = self.dex.calls
        chosen = self._on(sites, self.targets, len(self.dex.tables.methods))
        for group in grouped(sites, chosen):
            api, via = self.targets[group.target]
            yield Call(
                api=api,
                descriptor=self.dex.prototype(int(self.dex.tables.methods[group.target]["proto"])),
                caller=self.dex.method(group.caller),
                dex=self.dex.name,
                offset=group.offset,
                sites=group.sites,
                via=via,
                keys=self.keys.get(group.caller, ()),
                confidence="firm" if via else "certain",
            )

    # -- fields --------------------------------------------------------------------------------------------------

    def fields(self) -> Iterator[FieldRead]:
        """Reads of watched static fields."""
        table = self.dex.tables.fields
        wanted = [
            index
            for owner, names in self.watch.fields.items()
            if owner in self.dex.type_index
            for index in np.flatnonzero(table["owner"] == self.dex.type_index[owner]).tolist()
            if self.dex.string(int(table[index]["name"])) in names
        ]
        sites = self.dex.field_accesses
        chosen = self._on(sites, wanted, len(table)) & STATIC_GET[sites.opcode]
        for group in grouped(sites, chosen):
            owner, name = self.dex.field(group.target)
            yield FieldRead(
                field=f"{owner}->{name}",
                caller=self.dex.method(group.caller),
                dex=self.dex.name,
                offset=group.offset,
                sites=group.sites,
            )

    # -- strings -------------------------------------------------------------------------------------------------

    @cached_property
    def _watched_strings(self) -> dict[int, str]:
        """String index → kind, of the string constants that are watched."""
        table = self.dex.strings
        found = {index: self.watch.exact[raw] for raw, index in table.find(self.watch.exact).items()}
        for head in {prefix[:3] for prefix in self.watch.prefixes}:
            for index in table.starting(head):
                kind = self._prefix_kind(table.raw(index))
                if kind:
                    found[index] = kind
        return found

    def _prefix_kind(self, raw: bytes) -> str:
        return next((kind for prefix, kind in self.watch.prefixes.items() if raw.startswith(prefix)), "")

    @cached_property
    def _string_groups(self) -> list[Group]:
        return list(self.uses({*self._watched_strings, *self._permission_strings}))

    @cached_property
    def _permission_strings(self) -> set[int]:
        return set(self.dex.strings.starting(PERMISSION))

    @cached_property
    def keys(self) -> dict[int, tuple[str, ...]]:
        """Watched string constants by calling method."""
        found: dict[int, list[str]] = defaultdict(list)
        for group in self._string_groups:
            if group.target in self._watched_strings:
                found[group.caller].append(self.dex.string(group.target))
        return {caller: tuple(sorted(set(values)))[:MAX_KEYS] for caller, values in found.items()}

    def strings(self) -> Iterator[StringUse]:
        """Uses of watched string constants."""
        for group in self._string_groups:
            kind = self._watched_strings.get(group.target)
            if kind:
                yield StringUse(
                    kind=kind,
                    value=self.dex.string(group.target),
                    caller=self.dex.method(group.caller),
                    dex=self.dex.name,
                    offset=group.offset,
                )

    def uses(self, wanted: Iterable[int]) -> Iterator[Group]:
        """The places that load some strings, by caller and string."""
        sites = self.dex.string_constants
        return grouped(sites, self._on(sites, wanted, len(self.dex.tables.strings)))

    @cached_property
    def links(self) -> list[int]:
        """Indices of the strings that hold a link."""
        return self.dex.strings.holding(b"://")

    @cached_property
    def chinese(self) -> list[int]:
        """Indices of the strings that hold a Chinese character."""
        return self.dex.strings.with_bytes(*CJK_LEADS)

    def texts(self) -> Iterator[tuple[bool, Text]]:
        """(is it a policy link, the text) of string constants about privacy, each with its first use."""
        wanted = {index: text for index, text in self._candidates() if relevant(text) or POLICY_URL.search(text)}
        seen: set[int] = set()
        for group in self.uses(wanted):
            if group.target in seen:
                continue
            seen.add(group.target)
            text, where, caller = (
                wanted[group.target],
                byte_at(self.dex.name, group.offset),
                self.dex.method(group.caller),
            )
            for link in POLICY_URL.findall(text):
                yield True, Text(where=where, text=clip(link), caller=caller)
            if relevant(text):
                yield False, Text(where=where, text=clip(text), caller=caller)

    def _candidates(self) -> Iterator[tuple[int, str]]:
        """Strings that hold a link, or a Chinese word about privacy."""
        raw = self.dex.strings.raw
        chinese = [index for index in self.chinese if any(map(raw(index).__contains__, NEEDLES))]
        yield from ((index, self.dex.string(index)) for index in sorted({*self.links, *chinese}))

    # -- permission requests and notes ---------------------------------------------------------------------------

    def permission_requests(self) -> Iterator[PermissionRequest]:
        """Methods that ask for permissions, with the permission names that they (or else their class) hold."""
        own: dict[int, set[str]] = defaultdict(set)
        by_class: dict[str, set[str]] = defaultdict(set)
        for group in self._string_groups:
            if group.target in self._permission_strings:
                own[group.caller].add(self.dex.string(group.target))
                by_class[self.dex.method_name(group.caller)[0]].add(self.dex.string(group.target))
        sites = self.dex.calls
        asking = [index for index, (api, _) in self.targets.items() if api in self.watch.permission_requests]
        for group in grouped(sites, self._on(sites, asking, len(self.dex.tables.methods))):
            held = own.get(group.caller) or by_class.get(self.dex.method_name(group.caller)[0], set())
            yield PermissionRequest(
                caller=self.dex.method(group.caller),
                permissions=tuple(sorted(held)),
                dex=self.dex.name,
                offset=group.offset,
            )

    def notes(self) -> Iterator[MethodNote]:
        """Denial handlers that end the app, and methods that look whether to explain a request."""
        sites = self.dex.calls
        handlers = np.zeros(len(self.dex.tables.methods), bool)
        handlers[self._named(frozenset((DENIAL_HANDLER,)))] = True
        size = len(self.dex.tables.methods)
        exits = self._on(sites, self._named(EXITS).tolist(), size)
        for group in grouped(sites, exits & handlers[sites.caller] if size else exits):
            yield self._note("deny-exit", group)
        for group in grouped(sites, self._on(sites, self._named(frozenset((RATIONALE,))).tolist(), size)):
            yield self._note("rationale", group)

    def _named(self, names: frozenset[str]) -> I8:
        """Method indices by bare name."""
        strings = list(self.dex.strings.find([mutf8.encode(name) for name in names]).values())
        return np.flatnonzero(np.isin(self.dex.tables.methods["name"], strings))

    def _note(self, kind: str, group: Group) -> MethodNote:
        return MethodNote(
            kind=kind,
            method=self.dex.method(group.caller),
            detail=self.dex.method(group.target),
            dex=self.dex.name,
            offset=group.offset,
        )
