"""Data: what a stack trace shows about an APK. Its JSON form is what `match-stack --format json` prints.

Readers must allow fields that they do not know: within version 1 fields are only added.
"""

from typing import Literal

from appscan.facts import Confidence, Frozen

SCHEMA_VERSION = "1.0"

BeginKind = Literal["provider", "application", "launcher", "background", "unknown"]
Status = Literal["apk", "platform", "absent"]


class FrameRow(Frozen, frozen=True):
    """A frame of the stack. `status`: apk (its class is defined there), platform (Android's or Java's own), absent.

    `owner`: app, sdk or library (unnamed) where it is in the APK, else empty. `sdk`: id, `sdk_name` and `sdk_version`
    as far as they are known.
    """

    class_name: str
    method: str
    place: str
    status: Status
    owner: str = ""
    sdk: str = ""
    sdk_name: str = ""
    sdk_version: str = ""


class StepRow(Frozen, frozen=True):
    """A method of a static path. `callback`: the platform calls it, not the next one; `hop`: how it comes to run."""

    method: str
    owner: str
    sdk: str = ""
    sdk_name: str = ""
    callback: bool = False
    hop: str = ""


class CallRow(Frozen, frozen=True):
    """A sensitive call that a frame makes, with the path by which it runs, innermost first; empty where none is.

    `exact`: a frame of the stack makes it. Else a class of the stack does, in another method. `runs`: before_consent,
    guarded, undecided, user_action or unreached; `gate`: the check on the way, if any.
    """

    api: str
    data_type: str
    name: str
    caller: str
    where: str
    confidence: Confidence
    exact: bool
    runs: str = ""
    gate: str = ""
    path: tuple[StepRow, ...] = ()


class BeginRow(Frozen, frozen=True):
    """Where it all begins. `background`: a service, receiver, job or timer. `role`: the same in words."""

    kind: BeginKind
    method: str = ""
    role: str = ""


class SwitchRow(Frozen, frozen=True):
    """A switch of an SDK. `before`: may be called before consent, or tells the SDK of it; else it starts the SDK.

    `callers`: the methods outside the SDK that call it now, at most five.
    """

    api: str
    before: bool
    sdk: str
    callers: tuple[str, ...] = ()


class StackRow(Frozen, frozen=True):
    """One stack of the text. `title`: what the line above it, or its row, says. `matched`: frames in the APK."""

    title: str
    matched: int
    frames: tuple[FrameRow, ...]
    calls: tuple[CallRow, ...]
    begins: BeginRow
    switches: tuple[SwitchRow, ...]
    advice: tuple[str, ...]


class Match(Frozen, frozen=True):
    """The whole document. `matched`: frames whose class is in the APK. `advice`, `notes`: sentences for a developer."""

    schema_version: str
    language: str
    tool: str
    apk: str
    sha256: str
    package: str
    matched: int
    stacks: tuple[StackRow, ...]
    notes: tuple[str, ...]
