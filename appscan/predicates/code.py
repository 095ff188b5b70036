"""What the bytecode does with personal information: at start, in the background, again and again, and on refusal."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Literal

from appscan.access import Access, accesses
from appscan.entry import entry_methods, starts
from appscan.facts import App, Bilingual, Code, Evidence, MethodNote, PermissionRequest, Ui
from appscan.knowledge import Knowledge
from appscan.naming import Names, evidence, more, short, surest
from appscan.verdict import Case, Verdict, broken, predicate

STARTING = frozenset(("behavior:sdk_init", "behavior:request_permission"))
"""Behaviours that count at start besides reaching for data."""

REPEATING = frozenset(("onResume", "onStart", "onRequestPermissionsResult", "onWindowFocusChanged"))
TIMED = (
    "Ljava/util/TimerTask;",
    "Landroid/app/job/JobService;",
    "Landroidx/work/Worker;",
    "Landroidx/work/ListenableWorker;",
    "Landroidx/work/CoroutineWorker;",
    "Landroid/content/AbstractThreadedSyncAdapter;",
)
BACKGROUND = ("Landroid/app/Service;", "Landroid/app/IntentService;", "Landroid/content/BroadcastReceiver;", *TIMED)
EXEMPT_SERVICES = (
    "Landroid/accessibilityservice/AccessibilityService;",
    "Landroid/inputmethodservice/InputMethodService;",
    "Landroid/service/notification/NotificationListenerService;",
)
BACKGROUND_LOCATION = "android.permission.ACCESS_BACKGROUND_LOCATION"
RATIONALE_WORDS = ("权限", "permission")
MIN_GROUPS = 2


def _sensitive(code: Code, knowledge: Knowledge, also: frozenset[str] = frozenset()) -> list[Access]:
    """Accesses that can make a finding: not weak, to personal information or one of the behaviours named."""
    types = {each.id for each in knowledge.data_types if each.sensitivity != "not_personal"} | also
    return [each for each in accesses(code, knowledge) if each.data_type in types and not each.weak]


def _cases(found: Iterable[Access], names: Names, say: Callable[[str, str, str, str], Bilingual]) -> list[Case]:
    """One case for each data type: `say` gets the type and the parties, in Chinese and English."""
    groups: dict[str, list[Access]] = defaultdict(list)
    for access in found:
        groups[access.data_type].append(access)
    cases = []
    for data_type, group in sorted(groups.items()):
        what, who, rest = names.data_type(data_type), names.parties(each.caller for each in group), more(group)
        message = say(what.zh, what.en, who.zh, who.en)
        message = Bilingual(zh=message.zh + rest.zh, en=message.en + rest.en)
        cases.append(Case(message, evidence(group), data_type, surest(group)))
    return cases


@predicate("code.reads_nothing_at_start")
def reads_nothing_at_start(
    app: App, code: Code, knowledge: Knowledge, *, by: Literal["any", "app", "sdk"] = "any"
) -> Verdict:
    """Entry methods neither reach for data, nor ask for permissions, nor initialise collecting SDKs directly."""
    names = Names(knowledge, app, code)
    entries = entry_methods(app, code)
    found = [
        each
        for each in _sensitive(code, knowledge, STARTING)
        if starts(each.caller, entries) and (by == "any" or _is_by(each, by, names))
    ]

    def say(what_zh: str, what_en: str, who_zh: str, who_en: str) -> Bilingual:
        return Bilingual(
            zh=f"{who_zh} 在启动入口直接涉及「{what_zh}」，此时用户尚无机会同意",
            en=f"{who_en} reaches “{what_en}” directly in an entry method, before users can agree to anything",
        )

    held = Bilingual(
        zh="启动入口没有直接的敏感调用（更深的调用路径未跟踪）",
        en="no direct access in entry methods (deeper paths are not followed)",
    )
    return broken(_cases(found, names, say), Case(held))


def _is_by(access: Access, by: str, names: Names) -> bool:
    if access.data_type == "behavior:sdk_init":
        return by == "sdk"
    return (names.owner(access.caller).kind == "app") == (by == "app")


@predicate("code.no_timed_access")
def no_timed_access(app: App, code: Code, knowledge: Knowledge) -> Verdict:
    """No timer task, job or worker reaches for data directly."""
    return _in_classes(app, code, knowledge, TIMED, Bilingual(zh="定时任务或后台作业", en="a timer, job or worker"))


@predicate("code.no_background_access")
def no_background_access(app: App, code: Code, knowledge: Knowledge) -> Verdict:
    """No service, receiver, job or worker reaches for data directly, and background location is not asked for."""
    verdict = _in_classes(app, code, knowledge, BACKGROUND, Bilingual(zh="后台组件", en="a background component"))
    asked = next((each for each in app.permissions if each.name == BACKGROUND_LOCATION), None)
    if asked is None:
        return verdict
    message = Bilingual(zh="申请了后台定位权限", en="the app asks for background location")
    place = (Evidence(where=f"AndroidManifest.xml:{asked.element}", quote=asked.name),)
    own = Case(message, place, BACKGROUND_LOCATION)
    return Verdict(holds=False, cases=(own, *(() if verdict.holds else verdict.cases)))


def _in_classes(app: App, code: Code, knowledge: Knowledge, bases: tuple[str, ...], where: Bilingual) -> Verdict:
    names = Names(knowledge, app, code)

    def inside(access: Access) -> bool:
        chain = code.superclasses.get(access.caller.partition("->")[0], ())
        return any(base in chain for base in bases) and not any(each in chain for each in EXEMPT_SERVICES)

    def say(what_zh: str, what_en: str, who_zh: str, who_en: str) -> Bilingual:
        return Bilingual(
            zh=f"{who_zh} 在{where.zh}中获取「{what_zh}」", en=f"{who_en} reaches for “{what_en}” in {where.en}"
        )

    held = Case(Bilingual(zh=f"{where.zh}中没有直接的敏感调用", en=f"no direct access in {where.en}"))
    return broken(_cases(filter(inside, _sensitive(code, knowledge)), names, say), held)


# -- permission requests ---------------------------------------------------------------------------------------------


def _own_requests(app: App, code: Code, knowledge: Knowledge) -> list[PermissionRequest]:
    """Requests that belong to the app: library helpers that only pass a request on are left out."""
    names = Names(knowledge, app, code)
    return [each for each in code.permission_requests if names.owner(each.caller).kind == "app" or each.permissions]


def _place(request: PermissionRequest) -> Evidence:
    asked = ", ".join(each.removeprefix("android.permission.") for each in request.permissions)
    return Evidence(where=f"{request.dex}@{request.offset:#x}", quote=f"{request.caller} [{asked or '?'}]")


@predicate("code.explains_requests")
def explains_requests(app: App, code: Code, ui: Ui, knowledge: Knowledge) -> Verdict:
    """Where permissions are asked for, the app looks whether to explain, or has a text that explains permissions."""
    names = Names(knowledge, app, code)
    requests = [each for each in _own_requests(app, code, knowledge) if names.owner(each.caller).kind == "app"]
    if not requests:
        message = Bilingual(zh="未发现应用自身申请权限的代码", en="no code of the app's own asks for permissions")
        return Verdict(holds=True, cases=(Case(message),), by_absence=True)
    rationales = [each for each in code.notes if each.kind == "rationale" and names.owner(each.method).kind == "app"]
    texts = [each for each in ui.texts if any(word in each.text.lower() for word in RATIONALE_WORDS)]
    if rationales or texts:
        message = Bilingual(zh="有权限说明的代码或文字", en="there is code or a text that explains permissions")
        shown = [_note_place(each) for each in rationales[:3]]
        shown += [Evidence(where=each.where, quote=each.text) for each in texts[:3]]
        return Verdict(holds=True, cases=(Case(message, tuple(shown)),))
    message = Bilingual(
        zh="申请权限的代码旁没有说明用途的代码（shouldShowRequestPermissionRationale）或文字",
        en="requests come with no rationale (shouldShowRequestPermissionRationale) and no text that explains them",
    )
    case = Case(message, tuple(map(_place, requests[:5])), "permission-rationale", "firm")
    return Verdict(holds=False, cases=(case,), by_absence=True)


def _note_place(note: MethodNote) -> Evidence:
    return Evidence(where=f"{note.dex}@{note.offset:#x}", quote=f"{note.method} -> {note.detail}")


@predicate("code.does_not_repeat_requests")
def does_not_repeat_requests(app: App, code: Code, knowledge: Knowledge) -> Verdict:
    """No request stands in a method that runs each time a screen comes back, or right after a refusal."""
    found = [each for each in _own_requests(app, code, knowledge) if _method(each.caller) in REPEATING]
    cases = [
        Case(
            Bilingual(
                zh=f"{short(each.caller)} 中申请权限：每次返回界面或拒绝后会再次弹窗",
                en=f"{short(each.caller)} asks for permissions: each return to the screen, or a refusal, asks again",
            ),
            (_place(each),),
            each.caller,
        )
        for each in found
    ]
    held = Bilingual(zh="未发现在界面恢复时重复申请权限", en="no request stands where a screen comes back")
    return broken(cases, Case(held))


def _method(caller: str) -> str:
    return caller.partition("->")[2].partition("(")[0]


@predicate("code.denial_does_not_exit")
def denial_does_not_exit(app: App, code: Code, knowledge: Knowledge) -> Verdict:
    """The handler of a refused permission does not end the screen or the app."""
    names = Names(knowledge, app, code)
    notes: dict[str, list[MethodNote]] = defaultdict(list)
    for note in code.notes:
        if note.kind == "deny-exit" and names.owner(note.method).kind != "sdk":
            notes[note.method].append(note)
    cases = [
        Case(
            Bilingual(
                zh=f"{short(method)} 含有退出代码：须确认拒绝权限后应用是否退出或关闭",
                en=f"{short(method)} holds code that exits: check whether a refusal closes the app",
            ),
            tuple(map(_note_place, group)),
            method,
        )
        for method, group in notes.items()
    ]
    held = Bilingual(zh="权限回调中没有退出代码", en="no permission handler exits")
    return broken(cases, Case(held))


@predicate("code.requests_one_group")
def requests_one_group(app: App, code: Code, knowledge: Knowledge) -> Verdict:
    """No method asks for several permission groups at once, and none are granted in one go on installation."""
    names = Names(knowledge, app, code)
    dangerous = {each.name for each in app.permissions if each.level == "dangerous"}
    cases = []
    for request in _own_requests(app, code, knowledge):
        groups = sorted({names.group(each) for each in request.permissions if each in dangerous})
        if len(groups) >= MIN_GROUPS:
            message = Bilingual(
                zh=f"{short(request.caller)} 一次申请 {len(groups)} 组权限（{'、'.join(groups)}）",
                en=f"{short(request.caller)} asks for {len(groups)} permission groups at once ({', '.join(groups)})",
            )
            cases.append(Case(message, (_place(request),), request.caller, "firm"))
    groups = sorted({names.group(each) for each in dangerous})
    if (app.target_sdk or 1) < 23 and len(groups) >= MIN_GROUPS:
        message = Bilingual(
            zh=f"目标版本低于 23，安装时一次授予 {len(groups)} 组敏感权限",
            en=f"below target 23, {len(groups)} groups of permissions are granted at once on installation",
        )
        place = Evidence(where="AndroidManifest.xml:uses-sdk", quote=f"targetSdkVersion={app.target_sdk}")
        cases.append(Case(message, (place,), "targetSdkVersion"))
    held = Bilingual(zh="未发现一次申请多组权限", en="no method asks for several groups at once")
    return broken(cases, Case(held))
