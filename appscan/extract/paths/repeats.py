"""Calls that make something happen again and again, and receivers that code registers: with their constants."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

import numpy as np

from appscan.dex.edges import NONE, Mask
from appscan.dex.program import Local
from appscan.extract.paths.hops import LIBRARIES
from appscan.extract.paths.interpret import Reading, Site
from appscan.extract.paths.values import Argument, Made, Name, Number, Unit, Value
from appscan.extract.paths.world import World
from appscan.facts import DynamicReceiver, Repeat
from appscan.knowledge import Repeater
from appscan.sdks import dotted

MAX_METHODS = 400
"""Methods that are read for this in one app; a bound against apps that do nothing else."""

REGISTER = "registerReceiver"
RECEIVER = "Landroid/content/BroadcastReceiver;"
FILTER = "Landroid/content/IntentFilter;"
UNITS = {
    "NANOSECONDS": 1e-6,
    "MICROSECONDS": 1e-3,
    "MILLISECONDS": 1,
    "SECONDS": 1_000,
    "MINUTES": 60_000,
    "HOURS": 3_600_000,
    "DAYS": 86_400_000,
}
"""`java.util.concurrent.TimeUnit` in milliseconds."""


class Found(NamedTuple):
    """A call that was looked for."""

    local: Local
    site: Site
    reading: Reading


def repeats(world: World, known: Iterable[Repeater]) -> tuple[Repeat, ...]:
    """Every call of a repeater in code that counts."""
    wanted = {(each.type, each.member): each for each in known}
    again = {member for (_, member), each in wanted.items() if each.kind == "handler"}
    found = []
    exact = _methods(world, (key for key, each in wanted.items() if each.kind != "handler"))
    for each in chain(_calls(world, exact), _calls(world, _named(world, again), called_back=True)):
        owner, name = each.local.dex.method_name(each.site.place.ref)
        repeater = wanted.get((owner, name)) or next((r for (_, m), r in wanted.items() if m == name in again), None)
        if repeater is None or (repeater.kind == "timer" and repeater.interval >= len(each.site.operands)):
            continue  # an overload without a period runs once
        if repeater.kind != "handler" or _again(world, each, repeater):
            found.append(_repeat(world, each, repeater, f"{owner}->{name}"))
    return tuple(sorted(found, key=lambda each: (each.caller, each.dex, each.offset)))


def _methods(world: World, keys: Iterable[tuple[str, str]]) -> Mask:
    """By method of the program: is it one of some (type, member) pairs."""
    program = world.program
    found: Mask = np.zeros(len(program), bool)
    for kind, member in keys:
        if kind in program.types:
            low, high = np.searchsorted(program.owner, (program.types[kind], program.types[kind] + 1))
            found[low:high] |= program.name[low:high] == program.name_number(member.encode())
    return found


def _named(world: World, names: Iterable[str]) -> Mask:
    """By method of the program: has it one of some names."""
    numbers = [number for name in names if (number := world.program.name_number(name.encode())) != NONE]
    found: Mask = np.isin(world.program.name, numbers)
    return found


def receivers(world: World) -> tuple[DynamicReceiver, ...]:
    """Every receiver that code registers, with the actions that its method puts into filters."""
    found = []
    for each in _calls(world, _named(world, {REGISTER})):
        actions = sorted({action for site in each.reading.sites for action in _actions(world, site)})
        made = [operand for operand in each.site.operands if isinstance(operand, Made) and operand.type != NONE]
        names = [name for operand in made if (name := _receiver(world, operand.type))]
        found.append(
            DynamicReceiver(
                caller=world.program.method(each.site.place.method),
                dex=each.local.dex.name,
                offset=_offset(world, each),
                actions=tuple(actions),
                receiver=names[0] if len(names) == 1 else "",
            )
        )
    return tuple(sorted(found, key=lambda each: (each.caller, each.dex, each.offset)))


def _calls(world: World, wanted: Mask, *, called_back: bool = False) -> Iterator[Found]:
    """The calls of some methods; if asked, only in methods that are called back."""
    read = 0
    for local in world.program.locals:
        sites = local.dex.calls
        here = wanted[local.methods]
        chosen = here[sites.target] & local.counting[sites.caller] if here.any() else np.zeros(0, bool)
        for caller in np.unique(sites.caller[: len(chosen)][chosen]).tolist():
            number = int(local.methods[caller])
            if read >= MAX_METHODS:
                return
            if local.dex.method_name(caller)[0].startswith(LIBRARIES) or (
                called_back and not world.graph.makes(number)
            ):
                continue
            read += 1
            reading = world.reading(number)
            for site in reading.sites if reading else ():
                called = world.called(site.place)
                if called and wanted[called.method]:
                    yield Found(local, site, reading)  # type: ignore[arg-type]


def _repeat(world: World, each: Found, repeater: Repeater, api: str) -> Repeat:
    return Repeat(
        kind="timer" if repeater.kind == "handler" else repeater.kind,
        api=api,
        caller=world.program.method(each.site.place.method),
        dex=each.local.dex.name,
        offset=_offset(world, each),
        interval_ms=_interval(each.site, repeater),
        run=_run(world, each.site, repeater),
    )


def _offset(world: World, each: Found) -> int:
    _, index = world.program.place(each.site.place.method)
    return 2 * (each.local.dex.unit_of(index) + each.site.place.at)


def _operand(site: Site, place: int) -> Value:
    return site.operands[place] if 0 <= place < len(site.operands) else None


def _interval(site: Site, repeater: Repeater) -> int | None:
    value = _operand(site, repeater.interval)
    if not isinstance(value, Number):
        return None
    if repeater.unit < 0:
        return value.value
    unit = _operand(site, repeater.unit)
    return int(value.value * UNITS[unit.name]) if isinstance(unit, Unit) and unit.name in UNITS else None


def _run(world: World, site: Site, repeater: Repeater) -> str:
    """The method that the platform then runs, where the object was made in the same method, or is the object itself."""
    value = _operand(site, repeater.run)
    if isinstance(value, Made) and value.type != NONE:
        methods = [method for method, _ in world.graph.called_on(value.type)]
        return world.program.method(methods[0]) if methods else ""
    if isinstance(value, Argument) and value.place == 0:
        return world.program.method(site.place.method)
    return ""


def _again(world: World, each: Found, repeater: Repeater) -> bool:
    """Whether what a handler runs hands itself to the handler again."""
    value = _operand(each.site, repeater.run)
    own = int(world.program.owner[each.site.place.method])
    runs = any(method == each.site.place.method for method, _ in world.graph.called_on(own))
    return isinstance(value, Argument) and value.place == 0 and runs


def _actions(world: World, site: Site) -> Iterator[str]:
    called = world.called(site.place)
    if called and called.owner == FILTER and called.name in ("<init>", "addAction"):
        yield from (each.text for each in site.operands if isinstance(each, Name))


def _receiver(world: World, kind: int) -> str:
    _, above = world.program.ancestry(np.array([kind], np.int64))
    known = world.program.types.get(RECEIVER, NONE)
    return dotted(world.program.type_names[kind]) if known in above.tolist() else ""
