"""Data: what the tool knows of the world: SDKs, sensitive APIs, permissions, data types, packers, policy clauses.

Each value is one YAML file (or one entry of a list file) under `checklists/`. A field that nobody has checked is
left empty or says `unknown`; nothing is filled in by guess.
"""

from typing import Literal

from appscan.facts import Bilingual, Frozen

YesNo = Literal["yes", "no", "unknown"]
ApiKind = Literal["api", "field", "uri", "setting", "sysprop", "path", "shell", "action", "reflection"]
Sensitivity = Literal["sensitive", "personal", "not_personal"]


class Vendor(Frozen, frozen=True):
    """Who makes an SDK. `name` is the legal name where known; `country` is ISO 3166, empty where not known."""

    name: str = ""
    country: str = ""


class Signatures(Frozen, frozen=True):
    """What gives an SDK away.

    `classes`: package prefixes (dotted, matched on segment boundaries) or full class names; one defined class suffices.
    `weak_classes`: prefixes known from one unproven source: they attribute calls, but do not prove the SDK alone.
    `components`, `native_libraries`: names with `*` (any run) and `#` (a digit). `meta_data`: a hint, never proof.
    """

    classes: tuple[str, ...] = ()
    weak_classes: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    native_libraries: tuple[str, ...] = ()
    meta_data: tuple[str, ...] = ()
    assets: tuple[str, ...] = ()


class SdkExamples(Frozen, frozen=True):
    """Class names that must and must not be taken for the SDK; one test runs them all."""

    match: tuple[str, ...]
    no_match: tuple[str, ...]


class Sdk(Frozen, frozen=True):
    """One SDK: how it is found, what policies call it, what it collects."""

    id: str
    name: Bilingual
    category: str
    examples: SdkExamples
    vendor: Vendor = Vendor()
    market: Literal["cn", "global", "unknown"] = "unknown"
    signatures: Signatures = Signatures()
    policy_names: tuple[str, ...] = ()
    handles_personal_information: YesNo = "unknown"
    part_of: tuple[str, ...] = ()
    """SDKs that bring this one along: a policy that names one of them names this part too."""
    data_types: tuple[str, ...] = ()
    data_types_source: str = ""
    policy_url: str = ""
    domains: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: str = ""


class Words(Frozen, frozen=True):
    """How policies write a thing, in Chinese and English."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class DataType(Frozen, frozen=True):
    """One kind of personal information."""

    id: str
    name: Bilingual
    words: Words
    sensitivity: Sensitivity
    category: str = ""
    permissions: tuple[str, ...] = ()
    note: str = ""


class Umbrella(Frozen, frozen=True):
    """A word that names several data types at once; a policy that uses only such words is vague."""

    words: tuple[str, ...]
    covers: tuple[str, ...]


class Behaviour(Frozen, frozen=True):
    """A regulated behaviour (`behavior:self_start`) that an API stands for instead of a data type."""

    id: str
    name: Bilingual


class Api(Frozen, frozen=True):
    """One way to reach personal information or to carry out a regulated behaviour.

    `api` and `field`: `target` is a JVM class descriptor, `member` its method or field, `descriptor` `*` for every
    overload. Other kinds: `target` is the literal string (a URI, a settings key, a path), `member` where it is used.
    `weak`: common in harmless code, so it never makes a finding alone.
    """

    kind: ApiKind
    target: str
    data_types: tuple[str, ...]
    member: str = ""
    descriptor: str = "*"
    permission: str = ""
    since: str = ""
    note: str = ""
    weak: bool = False
    verified: str = ""
    sources: tuple[str, ...] = ()


class KnownPermission(Frozen, frozen=True):
    """A permission that the platform or a vendor defines. `level` is the class that the user meets."""

    name: str
    level: Literal["dangerous", "normal", "signature", "special", "internal", "appop", "unknown"]
    protection: str = ""
    group: str = ""
    names_zh: tuple[str, ...] = ()
    data_types: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    level_history: str = ""
    personal_information: bool = False
    note: str = ""


class Packer(Frozen, frozen=True):
    """A packer or protector, what gives it away, and what a static scan loses by it."""

    id: str
    name: Bilingual
    kind: str
    impact: Literal["full", "partial", "none"]
    vendor: Vendor = Vendor()
    native_libraries: tuple[str, ...] = ()
    assets: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    note: str = ""


class Domain(Frozen, frozen=True):
    """A host suffix with its operator. `country` is that of the operator, not of an address."""

    domain: str
    operator: str = ""
    country: str = ""
    cross_border: Literal["yes", "no", "check"] = "check"
    role: str = ""
    sdk: str = ""
    note: str = ""


class Callback(Frozen, frozen=True):
    """A platform type, and the methods that the platform calls on its subtypes; `user`: after a user's action."""

    type: str
    methods: tuple[str, ...]
    kind: str


