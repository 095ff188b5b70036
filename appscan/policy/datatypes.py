"""Data-type words and verbs → statements: who does what with which kind of information, or says that it is not done."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from appscan.facts import Statement
from appscan.knowledge import DataType, Umbrella
from appscan.policy.document import Block
from appscan.policy.governing import Said, actor_of, said_of
from appscan.policy.lexicon import Hit, Lexicon
from appscan.policy.names import Names
from appscan.policy.negation import denial
from appscan.policy.normalise import fold, normalise
from appscan.policy.parts import Parts
from appscan.policy.roles import role_of
from appscan.policy.sentences import Unit
from appscan.policy.verbs import Act, verbs

MAX_SAME = 3
"""Quotations kept of one and the same statement."""

_DEFINES = re.compile(r"(?:信息|数据|政策|资料|cookies?)(?:\([^()]{0,20}\))?[\",:是系即]{0,4}指|定义|本政策中|释义")
_RIGHTS = re.compile(
    r"(?:您|你|用户|监护人)[^,;]{0,6}(?:有权|可以|可|能够|能)[^;]{0,40}(?:访问|查询|查阅|查看|更正|修改|更新|删除|清除|清空|管理|复制|副本)"
    r"|(?:点击|进入|通过)[^;]{0,40}(?:修改|更正|编辑)|注销(?:您|你)?的?账|(?:查阅|更正|复制|删除)、(?:查阅|更正|复制|删除|补充)"
)
_WE_COLLECT = re.compile(r"(?:我们|本应用|sdk)[^,;]{0,16}(?:收集|采集|获取|读取)")
_FORBIDDEN = re.compile(
    r"(?:请勿|请不要|请您不要|您不要|不得|不应|切勿|禁止用户|禁止您)[^,;]{0,20}"
    r"(?:提供|发送|上传|公开|披露|分享|填写|提交|使用|转让|赠与)"
    r"|(?:您|你|用户)[^,;]{0,8}(?:同意|承诺|保证)[^,;]{0,12}不(?:使用|得|会)"
)
_WARNS = re.compile(
    r"可能会?(?:泄[露漏]|公开|被)[^;]{0,16}(?:信息|隐私)|请(?:您|你|用户)?(?:务必|注意)?(?:使用|妥善|定期|谨慎|立即|不要|勿)|妥善保管"
    r"|建议(?:您|你|用户)?采取|(?:邮件|信函|电话)、[^;]{0,30}(?:告知|通知)(?:您|你|用户)|可能会?涉及(?:您|你|他人)|被其他(?:组织|个人|用户)|不(?:能)?保证|不承担|不负责|由于(?:您|你|用户)|告知他人|与他人共享|诈骗|自行承担"
)
_TELLS = re.compile(
    r"告[知诉](?:您|你|用户)?[^,;]{0,4}(?:接收方|受让方|第三方|处理目的|对方)|(?:接收|受让)方的?(?:名称|姓名)"
)
_HARDWARE = re.compile(r"相机|摄像头|麦克风|电话|位置|定位|相册|通讯录|权限|空间")
_AFTER = frozenset("、,;:/|)和及或与以等信数权内]用来进并而即。图特名号文码类")
_NOUNS = frozenset(
    "姓名 性别 生日 年龄 民族 国籍 学历 职业 护照 昵称 头像 相册 照片 图片 指纹 掌纹 声纹 人脸 虹膜 步数".split()
    + "心率 血压 体重 身高 简历 病历 处方 征信 邮箱 住址 籍贯 驾照 oaid imei".split()
)
"""Short words that are nothing but nouns."""

_IN_LISTS = frozenset("城市 地址 电话 日志 订单 网址 足迹".split())
_PAGE = ("与安全", "安全")
"""After a word in the name of a page: `账号与安全`."""

_PERSONS = frozenset(("未成年人", "不满十四周岁"))
_OTHER_FILES = re.compile(r"法律|数据|文本|有效|授权|证明|配置|安装|声明|缓存|应的|这些|小|媒体")
_BEFORE = frozenset("、,;:(及和与或的")
"""Words that mean a kind of information only as one of a list, and what may stand before one."""


class Named(NamedTuple):
    """A data type that a word stands for; `umbrella`: one of several that the word names at once."""

    data_type: str
    umbrella: bool


class DataTypes:
    """The catalogue's words for kinds of information."""

    def __init__(self, types: Iterable[DataType], umbrellas: Iterable[Umbrella]) -> None:
        own = [(word, Named(t.id, umbrella=False)) for t in types for word in (*t.words.zh, *t.words.en)]
        wide = [(word, Named(c, umbrella=True)) for u in umbrellas for word in u.words for c in u.covers]
        exact = {(normalise(word), named.data_type) for word, named in own}
        wide = [(word, named) for word, named in wide if (normalise(word), named.data_type) not in exact]
        self._words = Lexicon([*own, *wide])

    def find(self, text: str) -> list[Hit[Named]]:
        """The words in a normalised text that stand as nouns."""
        return [hit for hit in self._words.find(text) if _noun(text, hit) and not text.startswith(_PAGE, hit.end)]

    def covers(self, text: str) -> bool:
        """Whether a normalised text is a word for information and little else."""
        return 2 * sum(hit.end - hit.start for hit in self._words.find(text)) > len(text)

    def named(self, text: str) -> tuple[str, ...]:
        """The ids of the types that a text names, umbrella words left out."""
        ids = (each.data_type for hit in self.find(text) for each in hit.values if not each.umbrella)
        return tuple(dict.fromkeys(ids))


