"""Manifest × program → the methods that the platform runs by itself, and those that a component runs once started."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from appscan.dex import mutf8
from appscan.dex.callgraph import Component
from appscan.dex.edges import I8, NONE
from appscan.dex.program import Program
from appscan.facts import App
from appscan.knowledge import SystemStart
from appscan.lifecycle import BY_HAND, OF_KIND, PARAMETERS, descriptor, split, start_roots

MAX_DEPTH = 64
SCREENS = (
    "Landroid/app/Activity;",
    "Landroid/app/Fragment;",
    "Landroidx/fragment/app/Fragment;",
    "Landroid/support/v4/app/Fragment;",
    "Landroid/view/View;",
    "Landroid/app/Dialog;",
)


class RootMethod(NamedTuple):
    """A method that the platform runs, and the kind of root."""

    method: int
    kind: str


class Lookup:
    """Finds methods of classes by name, own or inherited."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._order = np.flatnonzero(program.defined)  # methods are numbered by their owners
        self._owners = program.owner[self._order]

    def of(self, kind: int) -> list[int]:
        """The methods that a type defines."""
        low, high = np.searchsorted(self._owners, (kind, kind + 1))
        return self._order[low:high].tolist()  # type: ignore[no-any-return]

    def named(self, kind: int, names: Iterable[str]) -> Iterator[int]:
        """The methods with some names, of a type or of its nearest superclass that has them."""
        program = self._program
        wanted = {program.name_number(mutf8.encode(each)) for each in names}
        taken: set[int] = set()
        for _ in range(MAX_DEPTH):
            if kind == NONE or not program.defined_type[kind]:
                return
            for method in self.of(kind):
                selector = int(program.selector[method])
                if int(program.name[method]) in wanted and selector not in taken and _own(program.method(method)):
                    taken.add(selector)
                    yield method
            kind = int(program.parent[kind])


def _own(method: str) -> bool:
    """Whether a method is the platform's by its parameters, and no overload of the same name."""
    _, name = split(method)
    return name not in PARAMETERS or method.partition("(")[2].partition(")")[0] in PARAMETERS[name]


def starts(program: Program, lookup: Lookup, app: App, system: Iterable[SystemStart]) -> list[RootMethod]:
    """The methods that run before anyone can agree, in the system's order, each once."""
    found: dict[int, str] = {}
    for root in start_roots(app, system):
        kind = program.types.get(descriptor(root.name), NONE)
        for method in lookup.named(kind, root.methods):
            found.setdefault(method, root.kind)
    return [RootMethod(*pair) for pair in found.items()]


def components(program: Program, lookup: Lookup, app: App) -> list[Component]:
    """The classes of the manifest's components with the methods that run when one is started.

    A disabled one counts only where the program may enable it.
    """
    found: dict[int, Component] = {}
    enabling = program.name_number(b"setComponentEnabledSetting") != NONE
    for each in app.components:
        if not each.enabled and not enabling:
            continue
        kind = program.types.get(descriptor(each.name), NONE)
        methods = OF_KIND.get(each.kind)
        if kind != NONE and methods and kind not in found:
            found[kind] = Component(kind, each.kind, tuple(lookup.named(kind, methods)))
    return list(found.values())


def by_hand(program: Program, lookup: Lookup, types: I8) -> list[int]:
    """Methods of screens, among some types, that run after something that the user does."""
    screens = [program.types[each] for each in SCREENS if each in program.types]
    below, above = program.ancestry(types[program.defined_type[types]])
    shown = np.unique(below[np.isin(above, screens)]).tolist()
    found = {method for kind in shown for method in lookup.named(kind, BY_HAND)}
    return sorted(found | _click_methods(program, shown, lookup))


def _click_methods(program: Program, shown: list[int], lookup: Lookup) -> set[int]:
    """Methods `name(View): void` of a screen's own, which a layout can name in `android:onClick`."""
    fits: dict[int, bool] = {}
    found: set[int] = set()
    for kind in shown:
        for method in lookup.of(kind):
            shape = program.shape(method)
            if shape not in fits:
                fits[shape] = program.method(method).endswith("(Landroid/view/View;)V")
            if fits[shape]:
                found.add(method)
    return found
