"""A report by hand: two apps and one failure, with all seven outcomes, in both languages."""

from typing import Any, Literal, cast

import msgspec

from appscan.facts import Certificate, Confidence, Digests, Evidence, Permission, Policy, PolicyDocument, Signing
from appscan.findings import OUTCOMES, SEVERITIES, Outcome, Severity
from appscan.report.gate import Gate, summarise
from appscan.report.model import (
    SCHEMA_VERSION,
    AccessRow,
    AppReport,
    AppRow,
    AppTypeGuess,
    BadRangeRow,
    CallRow,
    Counts,
    DocumentRow,
    EndpointRow,
    Failure,
    FilingRow,
    FindingRow,
    GoneRow,
    InputRow,
    ItemRow,
    KnowledgeRow,
    Language,
    LimitRow,
    NetworkRow,
    PermissionUseRow,
    PreviousRow,
    Report,
    SdkRow,
    Tool,
)

IMEI = "Landroid/telephony/TelephonyManager;->getDeviceId"
UMENG = "Lcom/umeng/commonsdk/statistics/common/DeviceConfig;->getImei(Landroid/content/Context;)Ljava/lang/String;"

DOCUMENTS = (
    DocumentRow(
        id="191",
        title="App违法违规收集使用个人信息行为认定方法",
        gloss="Method for Determining Unlawful Collection and Use of Personal Information by Apps",
        number="国信办秘字〔2019〕191号",
        issuer="国家互联网信息办公室秘书局等",
        in_force="2019-11-28",
        status="in_force",
        link="https://www.cac.gov.cn/2019-12/27/c_1578986455686625.htm",
    ),
    DocumentRow(
        id="164",
        title="关于开展纵深推进APP侵害用户权益专项整治行动的通知",
        gloss="Notice on Deepening the Campaign against Apps that Infringe Users' Rights",
        number="工信部信管函〔2020〕164号",
        issuer="工业和信息化部",
        in_force="2020-07-22",
        status="ended_still_cited",
        link="https://www.miit.gov.cn/",
    ),
)

ITEMS: dict[str, tuple[str, str, Severity, tuple[str, str]]] = {
    "191-1-1": ("191", "第一条第1项", "critical", ("App 中没有隐私政策", "The app has no privacy policy")),
    "191-2-1": (
        "191",
        "第二条第1项",
        "high",
        (
            "未逐一列出 App（包括委托的第三方或嵌入的第三方代码、插件）收集使用个人信息的目的、方式、范围等",
            "The purposes, methods and scope of collection by the app and its embedded third-party code are not listed",
        ),
    ),
    "191-3-1": (
        "191",
        "第三条第1项",
        "high",
        ("征得用户同意前就开始收集个人信息", "Personal information is collected before the user has agreed"),
    ),
    "191-3-5": ("191", "第三条第5项", "medium", ("默认勾选同意隐私政策", "Consent to the policy is ticked by default")),
    "191-6-1": ("191", "第六条第1项", "medium", ("未提供有效的注销账号功能", "There is no way to cancel an account")),
    "191-4-2": (
        "191",
        "第四条第2项",
        "low",
        ("收集与业务无关的信息", "Information unrelated to the service is collected"),
    ),
    "164-1-3": ("164", "（一）3", "high", ("App 频繁自启动和关联启动", "The app starts itself or other apps often")),
    "164-2-2": ("164", "（二）2", "medium", ("频繁申请权限", "Permissions are asked for again and again")),
}

WHY = (
    "监管部门把“未逐一列出”视为未公开收集使用规则；第三方 SDK 收集的信息同样由 App 运营者负责。",
    "The regulator takes a missing entry for rules that were not published; the operator answers for its SDKs as well.",
)
FIX = (
    "在隐私政策的第三方 SDK 清单中写明该 SDK 的名称、运营方、收集的信息、目的和链接；不再使用的 SDK 请移除。",
    "Name the SDK, its operator, the information, the purpose and the link in the policy's list, or remove the SDK.",
)
LOOK = (
    "清除数据后首次启动，在点击“同意”之前抓取系统调用，看是否出现 getDeviceId。",
    "Clear the data, start the app, and watch for getDeviceId before “agree” is tapped.",
)


