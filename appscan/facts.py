"""Data: what is true of one app, each fact with the evidence quoted when it was read.

`None` on a part of `Facts` means *not given or not readable*, never *empty*. A part that was
read only partly says so in `gaps`: then what was not found there is unknown, not absent.
Facts are saved as JSON by `appscan inspect` and judged again by `appscan scan`.
"""

from typing import Literal, get_args

import msgspec

FACTS_VERSION = 3

Confidence = Literal["tentative", "firm", "certain"]
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
"""Weakest first."""

ComponentKind = Literal["activity", "activity-alias", "service", "receiver", "provider"]


class Frozen(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every value: immutable, strict when read from JSON or YAML."""


class Bilingual(Frozen, frozen=True, order=True):
    """A text in both languages of the reports."""

    zh: str
    en: str

    def get(self, lang: str) -> str:
        """The text in a language: `zh`, or else English."""
        return self.zh if lang == "zh" else self.en


def byte_at(dex: str, offset: int) -> str:
    """A byte of a DEX file as `where` of evidence has it: `classes2.dex@0x1f3c`."""
    return f"{dex}@{offset:#x}"


class Evidence(Frozen, frozen=True, order=True):
    """A quotation and where it stands.

    `where` is a place in the input: `AndroidManifest.xml:uses-permission`, `classes2.dex@0x1f3c`
    (byte offset of the instruction), `policy.html:120` (line), `res/layout/login.xml`. An entry of a split APK has the
    split's own name before it, `splits/feature-master.apk!classes.dex@0x1f3c`; one without is the base's. Only the
    manifest has none: `AndroidManifest.xml` is that of all splits together.
    """

    where: str
    quote: str


class Limit(Frozen, frozen=True, order=True):
    """Something that could not be seen. `affects` names parts of `Facts`: app, code, ui, policy."""

    kind: str
    detail: str
    affects: tuple[str, ...] = ()


class Input(Frozen, frozen=True):
    """The file that was scanned."""

    path: str
    sha256: str
    size: int


class MetaData(Frozen, frozen=True):
    """A `<meta-data>` element: name and value (resources resolved where they can be)."""

    name: str
    value: str = ""


class IntentFilter(Frozen, frozen=True):
    """An `<intent-filter>` of a component."""

    actions: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    priority: int = 0


class Component(Frozen, frozen=True):
    """A component of the manifest. `exported` is the effective value, by the platform's rules."""

    kind: ComponentKind
    name: str
    exported: bool = False
    enabled: bool = True
    process: str = ""
    permission: str = ""
    authorities: tuple[str, ...] = ()
    target: str = ""
    filters: tuple[IntentFilter, ...] = ()
    meta_data: tuple[MetaData, ...] = ()


class Permission(Frozen, frozen=True):
    """A permission that the app asks for.

    `level`: dangerous, normal, signature, special, internal, or unknown (nobody defines it).
    `protection`: the platform's or the app's own protectionLevel as read.
    """

    name: str
    level: str = "unknown"
    protection: str = ""
    element: Literal["uses-permission", "uses-permission-sdk-23"] = "uses-permission"
    max_sdk: int | None = None
    custom: bool = False
    group: str = ""


class DefinedPermission(Frozen, frozen=True):
    """A permission that the app itself defines."""

    name: str
    protection: str = ""


class NativeLibrary(Frozen, frozen=True):
    """A shared object under `lib/<abi>/` (or elsewhere in the archive, then `abi` is empty)."""

    name: str
    abi: str
    path: str
    size: int


class ArchiveFile(Frozen, frozen=True):
    """An asset or raw file of interest: `kind` is policy, web, script-bundle, database, dex, apk, archive, config."""

    path: str
    kind: str
    size: int


class Digests(Frozen, frozen=True):
    """Hex digests, lower case, of a certificate's DER bytes: what the filing form asks for."""

    md5: str
    sha1: str
    sha256: str


class Certificate(Frozen, frozen=True):
    """A signer: subject and issuer as RFC 4514 text, validity as ISO dates, public key in PEM-less hex (DER)."""

    subject: str
    issuer: str
    serial: str
    not_before: str
    not_after: str
    algorithm: str
    public_key: str
    digests: Digests


class Signing(Frozen, frozen=True):
    """Signature schemes present (v1, v2, v3, v3.1, v4) and their signers."""

    schemes: tuple[str, ...] = ()
    certificates: tuple[Certificate, ...] = ()


class NetworkSecurity(Frozen, frozen=True):
    """`networkSecurityConfig`: whether plain HTTP is allowed, for which domains, and whether user CAs are trusted.

    `pinned_domains`: those whose certificates are pinned.
    """

    cleartext: bool | None = None
    cleartext_domains: tuple[str, ...] = ()
    trusts_user_certificates: bool = False
    pinned_domains: tuple[str, ...] = ()
    source: str = ""


class Text(Frozen, frozen=True, order=True):
    """A text of the APK that bears on privacy. `caller` is the method that holds it, where code does.

    `where`: `resources.arsc:string#12` (index in the string pool), `res/layout/login.xml`, `classes.dex@0x1f3c`.
    """

    where: str
    text: str
    caller: str = ""


class CheckBox(Frozen, frozen=True):
    """A box that a layout shows ticked: its file, its own text and the texts around it."""

    where: str
    text: str


class Ui(Frozen, frozen=True):
    """What the app can show: texts about privacy and consent, ticked boxes, policy links."""

    texts: tuple[Text, ...] = ()
    ticked: tuple[CheckBox, ...] = ()
    policy_urls: tuple[Text, ...] = ()
    policy_files: tuple[str, ...] = ()


class VersionMark(Frozen, frozen=True):
    """A version that a library tells of itself.

    `name` and `field`: a class and its constant; or, without a field, an artifact: `group:artifact` or a bare name.
    """

    name: str
    value: str
    where: str
    field: str = ""


class App(Frozen, frozen=True):
    """The manifest and the archive. `splits`: the APKs in an archive of them that were read as one, the base first."""

    package: str
    label: str = ""
    labels: tuple[str, ...] = ()
    version_name: str = ""
    version_code: int | None = None
    min_sdk: int | None = None
    target_sdk: int | None = None
    compile_sdk: int | None = None
    application: str = ""
    component_factory: str = ""
    debuggable: bool = False
    test_only: bool = False
    allow_backup: bool | None = None
    cleartext: bool | None = None
    network_security: NetworkSecurity | None = None
    permissions: tuple[Permission, ...] = ()
    defined_permissions: tuple[DefinedPermission, ...] = ()
    components: tuple[Component, ...] = ()
    meta_data: tuple[MetaData, ...] = ()
    queries: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    native_libraries: tuple[NativeLibrary, ...] = ()
    files: tuple[ArchiveFile, ...] = ()
    entries: int = 0
    versions: tuple[VersionMark, ...] = ()
    splits: tuple[str, ...] = ()
    signing: Signing = Signing()


class Endpoint(Frozen, frozen=True, order=True):
    """A network address that stands in the app: one for each scheme, host, port and class that names it.

    `scheme` is empty for a bare host. `port` 0 is the scheme's own. `url`: as written, without userinfo. `caller`: the
    method with the first of the `uses`; empty where no code loads the string (static field values, annotations) and
    outside of code. `where`: `classes.dex@0x1f3c`, `classes.dex:string#12`, `resources.arsc:string#9`, `assets/a.js:3`.
    """

    host: str
    scheme: str
    port: int
    url: str
    where: str
    caller: str = ""
    uses: int = 1
    source: Literal["code", "resources", "files"] = "code"


class Filing(Frozen, frozen=True, order=True):
    """An ICP filing number in its normal form (`京ICP备12345678号-3A`), and as it is written."""

    number: str
    text: str
    where: str
    caller: str = ""


class Network(Frozen, frozen=True):
    """Addresses and filing numbers in code, resources, assets and raw files. What is built at run time is not here."""

    endpoints: tuple[Endpoint, ...] = ()
    filings: tuple[Filing, ...] = ()


class DexFile(Frozen, frozen=True):
    """One DEX file (or one part of a version 041 container): its table sizes."""

    name: str
    version: str
    size: int
    classes: int
    methods: int
    code_methods: int
    call_sites: int


class Call(Frozen, frozen=True):
    """Call sites of one caller on one API.

    `api`: `Landroid/telephony/TelephonyManager;->getDeviceId`. `caller`: `Lcom/x/Y;->m(I)V`.
    `via`: the method reference as written, where it differs from `api` (a subclass of the app's own).
    `offset`: byte offset in the DEX file of the first such instruction. `sites`: how many there are.
    `keys`: string constants of the calling method that decide what is read (Settings keys, URIs).
    """

    api: str
    caller: str
    dex: str
    offset: int
    descriptor: str = ""
    sites: int = 1
    via: str = ""
    keys: tuple[str, ...] = ()
    confidence: Confidence = "certain"


class FieldRead(Frozen, frozen=True):
    """A read of a sensitive field, e.g. `Landroid/os/Build;->SERIAL`."""

    field: str
    caller: str
    dex: str
    offset: int
    sites: int = 1


class StringUse(Frozen, frozen=True):
    """A sensitive string constant (content URI, system property, path, shell command, action) in a method."""

    kind: str
    value: str
    caller: str
    dex: str
    offset: int


class Reflection(Frozen, frozen=True):
    """A class and a member of it, both named by string constants in one method: perhaps a sensitive call.

    `api`: as in `Call`. `paired` is false where the method names only the member, beside a call that looks up members.
    """

    api: str
    caller: str
    dex: str
    offset: int
    paired: bool = True


class PermissionRequest(Frozen, frozen=True):
    """A method that asks for run-time permissions, with the permission names it holds."""

    caller: str
    permissions: tuple[str, ...]
    dex: str
    offset: int


class MethodNote(Frozen, frozen=True):
    """A method with a behaviour that an item asks about (`deny-exit`, `rationale`; those of `extract/closely.py`)."""

    kind: str
    method: str
    detail: str
    dex: str
    offset: int


PathState = Literal["before_consent", "guarded", "undecided", "user_action", "unreached"]
"""What can be said of when a method runs: at the start with nothing in its way; at the start, but only behind a check
of consent; only after something that the user does; not decided; by no path at all that was found."""

PathContext = Literal["start", "user", "component", "resume", "service", "receiver", "job", "timer"]
"""Where a path begins: the app's start, a user's action, another component; or a place where code runs again and
again or without a screen."""


class Gate(Frozen, frozen=True, order=True):
    """A check that a path must pass. `sure`: passing it means that the user agreed; else that is not known.

    `kind`: stored_flag (a value kept on the device, `key` its name), field (a field set elsewhere), permission (the
    user granted it), named (a method that by its name asks for consent).
    """

    kind: Literal["stored_flag", "field", "permission", "named"]
    key: str
    where: str
    sure: bool = False


class CallPath(Frozen, frozen=True):
    """How a method that calls something sensitive can come to run: a shortest path.

    `frames`: methods, innermost first, as a stack trace has them: `frames[0]` is the caller itself. `hops[i]` says how
    `frames[i]` comes to run: `call` (the frame behind it calls it), `dispatch` (one of several that it may call),
    `init` (class initialisation), a kind of callback (`runnable`, `timer`, …), a component that it starts; the last
    one names the kind of root (`application`, `provider`, …). `action`: the user's action on a path of context
    `user`: `agree`, `refuse`, or empty.
    """

    caller: str
    context: PathContext
    state: PathState
    frames: tuple[str, ...]
    hops: tuple[str, ...]
    gate: Gate | None = None
    confidence: Confidence = "certain"
    action: str = ""
    always: bool = False
    """Nothing branches on the way: where the root runs, the caller runs."""


class Repeat(Frozen, frozen=True):
    """A call that makes something happen again and again, or at a set time.

    `kind`: timer, alarm, job, location. `interval_ms`: where it is a constant. `run`: the method of the app's own that
    then runs, where the call hands over an object of a class of the app's.
    """

    kind: str
    api: str
    caller: str
    dex: str
    offset: int
    interval_ms: int | None = None
    run: str = ""


class DynamicReceiver(Frozen, frozen=True):
    """A receiver that code registers: the class (dotted, where seen) and the actions named in the same method."""

    caller: str
    dex: str
    offset: int
    actions: tuple[str, ...] = ()
    receiver: str = ""


class ComponentLink(Frozen, frozen=True, order=True):
    """A component (class name, dotted) whose code names another component, as one does to start it."""

    source: str
    target: str


class SiteNote(Frozen, frozen=True):
    """What reading a caller closely showed of one of its sensitive places.

    `gate`: a check that the place must pass. `loop`: it stands in a loop. `always`: nothing branches before it.
    `given_to`: of a string constant, the method that gets it as an operand.
    """

    caller: str
    dex: str
    offset: int
    gate: Gate | None = None
    loop: bool = False
    always: bool = False
    given_to: str = ""


class Code(Frozen, frozen=True):
    """What the DEX files hold.

    `classes`: package (dotted) to simple names of the classes **defined** there. `class_files`: package to the DEX
    file that defines its classes, one name where it is one file, else one for each of its classes. `superclasses`:
    class descriptor to the chain of its superclasses, for every class that calls, asks or is a component.
    """

    dex: tuple[DexFile, ...] = ()
    classes: dict[str, tuple[str, ...]] = {}
    class_files: dict[str, tuple[str, ...]] = {}
    superclasses: dict[str, tuple[str, ...]] = {}
    calls: tuple[Call, ...] = ()
    fields: tuple[FieldRead, ...] = ()
    strings: tuple[StringUse, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    permission_requests: tuple[PermissionRequest, ...] = ()
    notes: tuple[MethodNote, ...] = ()
    paths: tuple[CallPath, ...] = ()
    sites: tuple[SiteNote, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    receivers: tuple[DynamicReceiver, ...] = ()
    links: tuple[ComponentLink, ...] = ()
    stubs: tuple[str, ...] = ()
    """Watched APIs, as in `Call`, that the app itself defines with a body that calls nothing."""
    unreached: tuple[str, ...] = ()
    """Callers that no path from any root leads to, as far as the call graph sees."""
    versions: tuple[VersionMark, ...] = ()


class SdkHit(Frozen, frozen=True):
    """An SDK that is in the app, and why we say so. `version` is empty where nothing tells it.

    `stub`: only a no-op variant (the SDK's interface with nothing behind it) or a fragment that others carry along.
    """

    id: str
    evidence: tuple[Evidence, ...]
    version: str = ""
    confidence: Confidence = "certain"
    classes: int = 0
    prefixes: tuple[str, ...] = ()
    stub: bool = False


class Sentence(Frozen, frozen=True):
    """A sentence of the policy with its place: `line` (1-based) and `offset` in the decoded text."""

    text: str
    line: int
    offset: int
    heading: str = ""


class ClauseState(Frozen, frozen=True):
    """Whether a duty is met in the text: present, absent, title_only, elsewhere or unknown."""

    id: str
    state: Literal["present", "absent", "title_only", "elsewhere", "unknown"]
    evidence: tuple[Evidence, ...] = ()


class Statement(Frozen, frozen=True):
    """(actor) (act) (data type) for a purpose, to a receiver, under a permission; with the sentence it stands in.

    `actor`: `app`, or the third party as it is named. `confidence`: what joins the data type to its act: one
    `sentence`, a table's `row`, the line over a list (`lead_in`) or a `heading`.
    """

    actor: str
    act: str
    data_type: str
    evidence: Evidence
    negated: bool = False
    umbrella: bool = False
    purpose: str = ""
    receiver: str = ""
    permission: str = ""
    confidence: Literal["sentence", "row", "lead_in", "heading"] = "sentence"


class ThirdParty(Frozen, frozen=True):
    """A third party or SDK that the policy names; `sdk` is the catalogue's id where the name is known."""

    name: str
    evidence: Evidence
    company: str = ""
    purpose: str = ""
    data_types: tuple[str, ...] = ()
    link: str = ""
    sdk: str = ""


class Wording(Frozen, frozen=True):
    """Unfair or vague wording: `kind` names the pattern."""

    kind: str
    severity: Literal["high", "medium", "low"]
    evidence: Evidence


class PolicyDocument(Frozen, frozen=True):
    """One document of the policy: its kind (policy, agreement, sdk_list, login_wall, shell, not_chinese) and language.

    `source`: a file that was given, an address that was fetched (`path`; `final_url` is where its `redirects` led), or
    a file or text inside the APK (`path` is its place there).
    """

    path: str
    sha256: str
    size: int
    encoding: str
    kind: str
    language: str
    characters: int
    title: str = ""
    source: Literal["file", "url", "apk"] = "file"
    final_url: str = ""
    redirects: tuple[str, ...] = ()


class Policy(Frozen, frozen=True):
    """The privacy policy as read. `others`: texts inside the APK that could be a policy too, and were not read as it.

    `limits`: what could not be read of it.
    """

    documents: tuple[PolicyDocument, ...]
    clauses: tuple[ClauseState, ...] = ()
    statements: tuple[Statement, ...] = ()
    third_parties: tuple[ThirdParty, ...] = ()
    wording: tuple[Wording, ...] = ()
    values: dict[str, str] = {}
    metrics: dict[str, float] = {}
    others: tuple[PolicyDocument, ...] = ()
    limits: tuple[Limit, ...] = ()
    text: str = ""


class Facts(Frozen, frozen=True):
    """Everything known of one app. Parts that are `None` were not given or could not be read."""

    facts_version: int
    tool_version: str
    input: Input
    knowledge_sha256: str = ""
    """The knowledge that said what to look for in the code; the calls of an API added later are not in here."""
    app: App | None = None
    ui: Ui | None = None
    code: Code | None = None
    network: Network | None = None
    policy: Policy | None = None
    sdks: tuple[SdkHit, ...] | None = None
    limits: tuple[Limit, ...] = ()
    app_type: str = ""
    attributes: dict[str, bool] = {}
    """What the operator says of the app, as no scan can see it: `has_accounts`, `serves_minors`, …"""
    filing_number: str = ""
    """The ICP filing number that the operator says the app has."""

    @property
    def all_limits(self) -> tuple[Limit, ...]:
        """The limits of the app and of its policy."""
        return (*self.limits, *(self.policy.limits if self.policy else ()))

    @property
    def policy_links(self) -> tuple[Evidence, ...]:
        """Addresses of a policy that the app names, and files in it that are called one."""
        ui = self.ui or Ui()
        links = (Evidence(where=each.where, quote=each.text) for each in ui.policy_urls)
        files = (Evidence(where=each, quote=each.rpartition("/")[2]) for each in ui.policy_files)
        return (*links, *files)

    def gaps(self, part: str) -> tuple[Limit, ...]:
        """The limits that touch a part (`code`, `ui`, …): where there are any, *not found* is not *absent*."""
        return tuple(limit for limit in self.all_limits if part in limit.affects)
