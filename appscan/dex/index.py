"""The index of one DEX: strings, classes, and every call site, string constant and field access of every method."""

import struct
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from appscan.dex import mutf8
from appscan.dex.callsites import read_call_sites
from appscan.dex.classdata import Methods, read_methods
from appscan.dex.errors import DexError
from appscan.dex.header import U2, Tables, headers, read_tables
from appscan.dex.instructions import Body, read_body
from appscan.dex.opcodes import (
    CONST_CLASS,
    CONST_STRING,
    CONST_STRING_JUMBO,
    FIELD,
    INVOKE,
    INVOKE_CUSTOM,
    INVOKE_CUSTOM_RANGE,
    NEW_INSTANCE,
)
from appscan.dex.staticvalues import BOOLEAN, Sizes, StaticString, static_strings, static_values
from appscan.dex.strings import Strings
from appscan.dex.sweep import Instructions, sweep

I8 = NDArray[np.int64]
NO_INDEX = 0xFFFFFFFF
CODE_HEADER = 16
"""Bytes of a code item before its instructions."""

MAX_TRIES_SIZE = 1 << 20
"""Bytes behind a method's code that can hold its exception handlers."""

OVERLAP = 4
"""Code may be shared, but units swept may not exceed this many times the file: a bound against crafted overlaps."""


class Sites(NamedTuple):
    """Places in code that refer to a table entry: parallel arrays.

    `caller`: method index; `target`: index into the table meant; `offset`: byte offset of the instruction in the
    DEX entry; `opcode`: its opcode.
    """

    caller: I8
    target: I8
    offset: I8
    opcode: NDArray[np.uint8]


class Lambda(NamedTuple):
    """A method that makes a function object of a type; the interface method's name (MUTF-8), the method behind it."""

    caller: int
    type: str
    name: bytes
    method: int


def read_entry(data: bytes, name: str) -> list["Dex"]:
    """The DEX files in an archive entry: one, or the parts of a version 041 container. Raises `DexError`."""
    found = headers(data)
    if len(found) == 1:
        return [Dex(data, found[0], name)]
    return [Dex(data, offset, f"{name}#{number}") for number, offset in enumerate(found, 1)]


