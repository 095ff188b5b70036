"""Which texts of an APK bear on privacy and consent: the only ones that facts keep."""

import re

MAX_TEXTS = 2000
"""Texts kept from resources, and from code; that some were left out is said as a limit."""

MAX_LENGTH = 300
MIN_LENGTH = 2

_CHINESE = (
    "自动续 连续包 兴趣标签 用户标签 实名 身份证 "
    "隐私 同意 用户协议 服务协议 个人信息 注销 个性化 定向推 撤回 撤销授权 投诉 举报 意见反馈 联系客服 备案 仅浏览 "
    "拒绝 退出 权限 登录 注册 账号 账户 不感兴趣 收集清单 共享清单 暂不使用 未成年 青少年 监护人 儿童 我知道了 "
    "自启动 关联启动 防沉迷 人脸 刷脸"
).split()
_ENGLISH = (
    r"privacy|consent|personal (?:data|information)|terms of (?:service|use)|user agreement"
    r"|delete (?:my |your )?account|withdraw|\bagree\b|\bdisagree\b|\bdecline\b"
    r"|opt.?out|personali[sz]ed (?:ads|content|recommend)"
)
RELEVANT = re.compile("|".join((*_CHINESE, r"ICP备\d", _ENGLISH)), re.IGNORECASE)

NEEDLES = tuple(word.encode() for word in (*_CHINESE, "ICP备"))
"""The Chinese words as bytes, to find candidates in a DEX file without decoding its strings."""

POLICY_URL = re.compile(
    r"https?://[^\s\"'<>]{3,300}?(?:privacy|yinsi|yszc|ysxy)[^\s\"'<>]{0,200}",
    re.IGNORECASE,
)
POLICY_FILE = re.compile(
    r"(?:assets|res/raw)/.*(?:privacy|yinsi|policy|agreement|隐私|协议)[^/]*\.(?:html?|xhtml|txt|md|pdf|docx?)",
    re.IGNORECASE,
)


def relevant(text: str) -> bool:
    """Whether a text is one that a user could read about privacy: a phrase, not an identifier or a path."""
    if not MIN_LENGTH <= len(text) <= 4000 or not RELEVANT.search(text):
        return False
    return any("\u4e00" <= char <= "\u9fff" for char in text) or " " in text.strip()


def clip(text: str) -> str:
    """A text short enough to keep as evidence."""
    flat = " ".join(text.split())
    return flat if len(flat) <= MAX_LENGTH else flat[: MAX_LENGTH - 1] + "…"
