"""Whether code that no path leads to could be called all the same: by reflection, by layouts, by native code."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from appscan.dex import mutf8
from appscan.dex.callgraph import CallGraph
from appscan.dex.edges import I8, NONE, Edges, Rows, csr
from appscan.dex.reach import Reach
from appscan.dex.strings import keys_of
from appscan.sdks import dotted


class Walk(NamedTuple):
    """What was met on the way back from one method: does it live, the types met, and earlier walks that it ran into."""

    lives: bool
    types: frozenset[int]
    into: frozenset[int]


class Alive:
    """Follows edges backwards, and from a method to whatever makes objects of its class; each node once."""

    def __init__(self, graph: CallGraph, reach: Reach) -> None:
        self._program = graph.program
        self._seen = reach.seen
        self._made = reach.made
        rows, made = graph.edges.rows, graph.created.rows
        self._into = csr(Rows(rows.target, rows.source, rows.kind, rows.need), graph.size)
        self._makers = csr(Rows(made.target, made.source, made.kind, made.need), graph.type_count)
        self._walk_of: I8 = np.full(graph.size, NONE, np.int64)

    def among(self, methods: Sequence[int]) -> list[bool]:
        """Of each of some methods: whether anything that may run leads to it."""
        walks: list[Walk] = []
        for number, method in enumerate(methods):
            walks.append(self._walk(number, method))
        named = self._named(frozenset(kind for walk in walks for kind in walk.types))
        found: list[bool] = []
        for walk in walks:  # a walk can only run into earlier ones
            found.append(walk.lives or bool(walk.types & named) or any(found[each] for each in walk.into))
        return found

    def _walk(self, number: int, method: int) -> Walk:
        program = self._program
        earlier = int(self._walk_of[method])
        if earlier != NONE:
            return Walk(lives=False, types=frozenset(), into=frozenset((earlier,)))
        types: set[int] = set()
        into: set[int] = set()
        frontier = np.array([method], np.int64)
        while len(frontier):
            self._walk_of[frontier] = number
            if self._seen[frontier].any() or self._lives(frontier):
                return Walk(lives=True, types=frozenset(), into=frozenset())
            owners = np.unique(program.owner[frontier[frontier < len(program)]])
            owners = owners[[each not in types for each in owners.tolist()]]
            types.update(owners.tolist())
            before = np.unique(np.concatenate((_step(self._into, frontier), _step(self._makers, owners))))
            walks = self._walk_of[before]
            into.update(walks[(walks != NONE) & (walks != number)].tolist())
            frontier = before[walks == NONE]
        return Walk(lives=False, types=frozenset(types), into=frozenset(into))

    def _lives(self, nodes: I8) -> bool:
        """Whether one of some methods is what an object that exists has: its class's own, or inherited."""
        program = self._program
        methods = nodes[nodes < len(program)]
        if self._made[program.owner[methods]].any():
            return True
        below, above = self._ancestry
        for method in methods[np.isin(program.owner[methods], above)].tolist():
            heirs = below[above == program.owner[method]]
            if (program.resolve(heirs, np.repeat(program.selector[method], len(heirs))) == method).any():
                return True
        return False

    @cached_property
    def _ancestry(self) -> tuple[I8, I8]:
        return self._program.ancestry(
            np.flatnonzero(self._made[: len(self._program.types)] & self._program.defined_type)
        )

    def _named(self, types: frozenset[int]) -> frozenset[int]:
        """Those of some types whose dotted name stands in a string."""
        names = {mutf8.encode(dotted(self._program.type_names[each])): each for each in types}
        keys = keys_of(names)
        tables = (local.dex.strings for local in self._program.locals)
        return frozenset(names[raw] for table in tables for raw in table.find(names, keys))


def _step(edges: Edges, nodes: I8) -> I8:
    found: I8 = edges.rows.target[edges.out_of(nodes)]
    return found
