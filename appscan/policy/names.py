"""Names of SDKs and companies: what a name in a policy means in the catalogue, and where sentences name one."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from appscan.knowledge import Sdk
from appscan.policy.families import Families
from appscan.policy.lexicon import Hit, Lexicon
from appscan.policy.normalise import chinese_characters, normalise

_COMPANY = re.compile(r"[\u4e00-\u9fffA-Za-z()]{2,30}?(?:有限责任公司|股份有限公司|有限公司|集团公司|合伙企业)")
_BEFORE_COMPANY = re.compile(
    r".*(?:^指|^即|(?:是|即|均|系|仅|所)指|由|是|接入了?|集成了?|嵌入了?|系(?![统列])|(?<!为)使用|指(?=\")|与|及|的|我们|适用于|版权(?:为|归|所属)|欢迎(?:您)?使用|感谢(?:您)?使用|版权所有|(?:者即?|方|(?:运营|开发|服务|供应|提供)商|主体|名称|全称|公司|地址)(?:为|是)?(?=.{4}))"
)

_FOREIGN_COMPANY = re.compile(r"[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,3},? ?(?:LLC|Inc|Ltd|Co\.|Corp)")
_NO_COMPANY = re.compile(r"我们|本公司|其他|任何|关联|一家|其|^(?:股份)?(?:有限|集团)")

_SUFFIX = re.compile(
    r"\([^()]{0,60}\)|(?:移动|android|安卓|客户端)?sdk(?:服务)?|插件$|服务$|组件$|[\s\"'《》【】\[\]:;,。*]|\+(?=.)"
)
_PROSE = re.compile(r"[A-Za-z0-9+·\-\u4e00-\u9fff]{2,16} ?sdk", re.IGNORECASE)
_CUT = re.compile(
    r".*(?:接入|集成|嵌入|内嵌|使用|内置|包括|通过|引入|合作|例如|比如|以及|我们|第三方|公司|提供|采用|调用|登录|分别|需要|简称|等|会以|查看|发现"
    r"|用[于到]|允许|确保|参见|限于|请|[的了与及或为是由其该此本如至将向对从]|在(?!线)|和(?!飞信|彩云|包|家亲|目)|^[\d.]+(?=[^\d.]))"
)
_GENERIC = re.compile(
    r"(?:软件|渠道|通知|类|手机|厂商|终端|系列|优化|社会化|集合|伙伴|在线|翻译|push|联盟|程序化|运营|常用|外部|内部|主流|聚合|各种|具体|规则|情况"
    r"|他|授权|关于|但|不|https?|web|目前|这些|网络|站外|cookie|相应|对应|监测|监控|埋点|归因|短信|实名|播放|视频|直播|下载|更新|升级|热修复|性能|崩溃|反馈|此类|这些|各类|相关|上述|以下|下列|某些|部分|任何|所有|多个|若干|两个|名称|类型|产品|服务|合规|应用|开发|工具包?"
    r"|外部|他们|合作伙伴|一键|移动|认证|号码|人脸|识别|验证|行为|设备|指纹|对象|存储|快|oaid|消息|推送|数据|统计|分析|支付|广告|地图|定位|社交|分享|登录|语音|客服|安全|平台|android|ios|app|h5|api)*"
)
_CONTEXT = re.compile(
    r"sdk|第三方|开源|开放平台|有限公司的(?=[a-z\u4e00-\u9fff]{2,16}[,(])|接入|集成|嵌入|插件|合作方|服务商|由[^。]{2,40}(?:提供|完成|支持)|共享给|提供给|使用[^。]{2,16}的服务"
)
_PRODUCT = re.compile(
    r"(?:接入|集成|嵌入|使用)[^,。;]{0,40}有限公司的(?P<name>[^,。;()\s]{2,20}?)(?=[,。;(]|收集|用于|$)"
    r"|(?:接入|集成|嵌入|使用)(?:了)?(?P<who>[A-Za-z0-9\u4e00-\u9fff]{2,8})的 ?sdk",
    re.IGNORECASE,
)
_TECHNIQUES = re.compile(r"(?:web|网络) ?beacons?|cookies?|https?dns")
_NOBODY = re.compile(r"我们|他们|第三方|合作|其他|您|它|服务$|伙伴|供应商|厂商|技术$|相关|公司|机构")


LONG = 10
"""Characters of a Latin name of several words from which no sentence has it by chance."""


class Mention(NamedTuple):
    """A third party named at text[start:end] of a sentence; `sdk` is empty where the catalogue does not know it."""

    start: int
    end: int
    name: str
    sdk: str


class Names:
    """The catalogue's names, as policies write them."""

    def __init__(self, sdks: Iterable[Sdk]) -> None:
        known = list(sdks)
        written = [(name, sdk.id) for sdk in known for name in sdk.policy_names]
        own = [(name, sdk.id) for sdk in known for name in _own(sdk)]
        written.extend((name, sdk) for name, sdk in own if " " in name and len(name) >= LONG and name.isascii())
        self._families = Families(known)
        families = dict.fromkeys(name for sdk in known for name in sdk.shared_names)
        shared = [(name, sdk) for name in families if (sdk := self._families.of_name(normalise(name), ""))]
        shorts = {name: bare(name) for name, _ in (*written, *own, *shared)}
        self._whole = Lexicon((shorts[name], sdk) for name, sdk in (*written, *own) if _telling(shorts[name]))
        spelled = ((form, sdk) for name, sdk in (*written, *shared) for form in (shorts[name], spaced(name)))
        self._inside = Lexicon((form, sdk) for form, sdk in spelled if _distinct(form))

    def named(self, name: str, about: str = "", company: str = "") -> str:
        """The id of the SDK that a name stands for; that of a family is told by its purpose, else by its company."""
        found, word = self._match(name)
        text, purpose = normalise(name), normalise(about)
        if not found or self._families.is_brand(word):
            return (
                self._families.of_name(text, purpose, found, word) or found or self._families.of_company(company, text)
            )
        return found

    def resolve(self, name: str) -> str:
        """The id of the SDK that a name stands for: the whole name, or the last known one in it; else ``""``."""
        return self._match(name)[0]

    def _match(self, name: str) -> tuple[str, str]:
        """(id, the word that tells it)."""
        short = bare(name)
        if whole := self._whole.get(short):
            return whole[0], short
        text = normalise(name)
        hits = list(self._inside.find(text))
        outside = [hit for hit in hits if text.rfind("(", 0, hit.start) <= text.rfind(")", 0, hit.start)]
        best = outside[-1:] or hits[:1]  # the vendor stands first, the product last, a remark in brackets
        return (best[0].values[0], best[0].word) if best else ("", "")

    def mentions(self, folded: str, *, about: bool = False) -> Iterator[Mention]:
        """The third parties that a sentence (folded, not lowered) names: known names in context, and `… SDK`.

        `about`: the heading or the line above says that third parties follow.
        """
        text = folded.lower()
        if not about and not _CONTEXT.search(text):
            return
        companies = [*_companies(folded), *(found.span() for found in _TECHNIQUES.finditer(text))]
        hits = [hit for hit in self._inside.find(text) if not _within(hit, companies)]
        taken = 0
        for found in _PROSE.finditer(folded):
            inner = [hit for hit in hits if found.start() <= hit.start and hit.end <= found.end()]
            start = inner[-1].start if inner else _cut(found)
            name = folded[start : found.end()]
            if inner or not _GENERIC.fullmatch(name[:-3].strip().lower()):
                yield from (_known(folded, hit) for hit in hits if taken <= hit.start and hit.end <= start)
                yield Mention(start, found.end(), name, self.resolve(name))
                taken = found.end()
        yield from (_known(folded, hit) for hit in hits if hit.start >= taken)
        if not hits and not taken:
            yield from _of_vendor(folded)


