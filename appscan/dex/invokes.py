"""What the methods of a program call, make and use, over all its DEX files: pairs of numbers."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from appscan.dex.opcodes import DISPATCHED, STATIC_CALL, STATIC_FIELD
from appscan.dex.program import I8, Local, Program


class Invokes(NamedTuple):
    """Every invoke in classes that count, each (caller, method named, way) once."""

    caller: I8
    target: I8
    dispatched: NDArray[np.bool_]
    static: NDArray[np.bool_]


def read_invokes(program: Program) -> Invokes:
    """Every invoke of the program."""
    callers, targets, opcodes = [np.empty(0, np.int64)], [np.empty(0, np.int64)], [np.empty(0, np.uint8)]
    for local in program.locals:
        sites = local.dex.calls
        keep = slice(None) if local.all_live else local.counting[sites.caller]
        callers.append(local.methods[sites.caller[keep]])
        targets.append(local.methods[sites.target[keep]])
        opcodes.append(sites.opcode[keep])
    opcode = np.concatenate(opcodes)
    return Invokes(np.concatenate(callers), np.concatenate(targets), DISPATCHED[opcode], STATIC_CALL[opcode])


def creations(program: Program, *, new: bool) -> tuple[I8, I8]:
    """(method, type) of every class of which a method makes an object (`new`), or that it names."""
    methods: list[I8] = [np.empty(0, np.int64)]
    types: list[I8] = [np.empty(0, np.int64)]
    for local in program.locals:
        sites = local.dex.created_types if new else local.dex.named_types
        keep = local.counting[sites.caller]
        methods.append(local.methods[sites.caller[keep]])
        types.append(local.types[sites.target[keep]])
    return np.concatenate(methods), np.concatenate(types)


def static_fields(local: Local) -> tuple[I8, I8]:
    """(method, type) of every use of a type's static fields."""
    sites = local.dex.field_accesses
    keep = local.counting[sites.caller] & STATIC_FIELD[sites.opcode]
    owner = local.types[local.dex.tables.fields["owner"][sites.target[keep]]]
    return local.methods[sites.caller[keep]], owner
