"""Policy × subject → the passages that speak of it (minors, faces), and which matters they deal with."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from appscan.facts import Bilingual, Evidence, Policy
from appscan.verdict import Case, Verdict

SHORT = 30
"""A longer line that begins with a number is an entry of a list, not a heading."""

MAX_QUOTE = 120
MAX_SHOWN = 2
HEADING = re.compile(
    r"[(（]?[一二三四五六七八九十]+[)）]?、|第[一二三四五六七八九十\d]+[章节条]|[一二三四五六七八九十]+[.:]"
)
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


class Passages:
    """The sentences of a policy, and those of them that speak of a subject.

    A sentence counts if it has a word of the subject, stands below a heading that has one, or in a text of its own.
    """

    def __init__(self, policy: Policy, subject: Subject) -> None:
        self._policy = policy
        self._subject = subject

    @cached_property
    def lines(self) -> list[Evidence]:
        """Every sentence, with the file that it stands in."""
        return [Evidence(where=path, quote=_clip(line)) for path, _, line in self._rows]

    @cached_property
    def own(self) -> list[Evidence]:
        """The sentences that speak of the subject."""
        found, below = [], False
        for path, kind, line in self._rows:
            if len(line) <= SHORT and HEADING.match(line):
                below = bool(self._subject.words.search(line))
            if below or self._is_own(kind) or self._subject.words.search(line):
                found.append(Evidence(where=path, quote=_clip(line)))
        return found

    @cached_property
    def elsewhere(self) -> Evidence | None:
        """A sentence that refers to a text about the subject alone, where that was not given."""
        if any(self._is_own(each.kind) for each in self._policy.documents):
            return None
        return next((each for each in self.lines if self._subject.title.search(each.quote)), None)

    def _is_own(self, kind: str) -> bool:
        return bool(self._subject.kind) and kind == self._subject.kind

    @cached_property
    def _rows(self) -> list[tuple[str, str, str]]:
        """(file, its kind, sentence). Files follow each other in the text as they are listed, each with its share."""
        read = [each for each in self._policy.documents if each.kind not in UNREAD]
        lines = [each for each in self._policy.text.split("\n") if each.strip()]
        if not read:
            return []
        share = sum(map(len, lines)) / (sum(each.characters for each in read) or 1)
        rows, place, index, end = [], 0, 0, read[0].characters * share
        for line in lines:
            while place + len(line) / 2 > end and index < len(read) - 1:
                index += 1
                end += read[index].characters * share
            place += len(line)
            rows.append((read[index].path, read[index].kind, line))
        return rows


def told(policy: Policy, subject: Subject, topics: Mapping[str, Topic], wanted: Iterable[str]) -> Verdict:
    """Whether the passages on a subject deal with every wanted matter: a case for each that they do not.

    What only the policy's general part says is tentative; what a text may say that was not given is unknown.
    """
    passages = Passages(policy, subject)
    if not passages.lines:
        return Verdict(None, (_case("没有可读的政策正文", "there is no policy text to read"),))
    found = {name: _first(topics[name], passages.own) for name in wanted}
    missing = [name for name, proof in found.items() if proof is None]
    if not missing:
        names = _names(topics, found)
        text = _case(f"{subject.name.zh}部分已写明：{names.zh}", f"the part on {subject.name.en} tells {names.en}")
        return Verdict(holds=True, cases=(text._replace(evidence=tuple(filter(None, found.values()))[:5]),))
    if passages.elsewhere is not None:
        names = _names(topics, missing)
        zh = f"政策把{subject.name.zh}的内容放在另一份文本里，请一并用 --policy 给出；此处未见：{names.zh}"
        en = f"the policy refers to a text on {subject.name.en}: give that too; here it does not tell {names.en}"
        return Verdict(None, (_case(zh, en)._replace(evidence=(passages.elsewhere,)),))
    if not passages.own:
        read = tuple(Evidence(where=each.path, quote=each.title or each.path) for each in policy.documents)
        zh, en = f"政策没有谈及{subject.name.zh}", f"the policy does not speak of {subject.name.en}"
        return Verdict(holds=False, cases=(Case(Bilingual(zh=zh, en=en), read, "passages"),), by_absence=True)
    cases = tuple(_missing(subject, topics[name], passages, name) for name in missing)
    return Verdict(holds=False, cases=cases, by_absence=True)


def _missing(subject: Subject, wanted: Topic, passages: Passages, name: str) -> Case:
    general = _first(wanted, passages.lines)
    zh = f"{subject.name.zh}部分没有写明：{wanted.name.zh}"
    en = f"the part on {subject.name.en} does not tell {wanted.name.en}"
    if general is None:
        return Case(Bilingual(zh=zh, en=en), tuple(passages.own[:MAX_SHOWN]), name, "firm")
    zh, en = f"{zh}；一般部分有相近内容，须人工判断是否足够", f"{en}; the general part does: a person must judge"
    return Case(Bilingual(zh=zh, en=en), (general, *passages.own[:MAX_SHOWN]), name, "tentative")


def _first(wanted: Topic, lines: Iterable[Evidence]) -> Evidence | None:
    return next((each for each in lines if wanted.words.search(each.quote)), None)


def _names(topics: Mapping[str, Topic], names: Iterable[str]) -> Bilingual:
    kept = [topics[each].name for each in names]
    return Bilingual(zh="、".join(each.zh for each in kept), en=", ".join(each.en for each in kept))


def _case(zh: str, en: str) -> Case:
    return Case(Bilingual(zh=zh, en=en))


def _clip(line: str) -> str:
    return line if len(line) <= MAX_QUOTE else f"{line[: MAX_QUOTE - 1]}…"
