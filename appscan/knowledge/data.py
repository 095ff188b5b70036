"""Data: kinds of personal information, and the APIs and permissions that open them."""

from typing import Literal

from appscan.facts import Bilingual, Frozen
from appscan.knowledge.sdk import Category

Proof = Literal["", "sdk-stub", "sdk-stub-removed", "androidx", "hidden-lists", "third-party", "literal", "unverified"]
"""How one knows that an API exists."""

Level = Literal["dangerous", "normal", "signature", "special", "internal", "appop", "unknown"]
OLDEST = 23
"""The oldest platform whose classes count: those before it granted everything at installation, and are not met now."""

ApiKind = Literal["api", "field", "uri", "setting", "sysprop", "path", "shell", "action", "reflection", "text"]
Sensitivity = Literal["sensitive", "personal", "not_personal"]


Annex35273 = Literal[
    "", "个人基本资料", "个人身份信息", "个人生物识别信息", "网络身份标识信息", "个人健康生理信息", "个人教育工作信息",
    "个人财产信息", "个人通信信息", "联系人信息", "个人上网记录", "个人常用设备信息", "个人位置信息", "其他信息",
]  # fmt: skip
"""The kinds of personal information of GB/T 35273-2020, annex A."""

Annex45574 = Literal[
    "", "生物识别信息", "宗教信仰信息", "特定身份信息", "医疗健康信息", "金融账户信息", "行踪轨迹信息",
    "不满十四周岁未成年人个人信息", "其他敏感个人信息",
]  # fmt: skip
"""The kinds of sensitive personal information of GB/T 45574-2025, annex A."""


class Words(Frozen, frozen=True):
    """How policies write a thing, in Chinese and English. `shared`: those of them that other things are called too."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()


class DataType(Frozen, frozen=True):
    """One kind of personal information.

    `sensitive_35273`: annex B of GB/T 35273-2020 counts it among the sensitive. `sensitive_45574`: the kind of GB/T
    45574-2025 that it belongs to; where only part of it does, `note` says which.
    """

    id: str
    name: Bilingual
    words: Words
    sensitivity: Sensitivity
    category: Annex35273 = ""
    sensitive_35273: bool = False
    sensitive_45574: Annex45574 = ""
    permissions: tuple[str, ...] = ()
    note: str = ""


class Umbrella(Frozen, frozen=True):
    """A word that names several data types at once; a policy that uses only such words is vague."""

    words: tuple[str, ...]
    covers: tuple[str, ...]


class Behaviour(Frozen, frozen=True):
    """A regulated behaviour (`behavior:self_start`) that an API stands for instead of a data type."""

    id: str
    name: Bilingual


class Api(Frozen, frozen=True):
    """One way to reach personal information or to carry out a regulated behaviour.

    `api` and `field`: `target` is a JVM class descriptor, `member` its method or field, `descriptor` `*` for every
    overload. Other kinds: `target` is the literal string (a URI, a settings key, a path, any text), `member` where it
    is used.
    `weak`: common in harmless code, so it never makes a finding alone.
    """

    kind: ApiKind
    target: str
    data_types: tuple[str, ...]
    member: str = ""
    descriptor: str = "*"
    permission: str = ""
    since: str = ""
    note: str = ""
    weak: bool = False
    verified: Proof = ""
    sources: tuple[str, ...] = ()


class IdentifierPurpose(Frozen, frozen=True):
    """What an SDK may be there for (a scene of T/TAF 077.5), and which device identifiers that takes.

    `categories`: those of `sdks/` that are there for it. `necessary`: enough for the basic function. `extended`: those
    that a further function may collect besides, if the policy tells of it. `unnecessary`: identifiers that cannot be
    changed and that the table gives it for no function.
    """

    id: str
    document: str
    clause: str
    name: Bilingual
    categories: tuple[Category, ...] = ()
    necessary: tuple[str, ...] = ()
    extended: tuple[str, ...] = ()
    unnecessary: tuple[str, ...] = ()
    note: str = ""


class LevelSince(Frozen, frozen=True):
    """The class that a permission has from an API level on."""

    since: int
    level: Level


class KnownPermission(Frozen, frozen=True):
    """A permission that the platform or a vendor defines. `level` is the class that the user meets today.

    `levels`: how the class changed, oldest first; empty where it never did. `shown`: whether any dialog or list ever
    shows it to a user; what no user sees needs no Chinese name. `*` in a name stands for the app's package.
    """

    name: str
    level: Level
    protection: str = ""
    group: str = ""
    names_zh: tuple[str, ...] = ()
    data_types: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    levels: tuple[LevelSince, ...] = ()
    shown: bool = True
    personal_information: bool = False
    note: str = ""

    def level_at(self, target: int | None) -> Level:
        """The class on the platform that an app was built for; that of the first to have it where that is newer."""
        api = max(target or 0, OLDEST)
        past = [each.level for each in self.levels if each.since <= api]
        return past[-1] if past else self.levels[0].level if self.levels else self.level
