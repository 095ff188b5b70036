"""Data: what the tool knows of the world: SDKs, sensitive APIs, permissions, data types, packers, policy clauses.

Each value is one YAML file (or one entry of a list file) under `checklists/`. A field that nobody has checked is
left empty or says `unknown`; nothing is filled in by guess.
"""

from appscan.facts import Frozen
from appscan.knowledge.data import (
    Api,
    ApiKind,
    Behaviour,
    DataType,
    IdentifierPurpose,
    KnownPermission,
    Level,
    LevelSince,
    Sensitivity,
    Umbrella,
    Words,
)
from appscan.knowledge.platform import Callback, ConsentWords, Repeater, StoredFlag, SystemStart
from appscan.knowledge.sdk import (
    BadRange,
    Category,
    Checked,
    Probe,
    Reference,
    Sdk,
    SdkExamples,
    Signatures,
    Switch,
    SwitchKind,
    Unchecked,
    Vendor,
    YesNo,
)
from appscan.knowledge.wording import ClausePattern, WordingPattern
from appscan.knowledge.world import Domain, Packer

__all__ = [
    "Api",
    "ApiKind",
    "BadRange",
    "Behaviour",
    "Callback",
    "Category",
    "Checked",
    "ClausePattern",
    "ConsentWords",
    "DataType",
    "Domain",
    "IdentifierPurpose",
    "Knowledge",
    "KnownPermission",
    "Level",
    "LevelSince",
    "Packer",
    "Probe",
    "Reference",
    "Repeater",
    "Sdk",
    "SdkExamples",
    "Sensitivity",
    "Signatures",
    "StoredFlag",
    "Switch",
    "SwitchKind",
    "SystemStart",
    "Umbrella",
    "Unchecked",
    "Vendor",
    "WordingPattern",
    "Words",
    "YesNo",
]


class Knowledge(Frozen, frozen=True):
    """All of it, as compiled from one folder. `sha256` is over the content of every file.

    `added`, `replaced`: what a user's own folders put in or override, as `sdks/my-sdk`.
    """

    sha256: str
    sdks: tuple[Sdk, ...] = ()
    data_types: tuple[DataType, ...] = ()
    umbrellas: tuple[Umbrella, ...] = ()
    behaviours: tuple[Behaviour, ...] = ()
    apis: tuple[Api, ...] = ()
    permissions: tuple[KnownPermission, ...] = ()
    identifier_purposes: tuple[IdentifierPurpose, ...] = ()
    packers: tuple[Packer, ...] = ()
    domains: tuple[Domain, ...] = ()
    clauses: tuple[ClausePattern, ...] = ()
    wording: tuple[WordingPattern, ...] = ()
    callbacks: tuple[Callback, ...] = ()
    stored_flags: tuple[StoredFlag, ...] = ()
    system_starts: tuple[SystemStart, ...] = ()
    repeaters: tuple[Repeater, ...] = ()
    consent_words: tuple[ConsentWords, ...] = ()
    references: tuple[Reference, ...] = ()
    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
