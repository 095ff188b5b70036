"""Which methods the platform calls on the objects that a program makes."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from appscan.dex.edges import NONE
from appscan.dex.program import I8, Program


class Callback(NamedTuple):
    """Methods that the platform calls on subtypes of a type, and what kind of callback that is.

    A method is a name, or a name with parameters: `run()`, `onClick(Landroid/view/View;)`.
    """

    type: str
    methods: tuple[str, ...]
    kind: str


def callback_targets(
    program: Program, callbacks: Sequence[Callback], kinds: Sequence[str], ancestry: tuple[I8, I8]
) -> dict[int, list[tuple[int, int]]]:
    """Class that is made → (method, kind) that the platform calls on its objects: its own or inherited."""
    wanted: dict[int, dict[int, tuple[str, int]]] = {}
    for each in callbacks:
        if each.type in program.types:
            listed = wanted.setdefault(program.types[each.type], {})
            for method in each.methods:
                name, bracket, rest = method.partition("(")
                listed[program.name_number(name.encode())] = (bracket + rest, kinds.index(each.kind))
    by_owner = _methods_by_owner(program, frozenset(name for each in wanted.values() for name in each))
    below, above = ancestry
    chosen = np.isin(above, list(wanted))
    found: dict[int, list[tuple[int, int]]] = {}
    for kind, base in zip(below[chosen].tolist(), above[chosen].tolist(), strict=True):
        found.setdefault(kind, []).extend(_inherited(program, kind, wanted[base], by_owner))
    return found


def _methods_by_owner(program: Program, names: frozenset[int]) -> dict[int, list[tuple[int, int]]]:
    """Type → (name, method) of its defined methods with some names."""
    chosen = np.flatnonzero(program.defined & np.isin(program.name, list(names)))
    found: dict[int, list[tuple[int, int]]] = {}
    for method in chosen.tolist():
        found.setdefault(int(program.owner[method]), []).append((int(program.name[method]), method))
    return found


def _inherited(
    program: Program, kind: int, asked: Mapping[int, tuple[str, int]], by_owner: Mapping[int, list[tuple[int, int]]]
) -> list[tuple[int, int]]:
    """(method, callback kind) of the methods with some names, of a class or of its nearest superclass with each."""
    found: dict[int, tuple[int, int]] = {}
    seen: set[int] = set()
    while kind != NONE and kind not in seen:
        seen.add(kind)
        for name, method in by_owner.get(kind, ()):
            if name not in asked or not _fits(program, method, asked[name][0]):
                continue
            found.setdefault(int(program.selector[method]), (method, asked[name][1]))
        kind = int(program.parent[kind])
    return list(found.values())


def _fits(program: Program, method: int, parameters: str) -> bool:
    """Whether a method has some parameters, as `(I)`; any will do where none are asked for."""
    return not parameters or parameters in program.method(method)
