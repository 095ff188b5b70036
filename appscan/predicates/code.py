"""What the code reaches for, against what the policy says."""

from collections import defaultdict
from collections.abc import Iterable

from appscan.declared import OPERATOR, Declared, declared_by, normal, pattern
from appscan.facts import Code, Evidence, Facts, Policy, Statement
from appscan.knowledge import Knowledge
from appscan.scene import Reach, Scene, case, grouped, joined, proofs, scene, sure, tag
from appscan.sdks import Owner
from appscan.verdict import Case, Verdict, broken, predicate


@predicate("code.types_declared")
def types_declared(code: Code, policy: Policy, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - code: needed
    """Every kind of personal information that the code reaches for is named in the policy."""
    view, declared = scene(facts, knowledge), declared_by(policy, knowledge)
    cases: list[Case] = []
    for kind, reaches in grouped(view.reaches, lambda each: each.kind).items():
        missing = [(each, how) for each in reaches if (how := _how(each, declared)) != "named"]
        if missing:
            vague = all(how == "vague" for _, how in missing)
            found = _undeclared(view, kind, [each for each, _ in missing], vague=vague)
            wide = _wide(policy, {name for each, _ in missing for name in each.kinds}) if vague else ()
            cases.append(found._replace(evidence=(*wide, *found.evidence)))
        elif theirs := [each for each in reaches if each.owner.kind == "app" and _others(each, declared)]:
            cases.append(_of_others(view, kind, theirs, _others(theirs[0], declared)))
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


def _others(reach: Reach, declared: Declared) -> tuple[Evidence, ...]:
    """Where every kind that a reach can give and the policy names is said of third parties alone."""
    named = [kind for kind in reach.kinds if kind in declared.known and declared.data_type(kind) == "named"]
    found = [declared.by_others(kind) for kind in named]
    return found[0] if found and all(found) else ()


def _of_others(view: Scene, kind: str, reaches: list[Reach], said: tuple[Evidence, ...]) -> Case:
    name = view.kind_name(kind)
    zh = f"应用自身代码读取“{name.zh}”，政策只写明第三方收集它，没有写明应用自身收集"
    en = f"the app's own code reads {name.en}; the policy says so of third parties alone, and not of the app itself"
    found = case(zh, en, proofs(reaches), kind, "tentative")
    return found._replace(evidence=(*said[:1], *found.evidence))


def _wide(policy: Policy, kinds: set[str]) -> tuple[Evidence, ...]:
    """The first sentence that covers one of some kinds with a word for many at once."""
    said = (each for each in policy.statements if each.umbrella and not each.negated and each.data_type in kinds)
    return tuple(each.evidence for each in sorted(said, key=lambda each: each.actor not in OPERATOR))[:1]


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
    """No code reads what the policy says is not collected: not by the app, or not by the SDK that the code is of."""
    view = scene(facts, knowledge)
    said = [each for each in policy.statements if not each.umbrella]
    cases = []
    for (kind, owner), reaches in _by_speaker(view.reaches).items():
        mine = [each for each in said if each.data_type == kind and _speaks_of(view, owner, each)]
        denied = [each for each in mine if each.negated and each.act in ("collect", "permission")]
        admitted = [each for each in mine if not each.negated]
        if owner.sdk:
            # What its own entry says of an SDK counts before what the operator says of the app.
            if any(each.actor not in OPERATOR for each in admitted):
                continue
            denied.sort(key=lambda each: each.actor in OPERATOR)
        if denied:
            cases.append(_contradiction(view, owner, reaches, denied[0], mixed=bool(admitted)))
    return broken(
        cases, case("未发现代码与政策的否定声明相矛盾", "no code was found that contradicts what the policy denies")
    )


def _by_speaker(reaches: Iterable[Reach]) -> dict[tuple[str, Owner], list[Reach]]:
    """Reaches by kind and by whose code it is, the app's own before that of SDKs and libraries."""
    found: dict[tuple[str, Owner], list[Reach]] = defaultdict(list)
    for each in reaches:
        found[each.kind, each.owner].append(each)
    return dict(sorted(found.items()))


def _speaks_of(view: Scene, owner: Owner, said: Statement) -> bool:
    """Whether a statement is about what an owner's code does: the operator answers for all of it."""
    if said.actor in OPERATOR:
        return True
    if not owner.sdk:
        return False
    sdk = view.sdks[owner.sdk]
    names = (sdk.name.zh, sdk.name.en, *sdk.policy_names, *sdk.shared_names)
    return any(pattern(name).search(normal(said.actor)) for name in names if name)


def _contradiction(view: Scene, owner: Owner, reaches: list[Reach], denial: Statement, *, mixed: bool) -> Case:
    """A denial and the code against it; `mixed`: elsewhere the policy says that it is collected after all."""
    kind, app = reaches[0].kind, owner.kind == "app"
    name, who, ours = view.kind_name(kind), view.who(owner), denial.actor in OPERATOR
    by_zh, by_en = ("", "") if ours else (f" {denial.actor} ", f" by {denial.actor}")
    zh, en = (f"政策称{by_zh}不收集“{name.zh}”", f"the policy says that {name.en} is not collected{by_en}")
    if denial.act == "permission":
        zh, en = (f"政策称不申请“{name.zh}”的权限", f"the policy says that no permission for {name.en} is asked for")
    reader = who.en if app else f"code of {who.en}"
    zh, en = f"{zh}（“{denial.evidence.quote}”），{who.zh}却读取它", f"{en}, and {reader} reads it"
    plain = (app or not ours) and not mixed and denial.act == "collect"
    confidence = sure(each.confidence for each in reaches) if plain else "tentative"
    found = case(zh, en, proofs(reaches), kind if app else f"{kind}:{tag(owner)}", confidence)
    return found._replace(evidence=(denial.evidence, *found.evidence))
