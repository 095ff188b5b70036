"""What to look for in bytecode, prepared once from the knowledge."""

from collections import defaultdict
from typing import NamedTuple

from appscan.dex import mutf8
from appscan.hosts import Domains
from appscan.knowledge import Knowledge

PREFIX_KINDS = ("uri", "path")
"""String constants of these kinds count when they *start* with the known value; the others must equal it."""


class Watch(NamedTuple):
    """`methods`, `fields`: class descriptor → member → descriptors wanted (`*`: all).

    `exact`, `prefixes`: MUTF-8 string → kind. `permission_requests`: methods that ask for permissions.
    `reflected`: dotted class name → member → API. `members`: distinctive member names → API, for methods that name
    only the member and look it up. `domains`: whose names alone count.
    """

    methods: dict[str, dict[str, frozenset[str]]]
    fields: dict[str, frozenset[str]]
    exact: dict[bytes, str]
    prefixes: dict[bytes, str]
    permission_requests: frozenset[str]
    reflected: dict[str, dict[str, str]]
    members: dict[str, str]
    domains: Domains


def prepare(knowledge: Knowledge) -> Watch:
    """The look-up tables of the knowledge's APIs."""
    methods: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    fields: dict[str, set[str]] = defaultdict(set)
    exact: dict[bytes, str] = {}
    prefixes: dict[bytes, str] = {}
    requests: set[str] = set()
    reflected: dict[str, dict[str, str]] = defaultdict(dict)
    members: dict[str, str] = {}
    for api in knowledge.apis:
        if api.kind == "api":
            reflected[api.target[1:-1].replace("/", ".")].setdefault(api.member, f"{api.target}->{api.member}")
            methods[api.target][api.member].add(api.descriptor)
            if "behavior:request_permission" in api.data_types:
                requests.add(f"{api.target}->{api.member}")
        elif api.kind == "field":
            fields[api.target].add(api.member)
        elif api.kind in PREFIX_KINDS:
            prefixes[mutf8.encode(api.target)] = api.kind
        elif api.kind == "reflection":
            owner, _, member = api.target.partition("#")
            reflected[owner][member] = api.target
            if "method-name" in api.member:
                members[member] = api.target
        else:
            exact[mutf8.encode(api.target)] = api.kind
    return Watch(
        methods={owner: {name: frozenset(kinds) for name, kinds in names.items()} for owner, names in methods.items()},
        fields={owner: frozenset(names) for owner, names in fields.items()},
        exact=exact,
        prefixes=prefixes,
        permission_requests=frozenset(requests),
        reflected=dict(reflected),
        members=members,
        domains=Domains(knowledge.domains),
    )