def _row(
    lang: Language,
    item: str,
    outcome: Outcome,
    message: tuple[str, str],
    *evidence: tuple[str, str],
    confidence: Confidence = "certain",
    verified: bool = True,
) -> FindingRow:
    document, clause, severity, title = ITEMS[item]
    return FindingRow(
        item=item,
        document=document,
        clause=clause,
        title=title[lang == "en"],
        outcome=outcome,
        severity=severity,
        confidence=confidence,
        message=message[lang == "en"],
        subject="",
        evidence=tuple(Evidence(where=where, quote=quote) for where, quote in evidence),
        fingerprint="0123456789abcdef0123456789abcdef",
        limited=outcome == "unknown",
        verified=verified,
    )


def _item(lang: Language, name: str) -> ItemRow:
    document, clause, severity, title = ITEMS[name]
    pick = lang == "en"
    return ItemRow(
        id=name,
        document=document,
        clause=clause,
        title=title[pick],
        question=title[pick],
        severity=severity,
        severity_reason="",
        decision="auto",
        verified=True,
        why=WHY[pick],
        fix=FIX[pick],
        look=LOOK[pick],
        basis=("中华人民共和国个人信息保护法 第十七条",),
    )


def _findings(lang: Language) -> tuple[FindingRow, ...]:
    unseen = (
        "无法看到全部内容：梆梆安全 (Bangcle): libDexHelper.so",
        "not everything could be seen: 梆梆安全 (Bangcle): libDexHelper.so",
    )
    lines = [(f"classes{number}.dex@0x{number}f3c", f"{UMENG} -> {IMEI}") for number in range(2, 9)]
    return (
        _row(
            lang,
            "191-2-1",
            "fail",
            ("隐私政策没有提到 友盟+ U-App", "the policy does not name Umeng U-App"),
            ("classes.dex", "com.umeng.commonsdk (213)"),
        ),
        _row(
            lang,
            "191-2-1",
            "fail",
            ("隐私政策没有提到 个推", "the policy does not name Getui"),
            ("AndroidManifest.xml:service", "com.igexin.sdk.PushService"),
            confidence="firm",
        ),
        _row(
            lang,
            "191-3-5",
            "fail",
            ("登录页的“我已阅读并同意”默认勾选", "“I have read and agree” is ticked on the login page"),
            ("res/layout/login.xml", "我已阅读并同意《用户协议》和《隐私政策》"),
            verified=False,
        ),
        _row(
            lang,
            "191-3-1",
            "suspect",
            ("读取 IMEI 的代码可在同意前执行", "code that reads the IMEI can run before consent"),
            *lines,
            confidence="firm",
        ),
        _row(
            lang,
            "191-2-1",
            "suspect",
            ("隐私政策可能没有提到 极光推送", "the policy may not name JPush"),
            ("classes.dex", "cn.jpush.android (3)"),
            confidence="tentative",
        ),
        _row(
            lang,
            "164-1-3",
            "error",
            ("检查程序出错：KeyError: 'x'", "the check itself broke: KeyError: 'x'"),
        ),
        _row(lang, "191-6-1", "unknown", unseen),
        _row(lang, "164-2-2", "unknown", unseen),
        _row(
            lang,
            "191-4-2",
            "manual",
            ("核对每类信息与业务功能是否相关", "compare each kind of information with the service"),
        ),
        _row(lang, "191-1-1", "pass", ("隐私政策 privacy.html 可读", "the policy privacy.html can be read")),
        _row(lang, "191-4-2", "not_applicable", ("应用不申请位置权限", "the app does not ask for location")),
    )


def counts(rows: tuple[FindingRow, ...]) -> Counts:
    return Counts(
        outcomes={each: sum(row.outcome == each for row in rows) for each in OUTCOMES},
        failed={each: sum(row.severity == each and row.outcome == "fail" for row in rows) for each in SEVERITIES},
    )


