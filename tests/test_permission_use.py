"""Which permissions are used, by whom, and which calls lack theirs."""

from typing import Any

import msgspec
import pytest

from appscan.catalogue.model import Catalogue
from appscan.extract.apk import read_apk
from appscan.facts import Facts
from appscan.knowledge import Api, Knowledge
from appscan.permission_needs import alternatives
from appscan.permission_use import PermissionUse, permission_uses
from appscan.scene import Scene, short
from tests.conftest import SAMPLES
from tests.predicates.small_world import IMEI, KNOWLEDGE, LOCATE, api, calls, facts, limited, permission

A = "android.permission."
READ = "Lcom/example/app/Id;->read()V"
PUSH = "Lcn/jpush/android/Device;->read()V"
WRAPPER = "Landroidx/core/Compat;->read()V"
SSID = "Landroid/net/wifi/WifiInfo;->getSSID"
BONDED = "Landroid/bluetooth/BluetoothAdapter;->getBondedDevices"
NUMBER = "Landroid/telephony/TelephonyManager;->getLine1Number"
SMS_RECEIVED = "android.provider.Telephony.SMS_RECEIVED"


def noted(row: Api, note: str) -> Api:
    return msgspec.structs.replace(row, note=note)


WORLD: Knowledge = msgspec.structs.replace(
    KNOWLEDGE,
    apis=(
        *KNOWLEDGE.apis,
        api(SSID, "wifi_connected", permission=f"{A}ACCESS_WIFI_STATE + {A}ACCESS_FINE_LOCATION"),
        noted(
            api(BONDED, "wifi_connected", permission=f"{A}BLUETOOTH / {A}BLUETOOTH_CONNECT"),
            "target>=31 BLUETOOTH_CONNECT",
        ),
        noted(
            api(NUMBER, "imei_meid", permission=f"{A}READ_PHONE_STATE / {A}READ_SMS / {A}READ_PHONE_NUMBERS"),
            "target>=30: READ_PHONE_NUMBERS instead of READ_PHONE_STATE",
        ),
        api(SMS_RECEIVED, "sms", kind="action", permission=f"{A}RECEIVE_SMS"),
        api("content://sms", "sms", kind="uri", permission=f"{A}READ_SMS"),
        api("Landroid/provider/Telephony$Sms;->CONTENT_URI", "sms", "call_log", kind="field"),
    ),
    permissions=(
        *KNOWLEDGE.permissions,
        msgspec.structs.replace(permission("BLUETOOTH_CONNECT", "NEARBY_DEVICES", "wifi_connected"), since="31"),
        msgspec.structs.replace(permission("READ_PHONE_NUMBERS", "PHONE", "imei_meid"), since="26"),
        *(permission(name, "SMS", "sms") for name in ("READ_SMS", "RECEIVE_SMS")),
        *(permission(name, "LOCATION") for name in ("ACCESS_COARSE_LOCATION", "ACCESS_BACKGROUND_LOCATION")),
        permission("RECORD_AUDIO", "MICROPHONE"),
    ),
)


def asking(*names: str, **app: Any) -> dict[str, Any]:
    """An app that asks for permissions; `NAME<=28` limits one to platforms up to 28."""
    asked = [each.partition("<=") for each in names]
    return {
        "target_sdk": 34,
        "permissions": [
            {"name": A + name, "level": "dangerous", **({"max_sdk": limit} if limit else {})}
            for name, _, limit in asked
        ],
        **app,
    }


def found(given: Facts) -> dict[str, PermissionUse]:
    return {short(each.name): each for each in permission_uses(Scene(given, WORLD))}


def states(given: Facts) -> dict[str, str]:
    return {name: each.state for name, each in found(given).items()}


def test_a_use_names_its_owner_and_its_place() -> None:
    made = found(facts(app=asking("READ_PHONE_STATE"), code=calls((IMEI, READ), (IMEI, PUSH))))["READ_PHONE_STATE"]
    assert made.state == "used"
    assert [each.owner.sdk or each.owner.kind for each in made.uses] == ["jpush", "app"]
    assert made.evidence()[0].where == "classes.dex@0x10"
    assert made.evidence()[0].quote == "cn.jpush.android.Device.read -> android.telephony.TelephonyManager.getDeviceId"


def test_nothing_found_is_unused_only_where_a_use_would_have_been_seen() -> None:
    app = asking("READ_PHONE_STATE", "READ_EXTERNAL_STORAGE", "BLUETOOTH_CONNECT", "RECORD_AUDIO", "INTERNET")
    assert states(facts(app=app, code={})) == {
        "READ_PHONE_STATE": "unused",
        "READ_EXTERNAL_STORAGE": "unknown",  # a plain file leaves no call
        "BLUETOOTH_CONNECT": "unused",
        "RECORD_AUDIO": "unknown",  # this knowledge has no API for it
        "INTERNET": "unknown",  # dangerous by the manifest's word; nothing is known of it
    }
    assert found(limited(facts(app=app, code={}), "code"))["READ_PHONE_STATE"].hidden
    assert states(facts(app=app))["READ_PHONE_STATE"] == "unknown"


def test_native_code_may_use_the_microphone_without_a_call(catalogue: Catalogue) -> None:
    for name, expected in (("", "unused"), ("libx.so", "unknown"), ("libjcore289.so", "unused")):
        libraries = [{"name": name, "abi": "arm64-v8a", "path": f"lib/arm64-v8a/{name}", "size": 1}] if name else []
        given = facts(app=asking("RECORD_AUDIO", native_libraries=libraries), code={})
        assert [each.state for each in permission_uses(Scene(given, catalogue.knowledge))] == [expected]


