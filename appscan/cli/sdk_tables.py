"""SDKs on the terminal or as JSON: lists, single ones, and those of an app."""

import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from appscan.catalogue.model import Catalogue
from appscan.errors import UsageError
from appscan.facts import Bilingual, Frozen, SdkHit
from appscan.knowledge import Knowledge, Sdk
from appscan.renderers._json import encode
from appscan.renderers._safe import clean
from appscan.renderers._words import Words
from appscan.report.model import Language
from appscan.scan import Options, read_facts
from appscan.sdks import Matcher, dotted, find_sdks

BEFORE, STARTS = "behavior:consent_gate", "behavior:sdk_init"
NONE = Bilingual(zh="没有符合条件的 SDK", en="no SDK matches")
NOT_IN = Bilingual(zh="未识别出 SDK", en="no known SDK was found")
NOT_ALL = Bilingual(zh="代码未能全部看到：", en="not all of the code could be seen: ")
PARTS = {
    "vendor": Bilingual(zh="公司", en="vendor"),
    "category": Bilingual(zh="类别", en="category"),
    "handles": Bilingual(zh="处理个人信息", en="handles personal information"),
    "names": Bilingual(zh="政策中的名称", en="named in policies"),
    "types": Bilingual(zh="收集的信息", en="collects"),
    "source": Bilingual(zh="信息来源", en="as told by"),
    "policy": Bilingual(zh="隐私政策", en="privacy policy"),
    "part_of": Bilingual(zh="随附于", en="comes with"),
    "classes": Bilingual(zh="类前缀", en="class prefixes"),
    "weak": Bilingual(zh="较弱的类前缀", en="weaker class prefixes"),
    "components": Bilingual(zh="清单组件", en="components"),
    "libraries": Bilingual(zh="原生库", en="native libraries"),
    "before": Bilingual(zh="同意前可调用或用于传达同意", en="before consent, or to tell of it"),
    "starts": Bilingual(zh="同意后才可调用", en="only after consent"),
    "domains": Bilingual(zh="域名", en="hosts"),
    "note": Bilingual(zh="备注", en="note"),
}


class Switches(Frozen, frozen=True):
    """Methods by which an app holds an SDK back or starts it."""

    before: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()


class Shown(Frozen, frozen=True):
    """One SDK as `sdks show --format json` gives it."""

    sdk: Sdk
    switches: Switches


def listed(found: Sequence[Sdk], lang: Language, *, as_json: bool) -> None:
    """Print SDKs as a table."""
    if as_json:
        sys.stdout.write(encode(list(found), indent=2) + "\n")
        return
    words = Words(lang)
    table = Table(box=None, pad_edge=False)
    table.add_column("id", no_wrap=True, overflow="ignore")
    for name in ("name", "category", "vendor", "handles"):
        table.add_column(words(f"sdk.{name}"), overflow="fold")
    for each in found:
        vendor = f"{each.vendor.name} {each.vendor.country}".strip()
        handles = words.term("handles", each.handles_personal_information)
        category = words.term("category", each.category)
        table.add_row(each.id, Text(each.name.get(lang)), category, Text(vendor), handles)
    Console().print(table if found else Text(NONE.get(lang)))


def matching(knowledge: Knowledge, text: str) -> list[Sdk]:
    """The SDKs that a text names: exactly first, then as a part of a name; a class also by the prefix that owns it."""
    wanted = text.strip().casefold()
    if not wanted:
        return []
    owner = Matcher(knowledge.sdks).match(text.strip())
    exact = [
        each for each in knowledge.sdks if (owner and each.id == owner[0]) or wanted in map(str.casefold, _names(each))
    ]
    part = [each for each in knowledge.sdks if any(wanted in name.casefold() for name in _names(each))]
    found = {each.id: each for each in (*exact, *part)}
    return list(found.values())


def _names(sdk: Sdk) -> Iterator[str]:
    marks = sdk.signatures
    yield from (sdk.id, sdk.name.zh, sdk.name.en, sdk.vendor.name, *sdk.policy_names, *sdk.domains)
    yield from (*marks.classes, *marks.weak_classes, *marks.components, *marks.native_libraries, *marks.meta_data)


