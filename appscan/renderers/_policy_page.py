"""A policy by itself as one page: its text with the evidence marked, and what the marks stand for beside it.

The page needs no script and loads nothing. Every text is escaped, and characters that are not to be seen are spelt out.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from appscan.facts import Evidence
from appscan.knowledge import Knowledge
from appscan.policy.document import Block
from appscan.policy.reader import Read
from appscan.policy.sentences import Unit
from appscan.renderers._policy_text import STATES
from appscan.renderers._safe import clean
from appscan.renderers._words import Words
from appscan.report.model import PolicyReport
from appscan.report.policy import VALUES

WHOLE = 1 << 20
"""Characters of a block: all of them."""

CSS = """
body{margin:0;font:16px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1b1f24}
.page{display:grid;grid-template-columns:22rem minmax(0,1fr)}
aside{position:sticky;top:0;height:100vh;overflow:auto;box-sizing:border-box;padding:1rem;background:#f6f8fa;font-size:14px}
main{max-width:50rem;padding:1rem 2rem;overflow-wrap:anywhere}
aside h1{font-size:18px;margin:0}aside h2{font-size:15px;margin:1rem 0 .2rem}aside ul{margin:0;padding-left:1.1rem}
aside a{color:inherit}dl{display:grid;grid-template-columns:auto 1fr;gap:.1rem .6rem;margin:0}dt,.place{color:#59636e}
dd{margin:0;overflow-wrap:anywhere}table{border-collapse:collapse;font-size:14px}
td,th{border:1px solid #c8d1da;padding:.2rem .5rem;vertical-align:top;text-align:left}
mark{background:#d7f0dd;color:inherit}mark.wording,tr.wording{background:#ffdcd7}mark.party,tr.party{background:#dcebff}
tr.clause{background:#d7f0dd}mark:target,tr:target{outline:3px solid #d4a72c}
.absent{color:#b42318}.title_only{color:#9a6700}.elsewhere{color:#0969da}.unknown{color:#8250df}.present{color:#1a7f37}
@media(max-width:60rem){.page{display:block}aside{position:static;height:auto}}
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class Mark(NamedTuple):
    """Why a sentence is marked: a clause, unfair wording, or a third party; `kind` is the colour."""

    kind: str
    label: str


class Marks:
    """The marks of each sentence, found by the sentence's evidence, and the anchors that were given out."""

    def __init__(self, report: PolicyReport, names: dict[str, str]) -> None:
        self.found: dict[Evidence, list[Mark]] = defaultdict(list)
        self.anchors: dict[Evidence, str] = {}
        for wording in report.wording:
            self.found[wording.evidence].append(Mark("wording", names.get(wording.kind, wording.kind)))
        for clause in report.clauses:
            for each in clause.evidence:
                self.found[each].append(Mark("clause", clause.name))
        for party in report.third_parties:
            self.found[party.evidence].append(Mark("party", party.name))

    def attributes(self, evidence: Evidence) -> str:
        """The attributes of a marked element; empty where there is nothing to mark."""
        marks = self.found.get(evidence)
        if not marks:
            return ""
        labels = " · ".join(dict.fromkeys(mark.label for mark in marks))
        anchor = ""
        if evidence not in self.anchors:
            self.anchors[evidence] = f"e{len(self.anchors) + 1}"
            anchor = f' id="{self.anchors[evidence]}"'
        return f'{anchor} class="{marks[0].kind}" title="{_safe(labels)}"'


def render(report: PolicyReport, documents: Sequence[Read], knowledge: Knowledge) -> str:
    """The page."""
    words = Words(report.language)
    names = {each.id: each.name.get(report.language) for each in knowledge.wording}
    marks = Marks(report, names)
    text = "".join(part for each in documents for part in _document(each, marks, words))
    side = "".join(_side(report, marks, words, names))
    title = _safe(words("policy.title"))
    return (
        f'<!DOCTYPE html>\n<html lang="{report.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n<style>{CSS}</style>\n</head>\n'
        f'<body>\n<div class="page">\n<aside>\n<h1>{title}</h1>\n{side}</aside>\n<main>\n{text}</main>\n</div>\n'
        "</body>\n</html>\n"
    )


def _safe(text: str) -> str:
    return escape(clean(text, WHOLE))


def _side(report: PolicyReport, marks: Marks, words: Words, names: dict[str, str]) -> Iterator[str]:
    """What the policy states, its clauses by state, and its wording, each with a link to the sentence."""
    yield f"<h2>{_safe(words('policy.values'))}</h2>\n<dl>"
    for key in VALUES:
        value = report.values.get(key) or words("policy.none")
        yield f"<dt>{_safe(words(f'policy.{key}'))}</dt><dd>{_safe(value)}</dd>"
    yield "</dl>\n"
    for state in STATES:
        rows = [each for each in report.clauses if each.state == state]
        if rows:
            yield f'<h2 class="{state}">{_safe(words(f"policy.state.{state}", n=len(rows)))}</h2>\n<ul>\n'
            yield from (f"<li>{_safe(row.name)}{_links(row.evidence, marks)}</li>\n" for row in rows)
            yield "</ul>\n"
    kinds = {
        each.kind: [other.evidence for other in report.wording if other.kind == each.kind] for each in report.wording
    }
    parties = [(each.name, (each.evidence,)) for each in report.third_parties]
    for label, entries in (
        ("policy.wording", [(names.get(kind, kind), found) for kind, found in kinds.items()]),
        ("policy.parties", parties),
    ):
        yield f"<h2>{_safe(words(label))}</h2>\n<ul>\n"
        yield from (f"<li>{_safe(name)}{_links(found, marks)}</li>\n" for name, found in entries)
        yield "</ul>\n"


def _links(evidence: Sequence[Evidence], marks: Marks) -> str:
    """Where each sentence stands, as a link to its mark where it has one."""
    places = ((_safe(each.where.rpartition("/")[2]), marks.anchors.get(each)) for each in evidence)
    links = [f'<a href="#{anchor}">{place}</a>' if anchor else place for place, anchor in places]
    return f' <span class="place">{", ".join(links)}</span>' if links else ""


def _document(read: Read, marks: Marks, words: Words) -> Iterator[str]:
    facts = read.facts
    about = " · ".join(
        (words.term("kind", facts.kind), words.term("language", facts.language), facts.final_url or facts.path)
    )
    yield f'<section>\n<p class="place">{_safe(about)}</p>\n'
    units: dict[int, list[Unit]] = defaultdict(list)
    for unit in read.units:
        units[unit.number].append(unit)
    numbered = enumerate(read.opened.document.blocks)
    for (kind, _), blocks in groupby(numbered, key=lambda each: (each[1].kind, each[1].table)):
        if kind == "row":
            yield from _table(list(blocks), units, marks)
            continue
        lines = "".join(_paragraph(block, units[number], marks) for number, block in blocks)
        yield f"<ul>\n{lines}</ul>\n" if kind == "item" else lines
    yield "</section>\n"


def _paragraph(block: Block, units: Sequence[Unit], marks: Marks) -> str:
    """A heading, item or paragraph, its sentences marked where they are evidence."""
    parts: list[str] = []
    at = 0
    for unit in units:
        start = block.text.find(unit.sentence.text, at)
        attributes = marks.attributes(unit.evidence)
        if start < 0 or not attributes:
            continue
        end = start + len(unit.sentence.text)
        parts += (_safe(block.text[at:start]), f"<mark{attributes}>{_safe(block.text[start:end])}</mark>")
        at = end
    parts.append(_safe(block.text[at:]))
    text = "".join(parts)
    if block.kind == "heading":
        level = min(6, max(2, len(block.path) + 2))
        return f"<h{level}>{text}</h{level}>\n"
    return f"<li>{text}</li>\n" if block.kind == "item" else f"<p>{text}</p>\n"


def _table(rows: Sequence[tuple[int, Block]], units: dict[int, list[Unit]], marks: Marks) -> Iterator[str]:
    yield "<table>\n"
    columns: tuple[str, ...] = ()
    for number, block in rows:
        if block.columns and block.columns != columns:
            columns = block.columns
            yield f"<tr>{''.join(f'<th>{_safe(each)}</th>' for each in columns)}</tr>\n"
        found = (marks.attributes(unit.evidence) for unit in units[number])
        attributes = next(filter(None, found), "")
        yield f"<tr{attributes}>{''.join(f'<td>{_safe(each)}</td>' for each in block.cells)}</tr>\n"
    yield "</table>\n"
