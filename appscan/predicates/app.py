"""What the manifest asks for, and whether the app's type, its code and its policy bear it out."""

from collections.abc import Iterator

from appscan.access import accesses
from appscan.checklist import AppType
from appscan.facts import App, Bilingual, Code, Component, Evidence, Facts, Permission, Policy
from appscan.knowledge import Knowledge
from appscan.naming import Names
from appscan.verdict import Case, Verdict, predicate

SELF_START = (
    "android.intent.action.BOOT_COMPLETED",
    "android.intent.action.LOCKED_BOOT_COMPLETED",
    "android.intent.action.QUICKBOOT_POWERON",
    "android.intent.action.USER_PRESENT",
    "android.intent.action.ACTION_POWER_CONNECTED",
    "android.intent.action.ACTION_POWER_DISCONNECTED",
    "android.net.conn.CONNECTIVITY_CHANGE",
    "android.intent.action.MEDIA_MOUNTED",
    "android.intent.action.PACKAGE_ADDED",
    "android.intent.action.PACKAGE_REMOVED",
    "android.content.SyncAdapter",
    "android.accounts.AccountAuthenticator",
)
INSTALL = "android.permission.REQUEST_INSTALL_PACKAGES"


def dangerous(app: App) -> Iterator[Permission]:
    """The permissions that the user is asked for at run time."""
    return (each for each in app.permissions if each.level == "dangerous")


def _declared(permission: Permission) -> tuple[Evidence, ...]:
    return (Evidence(where=f"AndroidManifest.xml:{permission.element}", quote=permission.name),)


@predicate("app.handles_personal_information")
def handles_personal_information(facts: Facts, knowledge: Knowledge) -> Verdict:
    """Something shows that the app handles personal information: permissions, code, SDKs, or a policy that it has."""
    if facts.policy is not None:
        return Verdict(holds=True)
    if facts.app is not None:
        asked = list(dangerous(facts.app))
        if asked:
            message = Bilingual(zh="应用申请了敏感权限", en="the app asks for dangerous permissions")
            return Verdict(holds=True, cases=(Case(message, tuple(_declared(asked[0]))),))
    types = {each.id for each in knowledge.data_types if each.sensitivity != "not_personal"}
    if facts.code is not None:
        reached = [each for each in accesses(facts.code, knowledge) if each.data_type in types and not each.weak]
        if any(each.confidence != "tentative" for each in reached):
            return Verdict(holds=True)
    handling = {sdk.id for sdk in knowledge.sdks if sdk.handles_personal_information == "yes"}
    if any(hit.id in handling for hit in facts.sdks or ()):
        return Verdict(holds=True)
    nothing = Bilingual(
        zh="未发现处理个人信息的迹象（无敏感权限、敏感调用或收集信息的 SDK）",
        en="nothing shows that the app handles personal information (no dangerous permission, call or collecting SDK)",
    )
    gaps = facts.gaps("code")
    if gaps or facts.app is None or facts.code is None:
        unseen = Bilingual(
            zh="代码未能全部看到，无法判断是否处理个人信息", en="not all code could be seen, so this cannot be told"
        )
        return Verdict(holds=None, cases=(Case(unseen),))
    return Verdict(holds=False, cases=(Case(nothing),))


@predicate("app.targets_at_least")
def targets_at_least(app: App, *, level: int) -> Verdict:
    """The target SDK is at or above a level; an app that names none targets level 1, as on a device."""
    target = app.target_sdk or app.min_sdk or 1
    evidence = (Evidence(where="AndroidManifest.xml:uses-sdk", quote=f"targetSdkVersion={target}"),)
    if target >= level:
        return Verdict(
            holds=True, cases=(Case(Bilingual(zh=f"目标版本为 {target}", en=f"it targets {target}"), evidence),)
        )
    message = Bilingual(
        zh=f"目标版本为 {target}，低于 {level}：安装即授予全部权限，用户无法逐项拒绝",
        en=f"it targets {target}, below {level}: permissions are granted on installation and cannot be refused singly",
    )
    return Verdict(holds=False, cases=(Case(message, evidence, "targetSdkVersion"),))


