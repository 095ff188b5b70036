"""The index of one DEX: strings, classes, and every call site, string constant and field access of every method."""

import struct
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from appscan.dex import mutf8
from appscan.dex.classdata import Methods, read_methods
from appscan.dex.errors import DexError
from appscan.dex.header import U2, Tables, headers, read_tables
from appscan.dex.opcodes import CONST_CLASS, CONST_STRING, CONST_STRING_JUMBO, FIELD, INVOKE, NEW_INSTANCE
from appscan.dex.staticvalues import Sizes, StaticString, static_strings
from appscan.dex.strings import Strings
from appscan.dex.sweep import Instructions, sweep

I8 = NDArray[np.int64]
NO_INDEX = 0xFFFFFFFF
CODE_HEADER = 16
"""Bytes of a code item before its instructions."""

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
        """Every `new-instance` and `const-class`. `target` is a type index."""
        opcodes = self._instructions[1]
        return self._sites((opcodes == NEW_INSTANCE) | (opcodes == CONST_CLASS), len(self.tables.types))

    def _sites(self, chosen: NDArray[np.bool_], limit: int, jumbo: int = -1) -> Sites:
        found, opcodes, items = self._instructions
        at, item, opcode = found.unit[chosen], found.item[chosen], opcodes[chosen]
        units = self._units
        inside = at + 2 < len(units)
        at, item, opcode = at[inside], item[inside], opcode[inside]
        target = units[at + 1].astype(np.int64)
        wide = opcode == jumbo
        if wide.any():
            target[wide] |= units[at[wide] + 2].astype(np.int64) << 16
        valid = target < limit
        return self._with_callers(item[valid], items, target[valid], at[valid] * 2, opcode[valid])

    def _with_callers(self, item: I8, items: I8, target: I8, offset: I8, opcode: NDArray[np.uint8]) -> Sites:
        """Attach the methods; a code item that several methods share gives each of them its sites."""
        _, method, starts, _ = self._code
        order = np.argsort(starts, kind="stable")
        low = np.searchsorted(starts[order], items)
        high = np.searchsorted(starts[order], items, side="right")
        if len(items) == len(order):
            return Sites(method[order][low[item]], target, offset, opcode)
        counts = (high - low)[item]
        repeat = np.repeat(np.arange(len(item)), counts)
        inside = np.arange(len(repeat)) - (np.cumsum(counts) - counts)[repeat]
        callers = method[order][low[item][repeat] + inside]
        return Sites(callers, target[repeat], offset[repeat], opcode[repeat])
