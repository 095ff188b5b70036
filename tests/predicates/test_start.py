from typing import Any

import pytest

from tests.predicates.small_world import IMEI, ask, call_path, calls, facts, holding, request, subjects

INIT = "Lcn/jpush/android/api/JPushInterface;->init"
ON_CREATE = "Lcom/example/app/App;->onCreate()V"
READ = "Lcom/example/app/Id;->read()V"
FLAG = {"kind": "stored_flag", "key": "privacy_agreed", "where": "classes.dex@0x40", "sure": True}


def note(caller: str, **more: Any) -> dict[str, Any]:
    return {"caller": caller, "dex": "classes.dex", "offset": 16, **more}


def reading(caller: str, **more: Any) -> Any:
    return facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, caller), **more))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (call_path(ON_CREATE, root="application"), ["imei_meid:app"]),
        (call_path(READ, ON_CREATE, root="application"), ["imei_meid:app"]),
        (call_path(READ, ON_CREATE, root="application", gate=FLAG, state="guarded"), [""]),
        (call_path(READ, "Lcom/example/app/Click;->onClick()V", root="user", context="user"), [""]),
        (call_path(READ, "Lcom/example/app/Page;->onCreate()V", root="activity", context="component"), [""]),
    ],
)
def test_what_runs_at_the_start_is_told_and_what_waits_for_consent_is_not(
    path: dict[str, Any], expected: list[str]
) -> None:
    assert subjects(ask("start.nothing_collected", reading(path["caller"], paths=[path]))) == expected


def test_what_no_path_leads_to_is_not_told() -> None:
    assert ask("start.nothing_collected", reading(READ, unreached=[READ])).holds is True


def test_a_check_inside_the_method_guards_too() -> None:
    path = call_path(ON_CREATE, root="application")
    guarded = reading(ON_CREATE, paths=[path], sites=[note(ON_CREATE, gate=FLAG)])
    verdict = ask("start.nothing_collected", guarded)
    assert verdict.holds is True
    assert "privacy_agreed" in verdict.cases[0].message.en


def test_certain_only_where_nothing_branches_on_the_way() -> None:
    path = call_path(ON_CREATE, root="application", always=True)
    (always,) = ask(
        "start.nothing_collected", reading(ON_CREATE, paths=[path], sites=[note(ON_CREATE, always=True)])
    ).cases
    (branched,) = ask("start.nothing_collected", reading(ON_CREATE, paths=[path])).cases
    assert (always.confidence, branched.confidence) == ("certain", "firm")


def test_a_check_of_unknown_meaning_is_not_decided() -> None:
    path = call_path(READ, ON_CREATE, root="application", gate={**FLAG, "key": "x1", "sure": False}, state="undecided")
    (case,) = ask("start.nothing_collected", reading(READ, paths=[path])).cases
    assert case.confidence == "tentative"
    assert "x1" in case.message.en


def test_the_path_is_shown_innermost_first_and_callbacks_are_marked() -> None:
    path = call_path(READ, "Lcom/example/app/Task;->run()V", ON_CREATE, root="application")
    path["hops"][1] = "timer"
    (case,) = ask("start.nothing_collected", reading(READ, paths=[path])).cases
    assert (
        case.evidence[-1].quote
        == "com.example.app.Id.read < (timer: com.example.app.Task.run) < com.example.app.App.onCreate"
    )


def test_an_sdk_started_and_permissions_asked_for_at_the_start() -> None:
    main = "Lcom/example/app/Main;->onCreate()V"
    code = calls((INIT, ON_CREATE), paths=[call_path(ON_CREATE, root="application"), call_path(main, root="launcher")])
    code["permission_requests"] = [request(main, "READ_PHONE_STATE")]
    verdict = ask("start.nothing_collected", facts(app=holding(), code=code))
    assert subjects(verdict) == ["sdk:jpush", "request:com.example.app.Main.onCreate"]
    assert {case.confidence for case in verdict.cases} == {"firm"}


def test_an_sdk_whose_start_does_nothing_is_none() -> None:
    code = calls((INIT, ON_CREATE), paths=[call_path(ON_CREATE, root="application")], stubs=[INIT])
    assert ask("start.nothing_collected", facts(app=holding(), code=code)).holds is True
