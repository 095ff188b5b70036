"""Checks of what items cite: documents, numbers of duties, problems that notices name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from appscan.catalogue.compile import Fault, Tables
from appscan.checklist import Clause, Document, Item


def citation_faults(tables: Tables) -> Iterator[Fault]:
    """A number that its document does not list, a duty that no item cites, a problem that nobody counted."""
    documents: dict[str, Document] = {key: document for key, (document, _) in tables["documents"].items()}
    yield from _cited_numbers(tables, documents)
    yield from _duties(tables)
    yield from _sources(tables, documents)


def _cited_numbers(tables: Tables, documents: dict[str, Document]) -> Iterator[Fault]:
    numbers = {key: {duty.number for duty in document.duties} for key, document in documents.items()}
    for item, source in tables["items"].values():
        own = ("clause", item.document, item.clause)
        for key, document, number in (own, *(("basis", each.document, each.number) for each in item.basis)):
            if numbers.get(document) and number not in numbers[document]:
                yield source, (key,), f"`{document}` lists no duty `{number}`"
        for problem in item.problems:
            if problem not in tables["problems"]:
                yield source, ("problems",), f"no problem is called `{problem}`"


def _duties(tables: Tables) -> Iterator[Fault]:
    """A duty stands once, and an item answers it."""
    items = [item for item, _ in tables["items"].values()]
    cited = {(item.document, item.clause) for item in items}
    cited |= {(each.document, each.number) for item in items for each in item.basis}
    for document, source in tables["documents"].values():
        seen: set[str] = set()
        for index, duty in enumerate(document.duties):
            keys = (f"duties[{index}]",)
            if duty.number in seen:
                yield source, keys, f"`{duty.number}` stands twice"
            seen.add(duty.number)
            for item in duty.items:
                if item not in tables["items"]:
                    yield source, keys, f"no item is called `{item}`"
            if not duty.items and (document.id, duty.number) not in cited:
                yield source, keys, f"no item cites `{duty.number}`"


def _sources(tables: Tables, documents: dict[str, Document]) -> Iterator[Fault]:
    """What a draft or a yardstick alone says breaks nothing."""
    drafts = {key for key, document in documents.items() if document.status == "draft"}
    soft = drafts | {key for key, document in documents.items() if document.yardstick}
    for item, source in tables["items"].values():
        if item.require is None or item.broken != "fail":
            continue
        if item.document in drafts:
            yield source, ("document",), "an item of a draft finds nothing broken: say `broken: suspect`"
        elif item.document in soft and all(each.document in soft for each in item.basis):
            message = "an item of a yardstick fails only by a rule in its `basis`: name it, or say `broken: suspect`"
            yield source, ("document",), message


def with_duties(items: Iterable[Item], documents: Iterable[Document]) -> tuple[Item, ...]:
    """The items with the duties that name them among their `basis`."""
    more: dict[str, list[Clause]] = defaultdict(list)
    for document in documents:
        for duty in document.duties:
            for item in duty.items:
                more[item].append(Clause(document.id, duty.number))
    return tuple(_cited(item, more[item.id]) for item in items)


def _cited(item: Item, clauses: list[Clause]) -> Item:
    own = Clause(item.document, item.clause)
    basis = tuple(each for each in dict.fromkeys((*item.basis, *clauses)) if each != own)
    return msgspec.structs.replace(item, basis=basis)
