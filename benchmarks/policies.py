"""How well policies are read: figures on the project's own labelled policies, and on annotated ones where they are.

    python -m benchmarks.policies [--dev FOLDER] [--errors]

The labels were written from the texts, not from what the reader says of them. Figures are printed, nothing is asserted.
"""

import argparse
import resource
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from appscan.catalogue.compile import compile_folders
from appscan.facts import Policy
from appscan.knowledge import Knowledge
from appscan.policy.names import bare
from appscan.policy.reader import read
from benchmarks.policy_dev import annotated
from benchmarks.policy_scores import Scores

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "policy" / "gold"
DEV = ROOT.parent / "shared" / "policy" / "dev"
VALUES = ("company", "email", "phone", "updated", "effective", "response_days")
DECLARING = ("collect", "share", "use")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--dev", type=Path, default=DEV)
    parser.add_argument("--errors", action="store_true", help="print every difference from a label")
    options = parser.parse_args()
    knowledge = compile_folders([ROOT / "checklists"])[0].knowledge
    print(f"own gold: {len(list(GOLD.glob('*.yaml')))} policies")
    measured(knowledge, show=options.errors).print()
    texts = [(path.name, path.read_bytes()) for path in sorted(GOLD.iterdir()) if path.suffix != ".yaml"]
    if options.dev.is_dir():
        print(f"annotated policies of 2020 and 2021: {options.dev}")
        more = annotated(options.dev, knowledge, show=options.errors)
        texts.extend(more)
    else:
        print(f"annotated policies: skipped, no folder {options.dev}")
    _time(texts, knowledge)


def measured(knowledge: Knowledge, *, show: bool = False) -> Scores:
    """The counts over the project's own labelled policies."""
    scores = Scores(show=show)
    for path in sorted(GOLD.glob("*.yaml")):
        _score(path.stem, yaml.safe_load(path.read_text(encoding="utf-8")), knowledge, scores)
    return scores


def _score(name: str, gold: dict[str, Any], knowledge: Knowledge, scores: Scores) -> None:
    policy = read([(each, (GOLD / each).read_bytes()) for each in gold["files"]], knowledge)
    if kind := gold.get("kind"):
        scores.exact("document kind", name, kind, policy.documents[0].kind)
    _clauses(name, gold["clauses"], policy, scores)
    declared = {
        each.data_type for each in policy.statements if each.act in DECLARING and not each.negated and not each.umbrella
    }
    denied = {each.data_type for each in policy.statements if each.negated and not each.umbrella}
    tolerated = set(gold.get("tolerated", ()))
    scores.sets("data types", name, set(gold["data_types"]), declared, tolerated)
    scores.sets("negations", name, set(gold["negated"]), denied, tolerated)
    _third_parties(name, gold["third_parties"], policy, scores)
    for key in VALUES:
        if gold["values"].get(key) or (policy.values.get(key) and key != "phone"):
            scores.exact("values", f"{name} {key}", gold["values"].get(key, ""), policy.values.get(key, ""))
    if gold["wording"] is not None:
        high = {each.kind for each in policy.wording if each.severity == "high"}
        scores.sets("high-severity wording", name, set(gold["wording"]), high, {"one_sided_change"})


def _clauses(name: str, gold: dict[str, list[str]], policy: Policy, scores: Scores) -> None:
    unclear = set(gold.get("unclear", ()))
    if "*" in unclear:
        return
    there = set(gold["present"])
    other = set(gold.get("title_only", ())) | set(gold.get("elsewhere", ()))
    states = {each.id: each.state for each in policy.clauses if each.id not in unclear}
    found = {each for each, state in states.items() if state == "present"}
    missing = {each for each, state in states.items() if state == "absent"}
    scores.sets("clauses present", name, there, found)
    scores.sets("clauses absent", name, set(states) - there - other, missing, other)
    for state in ("title_only", "elsewhere"):
        for each in gold.get(state, ()):
            scores.exact("title only and elsewhere", f"{name} {each}", state, states[each])


def _third_parties(name: str, gold: list[dict[str, Any]], policy: Policy, scores: Scores) -> None:
    """Third parties by id where the catalogue has one, else by name; a list's layout is its first entry's."""
    wanted = {each["sdk"] or bare(each["name"]): each for each in gold}
    found = {each.sdk or bare(each.name): each for each in policy.third_parties}
    layout = gold[0]["layout"] if gold else "none"
    scores.sets("third parties, all", name, set(wanted), set(found))
    scores.sets(f"third parties, {layout}", name, set(wanted), set(found))
    for key in wanted.keys() & found.keys():
        types = set(wanted[key]["data"])
        scores.sets(
            "data types of third parties", f"{name} {key}", types, set(found[key].data_types) if types else set()
        )


def _time(texts: Iterable[tuple[str, bytes]], knowledge: Knowledge) -> None:
    """CPU time of a second reading, as the first one compiles patterns; and the peak of the whole process."""
    texts = list(texts)
    characters = sum(len(data.decode()) for _, data in texts)
    started = time.process_time()
    for each in texts:
        read([each], knowledge)
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"time: {seconds * 1e7 / characters:.1f} ms per 10,000 characters ({len(texts)} files)")
    print(f"memory: {peak / 1024:.0f} MiB at most, the catalogue and all texts included")


if __name__ == "__main__":
    main()
