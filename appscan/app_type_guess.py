"""Facts × app types → the type that an app looks like, with its grounds; a hint for the reader, never a premise.

Each ground is of another kind: the name, the package, what the app says of itself, names of its own screens, its SDKs.
Two kinds must agree.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from appscan.checklist import AppType, TypeWords
from appscan.facts import App, Bilingual, Facts
from appscan.scene import Scene

NEEDED = 2
SCREENS = 2
"""Screens of the app's own whose names must have a word."""
AFFIX = 4
"""Letters from which on a word also counts at the start or end of another, as in `mybank`."""

SELF = re.compile(
    r"(?:欢迎使用|为您提供|向您提供|是一款|致力于|welcome to|we provide|is an? )(?P<text>[^。；;!！?？\n]{1,40})"
)
"""How an app speaks of itself."""
NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
VAGUE = frozenset(("com", "cn", "net", "org", "android", "app", "apps", "mobile", "client", "www"))


class Guess(NamedTuple):
    """A type and the grounds, one a kind."""

    app_type: AppType
    grounds: tuple[Bilingual, ...]


def guess(view: Scene, app_types: Iterable[AppType]) -> Guess | None:
    """The one type that most kinds of ground speak for; none where fewer than two do, or where two types tie."""
    app = view.facts.app
    if app is None:
        return None
    seen = _Seen.of(view, app)
    found = [Guess(each, tuple(seen.grounds(each.words))) for each in app_types if each.words]
    found = sorted((each for each in found if len(each.grounds) >= NEEDED), key=lambda each: -len(each.grounds))
    if not found or (len(found) > 1 and len(found[0].grounds) == len(found[1].grounds)):
        return None
    return found[0]


class _Seen(NamedTuple):
    """What of an app can tell its type."""

    labels: tuple[str, ...]
    parts: frozenset[str]
    texts: tuple[str, ...]
    screens: tuple[frozenset[str], ...]
    sdks: tuple[tuple[str, Bilingual], ...]

    @classmethod
    def of(cls, view: Scene, app: App) -> "_Seen":
        labels = tuple(dict.fromkeys(_normal(each) for each in (app.label, *app.labels) if each))
        parts = frozenset(re.findall("[a-z]+", app.package.lower())) - VAGUE
        own = (
            each
            for each in app.components
            if each.kind == "activity" and view.attributor.owner(each.name).kind == "app"
        )
        screens = tuple(_parts(each.name.rpartition(".")[2]) for each in own)
        found = (view.sdks[each.id] for each in view.facts.sdks or () if each.id in view.sdks and not each.stub)
        return cls(
            labels, parts, _spoken(view.facts, labels), screens, tuple((each.category, each.name) for each in found)
        )

    def grounds(self, words: TypeWords) -> Iterator[Bilingual]:
        """At most one of each kind."""
        if word := _said(words.labels, self.labels):
            yield Bilingual(zh=f"名称含“{word}”", en=f"its name has “{word}”")
        if word := next((each for each in words.packages if any(_is_in(each, part) for part in self.parts)), ""):
            yield Bilingual(zh=f"包名含“{word}”", en=f"its package has “{word}”")
        if word := _said(words.labels, self.texts):
            yield Bilingual(zh=f"应用自述提到“{word}”", en=f"it says “{word}” of itself")
        if word := next((each for each in words.packages if self._screens(each) >= SCREENS), ""):
            n = self._screens(word)
            yield Bilingual(zh=f"{n} 个自身页面的名称含“{word}”", en=f"{n} of its own screens are named with “{word}”")
        sdks = [name for category, name in self.sdks if category in words.sdk_categories]
        if sdks:
            yield Bilingual(zh=f"含有 {sdks[0].zh}", en=f"it embeds {sdks[0].en}")

    def _screens(self, word: str) -> int:
        return sum(word in each for each in self.screens)


def _spoken(facts: Facts, labels: Sequence[str]) -> tuple[str, ...]:
    """What the app says of itself, without its name: that is a ground of its own."""
    texts = (_normal(each.text) for each in (facts.ui.texts if facts.ui else ()))
    spoken = (match["text"] for text in texts for match in SELF.finditer(text))
    return tuple(_without(each, labels) for each in spoken)


def _without(text: str, labels: Iterable[str]) -> str:
    for label in labels:
        text = text.replace(label, " ")
    return text


def _said(words: Iterable[str], texts: Sequence[str]) -> str:
    """The longest of the words that one of the texts has."""
    found = (each for each in words if any(_pattern(each).search(text) for text in texts))
    return max(found, key=len, default="")


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """Chinese anywhere; English as a word of its own."""
    word = _normal(word)
    return re.compile(rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word.isascii() else re.escape(word))


def _is_in(word: str, part: str) -> bool:
    return part == word or (len(word) >= AFFIX and (part.startswith(word) or part.endswith(word)))


def _parts(name: str) -> frozenset[str]:
    """`TaxiOrderActivity` as taxi, order, activity."""
    return frozenset(each.lower() for each in NAME_PARTS.findall(name))


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
