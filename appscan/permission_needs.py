"""Scene → what needs which permission, and what lacks it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from appscan.access import Access
from appscan.facts import App, Confidence, Evidence, Permission, byte_at
from appscan.knowledge import Api
from appscan.scene import Scene, pretty, short
from appscan.sdks import Owner

UNSEEN_USE = frozenset(
    (
        "READ_EXTERNAL_STORAGE",
        "WRITE_EXTERNAL_STORAGE",
        "MANAGE_EXTERNAL_STORAGE",
        "READ_MEDIA_IMAGES",
        "READ_MEDIA_VIDEO",
        "READ_MEDIA_AUDIO",
        "READ_MEDIA_VISUAL_USER_SELECTED",
        "RECEIVE_SMS",
        "RECEIVE_MMS",
        "RECEIVE_WAP_PUSH",
        "BLUETOOTH_ADVERTISE",
        "ACTIVITY_RECOGNITION",
        "BODY_SENSORS",
    )
)
"""Permissions whose use leaves no call to see: plain file access, a receiver, a sensor chosen by a number."""

SAME_CALLS = {
    "ACCESS_COARSE_LOCATION": "ACCESS_FINE_LOCATION",
    "ACCESS_BACKGROUND_LOCATION": "ACCESS_FINE_LOCATION",
    "WRITE_CONTACTS": "READ_CONTACTS",
    "WRITE_CALENDAR": "READ_CALENDAR",
    "WRITE_CALL_LOG": "READ_CALL_LOG",
}
"""Permissions that widen or accompany another: code that uses them makes the calls and names the addresses of that."""

_PREFIX = "android.permission."
_REMARK = re.compile(r"target>=(?P<target>\d+):? (?P<name>[A-Z_]{6,})(?: instead of (?P<gone>[A-Z_]+)| required|;|$)")
_NUMBER = re.compile(r"\d+")


class Use(NamedTuple):
    """One place that needs a permission: a call, a field, a string constant, or a filter in the manifest.

    `general`: in a library that wraps the platform and is known to collect nothing (androidx): whether anything of the
    app's ever gets there is not known, so it proves no use.
    """

    what: str
    caller: str
    owner: Owner
    where: str
    confidence: Confidence
    weak: bool
    general: bool

    def evidence(self) -> Evidence:
        """The place, as `caller -> what`."""
        return Evidence(where=self.where, quote=f"{pretty(self.caller)} -> {pretty(self.what)}")


def in_force(permission: Permission, app: App) -> bool:
    """False where it is limited to platforms older than any that the app runs on."""
    return permission.max_sdk is None or permission.max_sdk >= (app.min_sdk or 1)


def judged(name: str, asked: Permission | None, view: Scene) -> bool:
    """Whether a user grants it, and it is dangerous or, as a special one, opens personal information."""
    known = view.permissions.get(name)
    level = view.level(name) if known else asked.level if asked else ""
    opens = known is not None and any(map(view.personal, known.data_types))
    return level == "dangerous" or (level == "special" and opens)


def base_of(name: str) -> str:
    """The permission whose calls are those of this one too; empty where there is none."""
    base = SAME_CALLS.get(short(name)) if name.startswith(_PREFIX) else None
    return f"{_PREFIX}{base}" if base else ""


class Needs:
    """What needs which permission, and what lacks it."""

    def __init__(self, view: Scene, app: App) -> None:
        self._view = view
        self._app = app
        self._target = app.target_sdk or 1
        held = {each.name for each in app.permissions if in_force(each, app)}
        # Who only writes names the same addresses: such a call does not lack the permission to read.
        self._held = held | {base_of(name) for name in held if short(name).startswith("WRITE_")}
        self.needed: dict[str, list[Use]] = defaultdict(list)
        self.lacked: dict[str, list[Use]] = defaultdict(list)
        for row, use in (*self._in_code(), *self._in_manifest()):
            self._add(row, use)

    def _in_code(self) -> Iterator[tuple[Api, Use]]:
        view = self._view
        seen: dict[tuple[str, str, str, int], Access] = {
            (each.api, each.caller, each.dex, each.offset): each for each in view.accesses
        }
        for each in seen.values():
            for row in view.rows_of(each.api):
                if row.permission:
                    where = byte_at(each.dex, each.offset)
                    owner = view.attributor.owner(each.caller)
                    general = not view.counts(owner)
                    yield row, Use(each.api, each.caller, owner, where, each.confidence, row.weak, general)

    def _in_manifest(self) -> Iterator[tuple[Api, Use]]:
        """Broadcasts and services: the system brings them, the permission opens them, and no call is made."""
        rows = {row.target: row for row in self._view.knowledge.apis if row.kind == "action" and row.permission}
        for component in self._app.components:
            owner = self._view.attributor.owner(component.name)
            for action in dict.fromkeys(action for each in component.filters for action in each.actions):
                if action in rows:
                    where = f"AndroidManifest.xml:{component.kind}"
                    weak = rows[action].weak
                    yield rows[action], Use(action, component.name, owner, where, "firm", weak, general=False)

    def _add(self, row: Api, use: Use) -> None:
        now = alternatives(row, self._target)
        for name in dict.fromkeys((*self._chosen(alternatives(row)), *self._chosen(now))):
            self.needed[name].append(use)
        # What came later than the target is not asked of this app: then the call needed something else, or nothing.
        if any(self._since(name) > self._target for name in now[0]) or any(self._holds(each) for each in now):
            return
        if use.weak or use.general or use.confidence == "tentative":
            return
        for name in now[0]:
            if not self._holds((name,)) and self._may_lack(name):
                self.lacked[name].append(use)

    def _chosen(self, choices: list[tuple[str, ...]]) -> list[str]:
        """Every permission of the choices, without those that open something else and are not needed beside others."""
        found: list[str] = []
        for names in choices:
            rivals = [each for each in found if each in self._held]
            if not any(self._instead(rival, name) for rival in rivals for name in names):
                found += names
        wild = [each for each in found if each.endswith("*")]
        return [*found, *(name for name in self._held for each in wild if name.startswith(each[:-1]))]

    def _instead(self, rival: str, name: str) -> bool:
        """Whether a permission of another group does as well on every platform."""
        view = self._view
        return self._since(rival) == self._since(name) and view.group(rival) != view.group(name)

    def _holds(self, names: Iterable[str]) -> bool:
        return all(
            any(held.startswith(name[:-1]) for held in self._held) if name.endswith("*") else name in self._held
            for name in names
        )

    def _may_lack(self, name: str) -> bool:
        """Storage of one's own needs no permission, and what binds a service is asked for by the service."""
        bound = name.startswith(f"{_PREFIX}BIND_")
        return judged(name, None, self._view) and short(name) not in UNSEEN_USE and not bound

    def _since(self, name: str) -> int:
        known = self._view.permissions.get(name)
        number = _NUMBER.search(known.since) if known else None
        return int(number[0]) if number else 0


def alternatives(row: Api, target: int = 0) -> list[tuple[str, ...]]:
    """The permissions of an API: any one of these sets will do. `A / B` means either, `A + B` both.

    A remark such as `target>=31 BLUETOOTH_CONNECT` names the one that counts for apps with that target or a newer one,
    `target>=30: A instead of B` takes B away.
    """
    choices = [tuple(name.strip() for name in each.split("+")) for each in row.permission.split("/")]
    remark = _REMARK.search(row.note)
    if not remark or target < int(remark["target"]):
        return choices
    named = (f"{_PREFIX}{remark['name']}",)
    others = (each for each in choices if each != named and f"{_PREFIX}{remark['gone']}" not in each)
    return [named, *others] if remark["gone"] else [named]
