"""Where a path begins × whose code it runs through → what a developer changes, in words."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from appscan.facts import Bilingual, Code, Limit
from appscan.lifecycle import APPLICATION, LAUNCHER, PLACES, Start, descriptor, starts
from appscan.runs import UNSEEN
from appscan.scene import Scene, pretty
from appscan.sdks import dotted
from appscan.stack import words
from appscan.stack.model import BeginKind, BeginRow, CallRow, FrameRow, SwitchRow

STARTUP = "androidx.startup.InitializationProvider"
BEFORE, AFTER = "behavior:consent_gate", "behavior:sdk_init"
MAX_CALLERS = 5


class Step(NamedTuple):
    """A method on the way, dotted, with its owner."""

    method: str
    owner: str
    sdk: str


def way(frames: Sequence[FrameRow], calls: Sequence[CallRow]) -> list[Step]:
    """The methods of the APK that lead there, innermost first: the stack's own, or the static path's if it has more."""
    own = [Step(f"{each.class_name}.{each.method}", each.owner, each.sdk) for each in frames if each.status == "apk"]
    path = next((each.path for each in calls if each.path), ())
    static = [Step(each.method, each.owner, each.sdk) for each in path]
    return static if len({each.owner for each in static}) > len({each.owner for each in own}) else own


def begins(frames: Sequence[FrameRow], calls: Sequence[CallRow], view: Scene, lang: str) -> BeginRow:
    """Where it begins: the outermost frame that the platform runs at the start, else the static path's last one."""
    app, code = view.facts.app, view.facts.code or Code()
    roots = starts(app, code) if app else {}
    unseen = {pretty(each.frames[-1]): PLACES[each.context] for each in code.paths if each.context in UNSEEN}
    inside = [f"{each.class_name}.{each.method}" for each in frames if each.status == "apk"]
    lasts = [each.path[-1].method for each in calls if each.path]
    for method in reversed(inside):
        start = _start(method, roots)
        role = None if start else unseen.get(method)
        if start or role:
            return _begin(method, start, role, lang)
    found = ((method, start) for method in lasts if (start := _start(method, roots)))
    return next((_begin(method, start, None, lang) for method, start in found), BeginRow(kind="unknown"))


def _start(method: str, roots: dict[str, Start]) -> Start | None:
    start = roots.get(descriptor(_owner(method)))
    return start if start and method.rpartition(".")[2] in start.methods else None


def _begin(method: str, start: Start | None, role: Bilingual | None, lang: str) -> BeginRow:
    kind: BeginKind = "application" if start is APPLICATION else "launcher" if start is LAUNCHER else "provider"
    said = start.role if start else role
    return BeginRow(kind=kind if start else "background", method=method, role=said.get(lang) if said else "")


def _owner(method: str) -> str:
    return method.rpartition(".")[0]


def switches(sdks: Sequence[str], view: Scene) -> tuple[SwitchRow, ...]:
    """The consent switches and starting methods that the APK has of some SDKs and of what they consist of."""
    parts = {each.id: each.part_of for each in view.knowledge.sdks}
    family = {*sdks, *(whole for sdk in sdks for whole in parts.get(sdk, ()))}
    family |= {part for part, wholes in parts.items() if family & set(wholes)}
    code = view.facts.code or Code()
    found: dict[str, SwitchRow] = {}
    for row in view.knowledge.apis:
        if BEFORE not in row.data_types and AFTER not in row.data_types:
            continue
        name, api = dotted(row.target), f"{row.target}->{row.member}"
        package, _, simple = name.rpartition(".")
        owner = view.attributor.matcher.match(name)
        if owner and owner[0] in family and simple in code.classes.get(package, ()):
            calling = sorted({each.caller for each in code.calls if each.api == api})
            own = [pretty(each) for each in calling if view.attributor.owner(each).sdk != owner[0]]
            before = BEFORE in row.data_types
            callers = tuple(own[:MAX_CALLERS])
            found[api] = SwitchRow(api=pretty(api), before=before, sdk=owner[0], callers=callers)
    return tuple(sorted(found.values(), key=lambda each: (each.sdk, not each.before, each.api)))


