"""Whether code that no path leads to could be called all the same: by reflection, by layouts, by native code."""

from functools import cached_property

import numpy as np

from appscan.dex import mutf8
from appscan.dex.callgraph import CallGraph
from appscan.dex.edges import I8, Edges, Rows, csr
from appscan.dex.reach import Reach

MAX_NODES = 20_000
"""Nodes that are followed back from one method; beyond that it counts as alive."""


class Alive:
    """Follows edges backwards, and from a method to whatever makes objects of its class."""

    def __init__(self, graph: CallGraph, reach: Reach) -> None:
        self._program = graph.program
        self._seen = reach.seen
        self._made = reach.made
        rows = graph.edges.rows
        nodes = graph.size
        self._into = csr(Rows(rows.target, rows.source, rows.kind, rows.need), nodes)
        made = graph.created.rows
        self._makers = csr(Rows(made.target, made.source, made.kind, made.need), len(graph.program.types))
        self._names = list(graph.program.types)
        self._known: dict[int, bool] = {}

    def reaches(self, method: int) -> bool:
        """Whether anything that may run leads to a method."""
        if method not in self._known:
            self._known[method] = self._follow(method)
        return self._known[method]

    def _follow(self, method: int) -> bool:
        program = self._program
        seen = {method}
        types: set[int] = set()
        frontier = np.array([method], np.int64)
        while len(frontier):
            if self._seen[frontier].any() or len(seen) > MAX_NODES or self._lives(frontier):
                return True
            owners = np.unique(program.owner[frontier[frontier < len(program)]])
            owners = owners[[each not in types for each in owners.tolist()]]
            types.update(owners.tolist())
            before = np.unique(np.concatenate((self._step(self._into, frontier), self._step(self._makers, owners))))
            known = [self._known.get(each) for each in before.tolist()]
            if True in known:
                return True
            frontier = before[[each not in seen for each in before.tolist()]]
            seen.update(frontier.tolist())
        return self._named(types)

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
        return self._program.ancestry(np.flatnonzero(self._made[:-1] & self._program.defined_type))

    @staticmethod
    def _step(edges: Edges, nodes: I8) -> I8:
        found: I8 = edges.rows.target[edges.out_of(nodes)]
        return found

    def _named(self, types: set[int]) -> bool:
        """Whether the dotted name of one of some types stands in a string."""
        dotted = [mutf8.encode(self._names[each][1:-1].replace("/", ".")) for each in types]
        return any(local.dex.strings.find(dotted) for local in self._program.locals)
