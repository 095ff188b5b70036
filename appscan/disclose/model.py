"""Data: the two lists, and how they differ from the policy's own. This is also what `--format json` writes."""

from typing import Literal

from appscan.facts import Evidence, Frozen

DifferenceKind = Literal["missing", "vague", "understated", "extra", "unchecked"]


class Purpose(Frozen, frozen=True):
    """What the information, or the SDK, is for. `source`: a place in the policy, or empty where none states it."""

    text: str = ""
    source: str = ""


class CollectedRow(Frozen, frozen=True):
    """A kind of information that the app's own code reaches. `sure`: false where only a hint says so.

    `ways`: the APIs, fields or addresses. `components`: the app's own screens, services and so on that lead there.
    `permissions`: those of the manifest that it takes. `purpose`: as the policy has it, for a person to check.
    """

    data_type: str
    name: str
    sensitive: bool
    sure: bool
    ways: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    components: tuple[str, ...]
    permissions: tuple[str, ...]
    purpose: Purpose


class SdkListRow(Frozen, frozen=True):
    """An SDK in the app. `reached`: what its code here reaches for; `disclosed`: what only its vendor's documents say.

    `permissions`: those of the manifest that its code here uses; `wanted`: others of it that its vendor names.
    `switches`: how to hold it back until the user agrees.
    """

    id: str
    name: str
    company: str
    category: str
    version: str
    purpose: Purpose
    reached: tuple[str, ...]
    disclosed: tuple[str, ...]
    permissions: tuple[str, ...]
    wanted: tuple[str, ...]
    link: str
    switches: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class UnnamedRow(Frozen, frozen=True):
    """A library that no entry of the catalogue names, by its package, and what it reaches for."""

    package: str
    reached: tuple[str, ...]


class DifferenceRow(Frozen, frozen=True):
    """Where the policy's own list and the app differ.

    `kind`: missing (in the app, not in the policy), vague (only a general word, or the maker's other SDK), understated
    (reaches for more than its row says), extra (in the policy, not found in the app: information only), unchecked (in
    the policy, by a name that is not known here). `what`: sdk or information.
    """

    kind: DifferenceKind
    what: Literal["sdk", "information"]
    name: str
    detail: str = ""
    evidence: tuple[Evidence, ...] = ()


class Disclosure(Frozen, frozen=True):
    """Both lists of one app. `unseen`: what of the code could not be seen, so that the lists may lack something.

    `differences` is None where no policy was given. `harmless`: libraries that handle no personal information.
    """

    language: Literal["zh", "en"]
    tool: str
    label: str
    package: str
    version_name: str
    unseen: tuple[str, ...]
    collected: tuple[CollectedRow, ...]
    sdks: tuple[SdkListRow, ...]
    unnamed: tuple[UnnamedRow, ...]
    harmless: tuple[str, ...]
    differences: tuple[DifferenceRow, ...] | None = None