def _signing() -> Signing:
    certificate = Certificate(
        subject="CN=安行科技,O=北京安行科技有限公司,C=CN",
        issuer="CN=安行科技,O=北京安行科技有限公司,C=CN",
        serial="1",
        not_before="2020-01-01",
        not_after="2050-01-01",
        algorithm="rsa",
        public_key="30",
        digests=Digests(md5="ab" * 16, sha1="cd" * 20, sha256="ef" * 32),
    )
    return Signing(schemes=("v1", "v2"), certificates=(certificate,))


def _app(package: str, label: str, version: str) -> AppRow:
    return AppRow(
        package=package,
        label=label,
        version_name=version,
        version_code=321,
        min_sdk=21,
        target_sdk=28,
        debuggable=True,
        allow_backup=True,
        cleartext=True,
        dex_files=3,
        classes=12345,
        call_sites=98765,
        components=87,
        exported_components=12,
        native_abis=("arm64-v8a", "armeabi-v7a"),
        signing=_signing(),
    )


def _sdk(name: str, category: str, vendor: str, handles: str, *evidence: tuple[str, str], version: str = "") -> SdkRow:
    return SdkRow(
        id=name.lower(),
        name=name,
        version=version,
        vendor=vendor,
        country="CN" if vendor else "",
        category=category,
        handles_personal_information=handles,
        data_types=(),
        classes=213,
        confidence="certain",
        evidence=tuple(Evidence(where=where, quote=quote) for where, quote in evidence),
    )


OLD = BadRangeRow(since="", below="9.6.3", reason="在同意前读取设备标识", source="VD:example.cn", checked="document")

SDKS = (
    _sdk("OkHttp", "network", "", "no", ("classes.dex", "okhttp3 (410)")),
    _sdk("Glide", "image", "", "no", ("classes.dex", "com.bumptech.glide (380)")),
    msgspec.structs.replace(
        _sdk(
            "友盟+ U-App",
            "analytics",
            "友盟同欣（北京）科技有限公司",
            "yes",
            ("classes.dex", "com.umeng.commonsdk (213)"),
            ("AndroidManifest.xml:meta-data", "UMENG_APPKEY"),
            version="9.6.1",
        ),
        known_bad=(OLD,),
    ),
    _sdk(
        "个推",
        "push",
        "每日互动股份有限公司",
        "yes",
        ("AndroidManifest.xml:service", "com.igexin.sdk.PushService"),
    ),
    _sdk("Sample Renderer", "brand-new", "", "unknown", ("lib/arm64-v8a/libsample.so", "libsample.so")),
)


STUBS = (_sdk("LeakCanary", "debug", "", "no", ("classes.dex", "leakcanary (4)")),)


def _accesses(lang: Language) -> tuple[AccessRow, ...]:
    evidence = (Evidence(where="classes2.dex@0x1f3c", quote=f"{UMENG} -> {IMEI}"),)
    return (
        AccessRow(
            data_type="precise_location",
            name=("精准定位信息", "Precise location")[lang == "en"],
            sensitive=True,
            owners=("app", "library"),
            sdks=(),
            places=4,
            confidence="firm",
            evidence=evidence,
        ),
        AccessRow(
            data_type="imei",
            name="IMEI",
            sensitive=False,
            owners=("app", "友盟+ U-App", "个推"),
            sdks=("umeng", "getui"),
            places=1234,
            confidence="certain",
            evidence=evidence,
        ),
    )


LIMITS = (
    LimitRow(kind="static", detail="calls are read from bytecode", affects=()),
    LimitRow(kind="packed", detail="梆梆安全 (Bangcle): libDexHelper.so", affects=("code", "ui")),
    LimitRow(kind="hidden_code", detail="dex: assets/plugin/extra.dex (+2)", affects=("code",)),
    LimitRow(kind="brand_new", detail="a kind that no word is known for", affects=()),
)

