"""What the code reaches for, against what the policy says."""

from appscan.declared import Declared, declared_by
from appscan.facts import Code, Facts, Policy
from appscan.knowledge import Knowledge
from appscan.scene import Reach, Scene, case, grouped, joined, proofs, scene, sure
from appscan.verdict import Case, Verdict, broken, predicate

OPERATOR = ("app", "we")
"""How a statement of the policy names the operator as its actor; others are third parties by their names."""


@predicate("code.types_declared")
def types_declared(code: Code, policy: Policy, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - code: needed
    """Every kind of personal information that the code reaches for is named in the policy."""
    view, declared = scene(facts, knowledge), declared_by(policy, knowledge)
    cases = []
    for kind, reaches in grouped(view.reaches, lambda each: each.kind).items():
        missing = [(each, how) for each in reaches if (how := _how(each, declared)) != "named"]
        if missing:
            vague = all(how == "vague" for _, how in missing)
            cases.append(_undeclared(view, kind, [each for each, _ in missing], vague=vague))
    if cases and (facts.gaps("policy") or not policy.text):
        text = case(
            "政策没有全部读到，无法判断信息类型是否写明",
            "the policy could not all be read: what it declares is not known",
        )
        return Verdict(holds=None, cases=(text,))
    return broken(
        cases,
        case(
            "代码读取的信息类型在政策中均有说明", "the policy names every kind of information that the code reaches for"
        ),
    )


def _how(reach: Reach, declared: Declared) -> str:
    """How the policy names what a reach can give: it is enough that it names one of the kinds."""
    ways = {declared.data_type(kind) for kind in reach.kinds if not kind.startswith("behavior:")}
    return "named" if "named" in ways else "vague" if "vague" in ways else ""


def _undeclared(view: Scene, kind: str, reaches: list[Reach], *, vague: bool) -> Case:
    name = view.kind_name(kind)
    owners = joined(view.who(each.owner) for each in reaches)
    own = [each.confidence for each in reaches if each.owner.kind == "app"]
    confidence = sure(own) if own and not vague else "tentative"
    if vague:
        zh = f"政策只用笼统说法概括，没有写明“{name.zh}”；读取者：{owners.zh}"
        en = f"the policy covers {name.en} only with a word for many kinds at once; read by: {owners.en}"
    else:
        zh = f"代码读取“{name.zh}”，政策没有写明；读取者：{owners.zh}"
        en = f"the code reads {name.en}, which the policy does not name; read by: {owners.en}"
    return case(zh, en, proofs(reaches), kind, confidence)


@predicate("code.keeps_to_policy")
def keeps_to_policy(code: Code, policy: Policy, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - code: needed
    """The app's code does not read what the policy says the app does not collect."""
    view = scene(facts, knowledge)
    denied = {
        each.data_type: each.evidence
        for each in policy.statements
        if each.negated and not each.umbrella and each.act == "collect" and each.actor in OPERATOR
    }
    admitted = {each.data_type for each in policy.statements if not each.negated}
    cases = []
    for kind, reaches in grouped(view.reaches, lambda each: each.kind).items():
        if kind not in denied:
            continue
        name, owners = view.kind_name(kind), joined(view.who(each.owner) for each in reaches)
        own = [each.confidence for each in reaches if each.owner.kind == "app"]
        confidence = sure(own) if own and kind not in admitted else "tentative"
        zh = f"政策称不收集“{name.zh}”（“{denied[kind].quote}”），代码却读取它；读取者：{owners.zh}"
        en = f"the policy says that {name.en} is not collected, and the code reads it; read by: {owners.en}"
        found = case(zh, en, proofs(reaches), kind, confidence)
        cases.append(found._replace(evidence=(denied[kind], *found.evidence)))
    return broken(
        cases, case("未发现代码与政策的否定声明相矛盾", "no code was found that contradicts what the policy denies")
    )
