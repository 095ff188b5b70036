import pytest

from tests.predicates.small_world import ask, facts, holding, request, subjects, text


def note(caller: str, detail: str, kind: str = "deny-exit") -> dict[str, object]:
    return {"kind": kind, "method": caller, "detail": detail, "dex": "classes.dex", "offset": 1}


@pytest.mark.parametrize(
    ("caller", "expected"),
    [
        ("Lcom/example/app/Main;->onResume()V", False),
        ("Lcom/example/app/Main;->onRequestPermissionsResult(I)V", False),
        ("Lcom/example/app/Main;->onClick()V", True),
        ("Landroidx/core/X;->onResume()V", True),
    ],
)
def test_requests_that_repeat(caller: str, expected: bool) -> None:  # noqa: FBT001
    given = facts(app=holding(), code={"permission_requests": [request(caller, "READ_PHONE_STATE")]})
    assert ask("permissions.not_asked_again", given).holds is expected


def test_several_groups_at_once() -> None:
    caller = "Lcom/example/app/Main;->onCreate()V"
    both = facts(
        app=holding(), code={"permission_requests": [request(caller, "READ_PHONE_STATE", "ACCESS_FINE_LOCATION")]}
    )
    assert subjects(ask("permissions.asked_singly", both)) == ["groups:com.example.app.Main.onCreate"]
    assert ask("permissions.asked_singly", both, at_start=True).holds is False
    later = request("Lcom/example/app/Scan;->go()V", "READ_PHONE_STATE", "ACCESS_FINE_LOCATION")
    assert ask(
        "permissions.asked_singly", facts(app=holding(), code={"permission_requests": [later]}), at_start=True
    ).holds
    storage = request(caller, "READ_MEDIA_IMAGES", "READ_EXTERNAL_STORAGE")
    assert ask("permissions.asked_singly", facts(app=holding(), code={"permission_requests": [storage]})).holds is True


@pytest.mark.parametrize(
    ("caller", "detail", "expected"),
    [
        ("Lcom/example/app/Main;->onRequestPermissionsResult(I)V", "Ljava/lang/System;->exit(I)V", False),
        ("Lcom/example/app/Main;->onRequestPermissionsResult(I)V", "Lcom/example/app/Main;->finish()V", False),
        ("Lcom/example/app/Scan;->onRequestPermissionsResult(I)V", "Lcom/example/app/Scan;->finish()V", True),
        ("Lcom/example/app/Scan;->onRequestPermissionsResult(I)V", "Lcom/example/app/Scan;->finishAffinity()V", False),
        ("Landroidx/core/X;->onRequestPermissionsResult(I)V", "Ljava/lang/System;->exit(I)V", True),
    ],
)
def test_what_a_refusal_leads_to(caller: str, detail: str, expected: bool) -> None:  # noqa: FBT001
    given = facts(app=holding(), code={"notes": [note(caller, detail)]})
    assert ask("permissions.refusal_tolerated", given).holds is expected


@pytest.mark.parametrize(("target", "expected"), [("22", False), ("23", True)])
def test_old_targets(target: str, expected: bool) -> None:  # noqa: FBT001
    app = {**holding("READ_PHONE_STATE", "ACCESS_FINE_LOCATION"), "target_sdk": target}
    assert ask("permissions.granted_at_run_time", facts(app=app)).holds is expected


def test_explanations() -> None:
    code = {"permission_requests": [request("Lcom/example/app/Main;->onClick()V", "READ_PHONE_STATE")]}
    assert subjects(ask("permissions.explained", facts(app=holding(), ui={}, code=code))) == ["rationale"]
    assert ask("permissions.explained", facts(app=holding(), ui=text("电话权限用于来电识别"), code=code)).holds is True
    asked = {**code, "notes": [note("Lcom/example/app/Main;->onClick()V", "x", "rationale")]}
    assert ask("permissions.explained", facts(app=holding(), ui={}, code=asked)).holds is True


def test_a_permission_that_an_sdk_asks_for_must_be_spoken_of_and_the_sdk_is_named() -> None:
    code = {"permission_requests": [request("Lcn/jpush/android/Ask;->ask()V", "READ_PHONE_STATE")]}
    (case,) = ask("permissions.requested_ones_declared", facts(app=holding(), code=code, policy={"text": "昵称"})).cases
    assert "asked for by jpush" in case.message.en


def test_requested_permissions_that_the_policy_speaks_of() -> None:
    code = {"permission_requests": [request("Lcom/example/app/Main;->onClick()V", "READ_PHONE_STATE")]}
    silent = facts(app=holding(), code=code, policy={"text": "昵称"})
    assert subjects(ask("permissions.requested_ones_declared", silent)) == ["READ_PHONE_STATE"]
    for words in ("read_phone_state", "我们读取imei", "设备信息"):
        given = facts(app=holding(), code=code, policy={"text": words})
        assert ask("permissions.requested_ones_declared", given).holds is True
