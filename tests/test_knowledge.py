"""The knowledge under `checklists/`: every file loads, names fit together, every SDK's examples hold."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest

from appscan import strict_yaml
from appscan.facts import App, Facts, Input, NativeLibrary
from appscan.knowledge import Api, Behaviour, DataType, Domain, KnownPermission, Packer, Sdk, Umbrella
from appscan.sdk_versions import glob
from appscan.sdks import Matcher, find_sdks

T = TypeVar("T")

ROOT = Path(__file__).parent.parent / "checklists"

SINGLE_SEGMENT = frozenset(
    {
        "_COROUTINE", "butterknife", "cmbapi", "coil", "coil3", "dagger", "hilt_aggregated_deps", "j$", "java_cup",
        "kotlin", "layaair", "leakcanary", "mtopsdk", "okhttp3", "okio", "retrofit2", "rxhttp", "xcrash",
    }
)  # fmt: skip
"""One-segment packages that one library alone uses; any other prefix has two segments or more."""

TOO_BROAD = frozenset(
    {
        "a", "a.a", "android", "android.app", "android.support", "androidx", "cn.com", "com.alibaba", "com.alipay",
        "com.aliyun", "com.amazon", "com.android", "com.apple", "com.baidu", "com.bytedance", "com.facebook",
        "com.github", "com.google", "com.google.android", "com.huawei", "com.huawei.hms", "com.iflytek", "com.jd",
        "com.kuaishou", "com.kwai", "com.meituan", "com.meizu", "com.microsoft", "com.miui", "com.netease",
        "com.oppo", "com.qihoo", "com.sdk", "com.sina", "com.squareup", "com.ss", "com.ss.android", "com.taobao",
        "com.tencent", "com.tencent.mm", "com.twitter", "com.umeng", "com.vivo", "com.xiaomi", "com.yandex", "google",
        "io.github", "java", "javax", "jp.co", "kotlinx", "me.zhihu", "org", "org.apache", "org.apache.commons",
        "org.eclipse", "org.jetbrains", "org.mozilla", "rx",
    }
)  # fmt: skip
"""A company's or a platform's whole namespace: it says nothing about one SDK."""

WELL_KNOWN = {
    "com.umeng.commonsdk.UMConfigure": "umeng-analytics",
    "cn.jpush.android.api.JPushInterface": "jpush",
    "cn.jiguang.api.utils.JCollectionAuth": "jcore",
    "cn.jiguang.verifysdk.api.JVerificationInterface": "jverification",
    "com.igexin.sdk.PushManager": "getui-push",
    "com.tencent.bugly.crashreport.CrashReport": "bugly",
    "com.tencent.bugly.legu.crashreport.CrashReport": "tencent-legu-bugly",
    "com.amap.api.location.AMapLocationClient": "amap",
    "com.baidu.location.LocationClient": "baidu-location",
    "com.baidu.mapapi.SDKInitializer": "baidu-map",
    "com.tencent.map.geolocation.TencentLocationManager": "tencent-map",
    "com.tencent.mm.opensdk.openapi.WXAPIFactory": "wechat-opensdk",
    "com.tencent.tauth.Tencent": "qq-connect",
    "com.alipay.sdk.app.PayTask": "alipay",
    "com.alipay.mobile.framework.LauncherApplicationAgent": "mpaas",
    "com.ta.utdid2.device.UTDevice": "ali-utdid",
    "com.sina.weibo.sdk.auth.AuthInfo": "weibo-sdk",
    "cn.sharesdk.framework.ShareSDK": "mobtech-sharesdk",
    "com.mob.tools.utils.DeviceHelper": "mob-common",
    "com.xiaomi.mipush.sdk.MiPushClient": "mipush",
    "com.huawei.hms.push.HmsMessageService": "hms-push",
    "com.heytap.msp.push.HeytapPushManager": "oppo-push",
    "com.vivo.push.PushClient": "vivo-push",
    "com.meizu.cloud.pushsdk.PushManager": "meizu-push",
    "com.taobao.accs.ChannelService": "taobao-accs",
    "com.bytedance.sdk.openadsdk.TTAdSdk": "pangle",
    "com.qq.e.comm.managers.GDTAdSdk": "tencent-gdt",
    "com.kwad.sdk.api.KsAdSDK": "kuaishou-ads",
    "com.tencent.smtt.sdk.QbSdk": "tencent-tbs",
    "com.tencent.stat.StatService": "tencent-mta",
    "com.tendcloud.tenddata.TCAgent": "talkingdata",
    "com.sensorsdata.analytics.android.sdk.SensorsDataAPI": "sensorsdata",
    "com.growingio.android.sdk.collection.GrowingIO": "growingio",
    "io.rong.imlib.RongIMClient": "rongcloud",
    "com.hyphenate.chat.EMClient": "easemob",
    "com.netease.nimlib.sdk.NIMClient": "netease-nim",
    "io.agora.rtc.RtcEngine": "agora",
    "im.zego.zegoexpress.ZegoExpressEngine": "zego",
    "tv.danmaku.ijk.media.player.IjkMediaPlayer": "ijkplayer",
    "io.flutter.embedding.android.FlutterActivity": "flutter",
    "com.facebook.react.ReactActivity": "react-native",
    "com.unity3d.player.UnityPlayerActivity": "unity",
    "io.dcloud.PandoraEntry": "dcloud-uniapp",
    "org.apache.cordova.CordovaActivity": "cordova",
    "com.facebook.login.LoginManager": "facebook-sdk",
    "com.google.firebase.FirebaseApp": "firebase",
    "com.google.firebase.components.ComponentRegistrar": "firebase-components",
    "com.google.android.gms.ads.MobileAds": "admob",
    "com.google.android.gms.ads.identifier.AdvertisingIdClient": "google-ads-identifier",
    "com.google.android.gms.common.GoogleApiAvailability": "play-services-base",
    "com.appsflyer.AppsFlyerLib": "appsflyer",
    "com.adjust.sdk.Adjust": "adjust",
    "io.sentry.Sentry": "sentry",
    "leakcanary.LeakCanary": "leakcanary",
    "com.iflytek.cloud.SpeechUtility": "iflytek",
    "com.iflytek.voiceads.IFLYNativeAd": "iflytek-ads",
    "androidx.appcompat.app.AppCompatActivity": "androidx",
    "androidx.test.espresso.Espresso": "androidx-test",
    "androidx.test.uiautomator.UiDevice": "uiautomator",
    "android.support.v4.app.ActivityCompat": "android-support",
    "kotlin.jvm.internal.Intrinsics": "kotlin",
    "kotlinx.coroutines.Job": "kotlinx-coroutines",
    "javax.inject.Provider": "javax-inject",
    "com.zhy.http.okhttp.OkHttpUtils": "okhttputils",
}

NOT_AN_SDK = (
    "com.alipay.Foo",
    "com.baidu.searchbox.Main",
    "com.bytedance.Foo",
    "com.google.Foo",
    "com.iflytek.inputmethod.Main",
    "com.tencent.mm.ui.LauncherUI",
    "com.umeng.analyticsx.Foo",
    "com.example.app.MainActivity",
    "android.app.Activity",
    "java.lang.String",
)


def one_each(folder: str, kind: type[T]) -> list[tuple[Path, T]]:
    return [(path, strict_yaml.read(path, kind)) for path in sorted((ROOT / folder).glob("*.yaml"))]


def many_each(folder: str, kind: type[T]) -> list[T]:
    holder = msgspec.defstruct("Holder", [("entries", tuple[kind, ...])], forbid_unknown_fields=True)  # type: ignore[valid-type]
    files: list[Any] = [strict_yaml.read(path, holder) for path in sorted((ROOT / folder).glob("*.yaml"))]
    return [entry for file in files for entry in file.entries]


@cache
def sdks() -> tuple[Sdk, ...]:
    return tuple(sdk for _, sdk in one_each("sdks", Sdk))


@cache
def data_types() -> tuple[DataType, ...]:
    return tuple(value for _, value in one_each("data-types", DataType))


@cache
def kinds() -> frozenset[str]:
    behaviours = many_each("behaviours", Behaviour)
    return frozenset({each.id for each in data_types()} | {each.id for each in behaviours})


@cache
def matcher() -> Matcher:
    return Matcher(sdks())


def owner_of(name: str) -> str:
    hit = matcher().match(name)
    return hit[0] if hit else ""


def prefixes(sdk: Sdk) -> tuple[str, ...]:
    return (*sdk.signatures.classes, *sdk.signatures.weak_classes)


def is_example(sdk: Sdk, name: str) -> bool:
    """Whether a name gives the SDK away: by its class prefixes, or else by component or library names."""
    if prefixes(sdk):
        return owner_of(name) == sdk.id
    return bool(glob((*sdk.signatures.components, *sdk.signatures.native_libraries)).fullmatch(name))


@pytest.mark.parametrize(("folder", "kind"), [("sdks", Sdk), ("data-types", DataType), ("packers", Packer)])
def test_a_file_is_named_after_its_value(folder: str, kind: type[Any]) -> None:
    values = one_each(folder, kind)
    assert values
    assert [path.name for path, value in values if path.stem != value.id] == []


def test_a_prefix_belongs_to_one_sdk() -> None:
    count = Counter(prefix for sdk in sdks() for prefix in prefixes(sdk))
    assert [prefix for prefix, times in count.items() if times > 1] == []


def test_a_native_library_belongs_to_one_sdk() -> None:
    count = Counter(name for sdk in sdks() for name in sdk.signatures.native_libraries)
    assert [name for name, times in count.items() if times > 1] == []


def test_no_prefix_covers_a_company_or_a_platform() -> None:
    found = {prefix for sdk in sdks() for prefix in prefixes(sdk)}
    assert found & TOO_BROAD == set()
    assert {prefix for prefix in found if "." not in prefix} == SINGLE_SEGMENT


def test_no_prefix_is_doubled_by_a_wider_one_of_the_same_sdk() -> None:
    doubled = [
        (sdk.id, inner)
        for sdk in sdks()
        for names in (sdk.signatures.classes, sdk.signatures.weak_classes)
        for inner in names
        if any(inner.startswith(f"{outer}.") for outer in names)
    ]
    assert doubled == []


def test_every_sdk_can_be_found_and_has_examples() -> None:
    lacking = [
        sdk.id
        for sdk in sdks()
        if not (prefixes(sdk) or sdk.signatures.components or sdk.signatures.native_libraries)
        or not (sdk.examples.match and sdk.examples.no_match)
    ]
    assert lacking == []


def test_every_sdk_is_told_from_its_neighbours_by_its_examples() -> None:
    missed = [(sdk.id, name) for sdk in sdks() for name in sdk.examples.match if not is_example(sdk, name)]
    wrong = [(sdk.id, name) for sdk in sdks() for name in sdk.examples.no_match if is_example(sdk, name)]
    assert (missed, wrong) == ([], [])


@pytest.mark.parametrize(("name", "sdk"), WELL_KNOWN.items())
def test_a_well_known_class_belongs_to_its_sdk(name: str, sdk: str) -> None:
    assert owner_of(name) == sdk


@pytest.mark.parametrize("name", NOT_AN_SDK)
def test_a_company_s_own_class_belongs_to_no_sdk(name: str) -> None:
    assert owner_of(name) == ""


def test_libraries_that_every_app_has_prove_no_sdk_that_collects() -> None:
    names = ("libc++_shared.so", "libmain.so", "libapp.so", "libcrypto.so", "libssl.so", "libsqlite3.so", "libjsi.so")
    libraries = tuple(NativeLibrary(name=name, abi="arm64-v8a", path=f"lib/arm64-v8a/{name}", size=1) for name in names)
    app = App(package="com.example.app", native_libraries=libraries)
    facts = Facts(facts_version=1, tool_version="", input=Input(path="", sha256="", size=0), app=app)
    by_id = {sdk.id: sdk for sdk in sdks()}
    hits = find_sdks(facts, sdks()) or ()
    assert [hit.id for hit in hits if by_id[hit.id].handles_personal_information == "yes"] == []


def test_data_types_are_known() -> None:
    apis = many_each("apis", Api)
    permissions = many_each("permissions", KnownPermission)
    umbrellas = many_each("umbrellas", Umbrella)
    used = (
        *((sdk.id, each) for sdk in sdks() for each in sdk.data_types),
        *((f"{api.target}->{api.member}", each) for api in apis for each in api.data_types),
        *((permission.name, each) for permission in permissions for each in permission.data_types),
        *((umbrella.words[0], each) for umbrella in umbrellas for each in umbrella.covers),
    )
    assert [(where, each) for where, each in used if each not in kinds()] == []


def test_an_api_stands_once_and_is_written_as_its_kind_demands() -> None:
    apis = many_each("apis", Api)
    count = Counter((api.kind, api.target, api.member, api.descriptor) for api in apis)
    assert [key for key, times in count.items() if times > 1] == []
    members = [api for api in apis if api.kind in ("api", "field")]
    assert [api.target for api in members if not (api.target.startswith("L") and api.target.endswith(";"))] == []
    assert [api.target for api in members if not api.member] == []


def test_an_api_that_is_never_a_finding_alone_says_so() -> None:
    weak = {(api.target, api.member) for api in many_each("apis", Api) if api.weak}
    assert ("Landroid/os/Build;", "MODEL") in weak
    assert ("Ljava/util/Locale;", "getDefault") in weak
    assert ("Landroid/telephony/TelephonyManager;", "getDeviceId") not in weak
    assert ("Landroid/provider/Settings$Secure;", "getString") not in weak


def test_permissions_and_domains_stand_once() -> None:
    names = Counter(each.name for each in many_each("permissions", KnownPermission))
    domains = Counter(each.domain for each in many_each("domains", Domain))
    assert [name for name, times in (names + domains).items() if times > 1] == []


def test_an_sdk_of_a_domain_exists() -> None:
    ids = {sdk.id for sdk in sdks()}
    assert [each.domain for each in many_each("domains", Domain) if each.sdk and each.sdk not in ids] == []


def test_a_packer_that_hides_code_is_not_told_by_a_common_name() -> None:
    common = {"libjni.so", "libloader.so", "libmain.so", "libcrypto.so", "libsecurity.so", "libshell.so", "libmd.so"}
    found = [each.id for _, each in one_each("packers", Packer) if common & {*each.native_libraries, *each.assets}]
    assert found == []


def test_every_kind_of_information_has_words_in_both_languages() -> None:
    types = data_types()
    assert len(types) >= 70
    assert [each.id for each in types if len(each.words.zh) < 3 or not each.words.en] == []


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("设备信息", {"device_info", "imei_meid", "oaid", "installed_apps"}),
        ("网络信息", {"network_info", "ip_address", "wifi_connected"}),
        ("位置信息", {"location_precise", "location_coarse", "cell_tower"}),
        ("日志信息", {"behavior_log", "crash_log", "ip_address"}),
        ("身份信息", {"basic_profile", "id_document"}),
        ("生物识别信息", {"face", "fingerprint", "voiceprint"}),
        ("财产信息", {"bank_card", "payment_info", "financial_status"}),
        ("通讯信息", {"call_log", "sms", "chat_content"}),
        ("设备标识符", {"imei_meid", "android_id", "oaid", "mac_address", "device_unique_id"}),
        ("网络身份标识信息", {"user_account", "ip_address"}),
    ],
)
def test_words_that_name_several_kinds_at_once_say_which(word: str, kinds: set[str]) -> None:
    covers = [set(each.covers) for each in many_each("umbrellas", Umbrella) if word in each.words]
    assert len(covers) == 1
    assert kinds <= covers[0]
