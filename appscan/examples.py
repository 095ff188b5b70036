"""Runs the examples that items carry: facts written short, and the outcome they must give."""

from typing import Any

import msgspec

from appscan import __version__
from appscan.checklist import Checklist, Examples, Item
from appscan.evaluate import Context, judge
from appscan.facts import FACTS_VERSION, Facts, Input
from appscan.knowledge import Knowledge

_POLICY = {
    "documents": [
        {
            "path": "policy.html", "sha256": "", "size": "1", "encoding": "utf-8",
            "kind": "policy", "language": "zh-Hans", "characters": "4000",
        }
    ]
}  # fmt: skip


def facts_of(example: Examples) -> Facts:
    """The facts of an example, with what it leaves out filled in. Raises `msgspec.ValidationError`."""
    tree: dict[str, Any] = dict(example.facts)
    if "app" in tree:
        tree["app"] = {"package": "com.example.app", **(tree["app"] or {})}
    for part in ("code", "ui"):
        if part in tree:
            tree[part] = tree[part] or {}
    if "policy" in tree:
        tree["policy"] = {**_POLICY, **(tree["policy"] or {})}
    base = Facts(facts_version=FACTS_VERSION, tool_version=__version__, input=Input(path="example", sha256="", size=0))
    return msgspec.convert({**msgspec.to_builtins(base), **tree}, Facts, strict=False)


def faults(item: Item, checklist: Checklist, knowledge: Knowledge) -> list[str]:
    """What is wrong with an item's examples: one sentence each; empty where all hold."""
    result = []
    drafts = frozenset(each.id for each in checklist.documents if each.status == "draft")
    for number, example in enumerate(item.examples, 1):
        try:
            facts = facts_of(example)
        except msgspec.ValidationError as error:
            result.append(f"example {number}: {error}")
            continue
        app_type = next((each for each in checklist.app_types if each.id == facts.app_type), None)
        findings = judge(item, Context(facts, knowledge, app_type, drafts))
        outcomes = {finding.outcome for finding in findings}
        subjects = {finding.subject for finding in findings}
        if outcomes != {example.outcome}:
            said = "; ".join(finding.message.en for finding in findings)
            result.append(f"example {number}: {sorted(outcomes)} instead of {example.outcome} ({said})")
        elif example.subject and example.subject not in subjects:
            result.append(f"example {number}: is about {sorted(subjects)} instead of {example.subject}")
    return result
