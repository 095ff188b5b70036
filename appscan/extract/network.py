"""Addresses and filing numbers of an app: from its bytecode, its resources, its text files."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Literal

import msgspec
import numpy as np

from appscan.extract.archive import Archive
from appscan.extract.filings import Number, numbers
from appscan.extract.sites import DexSites, Group
from appscan.extract.textfiles import text_files, without_comments
from appscan.extract.urls import Address, addresses, bare, quoted
from appscan.facts import Endpoint, Filing, Limit, Network, Text, byte_at
from appscan.hosts import Domains

MAX_ENDPOINTS = 5000
MAX_FILINGS = 200
MARKS = "备", "備"
RAW_MARKS = tuple(mark.encode() for mark in MARKS)

Source = Literal["code", "resources", "files"]
Read = tuple[list[Address], list[Number]]


def code_network(sites: DexSites, domains: Domains) -> Network:
    """What stands in one DEX file: each string where code loads it, or else by its index in the table."""
    dex = sites.dex
    found = {index: _read(dex.string(index), domains) for index in _candidates(sites, domains)}
    found = {index: read for index, read in found.items() if any(read)}
    loaded = np.zeros(len(dex.strings), bool)
    loaded[dex.string_constants.target] = True
    parts = [
        _made(found[group.target], byte_at(dex.name, group.offset), dex.method(group.caller), group.sites, "code")
        for group in _telling(sites.uses(found), found, domains)
    ]
    rest = sorted(index for index in found if not loaded[index])
    parts += [_made(found[index], f"{dex.name}:string#{index}", source="code") for index in rest]
    return merged(parts, domains)


def _telling(groups: Iterable[Group], found: dict[int, Read], domains: Domains) -> list[Group]:
    """The uses in the order of their bytes; of a string that only names namespaces the first stands for all."""
    kept: dict[tuple[int, int], Group] = {}
    silent = {index for index, (hosts, filed) in found.items() if not filed and _only_names(hosts, domains)}
    for group in sorted(groups, key=lambda group: group.offset):
        key = (group.target, -1 if group.target in silent else group.caller)
        first = kept.get(key)
        kept[key] = first._replace(sites=first.sites + group.sites) if first else group
    return list(kept.values())


def _only_names(hosts: Iterable[Address], domains: Domains) -> bool:
    return all(domains.names_only(each.host) for each in hosts)


def _candidates(sites: DexSites, domains: Domains) -> list[int]:
    table = sites.dex.strings
    filings = [index for index in sites.chinese if any(map(table.raw(index).__contains__, RAW_MARKS))]
    return sorted({*sites.links, *filings, *table.ending(domains.tops), *table.sockets()})


def _read(text: str, domains: Domains) -> Read:
    """What one string of code or resources holds."""
    found = chain(addresses(text), bare(text, domains)) if "." in text or "://" in text else ()
    return list(islice(found, MAX_ENDPOINTS + 1)), _numbers(text)


def _numbers(text: str) -> list[Number]:
    return list(numbers(text)) if any(mark in text for mark in MARKS) else []


def text_network(
    pool: Sequence[str], in_layouts: Iterable[Text], domains: Domains, table: str = "resources.arsc"
) -> Network:
    """What stands in the string pool of a resource table (`table`: its name); filing numbers in layouts too."""
    parts = (_made(_read(text, domains), f"{table}:string#{index}") for index, text in enumerate(pool))
    layouts = (_made(([], _numbers(each.text)), each.where) for each in in_layouts)
    return merged((*parts, *layouts), domains)


def file_network(archive: Archive, domains: Domains, limits: list[Limit]) -> Network:
    """What stands in text files among assets and raw resources, each by its line."""
    files = text_files(archive, limits)
    return merged((_file(archive.place(name), text, domains) for name, text in files), domains)


def _file(name: str, text: str, domains: Domains) -> Network:
    """Each line of a file is a place of its own; what stands there more than once is told by its first place."""
    text = text.replace("\\/", "/")  # as JSON may write it; lines stay what they are
    if next(chain(addresses(text), quoted(text, domains)), None) is None and not _numbers(text):
        return Network()
    text = without_comments(text)
    first: dict[tuple[str, str, int], Address] = {}
    uses: Counter[tuple[str, str, int]] = Counter()
    for each in chain(addresses(text), quoted(text, domains)):
        key = (each.scheme, each.host, each.port)
        if key in first or len(first) <= MAX_ENDPOINTS:
            first.setdefault(key, each)
            uses[key] += 1
    filed = _numbers(text)
    ends = [match.start() for match in re.finditer("\n", text)] if first or filed else []

    def line(at: int) -> str:
        return f"{name}:{bisect_left(ends, at) + 1}"

    parts = [_made(([each], []), line(each.at), uses=uses[key], source="files") for key, each in first.items()]
    return merged((*parts, *(_made(([], [each]), line(each.at)) for each in filed)), domains)


def _made(read: Read, where: str, caller: str = "", uses: int = 1, source: Source = "resources") -> Network:
    return Network(
        endpoints=tuple(
            Endpoint(
                host=each.host,
                scheme=each.scheme,
                port=each.port,
                url=each.url,
                where=where,
                caller=caller,
                uses=uses,
                source=source,
            )
            for each in read[0]
        ),
        filings=tuple(Filing(number=each.number, text=each.text, where=where, caller=caller) for each in read[1]),
    )


def merged(parts: Iterable[Network], domains: Domains) -> Network:
    """One endpoint for each scheme, host, port, source and class, one filing for each number and class: the first.

    Of a host that is named and never called, such as that of an XML namespace, one will do for all classes.
    """
    endpoints: dict[tuple[str, str, int, str, str], Endpoint] = {}
    filings: dict[tuple[str, str], Filing] = {}
    for part in parts:
        for each in part.endpoints:
            owner = "" if domains.names_only(each.host) else each.caller.partition("->")[0]
            key = (each.scheme, each.host, each.port, each.source, owner)
            first = endpoints.get(key)
            if first:
                endpoints[key] = msgspec.structs.replace(first, uses=first.uses + each.uses)
            elif len(endpoints) <= MAX_ENDPOINTS:  # one too many tells that some were left out
                endpoints[key] = each
        for filing in part.filings:
            filings.setdefault((filing.number, filing.caller.partition("->")[0]), filing)
    return Network(endpoints=tuple(endpoints.values()), filings=tuple(filings.values()))


def bounded(network: Network, limits: list[Limit]) -> Network:
    """In a fixed order, no more than facts keep. What code loads from one DEX file is not told of another's table."""
    loaded = {(each.scheme, each.host, each.port) for each in network.endpoints if each.caller}
    endpoints = sorted(
        each
        for each in network.endpoints
        if each.caller or each.source != "code" or (each.scheme, each.host, each.port) not in loaded
    )
    if len(endpoints) > MAX_ENDPOINTS or len(network.filings) > MAX_FILINGS:
        detail = f"{len(endpoints)} addresses, {len(network.filings)} filing numbers"
        limits.append(Limit(kind="many_addresses", detail=detail))
    return Network(endpoints=tuple(endpoints[:MAX_ENDPOINTS]), filings=tuple(sorted(network.filings)[:MAX_FILINGS]))
