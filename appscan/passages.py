"""Policy × subject → the passages that speak of it (minors, faces), and which matters they deal with."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from appscan.facts import Bilingual, Evidence, Policy
from appscan.verdict import Case, Verdict

SHORT = 30
"""A longer line that begins with a number is an entry of a list, not a heading."""

BEFORE, QUOTE = 20, 120
MAX_SHOWN = 2
STOP = "。"
"""Joins sentences: no pattern runs over it."""

HEADING = re.compile(
    r"(?:[#*\s]*)(?:(?P<chinese>第?[一二三四五六七八九十]+(?:[、.:]|[章节条部]))|(?P<arabic>\d{1,2}\\?[、.](?!\d)))"
)
RULES = ("policy", "both", "children")
READ = (*RULES, "sdk_list", "pi_list", "permissions")
"""Kinds of documents whose text a policy has, where there is one of them; else it has the text of all."""

UNREAD = ("login_wall", "shell")


class Subject(NamedTuple):
    """What passages speak of: its words, and the titles (and the kind) of texts that are about nothing else."""

    name: Bilingual
    words: re.Pattern[str]
    title: re.Pattern[str]
    kind: str = ""


class Topic(NamedTuple):
    """A matter that passages deal with, and its words."""

    name: Bilingual
    words: re.Pattern[str]


def topic(zh: str, en: str, words: str) -> Topic:
    """A matter by its names and its words, as they stand in normalised text."""
    return Topic(Bilingual(zh=zh, en=en), re.compile(words))


class Line(NamedTuple):
    """A sentence, with the file that it stands in and the file's kind."""

    where: str
    text: str
    kind: str = ""


