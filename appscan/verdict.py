"""What a predicate answers, and the register of predicates that items may name."""

import inspect
from collections.abc import Callable
from typing import Any, NamedTuple

from appscan.facts import Bilingual, Confidence, Evidence

PARTS = ("app", "ui", "code", "policy", "sdks", "facts", "knowledge", "app_type")
"""What a predicate may ask for, by the names of its positional parameters."""


class Case(NamedTuple):
    """One thing that a predicate found: the message says what, `subject` names it for the fingerprint."""

    message: Bilingual
    evidence: tuple[Evidence, ...] = ()
    subject: str = ""
    confidence: Confidence = "certain"


class Verdict(NamedTuple):
    """Does the statement hold? `None` where it cannot be told, with the reason as the only case.

    `cases` speak for the answer: what breaks it where `holds` is false, what supports it where it is true.
    `by_absence`: the answer rests on something *not* being found, so it is worth nothing where that part of the
    facts has gaps.
    """

    holds: bool | None
    cases: tuple[Case, ...] = ()
    by_absence: bool = False


class Predicate(NamedTuple):
    """A verb for items: `needs` are the facts it is given, `arguments` its keyword arguments in YAML."""

    name: str
    check: Callable[..., Verdict]
    needs: tuple[str, ...]
    arguments: dict[str, inspect.Parameter]


REGISTER: dict[str, Predicate] = {}


def predicate(name: str) -> Callable[[Callable[..., Verdict]], Callable[..., Verdict]]:
    """Register a predicate. Its positional parameters name the facts it needs, keyword-only ones its arguments."""

    def register(check: Callable[..., Verdict]) -> Callable[..., Verdict]:
        parameters = inspect.signature(check, eval_str=True).parameters.values()
        needs = tuple(p.name for p in parameters if p.kind is not p.KEYWORD_ONLY)
        unknown = set(needs) - set(PARTS)
        if name in REGISTER or unknown:
            raise AssertionError(f"predicate {name}: registered twice, or asks for {sorted(unknown)}")
        arguments: dict[str, Any] = {p.name: p for p in parameters if p.kind is p.KEYWORD_ONLY}
        REGISTER[name] = Predicate(name, check, needs, arguments)
        return check

    return register


def broken(cases: list[Case], held: Case) -> Verdict:
    """False with the cases where there are any; else true, by absence, with `held` saying what was looked at."""
    return Verdict(holds=False, cases=tuple(cases)) if cases else Verdict(holds=True, cases=(held,), by_absence=True)
