"""What a stack shows about an app: frames, the call that is meant, where it begins, and what to change."""

from typing import Any

import msgspec

from appscan.knowledge import Knowledge
from appscan.stack.document import match
from appscan.stack.model import StackRow
from appscan.stack.read import read
from tests.predicates.small_world import (
    IMEI,
    KNOWLEDGE,
    PHONE,
    WIFI,
    api,
    call,
    call_path,
    facts,
    holding,
    limited,
)

APP = "com.example.app"
AGENT = "cn.jpush.android.Agent"
READ = f"L{AGENT.replace('.', '/')};->read()V"
CORE = "cn.jiguang.core.Auth"

WORLD: Knowledge = msgspec.structs.replace(
    KNOWLEDGE,
    apis=(
        *KNOWLEDGE.apis,
        api("Lcn/jiguang/core/Auth;->setAuth", "behavior:consent_gate"),
        api("Lcn/jpush/android/Missing;->preInit", "behavior:consent_gate"),
    ),
)

CLASSES = {
    APP: ("App", "Main", "Sync", "Id", "Id$1"),
    "cn.jpush.android": ("Agent", "Start"),
    "cn.jpush.android.api": ("JPushInterface",),
    "cn.jiguang.core": ("Auth",),
    "com.x": ("Util",),
}


def world(*calls: tuple[str, str], **code: Any) -> dict[str, Any]:
    provider = {"kind": "provider", "name": "cn.jpush.android.Start"}
    app = holding("READ_PHONE_STATE")
    app["components"] = [*app["components"], provider]
    return {"app": app, "code": {"classes": CLASSES, "calls": [call(*pair) for pair in calls], **code}}


def shown(text: str, given: dict[str, Any], lang: str = "en") -> StackRow:
    (row,) = match(read(text), facts(**given), WORLD, lang).stacks
    return row


def test_the_status_and_the_owner_of_each_frame() -> None:
    text = f"at android.os.X.a(X:1)\nat {AGENT}.b(X:1)\nat com.x.Util.c(X:1)\nat {APP}.App.d(X:1)\nat a.b.c.d(X:1)"
    row = shown(text, world())
    assert [(each.status, each.owner, each.sdk) for each in row.frames] == [
        ("platform", "", ""),
        ("apk", "sdk", "jpush"),
        ("apk", "library", ""),
        ("apk", "app", ""),
        ("absent", "", ""),
    ]
    assert row.matched == 3


def test_lambdas_belong_to_the_class_around_them() -> None:
    names = ("Id$$ExternalSyntheticLambda7", "Id$9$1", "-$$Lambda$Id$abc", "Id")
    row = shown("\n".join(f"at {APP}.{name}.run(X:1)" for name in names), world())
    assert {each.status for each in row.frames} == {"apk"}


def test_an_sdk_is_shown_with_its_version() -> None:
    mark = {
        "name": "cn.jpush.android.BuildConfig",
        "field": "VERSION_NAME",
        "value": "5.2.0",
        "where": "classes.dex@0x1",
    }
    row = shown(f"at {AGENT}.read(X:1)", world(versions=[mark]))
    assert (row.frames[0].sdk_name, row.frames[0].sdk_version) == ("jpush", "5.2.0")


def test_the_api_above_the_caller_decides_which_call_is_meant() -> None:
    given = world((IMEI, READ), (WIFI, READ))
    frame = f"at {AGENT}.read(X:1)"
    assert [each.data_type for each in shown(frame, given).calls] == ["imei_meid", "mac_address", "wifi_connected"]
    assert [
        each.data_type for each in shown(f"at {PHONE[1:-1].replace('/', '.')}.getDeviceId(X:1)\n{frame}", given).calls
    ] == ["imei_meid"]
    assert [each.data_type for each in shown(f"getDeviceId\n{frame}", given).calls] == ["imei_meid"]
    assert [each.data_type for each in shown(f"读取 MAC地址\n{frame}", given).calls] == ["mac_address"]


def test_another_method_of_the_class_counts_only_where_the_text_names_the_call() -> None:
    given = world((IMEI, READ))
    assert shown(f"at {AGENT}.other(X:1)", given).calls == ()
    (found,) = shown(f"getDeviceId\nat {AGENT}$1.other(X:1)", given).calls
    assert (found.exact, found.caller) == (False, f"{AGENT}.read")


def test_where_it_begins_is_the_outermost_frame_that_starts_with_the_app() -> None:
    ends = {f"{APP}.App.onCreate": "application", f"{APP}.Main.onCreate": "launcher", f"{APP}.Id.run": "unknown"}
    for end, kind in ends.items():
        assert shown(f"at {AGENT}.read(X:1)\nat {end}(X:1)", world()).begins.kind == kind
    assert shown("at cn.jpush.android.Start.onCreate(X:1)", world()).begins.kind == "provider"
    sync = f"L{APP.replace('.', '/')}/Sync;->run()V"
    timer = world(paths=[call_path(READ, sync, root="timer", context="timer")])
    assert shown(f"at {AGENT}.read(X:1)\nat {APP}.Sync.run(X:1)", timer).begins.kind == "background"


def test_where_the_stack_does_not_reach_the_start_the_static_path_does() -> None:
    path = call_path(READ, f"L{APP.replace('.', '/')}/App;->onCreate()V", root="application")
    row = shown(f"at {AGENT}.read(X:1)", world((IMEI, READ), paths=[path]))
    assert row.calls[0].runs == "before_consent"
    assert row.begins.kind == "application"
    assert [each.method for each in row.calls[0].path] == [f"{AGENT}.read", f"{APP}.App.onCreate"]
    assert f"Move the call of {AGENT}.read in {APP}.App.onCreate" in row.advice[0]


def test_the_switches_are_those_that_the_app_has_of_the_sdk_and_its_parts() -> None:
    init = "Lcn/jpush/android/api/JPushInterface;->init"
    row = shown(f"at {AGENT}.read(X:1)", world((init, f"L{APP.replace('.', '/')}/App;->onCreate()V")))
    assert [(each.api.rpartition(".")[2], each.before, each.sdk, each.callers) for each in row.switches] == [
        ("setAuth", True, "jcore", ()),
        ("init", False, "jpush", (f"{APP}.App.onCreate",)),
    ]
    assert "before consent only Auth.setAuth (not called by the app)" in row.advice[1]
    assert shown(f"at {APP}.App.onCreate(X:1)", world()).switches == ()


def test_an_sdk_without_a_known_switch_is_said_to_have_none_here() -> None:
    given = world()
    given["code"]["classes"] = {**CLASSES, "com.tiny.ads": ("Ad",)}
    assert "No consent switch of tiny is known here" in shown("at com.tiny.ads.Ad.show(X:1)", given).advice[1]


def test_code_that_could_not_be_seen_is_said() -> None:
    made = match(read("at a.b.c(X:1)"), limited(facts(**world()), "code"), WORLD, "en")
    assert (made.matched, made.stacks[0].advice) == (0, ())
    assert made.notes[0].startswith("Frames that are not in the APK: 1.")
    assert made.notes[1] == "not all of the code could be seen: packed"


def test_both_languages_say_the_same() -> None:
    for frame in (f"{APP}.App.onCreate", f"{APP}.Main.onCreate", f"{APP}.Id.run", "cn.jpush.android.Start.onCreate"):
        english, chinese = (shown(f"at {frame}(X:1)", world(), lang).advice for lang in ("en", "zh"))
        assert len(english) == len(chinese)
        assert all("{" not in each for each in (*english, *chinese))
