"""An item in full, for a reader."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from appscan.catalogue.model import Catalogue
from appscan.checklist import Item
from appscan.cli import tables
from appscan.report.model import Language

WORDS = {
    "question": ("问题", "Question"),
    "severity": ("严重程度", "Severity"),
    "decision": ("判定方式", "Decided"),
    "why": ("为什么", "Why"),
    "fix": ("如何整改", "Fix"),
    "look": ("人工核查", "Look at"),
    "basis": ("相关条款", "Also in"),
}
SEVERITY_ZH = {"critical": "严重", "high": "高", "medium": "中", "low": "低"}
DECISIONS = {
    "auto": ("自动判定", "by the scan alone"),
    "assisted": ("扫描提供证据，人工确认", "the scan gives evidence, a person confirms"),
    "manual": ("需人工判定", "by a person"),
}


def explain_item(catalogue: Catalogue, name: str, lang: Language) -> None:
    """Print an item; anything else that has an id is shown as it stands. Raises `UsageError`."""
    item = next((each for each in catalogue.checklist.items if each.id.casefold() == name.casefold()), None)
    if item is None:
        tables.entry(catalogue, name)
        return
    at = 0 if lang == "zh" else 1
    documents = {each.id: each for each in catalogue.checklist.documents}
    document = documents[item.document]
    console = Console()
    console.print(Text(f"{item.id}  {item.title.get(lang)}", style="bold"))
    title = document.title if lang == "zh" else document.gloss
    console.print(Text(f"{title} ({document.number}) {item.clause}", style="dim"))
    for key, text in _parts(item, at, lang):
        console.print(Text(WORDS[key][at], style="bold"))
        console.print(Padding(Text(text), (0, 0, 0, 2)))
    if item.basis:
        console.print(Text(WORDS["basis"][at], style="bold"))
        for each in item.basis:
            cited = documents[each.document]
            console.print(Padding(Text(f"{cited.title if lang == 'zh' else cited.gloss} {each.number}"), (0, 0, 0, 2)))


def _parts(item: Item, at: int, lang: Language) -> list[tuple[str, str]]:
    return [
        ("question", item.question.get(lang)),
        # The reason is kept in English only.
        ("severity", SEVERITY_ZH[item.severity] if lang == "zh" else f"{item.severity}: {item.severity_reason}"),
        ("decision", DECISIONS[item.decision][at]),
        ("why", item.why.get(lang)),
        ("fix", item.fix.get(lang)),
        ("look", item.look.get(lang)),
    ]
