"""Facts × checklist → findings. Conditions are three-valued; what could not be seen is never called met."""

from typing import NamedTuple

import appscan.predicates  # noqa: F401 - registers the predicates
from appscan.checklist import AppType, Checklist, Condition, Item
from appscan.facts import CONFIDENCES, Bilingual, Evidence, Facts, Limit
from appscan.findings import Finding, Outcome, fingerprint
from appscan.knowledge import Knowledge
from appscan.verdict import REGISTER, Case, Predicate, Verdict

NOT_GIVEN = {
    "policy": Bilingual(
        zh="未提供隐私政策文本（--policy），安装包内也没有",
        en="no privacy policy was given (--policy), nor is one in the APK",
    ),
    "app_type": Bilingual(zh="未给出应用类型（--app-type）", en="no app type was given (--app-type)"),
}
MAX_GROUNDS = 3
NOT_READ = Bilingual(zh="相关内容无法读取", en="this part of the input could not be read")


class Context(NamedTuple):
    """What an item is judged against."""

    facts: Facts
    knowledge: Knowledge
    app_type: AppType | None = None
    drafts: frozenset[str] = frozenset()
    """Documents that are not in force: nothing is found broken by them."""
    kept: dict[tuple[str, str], Verdict] | None = None
    """What predicates answered before: many items ask the same."""


