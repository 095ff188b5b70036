"""What the catalogue knows of where an SDK tells its version, looked up in a DEX file."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

import numpy as np

from appscan.dex.errors import DexError
from appscan.dex.index import Dex
from appscan.dex.opcodes import CONST_STRING_JUMBO
from appscan.facts import VersionMark, byte_at
from appscan.knowledge import Sdk
from appscan.sdks import dotted

SPUT_OBJECT = 0x69
MAX_TEXT = 200
"""Longer texts are not versions, nor names with a version in them."""

Wanted = dict[str, frozenset[str]]
"""Class descriptor → the names of its members that tell a version: fields, and methods as `name()`."""


def wanted(sdks: Iterable[Sdk]) -> Wanted:
    """The members that the SDKs' probes name."""
    found: dict[str, set[str]] = defaultdict(set)
    for probe in (probe for sdk in sdks for probe in sdk.probes):
        for member, end in ((probe.constant, ""), (probe.method, "()")):
            owner, arrow, name = member.partition("->")
            if arrow:
                found[owner].add(f"{name}{end}")
    return {owner: frozenset(names) for owner, names in found.items()}


def probed(dex: Dex, members: Wanted, again: Collection[str]) -> Iterator[VersionMark]:
    """The texts that wanted members hold, raw. `again`: classes that an earlier DEX file defines already."""
    defined = dict(zip(dex.class_names, range(len(dex.class_names)), strict=True))
    for owner in sorted(members.keys() & defined.keys() - set(again)):
        try:
            yield from _initialised(dex, owner, members[owner])
            yield from _fields(dex, owner, defined[owner], members[owner])
            yield from _methods(dex, owner, members[owner])
        except DexError:
            continue  # what cannot be read tells no version; the code's own reader says what is broken


def _fields(dex: Dex, owner: str, row: int, names: frozenset[str]) -> Iterator[VersionMark]:
    for each in dex.static_strings(row):
        name = dex.field(each.field)[1]
        if name in names:
            yield from _mark(dex, owner, name, each.string, each.offset)


def _initialised(dex: Dex, owner: str, names: frozenset[str]) -> Iterator[VersionMark]:
    """Fields that the class initialiser sets to a constant text, by two instructions in a row."""
    accesses, constants = dex.field_accesses, dex.string_constants
    for index in np.flatnonzero(dex.tables.fields["owner"] == dex.type_index[owner]).tolist():
        name = dex.field(index)[1]
        if name not in names:
            continue
        ends = constants.offset + np.where(constants.opcode == CONST_STRING_JUMBO, 6, 4)
        for at in np.flatnonzero((accesses.target == index) & (accesses.opcode == SPUT_OBJECT)).tolist():
            before = np.flatnonzero((ends == accesses.offset[at]) & (constants.caller == accesses.caller[at]))
            if len(before) == 1 and dex.method_name(int(accesses.caller[at])) == (owner, "<clinit>"):
                yield from _mark(dex, owner, name, int(constants.target[before[0]]), int(constants.offset[before[0]]))


def _methods(dex: Dex, owner: str, names: frozenset[str]) -> Iterator[VersionMark]:
    """Methods with a single constant text in them, which is what they return."""
    wanted_methods = {name for name in names if name.endswith("()")}
    if not wanted_methods:
        return
    constants = dex.string_constants
    for index in np.flatnonzero(dex.tables.methods["owner"] == dex.type_index[owner]).tolist():
        name = f"{dex.method_name(index)[1]}()"
        if name in wanted_methods and dex.method(index).endswith(")Ljava/lang/String;"):
            inside = np.flatnonzero(constants.caller == index)
            if len(inside) == 1:
                yield from _mark(dex, owner, name, int(constants.target[inside[0]]), int(constants.offset[inside[0]]))


def _mark(dex: Dex, owner: str, name: str, string: int, offset: int) -> Iterator[VersionMark]:
    value = dex.string(string)
    if value and len(value) <= MAX_TEXT:
        yield VersionMark(name=dotted(owner), field=name, value=value, where=byte_at(dex.name, offset))
