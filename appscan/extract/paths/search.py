"""Shortest paths from the start to sensitive code, checks of consent considered.

The search begins with every edge open, reads closely the edges on the paths it finds, shuts or guards them by what it
saw, and searches again, until every edge of every path has been read. A path without a check is preferred to one with
a check that may be consent, that one to a path with a check of consent; then calls to callbacks, then short to long.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from appscan.dex.callgraph import CALL, INIT
from appscan.dex.edges import I8, NONE, Mask, Rows, spread
from appscan.extract.paths.flags import Writer
from appscan.extract.paths.hops import Hop, Hops
from appscan.extract.paths.values import MAYBE, SURE, Passed
from appscan.extract.paths.world import World

MAX_ROUNDS = 60
"""Searches for one set of targets; edges that were not read by then make the path undecided."""

MAX_JUDGEMENTS = 5
SHUT = SURE + 1


class Step(NamedTuple):
    """A node on a path and the row of the edge that leads to it (-1: a root)."""

    node: int
    row: int


class Search:
    """Paths among the edges that count, from some roots to targets."""

    def __init__(self, world: World, counting: Mask, roots: I8) -> None:
        """`counting`: which edges of the graph count; `roots`: nodes to begin at, preferred ones first."""
        graph = world.graph
        self._world = world
        self._hops = Hops(world)
        self._roots = roots
        self.rows = graph.edges.rows
        self._counting = np.flatnonzero(counting)
        self._picked: I8 = np.empty(0, np.int64)
        """The edges that can be on a path to a target, by source."""
        self._targets: dict[int, None] = {}
        self.read: dict[int, Hop] = {}
        """What reading an edge showed, by its row."""
        self.level = np.zeros(len(self.rows.source), np.uint8)
        hard = np.array([each in (CALL, INIT) for each in graph.kinds])
        self._hard: Mask = hard[self.rows.kind]
        self._before: I8 = np.full(graph.size, NONE, np.int64)
        self.level_of = np.full(graph.size, SHUT, np.uint8)
        """By node: what a path to it must pass: nothing, something that may be consent, or consent."""
        self.complete = True
        """False where a bound was hit: then some edges on paths were not read."""
        self.void: set[str] = set()
        self.weak: set[str] = set()

    def run(self, targets: Iterable[int] = ()) -> None:
        """Search until every edge on a path to the targets, these and earlier ones, was read."""
        fresh_targets = [each for each in targets if each not in self._targets]
        if fresh_targets:
            self._targets.update(dict.fromkeys(fresh_targets))
            self._narrow()
        for _ in range(MAX_ROUNDS):
            self._walk()
            fresh = {row for each in self._targets for _, row in self.path(each) if row != NONE} - self.read.keys()
            if not fresh:
                return
            for row in fresh:
                self._read(row)
        self.complete = False

    def once(self, targets: list[int], like: "Search | None" = None) -> None:
        """Search without reading edges closely. `like`: a search of the same edges for the same targets."""
        self._targets.update(dict.fromkeys(targets))
        if like is not None:
            self._picked = like._picked  # noqa: SLF001 - another one of these
        elif targets:
            self._narrow()
        if targets:
            self._walk()

    def shut_rows(self) -> list[int]:
        """The edges that reading showed to be none."""
        return [row for row, hop in self.read.items() if not hop.real]

    def _narrow(self) -> None:
        """Keep the edges that can be on a path to a target."""
        rows = self.rows
        seen = backward(rows, self._counting, np.array(list(self._targets), np.int64), self._world.graph.size)
        self._picked = self._counting[seen[rows.target[self._counting]]]

    def path(self, node: int) -> list[Step]:
        """The steps from a root to a node; empty where it was not reached."""
        if self.level_of[node] >= SHUT:
            return []
        found = []
        while node != NONE:
            row = int(self._before[node])
            found.append(Step(node, row))
            node = int(self.rows.source[row]) if row != NONE else NONE
        return found[::-1]

    def rank(self, passed: Passed | None) -> int:
        """How much a check counts for, given what is known of who sets it."""
        if passed is None or passed.setter in self.void:
            return 0
        if passed.sure >= SURE and passed.setter not in self.weak:
            return SURE
        return MAYBE

    def counted(self, passed: Passed | None) -> Passed | None:
        """A check, as sure as its setters allow; None where it counts for nothing."""
        rank = self.rank(passed)
        if passed is None or rank == 0:
            return None
        return passed if rank == SURE else passed._replace(sure=MAYBE)

    def rejudge(self) -> None:
        """Bring the levels of all edges up to date with what is known of setters."""
        for row, hop in self.read.items():
            self.level[row] = self.rank(hop.passed) if hop.real else SHUT

    def _read(self, row: int) -> None:
        rows = self.rows
        kind = self._world.graph.kinds[int(rows.kind[row])]
        hop = self._hops.read(int(rows.source[row]), int(rows.target[row]), kind)
        self.read[row] = hop
        self.level[row] = self.rank(hop.passed) if hop.real else SHUT

    def _walk(self) -> None:
        """Every node's best path, by level, then soft edges, then length."""
        self._before[:] = NONE
        self.level_of[:] = SHUT
        self.level_of[self._roots] = 0
        everywhere = self._roots
        levels, sure = self.level[self._picked], self._hard[self._picked]
        for level in range(SHUT):
            open_ = levels <= level
            hard = csr_of(self.rows, self._picked[open_ & sure])
            soft = csr_of(self.rows, self._picked[open_ & ~sure])
            frontier = everywhere
            while len(frontier):
                layers = [frontier]
                while len(layers[-1]):
                    layers.append(self._advance(hard, layers[-1], level))
                frontier = self._advance(soft, np.concatenate(layers), level)
            everywhere = np.flatnonzero(self.level_of < SHUT)

    def _advance(self, edges: "Part", nodes: I8, level: int) -> I8:
        rows = edges.rows[edges.out_of(nodes)]
        target = self.rows.target[rows]
        fresh = self.level_of[target] >= SHUT
        target, rows = target[fresh], rows[fresh]
        target, first = np.unique(target, return_index=True)
        self._before[target] = rows[first]
        self.level_of[target] = level
        return target


