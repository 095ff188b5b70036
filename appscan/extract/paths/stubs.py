"""Watched methods that the app itself defines, and that do nothing: no-op variants of SDKs."""

from collections.abc import Iterable, Iterator

import numpy as np

from appscan.dex import mutf8
from appscan.dex.errors import DexError
from appscan.dex.program import Program
from appscan.lifecycle import split

FLAT = frozenset((0x00, 0x0E, 0x0F, 0x10, 0x11, *range(0x12, 0x1C)))
"""Instructions that only set up and return a constant."""


def stubs(program: Program, apis: Iterable[str]) -> tuple[str, ...]:
    """Those APIs all of whose overloads, as the app defines them, do nothing."""
    return tuple(sorted(api for api in apis if _does_nothing(program, api)))


def _does_nothing(program: Program, api: str) -> bool:
    owner, name = split(api)
    if owner not in program.types:
        return False
    low, high = np.searchsorted(program.owner, (program.types[owner], program.types[owner] + 1))
    chosen = program.defined[low:high] & (program.name[low:high] == program.name_number(mutf8.encode(name)))
    answers = list(_flat(program, (np.flatnonzero(chosen) + low).tolist()))
    return bool(answers) and all(answers)


def _flat(program: Program, methods: list[int]) -> Iterator[bool]:
    for method in methods:
        try:
            body = program.body(method)
        except DexError:
            body = None
        yield body is not None and all(each.opcode in FLAT for each in body.instructions)
