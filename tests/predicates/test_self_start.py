from typing import Any

import pytest

from tests.predicates.small_world import ask, facts, holding, subjects


def service(name: str, **more: Any) -> dict[str, Any]:
    return {"kind": "service", "name": name, **more}


@pytest.mark.parametrize(
    ("component", "expected"),
    [
        (service("com.example.app.DaemonService", exported="true"), ["woken:com.example.app.DaemonService"]),
        (service("com.example.app.DaemonService"), [""]),
        (service("com.example.app.DaemonService", exported="true", permission="com.example.app.WAKE"), [""]),
        (service("com.example.app.PlayerService", exported="true"), [""]),
        (
            service("cn.jpush.android.service.PushService", exported="true"),
            ["woken:cn.jpush.android.service.PushService"],
        ),
    ],
)
def test_services_that_others_can_wake(component: dict[str, Any], expected: list[str]) -> None:
    app = holding()
    app["components"].append(component)
    assert subjects(ask("background.starts_itself", facts(app=app, code={}))) == expected


@pytest.mark.parametrize(
    ("process", "links", "expected"),
    [
        (":b", [("com.example.app.A", "com.example.app.B"), ("com.example.app.B", "com.example.app.A")], True),
        (":b", [("com.example.app.A", "com.example.app.B")], False),
        ("", [("com.example.app.A", "com.example.app.B"), ("com.example.app.B", "com.example.app.A")], False),
    ],
)
def test_two_processes_that_start_each_other(process: str, links: list[tuple[str, str]], expected: bool) -> None:  # noqa: FBT001
    app = holding()
    app["components"] += [service("com.example.app.A"), service("com.example.app.B", process=process)]
    code = {"links": [{"source": one, "target": two} for one, two in links]}
    assert ask("background.starts_itself", facts(app=app, code=code)).holds is expected
