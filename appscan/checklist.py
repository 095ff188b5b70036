"""Data: documents, items and app types, as read from `checklists/`."""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from appscan.facts import Bilingual, Confidence, Frozen
from appscan.findings import Outcome, Severity
from appscan.knowledge import Category

Status = Literal["in_force", "ended_still_cited", "superseded", "draft"]
Decision = Literal["auto", "assisted", "manual"]
Profile = Literal["miit", "finance", "minors", "store"]
Side = Literal["app", "sdk", "organisation", "store", "authority"]
"""Whom a duty binds: what ships with the app, an SDK's maker, the operator's own house, app stores, authorities."""

Attribute = Literal[
    "has_accounts", "serves_minors", "processes_over_10m", "exports_data", "small_processor", "large_platform",
    "finance", "preinstalled",
]  # fmt: skip
"""What an operator says of itself, as no scan can see it."""

Condition = dict[str, Any]
"""`{all: [...]}`, `{any: [...]}`, `{not: ...}` or `{predicate.name: {argument: value}}`."""


class Duty(Frozen, frozen=True):
    """One duty of a document: `number` as one cites it, `gloss` in own words. `verified`: the number was checked.

    `items`: those that answer it, where they do not cite it themselves; each then has it among its `basis`.
    """

    number: str
    gloss: Bilingual
    side: Side = "app"
    verified: bool = True
    items: tuple[str, ...] = ()


class Document(Frozen, frozen=True):
    """A law, notice or standard that items cite. Dates are ISO; `link` is the official page.

    `profiles`: those that its items belong to where they do not say. `duties`: everything in it that an audit of an app
    asks about; with a list, items can cite no other number, and each number is cited by an item.
    `yardstick`: a standard or a guide, which is cited beside a rule and breaks nothing alone.
    """

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
    yardstick: bool = False
    profiles: tuple[Profile, ...] = ()
    duties: tuple[Duty, ...] = ()


class Problem(Frozen, frozen=True):
    """A problem that notices name an app for, and how often: `count` rows in the period, as `source` counted."""

    id: str
    name: Bilingual
    count: int
    period: str
    source: str
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
    `fails_from` is `suspect`. `problems`: what notices call a breach of it.
    `profiles`: empty for those of its document.
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
    profiles: tuple[Profile, ...] = ()
    problems: tuple[str, ...] = ()
    examples: tuple[Examples, ...] = ()


class TypeWords(Frozen, frozen=True):
    """What tells that an app may be of a type; no word is two types'.

    `labels`: words of names and self-descriptions. `packages`: English words, in lower case, of which package and class
    names are made. `sdk_categories`: kinds of SDK that hardly any other type has.
    """

    labels: tuple[str, ...]
    packages: tuple[str, ...] = ()
    sdk_categories: tuple[Category, ...] = ()


class AppType(Frozen, frozen=True):
    """One of the 39 types of 国信办秘字〔2021〕14号 and the information that is necessary for it.

    `permissions`: dangerous permissions that the necessary information can justify. `low_relevance`: permissions of
    low relevance for the type; where a service type names it, these are that one's.
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
    words: TypeWords | None = None


class ServiceType(Frozen, frozen=True):
    """One of the 30 types in annex D of TC260-PG-20204A, with the permissions of low relevance for it.

    `low_relevance`: those marked, by their group in the guide's annex A. A permission that is not marked is neither
    necessary nor advised. `app_type`: the app type that means the same, where there is one. `draft_minimum`: groups
    that the draft of GB/T 41391 of January 2020 took for the least that the type needs; the final text was not seen.
    """

    id: str
    document: str
    clause: str
    name: Bilingual
    low_relevance: dict[str, tuple[str, ...]]
    app_type: str = ""
    draft_minimum: tuple[str, ...] = ()


class Checklist(Frozen, frozen=True):
    """All documents, items, types of apps and services, and problems that notices name."""

    documents: tuple[Document, ...] = ()
    items: tuple[Item, ...] = ()
    app_types: tuple[AppType, ...] = ()
    service_types: tuple[ServiceType, ...] = ()
    problems: tuple[Problem, ...] = ()


def profiles_of(item: Item, documents: Mapping[str, Document]) -> tuple[Profile, ...]:
    """The profiles that an item belongs to."""
    return item.profiles or documents[item.document].profiles


def selected(checklist: Checklist, profile: str) -> Checklist:
    """The checklist of a profile. `finance` and `minors` go on top of `miit`; `full` is everything.

    Documents of other profiles are left out, also where a chosen item cites them: they do not bind this app.
    """
    if profile == "full":
        return checklist
    wanted = {profile} if profile == "store" else {"miit", profile}
    documents = {each.id: each for each in checklist.documents}
    chosen = [item for item in checklist.items if wanted & set(profiles_of(item, documents))]
    kept = {item.document for item in chosen}
    kept |= {each.id for each in checklist.documents if not each.profiles or wanted & set(each.profiles)}
    return msgspec.structs.replace(
        checklist,
        documents=tuple(each for each in checklist.documents if each.id in kept),
        items=tuple(_citing(item, kept) for item in chosen),
    )


def _citing(item: Item, documents: set[str]) -> Item:
    """The item with only some documents among its further clauses."""
    basis = tuple(each for each in item.basis if each.document in documents)
    return item if basis == item.basis else msgspec.structs.replace(item, basis=basis)
