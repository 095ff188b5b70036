"""All DEX files of an app as one program: types and methods numbered once, the class hierarchy, in arrays.

A type or method that several DEX files name has one number here. Of two definitions of a class the first counts, as on
a device.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from appscan.dex.edges import distinct, spread
from appscan.dex.index import Dex
from appscan.dex.instructions import Body

I8 = NDArray[np.int64]
Mask = NDArray[np.bool_]
NONE = -1
NAME_BITS, PROTO_BITS = 22, 20
MAX_DEPTH = 64
MIX = np.uint64(0x9E3779B97F4A7C15)
"""An odd multiplier that spreads bits (the golden ratio in 64 bits)."""


class Local(NamedTuple):
    """One DEX file's own indices as numbers of the program: types, methods, and which classes count."""

    dex: Dex
    types: I8
    methods: I8
    live: Mask
    """By class row: false where an earlier DEX file defines the class too."""
    counting: Mask
    """By method: true where it is defined here, in a class that counts."""

    @property
    def all_live(self) -> bool:
        """Whether no class of the file is defined by an earlier one."""
        return bool(self.live.all())

    def live_method(self, method: int) -> bool:
        """Whether a method is defined here, in a class that counts."""
        return bool(self.counting[method])


class Program:
    """Numbers for types and methods, who defines what, and who extends or implements whom."""

    def __init__(self, dexes: Sequence[Dex]) -> None:
        self.types: dict[str, int] = {}
        self._names: dict[bytes, int] = {}
        self._protos: dict[int, int] = {}
        type_maps = [_numbers(dex.types, self.types) for dex in dexes]
        keys = [self._keys(dex, types) for dex, types in zip(dexes, type_maps, strict=True)]
        self._keys_sorted, inverse = np.unique(np.concatenate([*keys, np.empty(0, np.int64)]), return_inverse=True)
        ends = np.cumsum([len(each) for each in keys])
        self.owner: I8 = self._keys_sorted >> NAME_BITS + PROTO_BITS
        self.selector: I8 = self._keys_sorted & (1 << NAME_BITS + PROTO_BITS) - 1
        """Name and prototype of a method as one number: what an override shares with what it overrides."""
        self.parent: I8 = np.full(len(self.types), NONE, np.int64)
        self.interfaces: dict[int, tuple[int, ...]] = {}
        self.defined_type: Mask = np.zeros(len(self.types), bool)
        self.locals = [
            self._local(dex, types, inverse[end - len(key) : end])
            for dex, types, key, end in zip(dexes, type_maps, keys, ends.tolist(), strict=True)
        ]
        self.defined: Mask = np.zeros(len(self.owner), bool)
        for local in self.locals:
            self.defined[local.methods[local.counting]] = True

    def __len__(self) -> int:
        return len(self.owner)

    @cached_property
    def type_names(self) -> list[str]:
        """Descriptors of the types, by their numbers."""
        return list(self.types)

    def _keys(self, dex: Dex, types: I8) -> I8:
        """Owner, name and prototype of every method that a DEX file names, packed into one number each."""
        table = dex.tables.methods
        used, inverse = np.unique(table["name"], return_inverse=True)
        names = _numbers(dex.strings.raws(used), self._names)[inverse]
        protos = _numbers(_shapes(dex, types).tolist(), self._protos)
        packed: I8 = types[table["owner"]] << NAME_BITS + PROTO_BITS | names << PROTO_BITS | protos[table["proto"]]
        return packed

    def _local(self, dex: Dex, types: I8, methods: I8) -> Local:
        classes = dex.tables.classes
        own = types[classes["type"]]
        live = ~self.defined_type[own]
        self.defined_type[own] = True
        parents = classes["superclass"].astype(np.int64)
        known = live & (parents < len(types))
        self.parent[own[known]] = types[parents[known]]
        for row in np.flatnonzero(live & (classes["interfaces"] != 0)).tolist():
            listed = dex.type_list(int(classes["interfaces"][row]))
            self.interfaces[int(own[row])] = tuple(types[list(listed)].tolist())
        counting = np.zeros(len(methods), bool)
        counting[dex.methods.method[live[dex.methods.owner]]] = True
        return Local(dex, types, methods, live, counting)

    # -- names ---------------------------------------------------------------------------------------------------

    def body(self, number: int) -> Body | None:
        """The code of a defined method, read closely; None where there is none. Raises `DexError`."""
        local, index = self.place(number)
        return None if local is None else local.dex.body(index)

    def place(self, number: int) -> tuple["Local | None", int]:
        """The DEX file that defines a method, and its index there; (None, 0) where none does."""
        dex, index = self._definitions
        return (None, 0) if dex[number] < 0 else (self.locals[int(dex[number])], int(index[number]))

    @cached_property
    def _definitions(self) -> tuple[I8, I8]:
        dex, index = np.full(len(self), NONE, np.int64), np.zeros(len(self), np.int64)
        for number, local in enumerate(self.locals):
            own = np.flatnonzero(local.counting)
            dex[local.methods[own]], index[local.methods[own]] = number, own
        return dex, index

    @cached_property
    def _places(self) -> tuple[I8, I8]:
        """(DEX number, method index there) of a mention of every method."""
        dex, index = np.zeros(len(self), np.int64), np.zeros(len(self), np.int64)
        for number, local in enumerate(self.locals):
            dex[local.methods], index[local.methods] = number, np.arange(len(local.methods))
        return dex, index

    def method(self, number: int) -> str:
        """A method as `Lcom/x/Y;->m(I)V`."""
        dex, index = self._places
        return self.locals[int(dex[number])].dex.method(int(index[number]))

    def shape(self, number: int) -> int:
        """A number for a method's prototype: methods of the same parameters and result share it."""
        return int(self.selector[number]) & (1 << PROTO_BITS) - 1

    def name_number(self, name: bytes) -> int:
        """The number of a method name (MUTF-8); -1 where no DEX file names such a method."""
        return self._names.get(name, NONE)

    @cached_property
    def name(self) -> I8:
        """Name numbers by method."""
        return self.selector >> PROTO_BITS

    # -- hierarchy -----------------------------------------------------------------------------------------------

    def resolve(self, owner: I8, selector: I8) -> I8:
        """The defined method that a reference means: of the class, or of its nearest superclass; -1 where none is."""
        result = np.full(len(owner), NONE, np.int64)
        pending = np.arange(len(owner))
        at = owner.copy()
        for _ in range(MAX_DEPTH):
            if not len(pending):
                break
            found = self.find(at[pending], selector[pending])
            hit = found != NONE
            result[pending[hit]] = found[hit]
            pending = pending[~hit]
            at[pending] = self.parent[at[pending]]
            pending = pending[at[pending] != NONE]
        return result

    def find(self, owner: I8, selector: I8) -> I8:
        """The number of a *defined* method by exact owner and selector; -1 where it is not defined."""
        keys = owner << NAME_BITS + PROTO_BITS | selector
        at = np.minimum(np.searchsorted(self._keys_sorted, keys), max(0, len(self) - 1))
        if not len(self):
            return np.full(len(owner), NONE, np.int64)
        fits = (self._keys_sorted[at] == keys) & self.defined[at]
        return np.where(fits, at, NONE)

    @cached_property
    def meant(self) -> I8:
        """By method: the defined method that a reference to it means; -1 where none is."""
        found = np.where(self.defined, np.arange(len(self)), NONE)
        open_ = np.flatnonzero(~self.defined & self.defined_type[self.owner])
        found[open_] = self.resolve(self.owner[open_], self.selector[open_])
        return found

    def ancestry(self, types: I8) -> tuple[I8, I8]:
        """(type, supertype) of every class and interface above some types, directly or not; cycles end in time."""
        starts, above = self._direct
        size = max(1, len(self.types))
        pairs = types * size + types
        known: list[I8] = []
        for _ in range(MAX_DEPTH):
            low, at = pairs // size, pairs % size
            counts = starts[at + 1] - starts[at]
            which = np.repeat(np.arange(len(pairs)), counts)
            pairs = distinct(low[which] * size + above[spread(starts[at], counts)])
            if not len(pairs):
                break
            known.append(pairs)
        packed = distinct(np.concatenate([*known, np.empty(0, np.int64)]))
        return packed // size, packed % size

    @cached_property
    def _direct(self) -> tuple[I8, I8]:
        """The direct supertypes of each type in CSR form: the superclass, then the interfaces."""
        low = np.flatnonzero(self.parent != NONE)
        listed = [(kind, each) for kind, above in self.interfaces.items() for each in above]
        pairs = np.array(listed, np.int64).reshape(-1, 2)
        source, target = np.concatenate((low, pairs[:, 0])), np.concatenate((self.parent[low], pairs[:, 1]))
        order = np.argsort(source, kind="stable")
        starts = np.zeros(len(self.types) + 1, np.int64)
        np.cumsum(np.bincount(source, minlength=len(self.types)), out=starts[1:])
        return starts, target[order]


def _numbers(values: Iterable[object], known: dict) -> I8:  # type: ignore[type-arg]
    """The number of each value, new ones numbered as they come."""
    return np.fromiter((known.setdefault(value, len(known)) for value in values), np.int64)


def _shapes(dex: Dex, types: I8) -> NDArray[np.uint64]:
    """Every prototype as a 64-bit hash over the program's type numbers: return type, then the parameters in order."""
    table = dex.tables.protos
    shapes = (types[table["returns"]] + 1).astype(np.uint64) * MIX
    at, sizes = dex.type_lists(table["parameters"].astype(np.int64))
    for step in range(int(sizes.max(initial=0))):
        longer = np.flatnonzero(sizes > step)
        parameter = types[dex.type_at(at[longer] + step)].astype(np.uint64)
        shapes[longer] = (shapes[longer] ^ (parameter + np.uint64(1))) * MIX
    result: NDArray[np.uint64] = shapes
    return result
