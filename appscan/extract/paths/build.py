"""Sensitive callers × call graph → the paths by which they run, and what those that no path leads to are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from appscan.dex import mutf8
from appscan.dex.callbacks import Callback
from appscan.dex.callgraph import CallGraph, Component
from appscan.dex.edges import I8
from appscan.dex.index import Dex
from appscan.dex.program import Program
from appscan.dex.reach import Reach
from appscan.extract.paths.alive import Alive
from appscan.extract.paths.contexts import context_roots
from appscan.extract.paths.links import links
from appscan.extract.paths.notes import site_notes
from appscan.extract.paths.reflected import reflected
from appscan.extract.paths.repeats import receivers, repeats
from appscan.extract.paths.roots import Lookup, RootMethod, by_hand, components, starts
from appscan.extract.paths.search import SHUT, Search, judged
from appscan.extract.paths.stubs import stubs
from appscan.extract.paths.told import Told
from appscan.extract.paths.words import Consent
from appscan.extract.paths.world import World
from appscan.facts import App, CallPath, Code, ComponentLink, DynamicReceiver, Limit, PathContext, Repeat, SiteNote
from appscan.knowledge import ConsentWords, Repeater, StoredFlag, SystemStart
from appscan.lifecycle import descriptor, split
from appscan.sdks import dotted

Label = Callable[[int], str]
"""The text (or the name) of a resource by its number; empty where there is none."""


class Known(NamedTuple):
    """What the search must know of the platform and of words."""

    callbacks: tuple[Callback, ...]
    flags: tuple[StoredFlag, ...]
    system: tuple[SystemStart, ...]
    words: tuple[ConsentWords, ...]
    repeaters: tuple[Repeater, ...] = ()
    weak: frozenset[str] = frozenset()


class PathFacts(NamedTuple):
    """The paths, notes on sensitive places, callers that nothing reaches, and bounds that were hit."""

    paths: tuple[CallPath, ...] = ()
    sites: tuple[SiteNote, ...] = ()
    unreached: tuple[str, ...] = ()
    stubs: tuple[str, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    receivers: tuple[DynamicReceiver, ...] = ()
    links: tuple[ComponentLink, ...] = ()
    limits: tuple[Limit, ...] = ()


def call_paths(dexes: Sequence[Dex], code: Code, known: Known, app: App, label: Label) -> PathFacts:
    """How every method in `code` that calls, reads or asks can come to run. Raises `DexError`.

    A method that only does what is common in harmless code (`known.weak`) is left out.
    """
    names = {each.caller for each in code.calls if each.api not in known.weak}
    names |= {each.caller for each in code.fields if each.field not in known.weak}
    names |= {each.caller for each in code.strings if each.value not in known.weak}
    names |= {each.caller for each in code.reflections if each.api not in known.weak}
    names |= {each.caller for each in code.permission_requests}
    if not names or not dexes:
        return PathFacts()
    program = Program(dexes)
    found = _Finder(program, known, app, label).find(code, names)
    return found._replace(stubs=stubs(program, {each.api for each in code.calls}))


class _Finder:
    def __init__(self, program: Program, known: Known, app: App, label: Label) -> None:
        self.program = program
        self.lookup = Lookup(program)
        self.roots: list[RootMethod] = starts(program, self.lookup, app, known.system)
        self.components: list[Component] = components(program, self.lookup, app)
        first = {int(program.owner[each.method]) for each in self.roots}
        first |= {program.types[name] for each in _root_classes(app) if (name := descriptor(each)) in program.types}
        self.first = np.array(sorted(first), np.int64)
        self.starts: I8 = np.array([each.method for each in self.roots], np.int64)
        self.kinds = {each.method: each.kind for each in self.roots}
        mentions = _mentions(program, {each.type for each in self.components})
        looked_up = reflected(program, self.lookup)
        self.graph = CallGraph(program, known.callbacks, self.components, self.first, mentions, looked_up)
        self.world = World(program, self.graph, known.flags, Consent.of(known.words))
        self.told = Told(self.world, label)
        self.repeats = repeats(self.world, known.repeaters)

    def find(self, code: Code, names: set[str]) -> PathFacts:
        """All that can be said of some callers."""
        targets = _numbers(self.program, names)
        reach = Reach(self.graph)
        reach.add(self.starts, self.first)
        start = Search(self.world, reach.counting(acting=False), self.starts)
        judged(start, self.world, [each for each in targets if reach.seen[each]])
        paths = [self.told.path(start, each, "start", self.kinds) for each in targets]
        later = [each for each in targets if start.level_of[each] >= SHUT]
        paths += self._later(reach, start, later)
        paths += self._contexts(reach, start, targets)
        found = [each for each in paths if each is not None]
        reached = {each.caller for each in found}
        rest = [each for each in later if not reach.seen[each] and targets[each] not in reached]
        unreached = [targets[each] for each in self._dead(reach, rest)]
        notes = site_notes(self.world, start, code, {name: number for number, name in targets.items()})
        return PathFacts(
            _sorted(found),
            notes,
            tuple(sorted(unreached)),
            repeats=self.repeats,
            receivers=receivers(self.world),
            links=links(self.graph, self.components),
            limits=tuple(self._limits(start, reach)),
        )

    def _later(self, reach: Reach, start: Search, later: Mapping[int, str] | list[int]) -> list[CallPath | None]:
        """Paths that begin with a user's action, then those that begin with a component that nothing seen starts."""
        found: list[CallPath | None] = []
        hands = self._let_users_act(reach)
        open_ = reach.counting()
        open_[start.shut_rows()] = False
        kinds = self.kinds | dict.fromkeys(hands.tolist(), "user")
        search = Search(self.world, open_, np.concatenate((self.starts, hands)))
        search.once(list(later))
        found += [self.told.path(search, each, "user", kinds) for each in later]
        rest = [each for each in later if search.level_of[each] >= SHUT]
        kinds = {method: each.kind for each in self.components for method in each.methods}
        reach.add(np.array(list(kinds), np.int64), np.array([each.type for each in self.components], np.int64))
        self._let_users_act(reach)
        open_ = reach.counting()
        search = Search(self.world, open_, np.array(list(kinds), np.int64))
        search.once(rest)
        return found + [self.told.path(search, each, "component", kinds) for each in rest]

    def _let_users_act(self, reach: Reach) -> I8:
        """Follow what users can do on the screens there are, until nothing new is reached; the screens' methods."""
        while True:
            before = int(reach.seen.sum())
            reach.act()
            made = np.flatnonzero(reach.made[: len(self.program.types)])
            hands: I8 = np.array(by_hand(self.program, self.lookup, made), np.int64)
            reach.add(hands)
            if int(reach.seen.sum()) == before:
                return hands

    def _contexts(self, reach: Reach, start: Search, targets: Mapping[int, str]) -> list[CallPath | None]:
        """Paths from places where code runs again and again, or without a screen."""
        found: list[CallPath | None] = []
        away = np.zeros(len(self.graph.kinds), bool)
        away[self._elsewhere()] = True
        open_ = reach.counting() & ~away[self.graph.edges.rows.kind]
        open_[start.shut_rows()] = False
        search: Search | None = None
        for context, roots in self._context_roots(reach).items():
            search, like = Search(self.world, open_, np.array(sorted(roots), np.int64)), search
            search.once(list(targets), like)
            found += [self.told.path(search, each, context, roots) for each in targets]
        return found

    def _context_roots(self, reach: Reach) -> dict[PathContext, dict[int, str]]:
        found = context_roots(self.world, self.lookup, self.components, reach.seen)
        timed = _numbers(self.program, {each.run for each in self.repeats if each.run})
        found.setdefault("timer", {}).update(dict.fromkeys((each for each in timed if reach.seen[each]), "timer"))
        return found

    def _elsewhere(self) -> list[int]:
        """Kinds of edges that lead out of a context: to another component, or by a user's action."""
        kinds = {each.kind for each in self.components} | {"user"}
        return [self.graph.kinds.index(each) for each in kinds]

    def _dead(self, reach: Reach, rest: list[int]) -> list[int]:
        """Those of the rest that nothing could call, however generously one looks.

        What leads to them is followed back, from methods to whatever makes objects of their class; it must not meet
        a method that was reached, a class of which an object exists, or one that a string names.
        """
        if not rest:
            return []
        alive = Alive(self.graph, reach).among(rest)
        return [each for each, lives in zip(rest, alive, strict=True) if not lives]

    def _limits(self, start: Search, reach: Reach) -> Iterable[Limit]:
        if self.world.exhausted or not start.complete:
            yield Limit(kind="paths", detail="not every call path could be read closely")
        graph = self.graph
        wide = graph.wide[reach.seen[graph.wide]].tolist()
        if wide:
            shown = ", ".join(sorted(self.program.method(graph.method_of(each)) for each in wide)[:3])
            yield Limit(kind="wide_calls", detail=f"{len(wide)}: {shown}{', …' if len(wide) > 3 else ''}")


