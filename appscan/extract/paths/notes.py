"""Sensitive places inside their methods: the check that each must pass, whether it stands in a loop."""

from collections.abc import Iterator, Mapping

import msgspec
import numpy as np

from appscan.dex.program import Local
from appscan.extract.paths.interpret import Reading
from appscan.extract.paths.search import SHUT, Search
from appscan.extract.paths.told import gate
from appscan.extract.paths.values import MAYBE, SURE, Name, Passed, weaker
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
        passed = _judged(search, _passed(reading, offsets))
        loop = any(map(reading.repeats, offsets))
        always = min(offsets) < reading.straight
        given = _given(local, reading, strings.get((caller, dex, offset), ""))
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


def _given(local: Local, reading: Reading, text: str) -> str:
    """The first call that gets a string constant as an operand, as `Lcom/x/Y;->m`."""
    for site in reading.sites if text else ():
        if 0x6E <= site.place.opcode <= 0x78 and site.place.ref < len(local.methods) and Name(text) in site.operands:
            owner, name = local.dex.method_name(site.place.ref)
            return f"{owner}->{name}"
    return ""


def _passed(reading: Reading, offsets: list[int]) -> Passed | None:
    passed = reading.at(offsets[0])
    for each in offsets[1:]:
        passed = weaker(passed, reading.at(each))
    return passed


def _judged(search: Search, passed: Passed | None) -> Passed | None:
    rank = search.rank(passed)
    if passed is None or rank == 0:
        return None
    return passed if rank == SURE else passed._replace(sure=MAYBE)


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
