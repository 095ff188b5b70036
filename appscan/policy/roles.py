"""What a column or a key of a third-party list holds: the name, the company, the purpose, the data, the link."""

import re
from typing import Literal

Role = Literal["name", "company", "purpose", "data", "link", "other"]

_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "other",
        re.compile(
            r"方式|频[率次]|权限|联系|期限|^(?:sdk|服务|功能|产品|合作|业务|第三方)?(?:类型|类别|分类)$|平台|系统|包名|序号|编号|地域|境外|^cookie"
        ),
    ),
    ("link", re.compile(r"链接|隐私|政策|协议|官网|网址|url|网站|地址$|link|website|privacy")),
    ("purpose", re.compile(r"目的|用途|场景|功能|业务|服务内容|作用|说明|purpose|usage|function")),
    (
        "name",
        re.compile(
            r"sdk(?:的)?名称|(?:sdk|第三方|插件|产品|合作方|合作伙伴|接入方|接收方)(?:的)?(?:sdk)?(?:名称|名)$"
            r"|^(?:产品|插件|组件|工具|服务|sdk)(?:[/、](?:类型|服务|名称|产品|组件|插件))?$"
            r"|^(?:sdk |third.party )?name$"
        ),
    ),
    ("data", re.compile(r"信息|数据|字段|类型|种类|范围|内容|\bdata\b|information")),
    (
        "company",
        re.compile(
            r"公司|主体|提供[方者商]|运营[方者商]|开发[方者商]|所属|机构|接收方|合作方|服务商|供应商|厂商|company|provider|developer|vendor"
        ),
    ),
    ("name", re.compile(r"名称$|^(?:第三方)?(?:sdk|插件)$|^第三方$|^合作伙伴$|sdk|^(?:接入|合作)?(?:产品|组件|插件)")),
)
_COMPANY = re.compile(r"有限公司|有限责任公司|集团")
_NAME_FIRST = re.compile(r"sdk(?:的)?名称|^sdk(?:$|[/、和与及])|^名称$")


def role_of(header: str) -> Role:
    """The role of a header or key (normalised)."""
    if _NAME_FIRST.search(header):
        return "name"
    return next((role for role, pattern in _ROLES if pattern.search(header)), "other")


def roles_of(columns: tuple[str, ...]) -> tuple[Role, ...]:
    """The role of each column: the first column of a role keeps it; a list of companies is named by them."""
    roles: list[Role] = []
    for column in columns:
        role = role_of(column)
        roles.append("other" if role in roles else role)
    if "name" not in roles and "company" in roles:
        roles[roles.index("company")] = "name"
    return _sdk_beats_company(columns, roles)


def _sdk_beats_company(columns: tuple[str, ...], roles: list[Role]) -> tuple[Role, ...]:
    """`第三方名称` beside `SDK名称` is the company."""
    exact = [number for number, column in enumerate(columns) if "sdk" in column and role_of(column) == "name"]
    if exact and "name" in roles and (first := roles.index("name")) not in exact:
        roles[exact[0]] = "name"
        roles[first] = "company" if "company" not in roles else "other"
    return tuple(roles)


def roles_by_content(cells: tuple[str, ...]) -> tuple[Role, ...]:
    """The roles in a row without header (normalised cells): a company and a link show by themselves."""
    roles: list[Role] = ["other"] * len(cells)
    for number, cell in enumerate(cells):
        shown: Role = "link" if "http" in cell or "www." in cell else "company" if _COMPANY.search(cell) else "other"
        if shown not in roles:
            roles[number] = shown
    free = [number for number, cell in enumerate(cells) if roles[number] == "other" and not cell.strip().isdecimal()]
    if "company" in roles or "link" in roles or any("sdk" in cells[number] for number in free[:2]):
        listed = max(free, key=lambda number: cells[number].count("、") + cells[number].count("信息"), default=-1)
        named = next((number for number in free if 1 < len(cells[number]) <= 30), -1)
        if named >= 0:
            roles[listed] = "data"
            roles[named] = "name"
    return tuple(roles)
