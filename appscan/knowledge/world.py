"""Data: packers that hide code, and hosts with their operators."""

from typing import Literal

from appscan.facts import Bilingual, Frozen
from appscan.knowledge.sdk import SdkExamples, Vendor

PackerKind = Literal["packer", "vmp", "protector", "security-sdk", "obfuscator-tool"]
"""Hides DEX code; runs methods in a machine of its own; guards the app as it runs; an SDK; renames only."""


class Packer(Frozen, frozen=True):
    """A packer or protector, what gives it away, and what a static scan loses by it.

    `native_libraries`, `assets` (entries of the archive), `classes` (of the application or a component): names with `*`
    (any run) and `#` (a digit). `examples`: names that must, and must not, be taken for it.
    """

    id: str
    name: Bilingual
    kind: PackerKind
    impact: Literal["full", "partial", "none"]
    vendor: Vendor = Vendor()
    native_libraries: tuple[str, ...] = ()
    assets: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    examples: SdkExamples = SdkExamples((), ())
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
