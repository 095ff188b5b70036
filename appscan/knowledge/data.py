"""Data: kinds of personal information, and the APIs and permissions that open them."""

from typing import Literal

from appscan.facts import Bilingual, Frozen

ApiKind = Literal["api", "field", "uri", "setting", "sysprop", "path", "shell", "action", "reflection"]
Sensitivity = Literal["sensitive", "personal", "not_personal"]


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


class IdentifierPurpose(Frozen, frozen=True):
    """What an SDK may be there for (a scene of T/TAF 077.5), and which device identifiers that takes.

    `categories`: those of `sdks/` that are there for it. `necessary`: enough for the basic function. `extended`: those
    that a further function may collect besides, if the policy tells of it. `unnecessary`: identifiers that cannot be
    changed and that the table gives it for no function.
    """

    id: str
    document: str
    clause: str
    name: Bilingual
    categories: tuple[str, ...] = ()
    necessary: tuple[str, ...] = ()
    extended: tuple[str, ...] = ()
    unnecessary: tuple[str, ...] = ()
    note: str = ""


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
