"""The call graph of a program in CSR arrays.

Nodes are the program's methods, and behind them one node for each method that is called by dispatch: from there edges
lead to what the runtime may choose, each on the condition that an object of that class exists. Other edges are class
initialisation, and callbacks: from a method that makes an object to the methods that the platform calls on it.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from appscan.dex.callbacks import Callback, callback_targets
from appscan.dex.edges import NONE, Edges, Rows, csr, distinct, joined, spread
from appscan.dex.invokes import Invokes, creations, read_invokes, static_fields
from appscan.dex.program import I8, Program

MAX_TARGETS = 64
"""A call that more methods than this could answer says nothing; it keeps only the method that it names."""

MAX_CLASSES = 512
"""A type with more classes below it than this is as good as any object."""

CALL, DISPATCH, INIT = "call", "dispatch", "init"
USER = "user"
ACTED = "acted"
"""A listener for the user that code sets going itself."""

REFLECTION = "reflection"

KINDS = (CALL, DISPATCH, INIT, USER, ACTED, REFLECTION)

ACTING = (b"performClick", b"callOnClick", b"performLongClick", b"performItemClick", b"setChecked", b"toggle")


class Component(NamedTuple):
    """A class that the manifest declares: what it is, and the methods that run when it is started."""

    type: int
    kind: str
    methods: tuple[int, ...]


class Reflected(NamedTuple):
    """A method that looks up a class of the program by its name, and the methods of that class which it may call."""

    method: int
    type: int
    targets: tuple[int, ...]


class CallGraph:
    """Edges between the methods that a program defines. `kinds` names the edge kinds by their numbers."""

    def __init__(
        self,
        program: Program,
        callbacks: Iterable[Callback],
        components: Sequence[Component] = (),
        started: Iterable[int] = (),
        mentions: tuple[I8, I8] | None = None,
        reflected: Sequence[Reflected] = (),
    ) -> None:
        """`started`: other types of which the platform makes objects.

        `mentions`: (method, type) of components that a method names by a string. `reflected`: classes that methods
        look up by their names.
        """
        self.program = program
        listed = tuple(callbacks)
        self.kinds: list[str] = list(
            dict.fromkeys(
                (
                    CALL,
                    DISPATCH,
                    INIT,
                    USER,
                    ACTED,
                    REFLECTION,
                    *(e.kind for e in listed),
                    *(e.kind for e in components),
                )
            )
        )
        self.user = self.kinds.index(USER)
        self._components = {each.type: each for each in components}
        self._invokes = invokes = read_invokes(program)
        makers, made = creations(program, new=True)
        namers, named = creations(program, new=False)
        plain = ~np.isin(named, list(self._components))
        if mentions is not None:
            namers, named = np.concatenate((namers, mentions[0])), np.concatenate((named, mentions[1]))
            plain = np.concatenate((plain, np.zeros(len(mentions[0]), bool)))
        self._made_lambdas = [
            (local, each) for local in program.locals for each in local.dex.lambdas if local.live_method(each.caller)
        ]
        self.type_count = len(program.types) + len(self._made_lambdas)
        """Types of the program, and behind them one for each function object that `invoke-custom` makes."""
        behind = np.array([int(local.methods[each.caller]) for local, each in self._made_lambdas], np.int64)
        objects = np.arange(len(program.types), self.type_count)
        lookers = np.array([each.method for each in reflected], np.int64)
        looked = np.array([each.type for each in reflected], np.int64)
        created = Rows.of(
            np.concatenate((makers, namers, behind, lookers)), np.concatenate((made, named, objects, looked)), 0
        )
        new = makers, made
        makers, made = np.concatenate((makers, namers[plain])), np.concatenate((made, named[plain]))
        looked_up = [each.type for each in reflected]
        self._made = distinct(np.concatenate((made, np.array([*self._components, *started, *looked_up], np.int64))))
        self.declared = distinct(invokes.target[invokes.dispatched])
        """Method numbers called by dispatch; node `len(program) + i` stands for a call of `declared[i]`."""
        self.size = len(program) + len(self.declared)
        self.created: Edges = csr(created, len(program))
        parts = [
            *self._calls(invokes),
            self._called_back(makers, made, listed),
            self._initialised(invokes, *new),
            self._lambdas(listed),
            self._started(namers, named),
            self._looked_up(reflected),
        ]
        self.edges: Edges = csr(joined(parts), self.size)

    def makes(self, method: int) -> frozenset[int]:
        """The classes on whose objects the platform calls a method."""
        return self._makers.get(method, frozenset())

    def called_on(self, kind: int) -> list[tuple[int, int]]:
        """(method, kind of callback) that the platform calls on objects of a class."""
        return self._targets.get(kind, [])

    def waits_for(self, kind: int) -> set[str]:
        """The kinds of callback for which objects of a class wait."""
        return {self.kinds[each] for _, each in self._targets.get(kind, ())}

    def is_lambda(self, method: int) -> bool:
        """Whether an `invoke-custom` makes a function object over a method."""
        return method in self._behind_lambdas

    @cached_property
    def _makers(self) -> dict[int, frozenset[int]]:
        found: dict[int, set[int]] = {}
        for kind, pairs in self._targets.items():
            for method, _ in pairs:
                found.setdefault(method, set()).add(kind)
        return {method: frozenset(kinds) for method, kinds in found.items()}

    def method_of(self, node: int) -> int:
        """The method that a node stands for."""
        return node if node < len(self.program) else int(self.declared[node - len(self.program)])

    # -- calls ---------------------------------------------------------------------------------------------------

    def _calls(self, invokes: Invokes) -> list[Rows]:
        program = self.program
        meant = program.meant
        direct = ~invokes.dispatched
        target = meant[invokes.target[direct]]
        plain = Rows.of(invokes.caller[direct][target != NONE], target[target != NONE], 0)
        node = np.searchsorted(self.declared, invokes.target[invokes.dispatched]) + len(program)
        into = Rows.of(invokes.caller[invokes.dispatched], node, 0)
        named = meant[self.declared]
        nodes = np.arange(len(program), self.size)
        return [plain, into, Rows.of(nodes[named != NONE], named[named != NONE], 0), self._overrides()]

    def _overrides(self) -> Rows:
        """From a dispatched call to what it means on each class, of those that are made, below the class it names."""
        program = self.program
        owners = program.owner[self.declared]
        asked = distinct(owners)
        below, above = self._ancestry
        chosen = np.isin(above, asked)
        below, above = below[chosen], above[chosen]
        order = np.argsort(above, kind="stable")
        below, above = below[order], above[order]
        low, high = np.searchsorted(above, owners), np.searchsorted(above, owners, side="right")
        broad = high - low > MAX_CLASSES
        counts = np.where(broad, 0, high - low)
        which = np.repeat(np.arange(len(owners)), counts)
        kind = below[spread(low, counts)]
        method = program.resolve(kind, program.selector[self.declared[which]])
        found = method != NONE
        which, kind, method = which[found], kind[found], method[found]
        pairs = distinct(which * max(1, len(program)) + method)
        answers = np.bincount(pairs // max(1, len(program)), minlength=len(owners))
        few = answers <= MAX_TARGETS
        answered = np.isin(program.selector[self.declared], program.selector[program.defined])
        self.wide: I8 = np.flatnonzero((broad & answered) | ~few) + len(program)
        """Nodes of calls with too many answers to follow."""
        keep = few[which] & (method != program.meant[self.declared[which]])
        rows = Rows.of(which[keep] + len(program), method[keep], 0, kind[keep])
        return rows._replace(kind=(answers > 1)[which[keep]].astype(np.uint8) * self.kinds.index(DISPATCH))

    @cached_property
    def _ancestry(self) -> tuple[I8, I8]:
        """(class that is made, supertype) pairs, direct and indirect."""
        return self.program.ancestry(self._made[self.program.defined_type[self._made]])

    # -- callbacks -----------------------------------------------------------------------------------------------

    def _called_back(self, makers: I8, made: I8, callbacks: Sequence[Callback]) -> Rows:
        self._targets = targets = callback_targets(self.program, callbacks, self.kinds, self._ancestry)
        kinds = np.array(sorted(targets), np.int64)
        counts = np.array([len(targets[each]) for each in kinds.tolist()], np.int64)
        pairs = np.array([pair for each in kinds.tolist() for pair in targets[each]], np.int64).reshape(-1, 2)
        count = np.zeros(len(self.program.types), np.int64)
        first = np.zeros(len(self.program.types), np.int64)
        count[kinds], first[kinds] = counts, np.cumsum(counts) - counts
        chosen = np.flatnonzero(count[made])
        makers, made = makers[chosen], made[chosen]
        at = spread(first[made], count[made])
        kind = pairs[at, 1].astype(np.uint8)
        rows = Rows.of(np.repeat(makers, count[made]), pairs[at, 0], 0)._replace(kind=kind)
        kind[(kind == self.user) & self._acts[rows.source]] = self.kinds.index(ACTED)
        return rows

    @cached_property
    def _acts(self) -> NDArray[np.bool_]:
        """Methods that carry out on views what else a user does: their listeners run at once."""
        program = self.program
        numbers = [program.name_number(each) for each in ACTING]
        calls = np.isin(program.name, [each for each in numbers if each != NONE])
        found = np.zeros(len(program), bool)
        found[self._invokes.caller[calls[self._invokes.target]]] = True
        return found

    def _lambdas(self, callbacks: Sequence[Callback]) -> Rows:
        """From a method that makes a function object by `invoke-custom`, and calls on it, to the code behind it."""
        kinds = {each.type: self.kinds.index(each.kind) for each in callbacks}
        program = self.program
        rows: list[tuple[int, int, int, int]] = []
        for number, (local, made) in enumerate(self._made_lambdas):
            target = int(program.meant[local.methods[made.method]])
            if target == NONE:
                continue
            source, kind = int(local.methods[made.caller]), program.types.get(made.type, NONE)
            rows.append((source, target, kinds.get(made.type, self.kinds.index(DISPATCH)), NONE))
            asked = (program.owner[self.declared] == kind) & (
                program.name[self.declared] == program.name_number(made.name)
            )
            nodes = np.flatnonzero(asked) + len(program)
            rows += [(node, target, 0, len(program.types) + number) for node in nodes.tolist()]
        columns = np.array(rows, np.int64).reshape(-1, 4)
        self._behind_lambdas = frozenset(columns[:, 1].tolist())
        return Rows(columns[:, 0], columns[:, 1], columns[:, 2].astype(np.uint8), columns[:, 3])

    # -- class initialisation and components ---------------------------------------------------------------------

    def _initialised(self, invokes: Invokes, makers: I8, made: I8) -> Rows:
        """From a method that first uses a class to the class's initialiser, and to those of its superclasses."""
        program = self.program
        initialiser = self.initialisers
        size = max(1, len(program.types))
        static = invokes.static
        uses = [
            (makers, made),
            (invokes.caller[static], program.owner[invokes.target[static]]),
            *(static_fields(local) for local in program.locals),
        ]
        lazy = [(user[begins], used[begins]) for user, used in uses for begins in (initialiser[used] != NONE,)]
        packed = distinct(np.concatenate([user * size + used for user, used in lazy]))
        user, used = packed // size, packed % size
        target = initialiser[used]
        keep = target != user
        own = initialiser[initialiser != NONE]
        chain = [(each, int(initialiser[program.parent[program.owner[each]]])) for each in distinct(own).tolist()]
        above = np.array([pair for pair in chain if pair[1] != NONE], np.int64).reshape(-1, 2)
        source, target = np.concatenate((user[keep], above[:, 0])), np.concatenate((target[keep], above[:, 1]))
        return Rows.of(source, target, self.kinds.index(INIT))

    @cached_property
    def initialisers(self) -> I8:
        """By type (and -1): the initialiser that runs first when it is used, its own or its nearest superclass's."""
        program = self.program
        found = np.full(len(program.types) + 1, NONE, np.int64)
        name = program.name_number(b"<clinit>")
        own = np.flatnonzero(program.defined & (program.name == name))
        found[program.owner[own]] = own
        for _ in range(8):  # longer chains of classes without one are not followed
            missing = np.flatnonzero((found[:-1] == NONE) & (program.parent != NONE))
            found[missing] = found[program.parent[missing]]
        return found

    def _looked_up(self, reflected: Sequence[Reflected]) -> Rows:
        """From a method that looks up a class by its name to the members that it names, and to its constructors."""
        pairs = [(each.method, target) for each in reflected for target in each.targets]
        columns = np.array(pairs, np.int64).reshape(-1, 2)
        return Rows.of(columns[:, 0], columns[:, 1], self.kinds.index(REFLECTION))

    def _started(self, namers: I8, named: I8) -> Rows:
        """From a method that names a component's class to the methods that run when the component is started."""
        sources: list[int] = []
        targets: list[int] = []
        kinds: list[int] = []
        chosen = np.isin(named, list(self._components))
        for method, kind in zip(namers[chosen].tolist(), named[chosen].tolist(), strict=True):
            component = self._components[kind]
            sources += [method] * len(component.methods)
            targets += component.methods
            kinds += [self.kinds.index(component.kind)] * len(component.methods)
        rows = Rows.of(np.array(sources, np.int64), np.array(targets, np.int64), 0)
        return rows._replace(kind=np.array(kinds, np.uint8))
