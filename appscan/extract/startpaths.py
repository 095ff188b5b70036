"""Call graph × manifest → how methods that call something sensitive can run before anybody agrees."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from appscan.dex import mutf8
from appscan.dex.callgraph import CALLBACK, CallGraph, Reached
from appscan.dex.index import Dex
from appscan.dex.program import NONE, Program
from appscan.facts import App, Code, StartPath
from appscan.lifecycle import descriptor, split, start_roots

MAX_FRAMES = 64
MAX_DEPTH = 64


def start_paths(
    dexes: Sequence[Dex], code: Code, callbacks: Mapping[str, Sequence[str]], app: App
) -> tuple[StartPath, ...]:
    """A shortest path from the app's start to every method in `code` that calls, reads or asks, where there is one."""
    callers = {
        each.caller for group in (code.calls, code.fields, code.strings, code.permission_requests) for each in group
    }
    if not callers or not dexes:
        return ()
    program = Program(dexes)
    roots = sorted(set(_roots(program, app)))
    if not roots:
        return ()
    graph = CallGraph(program, callbacks)
    reached = graph.reach(roots)
    places = [split(each) for each in callers]
    owners = sorted({program.types[owner] for owner, _ in places if owner in program.types})
    named = sorted({program.name_number(mutf8.encode(name)) for _, name in places})
    candidates = np.flatnonzero(reached.seen & np.isin(program.owner, owners) & np.isin(program.name, named))
    names = ((program.method(method), method) for method in candidates.tolist())
    found = (_path(program, reached, name, method) for name, method in names if name in callers)
    return tuple(sorted(found, key=lambda each: each.caller))


def _roots(program: Program, app: App) -> Iterator[int]:
    """The defined methods that the platform runs: of each class, or of its nearest superclass that has one."""
    for name, methods in start_roots(app):
        number = program.types.get(descriptor(name), NONE)
        names = {program.name_number(mutf8.encode(each)) for each in methods}
        taken: set[int] = set()
        for _ in range(MAX_DEPTH):
            if number == NONE or not program.defined_type[number]:
                break
            own = np.flatnonzero((program.owner == number) & program.defined)
            for method in own.tolist():
                selector = int(program.selector[method])
                if int(program.name[method]) in names and selector not in taken:
                    taken.add(selector)
                    yield method
            number = int(program.parent[number])


def _path(program: Program, reached: Reached, name: str, method: int) -> StartPath:
    hops = reached.path(method)[::-1][:MAX_FRAMES]
    return StartPath(
        caller=name,
        frames=tuple(program.method(hop.method) for hop in hops),
        callbacks=tuple(index for index, hop in enumerate(hops) if hop.kind == CALLBACK),
    )
