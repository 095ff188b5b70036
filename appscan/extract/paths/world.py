"""The program as the close reading of methods sees it: what methods do and return, whom calls mean."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from appscan.dex.callgraph import CallGraph
from appscan.dex.edges import NONE
from appscan.dex.errors import DexError
from appscan.dex.opcodes import DISPATCHED, INVOKE_CUSTOM
from appscan.dex.program import Program
from appscan.extract.paths.flags import Flags
from appscan.extract.paths.interpret import Place, Reading, interpret
from appscan.extract.paths.local import LocalReader
from appscan.extract.paths.values import Argument, Key, Name, Number, Stored, Value
from appscan.extract.paths.words import Consent
from appscan.knowledge import StoredFlag

MAX_DEPTH = 4
"""Calls that are followed to learn what a method returns."""

MAX_NESTED = 10
"""Readings that may wait for each other, by calls or by fields."""

MAX_READINGS = 6000
"""Methods that are read closely in one app; what needs more stays undecided, and the report says so."""


class Called(NamedTuple):
    """A method that an invoke names: its number in the program, its class (descriptor) and name."""

    method: int
    owner: str
    name: str


class World:
    """A program with what is known of flags. Readings are kept."""

    def __init__(self, program: Program, graph: CallGraph, flags: Iterable[StoredFlag], consent: Consent) -> None:
        self.program = program
        self.graph = graph
        self.consent = consent
        self.exhausted = False
        self.flags = Flags(self, flags)
        self._readings: dict[tuple[int, tuple[Value, ...]], Reading | None] = {}
        self._open: set[int] = set()
        self._nested = 0

    def reading(self, method: int, arguments: tuple[Value, ...] | None = None) -> Reading | None:
        """A method read closely; None where it cannot be, or where too many were read already."""
        key = (method, arguments or ())
        if key not in self._readings:
            if self._nested >= MAX_NESTED:
                return None
            self._nested += 1
            try:
                self._readings[key] = self._read(method, arguments)
            finally:
                self._nested -= 1
        return self._readings[key]

    def _read(self, method: int, arguments: tuple[Value, ...] | None) -> Reading | None:
        if len(self._readings) >= MAX_READINGS:
            self.exhausted = True
            return None
        local, _ = self.program.place(method)
        try:
            body = self.program.body(method)
        except DexError:
            return None
        if local is None or body is None:
            return None
        if arguments is None:
            arguments = tuple(Argument(place) for place in range(body.arguments))
        return interpret(method, body, arguments, LocalReader(self, local))

    def returned(self, method: int, operands: tuple[Value, ...]) -> Value:
        """What a method returns for some operands."""
        if method in self._open or len(self._open) >= MAX_DEPTH:
            return None
        self._open.add(method)
        try:
            known = tuple(each if isinstance(each, Name | Number | Key | Stored) else None for each in operands)
            reading = self.reading(method, known)
        finally:
            self._open.discard(method)
        return reading.returned if reading else None

    def target(self, method: int, opcode: int) -> int:
        """The one defined method that a call can mean; -1 where it may be several, or none is defined."""
        meant = int(self.program.meant[method])
        if not DISPATCHED[opcode]:
            return meant
        node = int(np.searchsorted(self.graph.declared, method)) + len(self.program)
        rows = self.graph.edges.out_of(np.array([node]))
        targets = set(self.graph.edges.rows.target[rows].tolist()) - {meant}
        if not targets:
            return meant
        return targets.pop() if meant == NONE and len(targets) == 1 else NONE

    def called(self, place: Place) -> Called | None:
        """What an invoke names; None for anything else, and where there is no such method."""
        local, _ = self.program.place(place.method)
        if local is None or not 0x6E <= place.opcode <= 0x78 or place.ref >= len(local.methods):
            return None
        return Called(int(local.methods[place.ref]), *local.dex.method_name(place.ref))

    def means(self, place: Place, method: int) -> bool:
        """Whether a call can mean a method."""
        local, _ = self.program.place(place.method)
        if local is None or not 0 <= place.ref < len(local.methods) or place.opcode >= INVOKE_CUSTOM:
            return False
        return method in (int(self.program.meant[int(local.methods[place.ref])]), int(local.methods[place.ref]))

    def callers(self, method: int) -> list[int]:
        """The methods that call a method directly, or by a dispatch that names it."""
        rows = self.graph.edges.rows
        nodes = [method, *(np.flatnonzero(self.graph.declared == method) + len(self.program)).tolist()]
        sources = np.unique(rows.source[np.isin(rows.target, nodes)])
        return [each for each in sources.tolist() if each < len(self.program)]
