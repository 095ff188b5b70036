"""Data: what is known of an SDK: how it is found, named, held back, and what it collects."""

from typing import Literal

from appscan.facts import Bilingual, Frozen

YesNo = Literal["yes", "no", "unknown"]

Checked = Literal["document", "code", "unchecked"]
"""How a statement was checked: against its vendor's or a regulator's text, against a real build, or not at all."""

Category = Literal[
    "ab-test", "ad-monitor", "ads", "ai", "analytics", "apm", "ar", "attribution", "audio", "auth", "beauty",
    "captcha", "carrier", "cast", "cloud", "cloud-phone", "component-library", "content", "crash", "customer-service",
    "debug", "device-id", "distribution", "document", "download", "e-commerce", "face", "fota", "framework",
    "game-channel", "game-engine", "health", "hook", "hotfix", "identity", "im", "image", "ime", "iot", "lbs-service",
    "location", "logistics", "map", "mini-program", "native-library", "network", "ocr", "office", "one-tap-login",
    "payment", "platform", "push", "risk-control", "rtc", "script-engine", "security", "social", "speech", "storage",
    "test", "ui-library", "uncategorised", "update", "utility", "video", "webview",
]  # fmt: skip
"""What an SDK is for."""

SwitchKind = Literal["pre_init", "consent", "delay", "limit", "start"]

Unchecked = Literal[
    "vendor", "market", "category", "classes", "weak_classes", "components", "native_libraries", "meta_data", "assets",
    "policy_names", "handles_personal_information", "part_of", "data_types", "permissions", "policy_url", "domains",
]  # fmt: skip
"""Fields whose content somebody may know to be right, though nobody has held it against a source."""


class Vendor(Frozen, frozen=True):
    """Who makes an SDK. `name` is the legal name where known; `country` is ISO 3166, empty where not known."""

    name: str = ""
    country: str = ""


class Signatures(Frozen, frozen=True):
    """What gives an SDK away.

    `classes`: package prefixes (dotted, matched on segment boundaries) or full class names; one defined class suffices.
    `weak_classes`: prefixes known from one unproven source: they attribute calls, but do not prove the SDK alone.
    `components`, `native_libraries`: names with `*` (any run) and `#` (a digit). `meta_data`: a hint, never proof.
    `core`: prefixes of which one is defined wherever the SDK does its work; a build with none of them holds a no-op
    variant (the same interface, nothing behind it) or a fragment that other libraries carry along. `inside`: SDKs with
    a wider prefix that holds one of these; the longest prefix decides. `around`: the same, said by the SDK with the
    wider prefix.
    """

    classes: tuple[str, ...] = ()
    weak_classes: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    native_libraries: tuple[str, ...] = ()
    meta_data: tuple[str, ...] = ()
    assets: tuple[str, ...] = ()
    core: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    around: tuple[str, ...] = ()


class SdkExamples(Frozen, frozen=True):
    """Class names that must and must not be taken for the SDK; one test runs them all."""

    match: tuple[str, ...]
    no_match: tuple[str, ...]


class Probe(Frozen, frozen=True):
    """Where an SDK tells its version: exactly one of the fields, and `pattern` where the text holds more than that.

    `constant`: a static field `Lcom/x/Y;->FIELD` with a text. `method`: `Lcom/x/Y;->name`, which returns a constant
    text. `artifact`: `group:name` as in Maven, told by `pom.properties` or a `.version` file. `meta_data`: a key.
    `library`: the file name of a native library (`*`, `#` as elsewhere). `pattern`: a regular expression whose groups,
    joined by dots, are the version.
    """

    constant: str = ""
    method: str = ""
    artifact: str = ""
    meta_data: str = ""
    library: str = ""
    pattern: str = ""
    source: str = ""
    checked: Checked = "unchecked"


class Switch(Frozen, frozen=True):
    """A means that the vendor gives to hold an SDK back, or to narrow what it collects.

    `kind`: `pre_init` (may run before consent and collects nothing), `consent` (tells the SDK what the user answered),
    `delay` (keeps it from starting by itself), `limit` (turns one collection off), `start` (from here on it collects).
    One of `method` (`Lcom/x/Y;->name`) or `meta_data` (a key of the manifest, with the `value` that holds back).
    `data_types`: what a `limit` turns off. `since`: the first version that has it, empty where not known.
    """

    kind: SwitchKind
    method: str = ""
    meta_data: str = ""
    value: str = ""
    data_types: tuple[str, ...] = ()
    since: str = ""
    note: str = ""
    source: str = ""
    checked: Checked = "unchecked"


class BadRange(Frozen, frozen=True):
    """Versions that are known to fail a review: from `since` (inclusive, empty: the first) to `below` (exclusive)."""

    below: str
    reason: Bilingual
    source: str
    since: str = ""
    checked: Checked = "unchecked"


class Sdk(Frozen, frozen=True):
    """One SDK: how it is found, what policies call it, what it collects, how it is held back.

    `policy_names` are its alone; `shared_names` are those that a family of SDKs shares. `part_of`: SDKs that bring this
    one along; a policy that names one of them names this too. `replaces`: older SDKs that it took the place of.
    `data_types`: what its documents disclose, required or optional; empty means that no document was seen.
    """

    id: str
    name: Bilingual
    category: Category
    examples: SdkExamples
    vendor: Vendor = Vendor()
    market: Literal["cn", "global", "unknown"] = "unknown"
    signatures: Signatures = Signatures()
    policy_names: tuple[str, ...] = ()
    shared_names: tuple[str, ...] = ()
    handles_personal_information: YesNo = "unknown"
    part_of: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    data_types: tuple[str, ...] = ()
    data_types_source: tuple[str, ...] = ()
    permissions: tuple[str, ...] = ()
    policy_url: str = ""
    domains: tuple[str, ...] = ()
    probes: tuple[Probe, ...] = ()
    switches: tuple[Switch, ...] = ()
    known_bad: tuple[BadRange, ...] = ()
    sources: tuple[str, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    note: str = ""


class Reference(Frozen, frozen=True):
    """A source that entries cite by a short code; a code with a colon (`VD:host`) says where in it."""

    id: str
    title: str
    licence: str = ""
    date: str = ""
    note: str = ""
