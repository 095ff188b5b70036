"""Addresses and filing numbers → rows: one for each host, with whose it is and whose code names it."""

from collections import defaultdict
from collections.abc import Sequence

from appscan.facts import Endpoint, Evidence, Facts, Filing
from appscan.hosts import NEVER_CONTACTED, Domains, is_address, is_local
from appscan.knowledge import Domain
from appscan.report.model import EndpointRow, FilingRow, Language, NetworkRow
from appscan.scene import Scene, pretty

MAX_EVIDENCE = 5
PLAIN = frozenset(("http", "ws", "mqtt", "tcp", "ftp"))
"""Schemes that do not encrypt."""

UNSEARCHED = ("unsearched_files", "many_addresses")
"""Limits that leave no part of the facts open, and yet addresses unseen."""


def network_row(view: Scene, lang: Language) -> NetworkRow | None:
    """The network part of a report; None where the facts have none."""
    network = view.facts.network
    if network is None:
        return None
    hosts: dict[str, list[Endpoint]] = defaultdict(list)
    for each in network.endpoints:
        hosts[each.host].append(each)
    filings: dict[str, list[Filing]] = defaultdict(list)
    for filing in network.filings:
        filings[filing.number].append(filing)
    domains = Domains(view.knowledge.domains)
    return NetworkRow(
        endpoints=tuple(_endpoint(group, domains.of(host), view, lang) for host, group in sorted(hosts.items())),
        filings=tuple(_filing(number, group) for number, group in sorted(filings.items())),
        complete=_complete(view.facts),
    )


def _complete(facts: Facts) -> bool:
    return not (facts.gaps("code") or facts.gaps("ui") or any(each.kind in UNSEARCHED for each in facts.limits))


def _endpoint(group: Sequence[Endpoint], domain: Domain | None, view: Scene, lang: Language) -> EndpointRow:
    domain = domain or Domain(domain="")
    host = group[0].host
    owners = [view.attributor.owner(each.caller) for each in group if each.caller]
    sdks = tuple(sorted({owner.sdk for owner in owners if owner.sdk}))
    kinds = sorted({owner.kind for owner in owners if not owner.sdk})
    schemes = tuple(sorted({each.scheme for each in group}))
    return EndpointRow(
        host=host,
        schemes=schemes,
        ports=tuple(sorted({each.port for each in group if each.port})),
        cleartext=domain.role not in NEVER_CONTACTED and not PLAIN.isdisjoint(schemes),
        local=is_local(host),
        address=is_address(host),
        role=domain.role,
        operator=domain.operator,
        country=domain.country,
        cross_border=domain.cross_border if domain.domain else "",
        sdk=domain.sdk or None,
        owners=(*kinds, *(view.sdks[each].name.get(lang) for each in sdks)),
        sdks=sdks,
        places=sum(each.uses for each in group),
        evidence=tuple(_evidence(each) for each in _telling(group)),
    )


def _telling(group: Sequence[Endpoint]) -> list[Endpoint]:
    """The first few places: what does not encrypt, then where code uses it, then the rest."""
    ranked = sorted(group, key=lambda each: (each.scheme not in PLAIN, not each.caller, each.where, each.url))
    return ranked[:MAX_EVIDENCE]


def _evidence(each: Endpoint) -> Evidence:
    quote = f"{pretty(each.caller)} -> {each.url}" if each.caller else each.url
    return Evidence(where=each.where, quote=quote)


def _filing(number: str, group: Sequence[Filing]) -> FilingRow:
    evidence = tuple(Evidence(where=each.where, quote=each.text) for each in group[:MAX_EVIDENCE])
    return FilingRow(number=number, places=len(group), evidence=evidence)
