"""Whether a verb is denied. Two of three negations in a policy deny nothing: they are conditions and refusals."""

import re
from typing import Literal

Denial = Literal["denied", "conditional", "no"]

_NEGATOR = re.compile(
    r"(?:(?<![得能无])不(?![仅限论管同断少定良当超足满时单能适包]|会?再|开启|打开|授权|授予|允许|可避|得不|得已|(?:会|得)?(?:影响|妨碍|导致))"
    r"|(?<!从)未(?![来成满经获征取得])|没有(?![^,;]{0,6}权限)|无法(?=获取|获知|收集|读取|接触|查看|访问|得到|留存|保存|$)|无需|无须|从未|避免)[^,;:|]{0,14}$"
)
_CONDITION = re.compile(r"(?:如果?|若|假如|倘若|当|一旦)[^,;:]{0,12}$")
_REFUSAL = re.compile(r"(?:您|你|用户)(?:可以?|有权|选择|也|自主|仍|均|若|如|同意)?[^,;:]{0,4}$")
_REFUSED = re.compile(
    r"(?:如|若|当|在)[^;]{0,20}(?:拒绝|不同意|不授权|未授权|关闭|不开启|未开启|不开通|未登录|不使用)[^;]{0,30},(?:则|那么)?$"
)
_EXCEPT = re.compile(
    r"(?:未经|未征得|未取得|未获得|非经|除非|如无)[^;]{0,40}|除(?!此|上述|前述|以上|这些)[^,;]{1,40}(?:外|以外)|(?<!此)(?<!之)(?<!以)(?:外|除外),"
)
_WITHOUT = re.compile(r"(?:如果?|若|发现)[^;]{0,30}未(?:经|征得|取得|获得|事先)[^,;]{0,20}$")
_PARTLY = re.compile(r"主动|直接|强制|恶意|滥用|擅自|随意|非法|不特定|额外|一般不|通常不")
"""Denied is the manner, not the act."""

_LATER_EXCEPT = re.compile(r"除外|除非|,除(?:在|了|经)|之外|以外的|但[^;]{0,30}不受此限")
_BREAK = re.compile(r"[,;:|]")


def denial(text: str, verb: int) -> Denial:
    """What is said of the verb at a position of a normalised sentence.

    `denied`: it is not done. `conditional`: it is not done without consent or outside listed cases; such a sentence
    says neither that it is done nor that it never is. `no`: it is done, or a reader refuses that it be done.
    """
    clause_start = max((found.end() for found in _BREAK.finditer(text, 0, verb)), default=0)
    clause = text[clause_start:verb]
    negator = _NEGATOR.search(clause)
    if negator is None:
        return "conditional" if _WITHOUT.search(clause) else "no"
    before = clause[: negator.start()]
    if clause.endswith("不") and text.startswith("提供", verb) and text[verb + 2 : verb + 3] not in "给予至":
        return "no"  # whoever does not provide something refuses it
    if _CONDITION.search(before) or _REFUSAL.search(before):
        return "no"
    if _PARTLY.search(clause, max(0, negator.start() - 2)):
        return "conditional"
    earlier = text[text.rfind(";", 0, clause_start) + 1 : clause_start + negator.start()]
    if _EXCEPT.search(earlier) or _REFUSED.search(text[:clause_start]) or _LATER_EXCEPT.search(text, verb):
        return "conditional"
    return "denied"
