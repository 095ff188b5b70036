"""One SDK with all that is known of it, on the terminal or as JSON."""

import difflib
import sys
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from appscan.catalogue.model import Catalogue
from appscan.declared import companies
from appscan.errors import UsageError
from appscan.facts import Bilingual, Frozen
from appscan.knowledge import BadRange, Checked, Knowledge, Probe, Sdk, Switch
from appscan.renderers._json import encode
from appscan.renderers._safe import clean
from appscan.renderers._words import Words
from appscan.report.model import Language
from appscan.scene import pretty

SINCE = Bilingual(zh="（{version} 起）", en=" (since {version})")
UNCHECKED = Bilingual(zh="（未核对）", en=" (unchecked)")
LABEL = 24
LINES = frozenset("source classes weak components libraries probes pre_init consent delay limit start bad".split())
"""Rows with one value a line."""
PARTS = {
    "vendor": Bilingual(zh="公司", en="vendor"),
    "category": Bilingual(zh="类别", en="category"),
    "handles": Bilingual(zh="处理个人信息", en="handles personal information"),
    "names": Bilingual(zh="政策中的名称", en="named in policies"),
    "types": Bilingual(zh="收集的信息", en="collects"),
    "source": Bilingual(zh="信息来源", en="as told by"),
    "policy": Bilingual(zh="隐私政策", en="privacy policy"),
    "shared": Bilingual(zh="与其他 SDK 共用的名称", en="names shared with other SDKs"),
    "wants": Bilingual(zh="需要的权限", en="permissions it wants"),
    "part_of": Bilingual(zh="随附于", en="comes with"),
    "contains": Bilingual(zh="包含", en="contains"),
    "replaces": Bilingual(zh="取代", en="replaces"),
    "siblings": Bilingual(zh="同一公司的 SDK", en="same vendor"),
    "core": Bilingual(zh="实际工作的类", en="classes that do the work"),
    "assets": Bilingual(zh="文件", en="files"),
    "keys": Bilingual(zh="meta-data 键", en="meta-data keys"),
    "probes": Bilingual(zh="版本所在", en="version told by"),
    "classes": Bilingual(zh="类前缀", en="class prefixes"),
    "weak": Bilingual(zh="较弱的类前缀", en="weaker class prefixes"),
    "components": Bilingual(zh="清单组件", en="components"),
    "libraries": Bilingual(zh="原生库", en="native libraries"),
    "pre_init": Bilingual(zh="同意前可调用", en="may run before consent"),
    "consent": Bilingual(zh="传达用户是否同意", en="tells of the user's answer"),
    "delay": Bilingual(zh="推迟启动", en="delays its start"),
    "limit": Bilingual(zh="限制收集", en="limits what it collects"),
    "start": Bilingual(zh="同意后才可调用", en="only after consent"),
    "bad": Bilingual(zh="已知不能通过检测的版本", en="versions known to fail a review"),
    "domains": Bilingual(zh="域名", en="hosts"),
    "note": Bilingual(zh="备注", en="note"),
    "unchecked": Bilingual(zh="未经核对的字段", en="fields nobody has checked"),
}


class Shown(Frozen, frozen=True):
    """One SDK as `sdks show --format json` gives it; `contains`, `same_vendor`: ids."""

    sdk: Sdk
    contains: tuple[str, ...] = ()
    same_vendor: tuple[str, ...] = ()