@predicate("app.asks_for")
def asks_for(app: App, *, permissions: tuple[str, ...]) -> Verdict:
    """Any of the permissions is asked for."""
    asked = [each for each in app.permissions if each.name in permissions]
    if asked:
        message = Bilingual(zh="申请了相关权限", en="it asks for such a permission")
        return Verdict(holds=True, cases=(Case(message, tuple(e for each in asked for e in _declared(each))),))
    return Verdict(holds=False, cases=(Case(Bilingual(zh="未申请相关权限", en="it asks for no such permission")),))


@predicate("app.permissions_fit_type")
def permissions_fit_type(facts: Facts, knowledge: Knowledge, app_type: AppType) -> Verdict:
    """Every dangerous permission serves the type's necessary information, or the policy explains it."""
    if facts.app is None:
        return Verdict(holds=None)
    names = Names(knowledge, facts.app, facts.code)
    allowed = {names.group(each) for each in app_type.permissions}
    explained = _explained(facts.policy, knowledge)
    cases = [
        _unfit(permission, app_type, names, policy_given=facts.policy is not None)
        for permission in dangerous(facts.app)
        if names.group(permission.name) not in allowed and permission.name not in explained
    ]
    held = Bilingual(
        zh=f"敏感权限均为「{app_type.name.zh}」所需或已在隐私政策中说明",
        en=f"every dangerous permission is needed for {app_type.name.en} or explained in the policy",
    )
    return Verdict(holds=False, cases=tuple(cases)) if cases else Verdict(holds=True, cases=(Case(held),))


def _unfit(permission: Permission, app_type: AppType, names: Names, *, policy_given: bool) -> Case:
    name = names.permission(permission.name)
    low = permission.name in app_type.low_relevance
    zh = f"权限 {name.zh} 不在「{app_type.name.zh}」的必要个人信息范围内"
    en = f"{name.en} is not needed for the necessary information of {app_type.name.en}"
    if low:
        zh, en = f"{zh}，且属于该类服务的低相关权限", f"{en}, and of low relevance for it by TC260-PG-20204A"
    if policy_given:
        zh, en = f"{zh}，隐私政策也未说明用途", f"{en}, and the policy does not explain it"
    return Case(Bilingual(zh=zh, en=en), _declared(permission), permission.name)


def _explained(policy: Policy | None, knowledge: Knowledge) -> frozenset[str]:
    """Permissions that the policy names, or whose data types it declares."""
    if policy is None:
        return frozenset()
    declared = {each.data_type for each in policy.statements if not each.negated and not each.umbrella}
    return frozenset(
        each.name
        for each in knowledge.permissions
        if declared.intersection(each.data_types)
        or any(name.lower().replace(" ", "") in policy.text for name in (*each.names_zh, each.name.rpartition(".")[2]))
    )


@predicate("app.permissions_used")
def permissions_used(app: App, code: Code, knowledge: Knowledge) -> Verdict:
    """Every dangerous permission that known APIs need is used by some code."""
    needed: dict[str, set[str]] = {}
    for api in knowledge.apis:
        for needs in (part.strip() for part in api.permission.replace("+", "/").split("/")):
            needed.setdefault(needs, set()).update(api.data_types)
    names = Names(knowledge, app, code)
    reached = {each.data_type for each in accesses(code, knowledge)}
    cases = []
    for permission in dangerous(app):
        types = needed.get(permission.name)
        if types and not types & reached and not _beside_used(permission, app, needed, reached, names):
            name = names.permission(permission.name)
            message = Bilingual(
                zh=f"声明了权限 {name.zh}，但未发现使用它的代码",
                en=f"{name.en} is declared, and no code was found that uses it",
            )
            cases.append(Case(message, _declared(permission), permission.name, "firm"))
    held = Bilingual(zh="声明的敏感权限均有代码使用", en="every dangerous permission has code that uses it")
    if cases:
        return Verdict(holds=False, cases=tuple(cases), by_absence=True)
    return Verdict(holds=True, cases=(Case(held),))


