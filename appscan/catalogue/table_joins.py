"""Checks of the tables: permissions by type of service, device identifiers by the purpose of an SDK."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from appscan.catalogue.compile import Fault, Source, Tables
from appscan.checklist import AppType, Checklist, ServiceType
from appscan.knowledge import IdentifierPurpose, KnownPermission

LISTS = ("necessary", "extended", "unnecessary")


def table_faults(tables: Tables) -> Iterator[Fault]:
    """Every fault of the two tables: where it stands, and what is wrong."""
    for top in ("service-types", "identifier-purposes"):
        for value, source in tables[top].values():
            if value.document not in tables["documents"]:
                yield source, ("document",), f"no document is called `{value.document}`"
    permissions: dict[str, KnownPermission] = {name: known for name, (known, _) in tables["permissions"].items()}
    for service, source in tables["service-types"].values():
        yield from _service(service, source, permissions)
    yield from _app_types(tables)
    kinds = set(tables["data-types"])
    fixed = {each for purpose, _ in tables["identifier-purposes"].values() for each in purpose.unnecessary}
    for purpose, source in tables["identifier-purposes"].values():
        yield from _purpose(purpose, source, kinds, fixed)
    yield from _twice(tables)


def _service(service: ServiceType, source: Source, permissions: dict[str, KnownPermission]) -> Iterator[Fault]:
    """Permissions are known, stand in their group, and never make up a whole group that the type needs."""
    for group, names in service.low_relevance.items():
        for name in names:
            known = permissions.get(name)
            if known is None:
                yield source, ("low_relevance", group), f"no permission is called `{name}`"
            elif known.group.partition(" ")[0] != group:
                yield source, ("low_relevance", group), f"`{name}` belongs to the group `{known.group}`"
    groups = {known.group.partition(" ")[0] for known in permissions.values()}
    marked = {name for names in service.low_relevance.values() for name in names}
    for group in service.draft_minimum:
        members = {name for name, known in permissions.items() if known.group.partition(" ")[0] == group}
        if group not in groups:
            yield source, ("draft_minimum",), f"no group of permissions is called `{group}`"
        elif members <= marked:
            yield source, ("draft_minimum",), f"every permission of `{group}` is of low relevance"


def _app_types(tables: Tables) -> Iterator[Fault]:
    """A service type means a known app type, no two mean the same, and that one has no list of its own besides."""
    meant: dict[str, str] = {}
    for service, source in tables["service-types"].values():
        if not service.app_type:
            continue
        if service.app_type not in tables["app-types"]:
            yield source, ("app_type",), f"no app type is called `{service.app_type}`"
            continue
        if meant.setdefault(service.app_type, service.id) != service.id:
            yield source, ("app_type",), f"`{service.app_type}` is that of `{meant[service.app_type]}` already"
        app_type, place = tables["app-types"][service.app_type]
        if app_type.low_relevance:
            yield place, ("low_relevance",), f"stands in `service-types/{service.id}` already: leave it out here"


def _purpose(purpose: IdentifierPurpose, source: Source, kinds: set[str], fixed: set[str]) -> Iterator[Fault]:
    """Data types exist, and each identifier that cannot be changed stands in exactly one list."""
    count = Counter(each for key in LISTS for each in getattr(purpose, key))
    for key in LISTS:
        for each in getattr(purpose, key):
            if each not in kinds:
                yield source, (key,), f"no data type is called `{each}`"
            elif count[each] > 1:
                yield source, (key,), f"`{each}` stands twice"
    for each in sorted(fixed - count.keys()):
        yield source, ("id",), f"does not say whether `{each}` is necessary, extended or unnecessary"


def _twice(tables: Tables) -> Iterator[Fault]:
    """A category is there for one purpose."""
    owners: dict[str, str] = {}
    for purpose, source in tables["identifier-purposes"].values():
        for each in purpose.categories:
            if owners.setdefault(each, purpose.id) != purpose.id:
                yield source, ("categories",), f"`{each}` is one of `{owners[each]}` already"


def with_low_relevance(checklist: Checklist) -> tuple[AppType, ...]:
    """The app types with the permissions that the service type of the same meaning marks."""
    low = {each.app_type: _flat(each.low_relevance.values()) for each in checklist.service_types}
    return tuple(
        msgspec.structs.replace(each, low_relevance=low[each.id]) if each.id in low else each
        for each in checklist.app_types
    )


def _flat(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(each for names in lists for each in names)
