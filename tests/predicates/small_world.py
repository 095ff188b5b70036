"""A small knowledge and short facts for the tests of predicates."""

from typing import Any

from appscan.checklist import Examples
from appscan.evaluate import Context, _hold
from appscan.examples import facts_of
from appscan.facts import Bilingual, Facts, Limit
from appscan.knowledge import (
    Api,
    DataType,
    Knowledge,
    KnownPermission,
    Sdk,
    SdkExamples,
    Signatures,
    Umbrella,
    Vendor,
    Words,
)
from appscan.verdict import REGISTER, Verdict

NO_EXAMPLES = SdkExamples(match=(), no_match=())
PHONE = "Landroid/telephony/TelephonyManager;"
IMEI = f"{PHONE}->getDeviceId"
LOCATE = "Landroid/location/LocationManager;->getLastKnownLocation"
WIFI = "Landroid/net/wifi/WifiManager;->getConnectionInfo"
PHONE_STATE = "android.permission.READ_PHONE_STATE"


def name(text: str) -> Bilingual:
    return Bilingual(zh=text, en=text)


def sdk(id_: str, prefix: str, handles: Any = "yes", **more: Any) -> Sdk:
    signatures = Signatures(classes=(prefix,))
    values: dict[str, Any] = {"category": "push", **more}
    return Sdk(
        id=id_,
        name=name(id_),
        examples=NO_EXAMPLES,
        signatures=signatures,
        handles_personal_information=handles,
        **values,
    )


def api(target: str, *data_types: str, kind: Any = "api", permission: str = "", weak: bool = False) -> Api:
    owner, _, member = target.partition("->")
    return Api(kind=kind, target=owner, member=member, data_types=data_types, permission=permission, weak=weak)


def data_type(id_: str, *words: str, sensitivity: Any = "personal") -> DataType:
    return DataType(id=id_, name=name(id_), words=Words(zh=words), sensitivity=sensitivity)


def permission(short: str, group: str, *data_types: str) -> KnownPermission:
    return KnownPermission(
        name=f"android.permission.{short}",
        level="dangerous",
        group=group,
        names_zh=(f"{short}权限",),
        data_types=data_types,
        personal_information=True,
    )


KNOWLEDGE = Knowledge(
    sha256="",
    sdks=(
        sdk(
            "jpush",
            "cn.jpush.android",
            policy_names=("极光推送",),
            vendor=Vendor(name="深圳市和讯华谷信息技术有限公司"),
        ),
        sdk("jcore", "cn.jiguang.core", part_of=("jpush",)),
        sdk("jverify", "cn.jiguang.verify", vendor=Vendor(name="深圳市和讯华谷信息技术有限公司")),
        sdk("tiny", "com.tiny.ads", category="ads", policy_names=("Mob",)),
        sdk("androidx", "androidx.core", "no", category="platform"),
    ),
    data_types=(
        data_type("imei_meid", "IMEI"),
        data_type("location_precise", "精确位置"),
        data_type("wifi_connected", "SSID"),
        data_type("mac_address", "MAC地址"),
        data_type("installed_apps", "应用列表"),
        data_type("app_info", "包名", sensitivity="not_personal"),
    ),
    umbrellas=(
        Umbrella(words=("设备信息",), covers=("imei_meid", "mac_address")),
        Umbrella(words=("位置信息",), covers=("location_precise",)),
    ),
    apis=(
        api(IMEI, "imei_meid", permission=PHONE_STATE),
        api(LOCATE, "location_precise", permission="android.permission.ACCESS_FINE_LOCATION"),
        api(WIFI, "wifi_connected", "mac_address"),
        api(f"{PHONE}->getNetworkType", "imei_meid", permission=PHONE_STATE, weak=True),
        api("Lcn/jpush/android/api/JPushInterface;->init", "behavior:sdk_init"),
        api("Landroid/content/pm/PackageInstaller;->createSession", "behavior:install_app"),
        api("android_id", "imei_meid", kind="setting"),
        api("content://call_log/calls", "call_log", kind="uri", permission="android.permission.READ_CALL_LOG"),
        api("android.intent.action.BOOT_COMPLETED", "behavior:self_start", kind="action"),
        api("android.app.wake", "behavior:associated_start", kind="action"),
        api("android.net.conn.CONNECTIVITY_CHANGE", "behavior:self_start", kind="action", weak=True),
    ),
    permissions=(
        permission("READ_PHONE_STATE", "PHONE", "imei_meid"),
        permission("ACCESS_FINE_LOCATION", "LOCATION", "location_precise"),
        permission("READ_MEDIA_IMAGES", "READ_MEDIA_VISUAL", "photos_videos"),
        permission("READ_CALL_LOG", "CALL_LOG", "call_log"),
        permission("READ_EXTERNAL_STORAGE", "STORAGE", "photos_videos"),
    ),
)


def facts(**parts: Any) -> Facts:
    """Facts written as in an item's examples."""
    return facts_of(Examples(outcome="pass", facts=parts))


def limited(given: Facts, *parts: str) -> Facts:
    """The same facts, with a limit on some parts."""
    values = {field: getattr(given, field) for field in given.__struct_fields__}
    return Facts(**{**values, "limits": (Limit(kind="packed", detail="packed", affects=parts),)})


def ask(predicate: str, given: Facts, **arguments: Any) -> Verdict:
    """What a predicate answers, with the engine's treatment of missing parts and of limits."""
    assert predicate in REGISTER
    return _hold({predicate: arguments}, Context(given, KNOWLEDGE), [])


def subjects(verdict: Verdict) -> list[str]:
    return [case.subject for case in verdict.cases]


def holding(*names: str) -> dict[str, Any]:
    """An app that asks for permissions, with an application class and a launcher."""
    permissions = [{"name": f"android.permission.{each}", "level": "dangerous"} for each in names]
    launcher = {"actions": ["android.intent.action.MAIN"], "categories": ["android.intent.category.LAUNCHER"]}
    main = {"kind": "activity", "name": "com.example.app.Main", "filters": [launcher]}
    return {"application": "com.example.app.App", "permissions": permissions, "components": [main]}


def call(target: str, caller: str, offset: int = 16) -> dict[str, Any]:
    return {"api": target, "caller": caller, "dex": "classes.dex", "offset": offset}


def calls(*pairs: tuple[str, str], **more: Any) -> dict[str, Any]:
    return {"calls": [call(*pair) for pair in pairs], **more}


def call_path(*frames: str, root: str, context: str = "start", **more: Any) -> dict[str, Any]:
    """A path of calls, innermost frame first, from a kind of root."""
    state = {"start": "before_consent", "user": "user_action"}.get(context, "undecided")
    hops = ["call"] * (len(frames) - 1) + [root]
    return {"caller": frames[0], "context": context, "state": state, "frames": list(frames), "hops": hops, **more}


def request(caller: str, *names: str) -> dict[str, Any]:
    permissions = [f"android.permission.{each}" for each in names]
    return {"caller": caller, "permissions": permissions, "dex": "classes.dex", "offset": 32}


def text(*texts: str) -> dict[str, Any]:
    return {"texts": [{"where": f"resources.arsc:string#{index}", "text": each} for index, each in enumerate(texts)]}


def clauses(**states: str) -> dict[str, Any]:
    return {"clauses": [{"id": each, "state": state} for each, state in states.items()]}
