"""Methods that run before a user can agree to anything, in the classes that the system starts by itself."""

from collections.abc import Iterator

from appscan.facts import App, Code, Component

MAIN = "android.intent.action.MAIN"
LAUNCHER = "android.intent.category.LAUNCHER"
APPLICATION = frozenset(("<clinit>", "<init>", "attachBaseContext", "onCreate"))
PROVIDER = frozenset(("<clinit>", "<init>", "attachInfo", "onCreate"))
ACTIVITY = frozenset(("<clinit>", "<init>", "onCreate", "onStart", "onResume"))


def entry_methods(app: App, code: Code) -> dict[str, frozenset[str]]:
    """Class descriptor → method names: application, providers and launcher activities with their own superclasses."""
    found: dict[str, frozenset[str]] = {}
    if app.application:
        found |= dict.fromkeys(_with_parents(app.application, code), APPLICATION)
    for component in app.components:
        if component.kind == "provider" and component.enabled:
            found |= dict.fromkeys(_with_parents(component.name, code), PROVIDER)
        elif is_launcher(component):
            found |= dict.fromkeys(_with_parents(component.target or component.name, code), ACTIVITY)
    return found


def starts(caller: str, entries: dict[str, frozenset[str]]) -> bool:
    """Whether a method (`Lcom/x/Y;->m()V`) is one of the entry methods."""
    owner, _, method = caller.partition("->")
    return method.partition("(")[0] in entries.get(owner, ())


def is_launcher(component: Component) -> bool:
    """Whether an activity or alias is what the launcher starts."""
    return component.enabled and any(MAIN in each.actions and LAUNCHER in each.categories for each in component.filters)


def _with_parents(name: str, code: Code) -> Iterator[str]:
    descriptor = f"L{name.replace('.', '/')};"
    yield descriptor
    yield from code.superclasses.get(descriptor, ())
