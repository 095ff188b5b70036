"""SDKs on the terminal or as JSON: lists, and those of an app."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from appscan.catalogue.model import Catalogue
from appscan.cli.sdk_shown import PARTS, bad_range
from appscan.facts import Bilingual, SdkHit
from appscan.knowledge import Knowledge, Sdk
from appscan.renderers._json import encode
from appscan.renderers._safe import clean
from appscan.renderers._words import Words
from appscan.report.model import Language
from appscan.scan import Options, read_facts
from appscan.sdk_versions import known_bad
from appscan.sdks import Matcher, find_sdks

NONE = Bilingual(zh="没有符合条件的 SDK", en="no SDK matches")
NOT_IN = Bilingual(zh="未识别出 SDK", en="no known SDK was found")
NOT_ALL = Bilingual(zh="代码未能全部看到：", en="not all of the code could be seen: ")
MAX_EVIDENCE = 5
MORE = Bilingual(zh="另有 {n} 处依据（见 --format json）", en="and {n} more pieces of evidence (see --format json)")
STUB = Bilingual(zh="仅空实现或片段", en="no-op variant or fragment only")


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
    yield from (sdk.id, sdk.name.zh, sdk.name.en, sdk.vendor.name, *sdk.policy_names, *sdk.shared_names, *sdk.domains)
    yield from (*marks.classes, *marks.weak_classes, *marks.components, *marks.native_libraries, *marks.meta_data)


def matched(catalogue: Catalogue, apk: Path, lang: Language, *, as_json: bool) -> None:
    """Print the SDKs of an app. Raises `InputError` where it cannot be read."""
    facts = read_facts(apk, catalogue, Options(lang=lang))
    hits = find_sdks(facts, catalogue.knowledge.sdks) or ()
    known = {each.id: each for each in catalogue.knowledge.sdks}
    gaps = tuple(f"{each.kind}: {each.detail}" for each in facts.gaps("code"))
    if as_json:
        rows = [_row(each, known[each.id]) for each in hits if not each.stub]
        stubs = [_row(each, known[each.id]) for each in hits if each.stub]
        sys.stdout.write(encode({"sdks": rows, "stubs": stubs, "not_seen": list(gaps)}, indent=2) + "\n")
        return
    console = Console(soft_wrap=True)
    for hit in hits:
        version = f" {hit.version}" if hit.version else ""
        name = f"{clean(known[hit.id].name.get(lang))}{version}"
        console.print(Text.assemble((name, "bold"), f"  {hit.id}  {STUB.get(lang) if hit.stub else hit.confidence}"))
        for each in hit.evidence[:MAX_EVIDENCE]:
            console.print(Text.assemble(f"    {clean(each.quote)}", (f"  {clean(each.where)}", "dim")))
        more = len(hit.evidence) - MAX_EVIDENCE
        if more > 0:
            console.print(Text(f"    {MORE.get(lang).format(n=more)}", "dim"))
        for bad in known_bad(known[hit.id], hit.version):
            console.print(Text(f"    {PARTS['bad'].get(lang)}  {bad_range(bad, lang)}", "yellow"))
    if not hits:
        console.print(NOT_IN.get(lang))
    for gap in gaps:
        console.print(Text(f"{NOT_ALL.get(lang)}{clean(gap)}", "magenta"))


def _row(hit: SdkHit, sdk: Sdk) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(hit)
    bad = [msgspec.to_builtins(each) for each in known_bad(sdk, hit.version)]
    return {**row, "known_bad": bad, "name": {"zh": sdk.name.zh, "en": sdk.name.en}, "category": sdk.category}
