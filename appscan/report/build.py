"""Facts and findings → one app's part of the report, ordered as people read it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from appscan.app_type_guess import guess
from appscan.checklist import Checklist, Document, Item
from appscan.errors import AppscanError, printable
from appscan.facts import CONFIDENCES, Facts, Policy
from appscan.findings import OUTCOMES, SEVERITIES, Finding
from appscan.knowledge import BadRange, Knowledge
from appscan.permission_use import permission_uses
from appscan.report import code_rows
from appscan.report.coverage import coverage, met, problems
from appscan.report.model import (
    AppReport,
    AppRow,
    AppTypeGuess,
    BadRangeRow,
    Counts,
    DocumentRow,
    Failure,
    FindingRow,
    InputRow,
    ItemRow,
    KnowledgeRow,
    Language,
    LimitRow,
    SdkRow,
)
from appscan.report.network import network_row
from appscan.report.policy_only import policy_only
from appscan.scene import Scene, scene
from appscan.sdk_versions import known_bad


class Judged(NamedTuple):
    """What a run judges by: the items of its profile, the whole checklist that has them, the user's own folders."""

    checklist: Checklist
    whole: Checklist
    profile: str
    folders: tuple[str, ...] = ()


def knowledge_row(knowledge: Knowledge, judged: Judged, lang: Language) -> KnowledgeRow:
    """What was judged by: documents that items cite, the items, and how far the whole checklist reaches."""
    checklist = judged.checklist
    cited = {item.document for item in checklist.items} | {each.document for i in checklist.items for each in i.basis}
    documents = {each.id: each for each in checklist.documents}
    named = tuple(problems(judged.whole, lang))
    return KnowledgeRow(
        sha256=knowledge.sha256,
        profile=judged.profile,
        folders=judged.folders,
        added=knowledge.added,
        replaced=knowledge.replaced,
        coverage=coverage(judged.whole, lang),
        problems=named,
        problems_met=round(met(named), 4),
        documents=tuple(_document(each) for each in checklist.documents if each.id in cited),
        items=tuple(_item(each, documents, lang) for each in checklist.items),
    )


def _document(each: Document) -> DocumentRow:
    return DocumentRow(**{name: getattr(each, name) for name in DocumentRow.__struct_fields__})


def _item(item: Item, documents: Mapping[str, Document], lang: Language) -> ItemRow:
    return ItemRow(
        id=item.id,
        document=item.document,
        clause=item.clause,
        title=item.title.get(lang),
        question=item.question.get(lang),
        severity=item.severity,
        severity_reason=item.severity_reason,
        decision=item.decision,
        verified=item.verified,
        why=item.why.get(lang),
        fix=item.fix.get(lang),
        look=item.look.get(lang),
        basis=tuple(f"{documents[each.document].title} {each.number}" for each in item.basis),
    )


def failed(path: str, error: AppscanError, lang: Language) -> AppReport:
    """The part of an input that could not be scanned."""
    message = error.zh if lang == "zh" else error.en
    return AppReport(input=InputRow(path=printable(path)), failure=Failure(code=error.code, message=message))


def app_report(
    facts: Facts,
    findings: Iterable[Finding],
    knowledge: Knowledge,
    checklist: Checklist,
    lang: Language,
    timings: Mapping[str, float] | None = None,
) -> AppReport:
    """One app's part, in the report's language."""
    view = scene(facts, knowledge)
    rows = _findings(findings, checklist, lang)
    return AppReport(
        input=InputRow(path=facts.input.path, sha256=facts.input.sha256, size=facts.input.size),
        app=_app(facts),
        app_type=facts.app_type,
        app_type_guess=None if facts.app_type else _guessed(view, checklist, lang),
        permissions=facts.app.permissions if facts.app else (),
        permission_uses=tuple(code_rows.permission(each, view, lang) for each in permission_uses(view)),
        sdks=_sdks(facts, knowledge, lang, stubs=False),
        sdk_stubs=_sdks(facts, knowledge, lang, stubs=True),
        accesses=code_rows.accesses(view, lang),
        policy_only=policy_only(view, lang),
        calls=code_rows.calls(facts, view),
        runs=code_rows.when(view),
        repeats=code_rows.repeats(view),
        receivers=code_rows.receivers(view),
        network=network_row(view, lang),
        policy=_policy(facts.policy),
        policy_links=() if facts.policy else facts.policy_links,
        findings=rows,
        limits=tuple(LimitRow(kind=each.kind, detail=each.detail, affects=each.affects) for each in facts.all_limits),
        counts=count(rows),
        timings=dict(timings or {}),
    )