class Part(NamedTuple):
    """Some edges by source: their row numbers, and where each source's begin."""

    sources: I8
    starts: I8
    rows: I8

    def out_of(self, nodes: I8) -> I8:
        """Places in `rows` of the edges out of some nodes, in the order of the nodes."""
        at = np.searchsorted(self.sources, nodes)
        at = np.minimum(at, max(0, len(self.sources) - 1))
        if not len(self.sources):
            return np.empty(0, np.int64)
        at = at[self.sources[at] == nodes]
        return spread(self.starts[at], self.starts[at + 1] - self.starts[at])


def csr_of(rows: Rows, kept: I8) -> Part:
    """Some of the edges, by their numbers in order; `rows` must be sorted by source."""
    sources, starts = np.unique(rows.source[kept], return_index=True)
    return Part(sources, np.append(starts, len(kept)), kept)


def backward(rows: Rows, counting: I8, targets: I8, size: int) -> Mask:
    """The nodes from which some targets can be reached along some of the edges."""
    seen: Mask = np.zeros(size, bool)
    seen[targets] = True
    source, target = rows.source[counting], rows.target[counting]
    while True:
        hit = seen[target]
        fresh = source[hit]
        fresh = fresh[~seen[fresh]]
        if not len(fresh):
            return seen
        seen[fresh] = True
        source, target = source[~hit], target[~hit]


def judged(search: Search, world: World, targets: list[int]) -> None:
    """Search, find who sets the flags that guard paths, and search again without the flags that guard nothing."""
    search.run(targets)
    for _ in range(MAX_JUDGEMENTS):
        void, weak = set(search.void), set(search.weak)
        checks = [hop.passed for hop in search.read.values() if hop.passed and hop.passed.setter]
        setters = {each.setter for each in checks}
        meant = {each.setter for each in checks if each.sure >= SURE}
        places = {setter: writers(world, setter) for setter in sorted(setters)}
        search.run(each.method for listed in places.values() for each in listed)
        for setter, listed in places.items():
            early = {_early(search, world, each) for each in listed}
            if ALWAYS in early or (MAY in early and setter not in meant):
                void.add(setter)  # what the app sets at its start, and is not known to be consent, guards nothing
            elif MAY in early:
                weak.add(setter)
        if void == search.void and weak == search.weak:
            return
        search.void, search.weak = void, weak
        search.rejudge()
        search.run()


ALWAYS, MAY, LATE = "always", "may", "late"


def writers(world: World, setter: str) -> list[Writer]:
    """The places that may set a flag to other than false: a field by its name with its class, else a stored flag."""
    return world.flags.writers.get(setter, []) if "->" in setter else world.flags.flag_writers(setter)


def _early(search: Search, world: World, place: Writer) -> str:
    """Whether a place runs at the start, with nothing in its way: always, maybe, or not."""
    if search.level_of[place.method] != 0:
        return LATE
    reading = world.reading(place.method)
    if reading is None:
        return MAY
    if search.rank(reading.at(place.at)) != 0:
        return LATE
    hops = [search.read.get(row) for _, row in search.path(place.method) if row != NONE]
    straight = place.at < reading.straight and all(hop is not None and hop.always for hop in hops)
    return ALWAYS if straight else MAY
