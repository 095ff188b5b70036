"""Traditional script → simplified, by phrases: policies for Taiwan and Hong Kong have other words, not only letters.

OpenCC's phrase tables for Taiwan do the most of it; what they leave, or turn into a word that no policy uses, is put
right here. Only what is matched is converted: a quotation keeps the characters of the original.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from appscan.policy.normalise import fold
from appscan.policy.sentences import Unit

CONFIG = "tw2sp"
MAX_KEPT = 4096

_LEGAL = {
    "个人数据": "个人信息",
    "个人资料": "个人信息",
    "用户数据": "用户信息",
    "设备数据": "设备信息",
    "搜集": "收集",
    "拷贝": "复制",
    "复本": "副本",
    "帐号": "账号",
    "帐户": "账户",
    "纪录": "记录",
    "行事历": "日历",
    "通信录": "通讯录",
    "摄影机": "摄像头",
    "预设": "默认",
    "隐私权政策": "隐私政策",
    "目标性广告": "定向广告",
    "线上": "在线",
    "电邮": "邮箱",
    "监护者": "监护人",
}
_LEFT = re.compile("|".join(_LEGAL))


def as_written(text: str, units: Iterable[Unit]) -> str:
    """A text that was taken from matched sentences, in the characters of the original where it can be found there."""
    for unit in units:
        at = unit.folded.find(text) if text else -1
        original = fold(unit.sentence.text) if at >= 0 else ""
        if len(original) == len(unit.folded):
            return original[at : at + len(text)]
    return text


def simplifier() -> Callable[[str], str]:
    """What converts a text. The tables are loaded here, so that only a traditional text waits for them."""
    from opencc import OpenCC  # noqa: PLC0415 - as said

    table = OpenCC(CONFIG)

    @lru_cache(MAX_KEPT)
    def convert(text: str) -> str:
        return _LEFT.sub(lambda found: _LEGAL[found.group()], table.convert(text)) if text else ""

    return convert