def test_a_general_library_proves_no_use() -> None:
    made = found(facts(app=asking("READ_PHONE_STATE"), code=calls((IMEI, WRAPPER))))["READ_PHONE_STATE"]
    assert (made.state, len(made.uses), made.hidden) == ("unknown", 1, False)


def test_a_call_without_its_permission_is_undeclared() -> None:
    made = found(facts(app=asking(), code=calls((IMEI, PUSH))))["READ_PHONE_STATE"]
    assert (made.state, made.asked, made.uses[0].owner.sdk) == ("undeclared", None, "jpush")
    assert states(facts(app=asking(), code=calls((IMEI, WRAPPER)))) == {}


def test_a_mere_string_uses_a_permission_tentatively_and_lacks_none() -> None:
    text = [{"kind": "uri", "value": "content://sms/inbox", "caller": READ, "dex": "classes.dex", "offset": 8}]
    made = found(facts(app=asking("READ_SMS"), code={"strings": text}))["READ_SMS"]
    assert (made.state, made.uses[0].confidence) == ("used", "tentative")
    assert states(facts(app=asking(), code={"strings": text})) == {}


def test_both_halves_of_a_plus_are_needed() -> None:
    code = calls((SSID, READ))
    assert (
        states(facts(app=asking("ACCESS_WIFI_STATE", "ACCESS_FINE_LOCATION"), code=code))["ACCESS_FINE_LOCATION"]
        == "used"
    )
    assert states(facts(app=asking(), code=code)) == {"ACCESS_FINE_LOCATION": "undeclared"}


@pytest.mark.parametrize(("target", "expected"), [(30, {}), (31, {"BLUETOOTH_CONNECT": "undeclared"})])
def test_a_remark_on_the_target_decides_between_alternatives(target: int, expected: dict[str, str]) -> None:
    app = asking(target_sdk=target)
    app["permissions"] = [{"name": f"{A}BLUETOOTH", "level": "normal"}]
    assert states(facts(app=app, code=calls((BONDED, READ)))) == expected


def test_a_permission_of_another_group_is_not_used_beside_the_usual_one() -> None:
    code = calls((NUMBER, READ))
    both = asking("READ_PHONE_STATE", "READ_SMS", target_sdk=29)
    assert states(facts(app=both, code=code)) == {"READ_PHONE_STATE": "used", "READ_SMS": "unused"}
    newer = asking("READ_PHONE_STATE", "READ_SMS", target_sdk=30)
    assert states(facts(app=newer, code=code))["READ_SMS"] == "used"
    assert states(facts(app=asking("READ_PHONE_STATE"), code=code))["READ_PHONE_NUMBERS"] == "undeclared"


def test_a_permission_that_widens_another_is_used_by_the_same_calls() -> None:
    asked = ("ACCESS_FINE_LOCATION", "ACCESS_COARSE_LOCATION", "ACCESS_BACKGROUND_LOCATION")
    assert set(states(facts(app=asking(*asked), code=calls((LOCATE, READ)))).values()) == {"used"}
    assert set(states(facts(app=asking(*asked), code={})).values()) == {"unused"}


def test_a_receiver_in_the_manifest_is_a_use() -> None:
    receiver = {"kind": "receiver", "name": "com.example.app.Sms", "filters": [{"actions": [SMS_RECEIVED]}]}
    made = found(facts(app=asking("RECEIVE_SMS", components=[receiver]), code={}))["RECEIVE_SMS"]
    assert (made.state, made.uses[0].where) == ("used", "AndroidManifest.xml:receiver")


def test_a_permission_for_older_platforms_only_is_not_held() -> None:
    code = calls((IMEI, READ))
    assert states(facts(app=asking("READ_PHONE_STATE<=22", min_sdk=23), code=code)) == {
        "READ_PHONE_STATE": "undeclared"
    }
    assert states(facts(app=asking("READ_PHONE_STATE<=28", min_sdk=23), code=code)) == {"READ_PHONE_STATE": "used"}
    quote = found(facts(app=asking("READ_PHONE_STATE<=28"), code={}))["READ_PHONE_STATE"].evidence()[0].quote
    assert quote == f"{A}READ_PHONE_STATE maxSdkVersion=28"


def test_the_grammar_of_permissions() -> None:
    assert alternatives(api("La;->b", permission="x / y + z")) == [("x",), ("y", "z")]
    row = noted(api("La;->b", permission=f"{A}ONE_ONE / {A}TWO_TWO"), "target>=30: TWO_TWO instead of ONE_ONE")
    assert alternatives(row, 29) == [(f"{A}ONE_ONE",), (f"{A}TWO_TWO",)]
    assert alternatives(row, 30) == [(f"{A}TWO_TWO",)]


def test_the_greedy_sample(catalogue: Catalogue) -> None:
    given = read_apk(SAMPLES / "greedy" / "greedy.apk", catalogue.knowledge)
    made = {short(each.name): each for each in permission_uses(Scene(given, catalogue.knowledge))}
    assert made["READ_PHONE_STATE"].state == "used"
    assert {each.owner.sdk for each in made["READ_PHONE_STATE"].uses} >= {"jpush"}
    assert {name for name, each in made.items() if each.state == "unused"} == {"READ_CALENDAR", "RECORD_AUDIO"}
