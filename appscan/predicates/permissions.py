"""How the code asks for permissions, and what it does when one is refused."""

import re
from collections.abc import Iterable

from appscan.declared import declared_by
from appscan.facts import App, Code, Evidence, Facts, MethodNote, PermissionRequest, Policy, Ui, byte_at
from appscan.knowledge import Knowledge
from appscan.lifecycle import ANSWERED, COMES_TO_FRONT, descriptor, launchers, split, starts
from appscan.scene import Scene, case, joined, no, pretty, quotes, scene, short, unknown, yes
from appscan.verdict import Case, Verdict, broken, predicate

ENDS_APP = ("->finishAffinity", "->finishAndRemoveTask", "->exit", "->killProcess")
RATIONALE_TEXT = re.compile(
    r"权限.{0,30}(?:用于|以便|为了|用来|目的|用途|帮助|才能)|(?:用于|以便|为了|需要|用来).{0,30}权限"
)


def _proof(request: PermissionRequest) -> Evidence:
    return Evidence(where=byte_at(request.dex, request.offset), quote=f"{pretty(request.caller)} -> requestPermissions")


def _names(view: Scene, names: Iterable[str]) -> tuple[str, str]:
    """Permissions in words: (Chinese, English)."""
    kept = [name for name in names if view.opens_personal(name)]
    chinese = [(view.permissions[name].names_zh or (short(name),))[0] for name in kept]
    return "、".join(dict.fromkeys(chinese)), ", ".join(short(name) for name in kept)


