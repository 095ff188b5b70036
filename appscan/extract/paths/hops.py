"""One edge of the call graph read closely: what has been passed where it starts, and whether it is real.

A callback edge says only that a method makes an object. Reading the method tells whether it hands the object to
something that will call it back, keeps it for later, or gives it to a listener that waits for the user.
"""

from collections.abc import Iterator
from typing import NamedTuple

from appscan.dex.callgraph import CALL, DISPATCH, INIT, USER
from appscan.dex.edges import NONE
from appscan.dex.opcodes import DISPATCHED, INVOKE_CUSTOM, STATIC_CALL
from appscan.extract.paths.interpret import Reading, Site
from appscan.extract.paths.values import Made, Passed, stronger
from appscan.extract.paths.world import World
from appscan.facts import Confidence

STARTERS = frozenset(
    "startActivity startActivityForResult startActivities startService startForegroundService bindService "
    "sendBroadcast sendOrderedBroadcast schedule enqueue set setExact setRepeating setInexactRepeating "
    "setExactAndAllowWhileIdle "
    "setAndAllowWhileIdle setAlarmClock setWindow launch startInstrumentation enqueueWork".split()
)
"""Methods that start the component that an intent, a job or an alarm names."""

LIBRARIES = (
    "Landroidx/",
    "Landroid/support/",
    "Lkotlin/",
    "Lkotlinx/",
    "Lio/reactivex/",
    "Lrx/",
    "Lokhttp3/",
    "Lretrofit2/",
    "Lcom/google/android/gms/tasks/",
)
"""Code that comes with an app and calls back what it is given, as the platform does."""

LAZY = "Lkotlin/Lazy"
"""Keeps a function until its value is asked for, if ever."""

COMPONENTS = frozenset(("activity", "service", "receiver", "provider"))
BIRTH = frozenset((0x70, 0x76))
"""invoke-direct: the call of an object's own constructor."""


class Hop(NamedTuple):
    """What reading an edge showed. `real` false: the edge is none; `sure`: how sure it is that it is one.

    `always`: no branch comes before it in its method.
    """

    passed: Passed | None
    sure: Confidence
    real: bool = True
    always: bool = False


