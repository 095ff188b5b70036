"""Versions that libraries tell of themselves: constants of classes, and small files of the archive."""

import re
from collections.abc import Collection, Iterator

import numpy as np

from appscan.dex.errors import DexError
from appscan.dex.index import Dex
from appscan.extract.archive import EntryError
from appscan.extract.package import Entries
from appscan.facts import VersionMark, byte_at
from appscan.sdk_versions import SHAPE
from appscan.sdks import dotted

MAX_LENGTH = 40
MAX_MARKS = 500
MAX_FILE = 4096
MAX_NAMED = 200
FINAL = 0x10

_NAMED = re.compile(r"(?:!SDK-VERSION-STRING!:)?([\w.-]+:[\w.-]+)(?:@@|:)(\d[^\s:@]*)", re.ASCII)
"""`com.google.android.gms:play-services-ads@@20.1.0`, `!SDK-VERSION-STRING!:com.appsflyer:af-android-sdk:6.5.4`."""
_VERSION_FILE = re.compile(r"META-INF/([\w.-]+)\.version", re.ASCII)
_POM = re.compile(r"META-INF/maven/([\w.-]+)/([\w.-]+)/pom\.properties", re.ASCII)
_PROPERTIES = re.compile(r"([\w-]+)\.properties", re.ASCII)
_VERSION_LINE = re.compile(r"^version\s*=\s*(\S+)\s*$", re.MULTILINE)
_CLIENT_LINE = re.compile(r"^client\s*=\s*(\S+)\s*$", re.MULTILINE)


def constants(dex: Dex, again: Collection[str]) -> Iterator[VersionMark]:
    """Final static strings whose field is called a version and whose value looks like one.

    Only classes that own such a field are read. `again`: classes that an earlier DEX file defines already.
    """
    tables = dex.tables
    text = dex.type_index.get("Ljava/lang/String;")
    if text is None:
        return
    fields = tables.fields
    chosen = (fields["type"] == text) & np.isin(fields["name"], dex.strings.holding(b"VERSION"))
    rows = np.flatnonzero(np.isin(tables.classes["type"], fields["owner"][chosen]) & (tables.classes["values"] > 0))
    for row in rows.tolist():
        try:
            values = list(dex.static_strings(row))
        except DexError:
            continue  # what cannot be read tells no version; the code's own reader says what is broken
        for each in values:
            if not chosen[each.field] or not each.flags & FINAL:
                continue
            owner, name = dex.field(each.field)
            value = dex.string(each.string)
            if owner not in again and len(value) <= MAX_LENGTH and SHAPE.fullmatch(value):
                where = byte_at(dex.name, each.offset)
                yield VersionMark(name=dotted(owner), field=name, value=value, where=where)


def artifacts(dex: Dex) -> Iterator[VersionMark]:
    """Artifacts that name themselves and their version in a text or as the source file of their classes."""
    for index in sorted({*dex.strings.holding(b"@@"), *dex.strings.starting(b"!SDK-VERSION-STRING!:")}):
        named = _NAMED.fullmatch(dex.string(index)) if dex.strings.size(index) <= MAX_NAMED else None
        if named and SHAPE.fullmatch(named[2]):
            where = byte_at(dex.name, dex.strings.offset(index))
            yield VersionMark(name=named[1], value=named[2], where=where)


def files(entries: Entries) -> Iterator[VersionMark]:
    """`META-INF/<group>_<artifact>.version`, Maven's `pom.properties`, `<artifact>.properties` beside the DEX files.

    The first two name a group and an artifact, which stand in `name` with a colon between them.
    """
    for path in sorted(entries.entries):
        found = _VERSION_FILE.fullmatch(path) or _POM.fullmatch(path) or _PROPERTIES.fullmatch(path)
        if found and entries.size(path) <= MAX_FILE and (mark := _mark(entries, path, found)):
            yield mark


def _mark(entries: Entries, path: str, found: re.Match[str]) -> VersionMark | None:
    try:
        text = entries.read(path).decode("utf-8", "replace")
    except EntryError:
        return None
    if found.re is _VERSION_FILE:
        name, value = found[1].replace("_", ":", 1), text.strip()
    else:
        line = _VERSION_LINE.search(text)
        value = line[1] if line else ""
        name = ":".join(found.groups())
        client = _CLIENT_LINE.search(text)
        if found.re is _PROPERTIES and (client is None or client[1] != name):
            return None
    fits = len(value) <= MAX_LENGTH and SHAPE.fullmatch(value)
    return VersionMark(name=name, value=value, where=entries.place(path)) if fits else None
