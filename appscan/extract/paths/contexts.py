"""Where code runs again and again, or without a screen: the methods with which that begins."""

from collections.abc import Iterable, Sequence

import numpy as np

from appscan.dex.callgraph import Component
from appscan.dex.edges import Mask
from appscan.extract.paths.roots import Lookup
from appscan.extract.paths.world import World
from appscan.facts import PathContext
from appscan.lifecycle import COMES_TO_FRONT, START_OF_RECEIVER, START_OF_SERVICE

NEW = frozenset(("<clinit>", "<init>"))
BY_KIND: dict[str, PathContext] = {
    "timer": "timer",
    "job": "job",
    "work": "job",
    "sync": "job",
    "receiver": "receiver",
}
"""Kinds of callback that begin a context."""


def context_roots(
    world: World, lookup: Lookup, components: Sequence[Component], seen: Mask
) -> dict[PathContext, dict[int, str]]:
    """Context → the methods that begin it, each with a word for what it is; only methods that can run."""
    found: dict[PathContext, dict[int, str]] = {}
    for method, kind in _callbacks(world):
        if kind in BY_KIND and seen[method]:
            found.setdefault(BY_KIND[kind], {})[method] = kind
    for each in components:
        for context, names in _of(each.kind):
            methods = (method for method in lookup.named(each.type, names) if seen[method])
            found.setdefault(context, {}).update(dict.fromkeys(methods, each.kind))
    return found


def _of(kind: str) -> Iterable[tuple[PathContext, frozenset[str]]]:
    if kind == "activity":
        yield "resume", COMES_TO_FRONT
    elif kind == "service":
        yield "service", START_OF_SERVICE - NEW
    elif kind == "receiver":
        yield "receiver", START_OF_RECEIVER - NEW


def _callbacks(world: World) -> Iterable[tuple[int, str]]:
    rows = world.graph.edges.rows
    wanted = [world.graph.kinds.index(each) for each in BY_KIND if each in world.graph.kinds]
    chosen = np.isin(rows.kind, wanted)
    pairs = np.unique(np.column_stack((rows.target[chosen], rows.kind[chosen])), axis=0)
    return ((method, world.graph.kinds[kind]) for method, kind in pairs.tolist())
