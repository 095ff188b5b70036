"""The manifest: whether the app handles personal information at all, and whether its permissions fit it."""

from appscan.checklist import AppType
from appscan.declared import declared_by
from appscan.facts import App, Code, Evidence, Facts, Permission
from appscan.knowledge import Knowledge, KnownPermission
from appscan.permission_use import permission_uses
from appscan.scene import Scene, case, no, scene, short, unknown, yes
from appscan.verdict import Case, Verdict, broken, predicate

INTERNET = "android.permission.INTERNET"


@predicate("app.handles_personal_information")
def handles_personal_information(facts: Facts, knowledge: Knowledge) -> Verdict:
    """The app handles personal information: by permission, code, SDK, or by its own account of itself."""
    view = scene(facts, knowledge)
    asked = [each.name for each in facts.app.permissions] if facts.app else []
    permissions = [name for name in asked if view.opens_personal(name)]
    sdks = [
        each.id
        for each in facts.sdks or ()
        if not each.stub and view.sdks.get(each.id) and view.sdks[each.id].handles_personal_information == "yes"
    ]
    texts = facts.ui is not None and bool(facts.ui.policy_urls or facts.ui.policy_files)
    if permissions or sdks or view.reaches or texts or facts.policy is not None:
        asking = (Evidence(where="AndroidManifest.xml:uses-permission", quote=name) for name in permissions)
        embedded = (each.evidence[0] for each in facts.sdks or () if each.id in sdks and each.evidence)
        evidence = [*asking, *embedded, *(each.evidence() for each in view.reaches)]
        handled = yes("应用处理个人信息", "the app handles personal information", evidence[:5])
        proven = sdks or view.reaches or facts.policy is not None
        # A permission in the manifest, or a link, does not prove that anything is done with it.
        return handled if proven else _guessed(handled)
    if facts.app is None or facts.code is None:
        return unknown("安装包没有全部读到", "the package could not all be read")
    if INTERNET in asked:
        zh = "应用可以联网，但未见读取个人信息的权限、代码或 SDK；是否让用户填写个人信息，无法从安装包判断"
        en = (
            "the app can reach the network; no permission, code or SDK that reads personal information was found, "
            "but whether its screens ask for some cannot be told"
        )
        return unknown(zh, en)
    zh, en = (
        "未见处理个人信息的权限、代码或 SDK，也不联网",
        "no permission, code or SDK handles personal information, and the app has no network access",
    )
    return no(zh, en, by_absence=True)


@predicate("app.asks_personal")
def asks_personal(app: App, facts: Facts, knowledge: Knowledge) -> Verdict:
    """The manifest asks for a permission that opens personal information."""
    asked = _personal(app, scene(facts, knowledge))
    if not asked:
        return no("没有申请可收集个人信息的权限", "the app asks for no permission that opens personal information")
    names = [known for _, known in asked]
    evidence = [piece for each, _ in asked for piece in _proof(each)]
    zh = f"申请了可收集个人信息的权限：{'、'.join(map(_called, names))}"
    return yes(zh, f"the app asks for {', '.join(short(each.name) for each in names)}", evidence)


def _guessed(verdict: Verdict) -> Verdict:
    return verdict._replace(cases=tuple(each._replace(confidence="tentative") for each in verdict.cases))


@predicate("app.declares")
def declares(app: App, *, permission: str) -> Verdict:
    """The manifest asks for a permission."""
    held = any(each.name == permission for each in app.permissions)
    evidence = (Evidence(where="AndroidManifest.xml:uses-permission", quote=permission),) if held else ()
    return Verdict(
        held,
        (case(f"权限 {permission}：{'有' if held else '无'}", f"{permission}: {'yes' if held else 'no'}", evidence),),
    )


@predicate("app.target_sdk")
def target_sdk(app: App, *, at_least: int) -> Verdict:
    """The target is new enough for permissions to be granted, and kept, one by one."""
    target = app.target_sdk or 1  # what the platform takes where neither target nor minimum is given
    text = f"targetSdkVersion={target}" if app.target_sdk else "targetSdkVersion is not given: 1"
    text_zh = text if app.target_sdk else "未设置 targetSdkVersion（按 1 处理）"
    evidence = (Evidence(where="AndroidManifest.xml:uses-sdk", quote=text),)
    if target >= at_least:
        return yes(f"{text_zh}，权限由用户逐项授予", f"{text}: the user grants permissions one by one", evidence)
    zh = f"{text_zh} 低于 {at_least}：权限在安装时一并授予，更新时不保留用户的选择"
    en = f"{text}, below {at_least}: permissions are granted at installation and the user's choices are not kept"
    return no(zh, en, evidence, "target_sdk")


def _personal(app: App, view: Scene) -> list[tuple[Permission, KnownPermission]]:
    return [(each, view.permissions[each.name]) for each in app.permissions if view.opens_personal(each.name)]


