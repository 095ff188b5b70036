"""How far the checklists reach, on the terminal or as JSON."""

import sys

from rich.console import Console
from rich.table import Table
from rich.text import Text

from appscan.checklist import Checklist
from appscan.facts import Bilingual
from appscan.renderers._json import encode
from appscan.renderers._words import Words
from appscan.report.coverage import coverage, met, problems
from appscan.report.model import CoverageRow, Language, ProblemRow

COLUMNS = (
    Bilingual(zh="文件", en="document"),
    Bilingual(zh="义务", en="duties"),
    Bilingual(zh="自动判定", en="decided"),
    Bilingual(zh="辅助判定", en="assisted"),
    Bilingual(zh="需人工", en="by hand"),
    Bilingual(zh="应用侧", en="app side"),
)
PROBLEMS = (
    Bilingual(zh="通报中的问题", en="problem named in notices"),
    Bilingual(zh="次数", en="times"),
    Bilingual(zh="判定", en="class"),
    Bilingual(zh="检查项", en="items"),
)
SHARE = Bilingual(
    zh="按通报次数加权，{share:.1%} 的问题有自动或辅助判定的检查项",
    en="weighed by how often they are named, {share:.1%} of the problems are met by a decided or assisted item",
)


def show(checklist: Checklist, lang: Language, *, as_json: bool) -> None:
    """Print the duties of each document and the problems that notices name, by decision class."""
    rows, named = coverage(checklist, lang), tuple(problems(checklist, lang))
    if as_json:
        made = {"documents": rows, "problems": named, "problems_met": round(met(named), 4)}
        sys.stdout.write(encode(made, indent=2) + "\n")
        return
    console = Console()
    console.print(_documents(rows, lang))
    if named:
        console.print()
        console.print(_problems(named, lang))
        console.print(Text(SHARE.get(lang).format(share=met(named)), "bold"))


def _documents(rows: tuple[CoverageRow, ...], lang: Language) -> Table:
    words = Words(lang)
    table = Table(box=None, pad_edge=False, expand=True)
    table.add_column(COLUMNS[0].get(lang), ratio=1, overflow="fold")
    for column in COLUMNS[1:]:
        table.add_column(column.get(lang), justify="right", no_wrap=True)
    for row in rows:
        status = "" if row.status == "in_force" else f" ({words.term('status', row.status)})"
        name = Text.assemble(row.title, (status, "dim"))
        counts = (row.duties, row.decided, row.assisted, row.manual)
        table.add_row(name, *map(str, counts), f"{row.app_side_met}/{row.app_side}")
    totals = [sum(getattr(row, name) for row in rows) for name in ("duties", "decided", "assisted", "manual")]
    share = f"{sum(row.app_side_met for row in rows)}/{sum(row.app_side for row in rows)}"
    table.add_row("", *(Text(str(each), "bold") for each in totals), Text(share, "bold"))
    return table


def _problems(rows: tuple[ProblemRow, ...], lang: Language) -> Table:
    words = Words(lang)
    table = Table(box=None, pad_edge=False)
    for index, column in enumerate(PROBLEMS):
        table.add_column(column.get(lang), justify="right" if index == 1 else "left", overflow="fold")
    for row in rows:
        decision = words.term("decision", row.decision)
        table.add_row(Text(row.name), str(row.count), decision, Text(", ".join(row.items)))
    return table
