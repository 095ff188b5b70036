"""App × code → which methods the platform runs by itself at an app's start, which classes work in the background."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from appscan.facts import App, Bilingual, Code, Component, IntentFilter, PathContext
from appscan.knowledge import SystemStart

NEW = ("<clinit>", "<init>")
START_OF_APPLICATION = frozenset((*NEW, "attachBaseContext", "onCreate"))
START_OF_PROVIDER = frozenset((*NEW, "attachInfo", "onCreate"))
START_OF_ACTIVITY = frozenset(
    (*NEW, "attachBaseContext", "onCreate", "onPostCreate", "onStart", "onResume", "onPostResume", "onAttachedToWindow")
) | {"onCreateView", "onWindowFocusChanged"}
START_OF_FACTORY = frozenset(
    (*NEW, "instantiateClassLoader", "instantiateApplication", "instantiateProvider", "instantiateActivity")
) | {"instantiateReceiver", "instantiateService"}
START_OF_INITIALIZER = frozenset((*NEW, "create", "dependencies"))
START_OF_RECEIVER = frozenset((*NEW, "onReceive", "onUpdate", "onEnabled"))
START_OF_SERVICE = frozenset(
    (*NEW, "attachBaseContext", "onCreate", "onStart", "onStartCommand", "onBind", "onHandleIntent", "onHandleWork")
) | {"onStartJob", "onServiceConnected", "onAccessibilityEvent", "onNotificationPosted", "onListenerConnected"}
_CONTEXT, _INTENT, _BUNDLE = "Landroid/content/Context;", "Landroid/content/Intent;", "Landroid/os/Bundle;"
PARAMETERS: dict[str, frozenset[str]] = {
    "attachBaseContext": frozenset((_CONTEXT,)),
    "attachInfo": frozenset((f"{_CONTEXT}Landroid/content/pm/ProviderInfo;",)),
    "onCreate": frozenset(("", _BUNDLE, f"{_BUNDLE}Landroid/os/PersistableBundle;")),
    "onPostCreate": frozenset((_BUNDLE, f"{_BUNDLE}Landroid/os/PersistableBundle;")),
    "onStart": frozenset(("", f"{_INTENT}I")),
    "onResume": frozenset(("",)),
    "onPostResume": frozenset(("",)),
    "onRestart": frozenset(("",)),
    "onAttachedToWindow": frozenset(("",)),
    "onWindowFocusChanged": frozenset(("Z",)),
    "onReceive": frozenset((_CONTEXT + _INTENT,)),
    "onStartCommand": frozenset((f"{_INTENT}II",)),
    "onBind": frozenset((_INTENT,)),
    "onHandleIntent": frozenset((_INTENT,)),
    "onHandleWork": frozenset((_INTENT,)),
    "onServiceConnected": frozenset(("",)),
    "onListenerConnected": frozenset(("",)),
    "create": frozenset((_CONTEXT,)),
    "dependencies": frozenset(("",)),
}
"""Parameters that the platform's own method of a name has, where overloads could be taken for it."""

OF_KIND = {
    "activity": START_OF_ACTIVITY,
    "service": START_OF_SERVICE,
    "receiver": START_OF_RECEIVER,
    "provider": START_OF_PROVIDER,
}
"""Methods that run when a component is started, by its kind."""

BY_HAND = frozenset(
    "onOptionsItemSelected onContextItemSelected onMenuItemClick onMenuItemSelected onBackPressed onKeyDown onKeyUp "
    "onTouchEvent dispatchTouchEvent onActivityResult onRequestPermissionsResult onNewIntent onListItemClick "
    "onUserInteraction onUserLeaveHint onPreferenceClick onPreferenceTreeClick onOptionsMenuClosed performClick "
    "onNavigationItemSelected onQueryTextSubmit onSupportNavigateUp".split()
)
"""Methods of screens that the platform calls after something that the user does."""

COMES_TO_FRONT = frozenset(("onResume", "onStart", "onRestart", "onWindowFocusChanged", "onPostResume"))
ANSWERED = frozenset(("onRequestPermissionsResult",))


class Start(NamedTuple):
    """A class that the platform runs at the start: what it is, and which of its methods run."""

    role: Bilingual
    methods: frozenset[str]