def _proof(permission: Permission) -> tuple[Evidence, ...]:
    return (Evidence(where=f"AndroidManifest.xml:{permission.element}", quote=permission.name),)


def _called(known: KnownPermission) -> str:
    return known.names_zh[0] if known.names_zh else short(known.name)


@predicate("app.permissions_used")
def permissions_used(app: App, code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - needed
    """Every permission that opens personal information and has known APIs is used by some code."""
    view = scene(facts, knowledge)
    found = [each for each in permission_uses(view) if view.opens_personal(each.name)]
    cases: list[Case] = []
    for each in found:
        if each.state == "unused" and each.known:
            name = short(each.name)
            zh = f"声明了“{_called(each.known)}”权限（{name}），代码中没有使用它的调用；若确无用途请删除"
            en = f"the manifest asks for {name}, and no code was found that uses it; remove it if nothing does"
            cases.append(case(zh, en, each.evidence(), name, "firm"))
    if cases:
        return Verdict(holds=False, cases=tuple(cases), by_absence=True)
    zh, en = "声明的敏感权限都有代码使用", "code uses every permission that opens personal information"
    return yes(zh, en, by_absence=any(each.hidden for each in found))


@predicate("app.permissions_fit_type")
def permissions_fit_type(app: App, app_type: AppType, facts: Facts, knowledge: Knowledge) -> Verdict:
    """No permission that the guide TC260-PG-20204A advises against for this type, unless the policy explains it.

    Says which of them no code uses. The guide does not list every type.
    """
    low = set(app_type.low_relevance)
    if not low:
        zh = f"TC260-PG-20204A 没有列出{app_type.name.zh}"
        return yes(zh, f"TC260-PG-20204A does not list the type {app_type.name.en}")
    view = scene(facts, knowledge)
    declared = declared_by(facts.policy, knowledge) if facts.policy else None
    found = [
        (permission, known)
        for permission, known in _personal(app, view)
        if known.name in low and not (declared and declared.permission(known))
    ]
    unused = {each.name for each in permission_uses(view) if each.state == "unused"} if found else set()
    cases = [_low(permission, known, app_type, unused=known.name in unused) for permission, known in found]
    return broken(cases, case("未见与该类型关联度低的权限", "no permission of low relevance for this type"))


def _low(permission: Permission, known: KnownPermission, app_type: AppType, *, unused: bool) -> Case:
    """A permission of low relevance; where no code uses it either, that is said."""
    zh = f"“{_called(known)}”权限（{short(known.name)}）与{app_type.name.zh}服务关联度低"
    en = f"{short(known.name)} has little to do with apps of the type {app_type.name.en}"
    zh, en = (f"{zh}，代码也没有使用它", f"{en}, and no code uses it") if unused else (zh, en)
    return case(zh, en, _proof(permission), f"{short(known.name)}:low", "firm")


@predicate("app.permissions_necessary")
def permissions_necessary(app: App, app_type: AppType, facts: Facts, knowledge: Knowledge) -> Verdict:
    """Permissions beyond what this type of app needs are explained in the policy."""
    view = scene(facts, knowledge)
    needed = set(app_type.permissions)
    beyond = [(each, known) for each, known in _personal(app, view) if known.name not in needed]
    if not beyond:
        return yes("敏感权限没有超出该类型的必要范围", "no permission goes beyond what this type needs")
    names_zh, names_en = (
        "、".join(_called(known) for _, known in beyond),
        ", ".join(short(known.name) for _, known in beyond),
    )
    evidence = [piece for each, _ in beyond for piece in _proof(each)]
    declared = declared_by(facts.policy, knowledge) if facts.policy else None
    cases = [
        _beyond(each, known, app_type, policy_given=declared is not None)
        for each, known in beyond
        if declared is None or not declared.permission(known)
    ]
    zh, en = (
        f"超出必要范围但政策已说明：{names_zh}；须可拒绝",
        f"beyond what is needed, but explained: {names_en}; the user must be able to refuse",
    )
    return Verdict(holds=False, cases=tuple(cases)) if cases else yes(zh, en, evidence)


def _beyond(permission: Permission, known: KnownPermission, app_type: AppType, *, policy_given: bool) -> Case:
    """A permission beyond the type's need; where no policy was given that might explain it, tentatively so."""
    zh = f"“{_called(known)}”权限（{short(known.name)}）不属于{app_type.name.zh}的必要范围"
    en = f"{short(known.name)} is beyond what the type {app_type.name.en} needs"
    zh += "，政策也没有说明" if policy_given else "；未提供政策，须确认已说明用途且可拒绝"
    en += (
        ", and the policy does not explain it"
        if policy_given
        else "; no policy was given: check that its use is explained and can be refused"
    )
    return case(zh, en, _proof(permission), short(known.name), "certain" if policy_given else "tentative")