class StoredFlag(Frozen, frozen=True):
    """A method that keeps values on the device by name.

    `action`: read (returns the value), ask (whether there is one), write, key (makes a key object from a name).
    `key`, `value`: which operand holds the name, and the value to write or the default to return; the object itself
    is operand 0 of an instance method. `value` is -1 where there is none: then an absent value reads as null. `text`:
    what is kept is a text; `counts`: a number that may mean more than yes or no.
    """

    type: str
    member: str
    action: Literal["read", "ask", "write", "key"]
    key: int
    value: int = -1
    text: bool = False
    counts: bool = False


class Repeater(Frozen, frozen=True):
    """A method that makes something happen again and again, or at a set time.

    `interval`: the operand register that holds the interval, in milliseconds or, where `unit` names the register of a
    `TimeUnit`, in that; the object itself is register 0, a long takes two. `run`: the object whose method then runs.
    `kind` `handler` counts only where that object hands itself over again.
    """

    type: str
    member: str
    kind: Literal["timer", "handler", "alarm", "job", "location"]
    interval: int = -1
    unit: int = -1
    run: int = -1


class SystemStart(Frozen, frozen=True):
    """An intent action by which the system starts a component unasked.

    `permission`: without it the app is not sent it. `guard`: the permission that the component must demand of others.
    `scheme`: of the data that comes with it, which the filter must name. `below`: only for apps that target a lower API
    level, or on devices of a lower one.
    """

    action: str
    permission: str = ""
    guard: str = ""
    scheme: str = ""
    below: int = 0
    component: Literal["receiver", "service"] = "receiver"


class ConsentWords(Frozen, frozen=True):
    """Words by which names in code and labels of buttons speak of consent.

    A name (split into words) means *the user agreed* if it holds a word of `agree`, or one of `subject` and one of
    `allow`, and none of `against`. `buttons_*`: parts of labels.
    """

    id: str
    agree: tuple[str, ...]
    subject: tuple[str, ...]
    allow: tuple[str, ...]
    against: tuple[str, ...]
    buttons_agree: tuple[str, ...]
    buttons_refuse: tuple[str, ...]


class ClausePattern(Frozen, frozen=True):
    """A clause of a policy and how its text is recognised (regular expressions on normalised text)."""

    id: str
    name: Bilingual
    headings: tuple[str, ...] = ()
    """Titles that announce the clause: a weak cue below one is the clause; with nothing below it is a title only."""
    context: tuple[str, ...] = ()
    """Wider titles, below which a weak cue is the clause as well; they announce nothing by themselves."""
    strong: tuple[str, ...] = ()
    medium: tuple[str, ...] = ()
    anti: tuple[str, ...] = ()
    negation_counts: bool = False
    """A negated sentence answers the clause too (e.g. "we do not send data abroad")."""


class WordingPattern(Frozen, frozen=True):
    """An unfair or vague way of putting things, and how it is recognised."""

    id: str
    name: Bilingual
    severity: Literal["high", "medium", "low"]
    patterns: tuple[str, ...]
    anti: tuple[str, ...] = ()


class Knowledge(Frozen, frozen=True):
    """All of it, as compiled from one folder. `sha256` is over the content of every file."""

    sha256: str
    sdks: tuple[Sdk, ...] = ()
    data_types: tuple[DataType, ...] = ()
    umbrellas: tuple[Umbrella, ...] = ()
    behaviours: tuple[Behaviour, ...] = ()
    apis: tuple[Api, ...] = ()
    permissions: tuple[KnownPermission, ...] = ()
    packers: tuple[Packer, ...] = ()
    domains: tuple[Domain, ...] = ()
    clauses: tuple[ClausePattern, ...] = ()
    wording: tuple[WordingPattern, ...] = ()
    callbacks: tuple[Callback, ...] = ()
    stored_flags: tuple[StoredFlag, ...] = ()
    system_starts: tuple[SystemStart, ...] = ()
    repeaters: tuple[Repeater, ...] = ()
    consent_words: tuple[ConsentWords, ...] = ()
