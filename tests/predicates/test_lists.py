"""Permissions that special apps alone should have, and requests that the manifest does not back."""

from tests.predicates.small_world import ask, calls, facts, holding, request, subjects

BIND = "android.permission.BIND_ACCESSIBILITY_SERVICE"
CALL_LOG = "android.permission.READ_CALL_LOG"


def test_a_listed_permission_is_found_whether_asked_for_or_guarding_a_service() -> None:
    service = {"kind": "service", "name": "com.example.app.Tap", "permission": BIND}
    bound = facts(app={"components": [service]})
    assert subjects(ask("app.declares_none", bound, permissions=(BIND, CALL_LOG))) == ["BIND_ACCESSIBILITY_SERVICE"]
    asked = facts(app=holding("READ_CALL_LOG"))
    assert subjects(ask("app.declares_none", asked, permissions=(BIND, CALL_LOG))) == ["READ_CALL_LOG"]
    assert ask("app.declares_none", asked, permissions=(BIND,)).holds is True


def test_a_permission_that_guards_a_component_of_the_apps_own_is_not_asked_for() -> None:
    provider = {"kind": "provider", "name": "com.example.app.Log", "permission": CALL_LOG}
    assert ask("app.declares_none", facts(app={"components": [provider]}), permissions=(CALL_LOG,)).holds is True


def test_locating_in_the_background_needs_a_service_that_shows_it() -> None:
    unseen = facts(app=holding("ACCESS_BACKGROUND_LOCATION"))
    assert subjects(ask("app.background_location_shown", unseen)) == ["ACCESS_BACKGROUND_LOCATION"]
    shown = facts(app=holding("ACCESS_BACKGROUND_LOCATION", "FOREGROUND_SERVICE"))
    assert ask("app.background_location_shown", shown).holds is True


def test_code_that_asks_for_what_the_manifest_lacks() -> None:
    code = calls(permission_requests=[request("Lcom/example/app/A;->ask()V", "READ_CALL_LOG", "READ_PHONE_STATE")])
    given = facts(app=holding("READ_PHONE_STATE"), code=code)
    assert subjects(ask("permissions.requested_ones_in_manifest", given)) == ["READ_CALL_LOG"]
    whole = facts(app=holding("READ_PHONE_STATE", "READ_CALL_LOG"), code=code)
    assert ask("permissions.requested_ones_in_manifest", whole).holds is True