def _guessed(view: Scene, checklist: Checklist, lang: Language) -> AppTypeGuess | None:
    found = guess(view, checklist.app_types)
    if found is None:
        return None
    name, grounds = found.app_type.name.get(lang), tuple(each.get(lang) for each in found.grounds)
    return AppTypeGuess(id=found.app_type.id, name=name, grounds=grounds)


def _policy(policy: Policy | None) -> Policy | None:
    """The policy without its text: the report quotes, it does not copy."""
    return None if policy is None else msgspec.structs.replace(policy, text="")


def _app(facts: Facts) -> AppRow | None:
    app, code = facts.app, facts.code
    if app is None:
        return None
    return AppRow(
        package=app.package,
        label=app.label,
        version_name=app.version_name,
        version_code=app.version_code,
        min_sdk=app.min_sdk,
        target_sdk=app.target_sdk,
        debuggable=app.debuggable,
        allow_backup=app.allow_backup,
        cleartext=app.cleartext,
        dex_files=len(code.dex) if code else 0,
        classes=sum(each.classes for each in code.dex) if code else 0,
        call_sites=sum(each.call_sites for each in code.dex) if code else 0,
        components=len(app.components),
        exported_components=sum(each.exported for each in app.components),
        native_abis=tuple(sorted({each.abi for each in app.native_libraries})),
        signing=app.signing,
        splits=app.splits,
    )


def _sdks(facts: Facts, knowledge: Knowledge, lang: Language, *, stubs: bool) -> tuple[SdkRow, ...]:
    known = {sdk.id: sdk for sdk in knowledge.sdks}
    return tuple(
        SdkRow(
            id=hit.id,
            name=known[hit.id].name.get(lang),
            version=hit.version,
            vendor=known[hit.id].vendor.name,
            country=known[hit.id].vendor.country,
            category=known[hit.id].category,
            handles_personal_information=known[hit.id].handles_personal_information,
            data_types=known[hit.id].data_types,
            classes=hit.classes,
            confidence=hit.confidence,
            evidence=hit.evidence,
            known_bad=tuple(_bad(each, lang) for each in known_bad(known[hit.id], hit.version)),
        )
        for hit in facts.sdks or ()
        if hit.id in known and hit.stub is stubs
    )


def _bad(bad: BadRange, lang: Language) -> BadRangeRow:
    return BadRangeRow(
        since=bad.since, below=bad.below, reason=bad.reason.get(lang), source=bad.source, checked=bad.checked
    )


def _findings(findings: Iterable[Finding], checklist: Checklist, lang: Language) -> tuple[FindingRow, ...]:
    """Worst first: by outcome, then severity, then the checklist's own order."""
    items = {item.id: (index, item) for index, item in enumerate(checklist.items)}
    ordered = sorted(
        findings,
        key=lambda each: (
            OUTCOMES.index(each.outcome),
            SEVERITIES.index(each.severity),
            items[each.item][0],
            -CONFIDENCES.index(each.confidence),
            each.subject,
        ),
    )
    return tuple(_finding(each, items[each.item][1], lang) for each in ordered)


def _finding(finding: Finding, item: Item, lang: Language) -> FindingRow:
    return FindingRow(
        item=finding.item,
        document=item.document,
        clause=item.clause,
        title=item.title.get(lang),
        outcome=finding.outcome,
        severity=finding.severity,
        confidence=finding.confidence,
        message=finding.message.get(lang),
        subject=finding.subject,
        evidence=finding.evidence,
        fingerprint=finding.fingerprint,
        limited=finding.limited,
        verified=item.verified,
    )


def count(rows: Iterable[FindingRow]) -> Counts:
    """Findings by outcome, and failed ones by severity; every outcome and severity has a number."""
    rows = tuple(rows)
    outcomes = Counter(row.outcome for row in rows)
    severities = Counter(row.severity for row in rows if row.outcome == "fail")
    return Counts(
        outcomes={outcome: outcomes[outcome] for outcome in OUTCOMES},
        failed={severity: severities[severity] for severity in SEVERITIES},
    )