def _beside_used(
    permission: Permission, app: App, needed: dict[str, set[str]], reached: set[str], names: Names
) -> bool:
    """Another permission of the same group is used: coarse beside fine location, write beside read."""
    group = names.group(permission.name)
    return any(
        other.name != permission.name and names.group(other.name) == group and needed.get(other.name, set()) & reached
        for other in dangerous(app)
    )


@predicate("app.self_start_disclosed")
def self_start_disclosed(facts: Facts) -> Verdict:
    """What lets the app start by itself is disclosed in the policy; without such means there is nothing to disclose."""
    if facts.app is None:
        return Verdict(holds=None)
    waking = [(component, action) for component in facts.app.components for action in _waking(component)]
    if not waking:
        none = Bilingual(
            zh="清单中没有自启动或关联启动的入口", en="the manifest has nothing that starts the app by itself"
        )
        return Verdict(holds=True, cases=(Case(none),))
    evidence = tuple(
        Evidence(where=f"AndroidManifest.xml:{component.kind}", quote=f"{component.name} <- {action}")
        for component, action in waking[:5]
    )
    state = _clause(facts.policy, "self_start")
    if state == "present":
        return Verdict(
            holds=True, cases=(Case(Bilingual(zh="隐私政策已说明自启动", en="the policy speaks of it"), evidence),)
        )
    if facts.policy is None or state == "unknown":
        message = Bilingual(
            zh=f"存在 {len(waking)} 个自启动入口，未提供隐私政策，无法核对是否告知",
            en=f"{len(waking)} entries start the app by itself; without a policy it cannot be told whether users know",
        )
        return Verdict(holds=None, cases=(Case(message, evidence),))
    message = Bilingual(
        zh=f"存在 {len(waking)} 个自启动入口，隐私政策未说明自启动或关联启动",
        en=f"{len(waking)} entries start the app by itself, and the policy does not speak of self-start",
    )
    return Verdict(holds=False, cases=(Case(message, evidence, "self-start"),))


def _waking(component: Component) -> Iterator[str]:
    return (
        action for each in component.filters for action in each.actions if action in SELF_START and component.enabled
    )


def _clause(policy: Policy | None, name: str) -> str:
    return next((each.state for each in policy.clauses if each.id == name), "unknown") if policy else "unknown"


@predicate("app.installs_nothing")
def installs_nothing(app: App, code: Code, knowledge: Knowledge) -> Verdict:
    """The app does not both ask to install packages and hold code that does."""
    asked = next((each for each in app.permissions if each.name == INSTALL), None)
    if asked is None:
        return Verdict(
            holds=True, cases=(Case(Bilingual(zh="未申请安装应用的权限", en="it does not ask to install apps")),)
        )
    found = [each for each in accesses(code, knowledge) if each.data_type == "behavior:install_app" and not each.weak]
    if not found:
        message = Bilingual(
            zh="申请了安装权限，未发现安装代码", en="it asks to install apps; no code was found that does"
        )
        return Verdict(holds=True, cases=(Case(message, _declared(asked)),), by_absence=True)
    names = Names(knowledge, app, code)
    who = names.parties(each.caller for each in found)
    message = Bilingual(
        zh=f"申请了安装应用的权限，且 {who.zh} 含有安装应用的代码：须确认用户知情并主动选择",
        en=f"it asks to install apps, and {who.en} holds code that does: users must know and choose",
    )
    first = found[0]
    place = Evidence(where=f"{first.dex}@{first.offset:#x}", quote=f"{first.caller} -> {first.api}")
    return Verdict(holds=False, cases=(Case(message, (*_declared(asked), place), "install"),))
