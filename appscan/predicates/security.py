"""The manifest and the signature: debugging, backup, plain HTTP, open components, who signed."""

import re
from collections.abc import Iterator

from appscan.facts import App, Component, Evidence, Facts, Network, NetworkSecurity
from appscan.hosts import Domains, is_local
from appscan.knowledge import Knowledge
from appscan.scene import case, no, pretty, scene, yes
from appscan.verdict import Case, Verdict, broken, predicate

MANIFEST = "AndroidManifest.xml"
CLEARTEXT_SINCE = 28
"""The target from which plain HTTP is refused where nothing is said."""

DEBUG_SIGNER = "Android Debug"
MODERN = ("v2", "v3", "v3.1")
PACKAGE = re.compile(r"[A-Za-z]\w*(?:\.[A-Za-z]\w*)+")
LAUNCHES = "android.intent.action.MAIN"
INTERNET = "android.permission.INTERNET"
OPEN_LEVELS = ("normal", "dangerous", "")
"""Protection levels that any app may get, alone or by the user's consent."""


def _said(element: str, quote: str) -> Evidence:
    return Evidence(where=f"{MANIFEST}:{element}", quote=quote)


@predicate("security.not_debuggable")
def not_debuggable(app: App) -> Verdict:
    """The release can be neither debugged nor installed for tests only."""
    cases = []
    if app.debuggable:
        zh = "安装包可被调试（android:debuggable=true）：任何连接的电脑都能读取其内存和私有文件"
        en = "the app is debuggable: a connected computer can read its memory and its private files"
        cases.append(case(zh, en, (_said("application", "android:debuggable=true"),), "debuggable"))
    if app.test_only:
        zh, en = "安装包标记为仅供测试（android:testOnly=true）", "the app is marked for tests only"
        cases.append(case(zh, en, (_said("application", "android:testOnly=true"),), "test_only"))
    return broken(cases, case("安装包不可调试，也不是测试包", "the app is neither debuggable nor for tests only"))


@predicate("security.no_backup")
def no_backup(app: App) -> Verdict:
    """The system does not copy the app's private files into backups."""
    if app.allow_backup is False:
        said = (_said("application", "android:allowBackup=false"),)
        return yes("清单关闭了系统备份", "the manifest switches backups off", said)
    given = "android:allowBackup=true" if app.allow_backup else "android:allowBackup is not given: true"
    zh = "清单没有关闭系统备份（allowBackup）：私有文件会进入备份；须确认备份规则排除了敏感数据"
    en = "the manifest leaves backups on (allowBackup): check that its rules leave sensitive files out"
    return no(zh, en, (_said("application", given),), "allow_backup")


@predicate("security.no_cleartext")
def no_cleartext(app: App, facts: Facts, knowledge: Knowledge) -> Verdict:
    """Plain HTTP is refused for every host, and the app's own code names no address with it.

    An app that may not use the network sends nothing, whatever its manifest permits.
    """
    if all(each.name != INTERNET for each in app.permissions):
        zh = "清单没有联网权限（INTERNET），应用自身不能收发网络数据"
        return yes(zh, "the manifest does not ask for INTERNET: the app itself cannot use the network")
    cases = list(_permitted(app))
    cases += _addresses(facts, knowledge)
    zh, en = (
        "不允许明文 HTTP，应用自身代码中也没有 http 地址；实际传输须抓包确认",
        "plain HTTP is not permitted, and the app's own code names no http address; a proxy shows what is sent",
    )
    return broken(cases, case(zh, en))


def _permitted(app: App) -> Iterator[Case]:
    config = app.network_security or NetworkSecurity()
    default = config.cleartext if app.network_security else app.cleartext
    target = app.target_sdk or 1
    if default or (default is None and target < CLEARTEXT_SINCE):
        given = "true" if default else "not given"
        given_zh = "true" if default else "未设置"
        what = "cleartextTrafficPermitted" if app.network_security else "android:usesCleartextTraffic"
        zh = f"允许对任意主机使用明文 HTTP（{what}：{given_zh}，targetSdkVersion {target}）"
        en = f"plain HTTP to any host is permitted ({what}: {given}, targetSdkVersion {target})"
        where = config.source or f"{MANIFEST}:application"
        yield case(zh, en, (Evidence(where=where, quote=f"{what}={given}, targetSdkVersion={target}"),), "default")
    if config.cleartext_domains:
        zh = f"网络安全配置对 {len(config.cleartext_domains)} 个域名允许明文 HTTP"
        en = f"the network security configuration permits plain HTTP to: {', '.join(config.cleartext_domains)}"
        evidence = (Evidence(where=config.source, quote=each) for each in config.cleartext_domains)
        yield case(zh, en, evidence, "domains")


def _addresses(facts: Facts, knowledge: Knowledge) -> list[Case]:
    """Addresses with plain HTTP that the app's own code loads: whether it calls them is not seen."""
    view, domains = scene(facts, knowledge), Domains(knowledge.domains)
    found = [
        each
        for each in (facts.network or Network()).endpoints
        if each.scheme in ("http", "ws")
        and not is_local(each.host)
        and not domains.names_only(each.host)
        and each.caller
        and view.attributor.owner(each.caller).kind == "app"
    ]
    if not found:
        return []
    hosts = sorted({each.host for each in found})
    zh = f"应用自身代码含明文 HTTP 地址（{len(hosts)} 个主机）：须确认不传输个人信息"
    en = f"the app's own code names http addresses (hosts: {len(hosts)}): make sure that no personal data goes there"
    evidence = (Evidence(where=each.where, quote=f"{pretty(each.caller)} -> {each.url}") for each in found)
    return [case(zh, en, evidence, "addresses", "tentative")]


