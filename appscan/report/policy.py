"""A policy as read → the document that `appscan policy` writes."""

from appscan.facts import Policy
from appscan.knowledge import Knowledge
from appscan.report.model import SCHEMA_VERSION, Language, LimitRow, PolicyClauseRow, PolicyReport, Tool

VALUES = ("company", "email", "phone", "updated", "effective", "response_days", "retention")


def policy_report(policy: Policy, knowledge: Knowledge, tool: Tool, lang: Language) -> PolicyReport:
    """The report on a policy by itself, in the reader's language."""
    names = {each.id: each.name.get(lang) for each in knowledge.clauses}
    return PolicyReport(
        schema_version=SCHEMA_VERSION,
        language=lang,
        tool=tool,
        knowledge_sha256=knowledge.sha256,
        documents=policy.documents,
        clauses=tuple(
            PolicyClauseRow(id=each.id, name=names.get(each.id, each.id), state=each.state, evidence=each.evidence)
            for each in policy.clauses
        ),
        statements=policy.statements,
        third_parties=policy.third_parties,
        values={**dict.fromkeys(VALUES, ""), **policy.values},
        wording=policy.wording,
        metrics=policy.metrics,
        limits=tuple(LimitRow(kind=each.kind, detail=each.detail, affects=each.affects) for each in policy.limits),
    )
