"""Code's paths × a place in it → when that place runs, what guards it, how surely."""

from collections.abc import Iterable
from typing import NamedTuple

from appscan.facts import CONFIDENCES, CallPath, Code, Confidence, Gate, PathContext, PathState

AGAIN: tuple[PathContext, ...] = ("timer", "job", "resume")
"""Contexts in which code runs again and again."""

UNSEEN: tuple[PathContext, ...] = ("service", "receiver", "job", "timer")
"""Contexts in which code runs without a screen."""


class Run(NamedTuple):
    """When a place runs. `path`: the path that tells, if any. `always`: it runs whenever the root of the path does."""

    state: PathState
    path: CallPath | None = None
    gate: Gate | None = None
    confidence: Confidence = "certain"
    always: bool = False

    @property
    def rank(self) -> tuple[int, int, int]:
        """Surer runs first, then shorter paths."""
        return -CONFIDENCES.index(self.confidence), not self.always, len(self.path.frames) if self.path else 0


class Runs:
    """The paths of one app's code, by caller."""

    def __init__(self, code: Code) -> None:
        self._paths = {(each.caller, each.context): each for each in code.paths}
        self._notes = {(each.caller, each.dex, each.offset): each for each in code.sites}

    def path(self, caller: str, context: PathContext) -> CallPath | None:
        """The path that leads to a caller in a context."""
        return self._paths.get((caller, context))

    def in_loop(self, caller: str, dex: str, offset: int) -> bool:
        """Whether a place stands in a loop of its method."""
        note = self._notes.get((caller, dex, offset))
        return note is not None and note.loop

    def run(self, caller: str, dex: str, offset: int) -> Run:
        """When a place runs: at the start, after a user's action, by something else, or by nothing that was found."""
        start = self.path(caller, "start")
        if start is None:
            return self._later(caller)
        note = self._notes.get((caller, dex, offset))
        gate = _stronger(start.gate, note.gate if note else None)
        always = start.always and note is not None and note.always
        state: PathState = "before_consent" if gate is None else "guarded" if gate.sure else "undecided"
        return Run(state, start, gate, start.confidence, always)

    def _later(self, caller: str) -> Run:
        user = self.path(caller, "user")
        if user is not None:
            return Run("user_action", user, None, user.confidence)
        contexts: Iterable[PathContext] = ("component", *UNSEEN, "resume")
        other = next((path for each in contexts if (path := self.path(caller, each))), None)
        return Run("undecided", other, None, other.confidence) if other else Run("unreached")


def _stronger(one: Gate | None, other: Gate | None) -> Gate | None:
    """What counts where both must be passed."""
    if one is None or other is None:
        return one or other
    return one if one.sure or not other.sure else other
