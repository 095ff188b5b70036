"""App × code → which methods the platform runs by itself at an app's start, which classes work in the background."""

from collections.abc import Iterator
from typing import NamedTuple

from appscan.facts import App, Bilingual, Code, Component

START_OF_APPLICATION = frozenset(("<clinit>", "<init>", "attachBaseContext", "onCreate"))
START_OF_PROVIDER = frozenset(("<clinit>", "<init>", "attachInfo", "onCreate"))
START_OF_ACTIVITY = frozenset(
    ("<clinit>", "<init>", "attachBaseContext", "onCreate", "onPostCreate", "onStart", "onResume")
)
COMES_TO_FRONT = frozenset(("onResume", "onStart", "onRestart", "onWindowFocusChanged", "onPostResume"))
ANSWERED = frozenset(("onRequestPermissionsResult",))

BACKGROUND = {
    "Landroid/app/Service;": Bilingual(zh="服务", en="a service"),
    "Landroid/app/IntentService;": Bilingual(zh="服务", en="a service"),
    "Landroid/accessibilityservice/AccessibilityService;": Bilingual(zh="无障碍服务", en="an accessibility service"),
    "Landroid/service/notification/NotificationListenerService;": Bilingual(
        zh="通知使用权服务", en="a notification listener"
    ),
    "Landroid/content/BroadcastReceiver;": Bilingual(zh="广播接收器", en="a broadcast receiver"),
    "Landroid/appwidget/AppWidgetProvider;": Bilingual(zh="桌面小部件", en="a home-screen widget"),
    "Landroid/app/job/JobService;": Bilingual(zh="定时任务", en="a scheduled job"),
    "Landroidx/core/app/JobIntentService;": Bilingual(zh="定时任务", en="a scheduled job"),
    "Landroidx/work/ListenableWorker;": Bilingual(zh="后台任务", en="a background worker"),
    "Landroidx/work/Worker;": Bilingual(zh="后台任务", en="a background worker"),
    "Landroidx/work/CoroutineWorker;": Bilingual(zh="后台任务", en="a background worker"),
    "Ljava/util/TimerTask;": Bilingual(zh="定时器", en="a timer"),
}
"""Classes whose subclasses run without a screen."""

TIMED = frozenset(
    (
        "Ljava/util/TimerTask;",
        "Landroid/app/job/JobService;",
        "Landroidx/core/app/JobIntentService;",
        "Landroidx/work/ListenableWorker;",
        "Landroidx/work/Worker;",
        "Landroidx/work/CoroutineWorker;",
    )
)
"""Those of them that run again and again, or at a set time."""


class Start(NamedTuple):
    """A class that the platform runs at the start: what it is, and which of its methods run."""

    role: Bilingual
    methods: frozenset[str]


APPLICATION = Start(Bilingual(zh="应用启动类（Application）", en="the Application class"), START_OF_APPLICATION)
PROVIDER = Start(
    Bilingual(zh="内容提供者（随应用启动）", en="a content provider, which starts with the app"), START_OF_PROVIDER
)
LAUNCHER = Start(Bilingual(zh="启动页面", en="the launcher activity"), START_OF_ACTIVITY)


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
    return component.kind in ("activity", "activity-alias") and any(
        "android.intent.action.MAIN" in each.actions and "android.intent.category.LAUNCHER" in each.categories
        for each in component.filters
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


def start_roots(app: App) -> Iterator[tuple[str, frozenset[str]]]:
    """(class name, names of its methods that run) at the start, in the system's order."""
    return ((name, start.methods) for name, start in _roots(app))


def background(owner: str, code: Code) -> Bilingual | None:
    """What kind of background class a class is, by what it extends; None where it is none."""
    return next((BACKGROUND[each] for each in code.superclasses.get(owner, ()) if each in BACKGROUND), None)


def timed(owner: str, code: Code) -> bool:
    """Whether a class is run by a timer or a scheduler."""
    return any(each in TIMED for each in code.superclasses.get(owner, ()))
