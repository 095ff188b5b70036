"""Checks of what items cite: documents, numbers of duties, problems that notices name."""

from collections.abc import Iterator

from appscan.catalogue.compile import Source, Tables

Fault = tuple[Source, tuple[str, ...], str]


def citation_faults(tables: Tables) -> Iterator[Fault]:
    """A number that its document does not list, a duty that no item cites, a problem that nobody counted."""
    numbers = {key: {duty.number for duty in document.duties} for key, (document, _) in tables["documents"].items()}
    cited: dict[str, set[str]] = {}
    for item, source in tables["items"].values():
        for keys, document, number in (
            (("clause",), item.document, item.clause),
            *((("basis",), each.document, each.number) for each in item.basis),
        ):
            cited.setdefault(document, set()).add(number)
            if numbers.get(document) and number not in numbers[document]:
                yield source, keys, f"`{document}` lists no duty `{number}`"
        for problem in item.problems:
            if problem not in tables["problems"]:
                yield source, ("problems",), f"no problem is called `{problem}`"
    for document, source in tables["documents"].values():
        seen: set[str] = set()
        for index, duty in enumerate(document.duties):
            if duty.number in seen:
                yield source, (f"duties[{index}]",), f"`{duty.number}` stands twice"
            seen.add(duty.number)
            if duty.number not in cited.get(document.id, set()):
                yield source, (f"duties[{index}]",), f"no item cites `{duty.number}`"
    drafts = {key for key, (document, _) in tables["documents"].items() if document.status == "draft"}
    for item, source in tables["items"].values():
        if item.document in drafts and item.broken == "fail" and item.require is not None:
            yield source, ("document",), "an item of a draft finds nothing broken: say `broken: suspect`"
