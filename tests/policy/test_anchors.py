"""Sentences that a pattern is not searched in could not have matched it."""

import re

import pytest

from appscan.knowledge import Knowledge
from appscan.policy.anchors import Index, demanded, vocabulary
from benchmarks.policies import GOLD


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(?:撤回|撤销)[^。]{0,20}(?:同意|授权)", [{"撤回", "撤销"}, {"同意", "授权"}]),
        ("cookies?[^。]{0,80}设置", [{"cookie"}, {"设置"}]),
        ("(?:可|可以)?删除", [{"删除"}]),
        ("甲乙|丙丁", [{"甲乙", "丙丁"}]),
        ("[甲乙]{2,4}", []),
        ("(?<!不)公开(?!披露)", [{"公开"}]),
        (r"\d{3}", []),
    ],
)
def test_what_a_pattern_demands(pattern: str, words: list[set[str]]) -> None:
    assert [set(each) for each in demanded(pattern)] == words


def test_no_match_of_any_pattern_of_the_catalogue_is_lost(knowledge: Knowledge) -> None:
    patterns = [each for clause in knowledge.clauses for each in (*clause.strong, *clause.medium)]
    patterns += [each for wording in knowledge.wording for each in wording.patterns]
    texts = [
        line for path in sorted(GOLD.glob("*.txt")) for line in path.read_text(encoding="utf-8").lower().split("\n")
    ]
    index = Index(texts, vocabulary(patterns))
    for pattern in patterns:
        matching = {number for number, text in enumerate(texts) if re.search(pattern, text)}
        assert matching <= set(index.candidates(pattern)), pattern
