"""Figures on annotated policies that stay outside the repository: their licence forbids shipping them."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from appscan.facts import Policy
from appscan.knowledge import Knowledge
from appscan.policy.anchors import vocabulary
from appscan.policy.clauses import clause_states
from appscan.policy.corpus import Corpus
from appscan.policy.datatypes import DataTypes
from appscan.policy.document import Document
from appscan.policy.from_text import parse_text
from appscan.policy.normalise import normalise
from appscan.policy.reader import read
from appscan.policy.sentences import sentences
from benchmarks.policy_scores import Scores

HELD_BACK = 3
"""Every third policy was not looked at while patterns were written."""

SEGMENTS = {
    "第三方": "sharing",
    "数据安全": "security_measures",
    "修改更新": "change_notification",
    "年龄限制": "minors",
    "数据保存": "retention_period",
    "cookie": "cookies",
    "联系方式": "operator_contact",
    "撤回同意": "rights_withdraw",
}
RULES = {
    "CR1": "effective_or_update_date",
    "CR2": "scope",
    "CR3": "operator_identity",
    "CR4": "operator_contact",
    "CR5": "minors",
    "CR7": "change_notification",
    "CR8": "rights_withdraw",
    "CR9": "personalised_optout",
    "CR14": "retention_period",
    "CR15": "security_measures",
    "CR16": "sensitive_pi_notice",
    "CR17": "security_incident",
    "CR23": "cross_border",
}


def annotated(folder: Path, knowledge: Knowledge, *, show: bool) -> list[tuple[str, bytes]]:
    """Print the figures; returns the texts that were read."""
    types = DataTypes(knowledge.data_types, knowledge.umbrellas)
    parts = {"looked at": Scores(show=False), "held back": Scores(show=show)}
    texts = []
    for path in sorted(folder.glob("policies/*.txt")):
        text = path.read_text()
        body = "\n".join("" if re.fullmatch(r"\s*=+\s*", line) else line for line in text.split("\n")[1:])
        texts.append((path.name, body.encode()))
        labels = list(_labels(path.with_suffix(".labels.tsv"), text))
        scores = parts["looked at" if int(path.stem) % HELD_BACK else "held back"]
        _document(path.stem, read([texts[-1]], knowledge), labels, types, scores)
    for name, scores in parts.items():
        print(f" {name}: labels are incomplete, so precision is a lower bound")
        scores.print()
    _by_sentence(folder / "sentences.csv", knowledge)
    return texts


def _labels(path: Path, text: str) -> Iterator[tuple[str, str]]:
    for line in path.read_text().splitlines():
        label, start, end = line.split("\t")
        yield label, text[int(start) : int(end)]


def _document(name: str, policy: Policy, labels: list[tuple[str, str]], types: DataTypes, scores: Scores) -> None:
    if policy.documents[0].kind not in ("policy", "both"):
        return
    marked = {kind for label, span in labels if label == "数据" for kind in types.named(normalise(span))}
    declared = {
        each.data_type
        for each in policy.statements
        if each.act != "permission" and not each.negated and not each.umbrella
    }
    scores.sets("data types per document", name, marked, declared)
    present = {each.id for each in policy.clauses if each.state == "present"}
    segments = {clause for label, _ in labels for key, clause in SEGMENTS.items() if key in label.lower()}
    scores.sets("clauses that a segment is about", name, segments, present & segments)


def _by_sentence(path: Path, knowledge: Knowledge) -> None:
    """Whether the rule that a sentence states is recognised from the sentence alone."""
    if not path.is_file():
        return
    scores = Scores(show=False)
    parts = vocabulary(each for clause in knowledge.clauses for each in (*clause.strong, *clause.medium))
    with path.open(encoding="utf-8", newline="") as rows:
        for number, row in enumerate(csv.DictReader(rows)):
            wanted = {RULES[each] for each in row["rules"].split("#") if each in RULES}
            document: Document = parse_text(row["sentence"])
            units = list(sentences(document, str(number)))
            corpus = Corpus(units, parts)
            states = clause_states(knowledge.clauses, units, corpus, [], judged=False) if wanted else ()
            for clause in wanted:
                found = {each.id for each in states if each.state == "present"}
                scores.sets(f"sentence: {clause}", str(number), {clause}, found & {clause})
    scores.print()
