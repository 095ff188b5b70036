"""Scene → which dangerous permissions the app asks for, whose code uses each, and which calls lack theirs."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from appscan.facts import CONFIDENCES, Evidence, Permission
from appscan.knowledge import KnownPermission
from appscan.permission_needs import UNSEEN_USE, Needs, Use, alternatives, base_of, in_force, judged
from appscan.scene import Scene, short
from appscan.sdk_versions import glob

State = Literal["used", "unused", "undeclared", "unknown"]

NATIVE_USE = frozenset(("RECORD_AUDIO", "CAMERA"))
"""What native libraries can use by interfaces of their own (OpenSL ES, AAudio, the NDK's camera)."""

SILENT = frozenset("analytics crash database device-id hotfix image map network payment push security storage".split())
"""Categories of SDK whose native libraries neither record nor film."""

ALSO_BY = {"READ_CALL_LOG": frozenset(("call_status",))}
"""What else may be the reason: who watches the call's state gets the number only with the call log."""


class PermissionUse(NamedTuple):
    """One permission that a user must grant. `asked` is None where the manifest does not ask for it.

    `state`: used; unused (nothing needs it, and everything was seen); undeclared (calls need it, and cannot succeed);
    unknown. `hidden`: unknown only because part of the code could not be seen. `uses`: the surest first.
    """

    name: str
    state: State
    uses: tuple[Use, ...]
    asked: Permission | None = None
    known: KnownPermission | None = None
    hidden: bool = False

    def evidence(self) -> tuple[Evidence, ...]:
        """Where it is used, or else where it is asked for."""
        if self.uses or self.asked is None:
            return tuple(dict.fromkeys(each.evidence() for each in self.uses))
        limit = "" if self.asked.max_sdk is None else f" maxSdkVersion={self.asked.max_sdk}"
        return (Evidence(where=f"AndroidManifest.xml:{self.asked.element}", quote=self.name + limit),)


def permission_uses(view: Scene) -> tuple[PermissionUse, ...]:
    """Every permission to be judged: those asked for in the manifest's order, then those that calls lack."""
    app = view.facts.app
    if app is None:
        return ()
    asked = {each.name: each for each in app.permissions if in_force(each, app) and judged(each.name, each, view)}
    needs = Needs(view, app)
    found = [_asked(each, needs, view) for each in asked.values()]
    lacked = ((name, _best(uses)) for name, uses in sorted(needs.lacked.items()) if name not in asked)
    return (*found, *(PermissionUse(name, "undeclared", uses, known=view.permissions[name]) for name, uses in lacked))


def _asked(permission: Permission, needs: Needs, view: Scene) -> PermissionUse:
    name = permission.name
    known = view.permissions.get(name)
    uses = _best([*needs.needed[name], *needs.needed[base_of(name)]])
    if uses:
        return PermissionUse(name, "unknown" if uses[0].general else "used", uses, permission, known)
    if view.facts.code is None or not _has_api(name, view) or _may_be_unseen(name, known, view):
        return PermissionUse(name, "unknown", (), permission, known)
    hidden = bool(view.facts.gaps("code"))
    return PermissionUse(name, "unknown" if hidden else "unused", (), permission, known, hidden)


def _best(uses: Iterable[Use]) -> tuple[Use, ...]:
    """Each place once, the surest first."""
    unique = {(each.what, each.caller, each.where): each for each in uses}
    return tuple(
        sorted(unique.values(), key=lambda use: (use.general, use.weak, -CONFIDENCES.index(use.confidence), *use[:2]))
    )


def _has_api(name: str, view: Scene) -> bool:
    """Whether the knowledge has an API that needs it and is more than a hint."""
    wanted = {name, base_of(name)} - {""}
    rows = (row for row in view.knowledge.apis if row.permission and not row.weak)
    return any(_names(each, wanted) for row in rows for choice in alternatives(row) for each in choice)


def _names(written: str, wanted: Iterable[str]) -> bool:
    """Whether the knowledge's name of a permission, perhaps with `*` at its end, is one of some."""
    return any(each.startswith(written[:-1]) if written.endswith("*") else each == written for each in wanted)


def _may_be_unseen(name: str, known: KnownPermission | None, view: Scene) -> bool:
    """Whether it can be used without a trace: by files, sensors, native code, or an address nobody knows."""
    own = short(name)
    if own in UNSEEN_USE or own.startswith("BIND_") or (own in NATIVE_USE and _native(view)):
        return True
    reached = {each.data_type for each in view.accesses}
    kinds = set(known.data_types) if known else set()
    return bool(ALSO_BY.get(own, frozenset()) & reached or kinds & _behind_constants(view))


def _native(view: Scene) -> bool:
    """Whether there is a native library that may record or film."""
    silent = [
        glob(sdk.signatures.native_libraries)
        for sdk in view.knowledge.sdks
        if sdk.category in SILENT and sdk.signatures.native_libraries
    ]
    names = {each.name for each in view.facts.app.native_libraries} if view.facts.app else set()
    return any(not any(each.fullmatch(name) for each in silent) for name in names)


def _behind_constants(view: Scene) -> set[str]:
    """Data types that a query may reach by a `CONTENT_URI` which the knowledge has no field for.

    An entry whose member is a description in several words has no such constant: its address is always a string.
    """
    code = view.facts.code
    if code is None or not any(each.api.startswith("Landroid/content/ContentResolver;") for each in code.calls):
        return set()
    rows = view.knowledge.apis
    addresses = (row for row in rows if row.kind == "uri" and row.permission and " " not in row.member)
    fields = {data_type for row in rows if row.kind == "field" for data_type in row.data_types}
    return {data_type for row in addresses for data_type in row.data_types} - fields