def advice(begin: BeginRow, steps: Sequence[Step], known: Sequence[SwitchRow], view: Scene, lang: str) -> Iterator[str]:
    """What to change: first where it begins, then the SDK's own switches."""
    owners = [view.attributor.owner(_owner(each.method)) for each in steps]
    sdks = list(dict.fromkeys(each.sdk for each in owners if each.sdk and view.counts(each)))
    yield _fix(begin, steps, sdks, view).get(lang)
    if known:
        names = " / ".join(dict.fromkeys(view.sdks[each.sdk].name.get(lang) for each in known))
        parts = [_uses([each for each in known if each.before], words.ALLOWED, lang)]
        parts.append(_uses([each for each in known if not each.before], words.STARTS, lang))
        end, stop = ("；", "。") if lang == "zh" else ("; ", ".")
        yield words.SWITCHES.get(lang).format(sdk=names) + end.join(filter(None, parts)) + stop
        return
    for sdk in sdks[:1]:
        name, url = view.sdks[sdk].name.get(lang), view.sdks[sdk].policy_url
        yield words.NO_SWITCH.get(lang).format(sdk=name, link=words.LINK.get(lang).format(url=url) if url else "")


def _uses(known: Sequence[SwitchRow], text: Bilingual, lang: str) -> str:
    parts = []
    for each in known:
        called = words.CALLED.get(lang).format(callers=", ".join(each.callers))
        parts.append(".".join(each.api.split(".")[-2:]) + (called if each.callers else words.NOT_CALLED.get(lang)))
    return text.get(lang).format(apis=("、" if lang == "zh" else ", ").join(parts)) if parts else ""


def _fix(begin: BeginRow, steps: Sequence[Step], sdks: Sequence[str], view: Scene) -> Bilingual:
    if begin.kind == "provider":
        component = _owner(begin.method)
        text = words.STARTUP_FIX if component == STARTUP else words.PROVIDER_FIX if sdks else words.OWN_PROVIDER_FIX
        sdk = view.sdks[sdks[-1]].name if sdks else words.THIS
        return _filled(text, component=_same(component), sdk=sdk)
    method = _same(begin.method)
    if begin.kind == "background":
        return _filled(words.BACKGROUND_FIX, method=method, role=_same(begin.role))
    texts = {"application": words.APPLICATION_FIX, "launcher": words.LAUNCHER_FIX}
    return _filled(texts.get(begin.kind, words.UNKNOWN_FIX), method=method, what=_what(steps))


def _what(steps: Sequence[Step]) -> Bilingual:
    """What to move: the outermost call of the app's own code into a library, or the app's code that reads."""
    pairs = [(inner, after) for inner, after in pairwise(steps) if inner.owner != "app" and after.owner == "app"]
    if pairs:
        entry, caller = pairs[-1]
        return _filled(words.CALL_OF, entry=_same(entry.method), caller=_same(caller.method))
    return _filled(words.READING, caller=_same(steps[0].method)) if steps else words.THIS


def _same(text: str) -> Bilingual:
    return Bilingual(zh=text, en=text)


def _filled(text: Bilingual, **values: Bilingual) -> Bilingual:
    return Bilingual(
        zh=text.zh.format(**{name: value.zh for name, value in values.items()}),
        en=text.en.format(**{name: value.en for name, value in values.items()}),
    )


def notes(frames: Sequence[FrameRow], gaps: Sequence[Limit], lang: str) -> Iterator[str]:
    """What keeps the answer from being whole: frames that are not in the APK, code that could not be seen."""
    absent = [each for each in frames if each.status == "absent"]
    if absent:
        shrunk = sum(map(_obfuscated, absent)) * 2 >= len(absent)
        more = ("" if lang == "zh" else " ") + words.OBFUSCATED.get(lang) if shrunk else ""
        yield words.ABSENT.get(lang).format(n=len(absent)) + more
    yield from (words.NOT_SEEN.get(lang).format(detail=each.detail) for each in gaps)


def _obfuscated(frame: FrameRow) -> bool:
    """Whether class and method have names of one or two letters."""
    return len(frame.class_name.rpartition(".")[2].partition("$")[0]) <= 2 and len(frame.method) <= 2