def _own(sdk: Sdk) -> Iterator[str]:
    """An SDK's names in the catalogue; `A / B` are two."""
    for name in dict.fromkeys((sdk.name.zh, sdk.name.en)):
        yield name
        if " / " in name:
            yield from name.split(" / ")


def _cut(found: re.Match[str]) -> int:
    """Where a name begins in the words before `SDK`."""
    before = _CUT.match(found.group()[:-3])
    return found.start() + (before.end() if before else 0)


def _companies(folded: str) -> Iterator[tuple[int, int]]:
    """Where companies stand in a sentence, without the words before their names."""
    for found in _COMPANY.finditer(folded) if "公司" in folded else ():
        name = found.group()
        start = name.rfind("(") + 1 if name.count("(") > name.count(")") else 0
        before = _BEFORE_COMPANY.match(name[start:-4])
        yield found.start() + start + (before.end() if before else 0), found.end()
    yield from (found.span() for found in _FOREIGN_COMPANY.finditer(folded))


def _within(hit: Hit[str], spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a hit is part of a company's name: `友盟` in `友盟同欣科技有限公司`."""
    return any(start <= hit.start and hit.end <= end for start, end in spans)


def _of_vendor(folded: str) -> Iterator[Mention]:
    """A product without the word SDK in its name, or a vendor's SDK without a name."""
    for found in _PRODUCT.finditer(folded):
        name = found["name"] or found["who"]
        if name and not _NOBODY.search(name):
            start = found.start("name") if found["name"] else found.start("who")
            yield Mention(start, start + len(name), name, "")


def _known(folded: str, hit: Hit[str]) -> Mention:
    return Mention(hit.start, hit.end, folded[hit.start : hit.end], hit.values[0])


def company_in(text: str) -> str:
    """The first company that a folded text names, without the words before its name; else ``""``."""
    found = _COMPANY.search(text)
    if found is None:
        return ""
    name = found.group()
    before = _BEFORE_COMPANY.match(name[:-4])
    name = name[before.end() :] if before and len(name) - before.end() > 6 else name
    if _NO_COMPANY.search(name):
        return ""
    if name.count("(") > name.count(")"):
        name = name.rpartition("(")[2]
    return name if name.count("(") == name.count(")") else name.partition(")")[2] or name


def spaced(name: str) -> str:
    """A name as sentences spell it: normalised, its blanks kept, without `SDK` at its end."""
    return normalise(name).removesuffix("sdk").strip()


def bare(name: str) -> str:
    """A name as it is compared: normalised, without `SDK`, brackets and blanks."""
    text = normalise(name)
    return _SUFFIX.sub("", text) or text


def _distinct(name: str) -> bool:
    """Whether a name is long enough to be known inside another: two Chinese characters, or four Latin ones."""
    return _telling(name) and (chinese_characters(name) >= 2 or (name.isascii() and len(name) >= 4))


def telling(name: str) -> bool:
    """Whether a name as it is written says more than a function."""
    return _telling(bare(name))


def _telling(name: str) -> bool:
    """Whether a name says more than a function: `推送` and `一键登录` are what every vendor's SDK does."""
    return not _GENERIC.fullmatch(name)