PERMISSIONS = (
    Permission(name="android.permission.READ_PHONE_STATE", level="dangerous"),
    Permission(name="android.permission.ACCESS_FINE_LOCATION", level="dangerous"),
    Permission(name="android.permission.WRITE_EXTERNAL_STORAGE", level="dangerous", max_sdk=28),
    Permission(name="android.permission.INTERNET", level="normal"),
)


def _uses(lang: Language) -> tuple[PermissionUseRow, ...]:
    """Used by an SDK, unused, unknown by storage and by a general library, undeclared."""
    rows: tuple[tuple[str, str, str, int, tuple[str, ...], tuple[str, ...]], ...] = (
        ("READ_PHONE_STATE", "读取电话状态", "used", 3, ("app", "友盟+ U-App", "个推"), ("umeng", "getui")),
        ("ACCESS_FINE_LOCATION", "访问精准定位", "unused", 0, (), ()),
        ("WRITE_EXTERNAL_STORAGE", "写入外置存储器", "unknown", 0, (), ()),
        ("GET_ACCOUNTS", "获取应用账户", "unknown", 2, ("AndroidX",), ("androidx",)),
        ("READ_CONTACTS", "读取通讯录", "undeclared", 1, ("app", "个推"), ("getui",)),
    )
    place = Evidence(where="classes2.dex@0x1f3c", quote=f"{UMENG} -> {IMEI}")
    asked = Evidence(where="AndroidManifest.xml:uses-permission", quote="android.permission.ACCESS_FINE_LOCATION")
    return tuple(
        PermissionUseRow(
            name=f"android.permission.{name}",
            label=label if lang == "zh" else name,
            level="dangerous",
            state=cast("Any", state),
            max_sdk=28 if name.startswith("WRITE") else None,
            places=places,
            owners=owners,
            sdks=sdks,
            evidence=(place if places else asked,),
        )
        for name, label, state, places, owners, sdks in rows
    )


def _host(
    host: str,
    *schemes: str,
    operator: str = "",
    country: str = "",
    role: str = "",
    ports: tuple[int, ...] = (),
    owners: tuple[str, ...] = ("app",),
) -> EndpointRow:
    """A host; owners whose name is no kind of owner are SDKs."""
    sdks = tuple(each.lower() for each in owners if each not in ("app", "library"))
    url = f"{schemes[0]}://{host}/v1" if schemes else host
    return EndpointRow(
        host=host,
        schemes=schemes or ("",),
        ports=ports,
        cleartext="http" in schemes and not role,
        local=host.startswith("10."),
        address=host[-1:].isdigit(),
        role=role,
        operator=operator,
        country=country,
        cross_border="yes" if country == "US" else "no" if country else "",
        sdk=None,
        owners=owners,
        sdks=sdks,
        places=2,
        evidence=(Evidence(where="classes.dex@0x2f10", quote=f"com.example.anxing.Api.<clinit> -> {url}"),),
    )


TENCENT, GOOGLE = "深圳市腾讯计算机系统有限公司", "Google LLC"
NETWORK = NetworkRow(
    endpoints=(
        _host("10.0.2.2", "http", ports=(8080,)),
        _host("8.8.8.8", ports=(53,), owners=("library",)),
        _host("api.anxing.example", "https"),
        _host("app-measurement.com", "https", operator=GOOGLE, country="US", owners=("library", "友盟+ U-App")),
        *(_host(f"cdn{number}.example", "https", owners=()) for number in range(5)),
        _host("android.bugly.qq.com", "http", operator=TENCENT, country="CN", owners=("Sample Renderer",)),
        *(_host(f"a{number}.qq.com", operator=TENCENT, country="CN") for number in range(3)),
        _host("log.anxing.example", "http", "https", ports=(8088, 9090)),
        _host("schemas.android.com", "http", role="namespace"),
    ),
    filings=(
        FilingRow(
            number="京ICP备12345678号-3A",
            places=1,
            evidence=(Evidence(where="resources.arsc:string#27", quote="京 ICP 备 12345678 号-3A"),),
        ),
    ),
    complete=False,
)