def _noun(text: str, hit: Hit[Named]) -> bool:
    """Words such as 点击, 存储, 动态 are verbs as often as not: a short one counts where a list or clause ends."""
    if len(hit.word) > 2 and hit.word not in _PERSONS:
        return not hit.word.endswith("beacon") or not text.startswith("web", max(0, hit.start - 4))
    if hit.word == "存储":
        return bool(_HARDWARE.search(text, max(0, hit.start - 8), hit.end + 8))
    if hit.word in _PERSONS:
        return False
    if hit.word in ("文件", "文档"):
        return not _OTHER_FILES.search(text, max(0, hit.start - 3), hit.start)
    if hit.word in _IN_LISTS:
        return _listed(text, hit)
    return hit.end >= len(text) or text[hit.end] in _AFTER or hit.word.isascii() or hit.word in _NOUNS


def _listed(text: str, hit: Hit[Named]) -> bool:
    """Whether a word is one of a list."""
    return (hit.start == 0 or text[hit.start - 1] in _BEFORE) and (hit.end == len(text) or text[hit.end] in _AFTER)


def statements(units: Sequence[Unit], types: DataTypes, names: Names) -> tuple[Statement, ...]:
    """The statements of all sentences, the first few of each kind."""
    counts: dict[tuple[str, str, str, bool, bool], int] = {}
    kept: dict[Statement, None] = {}
    row: Block | None = None
    defined: Block | None = None
    for unit in units:
        if _DEFINES.search(unit.norm) and not _WE_COLLECT.search(unit.norm):
            defined = unit.block
        if unit.block is row:  # a long row is several sentences, but is read once
            continue
        row = unit.block if unit.block.columns else None
        if unit.block is defined and not _WE_COLLECT.search(unit.norm):
            continue  # the list of a definition goes on after a semicolon
        for each in _of_row(unit, types, names) if row else _of_sentence(unit, types, names):
            key = (each.actor, each.act, each.data_type, each.negated, each.umbrella)
            if each not in kept and counts.setdefault(key, 0) < MAX_SAME:
                counts[key] += 1
                kept[each] = None
    return tuple(kept)


def _of_sentence(unit: Unit, types: DataTypes, names: Names) -> Iterator[Statement]:
    text = unit.norm
    hits = types.find(text)
    if not hits or (unit.block.kind == "heading" and not unit.block.lead) or _beside_the_point(text):
        return
    acts = [verb for verb in verbs(text) if not any(hit.start <= verb.head < hit.end for hit in hits)]
    mentions = list(names.mentions(unit.folded))
    parts = Parts(unit)
    for hit in hits:
        for said in said_of(text, hit, acts, unit):
            technique = hit.values[0].data_type == "web_cookie" and not said.negated
            if technique and (said.act == "use" or not _listed(text, hit)):
                continue  # a technique that is used, not information that is collected
            yield from _stated(unit, hit, said, actor_of(text, mentions, said, hit), parts)


def _of_row(unit: Unit, types: DataTypes, names: Names) -> Iterator[Statement]:
    """A row under headers: its cell of data is collected, by the third party that the row names, else by the app."""
    columns = tuple(normalise(column) for column in unit.block.columns)
    act: Act = "collect"
    if any((column.endswith("权限") or "权限名称" in column) and "sdk" not in column for column in columns[:2]):
        act, text = "permission", normalise(" | ".join(unit.block.cells[:2]))
    else:
        cells = [cell for column, cell in zip(columns, unit.block.cells, strict=False) if role_of(column) == "data"]
        text = normalise(" | ".join(cells))
    mentions = list(names.mentions(fold(unit.block.text)))
    actor = mentions[0].name if mentions and act == "collect" else "app"
    parts = Parts(unit)
    for hit in types.find(text):
        said = denial(text, hit.start)
        yield from _stated(unit, hit, Said(act, said == "denied", -1, "row"), actor, parts)


def _stated(unit: Unit, hit: Hit[Named], said: Said, actor: str, parts: Parts) -> Iterator[Statement]:
    purpose = parts.purpose(hit.start, hit.end)
    receiver = parts.receiver(said.at) if said.act == "share" else ""
    permission = parts.permission(hit.start)
    for named in hit.values:
        yield Statement(
            actor=actor,
            act=said.act,
            data_type=named.data_type,
            evidence=unit.evidence,
            negated=said.negated,
            umbrella=named.umbrella,
            purpose=purpose,
            receiver=receiver,
            permission=permission,
            confidence=said.join,
        )


def _beside_the_point(text: str) -> bool:
    """Definitions, rights and rules for users name information without saying that it is collected."""
    if _FORBIDDEN.search(text) or _DEFINES.search(text) or _TELLS.search(text) or _WARNS.search(text):
        return True
    return bool(_RIGHTS.search(text)) and not _WE_COLLECT.search(text)
