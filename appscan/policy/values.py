"""Values that a policy states: who runs the app, how to reach them, since when it holds, how fast they answer."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from appscan.policy.names import company_in
from appscan.policy.sentences import Unit

_DIGITS = {char: number for number, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_NUMBER = r"(?:\d{1,4}|[零一二两三四五六七八九十百]{1,6})"
_PART = r"】?\s*[{}./-]\s*【?(\d{{1,2}}|[一二三四五六七八九十]{{1,3}})"
_DATE = rf"【?(20\d\d|二[〇零○]二[〇零○一二三四五六七八九]){_PART.format('年')}{_PART.format('月')}】?"
_UPDATED = (
    re.compile(rf"(?:更新|更订|修订|修改|updated)(?:(?!生效|施行|实施|执行)[^。,;\d]){{0,12}}{_DATE}", re.IGNORECASE),
    re.compile(rf"{_DATE}日?[^。,;\d]{{0,6}}(?:更新|更订|修订|修改)"),
    re.compile(rf"(?:发布|公布|(?<!历史)版本)(?:(?!生效|施行|实施|执行)[^。,;\d]){{0,12}}{_DATE}"),
    re.compile(rf"{_DATE}日?[^。,;\d]{{0,6}}(?:发布|公布)"),
    re.compile(rf"{_DATE}日?版"),
    re.compile(rf"^[(\"\[]?{_DATE}日?[)\"\]]?$"),
)
_EFFECTIVE = (
    re.compile(rf"(?:生效|施行|实施|执行|effective)[^。,;\d]{{0,10}}{_DATE}", re.IGNORECASE),
    re.compile(rf"{_DATE}日?[^。,;\d]{{0,4}}(?:生效|施行|实施|执行)(?!日期|时间|[:：])"),
)
_EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
_PHONE = re.compile(
    r"(?<![\d.-])(?:400-?\d{3,4}-?\d{3,4}|800-?\d{3,4}-?\d{3,4}|0\d{2,3}-?\d{7,8}(?:-\d{1,5})?|1[3-9]\d{9}|9[56]\d{3,4})(?![\d.])"
)
_PHONE_NEAR = re.compile(r"电话|热线|致电|拨打|手机|联系|客服|tel", re.IGNORECASE)
_TIME = rf"({_NUMBER})\s*[)】]?(?:个)?(工作日|自然日|天|日|小时|个月)\)?(?:之)?内"
_ANSWERED = (
    "(?:答复|回复|响应|反馈|(?<!匿名化)(?<!去标识化)处理|受理|完成|核查|解决|回应|回音|回信|回您|办结|办理|办妥"
    "|给出|审核|reply)"
)
_DELETED = "(?:删除|注销|销户)"
_DAYS = re.compile(rf"{_TIME}[^。;]{{0,30}}?{_ANSWERED}|{_ANSWERED}[^。;]{{0,30}}?{_TIME}")
_AT_MOST = re.compile(
    rf"(?:最长|最迟|最晚|至多|至迟|不(?:会)?超过|延长(?:至|到))[^。;,]{{0,8}}?({_NUMBER})\s*个?(工作日|自然日|天|日|小时)(?!前)"
)
_DELETING = re.compile(rf"{_TIME}[^。;]{{0,30}}?{_DELETED}|{_DELETED}[^。;]{{0,30}}?{_TIME}")
_TIMED = re.compile(r"内|最[长迟晚]|至[多迟]|超过|延长")
_REQUESTED = re.compile(r"请求|申请|要求|提交|受理|核实|核验|验证|收到")
"""Deleting within some days answers a request only where there is one; else it is what happens after a time."""

_NOT_ANSWERING = re.compile(
    r"保存|保留|存储|留存|备份|提前|公示|冷静期|安全事件|泄[露漏]|试用|退款|发货|更新后|变更前|发票|主管部门报告|网信部门|注销完成后|离校后"
)
_RETENTION = re.compile(
    rf"(?:保存|存储(?!权限|卡|空间)|保留|留存|期限)[^。;]{{0,30}}?(?:{_NUMBER}\s*(?:个月|年|天|日)|注销[^。;,]{{0,10}}|最短[^。;,]{{0,8}}(?:期限|时间|期间)|所必[需须][^。;,]{{0,8}})"
)
_OTHERS = re.compile(
    r"sdk|第三方|合作|关联|委托|供应商|服务商|目的|隐私政策(?:链接|:)|提供方|接入|集成|传给|提供给|接收方|境外",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"^\(\"[^)\"]{1,16}\"\)|^[^。,(]{0,4}\(?\"?(?:[^。)]{0,24}(?:以下|下称|下文|简称|统称)|(?:[^。)]{1,16}\")?[,、]?(?:或|和)?\"?(?:我们|我司|我行|本公司)\"?)"
    r"|^[^。,]{0,24}?(?:运营|开发|制定|发布|推出|旗下|所有|拥有|经营|主办|承办|研发|为您提供|提供的|提供[,。]|提供$)"
)
_ABOUT_US = re.compile(
    r"(?:我们\"?[,::(]{0,2}(?:是|即|系)?指?|(?:运营|开发|经营|处理|控制|所有|提供)(?:者|方|主体|商|权)?(?:名称)?(?:为|是|:)?"
    r"|(?:公司|主体)(?:名称|全称)?(?:为|是|:)|版权(?:所有|归)?:?|copyright[^。]{0,12}|由|欢迎(?:您)?(?:选择|使用)[^。]{0,8}|\d{4})\"?$",
    re.IGNORECASE,
)
_FOR_US = re.compile(
    r"^提供[^。]{0,12}(?:推送|统计|技术|支付|地图|定位|分享|登录|客服|认证|广告|短信)|^提供,[^。]{0,8}接入"
)
_CONTACT = re.compile(r"联系|地址|注册|公司名称|主体|版权|copyright|©", re.IGNORECASE)


def values(units: Sequence[Unit]) -> dict[str, str]:
    """The values that were found: company, email, phone, updated and effective (ISO dates), retention, response_*.

    `response_days` is the longest time promised for answering users, `response_unit` says whether in `working` or
    `calendar` days, `response_where` and `response_quote` where it stands.
    """
    prose = [unit for unit in units if unit.block.kind != "row" or len(unit.block.cells) == 2]
    texts = [unit.folded for unit in prose]
    ours = [unit.folded for unit in prose if not _OTHERS.search(unit.block.heading)]
    found = {
        "company": _company(ours) or _company(texts),
        "email": _email(texts),
        "phone": _phone(prose),
        "updated": _date(_UPDATED, texts),
        "effective": _date(_EFFECTIVE, texts),
        **_response(units),
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
        if not _TIMED.search(unit.folded) or _NOT_ANSWERING.search(unit.folded):
            continue
        for pattern in _times(unit.folded):
            for each in pattern.finditer(unit.folded):
                count, word = (part for part in each.groups() if part)
                days = {"小时": -(-number(count) // 24), "个月": number(count) * 30}.get(word, number(count))
                yield days, "working" if word == "工作日" else "calendar", unit


def _times(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns of times that a sentence can promise."""
    yield _DAYS
    if _REQUESTED.search(text):
        yield _DELETING
    if re.search(_ANSWERED, text) or "延长" in text:
        yield _AT_MOST


