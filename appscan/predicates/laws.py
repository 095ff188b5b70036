"""What the laws ask of export and of sensitive information: whether the duty applies, and whether the policy tells."""

import re
from collections.abc import Iterable, Iterator

from appscan.facts import Bilingual, Confidence, Endpoint, Evidence, Facts, Network, Policy, SdkHit
from appscan.hosts import Domains
from appscan.knowledge import Category, Domain, Knowledge, Sdk
from appscan.scene import Scene, joined, no, scene, unknown, yes
from appscan.verdict import Verdict, predicate

HOME = "CN"
"""Hong Kong, Macao and Taiwan have codes of their own: providing there is export too."""

SHOWN_ROLES = frozenset(
    ("platform", "cdn", "social", "video", "documentation", "namespace", "webview", "framework", "distribution")
)
"""Hosts of these roles are often only linked to or loaded from; that the app names one does not say that it sends."""

DENIES = re.compile(r"(?:不会|不|未|没有|暂无|无需)[^。]{0,24}(?:跨境|出境|境外|海外|国外)")
SENSITIVE_SDKS: tuple[Category, ...] = ("face", "identity", "health")


@predicate("policy.export_told")
def export_told(policy: Policy, facts: Facts, knowledge: Knowledge) -> Verdict:
    """Where the app holds hosts or SDKs of recipients abroad, the policy says whether information leaves."""
    names, evidence, confidence = _abroad(facts, knowledge)
    clause = next((each for each in policy.clauses if each.id == "cross_border"), None)
    said = clause.evidence if clause and clause.state == "present" else ()
    if not names.zh:
        zh, en = "未见境外接收方的主机或 SDK", "no host and no SDK of a recipient abroad was found"
        return yes(zh, en, said, by_absence=True)
    if facts.gaps("policy") or not policy.text or clause is None or clause.state in ("elsewhere", "unknown"):
        zh = f"应用涉及境外接收方（{names.zh}），但政策没有全部读到，无法判断是否写明"
        return unknown(zh, f"recipients abroad: {names.en}; the policy could not all be read", evidence)
    if clause.state != "present":
        zh = f"应用涉及境外接收方（{names.zh}），政策没有说明是否向境外提供个人信息"
        en = f"the app holds hosts or SDKs of recipients abroad ({names.en}); the policy does not speak of export"
        return no(zh, en, evidence, "cross_border", confidence)
    if said and all(DENIES.search(each.quote) for each in said):
        zh = f"政策称不向境外提供（“{said[0].quote}”），应用却涉及境外接收方（{names.zh}）"
        en = f"the policy says that nothing leaves the country, and the app holds hosts or SDKs of {names.en}"
        return no(zh, en, (said[0], *evidence), "denied", "tentative")
    zh = f"应用涉及境外接收方（{names.zh}），政策说明了向境外提供"
    return yes(zh, f"recipients abroad ({names.en}), and the policy speaks of export", (*said, *evidence))


def _abroad(facts: Facts, knowledge: Knowledge) -> tuple[Bilingual, list[Evidence], Confidence]:
    """Recipients abroad by name, where they show, and how sure that is: the maker of an SDK is a weaker sign."""
    hosts = list(_hosts_abroad(facts, knowledge))
    makers = [(hit, sdk) for hit, sdk in _sdks(facts, knowledge) if sdk.vendor.country not in ("", HOME)]
    names = joined([*(_recipient(each) for _, each in hosts), *(sdk.name for _, sdk in makers)])
    addresses = [Evidence(where=each.where, quote=each.url or each.host) for each, _ in hosts]
    return names, [*addresses, *_first(hit for hit, _ in makers)], "firm" if hosts else "tentative"


def _recipient(domain: Domain) -> Bilingual:
    """Who is behind a host, with the country."""
    text = f"{domain.operator or domain.domain} {domain.country}".strip()
    return Bilingual(zh=text, en=text)


def _hosts_abroad(facts: Facts, knowledge: Knowledge) -> Iterator[tuple[Endpoint, Domain]]:
    """Addresses of recipients abroad, in code that is not known to be harmless, or in files."""
    view, domains = scene(facts, knowledge), Domains(knowledge.domains)
    for each in (facts.network or Network()).endpoints:
        known = domains.of(each.host)
        if known is None or known.cross_border != "yes" or known.role in SHOWN_ROLES:
            continue
        if not each.caller or view.counts(view.attributor.owner(each.caller)):
            yield each, known


def _sdks(facts: Facts, knowledge: Knowledge) -> Iterator[tuple[SdkHit, Sdk]]:
    """SDKs in the app that handle personal information."""
    known = {each.id: each for each in knowledge.sdks if each.handles_personal_information == "yes"}
    return ((hit, known[hit.id]) for hit in facts.sdks or () if hit.id in known and not hit.stub)


def _first(hits: Iterable[SdkHit]) -> Iterator[Evidence]:
    return (hit.evidence[0] for hit in hits if hit.evidence)


@predicate("app.handles_sensitive")
def handles_sensitive(facts: Facts, knowledge: Knowledge) -> Verdict:
    """The app handles sensitive personal information: by code, by an SDK for that, or by its own account."""
    view = scene(facts, knowledge)
    # A type with a note is sensitive only in part: naming it alone says too little.
    kinds = {each.id for each in knowledge.data_types if each.sensitive_45574 and not each.note}
    read = [each for each in view.reaches if each.kind in kinds]
    found = [(hit, sdk) for hit, sdk in _sdks(facts, knowledge) if sdk.category in SENSITIVE_SDKS]
    said = [
        each
        for each in (facts.policy.statements if facts.policy else ())
        if each.data_type in kinds and each.act == "collect" and not each.negated and not each.umbrella
    ]
    if not (read or found or said):
        return _not_seen(facts)
    types = _names(view, (*(each.kind for each in read), *(each.data_type for each in said)))
    names = joined([*types, *(sdk.name for _, sdk in found)])
    evidence = [
        *(each.evidence() for each in read),
        *_first(hit for hit, _ in found),
        *(each.evidence for each in said),
    ]
    return yes(f"涉及敏感个人信息：{names.zh}", f"sensitive personal information is handled: {names.en}", evidence)


def _names(view: Scene, kinds: Iterable[str]) -> list[Bilingual]:
    return [view.kind_name(each) for each in kinds]


def _not_seen(facts: Facts) -> Verdict:
    if facts.code is None or facts.policy is None or facts.gaps("code") or facts.gaps("policy"):
        zh = "未见敏感个人信息，但代码或政策没有全部看到"
        return unknown(zh, "no sensitive information was found, but not all of code and policy could be seen")
    zh, en = (
        "代码、SDK 与政策均未涉及敏感个人信息",
        "neither code nor SDKs nor the policy concern sensitive information",
    )
    return no(zh, en)
