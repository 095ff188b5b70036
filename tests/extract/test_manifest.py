"""Manifests as they come: odd namespaces, references, the platform's defaults."""

from typing import Any

import pytest
from lxml import etree

from appscan.extract import manifest as manifests
from appscan.extract.manifest import Manifest
from appscan.extract.resources import Resources
from appscan.knowledge import KnownPermission, LevelSince

CAMERA = {
    "android.permission.CAMERA": KnownPermission(name="android.permission.CAMERA", level="dangerous", group="CAMERA")
}


def manifest(body: str, attributes: str = "") -> Manifest:
    text = (
        f'<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="com.example.app" {attributes}>'
        f"{body}</manifest>"
    )
    root: Any = etree.fromstring(text)
    return Manifest(root, Resources(None))


@pytest.mark.parametrize("name", ["android:name", "name", "odd:name"])
def test_an_attribute_counts_whatever_its_namespace(name: str) -> None:
    given = manifest(f'<uses-permission xmlns:odd="android" {name}="android.permission.CAMERA"/>')
    (permission,) = manifests.permissions(given, CAMERA)
    assert (permission.name, permission.level) == ("android.permission.CAMERA", "dangerous")


def test_a_permission_for_later_platforms_and_one_with_a_last_platform_are_told_apart() -> None:
    given = manifest(
        '<uses-permission-sdk-23 android:name="a.b.LATER"/>'
        '<uses-permission android:name="a.b.OLD" android:maxSdkVersion="28"/>'
    )
    later, old = manifests.permissions(given, {})
    assert later.element == "uses-permission-sdk-23"
    assert old.max_sdk == 28
    assert old.level == "unknown"


def test_a_permission_of_the_apps_own_has_the_level_that_it_defines() -> None:
    given = manifest(
        '<permission android:name="com.example.app.OWN" android:protectionLevel="0x2"/>'
        '<uses-permission android:name="com.example.app.OWN"/>'
    )
    (permission,) = manifests.permissions(given, {})
    assert (permission.custom, permission.level) == (True, "signature")


@pytest.mark.parametrize(
    ("target", "component", "exported"),
    [
        (30, '<receiver android:name=".R"/>', False),
        (30, '<receiver android:name=".R"><intent-filter/></receiver>', True),
        (30, '<receiver android:name=".R" android:exported="false"><intent-filter/></receiver>', False),
        (16, '<provider android:name=".P"/>', True),
        (17, '<provider android:name=".P"/>', False),
    ],
)
def test_export_follows_the_platforms_defaults(target: int, component: str, exported: bool) -> None:  # noqa: FBT001
    given = manifest(f'<uses-sdk android:targetSdkVersion="{target}"/><application>{component}</application>')
    (found,) = manifests.components(given)
    assert found.exported is exported


def test_short_class_names_belong_to_the_package() -> None:
    given = manifest('<application><activity android:name=".ui.Main"/><activity android:name="Plain"/></application>')
    assert [each.name for each in manifests.components(given)] == ["com.example.app.ui.Main", "com.example.app.Plain"]


def test_the_target_defaults_to_the_minimum() -> None:
    assert manifests.sdk_levels(manifest('<uses-sdk android:minSdkVersion="14"/>')) == (14, 14)
    assert manifests.sdk_levels(manifest("")) == (None, None)


def test_queries_name_packages_providers_and_intents() -> None:
    given = manifest(
        '<queries><package android:name="com.tencent.mm"/><provider android:authorities="a.b"/>'
        '<intent><action android:name="android.intent.action.VIEW"/></intent></queries>'
    )
    assert manifests.queries(given) == ("package com.tencent.mm", "provider a.b", "intent android.intent.action.VIEW")


def test_a_name_that_holds_the_apps_package_is_known_by_its_shape() -> None:
    known = {
        name: KnownPermission(name=name, level="signature")
        for name in ("*.permission.MIPUSH_RECEIVE", "getui.permission.GetuiService.*")
    }
    given = manifest(
        '<uses-permission android:name="com.example.app.permission.MIPUSH_RECEIVE"/>'
        '<uses-permission android:name="getui.permission.GetuiService.com.example.app"/>'
        '<uses-permission android:name="com.other.permission.MIPUSH_RECEIVE"/>'
    )
    assert [each.level for each in manifests.permissions(given, known)] == ["signature", "signature", "unknown"]


def test_a_permission_has_the_class_of_the_platform_that_the_app_targets() -> None:
    steps = (LevelSince(since=29, level="normal"), LevelSince(since=34, level="special"))
    known = {"a.B": KnownPermission(name="a.B", level="special", levels=steps)}
    for target, level in ((33, "normal"), (34, "special")):
        given = manifest(f'<uses-sdk android:targetSdkVersion="{target}"/><uses-permission android:name="a.B"/>')
        assert manifests.permissions(given, known)[0].level == level
