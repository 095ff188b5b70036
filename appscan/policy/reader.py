"""The files of a policy → what it says: the whole flow on one screen."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from appscan.errors import LimitError
from appscan.facts import Evidence, Policy, PolicyDocument
from appscan.knowledge import Knowledge
from appscan.policy.anchors import vocabulary
from appscan.policy.clauses import clause_states
from appscan.policy.corpus import Corpus
from appscan.policy.datatypes import DataTypes, statements
from appscan.policy.decode import decode
from appscan.policy.derived import of_parties, with_derived
from appscan.policy.document import Link
from appscan.policy.from_html import parse_html
from appscan.policy.from_text import parse_text
from appscan.policy.kind import SHORT, document_kind
from appscan.policy.metrics import metrics
from appscan.policy.names import Names
from appscan.policy.normalise import chinese_characters, language, visible_characters
from appscan.policy.sentences import Unit, sentences
from appscan.policy.third_parties import third_parties
from appscan.policy.values import values
from appscan.policy.wording import wording

MAX_BYTES = 50 << 20
MAX_CHARACTERS = 500_000
"""Fifty times a long policy. Reading takes time in proportion: this keeps it within seconds."""

"""Bytes of one file."""

_HTML = re.compile(
    r"\s*(?:<\?xml|<!doctype|<!--|<html|<head|<body)|[\s\S]{0,2000}<(?:p|div|h[1-6]|br|table|meta)\b",
    re.IGNORECASE,
)
_RULES = ("policy", "both", "sdk_list", "children")


class Read(NamedTuple):
    """One file that was read."""

    facts: PolicyDocument
    units: tuple[Unit, ...]
    links: tuple[Link, ...]
    chinese: int


def read(files: Sequence[tuple[str, bytes]], knowledge: Knowledge) -> Policy:
    """The policy in one or several files, given as (name, content).

    Clauses, statements and third parties are read from the documents that set privacy rules; from the others only
    where there is none such. Raises `InputError` for an unknown encoding, `LimitError` for a file beyond the bounds.
    """
    names, types, parts = _words_of(knowledge)
    documents = [_read_file(name, data) for name, data in files]
    rules = [each for each in documents if each.facts.kind in _RULES] or documents
    units = [unit for each in rules for unit in each.units]
    body = [unit for unit in units if unit.block.kind != "heading"]
    corpus = Corpus(units, parts)
    states = clause_states(knowledge.clauses, units, corpus, _links(rules), judged=_judged(rules))
    said, parties = statements(units, types, names), third_parties(units, names, types)
    return Policy(
        documents=tuple(each.facts for each in documents),
        clauses=with_derived(states, said, parties),
        statements=(*said, *of_parties(parties, said)),
        third_parties=parties,
        wording=wording(knowledge.wording, corpus),
        values=values(body),
        metrics=metrics(units),
        text="\n".join(unit.norm for unit in units),
    )


def _patterns(knowledge: Knowledge) -> Iterator[str]:
    """Every pattern that sentences are searched for."""
    for clause in knowledge.clauses:
        yield from (*clause.strong, *clause.medium)
    for each in knowledge.wording:
        yield from each.patterns


def _read_file(name: str, data: bytes) -> Read:
    if len(data) > MAX_BYTES:
        raise LimitError(f"{name}: larger than {MAX_BYTES >> 20} MB", f"{name}：超过 {MAX_BYTES >> 20} MB")
    text, encoding = decode(data)
    document = parse_html(text) if _HTML.match(text) else parse_text(text)
    if len(document.text) > MAX_CHARACTERS:
        raise LimitError(
            f"{name}: more than {MAX_CHARACTERS} characters of text, more than any policy has",
            f"{name}：正文超过 {MAX_CHARACTERS} 字，不像隐私政策",
        )
    units = tuple(sentences(document, name))
    normal = "\n".join(unit.norm for unit in units)
    written = language(normal)
    facts = PolicyDocument(
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding=encoding,
        kind=document_kind(document, normal, written),
        language=written,
        characters=visible_characters(document.text),
        title=document.title,
    )
    return Read(facts, units, document.links, chinese_characters(normal))


def _judged(rules: Sequence[Read]) -> bool:
    """Whether what is not found is absent: a policy in simplified Chinese (what the patterns read), and a long one."""
    policies = [each for each in rules if each.facts.kind in ("policy", "both") and each.facts.language == "zh-Hans"]
    return sum(each.facts.characters for each in policies) >= SHORT


def _links(rules: Sequence[Read]) -> list[Evidence]:
    """The links to other documents, as quotations of their texts; those of a table of contents lead nowhere else."""
    links = ((each.facts.path, link) for each in rules for link in each.links)
    return [
        Evidence(where=path, quote=link.text)
        for path, link in links
        if len(link.text) >= 4 and not link.target.startswith("#")
    ]


class Words(NamedTuple):
    """A catalogue's names of SDKs, words for data and parts of patterns, ready to be looked up."""

    names: Names
    types: DataTypes
    parts: frozenset[str]


_words: list[tuple[Knowledge, Words]] = []


def _words_of(knowledge: Knowledge) -> Words:
    """The words of a catalogue; the last ones are kept, as a batch reads every policy with the same."""
    if not _words or _words[0][0] is not knowledge:
        types = DataTypes(knowledge.data_types, knowledge.umbrellas)
        _words[:] = [(knowledge, Words(Names(knowledge.sdks), types, vocabulary(_patterns(knowledge))))]
    return _words[0][1]
