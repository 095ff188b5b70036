"""Data: packers that hide code, and hosts with their operators."""

from typing import Literal

from appscan.facts import Bilingual, Frozen
from appscan.knowledge.sdk import Vendor


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
