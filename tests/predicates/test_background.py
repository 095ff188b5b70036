from typing import Any

import pytest

from appscan.verdict import REGISTER
from tests.predicates.small_world import IMEI, LOCATE, ask, call_path, calls, clauses, facts, holding, subjects

READ = "Lcom/example/app/Id;->read()V"
WORK = "Lcom/example/app/Work;->run()V"
INSTALL = "Landroid/content/pm/PackageInstaller;->createSession"


@pytest.mark.parametrize(
    ("context", "background", "timed"),
    [
        ("service", False, True),
        ("timer", False, False),
        ("job", False, False),
        ("receiver", False, True),
        ("resume", True, False),
        ("start", True, True),
    ],
)
def test_reads_without_a_screen_or_again_and_again(context: str, background: bool, timed: bool) -> None:  # noqa: FBT001
    path = call_path(READ, WORK, root="x", context=context)
    given = facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, READ), paths=[path]))
    assert ask("background.nothing_collected", given).holds is background
    assert ask("background.nothing_timed", given).holds is timed


def test_a_loop_reads_again_and_again() -> None:
    note = {"caller": READ, "dex": "classes.dex", "offset": 16, "loop": True}
    (case,) = ask(
        "background.nothing_timed", facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, READ), sites=[note]))
    ).cases
    assert "a loop" in case.message.en


def test_a_constant_interval_is_told() -> None:
    repeat = {"kind": "timer", "api": "Ljava/util/Timer;->schedule", "caller": READ, "dex": "classes.dex", "offset": 8}
    code = calls((IMEI, READ), paths=[call_path(READ, WORK, root="timer", context="timer")])
    code["repeats"] = [{**repeat, "interval_ms": 5000, "run": WORK}]
    (case,) = ask("background.nothing_timed", facts(app=holding("READ_PHONE_STATE"), code=code)).cases
    assert "every 5000 ms" in case.message.en


@pytest.mark.parametrize(("interval", "expected"), [(2000, False), (600_000, True), (None, True)])
def test_locating_at_short_constant_intervals(interval: int | None, expected: bool) -> None:  # noqa: FBT001
    api = "Landroid/location/LocationManager;->requestLocationUpdates"
    repeat = {
        "kind": "location",
        "api": api,
        "caller": WORK,
        "dex": "classes.dex",
        "offset": 8,
        "interval_ms": interval,
    }
    assert ask("background.nothing_timed", facts(app=holding(), code={"repeats": [repeat]})).holds is expected


def test_the_same_interval_at_several_places_is_one_finding() -> None:
    repeat = {"kind": "location", "api": "Landroid/location/LocationManager;->requestLocationUpdates", "caller": WORK}
    repeats = [{**repeat, "dex": "classes.dex", "offset": offset, "interval_ms": 5000} for offset in (8, 16, 24)]
    (case,) = ask("background.nothing_timed", facts(app=holding(), code={"repeats": repeats})).cases
    assert len(case.evidence) == 3


def test_a_loop_over_what_comes_in_pieces_is_no_repetition() -> None:
    note = {"caller": READ, "dex": "classes.dex", "offset": 16, "loop": True}
    code = calls((LOCATE, READ), sites=[note])
    assert ask("background.nothing_timed", facts(app=holding("ACCESS_FINE_LOCATION"), code=code)).holds is True


@pytest.mark.parametrize(("context", "expected"), [("resume", True), ("timer", False)])
def test_a_camera_that_a_screen_opens_again_is_no_repetition(catalogue: Any, context: str, *, expected: bool) -> None:
    path = call_path(READ, WORK, root="x", context=context)
    given = facts(app=holding("CAMERA"), code=calls(("Landroid/hardware/Camera;->open", READ), paths=[path]))
    verdict = REGISTER["background.nothing_timed"].check(given.code, given, catalogue.knowledge)
    assert verdict.holds is expected


def test_background_location() -> None:
    given = facts(app=holding("ACCESS_BACKGROUND_LOCATION"), code={})
    assert subjects(ask("background.nothing_collected", given)) == ["ACCESS_BACKGROUND_LOCATION"]


def receiver(action: str, name: str = "com.example.app.Boot", **more: Any) -> dict[str, Any]:
    return {"kind": "receiver", "name": name, "filters": [{"actions": [action]}], **more}


@pytest.mark.parametrize(
    ("component", "permissions", "expected"),
    [
        (receiver("android.intent.action.BOOT_COMPLETED"), ["RECEIVE_BOOT_COMPLETED"], True),
        (receiver("android.intent.action.BOOT_COMPLETED"), [], False),
        (receiver("android.intent.action.BOOT_COMPLETED", enabled="false"), ["RECEIVE_BOOT_COMPLETED"], False),
        (receiver("android.intent.action.BOOT_COMPLETED", "androidx.core.Boot"), ["RECEIVE_BOOT_COMPLETED"], False),
        (receiver("android.net.conn.CONNECTIVITY_CHANGE"), ["RECEIVE_BOOT_COMPLETED"], False),
        (receiver("android.app.wake"), [], True),
    ],
)
def test_components_that_start_the_app(component: dict[str, Any], permissions: list[str], expected: bool) -> None:  # noqa: FBT001
    app = holding(*permissions)
    app["components"].append(component)
    assert ask("background.starts_itself", facts(app=app, code={})).holds is expected


@pytest.mark.parametrize(("state", "expected"), [("present", True), ("absent", False), ("unknown", None)])
def test_whether_the_policy_tells_of_it(state: str, expected: bool | None) -> None:  # noqa: FBT001
    app = holding()
    app["components"].append(receiver("android.app.wake"))
    verdict = ask("background.self_start_told", facts(app=app, code={}, policy=clauses(self_start=state)))
    assert verdict.holds is expected
    if expected is False:
        assert subjects(verdict) == ["com.example.app.Boot"]


def test_only_sdks_that_install_are_suspect() -> None:
    own = facts(app=holding(), code=calls((INSTALL, WORK)))
    assert ask("background.no_unasked_install", own).holds is True
    ads = facts(app=holding(), code=calls((INSTALL, "Lcom/tiny/ads/Install;->go()V")))
    assert subjects(ask("background.no_unasked_install", ads)) == ["tiny"]
