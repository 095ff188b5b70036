"""Lists and single entries of the checklists on the terminal."""

import difflib
from itertools import chain
from typing import Any

import msgspec
import yaml
from rich.console import Console
from rich.table import Table
from rich.text import Text

from appscan.catalogue.model import Catalogue
from appscan.checklist import Checklist
from appscan.errors import UsageError
from appscan.report.model import Language


def items(checklist: Checklist, lang: Language) -> None:
    """Every item with its document, clause, decision class and severity."""
    table = Table("id", "clause", "class", "severity", "title", box=None, pad_edge=False)
    numbers = {each.id: each.number or each.title for each in checklist.documents}
    for item in checklist.items:
        clause = f"{numbers[item.document]} {item.clause}"
        table.add_row(item.id, clause, item.decision, item.severity, Text(item.title.get(lang)))
    Console().print(table)


def app_types(checklist: Checklist, lang: Language) -> None:
    """The app types with the clause and the information that each needs."""
    table = Table("id", "clause", "name", "necessary", box=None, pad_edge=False)
    for each in checklist.app_types:
        table.add_row(each.id, each.clause, Text(each.name.get(lang)), Text(", ".join(each.necessary) or "-"))
    Console().print(table)


def entry(catalogue: Catalogue, name: str) -> None:
    """One entry as YAML. Raises `UsageError` with the nearest names where there is none."""
    found = entries(catalogue).get(name.casefold())
    if found is None:
        raise unknown(catalogue, name)
    plain = {key: value for key, value in msgspec.to_builtins(found).items() if value not in ("", [], {}, None)}
    Console(soft_wrap=True).print(Text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False).rstrip()))


def entries(catalogue: Catalogue) -> dict[str, Any]:
    """Everything that has an id, by that id in lower case; items first."""
    checklist, knowledge = catalogue.checklist, catalogue.knowledge
    groups: tuple[tuple[Any, ...], ...] = (
        checklist.items,
        checklist.documents,
        checklist.app_types,
        checklist.service_types,
        knowledge.sdks,
        knowledge.data_types,
        knowledge.identifier_purposes,
    )
    found: dict[str, Any] = {}
    for each in chain.from_iterable(groups):
        found.setdefault(each.id.casefold(), each)
    return found


def unknown(catalogue: Catalogue, name: str) -> UsageError:
    """The error for an id that does not exist."""
    near = difflib.get_close_matches(name.casefold(), entries(catalogue), n=3)
    hint, hint_zh = (f"; near: {', '.join(near)}", f"；相近：{'、'.join(near)}") if near else ("", "")
    return UsageError(f"nothing is called `{name}`{hint}", f"没有名为 `{name}` 的条目{hint_zh}")