POLICY = Policy(
    documents=(
        PolicyDocument(
            path="privacy.html",
            sha256="12" * 32,
            size=34567,
            encoding="utf-8",
            kind="policy",
            language="zh",
            characters=12034,
            title="隐私政策",
        ),
    )
)


def first(lang: Language) -> AppReport:
    rows = _findings(lang)
    call = CallRow(
        api=IMEI,
        data_type="imei",
        data_types=("imei",),
        caller=UMENG,
        owner="sdk",
        sdk="umeng",
        confidence="certain",
        weak=False,
        sites=2,
        where="classes2.dex@0x1f3c",
        via="",
    )
    return AppReport(
        input=InputRow(path="build/outputs/app-release.apk", sha256="0a" * 32, size=48_234_496),
        app=_app("com.example.anxing", "安行宝", "3.2.1"),
        app_type="ride-hailing",
        permissions=PERMISSIONS,
        permission_uses=_uses(lang),
        sdks=SDKS,
        sdk_stubs=STUBS,
        accesses=_accesses(lang),
        calls=(call,),
        network=NETWORK,
        policy=POLICY,
        findings=rows,
        limits=LIMITS,
        counts=counts(rows),
        timings={"code": 0.25},
    )


def followed(lang: Language) -> AppReport:
    """The first app as a later version of one that was scanned before."""
    before = first(lang)
    marks: tuple[tuple[Literal["new", "repeat", "changed"], str], ...] = (
        ("new", ""), ("repeat", ""), ("changed", "suspect"), ("changed", "unknown"),
    )  # fmt: skip
    rows = tuple(
        msgspec.structs.replace(row, since=marks[n % 4][0], before=marks[n % 4][1])
        for n, row in enumerate(before.findings)
    )
    states: tuple[Literal["resolved", "not_seen", "not_checked"], ...] = ("resolved", "not_seen", "not_checked")
    gone = tuple(
        GoneRow(
            item="191-2-1",
            title=ITEMS["191-2-1"][3][lang == "en"],
            subject="getui",
            outcome="fail",
            severity="high",
            message=("隐私政策没有提到 个推", "the policy does not name Getui")[lang == "en"],
            fingerprint="fedcba9876543210fedcba9876543210",
            state=state,
        )
        for state in states
    )
    previous = PreviousRow(
        version_name="3.2.0", version_code=None, tool_version="0.0.0", same_checklists=False, gone=gone
    )
    return msgspec.structs.replace(before, findings=rows, previous=previous)


def second(lang: Language) -> AppReport:
    rows = tuple(row for row in _findings(lang) if row.outcome in ("manual", "pass", "not_applicable"))
    why = ("名称含“记账”", "自身 4 个组件的名称含“ledger”") if lang == "zh" else ("the name has “记账”", "“ledger”")
    return AppReport(
        input=InputRow(path="tidy.apk", sha256="0b" * 32, size=2048),
        app=_app("com.example.tidy", "", "1.0"),
        app_type_guess=AppTypeGuess(id="T38", name=("实用工具类", "Utilities")[lang == "en"], grounds=why),
        findings=rows,
        limits=LIMITS[:1],
        counts=counts(rows),
    )


def failure(lang: Language) -> AppReport:
    message = ("不是 ZIP 文件，因此不是 APK", "not a ZIP file, so not an APK")[lang == "en"]
    return AppReport(input=InputRow(path="inbox/broken.apk"), failure=Failure(code=3, message=message))


def report(lang: Language, *apps: AppReport, gate: Gate | None = None) -> Report:
    """Of the given apps; of all three where none is given."""
    apps = apps or (first(lang), second(lang), failure(lang))
    return Report(
        schema_version=SCHEMA_VERSION,
        language=lang,
        tool=Tool(name="appscan", version="0.0.0"),
        knowledge=KnowledgeRow(
            sha256="9f" * 32,
            folders=("mine",),
            documents=DOCUMENTS,
            items=tuple(_item(lang, name) for name in ITEMS),
            added=("sdks/my-sdk",),
            replaced=("items/191-1-1", "sdks/okhttp"),
        ),
        apps=apps,
        summary=summarise(apps, gate or Gate()),
    )
