"""Finds network addresses in text: URLs, sockets such as `10.0.2.2:8080`, and bare names of known domains."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from appscan.hosts import Domains, is_address, valid

MAX_URL = 300
SCHEME = re.compile(r"(?<![a-z0-9])(https?|wss?|mqtts?|tcp|ftp)$", re.IGNORECASE)
LONGEST = len("mqtts") + 1
REST = re.compile(r"[!#-&(-;=?-\[\]_a-{}~]*")
"""What a URL is written in: printable ASCII but quotes, angle brackets, `|`, `^` and backslashes."""

AUTHORITY = re.compile(r"[\w.~%$*+=:@\[\]{}-]*", re.ASCII)
PLACEHOLDER = re.compile(r"%(?:\d+\$)?[-+0,]*\d*(?:\.\d+)?[a-zA-Z@]|\$?\{[^{}]*\}?|\$\w+|\*+")
HOLE = "\0"
SOCKET = re.compile(r"(?<![\w.:/@-])((?:\d{1,3}\.){3}\d{1,3}):(\d{2,5})(?![\w.:-])", re.ASCII)
NAME = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
QUOTED = re.compile(r"""["'=]\s?((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})(?=["'\s]|$)""")
DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21, "mqtt": 1883, "mqtts": 8883}
SECOND_LEVEL = frozenset("com co net org gov edu ac".split())
"""Labels under a country's top label that are registries themselves: `%s.com.cn` has no fixed part."""


class Address(NamedTuple):
    """An address and the offset where it stands. `scheme` is empty for a bare host; `port` 0 is the scheme's own."""

    scheme: str
    host: str
    port: int
    url: str
    at: int


def addresses(text: str) -> Iterator[Address]:
    """The URLs and sockets in a text. Userinfo is left out; a host that is not wholly known is cut or dropped."""
    at = text.find("://")
    while at >= 0:
        found = _url(text, at)
        if found:
            yield found
        at = text.find("://", at + 3)
    for match in SOCKET.finditer(text):
        port = int(match[2])
        if is_address(match[1]) and 0 < port < 1 << 16:
            yield Address("", match[1], port, match[0], match.start())


def bare(text: str, known: Domains) -> Iterator[Address]:
    """The text itself, where it is no more than a host of a known domain."""
    if NAME.fullmatch(text):
        yield from _known(text, 0, known)


def quoted(text: str, known: Domains) -> Iterator[Address]:
    """Hosts of known domains that stand in quotes or behind `=` in a file."""
    for match in QUOTED.finditer(text):
        yield from _known(match[1], match.start(1), known)


def _known(name: str, at: int, known: Domains) -> Iterator[Address]:
    host = name.lower()
    if known.of(host) and valid(host) and not known.names_only(host):
        yield Address("", host, 0, name, at)


def _url(text: str, at: int) -> Address | None:
    before = SCHEME.search(text[max(0, at - LONGEST) : at])
    if not before:
        return None
    scheme, start = before[1].lower(), at + 3
    written = _group(AUTHORITY, text, start, start + MAX_URL)
    parsed = authority(written)
    if parsed is None:
        return None
    host, port = parsed
    rest = _group(REST, text, start + len(written), start + MAX_URL)
    shown = written.rpartition("@")[2]
    port = 0 if port == DEFAULT_PORTS.get(scheme) else port
    return Address(scheme, host, port, f"{scheme}://{shown}{rest}".rstrip(".,;:!)]"), at - len(scheme))


def _group(pattern: re.Pattern[str], text: str, start: int, end: int) -> str:
    match = pattern.match(text, start, end)
    return match[0] if match else ""


def authority(written: str) -> tuple[str, int] | None:
    """(host in small letters, port or 0) of the part of a URL between `//` and the path; None where none is known.

    Of a host with placeholders (`%s.foo.com`, `${host}`) only the labels behind them are kept.
    """
    place = PLACEHOLDER.sub(HOLE, written).rpartition("@")[2]
    if place.startswith("["):
        name, closed, behind = place[1:].partition("]")
        if not closed or ":" not in name or behind[:1] not in ("", ":"):
            return None
        host, port = name.lower(), _port(behind[1:])
    else:
        name, _, behind = place.partition(":")
        host, port = _fixed(name.lower()), _port(behind)
    return (host, port) if port is not None and valid(host) else None


def _port(text: str) -> int | None:
    digits = text.rstrip(HOLE + ".")
    if not digits:
        return 0
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 5:
        return None
    return int(digits) if 0 < int(digits) < 1 << 16 else None


def _fixed(name: str) -> str:
    """The host without what a placeholder stands for, and without the full stop of a sentence."""
    name = name.removesuffix(HOLE).removesuffix(".") if not name.endswith("." + HOLE) else ""
    if HOLE not in name:
        return name
    rest = name.rpartition(HOLE)[2].partition(".")[2]
    labels = rest.split(".")
    return "" if len(labels) == 2 and labels[0] in SECOND_LEVEL else rest
