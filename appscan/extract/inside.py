"""The privacy policy that an APK carries: among its assets, raw resources and string resources, told by its content.

What is chosen is a text that by kind and length is a policy, best one that names the app; an SDK's own policy is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from appscan.errors import InputError
from appscan.extract.archive import EntryError
from appscan.extract.documents import open_document
from appscan.extract.package import Entries
from appscan.facts import Limit, Policy
from appscan.knowledge import Knowledge
from appscan.policy.kind import SHORT
from appscan.policy.normalise import normalise
from appscan.policy.reader import Read, open_text, read_one, read_opened

TEXTS = ("html", "htm", "xhtml", "txt", "md", "markdown")
PRINTED = ("docx", "pdf")
FOLDERS = ("assets/", "res/", "r/")
PER_TEXT = 4 << 20
PER_PRINTED = 20 << 20
IN_ALL = 64 << 20
MAX_FILES = 3000
MAX_CANDIDATES = 40
SHORT_LIST = 200
"""Chinese characters: a list of SDKs or permissions can be shorter than a policy."""

MAX_OTHERS = 10
PARTS = ("sdk_list", "pi_list", "permissions", "children")
"""Kinds of documents that belong to a policy."""

_HINT = re.compile(r"privacy|yinsi|yszc|policy|agreement|隐私|隱私|个人信息|sdk|清单|儿童", re.IGNORECASE)
_TRIAL = re.compile(r"(?:^|[/_.-])(?:tests?|samples?|demos?|examples?|mock)(?:[/_.-]|$)", re.IGNORECASE)
_WORDS = ("隐私", "个人信息", "隱私", "個人資")
_NEEDLES = tuple(word.encode(each) for word in _WORDS for each in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"))
MANY = 3
"""Times that a text must name privacy or personal information to be looked at."""

_OF_AN_SDK = re.compile(r"sdk.{0,12}(?:隐私|个人信息|合规|privacy)", re.IGNORECASE)


class Whose(NamedTuple):
    """The app's names, and those of SDKs: a policy is titled with whose it is."""

    app: tuple[str, ...]
    sdks: frozenset[str]


class Found(NamedTuple):
    """What was found. `limits`: files that by their name may be a policy and could not be read."""

    policy: Policy | None
    limits: tuple[Limit, ...] = ()


def policy_inside(
    entries: Entries, pools: Iterable[tuple[str, Sequence[str]]], labels: Sequence[str], knowledge: Knowledge
) -> Found:
    """The policy in the entries or in the string pools (name of the table, strings) of an APK, if there is one."""
    limits: list[Limit] = []
    candidates: dict[str, Read] = {}
    for each in (*_from_files(entries, limits), *_from_strings(pools)):
        candidates.setdefault(each.facts.sha256, each)
    whose = Whose(tuple(normalise(each) for each in labels if len(each) > 1), _sdk_names(knowledge))
    own = [each for each in candidates.values() if not _of_an_sdk(each, whose)]
    policies = [each for each in own if each.facts.kind in ("policy", "both") and each.chinese >= SHORT]
    if not policies:
        return Found(None, tuple(limits))
    best = max(policies, key=lambda each: _rank(each, whose))
    parts = [each for each in own if each.facts.kind in PARTS and each.chinese >= SHORT_LIST]
    policy = read_opened([best, *parts], knowledge)
    rest = [each.facts for each in candidates.values() if each is not best and each not in parts]
    others = tuple(each for each in rest if each.kind in ("policy", "both", *PARTS))[:MAX_OTHERS]
    return Found(msgspec.structs.replace(policy, others=others, limits=(*policy.limits, *limits)))


def _rank(each: Read, whose: Whose) -> tuple[bool, ...] | tuple[bool | int, ...]:
    """What makes a candidate the app's policy, the weightiest first."""
    text = "".join(unit.norm for unit in each.units[:400])
    path = each.facts.path
    return (
        not _TRIAL.search(path),
        any(label in text for label in whose.app),
        each.facts.language == "zh-Hans",
        each.facts.kind == "policy",
        bool(_HINT.search(path)),
        each.chinese,
    )


def _of_an_sdk(each: Read, whose: Whose) -> bool:
    """Whether a policy is that of an SDK and not of the app that embeds it."""
    title = normalise(" ".join((each.facts.title, *(unit.norm for unit in each.units[:2] if len(unit.norm) <= 40))))
    if each.facts.kind not in ("policy", "both") or any(label in title for label in whose.app):
        return False
    return bool(_OF_AN_SDK.search(title)) or any(name in title for name in whose.sdks)


def _sdk_names(knowledge: Knowledge) -> frozenset[str]:
    names = (name for sdk in knowledge.sdks for name in (sdk.name.zh, sdk.name.en, *sdk.policy_names))
    return frozenset(normalise(name) for name in names if len(name) >= 4)


def _from_files(entries: Entries, limits: list[Limit]) -> Iterator[Read]:
    left, read = IN_ALL, 0
    for name in _names(entries)[:MAX_FILES]:
        suffix = name.rpartition(".")[2].lower()
        size = entries.size(name)
        if size > (PER_PRINTED if suffix in PRINTED else PER_TEXT) or size > left or read >= MAX_CANDIDATES:
            if _HINT.search(name):
                limits.append(Limit(kind="policy_unread_inside", detail=entries.place(name)))
            continue
        try:
            data = entries.read(name)
            left -= len(data)
            if suffix not in PRINTED and not _speaks_of_privacy(data):
                continue
            read += 1
            yield read_one(open_document(entries.place(name), data)._replace(source="apk"))
        except EntryError as error:
            limits.append(Limit(kind="policy_unread_inside", detail=f"{entries.place(name)}: {error}"))
        except InputError as error:
            if _HINT.search(name):
                limits.append(Limit(kind="policy_unread_inside", detail=error.en))


def _names(entries: Entries) -> list[str]:
    """Texts and pages, printed documents that are named like a policy, and files named so without an ending."""

    def fits(name: str) -> bool:
        file = name.rpartition("/")[2]
        suffix = file.rpartition(".")[2].lower()
        return suffix in TEXTS or (bool(_HINT.search(file)) and (suffix in PRINTED or "." not in file))

    return sorted(name for name in entries.entries if name.startswith(FOLDERS) and fits(name))


def _speaks_of_privacy(data: bytes) -> bool:
    return sum(data.count(needle) for needle in _NEEDLES) >= MANY


def _from_strings(pools: Iterable[tuple[str, Sequence[str]]]) -> Iterator[Read]:
    """String resources that are as long as a policy."""
    for table, pool in pools:
        for index, text in enumerate(pool):
            if len(text) >= SHORT and sum(map(text.count, _WORDS)) >= MANY:
                where = f"{table}:string#{index}"
                yield read_one(open_text(where, text.encode("utf-8", "replace"))._replace(source="apk"))
