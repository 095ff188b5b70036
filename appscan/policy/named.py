"""Third parties that sentences name, with what the sentence says that they collect."""

import re
from collections.abc import Iterable, Iterator, Sequence

from appscan.facts import ThirdParty
from appscan.policy.datatypes import DataTypes
from appscan.policy.names import Mention, Names, company_in, telling
from appscan.policy.normalise import normalise
from appscan.policy.sentences import Unit

MAX_PURPOSE = 80

_ABOUT = re.compile(
    r"sdk|第三方[^。]{0,10}(?:清单|列表|目录|名单|服务商|插件|组件)|接入[^。]{0,6}第三方|合作方清单|委托的(?:公司|第三方|机构|服务商)"
)
_COLLECTS = re.compile(r"处理(?!方式|目的)|收集|获取|采集|读取|上传|上报|共享|传给|传输|需要您?提供|涉及|使用手机")
_DENIES = re.compile(r"不(?:会)?[^,;。]{0,8}(?:收集|获取|采集|读取|上传|涉及|共享)|未收集|无需(?:收集|获取)")
_LISTED = re.compile(
    r"(?:\((?:[^()]|\([^()]{0,20}\)){0,40}公司\))?[、,/和及与以\"'\s()]*$|\((?:其|内部){0,2}(?:集成|嵌套|包含|依赖)了?$"
)
_AGAIN = re.compile(
    r"^(?:(?:它们?|该|此|其|这)(?:个|些|款)?(?:sdk|组件|插件|服务|公司)?|(?:会|需要?)?(?:收集|获取|采集|读取))"
)
_SDK = re.compile(r"sdk$", re.IGNORECASE)
_PURPOSE = re.compile(r"(?:用于|用来|以便|为了?|以实现|目的是)(?P<for>[^,;。()]{2,80})")
_RECORD = re.compile(
    r"^(?:[-•*]|\(?\d{1,2}[.、)]?\d{0,2}|[a-z][.、)])?\s?\"?(?P<name>[^:\"。,;]{2,30})\"?(?:\([^()]{0,40}\))?\s?:"
)
_RECORD_NAME = re.compile(
    r"sdk|(?:推送|支付|登录|统计|地图|定位|分享|播放器|组件|插件|插件库|框架)$|^[a-z][a-z0-9 .+-]{2,29}$", re.IGNORECASE
)


def in_prose(units: Iterable[Unit], names: Names, types: DataTypes) -> Iterator[ThirdParty]:
    """The third parties of each sentence. A sentence that begins with `it` goes on with the one before."""
    last: ThirdParty | None = None
    block: object = None
    for unit in units:
        about = _lists_parties(unit.block.heading) or _lists_parties(unit.block.lead)
        found = list(names.mentions(unit.folded, about=about))
        if about and not found:
            found = list(_of_record(unit, names))
        if found:
            parties = list(_parties(unit, found, names, types))
            yield from parties
            last, block = parties[-1], unit.block
        elif last and unit.block is block and _AGAIN.match(unit.norm):
            yield ThirdParty(
                name=last.name, sdk=last.sdk, evidence=unit.evidence, data_types=_collected(unit.norm, types)
            )


def _lists_parties(title: str) -> bool:
    return bool(title) and _ABOUT.search(normalise(title)) is not None


def _of_record(unit: Unit, names: Names) -> Iterator[Mention]:
    """The name before the colon of an entry in a list of SDKs."""
    found = _RECORD.match(unit.folded)
    name = found["name"].strip() if found else ""
    sdk = names.resolve(name) if name else ""
    function = name.lower().endswith("sdk") and len(name) > 4  # `设备指纹SDK` without a vendor is an entry as well
    if found and (sdk or function or (_RECORD_NAME.search(name) and telling(name) and not name.isupper())):
        yield Mention(found.start("name"), found.end("name"), name, sdk)


def _parties(unit: Unit, mentions: Sequence[Mention], names: Names, types: DataTypes) -> Iterator[ThirdParty]:
    """Each with the words between it and the next; those of a list share what follows the list."""
    before = (None, *(each.sdk for each in mentions))
    mentions = [each for each, last in zip(mentions, before, strict=False) if not each.sdk or each.sdk != last]
    text = unit.folded
    company = company_in(text) if len(mentions) == 1 else ""
    maker = normalise(company)
    after: list[str] = []
    end = len(text)
    for each in reversed(mentions):
        between = text[each.end : end]
        after.append(after[-1] if after and _LISTED.match(between) else between)
        end = each.start
    for each, said in zip(mentions, reversed(after), strict=True):
        purpose = _PURPOSE.search(said)
        yield ThirdParty(
            name=each.name,
            evidence=unit.evidence,
            company=company,
            purpose=purpose["for"][:MAX_PURPOSE] if purpose else "",
            data_types=_collected(said.lower(), types),
            sdk=names.named(each.name, purpose["for"] if purpose else "", maker)
            if each.sdk or maker or _SDK.search(each.name)
            else "",
        )


def _collected(text: str, types: DataTypes) -> tuple[str, ...]:
    """The kinds of information that the words say are collected."""
    begins = _COLLECTS.search(text)
    denied = _DENIES.search(text)
    if begins is None:
        return ()
    said = text[: denied.start()] if denied else text
    return types.named(_PURPOSE.sub(_kept, said))


def _kept(purpose: re.Match[str]) -> str:
    """A purpose names no information; one that runs on into the act is kept."""
    return purpose.group() if _COLLECTS.search(purpose.group()) else ""
