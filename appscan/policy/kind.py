"""What kind of document a file is: only a policy can lack a clause, and a login page or an empty shell is no text."""

import re
from typing import Literal

from appscan.policy.document import Document
from appscan.policy.normalise import Language, chinese_characters, normalise, visible_characters

DocumentKind = Literal[
    "policy",
    "agreement",
    "both",
    "sdk_list",
    "pi_list",
    "permissions",
    "children",
    "login_wall",
    "shell",
    "not_chinese",
    "other",
]

SHORT = 800
"""Chinese characters: a shorter page can be a login page, an empty shell or a notice, but hardly a policy."""

SPARSE = 1000
"""Chinese characters for each word of a policy: a text that speaks of privacy more seldom is about something else."""

FIRST = 5
"""Blocks at the top in which a title is sought."""

_SCRIPT_NEEDED = re.compile(r"javascript|noscript|加载中|正在加载|loading|请稍候", re.IGNORECASE)
_LOGIN = re.compile(r"登录|登陆|login|sign in")
_SECRET = re.compile(r"密码|验证码|扫码|password|captcha")
_POLICY_TITLE = re.compile(r"隐私|个人信息|privacy")
_AGREEMENT_TITLE = re.compile(r"(?:用户|服务|使用|许可|注册|会员)(?:注册|服务|使用|许可)?(?:协议|条款)|agreement|terms")
_SDK_TITLE = re.compile(r"(?:sdk|第三方|合作方|共享)[^。]{0,16}(?:清单|目录|列表|名单|说明)")
_PI_TITLE = re.compile(r"(?:个人信息|信息收集|收集使用)[^。]{0,10}(?:清单|明示|列表)|收集清单")
_PERMISSION_TITLE = re.compile(r"权限[^。]{0,10}(?:清单|列表|说明|目录|介绍|申请|使用|用途)")
_WHOLE_TITLE = re.compile(r"隐私(?:权)?(?:保护)?(?:政策|声明|条款|协议|指引)|用户协议")
_CHILD_TITLE = re.compile(r"(?:儿童|未成年人|青少年)[^。]{0,12}(?:隐私|个人信息|保护)")
_FOR_ALL = re.compile(
    r"^\s*(?!.{0,12}(?:儿童|未成年|青少年)).{0,20}隐私|隐私[^。]{0,12}(?:&|及|和|与|、|暨)[^。]{0,6}(?:儿童|未成年|青少年)"
)
"""A policy for everybody that has its rules for children in the same text."""

_POLICY_WORDS = re.compile(r"个人信息|隐私|收集|共享|cookie|撤回|注销|未成年人|去标识化|保存期限")
_AGREEMENT_WORDS = re.compile(r"本协议|知识产权|违约|著作权|赔偿|仲裁|管辖|免责|许可|虚拟|封号|侵权|不可抗力")


def document_kind(document: Document, text: str, language: Language) -> DocumentKind:
    """The kind of a document, by its text (normalised), its language, its title and its words."""
    if thin := _thin(document, text):
        return thin
    if language not in ("zh-Hans", "zh-Hant"):
        return "not_chinese"
    titles = normalise(f"{document.title} {_first_lines(document)}")
    return _list(titles) or _by_words(text, titles)


def _list(titles: str) -> DocumentKind | None:
    """A document that goes with a policy, by its title; None for any other."""
    if not _WHOLE_TITLE.search(titles):
        if _SDK_TITLE.search(titles):
            return "sdk_list"
        if _PI_TITLE.search(titles):
            return "pi_list"
        if _PERMISSION_TITLE.search(titles):
            return "permissions"
    return "children" if _CHILD_TITLE.search(titles) and not _FOR_ALL.search(titles) else None


def _thin(document: Document, text: str) -> DocumentKind | None:
    """A login page or a shell that scripts would fill; None for a page with text of its own."""
    if chinese_characters(text) >= SHORT:
        return None
    secret = document.passwords or _SECRET.search(text)
    if secret and _LOGIN.search(text) and len(_POLICY_WORDS.findall(text)) < 8:
        return "login_wall"
    empty = visible_characters(text) < 200
    return "shell" if empty and (document.scripts or _SCRIPT_NEEDED.search(text)) else None


def _first_lines(document: Document) -> str:
    lines = [block.text for block in document.blocks[:FIRST] if len(block.text) <= 40]
    return " ".join(lines[:2])


def _by_words(text: str, titles: str) -> DocumentKind:
    policy, agreement = len(_POLICY_WORDS.findall(text)), len(_AGREEMENT_WORDS.findall(text))
    if _POLICY_TITLE.search(titles) and _AGREEMENT_TITLE.search(titles) and agreement * 4 > policy:
        return "both"
    if _POLICY_TITLE.search(titles):
        return "policy" if policy * 2 > agreement else "agreement"
    if _AGREEMENT_TITLE.search(titles) or agreement > policy:
        return "agreement" if agreement + policy > 3 else "other"
    return "policy" if policy >= 5 and policy * SPARSE >= chinese_characters(text) else "other"
