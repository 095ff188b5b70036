"""Checks that everything in a catalogue fits together: ids exist, prefixes have one owner, conditions can be run."""

import inspect
import re
from collections.abc import Iterator
from itertools import chain, islice, starmap
from typing import Any, NamedTuple

import msgspec

import appscan.predicates  # noqa: F401 - registers the predicates
from appscan import strict_yaml
from appscan.catalogue.app_type_joins import app_type_faults
from appscan.catalogue.compile import Source, Tables
from appscan.catalogue.data_joins import data_faults
from appscan.catalogue.item_joins import citation_faults, with_duties
from appscan.catalogue.model import Catalogue
from appscan.catalogue.sdk_joins import sdk_faults
from appscan.catalogue.table_joins import table_faults, with_low_relevance
from appscan.catalogue.world_joins import world_faults
from appscan.checklist import Item
from appscan.errors import ChecklistError
from appscan.verdict import REGISTER

DESCRIPTOR = re.compile(r"L[^;.\s]+;")
METHOD = re.compile(r"[\w$<>]+(?:\((?:\[*(?:[ZBSCIJFD]|L[^;.\s]+;))*\))?")


MAX_FAULTS = 20
"""As many are told at once: one mistake can break many entries."""


class Fault(NamedTuple):
    """One thing that does not fit, with the key path where it stands."""

    source: Source
    keys: tuple[str, ...]
    message: str

    def error(self) -> ChecklistError:
        """The fault as the error that a user sees."""
        return strict_yaml.fault(self.source.path, self.source.line(*self.keys), self.message)


def check(catalogue: Catalogue, tables: Tables) -> Catalogue:
    """The catalogue with the arguments of its conditions converted. Raises `ChecklistError` with the faults."""
    parts = (sdk_faults, citation_faults, table_faults, data_faults, world_faults, app_type_faults)
    entries = chain.from_iterable(part(tables) for part in parts)
    found = chain(_references(tables), starmap(Fault, entries), _apis(tables), _places(tables))
    faults = list(islice(found, MAX_FAULTS))
    if faults:
        raise ChecklistError("\n".join(str(fault.error()) for fault in faults))
    typed = (_typed(*tables["items"][item.id], tables) for item in catalogue.checklist.items)
    items = with_duties(typed, catalogue.checklist.documents)
    app_types = with_low_relevance(catalogue.checklist)
    checklist = msgspec.structs.replace(catalogue.checklist, items=items, app_types=app_types)
    return msgspec.structs.replace(catalogue, checklist=checklist)


def _references(tables: Tables) -> Iterator[Fault]:
    kinds = {*tables["data-types"], *tables["behaviours"]}
    for top in ("sdks", "apis", "permissions"):
        for value, source in tables[top].values():
            yield from _missing(source, "data_types", value.data_types, kinds, "data type or behaviour")
    for value, source in tables["umbrellas"].values():
        yield from _missing(source, "covers", value.covers, kinds, "data type")
    for value, source in tables["domains"].values():
        yield from _missing(source, "sdk", [value.sdk] if value.sdk else [], set(tables["sdks"]), "SDK")
    documents = set(tables["documents"])
    for value, source in tables["items"].values():
        yield from _missing(source, "document", [value.document], documents, "document")
        yield from _missing(source, "basis", [each.document for each in value.basis], documents, "document")


def _missing(source: Source, key: str, ids: Any, known: set[str], what: str) -> Iterator[Fault]:
    for each in ids:
        if each not in known:
            yield Fault(source, (key,), f"no {what} is called `{each}`")


def _apis(tables: Tables) -> Iterator[Fault]:
    """A method or field is named by a class descriptor and a member, or it would never be found."""
    for api, source in tables["apis"].values():
        if api.kind in ("api", "field") and not (api.target.startswith("L") and api.target.endswith(";")):
            yield Fault(source, ("target",), f"`{api.target}` is no class descriptor such as `Lcom/x/Y;`")
        elif api.kind in ("api", "field") and not api.member:
            yield Fault(source, ("target",), "an entry of this kind needs a `member`")
    for top in ("callbacks", "gates", "repeaters"):
        for value, source in tables[top].values():
            if not DESCRIPTOR.fullmatch(value.type):
                yield Fault(source, ("type",), f"`{value.type}` is no class descriptor such as `Lcom/x/Y;`")
    for value, source in tables["callbacks"].values():
        for method in value.methods:
            if not METHOD.fullmatch(method):
                yield Fault(source, ("methods",), f"`{method}` is no name such as `run` or `run(I)`")


