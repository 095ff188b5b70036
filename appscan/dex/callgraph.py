"""The call graph of a program in CSR arrays, and shortest paths from methods that run by themselves.

Two kinds of edge. A *call* goes from a method to the methods that an invoke may reach: the one that the runtime
resolves, and overrides in classes that the program creates somewhere. A *callback* goes from a method that creates an
object to the methods that the platform will call on it (`Runnable.run`): less sure, and never preferred to calls.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from appscan.dex.opcodes import DISPATCHED
from appscan.dex.program import NONE, Program, distinct

I8 = NDArray[np.int64]
MAX_TARGETS = 64
"""An invoke that more overrides than this could answer says nothing; it keeps only the method that it names."""

MAX_CLASSES = 512
"""A type with more created classes below it than this is as good as any object."""

CALL, CALLBACK = 0, 1


class Edges(NamedTuple):
    """Adjacency in CSR form: the targets of method `m` are `targets[starts[m]:starts[m + 1]]`."""

    starts: I8
    targets: I8

    def expand(self, sources: I8) -> tuple[I8, I8]:
        """(source, target) of every edge out of some methods."""
        first, counts = self.starts[sources], self.starts[sources + 1] - self.starts[sources]
        group = np.repeat(np.arange(len(sources)), counts)
        inside = np.arange(len(group)) - np.repeat(np.cumsum(counts) - counts, counts)
        return sources[group], self.targets[first[group] + inside]


class Hop(NamedTuple):
    """A step of a path: the method, and how it was reached (`CALL`, `CALLBACK`; the root counts as a call)."""

    method: int
    kind: int


class Reached:
    """What can run from some roots: the step before each method, on a shortest path."""

    def __init__(self, size: int) -> None:
        self.before: I8 = np.full(size, NONE, np.int64)
        self.kind = np.zeros(size, np.uint8)
        self.seen = np.zeros(size, bool)

    def path(self, method: int) -> list[Hop]:
        """The steps from a root to a method that was reached."""
        found = [Hop(method, int(self.kind[method]))]
        while (method := int(self.before[method])) != NONE:
            found.append(Hop(method, int(self.kind[method])))
        return found[::-1]


class CallGraph:
    """Edges between the methods that a program defines."""

    def __init__(self, program: Program, callbacks: Mapping[str, Iterable[str]]) -> None:
        """`callbacks`: platform type descriptor → names of the methods that the platform calls on its subtypes."""
        self.program = program
        callers, declared, dispatched = _invokes(program)
        created_by, created = _creations(program)
        self._created = frozenset(created.tolist())
        self.calls = self._call_edges(callers, declared, dispatched)
        self.callbacks = self._callback_edges(created_by, created, callbacks)

    def reach(self, roots: Iterable[int]) -> Reached:
        """Breadth first from the roots: along calls to the end, then one callback further, and so on."""
        reached = Reached(len(self.program))
        frontier = np.array(sorted(set(roots)), np.int64)
        reached.seen[frontier] = True
        while len(frontier):
            layers = [frontier]
            while len(layers[-1]):
                layers.append(_advance(reached, self.calls, layers[-1], CALL))
            frontier = _advance(reached, self.callbacks, np.concatenate(layers), CALLBACK)
        return reached

    def _call_edges(self, callers: I8, declared: I8, dispatched: NDArray[np.bool_]) -> Edges:
        program = self.program
        named, inverse = np.unique(declared, return_inverse=True)
        resolved = np.where(program.defined[named], named, NONE)
        open_ = np.flatnonzero(resolved == NONE)
        resolved[open_] = program.resolve(program.owner[named[open_]], program.selector[named[open_]])
        target = resolved[inverse]
        direct = target != NONE
        virtual = np.zeros(len(named), bool)
        virtual[inverse[dispatched]] = True
        which, method = self._overrides(named, np.flatnonzero(virtual))
        extra = Edges(np.searchsorted(which, np.arange(len(named) + 1)), method)
        index = inverse[dispatched]
        _, more = extra.expand(index)
        spread = np.repeat(callers[dispatched], extra.starts[index + 1] - extra.starts[index])
        return _csr(np.concatenate((callers[direct], spread)), np.concatenate((target[direct], more)), len(program))

    def _overrides(self, named: I8, virtual: I8) -> tuple[I8, I8]:
        """(index into `named`, override in a created class below its owner) of every dispatched method, by index."""
        program = self.program
        owners = program.owner[named[virtual]]
        asked = frozenset(owners[program.defined_type[owners]].tolist())
        made: dict[int, list[int]] = {}
        for number in self._created:
            for above in program.supertypes[number] & asked:
                made.setdefault(above, []).append(number)
        kept = {owner: below for owner, below in made.items() if len(below) <= MAX_CLASSES}
        lists = [kept.get(owner, []) for owner in owners.tolist()]
        counts = np.array([len(each) for each in lists], np.int64)
        which = np.repeat(virtual, counts)
        below = np.array([number for each in lists for number in each], np.int64)
        method = program.resolve(below, program.selector[named[which]])
        pairs = distinct((which * len(program) + method)[method != NONE])
        which, method = pairs // max(1, len(program)), pairs % max(1, len(program))
        few = np.bincount(which, minlength=len(named)) <= MAX_TARGETS
        return which[few[which]], method[few[which]]

    def _callback_edges(self, created_by: I8, created: I8, callbacks: Mapping[str, Iterable[str]]) -> Edges:
        program = self.program
        wanted = {
            program.types[name]: frozenset(program.name_number(each.encode()) for each in methods)
            for name, methods in callbacks.items()
            if name in program.types
        }
        by_owner = _methods_by_owner(program, frozenset(number for each in wanted.values() for number in each))
        targets = {kind: self._called_on(kind, wanted, by_owner) for kind in self._created}
        counts = np.array([len(targets[kind]) for kind in created.tolist()], np.int64)
        lists = [targets[kind] for kind in created.tolist() if targets[kind]]
        flat = np.array([method for each in lists for method in each], np.int64)
        return _csr(np.repeat(created_by, counts), flat, len(program))

    def _called_on(
        self, kind: int, wanted: Mapping[int, frozenset[int]], by_owner: Mapping[int, list[tuple[int, int]]]
    ) -> list[int]:
        """The methods that the platform will call on an object of a class."""
        program = self.program
        if not program.defined_type[kind]:
            return []
        above = program.supertypes[kind]
        names = frozenset(number for each in above if each in wanted for number in wanted[each])
        owners = (kind, *above) if names else ()
        return sorted({method for owner in owners for name, method in by_owner.get(owner, ()) if name in names})


def _invokes(program: Program) -> tuple[I8, I8, NDArray[np.bool_]]:
    """(caller, method named, is it dispatched) of every invoke in classes that count, each pair once."""
    pairs: list[I8] = []
    for local in program.locals:
        sites = local.dex.calls
        counts = _counting(local.dex.methods.owner, local.dex.methods.method, local.live, len(local.methods))
        keep = counts[sites.caller]
        caller, target = local.methods[sites.caller[keep]], local.methods[sites.target[keep]]
        pairs.append((caller * len(program) + target) * 2 + DISPATCHED[sites.opcode[keep]])
    packed = distinct(np.concatenate([*pairs, np.empty(0, np.int64)]))
    rest, dispatched = packed >> 1, (packed & 1).astype(bool)
    size = max(1, len(program))
    return rest // size, rest % size, dispatched


def _creations(program: Program) -> tuple[I8, I8]:
    """(method, type) of every class that a method creates or names by its class object, each pair once."""
    pairs: list[I8] = []
    for local in program.locals:
        sites = local.dex.created_types
        counts = _counting(local.dex.methods.owner, local.dex.methods.method, local.live, len(local.methods))
        keep = counts[sites.caller]
        pairs.append(local.methods[sites.caller[keep]] * len(program.types) + local.types[sites.target[keep]])
    packed = distinct(np.concatenate([*pairs, np.empty(0, np.int64)]))
    size = max(1, len(program.types))
    return packed // size, packed % size


def _counting(owner: I8, method: I8, live: NDArray[np.bool_], size: int) -> NDArray[np.bool_]:
    """Local methods whose class is not defined by an earlier DEX file."""
    counts = np.zeros(size, bool)
    counts[method[live[owner]]] = True
    return counts


def _methods_by_owner(program: Program, names: frozenset[int]) -> dict[int, list[tuple[int, int]]]:
    """Type → (name, method) of its defined methods with some names."""
    chosen = np.flatnonzero(program.defined & np.isin(program.name, list(names)))
    found: dict[int, list[tuple[int, int]]] = {}
    for method in chosen.tolist():
        found.setdefault(int(program.owner[method]), []).append((int(program.name[method]), method))
    return found


def _csr(sources: I8, targets: I8, size: int) -> Edges:
    order = np.lexsort((targets, sources))
    starts = np.zeros(size + 1, np.int64)
    np.cumsum(np.bincount(sources, minlength=size)[:size], out=starts[1:])
    return Edges(starts, targets[order])


def _advance(reached: Reached, edges: Edges, sources: I8, kind: int) -> I8:
    """Methods reached for the first time along one more edge; each remembers the first step that led to it."""
    source, target = edges.expand(sources)
    fresh = ~reached.seen[target]
    target, first = np.unique(target[fresh], return_index=True)
    reached.seen[target] = True
    reached.before[target] = source[fresh][first]
    reached.kind[target] = kind
    return target