@predicate("security.exported_guarded")
def exported_guarded(app: App, facts: Facts, knowledge: Knowledge) -> Verdict:
    """Every component that other apps can call demands a permission that not any app can get.

    Those of libraries that are known to handle no personal information (androidx and its test tools) do not count.
    """
    view = scene(facts, knowledge)
    components = [each for each in app.components if view.counts(view.attributor.owner(each.name))]
    weak = {each.name for each in app.defined_permissions if each.protection.partition("|")[0] in OPEN_LEVELS}
    cases = []
    for kind, zh_kind in (
        ("activity", "界面"),
        ("service", "服务"),
        ("receiver", "广播接收器"),
        ("provider", "数据提供者"),
    ):
        found = [each for each in components if _open(each, weak) and each.kind.startswith(kind)]
        if found:
            zh = f"{len(found)} 个{zh_kind}（{kind}）可被其他应用调用且没有权限保护；须逐个核对调用方与传入数据"
            en = f"components that any app can call ({kind}): {len(found)}; check what each does with what it is given"
            evidence = (_said(kind, _shown(each)) for each in found)
            cases.append(case(zh, en, evidence, kind))
    return broken(
        cases, case("对外组件只有启动入口，或均有权限保护", "nothing but the launcher can be called by any app")
    )


def _open(component: Component, weak: set[str]) -> bool:
    if not (component.exported and component.enabled):
        return False
    launcher = any(LAUNCHES in each.actions for each in component.filters)
    return not launcher and (not component.permission or component.permission in weak)


def _shown(component: Component) -> str:
    guard = f" permission={component.permission}" if component.permission else ""
    links = [each for filter_ in component.filters for each in filter_.data]
    return f"{component.name}{guard}{f' data={links[0]}' if links else ''}"


@predicate("security.signed")
def signed(app: App) -> Verdict:
    """The APK is signed by a scheme that covers the whole file, and not with a key for debugging."""
    signing = app.signing
    if not signing.certificates:
        return no("没有读到签名证书", "no signing certificate could be read", (), "signer", "tentative")
    subjects = [
        Evidence(where="signature", quote=f"{each.subject}; SHA-256 {each.digests.sha256}")
        for each in signing.certificates
    ]
    cases = []
    if any(DEBUG_SIGNER in each.subject for each in signing.certificates):
        zh, en = "安装包用调试证书签名", "the app is signed with a debugging certificate"
        cases.append(case(zh, en, subjects, "debug_certificate"))
    if not set(MODERN) & set(signing.schemes):
        schemes = ", ".join(signing.schemes) or "-"
        zh = f"只有 v1 签名（{schemes}）：不覆盖整个文件，旧系统上可被改包"
        en = f"signed with scheme {schemes} only: it does not cover the whole file, which can be altered on old systems"
        cases.append(case(zh, en, (Evidence(where="signature", quote=schemes),), "scheme", "tentative"))
    if cases:
        return Verdict(holds=False, cases=tuple(cases))
    zh = f"签名方案 {', '.join(signing.schemes)}；须核对证书主体是否为本机构"
    en = f"schemes {', '.join(signing.schemes)}; check that the certificate is the institution's own"
    return yes(zh, en, subjects)


@predicate("security.identified")
def identified(app: App) -> Verdict:
    """The app has a well-formed identifier, and a version name and number."""
    cases = []
    if not PACKAGE.fullmatch(app.package):
        zh, en = f"应用标识符不规范：{app.package}", f"the identifier is not well formed: {app.package}"
        cases.append(case(zh, en, (_said("manifest", app.package),), "package"))
    if not app.version_name or app.version_code is None:
        given = (
            f"versionName={app.version_name or '-'} versionCode={'-' if app.version_code is None else app.version_code}"
        )
        zh, en = f"版本序号不完整：{given}", f"the version is incomplete: {given}"
        cases.append(case(zh, en, (_said("manifest", given),), "version"))
    if cases:
        return Verdict(holds=False, cases=tuple(cases))
    text = f"{app.package} {app.version_name} ({app.version_code})"
    return yes(f"标识符与版本：{text}", f"identifier and version: {text}", (_said("manifest", text),))


@predicate("security.keeps_up")
def keeps_up(app: App, *, target: int) -> Verdict:
    """The app is built for a platform that is not long past, and its native code for devices of 64 bits."""
    cases = []
    given = app.target_sdk or 1
    if given < target:
        zh, en = f"targetSdkVersion {given} 低于 {target}", f"targetSdkVersion {given} is below {target}"
        cases.append(case(zh, en, (_said("uses-sdk", f"targetSdkVersion={given}"),), "target_sdk"))
    abis = {each.abi for each in app.native_libraries if each.abi}
    listed = ", ".join(sorted(abis))
    if abis and not any("64" in each for each in abis):
        zh = f"本地库只有 32 位（{listed}），在只支持 64 位的设备上无法运行"
        en = f"native code is there for 32 bits only ({listed}): devices of 64 bits alone cannot run it"
        first = (Evidence(where=each.path, quote=each.name) for each in app.native_libraries if each.abi)
        cases.append(case(zh, en, first, "abi"))
    text = f"minSdkVersion {app.min_sdk or 1}, targetSdkVersion {given}, ABI {listed or '-'}"
    held = case(text, text, (_said("uses-sdk", text),))
    return Verdict(holds=False, cases=tuple(cases)) if cases else Verdict(holds=True, cases=(held,))