def _company(texts: Sequence[str]) -> str:
    """The company that calls itself we or is said to run the app; else one that the contact lines name."""
    named = [(text, name, text.find(name)) for text in texts if "公司" in text and (name := company_in(text))]
    own = [(text, name, at) for text, name, at in named if "适用于" in text[:at] or not _OTHERS.search(text[:at])]
    for text, name, at in own:
        after = text[at + len(name) :]
        if not _FOR_US.search(after) and (_CALLED.search(after) or _ABOUT_US.search(text[:at])):
            return name
    return next((name for text, name, _ in own if _CONTACT.search(text) or text == name), "")


def _email(texts: Sequence[str]) -> str:
    """The first address that is not a third party's."""
    found = [(match.group(), text[: match.start()]) for text in texts for match in _EMAIL.finditer(text)]
    return next((address for address, before in found if not _OTHERS.search(before)), found[0][0] if found else "")


def _phone(units: Sequence[Unit]) -> str:
    for unit in units:
        near = _PHONE_NEAR.search(unit.folded) or _PHONE_NEAR.search(unit.block.heading)
        found = _PHONE.search(unit.folded) if near else None
        if found and not unit.norm[: found.start()].rstrip(": 为是").endswith(("qq", "群")):
            return found.group()
    return ""


def _first(pattern: re.Pattern[str], texts: Sequence[str]) -> str:
    return next((match.group() for text in texts if (match := pattern.search(text))), "")


def _date(patterns: Sequence[re.Pattern[str]], texts: Sequence[str]) -> str:
    """The first date that exists, in the form that a pattern has; the surer pattern first."""
    for pattern in patterns:
        for text in texts:
            for match in pattern.finditer(text) if "20" in text or "二" in text else ():
                if found := _iso(*match.groups()):
                    return found
    return ""


def _iso(year: str, month: str, day: str) -> str:
    digits = "".join(str(_DIGITS.get(char, 0)) if not char.isdecimal() else char for char in year)
    try:
        return date(int(digits), number(month), number(day)).isoformat()
    except ValueError:
        return ""