def evaluate(facts: Facts, checklist: Checklist, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Every item's findings, in the order of the checklist."""
    wanted = facts.app_type
    app_type = next((each for each in checklist.app_types if each.id == wanted), None)
    drafts = frozenset(each.id for each in checklist.documents if each.status == "draft")
    context = Context(facts, knowledge, app_type, drafts, {})
    return tuple(finding for item in checklist.items for finding in judge(item, context))


def judge(item: Item, context: Context) -> list[Finding]:
    """The findings of one item: at least one. A check that breaks becomes `error` and never loses the others."""
    try:
        outcome, verdict, limited, grounds = _decide(item, context)
    except Exception as error:  # noqa: BLE001 - reported as a finding of its own, and as exit code 70
        text = f"{type(error).__name__}: {error}"
        case = Case(Bilingual(zh=f"检查程序出错：{text}", en=f"the check itself broke: {text}"))
        outcome, verdict, limited, grounds = "error", Verdict(None, (case,)), False, ()
    if outcome in ("fail", "suspect"):
        cases = [_grounded(case, grounds) for case in verdict.cases or (_bare(item),)]
        return [_finding(item, _weigh(item, outcome, case), case, context) for case in cases]
    return [_summed(item, outcome, verdict, limited, context)]


def _grounded(case: Case, grounds: tuple[Evidence, ...]) -> Case:
    """A breach that consists in something missing is shown with what makes the duty apply."""
    return case if case.evidence else case._replace(evidence=grounds)


def _decide(item: Item, context: Context) -> tuple[Outcome, Verdict, bool, tuple[Evidence, ...]]:
    """Outcome, verdict, whether limits made it unknown, and the evidence that the duty applies."""
    gaps: list[Limit] = []
    grounds: tuple[Evidence, ...] = ()
    unsure = False
    if item.when is not None:
        applies = _hold(item.when, context, gaps)
        if applies.holds is None:
            return "unknown", applies, bool(gaps), ()
        if not applies.holds:
            return "not_applicable", applies, False, ()
        grounds = tuple(each for case in applies.cases for each in case.evidence)[:MAX_GROUNDS]
        unsure = bool(applies.cases) and all(case.confidence == "tentative" for case in applies.cases)
    if item.require is None:
        return "manual", Verdict(None, (Case(item.look),)), False, grounds
    verdict = _hold(item.require, context, gaps)
    if verdict.holds is None:
        return "unknown", verdict, bool(gaps), grounds
    if verdict.holds:
        return item.holds, verdict, False, grounds
    return _broken(item, context, unsure=unsure), verdict, False, grounds


def _broken(item: Item, context: Context, *, unsure: bool) -> Outcome:
    """A document that is not in force is broken by nobody; a duty that applies by a guess is not proven broken."""
    if item.document in context.drafts:
        return "manual"
    return "suspect" if unsure else item.broken


def _hold(condition: Condition, context: Context, gaps: list[Limit]) -> Verdict:
    """The verdict of a condition tree; limits that made something unknown are added to `gaps`."""
    ((verb, operand),) = condition.items()
    if verb == "not":
        inner = _hold(operand, context, gaps)
        return inner._replace(holds=None if inner.holds is None else not inner.holds)
    if verb in ("all", "any"):
        return _join([_hold(each, context, gaps) for each in operand], decisive=verb == "any")
    return _call(verb, operand or {}, context, gaps)


def _join(verdicts: list[Verdict], *, decisive: bool) -> Verdict:
    """`any` is decided by one true, `all` by one false; else one unknown leaves it unknown."""
    deciding = [each for each in verdicts if each.holds is decisive]
    unknown = [each for each in verdicts if each.holds is None]
    chosen = deciding or unknown or verdicts
    holds = decisive if deciding else None if unknown else not decisive
    cases = tuple(dict.fromkeys(case for each in chosen for case in each.cases))
    return Verdict(holds, cases, by_absence=any(each.by_absence for each in chosen))


def _call(name: str, arguments: dict[str, object], context: Context, gaps: list[Limit]) -> Verdict:
    known = REGISTER[name]
    given = {need: _part(need, context) for need in known.needs}
    for need, value in given.items():
        if value is None:
            gaps.extend(_gaps(need, context))
            return Verdict(None, (Case(NOT_GIVEN.get(need, NOT_READ)),))
    verdict = _asked(known, given, arguments, context)
    if not verdict.by_absence or verdict.holds is None:
        return verdict
    unseen = list(dict.fromkeys(gap for need in known.needs for gap in _gaps(need, context)))
    if not unseen:
        return verdict
    gaps.extend(unseen)
    return Verdict(None, tuple(_unseen(gap) for gap in unseen))


def _asked(known: Predicate, given: dict[str, object], arguments: dict[str, object], context: Context) -> Verdict:
    key = (known.name, repr(sorted(arguments.items())))
    if context.kept is None:
        return known.check(*given.values(), **arguments)
    if key not in context.kept:
        context.kept[key] = known.check(*given.values(), **arguments)
    return context.kept[key]


def _part(need: str, context: Context) -> object:
    if need in ("facts", "knowledge", "app_type"):
        return getattr(context, need)
    return getattr(context.facts, need)


RESTS_ON = {"sdks": ("code",), "facts": ("app", "code", "ui")}
"""Parts that are found through others."""


def _gaps(need: str, context: Context) -> list[Limit]:
    """The limits that make what a predicate did not find unknown."""
    return [gap for part in RESTS_ON.get(need, (need,)) for gap in context.facts.gaps(part)]


def _unseen(gap: Limit) -> Case:
    return Case(Bilingual(zh=f"无法看到全部内容：{gap.detail}", en=f"not everything could be seen: {gap.detail}"))


def _bare(item: Item) -> Case:
    return Case(item.title)


def _weigh(item: Item, outcome: Outcome, case: Case) -> Outcome:
    """What is less sure than the item asks for never fails: it is suspect."""
    unsure = CONFIDENCES.index(case.confidence) < CONFIDENCES.index(item.fails_from)
    return "suspect" if unsure else outcome


def _summed(item: Item, outcome: Outcome, verdict: Verdict, limited: bool, context: Context) -> Finding:  # noqa: FBT001
    """One finding for an item that is not broken: the messages joined, the evidence together."""
    cases = verdict.cases or (_bare(item),)
    messages = dict.fromkeys(case.message for case in cases)
    whole = Case(
        Bilingual(zh="；".join(each.zh for each in messages), en="; ".join(each.en for each in messages)),
        tuple(dict.fromkeys(each for case in cases for each in case.evidence)),
        confidence=min((case.confidence for case in cases), key=CONFIDENCES.index),
    )
    return _finding(item, outcome, whole, context, limited=limited)


def _finding(item: Item, outcome: Outcome, case: Case, context: Context, *, limited: bool = False) -> Finding:
    package = context.facts.app.package if context.facts.app else context.facts.input.sha256
    return Finding(
        item=item.id,
        outcome=outcome,
        severity=item.severity,
        confidence=case.confidence,
        message=case.message,
        evidence=case.evidence,
        subject=case.subject,
        fingerprint=fingerprint(package, item.id, case.subject),
        limited=limited,
    )
