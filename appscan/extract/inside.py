"""The privacy policy that an APK carries: of the texts that may be one, the one that is, told by its content.

What is chosen is a text that by kind and length is a policy, best one that names the app; an SDK's own policy is none.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from appscan.errors import InputError
from appscan.extract.candidates import WORDS, Candidate, hinted, unread
from appscan.extract.documents import open_document
from appscan.facts import Limit, Policy
from appscan.knowledge import Knowledge
from appscan.policy.kind import SHORT
from appscan.policy.normalise import normalise
from appscan.policy.reader import Read, read_one, read_opened

SHORT_LIST = 200
"""Chinese characters: a list of SDKs or permissions can be shorter than a policy."""

TOP = 6
"""Sentences among which a title is sought."""

NAMING = 400
"""Sentences in which the app's name is sought."""

MAX_OTHERS = 10
PARTS = ("sdk_list", "pi_list", "permissions", "children")
"""Kinds of documents that belong to a policy."""

_TRIAL = re.compile(r"(?:^|[/_.-])(?:tests?|samples?|demos?|examples?|mock)(?:[/_.-]|$)", re.IGNORECASE)
_OF_AN_SDK = re.compile(r"sdk.{0,12}(?:隐私|个人信息|合规|privacy)", re.IGNORECASE)


class Whose(NamedTuple):
    """The app's names, and those of SDKs: a policy is titled with whose it is."""

    app: tuple[str, ...]
    sdks: frozenset[str]


def policy_of(
    found: Iterable[Candidate], labels: Sequence[str], knowledge: Knowledge, limits: list[Limit]
) -> Policy | None:
    """The policy among the candidates, with the lists that go with it; None where none is one."""
    read = {each.facts.sha256: each for each in _read(found, limits)}.values()
    whose = Whose(tuple(normalise(each) for each in labels if len(each) > 1), _sdk_names(knowledge))
    own = [each for each in read if not _of_an_sdk(each, whose)]
    policies = [
        each for each in own if each.facts.kind in ("policy", "both") and each.chinese >= SHORT and _titled(each)
    ]
    if not policies:
        return None
    best = max(policies, key=lambda each: _rank(each, whose))
    parts = [each for each in own if each.facts.kind in PARTS and each.chinese >= SHORT_LIST]
    rest = [each.facts for each in read if each is not best and each not in parts]
    others = tuple(each for each in rest if each.kind in ("policy", "both", *PARTS))[:MAX_OTHERS]
    return msgspec.structs.replace(read_opened([best, *parts], knowledge), others=others)


def _read(found: Iterable[Candidate], limits: list[Limit]) -> Iterable[Read]:
    for where, data in found:
        try:
            yield read_one(open_document(where, data)._replace(source="apk"))
        except InputError as error:
            if hinted(where):
                limits.append(unread(where, error.en.removeprefix(f"{where}: ")))


def _titled(each: Read) -> bool:
    """Whether a text says at its top, or by its file's name, that it is a policy."""
    top = (each.facts.title, *(unit.norm for unit in each.units[:TOP]))
    return hinted(each.facts.path) or any(word in text for word in WORDS for text in top)


def _rank(each: Read, whose: Whose) -> tuple[int, ...]:
    """What makes a candidate the app's policy, the weightiest first."""
    text = "".join(unit.norm for unit in each.units[:NAMING])
    path = each.facts.path
    return (
        not _TRIAL.search(path),
        any(label in text for label in whose.app),
        each.facts.language == "zh-Hans",
        each.facts.kind == "policy",
        hinted(path),
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
