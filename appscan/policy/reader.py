"""The files of a policy → what it says: the whole flow on one screen."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import msgspec

from appscan.errors import InputError, LimitError
from appscan.facts import Evidence, Limit, Policy, PolicyDocument, ThirdParty
from appscan.knowledge import Knowledge
from appscan.policy.anchors import vocabulary
from appscan.policy.clauses import clause_states
from appscan.policy.corpus import Corpus
from appscan.policy.datatypes import DataTypes, statements
from appscan.policy.decode import decode
from appscan.policy.derived import of_parties, with_derived
from appscan.policy.document import Document, Link
from appscan.policy.from_html import parse_html
from appscan.policy.from_text import parse_text
from appscan.policy.kind import FIRST, SHORT, document_kind
from appscan.policy.metrics import metrics
from appscan.policy.names import Names
from appscan.policy.normalise import chinese_characters, language, visible_characters
from appscan.policy.sentences import Unit, longest_sentence, sentences
from appscan.policy.third_parties import third_parties
from appscan.policy.traditional import as_written, simplifier
from appscan.policy.values import values
from appscan.policy.wording import wording

MAX_BYTES = 50 << 20
"""Bytes of one file."""

LONG_SENTENCE = 2_000
"""Characters without a full stop from which the report says that a sentence was read in parts."""

_HTML = re.compile(
    r"\s*(?:<\?xml|<!doctype|<!--|<html|<head|<body)|[\s\S]{0,2000}<(?:p|div|h[1-6]|br|table|meta)\b",
    re.IGNORECASE,
)
_RULES = ("policy", "both", "sdk_list", "pi_list", "permissions", "children")
_JUDGED = ("zh-Hans", "zh-Hant")


class Opened(NamedTuple):
    """One file as a document. `limits`: what could not be read of it. `source`: as in `PolicyDocument`."""

    name: str
    data: bytes
    document: Document
    encoding: str = ""
    limits: tuple[Limit, ...] = ()
    source: Literal["file", "url", "apk"] = "file"
    final_url: str = ""
    redirects: tuple[str, ...] = ()


class Read(NamedTuple):
    """One document that was read."""

    opened: Opened
    facts: PolicyDocument
    units: tuple[Unit, ...]
    chinese: int

    @property
    def links(self) -> tuple[Link, ...]:
        """Its links to other documents."""
        return self.opened.document.links


def read(files: Sequence[tuple[str, bytes]], knowledge: Knowledge) -> Policy:
    """The policy in one or several text files or pages, given as (name, content).

    Raises `InputError` for an unknown encoding, `LimitError` for a file beyond the bounds.
    """
    return read_opened([read_one(open_text(name, data)) for name, data in files], knowledge)


def open_text(name: str, data: bytes, charset: str = "") -> Opened:
    """A text file or page as a document. `charset`: what a server says that it is. Raises as `read`."""
    if len(data) > MAX_BYTES:
        raise LimitError(f"{name}: larger than {MAX_BYTES >> 20} MB", f"{name}：超过 {MAX_BYTES >> 20} MB")
    try:
        text, encoding = decode(data, charset)
    except InputError as error:
        raise InputError(f"{name}: {error.en}", f"{name}：{error.zh}") from error
    return Opened(name, data, parse_html(text) if _HTML.match(text) else parse_text(text), encoding)


def read_opened(documents: Sequence[Read], knowledge: Knowledge, limits: Sequence[Limit] = ()) -> Policy:
    """The policy in one or several documents. `limits`: what is known already not to have been read.

    Clauses, statements and third parties are read from those that set privacy rules; from the others only where there
    is none such.
    """
    names, types, parts = _words_of(knowledge)
    limits = (*limits, *(limit for each in documents for limit in _limits(each)))
    whole = not any("policy" in limit.affects for limit in limits)
    rules = [each for each in documents if each.facts.kind in _RULES] or documents
    units = [unit for each in rules for unit in each.units]
    body = [unit for unit in units if unit.block.kind != "heading"]
    converted = {unit.evidence: unit for each in rules if each.facts.language == "zh-Hant" for unit in each.units}
    corpus = Corpus(units, parts)
    states = clause_states(knowledge.clauses, units, corpus, _links(rules), judged=whole and _judged(rules))
    said = statements(units, types, names)
    parties = tuple(_as_written(each, converted) for each in third_parties(units, names, types))
    return Policy(
        documents=tuple(each.facts for each in documents),
        clauses=with_derived(states, said, parties),
        statements=(*said, *of_parties(parties, said)),
        third_parties=parties,
        wording=wording(knowledge.wording, corpus),
        values={name: as_written(value, converted.values()) for name, value in values(body).items()},
        metrics=metrics(units),
        limits=tuple(limits),
        text="\n".join(unit.norm for unit in units),
    )


def _patterns(knowledge: Knowledge) -> Iterator[str]:
    """Every pattern that sentences are searched for."""
    for clause in knowledge.clauses:
        yield from (*clause.strong, *clause.medium)
    for each in knowledge.wording:
        yield from each.patterns


def _as_written(party: ThirdParty, converted: Mapping[Evidence, Unit]) -> ThirdParty:
    """A third party whose names stand in traditional script as they stand there."""
    unit = converted.get(party.evidence)
    if unit is None:
        return party
    texts = {name: as_written(getattr(party, name), (unit,)) for name in ("name", "company", "purpose")}
    return msgspec.structs.replace(party, **texts)


def read_one(opened: Opened) -> Read:
    """The sentences of a document, its kind and its language. Traditional script is matched in simplified."""
    document = opened.document
    units = tuple(sentences(document, opened.name))
    normal = "\n".join(unit.norm for unit in units)
    written = language(normal)
    if written == "zh-Hant":
        convert = simplifier()
        units = tuple(sentences(document, opened.name, convert))
        normal = "\n".join(unit.norm for unit in units)
        document = document._replace(
            title=convert(document.title), blocks=tuple(block.convert(convert) for block in document.blocks[:FIRST])
        )
    facts = PolicyDocument(
        path=opened.name,
        sha256=hashlib.sha256(opened.data).hexdigest(),
        size=len(opened.data),
        encoding=opened.encoding,
        kind=document_kind(document, normal, written),
        language=written,
        characters=visible_characters(opened.document.text),
        title=opened.document.title,
        source=opened.source,
        final_url=opened.final_url,
        redirects=opened.redirects,
    )
    return Read(opened, facts, units, chinese_characters(normal))


def _limits(each: Read) -> Iterator[Limit]:
    """What of a document was not read, or not as it stands."""
    yield from each.opened.limits
    if each.opened.document.cut:
        read_to = f"{each.facts.path}: {each.facts.characters} characters"
        yield Limit(kind="policy_cut", detail=read_to, affects=("policy",))
    blocks = {id(unit.block): unit for unit in each.units if unit.block.kind != "row"}.values()
    if any(longest_sentence(unit.block.text) > LONG_SENTENCE for unit in blocks):
        yield Limit(kind="policy_long_sentences", detail=each.facts.path)


def _judged(rules: Sequence[Read]) -> bool:
    """Whether what is not found is absent: a policy in Chinese, and a long one."""
    policies = [each for each in rules if each.facts.kind in ("policy", "both") and each.facts.language in _JUDGED]
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
