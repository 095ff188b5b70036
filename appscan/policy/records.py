"""`key：value` records of a list of third parties, over several lines or run on in one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from appscan.policy.names import Names
from appscan.policy.normalise import fold, normalise
from appscan.policy.roles import Role, role_of
from appscan.policy.sentences import Unit

MAX_RECORD = 12
"""Sentences after its name in which a record can go on."""

MAX_TITLE = 30
_NUMBER = re.compile(r"^第[一二三四五六七八九十\d]{1,3}[条章节部分]{1,2}\s?|^[(\d.、)\s一二三四五六七八九十①-⑳•*-]+")
_KEY = re.compile(
    r"(?:^|(?<=[\s;,|。)])|(?=公司|所属|使用|收集|共享|处理|隐私|官网|链接|第三方|sdk名|涉及|用途|目的|功能:|提供方|运营方|开发者|服务商|供应商))[\"\[【(]?(?P<key>(?:第三方|合作方)?(?:sdk)?(?:的)?(?:产品|插件|主体|公司)?(?:名称|全称)|(?<![^;,|。(【\[])(?:sdk|组件|插件|产品|第三方)|公司|所属公司|服务商|供应商|厂商|合作方"
    r"|(?:sdk)?(?:提供|运营|开发)(?:方|者|商|主体)(?:名称)?|第三方(?:主体|公司)|(?:使用|处理|收集|共享|调用)?(?:目的|场景|用途)(?:描述|说明)?|功能"
    r"|(?:收集|获取|共享|涉及|处理|采集)(?:的)?(?:个人)?(?:信息|数据)(?:的)?(?:类型|种类|范围|字段|内容)?|(?:个人)?(?:信息|数据)(?:类型|种类|字段)?"
    r"|(?:收集|处理|共享|使用)方式|(?:sdk|第三方)?(?:隐私(?:权)?(?:保护)?政策|官网)(?:链接|地址|网址)?|链接|网址|(?:申请|涉及|使用)权限"
    r"|(?:sdk |third.party )?name|(?:company|provider|developer|vendor)(?: name)?|(?:purpose|usage|function)s?"
    r"|(?:data|information)(?: types?| collected)?|(?:privacy(?: policy)?(?: link)?|link|website|url))"
    r"[\"\]】)]?\s*:\s*",
    re.IGNORECASE,
)

Record = dict[Role, str]


class Entry(NamedTuple):
    """A record with the place at which it begins, and the key that named it; no key while only its company is known."""

    place: int
    unit: Unit
    record: Record
    key: str


def records(units: Iterable[Unit], names: Names) -> Iterator[tuple[Unit, Record]]:
    """(where it begins, what it says) of each record: from its name or its company on, or below a line that is one."""
    return ((each.unit, each.record) for each in _entries(units, names) if "name" in each.record)


def _entries(units: Iterable[Unit], names: Names) -> Iterator[Entry]:
    opened: Entry | None = None
    title: Entry | None = None
    by_company = False
    for place, unit in enumerate(units):
        found = list(pairs(unit))
        if name := _headed(unit, found, names) if found else _titled(unit, names):
            title = Entry(place, unit, {"name": name}, "sdk")
        for key, value in found:
            role = _role(key, opened)
            begun: Entry | None = None
            if title is not None and place - title.place <= 3 and (_of_third_party(key) or role in ("data", "purpose")):
                begun, title = title, None
                role = "company" if role == "name" else role
            elif role == "name" and opened and not opened.key and place - opened.place <= 3:
                opened.record["name"] = value
                opened = opened._replace(key=key)
            elif role == "name":
                begun, title = Entry(place, unit, {"name": value}, key), None
            elif role == "company" and (opened is None or (by_company and "name" in opened.record)):
                begun = Entry(place, unit, {"company": value}, "")
            if begun is not None:
                if opened:
                    yield opened
                opened, by_company = begun, not begun.key
            if opened and role != "name" and place - opened.place <= MAX_RECORD:
                opened.record.setdefault(role, value)
    if opened:
        yield opened


def _of_third_party(key: str) -> bool:
    return role_of(key) == "company" or re.search("公司|主体|提供|开发|运营", key) is not None


def _role(key: str, opened: Entry | None) -> Role:
    """The role of a key; a third party named after the SDK whose it is, is the company."""
    role = role_of(key)
    after_sdk = opened and "sdk" not in key and "sdk" in opened.key and "company" not in opened.record
    return "company" if role == "name" and after_sdk else role


def _titled(unit: Unit, names: Names) -> str:
    """The name in a short line that is nothing but the name of an SDK; else nothing."""
    if len(unit.folded) > MAX_TITLE + 8:
        return ""
    text = _NUMBER.sub("", unit.folded)
    if unit.block.cells or not 1 < len(text) <= MAX_TITLE or re.search("[,;:。]|第三方|清单|目录|列表", text):
        return ""
    return text if names.resolve(text) or normalise(text).endswith("sdk") else ""


def _headed(unit: Unit, found: Sequence[tuple[str, str]], names: Names) -> str:
    """The name before the first key of a line that has no key for it: `【name】purpose: …`."""
    roles = {role_of(key) for key, _ in found}
    if unit.block.cells or "name" in roles or not roles & {"purpose", "data"}:
        return ""
    head = unit.folded[: unit.norm.find(found[0][0])]
    text = _NUMBER.sub("", head).strip(' :;,.。、-【】[]"')
    if not 1 < len(text) <= MAX_TITLE or re.search("[,;:。]", text):
        return ""
    bracketed = head.rstrip(" :").endswith(("】", "]"))
    return text if bracketed or names.resolve(text) or normalise(text).endswith("sdk") else ""


def of_record(unit: Unit) -> bool:
    """Whether a sentence is part of a `key：value` record: its data and purposes name no further parties."""
    if unit.block.cells:
        return False
    roles = [(role_of(key), key) for key, _ in pairs(unit)]
    return any(
        role in ("name", "data", "purpose") or (role != "other" and unit.norm.startswith(key)) for role, key in roles
    )


def pairs(unit: Unit) -> Iterator[tuple[str, str]]:
    """The `key：value` pairs of a sentence, or of a row of two cells."""
    cells = unit.block.cells
    if len(cells) == 2:
        yield normalise(cells[0]).rstrip(":"), fold(cells[1])
        return
    text = unit.folded
    keys = list(_KEY.finditer(text)) if ":" in text else []
    for number, key in enumerate(keys):
        end = keys[number + 1].start() if number + 1 < len(keys) else len(text)
        yield key["key"].lower(), text[key.end() : end].strip(" ;,。|")
