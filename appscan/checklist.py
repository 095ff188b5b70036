"""Data: documents, items and app types, as read from `checklists/`."""

from typing import Any, Literal

from appscan.facts import Bilingual, Confidence, Frozen
from appscan.findings import Outcome, Severity

Status = Literal["in_force", "ended_still_cited", "superseded", "draft"]
Decision = Literal["auto", "assisted", "manual"]
Condition = dict[str, Any]
"""`{all: [...]}`, `{any: [...]}`, `{not: ...}` or `{predicate.name: {argument: value}}`."""


class Document(Frozen, frozen=True):
    """A law, notice or standard that items cite. Dates are ISO; `link` is the official page."""

    id: str
    title: str
    gloss: str
    number: str
    issuer: str
    dated: str
    in_force: str
    status: Status
    link: str = ""
    note: str = ""


class Clause(Frozen, frozen=True):
    """A place in a document: `number` as one cites it, e.g. `第二条第1项`."""

    document: str
    number: str


class Examples(Frozen, frozen=True):
    """Facts (as JSON would hold them, only the parts that matter) and the outcome that they must give."""

    outcome: Outcome
    facts: dict[str, Any]
    subject: str = ""


class Item(Frozen, frozen=True):
    """One duty, and how far a scan can decide it.

    `when` says whether the duty applies; `require` holds for an app that meets it. `broken` is the outcome where
    `require` does not hold; `holds` is the outcome where it does: `pass`, or `manual` where the facts can raise a
    suspicion but never settle the matter. An item without `require` is `manual`. A breach that is less sure than
    `fails_from` is `suspect`.
    """

    id: str
    document: str
    clause: str
    title: Bilingual
    question: Bilingual
    severity: Severity
    severity_reason: str
    decision: Decision
    why: Bilingual
    fix: Bilingual
    look: Bilingual
    quote: str = ""
    basis: tuple[Clause, ...] = ()
    when: Condition | None = None
    require: Condition | None = None
    broken: Literal["fail", "suspect"] = "fail"
    fails_from: Confidence = "firm"
    holds: Literal["pass", "manual"] = "pass"
    verified: bool = True
    examples: tuple[Examples, ...] = ()


class AppType(Frozen, frozen=True):
    """One of the 39 types of 国信办秘字〔2021〕14号 and the information that is necessary for it.

    `permissions`: dangerous permissions that the necessary information can justify. `low_relevance`: permissions
    that TC260-PG-20204A marks as of low relevance for the type, where its 30 types cover it.
    """

    id: str
    clause: str
    name: Bilingual
    function: Bilingual
    necessary: tuple[str, ...] = ()
    permissions: tuple[str, ...] = ()
    low_relevance: tuple[str, ...] = ()
    none_needed: bool = False
    aliases: tuple[str, ...] = ()


class Checklist(Frozen, frozen=True):
    """All documents, items and app types."""

    documents: tuple[Document, ...] = ()
    items: tuple[Item, ...] = ()
    app_types: tuple[AppType, ...] = ()
