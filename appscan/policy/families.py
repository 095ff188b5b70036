"""Which SDK a name of a family stands for: 极光, 华为 Push, or a company's only product of a kind."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from appscan.knowledge import Sdk
from appscan.policy.normalise import chinese_characters, normalise

_FUNCTIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("push", re.compile(r"推送|push|通知|消息(?:通道|服务|提醒)|提醒")),
    ("im", re.compile(r"即时通[讯信]|聊天|私信|im(?![a-z])|会话|图文问诊")),
    ("analytics", re.compile(r"统计|分析|埋点|analytics")),
    ("social", re.compile(r"分享|share|第三方登录|开放平台|opensdk")),
    ("one-tap-login", re.compile(r"一键登录|一键认证|号码认证|本机号码|免密|取号|秒验|智能认证")),
    ("payment", re.compile(r"支付|付款|收款|pay")),
    ("map", re.compile(r"地图|导航|找桩|map")),
    ("location", re.compile(r"定位|位置|location")),
    ("ads", re.compile(r"广告|联盟|变现")),
    ("customer-service", re.compile(r"客服|咨询")),
    ("rtc", re.compile(r"音视频|通话|连麦|rtc|视频会议")),
    ("face", re.compile(r"人脸|活体|刷脸")),
    ("identity", re.compile(r"实名|实人|核身|身份(?:认证|核验|验证)")),
    ("crash", re.compile(r"崩溃|闪退|异常|crash")),
    ("apm", re.compile(r"性能|卡顿|apm")),
    ("captcha", re.compile(r"验证码|人机|行为验证|图形验证|滑块")),
    ("risk-control", re.compile(r"风控|反欺诈|设备指纹|作弊|风险")),
    ("speech", re.compile(r"语音|听写|speech")),
    ("video", re.compile(r"播放|短视频|点播")),
    ("auth", re.compile(r"账号登录|授权登录|短信验证|验证短信")),
    ("health", re.compile(r"健康|health|步数")),
    ("iot", re.compile(r"智能家居|iot|配网")),
    ("ocr", re.compile(r"ocr|识别证件|文字识别")),
)
"""What policies call the categories of the catalogue; the first is what a family with several is best known for."""

_WORDS = dict(_FUNCTIONS)
_NAMED_FOR = re.compile(
    r"sdk|服务|组件|平台|移动|消息|系统|用户|智能|应用|金融级|云端|社会化|[+＋\s()（）\-/、]|推送|统计|分析|分享|一键登录|号码认证|认证|支付|地图|定位"
    r"|导航|广告|客服|即时通[讯信]|实时音视频|音视频|人脸识别|人脸|核身|崩溃|性能|监控|验证码|风控|语音|播放器|运动健康|健康|health|开放|账号|push|kit|client"
)
_ALIASES = {
    "huawei": "华为",
    "hms": "华为",
    "xiaomi": "小米",
    "mi": "小米",
    "honor": "荣耀",
    "flyme": "魅族",
    "meizu": "魅族",
}
_TWICE = re.compile(r"([\u4e00-\u9fff]{2})\s?\1")
_LATIN = re.compile(r"[a-z]{2,}")


class Families:
    """SDKs by the brand in their names and by the company that makes them."""

    def __init__(self, sdks: Iterable[Sdk]) -> None:
        self._brands: dict[str, list[Sdk]] = defaultdict(list)
        self._companies: dict[str, list[Sdk]] = defaultdict(list)
        known = {category for category, _ in _FUNCTIONS}
        for sdk in sdks:
            if sdk.category not in known:
                continue
            names = (sdk.name.zh, *sdk.policy_names, *sdk.shared_names)
            for brand in {_NAMED_FOR.sub("", normalise(name)) for name in names}:
                if brand in sdk.shared_names or 2 <= len(brand) <= 6:
                    self._brands[brand].append(sdk)
            if sdk.vendor.name:
                self._companies[normalise(sdk.vendor.name)].append(sdk)

    def of_name(self, name: str, about: str, usual: str = "", word: str = "") -> str:
        """The SDK of the family that a name (normalised) belongs to, told by its function; else ``""``.

        A name that is nothing but a family's is that of its best known SDK, where nothing tells which. `usual`: the
        SDK that the name stands for without more (by this word in it); it is kept where its function is named beside
        others.
        """
        text = _aliased(name)
        brand = _NAMED_FOR.sub("", text)
        family = self._brands.get(_aliased(word), ()) or self._brands.get(brand, ())
        if any(sdk.id == usual and _WORDS[sdk.category].search(f"{text} {about}") for sdk in family):
            return usual
        return (
            _fitting(family, text, about) or usual or (_best_known(family) if brand == text.removesuffix("sdk") else "")
        )

    def of_company(self, company: str, name: str) -> str:
        """The SDK of a company that does what a name says; else ``""``: a purpose alone says too little."""
        return _fitting(self._companies.get(company, ()), name, "")

    def is_brand(self, name: str) -> bool:
        """Whether a name (normalised) is that of several SDKs and of nothing more."""
        return (
            len(self._brands.get(_aliased(name).removesuffix("sdk").strip(), ())) > 1 and chinese_characters(name) >= 2
        )


def _aliased(name: str) -> str:
    """A name (normalised) with its brand in Chinese, once: `华为hms推送` is `华为推送`."""
    text = _LATIN.sub(lambda found: _ALIASES.get(found.group(), found.group()), name)
    return _TWICE.sub(r"\1", text)


def _fitting(family: Sequence[Sdk], name: str, about: str) -> str:
    """The SDK of a family whose category a name tells, or else its purpose."""
    for text in (name, about):
        for category, words in _FUNCTIONS:
            fits = [sdk for sdk in family if sdk.category == category]
            if fits and words.search(text):
                return min(fits, key=_doubt).id
    return ""


def _best_known(family: Sequence[Sdk]) -> str:
    order = [category for category, _ in _FUNCTIONS]
    return min(family, key=lambda sdk: (order.index(sdk.category), *_doubt(sdk))).id if family else ""


def _doubt(sdk: Sdk) -> tuple[int, int]:
    """What speaks against an SDK beside another of its kind: what is unchecked of it, and a longer name."""
    return len(sdk.unchecked), len(sdk.name.zh)
