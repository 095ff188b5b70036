"""Sensitive places inside their methods: the check that each must pass, whether it stands in a loop."""

from collections.abc import Iterator, Mapping

import msgspec
import numpy as np

from appscan.dex.program import Local
from appscan.extract.paths.interpret import Reading
from appscan.extract.paths.search import SHUT, Search
from appscan.extract.paths.told import gate
from appscan.extract.paths.values import Name
from appscan.extract.paths.world import World
from appscan.facts import Code, SiteNote


def site_notes(world: World, search: Search, code: Code, numbers: Mapping[str, int]) -> tuple[SiteNote, ...]:
    """Notes on the places in methods that the start reaches; places without anything to note are left out."""
    found = []
    strings = {(each.caller, each.dex, each.offset): each.value for each in code.strings}
    for caller, dex, offset in sorted(_places(code)):
        number = numbers.get(caller)
        reading = world.reading(number) if number is not None and search.level_of[number] < SHUT else None
        if number is None or reading is None:
            continue
        local, index = world.program.place(number)
        if local is None or local.dex.name != dex:
            continue
        start = local.dex.unit_of(index)
        offsets = [each // 2 - start for each in _same(local, index, offset)]
        passed = search.counted(reading.weakest(offsets))
        loop = any(map(reading.repeats, offsets))
        always = min(offsets) < reading.straight
        given = _given(world, reading, strings.get((caller, dex, offset), ""))
        if passed or loop or always or given:
            note = SiteNote(caller=caller, dex=dex, offset=offset, gate=gate(passed), loop=loop, always=always)
            found.append(msgspec.structs.replace(note, given_to=given))
    return tuple(found)


def _places(code: Code) -> set[tuple[str, str, int]]:
    """(caller, DEX file, offset) of every sensitive place."""
    found = {(each.caller, each.dex, each.offset) for each in code.calls}
    found |= {(each.caller, each.dex, each.offset) for each in code.fields}
    found |= {(each.caller, each.dex, each.offset) for each in code.strings}
    found |= {(each.caller, each.dex, each.offset) for each in code.permission_requests}
    return found | {(each.caller, each.dex, each.offset) for each in code.reflections}


def _given(world: World, reading: Reading, text: str) -> str:
    """The first call that gets a string constant as an operand, as `Lcom/x/Y;->m`."""
    for site in reading.sites if text else ():
        called = world.called(site.place)
        if called and Name(text) in site.operands:
            return f"{called.owner}->{called.name}"
    return ""


def _same(local: Local, method: int, offset: int) -> Iterator[int]:
    """The offsets, in one method, of everything that refers to what the place at an offset refers to."""
    dex = local.dex
    yield offset
    for sites, names in (
        (dex.calls, dex.tables.methods["name"]),
        (dex.field_accesses, None),
        (dex.string_constants, None),
    ):
        own = np.flatnonzero(sites.caller == method)
        here = own[sites.offset[own] == offset]
        if not len(here):
            continue
        target = int(sites.target[here[0]])
        same = own[names[sites.target[own]] == names[target]] if names is not None else own[sites.target[own] == target]
        yield from (each for each in sites.offset[same].tolist() if each != offset)
