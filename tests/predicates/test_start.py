import pytest

from tests.predicates.small_world import IMEI, ask, calls, facts, holding, request, subjects

INIT = "Lcn/jpush/android/api/JPushInterface;->init"


@pytest.mark.parametrize(
    ("caller", "expected"),
    [
        ("Lcom/example/app/App;->onCreate()V", ["imei_meid:app"]),
        ("Lcom/example/app/Main;->onResume()V", ["imei_meid:app"]),
        ("Lcom/example/app/Base;->attachBaseContext(Landroid/content/Context;)V", ["imei_meid:app"]),
        ("Lcom/example/app/Main;->onClick(Landroid/view/View;)V", [""]),
        ("Lcom/example/app/Other;->onCreate()V", [""]),
    ],
)
def test_reads_in_methods_that_run_at_the_start(caller: str, expected: list[str]) -> None:
    chain = {"Lcom/example/app/App;": ["Lcom/example/app/Base;", "Landroid/app/Application;"]}
    given = facts(app=holding("READ_PHONE_STATE"), code=calls((IMEI, caller), superclasses=chain))
    assert subjects(ask("start.nothing_collected", given)) == expected


def test_a_provider_of_an_sdk_reads_at_the_start_unless_it_is_disabled() -> None:
    for enabled, holds in (("true", False), ("false", True)):
        app = holding("READ_PHONE_STATE")
        provider = {"kind": "provider", "name": "cn.jpush.android.Init", "enabled": enabled}
        app["components"].append(provider)
        given = facts(app=app, code=calls((IMEI, "Lcn/jpush/android/Init;->onCreate()Z")))
        assert ask("start.nothing_collected", given).holds is holds


def test_an_alias_of_the_launcher_leads_to_its_target() -> None:
    app = holding("READ_PHONE_STATE")
    app["components"][0] |= {"kind": "activity-alias", "name": "com.example.app.Icon", "target": "com.example.app.Real"}
    given = facts(app=app, code=calls((IMEI, "Lcom/example/app/Real;->onCreate()V")))
    assert ask("start.nothing_collected", given).holds is False


def test_an_sdk_started_and_permissions_asked_for_at_the_start() -> None:
    code = calls((INIT, "Lcom/example/app/App;->onCreate()V"))
    code["permission_requests"] = [request("Lcom/example/app/Main;->onCreate()V", "READ_PHONE_STATE")]
    verdict = ask("start.nothing_collected", facts(app=holding(), code=code))
    assert subjects(verdict) == ["sdk:jpush", "request:com.example.app.Main.onCreate"]
    assert {case.confidence for case in verdict.cases} == {"firm"}


def test_an_unnamed_library_is_a_guess() -> None:
    app = holding("READ_PHONE_STATE")
    app["components"].append({"kind": "provider", "name": "com.unknown.lib.Init"})
    code = calls((IMEI, "Lcom/unknown/lib/Init;->onCreate()Z"))
    (case,) = ask("start.nothing_collected", facts(app=app, code=code)).cases
    assert case.subject.startswith("imei_meid:")
