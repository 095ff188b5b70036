"""Build the breaches: ``make.py [NAME ...]``. Each is the tidy sample with one thing wrong, as ``cases.yaml`` says.

The result is ``NAME.apk`` where the app differs, and ``NAME.html`` where its policy does; the rest is tidy's own.
The tools are those of ``samples/build.py``.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
TIDY = HERE.parent / "tidy"
sys.path.insert(0, str(HERE.parents[1]))

from samples import build as samples  # noqa: E402 - found by the line above

POLICY = "policy.html"


def main() -> None:
    """Build the cases named on the command line, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    wanted = parser.parse_args().names
    samples.check_tools()
    for case in cases():
        if not wanted or case["name"] in wanted:
            made = build(case)
            print(f"{case['name']}: {', '.join(path.name for path in made) or 'the tidy sample without its policy'}")


def cases() -> list[dict[str, Any]]:
    """What ``cases.yaml`` lists."""
    found: list[dict[str, Any]] = yaml.safe_load((HERE / "cases.yaml").read_text("utf-8"))["cases"]
    return found


def build(case: dict[str, Any]) -> list[Path]:
    """Build one case; the files written."""
    made = []
    with tempfile.TemporaryDirectory() as folder:
        app = Path(folder) / "tidy"
        shutil.copytree(TIDY, app, ignore=shutil.ignore_patterns("*.apk"))
        changed = {name for change in case.get("cut", []) for name in cut(app, change)}
        changed |= {edit(app, change) for change in edits(case)}
        if case.get("script") == "traditional" or case.get("run_on"):
            rewrite(app / POLICY, case)
            changed.add(POLICY)
        if POLICY in changed:
            made.append(Path(shutil.copy(app / POLICY, HERE / f"{case['name']}.html")))
        if changed - {POLICY}:
            made.append(Path(shutil.copy(samples.build(app), HERE / f"{case['name']}.apk")))
    return made


def edits(case: dict[str, Any]) -> list[dict[str, str]]:
    """The edits of a case, after those of the cases that it is like; each once."""
    like = [each for each in cases() if each["name"] in case.get("like", [])]
    found = [change for each in (*like, case) for change in each.get("edits", [])]
    return [change for index, change in enumerate(found) if change not in found[:index]]


def edit(app: Path, change: dict[str, str]) -> str:
    """Replace a text in a file, or add the file; the file's name."""
    path = app / change["file"]
    if not change["find"]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(change["replace"], "utf-8")
        return change["file"]
    text = path.read_text("utf-8")
    if change["find"] not in text:
        raise SystemExit(f"{change['file']}: no longer holds {change['find'][:60]!r}")
    path.write_text(text.replace(change["find"], change["replace"]), "utf-8")
    return change["file"]


def cut(app: Path, change: dict[str, str]) -> list[str]:
    """Take a part of a file out; the file's name."""
    path = app / change["file"]
    text = path.read_text("utf-8")
    start, end = text.index(change["from"]), text.index(change["to"])
    path.write_text(text[:start] + text[end:], "utf-8")
    return [change["file"]]


def rewrite(path: Path, case: dict[str, Any]) -> None:
    """Turn the policy into traditional script, or let its sentences run on."""
    text = path.read_text("utf-8")
    if case.get("run_on"):
        long = "，".join(f"第{number}页的账目按月份排列并且与前一页相接" for number in range(1, 400))
        text = text.replace("<h2>目录</h2>", f"<p>{long}。</p>\n" * 12 + "<h2>目录</h2>")
    else:
        import opencc  # noqa: PLC0415 - only for this one case

        text = opencc.OpenCC("s2t").convert(text)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