def shown(catalogue: Catalogue, name: str, lang: Language, *, as_json: bool) -> None:
    """Print one SDK. Raises `UsageError` where there is none of that id."""
    knowledge = catalogue.knowledge
    sdk = next((each for each in knowledge.sdks if each.id.casefold() == name.casefold()), None)
    if sdk is None:
        near = difflib.get_close_matches(name.casefold(), [each.id for each in knowledge.sdks], n=3)
        hint, hint_zh = (f"; near: {', '.join(near)}", f"；相近：{'、'.join(near)}") if near else ("", "")
        raise UsageError(f"no SDK has the id `{name}`{hint}", f"没有标识为 `{name}` 的 SDK{hint_zh}")
    switches = switches_of(knowledge, sdk)
    if as_json:
        sys.stdout.write(encode(Shown(sdk=sdk, switches=switches), indent=2) + "\n")
        return
    console = Console(soft_wrap=True)
    console.print(Text.assemble((sdk.name.get(lang), "bold"), f"  {sdk.id}"))
    for key, values in _rows(knowledge, sdk, switches, lang):
        if values:
            console.print(Text.assemble((f"  {PARTS[key].get(lang)}  ", "dim"), clean(values)))


def _rows(knowledge: Knowledge, sdk: Sdk, switches: Switches, lang: Language) -> Iterator[tuple[str, str]]:
    words, between = Words(lang), "、" if lang == "zh" else ", "
    types = {each.id: each.name.get(lang) for each in knowledge.data_types}
    marks = sdk.signatures
    yield "vendor", f"{sdk.vendor.name} {sdk.vendor.country}".strip()
    yield "category", words.term("category", sdk.category)
    yield "handles", words.term("handles", sdk.handles_personal_information)
    yield "names", between.join(sdk.policy_names)
    yield "types", between.join(types.get(each, each) for each in sdk.data_types)
    yield "source", between.join(sdk.data_types_source)
    yield "policy", sdk.policy_url
    yield "part_of", between.join(sdk.part_of)
    yield "classes", between.join(marks.classes)
    yield "weak", between.join(marks.weak_classes)
    yield "components", between.join(marks.components)
    yield "libraries", between.join(marks.native_libraries)
    yield "before", between.join(switches.before)
    yield "starts", between.join(switches.starts)
    yield "domains", between.join(sdk.domains)
    yield "note", sdk.note


def switches_of(knowledge: Knowledge, sdk: Sdk) -> Switches:
    """The methods of an SDK's classes that hold it back, or start it, as far as they are known."""
    matcher = Matcher(knowledge.sdks)
    names: dict[str, list[str]] = {BEFORE: [], STARTS: []}
    for api in knowledge.apis:
        for kind in (BEFORE, STARTS):
            if api.kind == "api" and kind in api.data_types:
                owner = matcher.match(dotted(api.target))
                if owner and owner[0] == sdk.id:
                    names[kind].append(f"{dotted(api.target)}.{api.member}")
    return Switches(before=tuple(sorted(set(names[BEFORE]))), starts=tuple(sorted(set(names[STARTS]))))


def matched(catalogue: Catalogue, apk: Path, lang: Language, *, as_json: bool) -> None:
    """Print the SDKs of an app. Raises `InputError` where it cannot be read."""
    facts = read_facts(apk, catalogue, Options(lang=lang))
    hits = find_sdks(facts, catalogue.knowledge.sdks) or ()
    known = {each.id: each for each in catalogue.knowledge.sdks}
    gaps = tuple(f"{each.kind}: {each.detail}" for each in facts.gaps("code"))
    if as_json:
        rows = [_row(each, known[each.id]) for each in hits if each.id in known]
        sys.stdout.write(encode({"sdks": rows, "not_seen": list(gaps)}, indent=2) + "\n")
        return
    console = Console(soft_wrap=True)
    for hit in hits:
        version = f" {hit.version}" if hit.version else ""
        console.print(
            Text.assemble((f"{clean(known[hit.id].name.get(lang))}{version}", "bold"), f"  {hit.id}  {hit.confidence}")
        )
        for each in hit.evidence:
            console.print(Text.assemble(f"    {clean(each.quote)}", (f"  {clean(each.where)}", "dim")))
    if not hits:
        console.print(NOT_IN.get(lang))
    for gap in gaps:
        console.print(Text(f"{NOT_ALL.get(lang)}{clean(gap)}", "magenta"))


def _row(hit: SdkHit, sdk: Sdk) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(hit)
    return {**row, "name": {"zh": sdk.name.zh, "en": sdk.name.en}, "category": sdk.category}
