"""Host names and addresses: which are well formed, which stay in the local network, and whose they are."""

import ipaddress
import re
from collections.abc import Iterable

from appscan.knowledge import Domain

LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
TOP = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]{1,59}")
MAX_LENGTH = 253
LOCAL_NAMES = ("localhost", "local")
"""Top labels that no public name server answers for (RFC 6761, RFC 6762)."""

NEVER_CONTACTED = frozenset(("namespace", "documentation"))
"""Roles of domains whose names stand in code without being called: XML namespaces, links in messages."""


def valid(host: str) -> bool:
    """Whether a host, in small letters, is an address or a full name of the DNS (RFC 1123, RFC 5891) or `localhost`."""
    if is_address(host) or host == "localhost":
        return True
    labels = host.split(".")
    shaped = len(labels) >= 2 and len(host) <= MAX_LENGTH and all(map(LABEL.fullmatch, labels))
    return shaped and TOP.fullmatch(labels[-1]) is not None and all(map(_decodes, labels))


def _decodes(label: str) -> bool:
    if not label.startswith("xn--"):
        return True
    try:
        return not label[4:].encode().decode("punycode").isascii()
    except (UnicodeError, OverflowError):
        return False


def is_address(host: str) -> bool:
    """Whether a host is an IPv4 or IPv6 literal (the latter without brackets)."""
    return _address(host) is not None


def is_local(host: str) -> bool:
    """Whether a host never leads to the public network: loopback, private, link-local, for documentation."""
    address = _address(host)
    if address is None:
        return host.rpartition(".")[2] in LOCAL_NAMES
    return not address.is_global or address.is_multicast


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    if not host[-1:].isdigit() and ":" not in host:
        return None  # a name, as nearly always: no exception for each
    try:
        return ipaddress.ip_address(host) if "%" not in host else None
    except ValueError:
        return None


class Domains:
    """The known domains, looked up by the longest suffix on label boundaries."""

    def __init__(self, known: Iterable[Domain]) -> None:
        self._known = {each.domain: each for each in known}
        self.tops = frozenset(f".{name.rpartition('.')[2]}".encode() for name in self._known)
        """How a string ends that may be such a host: `.com`, `.cn`."""

    def of(self, host: str) -> Domain | None:
        """The entry that a host equals or ends in; None where none does."""
        while host:
            if host in self._known:
                return self._known[host]
            host = host.partition(".")[2]
        return None

    def names_only(self, host: str) -> bool:
        """Whether a host stands in code without being called: an XML namespace, a link in a message."""
        known = self.of(host)
        return known is not None and known.role in NEVER_CONTACTED
