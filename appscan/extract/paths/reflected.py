"""Methods that look up classes of the app's own by their names, and what of them they may call."""

import numpy as np

from appscan.dex import mutf8
from appscan.dex.callgraph import Reflected
from appscan.dex.program import Program
from appscan.extract.paths.roots import Lookup
from appscan.lifecycle import descriptor

LOOK_UPS = ("forName", "loadClass")
MAX_FOUND = 2000


def reflected(program: Program, lookup: Lookup) -> list[Reflected]:
    """Each (method, class) where a string constant in a method that looks up classes is a class of the program."""
    found: list[Reflected] = []
    for local in program.locals:
        dex = local.dex
        names = list(dex.strings.find([mutf8.encode(each) for each in LOOK_UPS]).values())
        asking = np.isin(dex.tables.methods["name"], names)
        lookers = np.unique(dex.calls.caller[asking[dex.calls.target]]) if len(asking) else np.empty(0, np.int64)
        mark = np.zeros(len(asking), bool)
        mark[lookers] = True
        mark &= local.counting
        sites = dex.string_constants
        chosen = np.flatnonzero(mark[sites.caller]) if mark.any() else np.empty(0, np.int64)
        held: dict[int, set[str]] = {}
        for caller, target in zip(sites.caller[chosen].tolist(), sites.target[chosen].tolist(), strict=True):
            held.setdefault(caller, set()).add(dex.string(target))
        for caller, texts in held.items():
            for text in sorted(texts):
                kind = program.types.get(descriptor(text))
                if kind is not None and program.defined_type[kind] and len(found) < MAX_FOUND:
                    targets = tuple(lookup.named(kind, (*texts - {text}, "<init>", "<clinit>")))
                    found.append(Reflected(int(local.methods[caller]), kind, targets))
    return found