class Block:
    """Sentences that are searched as one text."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self._text = STOP.join(each.text for each in lines)
        self._starts = list(accumulate((len(each.text) + 1 for each in lines), initial=0))

    def find(self, words: re.Pattern[str]) -> Evidence | None:
        """The first sentence with the words, quoted around them."""
        match = words.search(self._text)
        if match is None:
            return None
        index = bisect_right(self._starts, match.start()) - 1
        return quoted(self.lines[index], match.start() - self._starts[index])


class Passages:
    """The sentences of a policy, and those of them that speak of a subject.

    A sentence counts if it has a word of the subject, stands below a heading that has one, or in a text of its own.
    """

    def __init__(self, policy: Policy, subject: Subject) -> None:
        self._policy = policy
        self._subject = subject

    @cached_property
    def all(self) -> Block:
        """Every sentence. Documents follow each other in the text as they are listed, each with its share."""
        documents = self._policy.documents
        read = [each for each in documents if each.kind in READ] or [
            each for each in documents if each.kind not in UNREAD
        ]
        texts = [each for each in self._policy.text.split("\n") if each.strip()] if read else []
        share = sum(map(len, texts)) / (sum(each.characters for each in read) or 1)
        ends = [end * share for end in accumulate(each.characters for each in read)]
        lines, place = [], 0
        for text in texts:
            document = read[min(bisect_right(ends, place + len(text) / 2), len(read) - 1)]
            lines.append(Line(document.path, text, document.kind))
            place += len(text)
        return Block(lines)

    @cached_property
    def own(self) -> Block:
        """The sentences that speak of the subject."""
        found, below = [], ""
        for line in self.all.lines:
            heading = HEADING.match(line.text) if len(line.text) <= SHORT else None
            speaks = self._subject.words.search(line.text) is not None
            if heading and speaks:
                below = heading.lastgroup or ""
            elif heading and heading.lastgroup == below:
                below = ""
            if below or speaks or self._is_own(line.kind):
                found.append(line)
        return Block(found)

    @cached_property
    def elsewhere(self) -> Evidence | None:
        """A sentence that refers to a text about the subject alone, where that was not given."""
        given = any(self._is_own(each.kind) for each in self._policy.documents)
        return None if given else self.all.find(self._subject.title)

    def _is_own(self, kind: str) -> bool:
        return bool(kind) and kind == self._subject.kind


_kept: list[tuple[Policy, Subject, Passages]] = []


def passages(policy: Policy, subject: Subject) -> Passages:
    """The passages of a policy on a subject; the last few are kept, as many items ask for the same."""
    for each in _kept:
        if each[0] is policy and each[1] is subject:
            return each[2]
    found = Passages(policy, subject)
    _kept[:] = [*_kept[-3:], (policy, subject, found)]
    return found


def told(policy: Policy, subject: Subject, topics: Mapping[str, Topic], wanted: Iterable[str]) -> Verdict:
    """Whether the passages on a subject deal with every wanted matter: one case for all that they do not.

    What only the policy's general part says is tentative; what a text may say that was not given is unknown.
    """
    found = passages(policy, subject)
    if not found.all.lines or not any(each.kind in RULES for each in policy.documents):
        return Verdict(None, (_case("没有可读的政策正文", "there is no policy text to read"),))
    here = {name: found.own.find(topics[name].words) for name in wanted}
    missing = [name for name, proof in here.items() if proof is None]
    if not missing:
        names = _names(topics, here)
        zh, en = f"{subject.name.zh}部分已写明：{names.zh}", f"the part on {subject.name.en} tells {names.en}"
        proofs = (each for each in here.values() if each is not None)
        return Verdict(holds=True, cases=(_case(zh, en, tuple(dict.fromkeys(proofs))[:5]),))
    if found.elsewhere is not None:
        names = _names(topics, missing)
        zh = f"政策把{subject.name.zh}的内容放在另一份文本里，请一并用 --policy 给出；此处未见：{names.zh}"
        en = f"the policy refers to a text on {subject.name.en}: give that too; here it does not tell {names.en}"
        return Verdict(None, (_case(zh, en, (found.elsewhere,)),))
    if not found.own.lines:
        read = tuple(Evidence(where=each.path, quote=each.title or each.path) for each in policy.documents)
        silent = _case(f"政策没有谈及{subject.name.zh}", f"the policy does not speak of {subject.name.en}", read)
        return Verdict(holds=False, cases=(silent._replace(subject="silent"),), by_absence=True)
    return Verdict(holds=False, cases=(_missing(subject, topics, found, missing),), by_absence=True)


def _missing(subject: Subject, topics: Mapping[str, Topic], found: Passages, names: Sequence[str]) -> Case:
    general = {name: found.all.find(topics[name].words) for name in names}
    nowhere = [name for name, proof in general.items() if proof is None]
    lacking, near = _names(topics, names), _names(topics, (each for each in names if each not in nowhere))
    zh = f"{subject.name.zh}部分没有写明：{lacking.zh}"
    en = f"the part on {subject.name.en} does not tell {lacking.en}"
    if near.zh:
        zh, en = f"{zh}；一般部分有相近内容（{near.zh}），须人工判断", f"{en}; the general part does tell {near.en}"
    sentences = [each for each in found.own.lines if len(each.text) > SHORT] or found.own.lines
    shown = [quoted(each) for each in sentences[:MAX_SHOWN]]
    near_by = [each for each in general.values() if each is not None][:MAX_SHOWN]
    evidence = tuple(dict.fromkeys((*shown, *near_by)))
    return Case(Bilingual(zh=zh, en=en), evidence, ",".join(names), "firm" if nowhere else "tentative")


def quoted(line: Line, place: int = 0) -> Evidence:
    """A sentence as evidence, cut to what stands around a place in it."""
    start = max(0, place - BEFORE) if len(line.text) > QUOTE else 0
    end = start + QUOTE
    quote = f"{'…' if start else ''}{line.text[start:end]}{'…' if end < len(line.text) else ''}"
    return Evidence(where=line.where, quote=quote)


def _names(topics: Mapping[str, Topic], names: Iterable[str]) -> Bilingual:
    kept = [topics[each].name for each in names]
    return Bilingual(zh="、".join(each.zh for each in kept), en=", ".join(each.en for each in kept))


def _case(zh: str, en: str, evidence: tuple[Evidence, ...] = ()) -> Case:
    return Case(Bilingual(zh=zh, en=en), evidence)
