"""Data: the report. Its JSON form is public and described by `appscan/schema/report-1.json`.

What is shown, in which order and with which totals is decided when it is built; a renderer only says how.
"""

from typing import Literal

import msgspec

from appscan.facts import (
    Confidence,
    Evidence,
    Gate,
    Permission,
    Policy,
    PolicyDocument,
    Signing,
    Statement,
    ThirdParty,
    Wording,
)
from appscan.findings import Outcome, Severity

SCHEMA_VERSION = "1.0"

Language = Literal["zh", "en"]
FailOn = Literal["critical", "high", "medium", "low", "never"]


class Public(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the public document's values. Readers must allow fields that they do not know."""


class Tool(Public, frozen=True):
    """The tool that wrote the report."""

    name: str
    version: str


class DocumentRow(Public, frozen=True):
    """A law, notice or standard that the items cite."""

    id: str
    title: str
    gloss: str
    number: str
    issuer: str
    in_force: str
    status: str
    link: str


class ItemRow(Public, frozen=True):
    """An item of the checklist in the report's language: what a finding refers to."""

    id: str
    document: str
    clause: str
    title: str
    question: str
    severity: Severity
    severity_reason: str
    decision: str
    verified: bool
    why: str
    fix: str
    look: str
    basis: tuple[str, ...]


class CoverageRow(Public, frozen=True):
    """How many duties of a document a scan decides, assists with evidence, or leaves to a person.

    `app_side`: duties that bind what ships with the app, as against the operator's house, stores or authorities;
    `app_side_met`: how many of those are decided or assisted.
    """

    document: str
    title: str
    number: str
    status: str
    duties: int
    app_side: int
    decided: int
    assisted: int
    manual: int
    app_side_met: int


class ProblemRow(Public, frozen=True):
    """A problem that notices name, how often, and the items that decide it or assist."""

    id: str
    name: str
    count: int
    period: str
    decision: str
    items: tuple[str, ...]


class KnowledgeRow(Public, frozen=True):
    """The checklists and knowledge used: `sha256` over the content of every file.

    `profile`: which items were asked. `coverage`, `problems`: of the whole checklist. `folders`: the user's own;
    `added`, `replaced`: what they put in, or in the place of a built-in entry.
    """

    sha256: str
    folders: tuple[str, ...]
    documents: tuple[DocumentRow, ...]
    items: tuple[ItemRow, ...]
    profile: str = ""
    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    coverage: tuple[CoverageRow, ...] = ()
    problems: tuple[ProblemRow, ...] = ()
    problems_met: float = 0.0
    """The share of named problems, weighed by how often they are named, that decided or assisted items meet."""


class InputRow(Public, frozen=True):
    """The file scanned."""

    path: str
    sha256: str = ""
    size: int = 0


class AppRow(Public, frozen=True):
    """The app, as its manifest and signature say. `splits`: the APKs in the file that were read as one, base first."""

    package: str
    label: str
    version_name: str
    version_code: int | None
    min_sdk: int | None
    target_sdk: int | None
    debuggable: bool
    allow_backup: bool | None
    cleartext: bool | None
    dex_files: int
    classes: int
    call_sites: int
    components: int
    exported_components: int
    native_abis: tuple[str, ...]
    signing: Signing
    splits: tuple[str, ...] = ()


class BadRangeRow(Public, frozen=True):
    """Versions of an SDK that are known to fail a review, among them this one. `checked`: how that was checked."""

    since: str
    below: str
    reason: str
    source: str
    checked: str


class SdkRow(Public, frozen=True):
    """An SDK in the app."""

    id: str
    name: str
    version: str
    vendor: str
    country: str
    category: str
    handles_personal_information: str
    data_types: tuple[str, ...]
    classes: int
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    known_bad: tuple[BadRangeRow, ...] = ()


class CallRow(Public, frozen=True):
    """Calls of one caller on one sensitive API. `owner`: app, sdk or library (unnamed); `sdk`: its id or null.

    `data_type`: the first of `data_types` (`behavior:…` where the API is a behaviour). `where`: the first call's
    byte offset. `weak`: common in harmless code, so never a finding on its own. `runs`: before_consent, guarded,
    undecided, user_action or unreached; empty for weak ones, whose paths are not looked for. `path`: the frames by
    which it runs, innermost first; `hops` says how each frame comes to run, the last one names the kind of root.
    `gate`: the check that guards it.
    """

    api: str
    data_type: str
    data_types: tuple[str, ...]
    caller: str
    owner: str
    sdk: str | None
    confidence: Confidence
    weak: bool
    sites: int
    where: str
    via: str
    runs: str = ""
    path: tuple[str, ...] = ()
    hops: tuple[str, ...] = ()
    gate: Gate | None = None


class RepeatRow(Public, frozen=True):
    """Something that code sets going again and again: a timer, an alarm, a job, locating.

    `interval_ms`: where it is a constant. `owner`, `sdk`: as in `CallRow`.
    """

    kind: str
    api: str
    caller: str
    owner: str
    sdk: str | None
    where: str
    interval_ms: int | None


class ReceiverRow(Public, frozen=True):
    """A receiver that code registers, with the actions that are named beside it."""

    receiver: str
    actions: tuple[str, ...]
    caller: str
    owner: str
    sdk: str | None
    where: str


class AccessRow(Public, frozen=True):
    """A kind of personal information that the code reaches, and who reaches for it (app, SDK names, libraries)."""

    data_type: str
    name: str
    sensitive: bool
    owners: tuple[str, ...]
    sdks: tuple[str, ...]
    places: int
    confidence: Confidence
    evidence: tuple[Evidence, ...]


class PolicyOnlyRow(Public, frozen=True):
    """A kind of personal information that the policy says the app collects, and no code reaches: no breach."""

    data_type: str
    name: str
    evidence: tuple[Evidence, ...]


class PermissionUseRow(Public, frozen=True):
    """A permission that a user grants, and who uses it. `owners`: app, library (unnamed), then SDK names.

    `state`: used; unused (no code needs it, and everything was seen); undeclared (code needs it, the manifest does not
    ask for it, so that the calls fail); unknown (its use may leave no call, or only a general library has one).
    `max_sdk`: the newest platform for which it is asked. `evidence`: its uses, or where it is asked for.
    """

    name: str
    label: str
    level: str
    state: Literal["used", "unused", "undeclared", "unknown"]
    max_sdk: int | None
    places: int
    owners: tuple[str, ...]
    sdks: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class EndpointRow(Public, frozen=True):
    """A host that the app names. See `Endpoint` in the facts for what is looked for, and where.

    `schemes`: an empty string stands for a bare name. `ports`: those that are not the scheme's own. `cleartext`: named
    with a scheme that does not encrypt. `local`: never reaches the public network. `address`: an IP address, no name.
    `role`: what the host is for; `namespace` and `documentation` mean named, but not called. `operator`, `country`,
    `cross_border` and `sdk` are those of the known domain that it belongs to; empty, or null, where none is known.
    `owners`, `sdks`: whose code names it (as in `AccessRow`); empty where only data do. `places`: how many uses.
    """

    host: str
    schemes: tuple[str, ...]
    ports: tuple[int, ...]
    cleartext: bool
    local: bool
    address: bool
    role: str
    operator: str
    country: str
    cross_border: str
    sdk: str | None
    owners: tuple[str, ...]
    sdks: tuple[str, ...]
    places: int
    evidence: tuple[Evidence, ...]


class FilingRow(Public, frozen=True):
    """An ICP filing number in its normal form; the evidence quotes it as it is written."""

    number: str
    places: int
    evidence: tuple[Evidence, ...]


class NetworkRow(Public, frozen=True):
    """The hosts and filing numbers in code, resources and files. `complete`: whether all of these could be seen."""

    endpoints: tuple[EndpointRow, ...]
    filings: tuple[FilingRow, ...]
    complete: bool


class FindingRow(Public, frozen=True):
    """One answer to one item, in the report's language. See `knowledge.items` for why and how to fix it.

    `since`: against the report of a previous version (`--previous`), empty without one: new, repeat (it was there with
    the same outcome) or changed. `before`: the outcome that it had then, where it changed.
    """

    item: str
    document: str
    clause: str
    title: str
    outcome: Outcome
    severity: Severity
    confidence: Confidence
    message: str
    subject: str
    evidence: tuple[Evidence, ...]
    fingerprint: str
    limited: bool
    verified: bool
    since: Literal["", "new", "repeat", "changed"] = ""
    before: str = ""


class GoneRow(Public, frozen=True):
    """A breach of the previous version that is not found now. `message` is the previous report's, in its language.

    `state`: resolved; not_seen (the item has no answer now, so that it may still be there); not_checked (the item is
    not among those checked now).
    """

    item: str
    title: str
    subject: str
    outcome: str
    severity: str
    message: str
    fingerprint: str
    state: Literal["resolved", "not_seen", "not_checked"]


class PreviousRow(Public, frozen=True):
    """The report of an earlier version that this one is compared with.

    `same_checklists`: whether that was judged by the same checklists; if not, what is new may come from them.
    """

    version_name: str
    version_code: int | None
    tool_version: str
    same_checklists: bool
    gone: tuple[GoneRow, ...]


class AppTypeGuess(Public, frozen=True):
    """The app type that the app looks like, and why; never used to judge it."""

    id: str
    name: str
    grounds: tuple[str, ...]


class LimitRow(Public, frozen=True):
    """Something that could not be seen; `affects` names the parts of the facts that have gaps by it."""

    kind: str
    detail: str
    affects: tuple[str, ...]


class Failure(Public, frozen=True):
    """Why an input was not scanned, with the exit code that it alone would have given."""

    code: int
    message: str


class Counts(Public, frozen=True):
    """How many findings by outcome, how many of the failed ones by severity."""

    outcomes: dict[str, int]
    failed: dict[str, int]


class AppReport(Public, frozen=True):
    """One app. Where `failure` is set, only `input` is filled."""

    input: InputRow
    failure: Failure | None = None
    app: AppRow | None = None
    app_type: str = ""
    app_type_guess: AppTypeGuess | None = None
    """Only where no app type was given, and two independent grounds agree."""
    permissions: tuple[Permission, ...] = ()
    permission_uses: tuple[PermissionUseRow, ...] = ()
    sdks: tuple[SdkRow, ...] = ()
    sdk_stubs: tuple[SdkRow, ...] = ()
    """SDKs of which there is only a no-op variant, or a fragment that others carry along: they do nothing."""
    accesses: tuple[AccessRow, ...] = ()
    policy_only: tuple[PolicyOnlyRow, ...] = ()
    """What the policy says that the app collects by code, where all code was seen and none reaches for it."""
    calls: tuple[CallRow, ...] = ()
    runs: dict[str, int] = {}
    """How many reaches for personal information run before consent, guarded, undecided, after a user action, never."""
    repeats: tuple[RepeatRow, ...] = ()
    receivers: tuple[ReceiverRow, ...] = ()
    network: NetworkRow | None = None
    policy: Policy | None = None
    policy_links: tuple[Evidence, ...] = ()
    """Where none was given or found: addresses of a policy that the app names, and files that are called one."""
    findings: tuple[FindingRow, ...] = ()
    previous: PreviousRow | None = None
    limits: tuple[LimitRow, ...] = ()
    counts: Counts | None = None
    timings: dict[str, float] = {}


class PolicyClauseRow(Public, frozen=True):
    """A clause, whether the policy has it, and the sentences that say so."""

    id: str
    name: str
    state: str
    evidence: tuple[Evidence, ...]


class PolicyReport(Public, frozen=True):
    """What `appscan policy` writes: a policy by itself, with no app to compare it with.

    `values` has every key, empty where the policy does not say: company, email, phone, updated, effective,
    response_days, retention, and where the response time stands.
    """

    schema_version: str
    language: Language
    tool: Tool
    knowledge_sha256: str
    documents: tuple[PolicyDocument, ...]
    clauses: tuple[PolicyClauseRow, ...]
    statements: tuple[Statement, ...]
    third_parties: tuple[ThirdParty, ...]
    values: dict[str, str]
    wording: tuple[Wording, ...]
    metrics: dict[str, float]
    limits: tuple[LimitRow, ...]


class Summary(Public, frozen=True):
    """Totals over all apps, and what the gate said. `exit_code` is the process exit code."""

    apps: int
    scanned: int
    unreadable: int
    outcomes: dict[str, int]
    failed: dict[str, int]
    fail_on: FailOn
    gated: int
    incomplete: int
    exit_code: int


class Report(Public, frozen=True):
    """The whole document."""

    schema_version: str
    language: Language
    tool: Tool
    knowledge: KnowledgeRow
    apps: tuple[AppReport, ...]
    summary: Summary