@predicate("permissions.not_asked_again")
def not_asked_again(code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - code: needed
    """No request stands where it repeats: coming to the front, or in the answer to a request."""
    view = scene(facts, knowledge)
    cases = []
    for request, owner in view.requests:
        method = split(request.caller)[1]
        if method in COMES_TO_FRONT | ANSWERED:
            zh_names, en_names = _names(view, request.permissions)
            who = view.who(owner)
            zh = f"{who.zh}在 {pretty(request.caller)} 中申请权限（{zh_names}）：用户拒绝后可能反复弹出"
            en = f"{who.en} asks for {en_names} in {pretty(request.caller)}: after a refusal it may ask again and again"
            cases.append(case(zh, en, (_proof(request),), pretty(request.caller), "firm"))
    zh, en = (
        "权限申请不在会反复执行的位置；实际频次需运行确认",
        "no request stands where it repeats by itself; a run shows how often it asks",
    )
    return broken(cases, case(zh, en))


@predicate("permissions.asked_singly")
def asked_singly(app: App, code: Code, facts: Facts, knowledge: Knowledge, *, at_start: bool = False) -> Verdict:
    """One request asks for one group of permissions (`at_start`: only requests that run with the app's start count)."""
    view, roots = scene(facts, knowledge), starts(app, code)
    cases = []
    for request, owner in view.requests:
        place = roots.get(split(request.caller)[0])
        if at_start and not (place and split(request.caller)[1] in place.methods):
            continue
        names = [name for name in request.permissions if view.opens_personal(name)]
        groups = sorted({view.group(name) for name in names} - {""})
        if len(groups) > 1:
            zh_names, en_names = _names(view, names)
            who, where = view.who(owner), pretty(request.caller)
            zh = f"{who.zh}在 {where} 中一次申请 {len(groups)} 组权限：{zh_names}"
            en = f"{who.en} asks for {len(groups)} groups of permissions at once in {where}: {en_names}"
            cases.append(case(zh, en, (_proof(request),), f"groups:{where}", "firm"))
    return broken(cases, case("未见一次申请多组权限的代码", "no code asks for several groups of permissions at once"))


@predicate("permissions.granted_at_run_time")
def granted_at_run_time(app: App, facts: Facts, knowledge: Knowledge) -> Verdict:
    """The app does not get several groups of permissions at installation, by a target below 23."""
    view = scene(facts, knowledge)
    names = [each.name for each in app.permissions if view.opens_personal(each.name)]
    groups = sorted({view.group(name) for name in names} - {""})
    target = app.target_sdk or 1  # what the platform takes where neither target nor minimum is given
    if target >= 23 or len(groups) < 2:
        return yes(f"targetSdkVersion {target}", f"targetSdkVersion {target}")
    zh_names, en_names = _names(view, names)
    zh = f"targetSdkVersion {target} 低于 23：{len(groups)} 组权限在安装时一并授予（{zh_names}）"
    en = f"targetSdkVersion {target}: {len(groups)} permission groups are granted on installation: {en_names}"
    evidence = (Evidence(where="AndroidManifest.xml:uses-sdk", quote=f"targetSdkVersion={target}"),)
    return no(zh, en, evidence, "target_sdk")


@predicate("permissions.refusal_tolerated")
def refusal_tolerated(app: App, code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:
    """The method that gets the answer to a request does not end the app."""
    view = scene(facts, knowledge)
    first = {descriptor(name) for name in launchers(app)}
    notes = [
        each for each in code.notes if each.kind == "deny-exit" and view.counts(view.attributor.owner(each.method))
    ]
    ending = [each for each in notes if _ends(each, first)]
    cases = []
    for method in sorted({each.method for each in ending}):
        calls = [each for each in ending if each.method == method]
        names = ", ".join(dict.fromkeys(pretty(each.detail) for each in calls))
        zh = f"权限申请的回调会退出应用：{pretty(method)} 调用 {names}；须确认拒绝非必要权限后仍可使用"
        en = f"the handler of a permission request ends the app: {pretty(method)} calls {names}"
        cases.append(case(zh, en, _notes(calls), pretty(method), "firm"))
    closing = [each for each in notes if each not in ending]
    zh, en = (
        "未见拒绝权限即退出应用的代码；请逐项拒绝后运行确认",
        "no handler of a permission request ends the app; refuse each one in a run to confirm",
    )
    return broken(cases, case(zh, en, _notes(closing)))


def _ends(note: MethodNote, first: set[str]) -> bool:
    """Whether it ends the app: `finish` closes one screen, and the app only where that is the first screen."""
    if any(name in note.detail for name in ENDS_APP):
        return True
    return split(note.method)[0] in first


def _notes(notes: Iterable[MethodNote]) -> list[Evidence]:
    return [
        Evidence(where=byte_at(each.dex, each.offset), quote=f"{pretty(each.method)} -> {pretty(each.detail)}")
        for each in notes
    ]


@predicate("permissions.explained")
def explained(code: Code, ui: Ui, facts: Facts, knowledge: Knowledge) -> Verdict:
    """Where the app asks for permissions, it has texts or calls that explain why."""
    view = scene(facts, knowledge)
    if not view.requests:
        return yes(
            "代码没有申请可收集个人信息的权限",
            "the code asks for no permission that opens personal information",
            by_absence=True,
        )
    calls = [
        each for each in code.notes if each.kind == "rationale" and view.counts(view.attributor.owner(each.method))
    ]
    texts = [each for each in ui.texts if RATIONALE_TEXT.search(each.text)]
    if calls or texts:
        evidence = [*_notes(calls), *quotes(texts)]
        zh, en = (
            "有说明权限用途的文字或调用；是否与申请同步出现需运行确认",
            "texts or calls explain permissions; a run shows whether they come with the request",
        )
        return yes(zh, en, evidence)
    zh_names, en_names = _names(view, sorted({name for request, _ in view.requests for name in request.permissions}))
    zh = f"申请权限（{zh_names}）的代码附近没有说明用途的文字，也没有调用说明接口"
    en = f"the app asks for {en_names}, and holds neither a text nor a call that explains why"
    return no(zh, en, (_proof(request) for request, _ in view.requests), "rationale", "firm", by_absence=True)


@predicate("permissions.requested_ones_declared")
def requested_ones_declared(code: Code, policy: Policy, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001
    """Every permission that the code asks for is spoken of in the policy: by name, or by what it opens."""
    view, declared = scene(facts, knowledge), declared_by(policy, knowledge)
    cases: list[Case] = []
    for name in sorted({name for request, _ in view.requests for name in request.permissions}):
        if not view.opens_personal(name) or declared.permission(view.permissions[name]):
            continue
        zh_name, en_name = _names(view, (name,))
        asking = [(request, owner) for request, owner in view.requests if name in request.permissions]
        who = joined(view.who(owner) for _, owner in asking)
        zh = f"申请“{zh_name}”权限，政策没有提到它或它所能读取的信息；申请者：{who.zh}"
        en = f"{en_name} is asked for by {who.en}; the policy mentions neither it nor what it opens"
        cases.append(case(zh, en, (_proof(request) for request, _ in asking), short(name), "firm"))
    if cases and (facts.gaps("policy") or not policy.text):
        return unknown("政策没有全部读到", "the policy could not all be read")
    return broken(
        cases, case("申请的权限在政策中均有提及", "the policy speaks of every permission that the code asks for")
    )