class Dex:
    """One DEX file. Tables are read when it is made; code is swept when it is first asked for."""

    def __init__(self, data: bytes, offset: int, name: str) -> None:
        self.name = name
        self._data = data
        self.tables: Tables = read_tables(data, offset)
        self.unreadable = 0
        """Methods whose code lies out of bounds: a limit of the report."""
        self._prototypes: dict[int, str] = {}

    # -- names ---------------------------------------------------------------------------------------------------

    @cached_property
    def strings(self) -> Strings:
        """The string table."""
        return Strings(self._data, self.tables.strings)

    def string(self, index: int) -> str:
        """A string by index."""
        return mutf8.decode(self.strings.raw(index))

    @cached_property
    def types(self) -> list[str]:
        """Every type descriptor, by type index."""
        raw = self.strings.raw
        return [mutf8.decode(raw(index)) for index in self.tables.types.tolist()]

    @cached_property
    def type_index(self) -> dict[str, int]:
        """Type descriptor to type index."""
        return {name: index for index, name in enumerate(self.types)}

    def method_name(self, index: int) -> tuple[str, str]:
        """(class descriptor, method name) of a method index."""
        row = self.tables.methods[index]
        return self.types[row["owner"]], self.string(int(row["name"]))

    def method(self, index: int) -> str:
        """A method as `Lcom/x/Y;->m(I)V`."""
        owner, name = self.method_name(index)
        return f"{owner}->{name}{self.prototype(int(self.tables.methods[index]['proto']))}"

    def prototype(self, index: int) -> str:
        """A prototype as `(ILjava/lang/String;)V`."""
        if index not in self._prototypes:
            row = self.tables.protos[index]
            parameters = "".join(self.types[each] for each in self.type_list(int(row["parameters"])))
            self._prototypes[index] = f"({parameters}){self.types[row['returns']]}"
        return self._prototypes[index]

    def field(self, index: int) -> tuple[str, str]:
        """(class descriptor, field name) of a field index."""
        row = self.tables.fields[index]
        return self.types[row["owner"]], self.string(int(row["name"]))

    def static_strings(self, row: int) -> Iterator[StaticString]:
        """The string values of the static fields of one class, by its row in the class table. Raises `DexError`."""
        entry = self.tables.classes[row]
        sizes = Sizes(len(self.tables.fields), len(self.tables.strings))
        return static_strings(self._data, int(entry["data"]), int(entry["values"]), sizes)

    def static_truths(self, row: int) -> Iterator[int]:
        """The static fields (table indices) of one class that begin as true. Raises `DexError`."""
        entry = self.tables.classes[row]
        sizes = Sizes(len(self.tables.fields), len(self.tables.strings))
        values = static_values(self._data, int(entry["data"]), int(entry["values"]), sizes)
        return (each.field for each in values if each.kind == BOOLEAN and each.number)

    def type_list(self, offset: int) -> tuple[int, ...]:
        """The type indices of a type list; empty for offset 0."""
        if offset == 0:
            return ()
        data = self._data
        count = int.from_bytes(data[offset : offset + 4], "little")
        if offset + 4 + 2 * count > len(data):
            raise DexError("a type list lies beyond the end of the file")
        found = struct.unpack_from(f"<{count}H", data, offset + 4)
        if found and max(found) >= len(self.tables.types):
            raise DexError("a type list refers beyond the type table")
        return found

    def type_lists(self, offsets: I8) -> tuple[I8, I8]:
        """(unit of the first type, number of types) of type lists by byte offset; offset 0 is an empty list."""
        units = self._units
        at = np.where(offsets > 0, offsets // 2, 0)
        if len(at) and int(at.max()) + 2 > len(units):
            raise DexError("a type list lies beyond the end of the file")
        sizes = units[at].astype(np.int64) | units[at + 1].astype(np.int64) << 16
        sizes[offsets == 0] = 0
        at = at + 2
        if len(at) and int((at + sizes).max()) > len(units):
            raise DexError("a type list lies beyond the end of the file")
        return at, sizes

    def type_at(self, units: I8) -> I8:
        """The type indices that stand at some units."""
        found = self._units[units].astype(np.int64)
        if len(found) and int(found.max()) >= len(self.tables.types):
            raise DexError("a type list refers beyond the type table")
        return found

    # -- classes -------------------------------------------------------------------------------------------------

    @cached_property
    def class_names(self) -> list[str]:
        """Descriptors of the classes that are *defined* here, in file order."""
        return [self.types[index] for index in self.tables.classes["type"].tolist()]

    def superclasses(self) -> Iterator[tuple[str, str]]:
        """(class, superclass) descriptors of the classes defined here; the root has ''."""
        types = self.types
        for own, parent in zip(self.class_names, self.tables.classes["superclass"].tolist(), strict=True):
            yield own, types[parent] if parent < len(types) else ""

    @cached_property
    def methods(self) -> Methods:
        """The methods that classes define."""
        return read_methods(self._data, self.tables)

    # -- code ----------------------------------------------------------------------------------------------------

    @cached_property
    def _code(self) -> tuple[I8, I8, I8, I8]:
        """(owner class row, method, start unit, end unit) of every method whose code can be read."""
        methods = self.methods
        with_code = np.flatnonzero(methods.code)
        code, method = methods.code[with_code], methods.method[with_code]
        fits = (code % 2 == 0) & (code + CODE_HEADER <= len(self._data))
        units = self._units
        starts = (code + CODE_HEADER) // 2
        safe = np.where(fits, starts, 8)
        sizes = units[safe - 2].astype(np.int64) | units[safe - 1].astype(np.int64) << 16
        fits &= starts + sizes <= len(units)
        self.unreadable = int(len(fits) - fits.sum())
        starts, sizes = starts[fits], sizes[fits]
        _, unique = np.unique(starts, return_index=True)
        if int(sizes[unique].sum()) > OVERLAP * len(units):
            raise DexError("code items overlap beyond any sane bound")
        return methods.owner[with_code][fits], method[fits], starts, starts + sizes

    def body(self, method: int) -> Body | None:
        """A method's code, read closely; None where it has none that can be read. Raises `DexError`."""
        _, methods, starts, ends = self._code
        found = np.flatnonzero(methods == method)[:1].tolist()
        if not found:
            return None
        start, end = int(starts[found[0]]), int(ends[found[0]])
        units = self._units[start - CODE_HEADER // 2 : end].tolist()
        after = self._data[2 * end : 2 * end + MAX_TRIES_SIZE]
        return read_body(units[: CODE_HEADER // 2], units[CODE_HEADER // 2 :], after)

    def unit_of(self, method: int) -> int:
        """The unit (from the start of the entry) at which a method's code begins; 0 where it has none."""
        _, methods, starts, _ = self._code
        found = np.flatnonzero(methods == method)[:1].tolist()
        return int(starts[found[0]]) if found else 0

    @cached_property
    def _units(self) -> U2:
        return np.frombuffer(self._data, "<u2", len(self._data) // 2)

    @cached_property
    def _instructions(self) -> tuple[Instructions, NDArray[np.uint8], I8]:
        """Every instruction of every distinct code item, its opcode, and the distinct code items' start units."""
        _, _, starts, ends = self._code
        unique, first = np.unique(starts, return_index=True)
        found = sweep(self._units, unique, ends[first])
        opcodes = (self._units[found.unit] & 0xFF).astype(np.uint8)
        return found, opcodes, unique

    @property
    def code_methods(self) -> int:
        """How many methods have code that can be read."""
        return len(self._code[1])

    @cached_property
    def calls(self) -> Sites:
        """Every invoke of every method, exactly. `target` is a method index."""
        return self._sites(INVOKE[self._instructions[1]], len(self.tables.methods))

    @cached_property
    def string_constants(self) -> Sites:
        """Every `const-string` and `const-string/jumbo`. `target` is a string index."""
        opcodes = self._instructions[1]
        chosen = (opcodes == CONST_STRING) | (opcodes == CONST_STRING_JUMBO)
        return self._sites(chosen, len(self.tables.strings), jumbo=CONST_STRING_JUMBO)

    @cached_property
    def field_accesses(self) -> Sites:
        """Every read and write of a field. `target` is a field index."""
        return self._sites(FIELD[self._instructions[1]], len(self.tables.fields))

    @cached_property
    def created_types(self) -> Sites:
        """Every `new-instance`. `target` is a type index."""
        return self._sites(self._instructions[1] == NEW_INSTANCE, len(self.tables.types))

    @cached_property
    def named_types(self) -> Sites:
        """Every `const-class`. `target` is a type index."""
        return self._sites(self._instructions[1] == CONST_CLASS, len(self.tables.types))

    @cached_property
    def lambdas(self) -> list[Lambda]:
        """Every `invoke-custom` that makes a function object."""
        opcodes = self._instructions[1]
        chosen = (opcodes == INVOKE_CUSTOM) | (opcodes == INVOKE_CUSTOM_RANGE)
        if not chosen.any():
            return []
        sites = read_call_sites(self._data, self.tables)
        found = self._sites(chosen, len(sites))
        made = (
            (caller, sites[target]) for caller, target in zip(found.caller.tolist(), found.target.tolist(), strict=True)
        )
        return [
            Lambda(caller, self.types[site.returns], self.strings.raw(site.name), site.method)
            for caller, site in made
            if site is not None
        ]

    def _sites(self, chosen: NDArray[np.bool_], limit: int, jumbo: int = -1) -> Sites:
        found, opcodes, _ = self._instructions
        units = self._units
        # Positions, not masks: on a million instructions a mask costs more than what it picks.
        picked = np.flatnonzero(chosen)
        at = found.unit[picked]
        if len(at) and int(at.max()) + 2 >= len(units):
            picked = picked[at + 2 < len(units)]
            at = found.unit[picked]
        opcode = opcodes[picked]
        target = units[at + 1].astype(np.int64)
        if jumbo >= 0:
            wide = np.flatnonzero(opcode == jumbo)
            target[wide] |= units[at[wide] + 2].astype(np.int64) << 16
        if len(target) and int(target.max()) >= limit:
            valid = target < limit
            picked, at, target, opcode = picked[valid], at[valid], target[valid], opcode[valid]
        return self._with_callers(found.item[picked], target, at * 2, opcode)

    @cached_property
    def _sharing(self) -> tuple[I8, I8, I8]:
        """(methods by code item, and where each distinct item's begin and end there)."""
        _, method, starts, _ = self._code
        items = self._instructions[2]
        order = np.argsort(starts, kind="stable")
        low = np.searchsorted(starts[order], items)
        high = np.searchsorted(starts[order], items, side="right")
        return method[order], low, high

    def _with_callers(self, item: I8, target: I8, offset: I8, opcode: NDArray[np.uint8]) -> Sites:
        """Attach the methods; a code item that several methods share gives each of them its sites."""
        methods, low, high = self._sharing
        if len(low) == len(methods):
            return Sites(methods[low[item]], target, offset, opcode)
        counts = (high - low)[item]
        repeat = np.repeat(np.arange(len(item)), counts)
        inside = np.arange(len(repeat)) - (np.cumsum(counts) - counts)[repeat]
        callers = methods[low[item][repeat] + inside]
        return Sites(callers, target[repeat], offset[repeat], opcode[repeat])
