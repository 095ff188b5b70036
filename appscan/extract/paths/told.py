"""A path of the search, told: its frames, how each comes to run, what it must pass, and how sure it is."""

from collections.abc import Callable, Mapping

from appscan.dex.callgraph import CALL, INIT, USER
from appscan.dex.edges import NONE
from appscan.extract.paths.hops import Hop
from appscan.extract.paths.interpret import Site
from appscan.extract.paths.search import Search, Step
from appscan.extract.paths.values import SURE, Made, Name, Number, Passed, Shown
from appscan.extract.paths.world import World
from appscan.facts import CONFIDENCES, CallPath, Confidence, Gate, PathContext, PathState

MAX_FRAMES = 64
CUT = "…"
"""Stands for the frames that a long path leaves out."""

RESOURCES = 0x7F000000
STATES: tuple[PathState, ...] = ("before_consent", "undecided", "guarded")
"""By level: nothing in the way, something that may be consent, consent."""


class Told:
    """Tells paths."""

    def __init__(self, world: World, label: Callable[[int], str]) -> None:
        self._world = world
        self._label = label

    def path(self, search: Search, target: int, context: PathContext, roots: Mapping[int, str]) -> CallPath | None:
        """The path to a method; None where there is none."""
        steps = search.path(target)
        if not steps:
            return None
        frames, hops = self._frames(search, steps, roots)
        read = [search.read.get(row) for _, row in steps if row != NONE]
        by_user = context == "user" or USER in hops
        state: PathState = STATES[int(search.level_of[target])]
        if context != "start":
            state = "user_action" if context == "user" else "undecided"
        return CallPath(
            caller=frames[0],
            context=context,
            state=state,
            frames=_cut(frames, CUT),
            hops=_cut(hops, ""),
            gate=gate(_strongest(search, read)) if context == "start" else None,
            confidence=_sure(search, steps, self._world),
            action=self._action(search, steps) if by_user else "",
            always=context == "start" and all(hop is not None and hop.always for hop in read),
        )

    def _frames(self, search: Search, steps: list[Step], roots: Mapping[int, str]) -> tuple[list[str], list[str]]:
        """Methods innermost first, and how each comes to run; nodes of dispatch are left out."""
        program, graph = self._world.program, self._world.graph
        frames: list[str] = []
        hops: list[str] = []
        for node, row in steps:
            if node >= len(program):
                continue
            frames.append(program.method(node))
            hops.append(roots.get(node, "") if row == NONE else graph.kinds[int(search.rows.kind[row])])
        return frames[::-1], hops[::-1]

    # -- the user's action ---------------------------------------------------------------------------------------

    def _action(self, search: Search, steps: list[Step]) -> str:
        """`agree` or `refuse`, by the label beside which a listener on the path is set; else empty."""
        rows, graph = search.rows, self._world.graph
        for node, row in steps:
            if row == NONE or graph.kinds[int(rows.kind[row])] != USER:
                continue
            reading = self._world.reading(int(rows.source[row]))
            makes = graph.makes(node)
            labels = [
                label
                for site in (reading.sites if reading else ())
                if any(isinstance(each, Made) and each.type in makes for each in site.operands)
                for label in self._labels(site)
            ]
            answers = {answer for label in labels if (answer := self._world.consent.button(label))}
            if len(answers) == 1:
                return answers.pop()
        return ""

    def _labels(self, site: Site) -> list[str]:
        """Texts and names of resources that stand beside a listener in the call that sets it."""
        found = []
        for each in site.operands:
            if isinstance(each, Name):
                found.append(each.text)
            elif isinstance(each, Shown):
                found.append(self._label(each.resource))
            elif isinstance(each, Number) and each.value >= RESOURCES:
                found.append(self._label(each.value))
        return found


def _cut(values: list[str], mark: str) -> tuple[str, ...]:
    """A long path without its middle: what reads and what begins it stay."""
    if len(values) <= MAX_FRAMES:
        return tuple(values)
    return (*values[: MAX_FRAMES - 3], mark, *values[-2:])


def gate(passed: Passed | None) -> Gate | None:
    """A check as a fact."""
    if passed is None or passed.kind == "any":
        return None
    return Gate(kind=passed.kind, key=passed.key, where=passed.where, sure=passed.sure >= SURE)


def _strongest(search: Search, read: list[Hop | None]) -> Passed | None:
    """The check that counts most on a path, its sureness as far as its setters allow."""
    ranked = [(search.rank(hop.passed), hop.passed) for hop in read if hop and hop.passed]
    return search.counted(max(ranked, default=(0, None))[1])


def _sure(search: Search, steps: list[Step], world: World) -> Confidence:
    """The weakest hop's confidence. An edge that was not read is certain only if it is a call."""
    found: list[Confidence] = []
    for _, row in steps:
        if row == NONE:
            continue
        hop = search.read.get(row)
        kind = world.graph.kinds[int(search.rows.kind[row])]
        found.append(hop.sure if hop else "certain" if kind in (CALL, INIT) else "tentative")
    return min(found, key=CONFIDENCES.index, default="certain")