ROLES = {
    "factory": Bilingual(zh="组件工厂（AppComponentFactory）", en="the app component factory"),
    "application": Bilingual(zh="应用启动类（Application）", en="the Application class"),
    "provider": Bilingual(zh="内容提供者（随应用启动）", en="a content provider, which starts with the app"),
    "initializer": Bilingual(zh="androidx.startup 初始化器", en="an androidx.startup initializer"),
    "launcher": Bilingual(zh="启动页面", en="the launcher activity"),
    "receiver": Bilingual(zh="由系统广播唤起的接收器", en="a receiver that a system broadcast starts"),
    "service": Bilingual(zh="由系统唤起的服务", en="a service that the system starts"),
}
"""What runs before anyone can agree, in the system's order, by the kind of root."""

ROOTS = tuple(ROLES)

APPLICATION = Start(ROLES["application"], START_OF_APPLICATION)
PROVIDER = Start(ROLES["provider"], START_OF_PROVIDER)
LAUNCHER = Start(ROLES["launcher"], START_OF_ACTIVITY)


class Root(NamedTuple):
    """A class of which the platform runs some methods, and by which kind of root."""

    kind: str
    name: str
    methods: frozenset[str]


STARTUP = "androidx.startup"
LAUNCHERS = frozenset(("android.intent.category.LAUNCHER", "android.intent.category.LEANBACK_LAUNCHER"))


def descriptor(name: str) -> str:
    """`com.x.Y` as `Lcom/x/Y;`."""
    return f"L{name.replace('.', '/')};"


def split(method: str) -> tuple[str, str]:
    """(class descriptor, bare name) of `Lcom/x/Y;->m(I)V`."""
    owner, _, rest = method.partition("->")
    return owner, rest.partition("(")[0]


def launchers(app: App) -> tuple[str, ...]:
    """The activities that the home screen starts, aliases resolved."""
    return tuple(dict.fromkeys(each.target or each.name for each in app.components if _is_launcher(each)))


def _is_launcher(component: Component) -> bool:
    return (
        component.kind in ("activity", "activity-alias")
        and component.enabled
        and any(
            "android.intent.action.MAIN" in each.actions and LAUNCHERS & frozenset(each.categories)
            for each in component.filters
        )
    )


def starts(app: App, code: Code) -> dict[str, Start]:
    """Class descriptor → what runs of it at the start: the application, providers, launcher, and what they extend."""
    found: dict[str, Start] = {}
    for name, start in _roots(app):
        own = descriptor(name)
        for each in (own, *code.superclasses.get(own, ())):
            found.setdefault(each, start)
    return found


def _roots(app: App) -> Iterator[tuple[str, Start]]:
    if app.application:
        yield app.application, APPLICATION
    for name in launchers(app):
        yield name, LAUNCHER
    for each in app.components:
        if each.kind == "provider" and each.enabled:
            yield each.name, PROVIDER


def start_roots(app: App, system: Iterable[SystemStart]) -> Iterator[Root]:
    """What the platform runs unasked, in its order."""
    if app.component_factory:
        yield Root("factory", app.component_factory, START_OF_FACTORY)
    if app.application:
        yield Root("application", app.application, START_OF_APPLICATION)
    for each in app.components:
        if each.kind == "provider" and each.enabled:
            yield Root("provider", each.name, START_OF_PROVIDER)
            names = (data.name for data in each.meta_data if data.value == STARTUP)
            yield from (Root("initializer", name, START_OF_INITIALIZER) for name in names)
    for name in launchers(app):
        yield Root("launcher", name, START_OF_ACTIVITY)
    listed: dict[tuple[str, str], SystemStart] = {(each.component, each.action): each for each in system}
    for each in app.components:
        pairs = ((listed.get((each.kind, action)), part) for part in each.filters for action in part.actions)
        if each.enabled and any(start and _delivered(start, part, each, app) for start, part in pairs):
            yield Root(each.kind, each.name, OF_KIND[each.kind])


def _delivered(start: SystemStart, part: IntentFilter, component: Component, app: App) -> bool:
    """Whether the system sends an action to this component, on some device."""
    allowed = not start.permission or any(each.name == start.permission for each in app.permissions)
    guarded = not start.guard or component.permission == start.guard
    fits = not start.scheme or any(f"scheme={start.scheme}" in each for each in part.data)
    levels = (app.target_sdk or 1, app.min_sdk or 1)
    return allowed and guarded and fits and (not start.below or min(levels) < start.below)


PLACES: dict[PathContext, Bilingual] = {
    "service": Bilingual(zh="服务", en="a service"),
    "receiver": Bilingual(zh="广播接收器", en="a broadcast receiver"),
    "job": Bilingual(zh="后台任务", en="a scheduled or background job"),
    "timer": Bilingual(zh="定时器", en="a timer"),
    "resume": Bilingual(zh="每次回到前台的界面", en="a screen that comes to the front"),
}
"""Where code runs without a screen, or again and again."""
