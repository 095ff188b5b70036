"""The permissions that are known, against the platform's own lists as androguard carries them (API 4 to 36)."""

import json
import re
from functools import cache
from pathlib import Path

import androguard
import pytest

from appscan.catalogue.model import Catalogue
from appscan.knowledge import KnownPermission, LevelSince
from appscan.scene import Scene
from tests.predicates.small_world import facts

LISTS = Path(androguard.__file__).parent / "core" / "api_specific_resources" / "aosp_permissions"

GRANTED_IN_SETTINGS = {
    "android.permission.ACCESS_NOTIFICATION_POLICY": "normal, and of use only after a switch in the settings",
    "android.permission.BIND_ACCESSIBILITY_SERVICE": "guards a service that the user turns on",
    "android.permission.BIND_AUTOFILL_SERVICE": "guards a service that the user turns on",
    "android.permission.BIND_DEVICE_ADMIN": "guards a receiver that the user turns on",
    "android.permission.BIND_INPUT_METHOD": "guards a service that the user turns on",
    "android.permission.BIND_NOTIFICATION_LISTENER_SERVICE": "guards a service that the user turns on",
    "android.permission.BIND_VPN_SERVICE": "guards a service that the user turns on",
}
"""Permissions whose class is `special` though the platform's list does not say so, with the reason."""


@cache
def platforms() -> dict[int, dict[str, str]]:
    """API level → name → class, as this project writes it."""
    found: dict[int, dict[str, str]] = {}
    for path in LISTS.glob("permissions_*.json"):
        level = int(re.findall(r"\d+", path.name)[0])
        listed = json.loads(path.read_text(encoding="utf-8"))["permissions"]
        found[level] = {name: told(each["protectionLevel"]) for name, each in listed.items()}
    return dict(sorted(found.items()))


def told(protection: str) -> str:
    flags = protection.split("|")
    for name in ("dangerous", "appop", "normal"):
        if name in flags:
            return name
    return "internal" if flags[0] in ("internal", "role") else "signature"


@pytest.fixture
def known(catalogue: Catalogue) -> dict[str, KnownPermission]:
    return {each.name: each for each in catalogue.knowledge.permissions}


def agrees(name: str, ours: str, theirs: str) -> bool:
    if ours == "special":
        return theirs == "appop" or name in GRANTED_IN_SETTINGS
    return ours == theirs


def test_every_permission_of_the_platform_is_known_with_the_class_that_it_had_last(
    known: dict[str, KnownPermission],
) -> None:
    last: dict[str, str] = {}
    for listed in platforms().values():
        last |= listed
    assert len(last) > 1000
    wrong = {
        name: level for name, level in last.items() if name not in known or not agrees(name, known[name].level, level)
    }
    assert wrong == {}


def test_the_class_at_each_level_is_the_platforms(known: dict[str, KnownPermission]) -> None:
    """From 23 on: older classes are not asked for."""
    wrong = [
        (level, name, each)
        for level, listed in platforms().items()
        if level >= 23
        for name, each in listed.items()
        if not agrees(name, known[name].level_at(level), each)
    ]
    assert wrong == []


def test_what_a_user_is_asked_for_has_a_chinese_name_and_says_what_it_opens(known: dict[str, KnownPermission]) -> None:
    asked = [each for each in known.values() if each.level == "dangerous"]
    assert len(asked) > 140
    assert [each.name for each in asked if not any(char >= "\u4e00" for char in "".join(each.names_zh))] == []
    assert {each.name for each in asked if not each.data_types} <= {
        "android.permission.POST_NOTIFICATIONS",
        "android.permission.WRITE_OWNER_DATA",  # gone since API 9
    }


@pytest.mark.parametrize(
    ("target", "level"),
    [(None, "normal"), (8, "normal"), (29, "normal"), (33, "normal"), (34, "special"), (99, "special")],
)
def test_the_class_is_that_of_the_platform_an_app_was_built_for(target: int | None, level: str) -> None:
    steps = (LevelSince(since=29, level="normal"), LevelSince(since=34, level="special"))
    assert KnownPermission(name="a.B", level="special", levels=steps).level_at(target) == level


def test_classes_from_before_run_time_permissions_do_not_count(known: dict[str, KnownPermission]) -> None:
    internet, accounts = (known[f"android.permission.{each}"] for each in ("INTERNET", "GET_ACCOUNTS"))
    assert (internet.level_at(10), accounts.level_at(10)) == ("normal", "dangerous")


def test_a_scan_takes_the_class_at_the_apps_target(catalogue: Catalogue) -> None:
    asked = "android.permission.USE_FULL_SCREEN_INTENT"
    levels = [Scene(facts(app={"target_sdk": target}), catalogue.knowledge).level(asked) for target in (33, 34)]
    assert levels == ["normal", "special"]
