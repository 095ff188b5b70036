"""What can run from some roots, where a call is dispatched only to classes of which an object exists (RTA).

Source: D. Bacon, P. Sweeney, Fast Static Analysis of C++ Virtual Function Calls, OOPSLA 1996.
"""

import numpy as np

from appscan.dex.callgraph import CallGraph
from appscan.dex.edges import I8, NONE, Mask, Rows


class Reach:
    """Grows from roots: what was reached, of which types objects exist, and which edges count so far."""

    def __init__(self, graph: CallGraph) -> None:
        self._graph = graph
        size = graph.size
        self.seen: Mask = np.zeros(size, bool)
        self.made: Mask = np.zeros(graph.type_count + 1, bool)
        self.made[NONE] = True  # an edge without a condition
        self._waiting: list[I8] = []
        """Rows of edges out of what was reached, whose condition does not hold yet."""
        self._held: list[I8] = []
        """Rows of edges that only a user's action sets going."""

    def add(self, roots: I8, types: I8 | None = None) -> None:
        """Add roots, and types of which the platform makes objects; follow everything but a user's actions."""
        if types is not None:
            self.made[types] = True
        fresh = np.unique(roots[~self.seen[roots]])
        self.seen[fresh] = True
        self._run(fresh)

    def act(self) -> None:
        """Follow what users can set going, to the end."""
        while self._held:
            rows = np.concatenate(self._held)
            self._held.clear()
            target = np.unique(self._graph.edges.rows.target[rows])
            self.add(target)

    def _run(self, frontier: I8) -> None:
        graph = self._graph
        while True:
            while len(frontier):
                self._make(frontier)
                frontier = self._enter(graph.edges.out_of(frontier))
            frontier = self._release()
            if not len(frontier):
                return

    def _make(self, nodes: I8) -> None:
        created = self._graph.created
        self.made[created.rows.target[created.out_of(nodes[nodes < len(self._graph.program)])]] = True

    def _enter(self, rows: I8) -> I8:
        """Nodes reached for the first time by some edges; edges whose condition does not hold are kept."""
        edges = self._graph.edges.rows
        user = edges.kind[rows] == self._graph.user
        if user.any():
            self._held.append(rows[user])
            rows = rows[~user]
        ready = self.made[edges.need[rows]]
        if not ready.all():
            self._waiting.append(rows[~ready])
            rows = rows[ready]
        target = edges.target[rows]
        fresh = np.unique(target[~self.seen[target]])
        self.seen[fresh] = True
        return fresh

    def _release(self) -> I8:
        if not self._waiting:
            return np.empty(0, np.int64)
        rows = np.concatenate(self._waiting)
        self._waiting.clear()
        return self._enter(rows)

    def counting(self, *, acting: bool = True) -> Mask:
        """Which edges count: their source was reached, their condition holds; a user's actions only if asked."""
        rows: Rows = self._graph.edges.rows
        counts: Mask = self.seen[rows.source] & self.made[rows.need]
        return counts if acting else counts & (rows.kind != self._graph.user)
