"""Sensitive members named by strings: `Class.forName("…TelephonyManager")` with `getMethod("getDeviceId")`."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from appscan.dex import mutf8
from appscan.dex.edges import Mask
from appscan.dex.index import Dex
from appscan.extract.watch import Watch
from appscan.facts import Reflection

LOOK_UPS = frozenset(("forName", "loadClass", "getMethod", "getDeclaredMethod", "getField", "getDeclaredField"))


def reflections(dex: Dex, watch: Watch, live: Mask | None) -> Iterator[Reflection]:
    """Methods that name a class and one of its sensitive members, or a member that they look up."""
    classes = _strings(dex, watch.reflected)
    lookers = _lookers(dex)
    if not len(lookers):
        return
    names = {member for owner in classes.values() for member in watch.reflected[owner] if member}
    names |= watch.members.keys()
    members = _strings(dex, names)
    sites = dex.string_constants
    mark = np.zeros(len(dex.tables.strings), bool)
    mark[[*classes, *members]] = True
    caller_may = np.zeros(len(dex.tables.methods), bool)
    caller_may[lookers] = True
    chosen = mark[sites.target] & caller_may[sites.caller] if len(mark) else np.zeros(0, bool)
    if live is not None:
        chosen &= live[sites.caller]
    held: dict[int, dict[int, int]] = defaultdict(dict)
    columns = (sites.caller[chosen], sites.target[chosen], sites.offset[chosen])
    for caller, target, offset in zip(*(each.tolist() for each in columns), strict=True):
        held[caller].setdefault(target, offset)
    for caller, strings in held.items():
        yield from _of(dex, watch, dex.method(caller), {dex.string(each): at for each, at in strings.items()})


def _of(dex: Dex, watch: Watch, caller: str, strings: dict[str, int]) -> Iterator[Reflection]:
    said: set[str] = set()
    for owner in strings.keys() & watch.reflected.keys():
        for member in (strings.keys() | {""}) & watch.reflected[owner].keys():
            said.add(member)
            api = watch.reflected[owner][member]
            yield Reflection(api=api, caller=caller, dex=dex.name, offset=strings[member or owner])
    for member in strings.keys() & watch.members.keys() - said:
        yield Reflection(api=watch.members[member], caller=caller, dex=dex.name, offset=strings[member], paired=False)


def _strings(dex: Dex, names: "set[str] | dict[str, dict[str, str]]") -> dict[int, str]:
    raw = {mutf8.encode(name): name for name in names}
    return {index: raw[each] for each, index in dex.strings.find(raw).items()}


def _lookers(dex: Dex) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """Methods that look up a member of a class by its name, in this program or by a helper of that name."""
    strings = list(dex.strings.find([mutf8.encode(name) for name in LOOK_UPS]).values())
    if not strings:
        return np.empty(0, np.int64)
    wanted = np.isin(dex.tables.methods["name"], strings)
    sites = dex.calls
    return np.unique(sites.caller[wanted[sites.target]])