def _sorted(found: list[CallPath]) -> tuple[CallPath, ...]:
    return tuple(sorted(found, key=lambda each: (each.caller, each.context)))


def _root_classes(app: App) -> Iterable[str]:
    yield from (app.application, app.component_factory)
    yield from (each.name for each in app.components if each.kind == "provider" and each.enabled)
    yield from (data.name for each in app.components for data in each.meta_data)


def _numbers(program: Program, names: set[str]) -> dict[int, str]:
    """Method numbers of methods by name."""
    places = [split(each) for each in names]
    owners = sorted({program.types[owner] for owner, _ in places if owner in program.types})
    named = sorted({program.name_number(mutf8.encode(name)) for _, name in places})
    candidates = np.flatnonzero(program.defined & np.isin(program.owner, owners) & np.isin(program.name, named))
    pairs = ((method, program.method(method)) for method in candidates.tolist())
    return {method: name for method, name in pairs if name in names}


def _mentions(program: Program, types: set[int]) -> tuple[I8, I8]:
    """(method, type) where a method holds the dotted name of a component's class as a string."""
    names = {mutf8.encode(dotted(program.type_names[each])): each for each in types}
    methods: list[I8] = [np.empty(0, np.int64)]
    kinds: list[I8] = [np.empty(0, np.int64)]
    for local in program.locals:
        found = {index: names[raw] for raw, index in local.dex.strings.find(names).items()}
        if not found:
            continue
        sites = local.dex.string_constants
        chosen = np.isin(sites.target, list(found)) & local.counting[sites.caller]
        methods.append(local.methods[sites.caller[chosen]])
        kinds.append(np.array([found[each] for each in sites.target[chosen].tolist()], np.int64))
    return np.concatenate(methods), np.concatenate(kinds)
