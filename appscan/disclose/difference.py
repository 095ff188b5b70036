"""The lists as the code shows them against those of the policy: missing, vague, understated, extra."""

from collections.abc import Iterable, Iterator, Sequence

from appscan.declared import LOCATION, Declared, companies, normal
from appscan.disclose.model import DifferenceKind, DifferenceRow
from appscan.facts import Evidence, Policy, SdkHit, ThirdParty
from appscan.report.model import Language
from appscan.scene import Scene, grouped


def differences(view: Scene, declared: Declared, listed: Sequence[SdkHit], lang: Language) -> Iterator[DifferenceRow]:
    """What the policy lacks first, then what only it has."""
    policy = view.facts.policy
    assert policy is not None
    yield from _sdks(view, declared, listed, lang)
    yield from _kinds(view, declared, lang)
    yield from _understated(view, policy, lang)
    yield from _extra(view, policy, lang)


def _sdks(view: Scene, declared: Declared, listed: Iterable[SdkHit], lang: Language) -> Iterator[DifferenceRow]:
    for hit in listed:
        sdk = view.sdks[hit.id]
        named = declared.sdk(sdk)
        if named != "named":
            kind: DifferenceKind = "vague" if named else "missing"
            name = sdk.name.get(lang)
            yield DifferenceRow(
                kind=kind,
                what="sdk",
                name=name,
                detail=("、" if lang == "zh" else "; ").join(companies(sdk)),
                evidence=hit.evidence[:1],
            )


def _kinds(view: Scene, declared: Declared, lang: Language) -> Iterator[DifferenceRow]:
    own = [each for each in view.reaches if each.owner.kind == "app" and each.confidence != "tentative"]
    for kind, group in grouped(own, lambda each: each.kind).items():
        named = declared.data_type(kind)
        if named != "named":
            name = view.kind_name(kind).get(lang)
            evidence = (group[0].evidence(),)
            yield DifferenceRow(kind="vague" if named else "missing", what="information", name=name, evidence=evidence)


def _understated(view: Scene, policy: Policy, lang: Language) -> Iterator[DifferenceRow]:
    """An SDK whose row names kinds of information, but not all that its code here reaches for."""
    for party in policy.third_parties:
        if not party.sdk or not party.data_types:
            continue
        reaches = [each for each in view.reaches if each.owner.sdk == party.sdk and each.confidence != "tentative"]
        more = [kind for kind in grouped(reaches, lambda each: each.kind) if not _covers(party, kind, view)]
        if more:
            join = "、" if lang == "zh" else ", "
            detail = join.join(view.kind_name(kind).get(lang) for kind in more)
            places = sorted({each.evidence() for each in reaches if each.kind in more})[:3]
            yield DifferenceRow(
                kind="understated", what="sdk", name=party.name, detail=detail, evidence=(party.evidence, *places)
            )


def _covers(party: ThirdParty, kind: str, view: Scene) -> bool:
    """Whether a row names a kind: itself, another word for a place, or a word for many kinds at once."""
    if kind in party.data_types or (kind in LOCATION and LOCATION & set(party.data_types)):
        return True
    text = normal(party.evidence.quote)
    words = (word for each in view.knowledge.umbrellas if kind in each.covers for word in each.words)
    return any(normal(word) in text for word in words)


def _extra(view: Scene, policy: Policy, lang: Language) -> Iterator[DifferenceRow]:
    """What the policy names and the app does not show: perhaps a leftover, perhaps out of sight."""
    hits = {each.id for each in view.facts.sdks or () if not each.stub and each.id in view.sdks}
    around = hits | {whole for each in hits for whole in view.sdks[each].part_of}
    for party in policy.third_parties:
        known = view.sdks.get(party.sdk)
        evidence: tuple[Evidence, ...] = (party.evidence,)
        if known is None:
            if party.purpose or party.data_types or party.link:
                yield DifferenceRow(kind="unchecked", what="sdk", name=party.name, evidence=evidence)
        elif known.id not in around and not set(known.part_of) & hits:
            detail = known.name.get(lang)
            yield DifferenceRow(kind="extra", what="sdk", name=party.name, detail=detail, evidence=evidence)