class Hops:
    """Reads edges."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._graph = world.graph
        self._program = world.program

    def read(self, source: int, target: int, kind: str) -> Hop:
        """The edge from a method to a node of the graph."""
        if source >= len(self._program):
            return Hop(None, "tentative" if kind == DISPATCH else "certain", always=kind != DISPATCH)
        reading = self._world.reading(source)
        if reading is None:
            return Hop(None, "certain" if kind in (CALL, INIT) else "tentative")
        if kind in (INIT, CALL):
            places = list(self._uses(source, target) if kind == INIT else self._calls(reading, target))
            always = min(places, default=reading.straight) < reading.straight
            return Hop(reading.weakest(places), "certain", always=always)
        if kind in COMPONENTS:
            return self._component(reading, target)
        return self._callback(reading, target, kind)

    # -- calls ---------------------------------------------------------------------------------------------------

    def _calls(self, reading: Reading, target: int) -> Iterator[int]:
        program = self._program
        for site in reading.sites:
            method = self._named(site)
            if method == NONE:
                continue
            if DISPATCHED[site.place.opcode]:
                if target >= len(program) and int(self._graph.declared[target - len(program)]) == method:
                    yield site.place.at
            elif int(program.meant[method]) == target:
                yield site.place.at

    def _named(self, site: Site) -> int:
        """The program's number of the method that a call names; -1 for anything else."""
        called = self._world.called(site.place)
        return called.method if called else NONE

    def _uses(self, source: int, initialiser: int) -> Iterator[int]:
        """Where a method first needs a class: an object, a static method or a static field of it."""
        local, _ = self._program.place(source)
        body = self._program.body(source)
        if local is None or body is None:
            return
        tables = local.dex.tables
        for each in body.instructions:
            kind = NONE
            if each.opcode == 0x22 and each.ref < len(tables.types):
                kind = int(local.types[each.ref])
            elif STATIC_CALL[each.opcode] and each.ref < len(tables.methods):
                kind = int(self._program.owner[local.methods[each.ref]])
            elif 0x60 <= each.opcode <= 0x6D and each.ref < len(tables.fields):
                kind = int(local.types[tables.fields[each.ref]["owner"]])
            if kind != NONE and int(self._graph.initialisers[kind]) == initialiser:
                yield each.at

    # -- callbacks -----------------------------------------------------------------------------------------------

    def _callback(self, reading: Reading, target: int, kind: str) -> Hop:
        births = self._births(reading, target)
        if not births:
            return Hop(None, "tentative")
        sinks = [sink for birth in births for sink in self._sinks(reading, birth)]
        registered = [sink for sink in sinks if self._registers(sink)]
        if registered:
            return Hop(reading.weakest(sink.place.at for sink in registered), "firm")
        if kind != USER and sinks and all(self._held(sink) for sink in sinks):
            return Hop(None, "tentative", real=False)
        return Hop(reading.weakest(births), "tentative")

    def _births(self, reading: Reading, target: int) -> list[int]:
        """Where a method makes (or names) an object on which the platform calls a method."""
        makes = self._graph.makes(target)
        found = {
            operand.at
            for site in reading.sites
            for operand in site.operands
            if isinstance(operand, Made) and (operand.type in makes or operand.type == NONE)
        }
        lambdas = {site.place.at for site in reading.sites if site.place.opcode >= INVOKE_CUSTOM}
        return sorted(at for at in found if at not in lambdas or self._graph.is_lambda(target))

    @staticmethod
    def _sinks(reading: Reading, birth: int) -> list[Site]:
        """Where the object goes: calls that get it, fields that keep it; its own constructor aside."""
        return [
            site
            for site in reading.sites
            for place, operand in enumerate(site.operands)
            if isinstance(operand, Made) and operand.at == birth and not (place == 0 and site.place.opcode in BIRTH)
        ]

    def _registers(self, sink: Site) -> bool:
        """Whether a call hands the object to the platform, or to a library that calls back as the platform does."""
        method = self._named(sink)
        if method == NONE:
            return False
        target = int(self._program.meant[method])
        if target == NONE:
            return not self._program.defined_type[self._program.owner[method]] or self._inherited(sink)
        owner = self._program.type_names[int(self._program.owner[target])]
        return owner.startswith(LIBRARIES) and not owner.startswith(LAZY)

    def _inherited(self, sink: Site) -> bool:
        """A call on a class of the app's own that only the platform above it defines: `thread.start()`."""
        return sink.place.opcode not in BIRTH

    def _held(self, sink: Site) -> bool:
        """Whether the object is only given to a new listener that waits for the user."""
        method = self._named(sink)
        if sink.place.opcode not in BIRTH or method == NONE:
            return False
        kinds = self._graph.waits_for(int(self._program.owner[method]))
        return bool(kinds) and kinds == {USER}

    # -- components ----------------------------------------------------------------------------------------------

    def _component(self, reading: Reading, target: int) -> Hop:
        kind = int(self._program.owner[target])
        births = {
            operand.at
            for site in reading.sites
            for operand in site.operands
            if isinstance(operand, Made) and self._is_or_below(operand.type, kind)
        }
        starters = [site.place.at for site in reading.sites if self._starts(site)]
        named = reading.weakest(births)
        if starters:
            return Hop(stronger(named, reading.weakest(starters)), "firm" if births else "tentative")
        return Hop(named, "tentative")

    def _is_or_below(self, kind: int, base: int) -> bool:
        for _ in range(8):
            if kind == base:
                return True
            if kind == NONE:
                return False
            kind = int(self._program.parent[kind])
        return False

    def _starts(self, site: Site) -> bool:
        called = self._world.called(site.place)
        return called is not None and called.name in STARTERS