def shown(catalogue: Catalogue, name: str, lang: Language, *, as_json: bool) -> None:
    """Print one SDK. Raises `UsageError` where there is none of that id."""
    knowledge = catalogue.knowledge
    sdk = next((each for each in knowledge.sdks if each.id.casefold() == name.casefold()), None)
    if sdk is None:
        near = difflib.get_close_matches(name.casefold(), [each.id for each in knowledge.sdks], n=3)
        hint, hint_zh = (f"; near: {', '.join(near)}", f"；相近：{'、'.join(near)}") if near else ("", "")
        raise UsageError(f"no SDK has the id `{name}`{hint}", f"没有标识为 `{name}` 的 SDK{hint_zh}")
    told = _related(knowledge, sdk)
    if as_json:
        sys.stdout.write(encode(told, indent=2) + "\n")
        return
    console = Console()
    console.print(Text.assemble((sdk.name.get(lang), "bold"), f"  {sdk.id}"))
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 1))
    table.add_column(style="dim", width=LABEL)
    table.add_column(overflow="fold")
    for key, values in _rows(knowledge, told, lang):
        known = [clean(each) for each in values if each]
        if known:
            between = "\n" if key in LINES else "、" if lang == "zh" else ", "
            table.add_row(PARTS[key].get(lang), Text(between.join(known)))
    console.print(table)


def _related(knowledge: Knowledge, sdk: Sdk) -> Shown:
    makers = frozenset(companies(sdk))
    return Shown(
        sdk=sdk,
        contains=tuple(each.id for each in knowledge.sdks if sdk.id in each.part_of),
        same_vendor=tuple(
            each.id for each in knowledge.sdks if each is not sdk and makers & frozenset(companies(each))
        ),
    )


def _rows(knowledge: Knowledge, told: Shown, lang: Language) -> Iterator[tuple[str, Iterable[str]]]:
    words = Words(lang)
    types = {each.id: each.name.get(lang) for each in knowledge.data_types}
    sdk, marks = told.sdk, told.sdk.signatures
    parts = [each for each in knowledge.sdks if each.id in told.contains]
    yield "vendor", [f"{sdk.vendor.name} {sdk.vendor.country}".strip()]
    yield "category", [words.term("category", sdk.category)]
    yield "handles", [words.term("handles", sdk.handles_personal_information)]
    yield "names", sdk.policy_names
    yield "shared", sdk.shared_names
    yield "types", (types.get(each, each) for each in sdk.data_types)
    yield "source", (_source(knowledge, each) for each in sdk.data_types_source)
    yield "wants", sdk.permissions
    yield "policy", [sdk.policy_url]
    yield "part_of", sdk.part_of
    yield "contains", told.contains
    yield "replaces", sdk.replaces
    yield "siblings", told.same_vendor
    yield "classes", marks.classes
    yield "weak", marks.weak_classes
    yield "components", marks.components
    yield "libraries", marks.native_libraries
    yield "keys", marks.meta_data
    yield "assets", marks.assets
    yield "core", marks.core
    yield "probes", map(_probe, sdk.probes)
    for kind in ("pre_init", "consent", "delay", "limit", "start"):
        named = [each for part in (sdk, *parts) for each in part.switches if each.kind == kind]
        yield kind, (_switch(each, lang) for each in named)
    yield "bad", (bad_range(each, lang) for each in sdk.known_bad)
    yield "domains", sdk.domains
    yield "note", [sdk.note]
    yield "unchecked", sdk.unchecked


def _source(knowledge: Knowledge, code: str) -> str:
    """A source by its title, with the place in it."""
    kind, _, place = code.partition(":")
    title = next((each.title for each in knowledge.references if each.id == kind), kind)
    return f"{place} ({title})" if place else title


def _probe(probe: Probe) -> str:
    return probe.constant or probe.method or probe.artifact or probe.meta_data or probe.library


def _switch(switch: Switch, lang: Language) -> str:
    value = f"={switch.value}" if switch.value else ""
    name = pretty(switch.method) if switch.method else f"meta-data {switch.meta_data}{value}"
    since = SINCE.get(lang).format(version=switch.since) if switch.since else ""
    return f"{name}{since}{_doubt(switch.checked, lang)}"


def bad_range(bad: BadRange, lang: Language) -> str:
    """A range of versions that fails a review, and why."""
    return f"{bad.since or '…'} ≤ v < {bad.below} ({bad.reason.get(lang)}){_doubt(bad.checked, lang)}"


def _doubt(checked: Checked, lang: Language) -> str:
    return UNCHECKED.get(lang) if checked == "unchecked" else ""
