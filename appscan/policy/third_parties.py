"""Names the third parties that a policy lists: in tables, in `key：value` records, and in sentences."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from appscan.facts import ThirdParty
from appscan.policy.datatypes import DataTypes
from appscan.policy.flat import flat_rows
from appscan.policy.named import in_prose
from appscan.policy.names import Names, bare, company_in
from appscan.policy.normalise import fold, normalise
from appscan.policy.records import Record, of_record, records
from appscan.policy.roles import Role, role_of, roles_by_content, roles_of
from appscan.policy.sentences import Unit

MAX_PARTIES = 2_000
MAX_NAME = 60
MAX_PART = 30
"""A longer part of a list is no name but a sentence."""

_ABOUT = re.compile(r"sdk|第三方|共享|合作方|合作伙伴|接入|接收方|对外提供")
_URL = re.compile(r"https?://[^\s|，。；]{4,300}|www\.[^\s|，。；]{4,300}", re.IGNORECASE)
_SEPARATOR = re.compile(r"[、;/\n]|,(?!\s*(?:inc|ltd|llc))|(?<=sdk)(?:和|及|与|以及)", re.IGNORECASE)
_STOP = re.compile(r"[;:。|]|(?<=sdk),|\s?(?:用于|收集|获取|读取|为了|公司(?:名称|全称|主体)|隐私)", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"^(?:读取|写入|获取|查看|检索|开机|访问|修改|拍摄|录制|允许|控制|更改|用于|以|您|我们|用户)|权限$|^(?:无|暂无|/|-+|\d+|名称|sdk名称|安卓|ios|android|其他|是|否|同上)$|[。?!]"
)
_MANNER = re.compile(r"嵌入|集成|收集|采集|传输|本机|接口|自动")


def third_parties(units: Sequence[Unit], names: Names, types: DataTypes) -> tuple[ThirdParty, ...]:
    """Every third party that is named, each once, with what its row or record says of it."""
    found: dict[str, ThirdParty] = {}
    rows = {id(unit.block): unit for unit in reversed(units) if unit.block.kind == "row"}  # the first of each row
    listing = {key for key, unit in rows.items() if is_listing(unit)}
    starts = [unit for unit in units if unit.block.kind != "row" or rows[id(unit.block)] is unit]
    prose = [unit for unit in units if unit.block.kind != "heading" and id(unit.block) not in listing]
    recorded = list(records((unit for unit in starts if id(unit.block) not in listing), names))
    used = {id(unit) for unit, _ in recorded}
    prose = [unit for unit in prose if id(unit) not in used and not of_record(unit)]
    for party in (
        *_listed(starts, listing, names, types),
        *(party for unit, record in recorded for party in _parties(unit, record, names, types)),
        *_flat(starts, names, types),
        *in_prose(prose, names, types),
    ):
        key = party.sdk or bare(party.name)
        known = found.get(key)
        if known is not None:
            found[key] = _merged(known, party)
        elif len(found) < MAX_PARTIES:
            found[key] = party
    return tuple(found.values())


def is_listing(unit: Unit) -> bool:
    """Whether a row belongs to a list of third parties rather than of functions or permissions."""
    cells = unit.block.cells
    if len(cells) == 2 and not unit.block.columns and role_of(normalise(cells[0])) != "other":
        return False  # a key and its value
    roles = _roles(unit)
    about = normalise(" ".join((*unit.block.columns, *unit.block.path[-1:], unit.block.lead)))
    return "name" in roles and len(set(roles) - {"other"}) > 1 and bool(_ABOUT.search(about))


def _roles(unit: Unit) -> tuple[Role, ...]:
    """The role of each cell: by the header over it, else by what it holds."""
    if unit.block.columns:
        return roles_of(tuple(normalise(column) for column in unit.block.columns))
    return roles_by_content(tuple(normalise(cell) for cell in unit.block.cells))


def _listed(units: Iterable[Unit], listing: set[int], names: Names, types: DataTypes) -> Iterator[ThirdParty]:
    """The entries of tables."""
    for unit in units:
        if id(unit.block) in listing:
            yield from _parties(unit, _row(_roles(unit), unit.block.cells, names), names, types)


def _row(roles: Iterable[Role], cells: Iterable[str], names: Names) -> Record:
    """The record of a row. A cell of functions that names an SDK is the name where the name's cell holds a company."""
    pairs = [(role, fold(cell)) for role, cell in zip(roles, cells, strict=False)]
    record: Record = {}
    for role, cell in pairs:
        record.setdefault(role, cell)
    name = record.get("name", "")
    if name and company_in(name) == name:
        others = (cell for role, cell in pairs if role in ("purpose", "other") and len(cell) <= MAX_NAME)
        named = next((cell for cell in others if _is_sdk(cell, names)), "")
        if named:
            record |= {"name": named, "company": name}
    return record


def _is_sdk(cell: str, names: Names) -> bool:
    return not _MANNER.search(cell) and (bool(names.resolve(cell)) or cell.lower().endswith("sdk"))


def _flat(units: Sequence[Unit], names: Names, types: DataTypes) -> Iterator[ThirdParty]:
    """The entries of tables that a text shows one cell a line."""
    for unit, cells, roles in flat_rows(units):
        yield from _parties(unit, _row(roles, cells, names), names, types)


def _parties(unit: Unit, record: Record, names: Names, types: DataTypes) -> Iterator[ThirdParty]:
    """One entry for each name in a record: a cell may list several."""
    link = _URL.search(record.get("link", "")) or _URL.search(unit.sentence.text)
    for name in _split(record.get("name", "")):
        purpose, company = record.get("purpose", ""), record.get("company", "")
        sdk = names.named(name, purpose, normalise(company_in(company)))
        kind_of_data = not name.lower().endswith("sdk") and types.covers(normalise(name))
        if sdk or not (_NOT_A_NAME.search(name.lower()) or kind_of_data):
            yield ThirdParty(
                name=name,
                evidence=unit.evidence,
                company=company[:100],
                purpose=purpose[:200],
                data_types=types.named(normalise(record.get("data", ""))),
                link=link.group() if link else "",
                sdk=sdk,
            )


def _split(given: str) -> list[str]:
    """The names in a cell or value: a list of short ones, else the words before the first stop."""
    parts = [part.strip() for part in _SEPARATOR.split(given)]
    if any(len(part) > MAX_PART or part.count("(") != part.count(")") or _STOP.search(part) for part in parts):
        parts = [_STOP.split(given, maxsplit=1)[0].strip()]
    return [part for part in parts if 1 < len(part) <= MAX_NAME]


def _merged(known: ThirdParty, again: ThirdParty) -> ThirdParty:
    """The first entry, with what a later one adds."""
    return msgspec.structs.replace(
        known,
        company=known.company or again.company,
        purpose=known.purpose or again.purpose,
        data_types=known.data_types or again.data_types,
        link=known.link or again.link,
    )