def _places(tables: Tables) -> Iterator[Fault]:
    """An item stands in the folder of its document."""
    for item, source in tables["items"].values():
        if source.path.parent.name != item.document:
            yield Fault(source, ("document",), f"the item stands in the folder `{source.path.parent.name}`")


def _typed(item: Item, source: Source, tables: Tables) -> Item:
    when = _condition(item.when, source, ("when",), tables) if item.when is not None else None
    require = _condition(item.require, source, ("require",), tables) if item.require is not None else None
    if item.decision == "manual" and item.require is not None:
        raise Fault(source, ("decision",), "a manual item has no `require`").error()
    if item.decision != "manual" and item.require is None:
        raise Fault(source, ("decision",), f"an item of class {item.decision} needs `require`").error()
    outcomes = {each.outcome for each in item.examples}
    # By a document that is not in force nothing is broken.
    breaks = {"manual"} if tables["documents"][item.document][0].status == "draft" else {"fail", "suspect"}
    if item.require is not None and not (outcomes & {"pass", "manual"} and outcomes & breaks):
        raise Fault(source, ("id",), "an item that decides needs an example that holds and one that breaks").error()
    return msgspec.structs.replace(item, when=when, require=require)


def _condition(condition: Any, source: Source, keys: tuple[str, ...], tables: Tables) -> dict[str, Any]:
    if not isinstance(condition, dict) or len(condition) != 1:
        raise Fault(source, keys, "a condition is one of all, any, not, or one predicate").error()
    ((verb, operand),) = condition.items()
    if verb == "not":
        return {verb: _condition(operand, source, (*keys, verb), tables)}
    if verb in ("all", "any"):
        if not isinstance(operand, list) or not operand:
            raise Fault(source, (*keys, verb), f"`{verb}` takes a list of conditions").error()
        steps = ((each, f"{verb}[{index}]") for index, each in enumerate(operand))
        return {verb: [_condition(each, source, (*keys, step), tables) for each, step in steps]}
    return {verb: _arguments(verb, operand, source, (*keys, verb), tables)}


def _arguments(verb: str, operand: Any, source: Source, keys: tuple[str, ...], tables: Tables) -> dict[str, Any]:
    known = REGISTER.get(verb)
    if known is None:
        raise Fault(source, keys, f"no predicate is called `{verb}`").error()
    given = operand or {}
    if not isinstance(given, dict):
        raise Fault(source, keys, f"`{verb}` takes named arguments").error()
    for name in given.keys() - known.arguments.keys():
        raise Fault(source, (*keys, name), f"`{verb}` has no argument `{name}`").error()
    result: dict[str, Any] = {}
    for name, parameter in known.arguments.items():
        if name in given:
            result[name] = _value(given[name], parameter, source, (*keys, name))
            _known(name, result[name], source, (*keys, name), tables)
        elif parameter.default is inspect.Parameter.empty:
            raise Fault(source, keys, f"`{verb}` needs `{name}`").error()
    return result


def _value(value: Any, parameter: inspect.Parameter, source: Source, keys: tuple[str, ...]) -> Any:
    try:
        converted = msgspec.convert(value, parameter.annotation, strict=False)
        # A list, so that a condition is the same whether built now or kept from before.
        return list(converted) if isinstance(converted, tuple) else converted
    except msgspec.ValidationError as error:
        raise Fault(source, keys, f"`{parameter.name}`: {error}").error() from None


NAMED = {
    "clause": "clauses",
    "clauses": "clauses",
    "wording": "wording",
    "data_types": "data-types",
    "permissions": "permissions",
}
"""Arguments whose values are ids of a folder."""


def _known(name: str, value: Any, source: Source, keys: tuple[str, ...], tables: Tables) -> None:
    top = NAMED.get(name)
    for each in (value if isinstance(value, (list, tuple)) else [value]) if top else ():
        if each not in tables[str(top)] and not str(each).startswith("behavior:"):
            raise Fault(source, keys, f"no entry of {top} is called `{each}`").error()
