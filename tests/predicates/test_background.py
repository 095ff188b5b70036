from typing import Any

import pytest

from tests.predicates.small_world import IMEI, ask, calls, clauses, facts, holding, subjects

WORK = "Lcom/example/app/Work;->run()V"
INSTALL = "Landroid/content/pm/PackageInstaller;->createSession"


@pytest.mark.parametrize(
    ("parent", "background", "timed"),
    [
        ("Landroid/app/Service;", False, True),
        ("Ljava/util/TimerTask;", False, False),
        ("Landroidx/work/Worker;", False, False),
        ("Landroid/app/Activity;", True, True),
    ],
)
def test_reads_without_a_screen(parent: str, background: bool, timed: bool) -> None:  # noqa: FBT001
    code = calls((IMEI, WORK), superclasses={"Lcom/example/app/Work;": ["Lcom/example/app/Base;", parent]})
    given = facts(app=holding("READ_PHONE_STATE"), code=code)
    assert ask("background.nothing_collected", given).holds is background
    assert ask("background.nothing_timed", given).holds is timed


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
