"""The parts of a statement beside its act: the purpose, the receiver, the permission, as the text puts them."""

import re
from functools import cached_property

from appscan.policy.normalise import fold, normalise
from appscan.policy.roles import role_of
from appscan.policy.sentences import Unit

MAX_PURPOSE = 80

_PURPOSE = re.compile(
    r"(?:用于|用来|用以|以便于?|目的(?:是|为|:)|以(?=实现|完成|提供|帮助|保障|识别|验证|确保|改善|提升|防止|防范|支持|满足|向您|为您|便))"
    r"(?P<for>[^,;|()]{2,80})"
    r"|(?:为了?|基于|出于)(?P<before>(?!您提供|准|限|止)[^,;|]{2,60}?)(?:之?目的|,|所必[需须]|的?需要|时)"
    r"|(?:当|在|如果?|若)(?:您|你|用户)(?P<when>[^,;|]{2,40}?)(?:时|的?过程中|期间|的?功能|的?服务|,)"
)
_RECEIVER = re.compile(
    r"(?:向|给|与|和|同|予|至)(?!您|你|用户|我们)(?P<to>[^,;|]{1,40}?)(?:提供|披露|共享|分享|发送|传输|转让|交换)"
    r"|(?:提供|披露|共享|分享|传输|转让|转移|发送|出售|出租)(?:给|予|至)(?!您|你|我们)(?P<given>[^,;|]{2,40})"
)
_PERMISSION = re.compile(
    r"(?P<name>相机|摄像头|麦克风|录音|存储(?:空间)?|相册|照片|位置(?:信息)?|定位|通讯录|联系人|电话(?:状态)?|短信|日历|日程|蓝牙|通知"
    r"|悬浮窗|传感器|身体活动|应用列表|剪[切贴]板|手机状态|设备信息|通话记录|nfc)[^,;|]{0,6}(?:权限|授权)"
    r"|(?:android\.permission\.)?(?P<id>(?:read|write|access|record|get|bluetooth|query|request|post)_[a-z_]{4,40})",
)
_NO_FUNCTION = re.compile(r"如何|信息|隐私|政策|我们|sdk|第三方|清单|权限|收集|共享|列表|^.{0,2}$|目录|附[件录表]")
_LABEL = re.compile(r"(?:[(\d.、)]{1,8}\s?)?【?(?P<for>[^,;:。|【】]{2,14})(?:】|:)")
_NUMBER = re.compile(r"^[第(\d一二三四五六七八九十.、)章条节:①-⑳]+")


class Parts:
    """The parts that one sentence or table row names."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def purpose(self, start: int, end: int) -> str:
        """The purpose of a word at text[start:end]: the next one said after it, else the last before, else above it."""
        if self._unit.block.columns:
            return self._cell
        after = [text for at, _, text in self._purposes if at >= end]
        before = [text for _, last, text in self._purposes if last <= start]
        return after[0] if after else before[-1] if before else self._above

    def receiver(self, verb: int) -> str:
        """Whom a verb of giving names."""
        found = _RECEIVER.search(self._unit.norm, max(0, verb))
        return (found["to"] or found["given"]).strip("\"'的:") if found else ""

    def permission(self, at: int) -> str:
        """The permission that the sentence names: by its name on the platform, else by its Chinese word."""
        near = min(self._permissions, key=lambda each: abs(each.start() - at), default=None)
        return (near["id"] or "").upper() or near["name"] if near else ""

    @cached_property
    def _permissions(self) -> list[re.Match[str]]:
        return list(_PERMISSION.finditer(self._unit.norm))

    @cached_property
    def _purposes(self) -> list[tuple[int, int, str]]:
        return [
            (each.start(), each.end(), each[each.lastgroup or 0].strip()) for each in _PURPOSE.finditer(self._unit.norm)
        ]

    @cached_property
    def _cell(self) -> str:
        pairs = zip(self._unit.block.columns, self._unit.block.cells, strict=False)
        return next((fold(cell)[:MAX_PURPOSE] for title, cell in pairs if role_of(normalise(title)) == "purpose"), "")

    @cached_property
    def _above(self) -> str:
        """The purpose that the item's own label, the line over it, or the heading names."""
        label = _LABEL.match(self._unit.norm)
        if label and not _NO_FUNCTION.search(label["for"]):
            return label["for"]
        lead = normalise(self._unit.block.lead)
        if found := _PURPOSE.search(lead):
            return found[found.lastgroup or 0].strip()
        title = _NUMBER.sub("", normalise(self._unit.block.heading))
        return "" if _NO_FUNCTION.search(title) else title[:MAX_PURPOSE]
