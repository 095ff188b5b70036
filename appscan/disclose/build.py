"""Scene → the two lists."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from appscan import __version__
from appscan.declared import Declared, companies
from appscan.disclose.difference import differences
from appscan.disclose.model import CollectedRow, Disclosure, SdkListRow, UnnamedRow
from appscan.disclose.purposes import of_kind, of_sdk
from appscan.facts import App, SdkHit
from appscan.knowledge import Sdk, Switch
from appscan.permission_use import permission_uses
from appscan.renderers._words import Words
from appscan.report.model import Language
from appscan.scene import Reach, Scene, grouped, pretty, short
from appscan.sdks import dotted

HOLDING = ("consent", "delay", "pre_init", "limit", "start")
"""Kinds of switch, the most to the point first."""


def disclosure(view: Scene, lang: Language) -> Disclosure:
    """Both lists, and where there is a policy what it lacks."""
    facts, app = view.facts, view.facts.app or App(package="")
    words = Words(lang)
    by_owner = grouped(view.reaches, lambda each: each.owner.kind)
    hits = [each for each in facts.sdks or () if each.id in view.sdks and not each.stub]
    listed = [each for each in hits if _listed(view.sdks[each.id], by_owner.get("sdk", ()))]
    declared = Declared(facts.policy, view.knowledge) if facts.policy else None
    return Disclosure(
        language=lang,
        tool=f"appscan {__version__}",
        label=app.label,
        package=app.package,
        version_name=app.version_name,
        unseen=tuple(_unseen(view, words)),
        collected=tuple(_collected(by_owner.get("app", ()), view, lang)),
        sdks=tuple(_Lister(view, words).row(each) for each in listed),
        unnamed=tuple(_unnamed(by_owner.get("library", ()), view, lang)),
        harmless=tuple(view.sdks[each.id].name.get(lang) for each in hits if each not in listed),
        differences=tuple(differences(view, declared, listed, lang)) if declared else None,
    )


def _listed(sdk: Sdk, reaches: Iterable[Reach]) -> bool:
    """Libraries that are known to handle nothing are left out."""
    return sdk.handles_personal_information != "no" or any(each.owner.sdk == sdk.id for each in reaches)


def _unseen(view: Scene, words: Words) -> Iterator[str]:
    gaps = dict.fromkeys(each for part in ("app", "code") for each in view.facts.gaps(part))
    for gap in gaps:
        yield words.term("limit", gap.kind) + words("join.in", text=gap.detail)


def _collected(reaches: Iterable[Reach], view: Scene, lang: Language) -> Iterator[CollectedRow]:
    rows = [_kind(kind, group, view, lang) for kind, group in grouped(reaches, lambda each: each.kind).items()]
    yield from sorted(rows, key=lambda row: (not row.sensitive, not row.sure, row.data_type))


def _kind(kind: str, group: Sequence[Reach], view: Scene, lang: Language) -> CollectedRow:
    known = view.types[kind]
    asked = {each.name for each in view.facts.app.permissions} if view.facts.app else set()
    needed = {name for each in group for row in view.rows_of(each.api) for name in _names(row.permission)}
    return CollectedRow(
        data_type=kind,
        name=known.name.get(lang),
        sensitive=known.sensitivity == "sensitive",
        sure=any(each.confidence != "tentative" for each in group),
        ways=tuple(dict.fromkeys(_brief(each.api) for each in group)),
        evidence=tuple(sorted({each.evidence() for each in group})),
        components=tuple(dict.fromkeys(name for each in group for name in _components(each, view))),
        permissions=tuple(sorted(short(name) for name in needed & asked)),
        purpose=of_kind(kind, view.facts.policy),
    )


def _names(permission: str) -> Iterator[str]:
    yield from (name.strip() for name in permission.replace("+", "/").split("/") if name.strip())


def _brief(api: str) -> str:
    """`android.telephony.TelephonyManager.getDeviceId` as `TelephonyManager.getDeviceId`."""
    return ".".join(pretty(api).split(".")[-2:]) if "->" in api else api


def _components(reach: Reach, view: Scene) -> Iterator[str]:
    """The app's own components on the way to a reach, innermost first."""
    app = view.facts.app or App(package="")
    known = {each.name for each in app.components} | {app.application}
    run = view.runs.run(reach.caller, reach.dex, reach.offset)
    for frame in run.path.frames if run.path else (reach.caller,):
        name = dotted(frame).partition("$")[0]
        if name in known:
            yield name.rpartition(".")[2]


def _unnamed(reaches: Iterable[Reach], view: Scene, lang: Language) -> Iterator[UnnamedRow]:
    packages: dict[str, set[str]] = defaultdict(set)
    for each in reaches:
        parts = dotted(each.caller).split(".")[:-1]
        packages[".".join(parts[:3])].add(view.kind_name(each.kind).get(lang))
    for package, kinds in sorted(packages.items()):
        yield UnnamedRow(package=package, reached=tuple(sorted(kinds)))


class _Lister:
    """Makes the rows of the SDK list."""

    def __init__(self, view: Scene, words: Words) -> None:
        self._view, self._words = view, words
        self._lang: Language = words.language
        self._uses = [each for each in permission_uses(view) if each.asked]
        self._asked = {each.name for each in view.facts.app.permissions} if view.facts.app else set()

    def row(self, hit: SdkHit) -> SdkListRow:
        view, sdk = self._view, self._view.sdks[hit.id]
        reached = dict.fromkeys(each.kind for each in view.reaches if each.owner.sdk == sdk.id)
        used = [each.name for each in self._uses if any(use.owner.sdk == sdk.id for use in each.uses)]
        wanted = [each for each in sdk.permissions if each in self._asked and each not in used]
        return SdkListRow(
            id=sdk.id,
            name=sdk.name.get(self._lang),
            company=("、" if self._lang == "zh" else "; ").join(companies(sdk)),
            category=self._words.term("category", sdk.category),
            version=hit.version,
            purpose=of_sdk(sdk, view.facts.policy),
            reached=self._kinds(reached),
            disclosed=self._kinds(each for each in sdk.data_types if each not in reached),
            permissions=tuple(map(short, used)),
            wanted=tuple(map(short, wanted)),
            link=sdk.policy_url,
            switches=self._switches(sdk),
            evidence=hit.evidence,
        )

    def _kinds(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._view.kind_name(each).get(self._lang) for each in ids)

    def _switches(self, sdk: Sdk) -> tuple[str, ...]:
        """Its own, of the classes that are in the app where any is; else those of the SDK that brings it along."""
        here = {each.id for each in self._view.facts.sdks or ()}
        wholes = (self._view.sdks[each] for each in sdk.part_of if each in here and each in self._view.sdks)
        own = sdk.switches or tuple(each for whole in wholes for each in whole.switches)
        ordered = sorted(list(filter(self._has, own)) or own, key=lambda each: HOLDING.index(each.kind))
        return tuple(dict.fromkeys(self._switch(each) for each in ordered))

    def _has(self, switch: Switch) -> bool:
        """Whether the class of a switch is defined in the app."""
        package, _, name = dotted(switch.method).rpartition(".")
        code = self._view.facts.code
        return bool(code and name in code.classes.get(package, ()))

    def _switch(self, switch: Switch) -> str:
        name = pretty(switch.method) if switch.method else f"meta-data {switch.meta_data}={switch.value}"
        return f"{'.'.join(name.split('.')[-2:]) if switch.method else name}" + self._words(
            "join.in", text=self._words.term("switch", switch.kind)
        )
