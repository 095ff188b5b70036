"""Values that a policy states: who runs the app, how to reach them, since when it holds, how fast they answer."""

import re
from collections.abc import Iterator, Sequence

from appscan.policy.names import company_in
from appscan.policy.sentences import Unit

_DIGITS = {char: number for number, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_NUMBER = r"(?:\d{1,4}|[零一二两三四五六七八九十百]{1,6})"
_DATE = r"【?(20\d\d)】?\s*[年./-]\s*【?(\d{1,2})】?\s*[月./-]\s*【?(\d{1,2})】?"
_UPDATED = re.compile(
    rf"(?:更新|修订|修改|发布|公布|版本)[^。\d]{{0,12}}{_DATE}|{_DATE}日?[^。,;\d]{{0,6}}(?:更新|修订|发布)"
)
_EFFECTIVE = re.compile(rf"(?:生效|施行|实施)[^。\d]{{0,10}}{_DATE}|{_DATE}日?[^。,;\d]{{0,8}}(?:生效|施行|实施)")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
_PHONE = re.compile(
    r"(?<![\d.-])(?:400-?\d{3,4}-?\d{3,4}|800-?\d{3,4}-?\d{3,4}|0\d{2,3}-?\d{7,8}(?:-\d{1,5})?|1[3-9]\d{9}|9[56]\d{3,4})(?![\d.])"
)
_PHONE_NEAR = re.compile(r"电话|热线|致电|拨打|手机|联系|客服|tel", re.IGNORECASE)
_ASKED = r"(?:答复|回复|响应|反馈|处理|受理|完成|核查|解决|注销|销户|删除|回应)"
_DAYS = re.compile(
    rf"(?P<a>{_NUMBER})\s*\)?(?:个)?(?P<u>工作日|自然日|天|日|小时|个月)\)?(?:之)?内[^。;]{{0,30}}{_ASKED}"
    rf"|{_ASKED}[^。;]{{0,30}}?(?P<b>{_NUMBER})\s*(?:个)?(?P<v>工作日|自然日|天|日|小时|个月)(?:之)?内"
)
_NOT_ANSWERING = re.compile(r"保存|保留|存储|留存|备份|提前|公示|冷静期|安全事件|试用|退款|发货|更新后|变更前")
_RETENTION = re.compile(
    rf"(?:保存|存储(?!权限|卡|空间)|保留|留存|期限)[^。;]{{0,30}}?(?:{_NUMBER}\s*(?:个月|年|天|日)|注销[^。;,]{{0,10}}|最短[^。;,]{{0,8}}(?:期限|时间|期间)|所必[需须][^。;,]{{0,8}})"
)
_OWN = re.compile(
    r"以下|下称|简称|我们\"?(?:是|即)?指|运营|开发|版权|联系|公司名称|主体|注册地址|copyright|©", re.IGNORECASE
)
_OTHERS = re.compile(r"sdk|第三方|合作|关联|委托|供应商|服务商|目的|隐私政策(?:链接|:)|提供方", re.IGNORECASE)


def values(units: Sequence[Unit]) -> dict[str, str]:
    """The values that were found: company, email, phone, updated and effective (ISO dates), retention, response_*.

    `response_days` is the longest time promised for answering users, `response_unit` says whether in `working` or
    `calendar` days, `response_where` and `response_quote` where it stands.
    """
    prose = [unit for unit in units if unit.block.kind != "row" or len(unit.block.cells) == 2]
    texts = [unit.folded for unit in prose]
    found = {
        "company": _company(texts),
        "email": _first(_EMAIL, texts),
        "phone": next((m.group() for t in texts if _PHONE_NEAR.search(t) and (m := _PHONE.search(t))), ""),
        "updated": _date(_UPDATED, texts),
        "effective": _date(_EFFECTIVE, texts),
        **_response(prose),
        "retention": _first(_RETENTION, texts),
    }
    return {key: value for key, value in found.items() if value}


def number(text: str) -> int:
    """A number in digits or in Chinese, up to 999."""
    if text.isascii():
        return int(text)
    total = 0
    digit = 0
    for char in text:
        if char in "十百":
            total += max(1, digit) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def working_days(count: int, unit: str) -> int:
    """A number of days as working days: five of seven calendar days, rounded up."""
    return count if unit == "working" else -(-count * 5 // 7)


def _response(units: Sequence[Unit]) -> dict[str, str]:
    """The longest time that is promised for answering users, and its sentence."""
    longest = max(_days(units), key=lambda each: working_days(each[0], each[1]), default=None)
    if longest is None:
        return {}
    count, kind, unit = longest
    place = unit.evidence
    return {
        "response_days": str(count),
        "response_unit": kind,
        "response_where": place.where,
        "response_quote": place.quote,
    }


def _days(units: Sequence[Unit]) -> Iterator[tuple[int, str, Unit]]:
    """(number, `working` or `calendar`, sentence) of every time promised for an answer."""
    for unit in units:
        if not _NOT_ANSWERING.search(unit.folded):
            for each in _DAYS.finditer(unit.folded):
                count, word = number(each["a"] or each["b"]), each["u"] or each["v"]
                days = {"小时": -(-count // 24), "个月": count * 30}.get(word, count)
                yield days, "working" if word == "工作日" else "calendar", unit


def _company(texts: Sequence[str]) -> str:
    """The company that calls itself we, or that the contact lines name; else none."""
    for text in texts:
        found = company_in(text) if _OWN.search(text) else ""
        if found and not _OTHERS.search(text[: text.find(found)]):
            return found
    return ""


def _first(pattern: re.Pattern[str], texts: Sequence[str]) -> str:
    return next((match.group() for text in texts if (match := pattern.search(text))), "")


def _date(pattern: re.Pattern[str], texts: Sequence[str]) -> str:
    for text in texts:
        if match := pattern.search(text):
            year, month, day = [part for part in match.groups() if part][:3]
            if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
                return f"{year}-{int(month):02}-{int(day):02}"
    return ""
