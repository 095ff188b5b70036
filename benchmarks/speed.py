"""Measures what the README says of speed, as ratios within one run, over APKs given on the command line.

    python benchmarks/speed.py APP.apk ...

For each: CPU seconds to inflate the DEX entries; then, as multiples of that, to index them (every call, string constant
and field access), to find the call paths (index, graph, roots and paths), and to get all facts of the code (these, and
sensitive calls, texts, addresses, versions); then CPU and peak memory of a whole `appscan scan` process.
"""

import gc
import os
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from appscan.catalogue import store
from appscan.dex.index import read_entry
from appscan.extract.apk import read_apk
from appscan.extract.code import known_of, read_code
from appscan.extract.paths.build import Known, call_paths
from appscan.facts import App, Code

T = TypeVar("T")
ROUNDS = 3
SCAN = """
import re
from appscan.cli.main import main
try:
    main()
finally:
    print(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
"""
"""A scan that says its own peak in kB: what `getrusage` says of a child counts its parent's memory too."""


def best(work: Callable[[], T]) -> tuple[float, T]:
    """(least CPU seconds of a few rounds, the last result)."""
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        start = time.process_time()
        result = work()
        times.append(time.process_time() - start)
    return min(times), result


def inflate(path: Path) -> list[tuple[str, bytes]]:
    """The DEX entries of an archive."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.startswith("classes") and name.endswith(".dex")]
        return [(name, archive.read(name)) for name in names]


def index(entries: list[tuple[str, bytes]]) -> int:
    """Index everything; the number of call sites."""
    total = 0
    for name, data in entries:
        for dex in read_entry(data, name):
            total += len(dex.calls.caller)
            _ = dex.types, dex.string_constants, dex.field_accesses
    return total


def paths(entries: list[tuple[str, bytes]], code: Code, known: Known, app: App) -> int:
    """Index, then build the call graph and find every path; the number of paths."""
    dexes = [dex for name, data in entries for dex in read_entry(data, name)]
    for dex in dexes:
        _ = dex.types, dex.calls, dex.string_constants, dex.field_accesses
    return len(call_paths(dexes, code, known, app, str).paths)


def process(path: Path) -> tuple[float, float]:
    """(least CPU seconds, peak MB) of a whole scan in a process of its own."""
    options = ["scan", str(path), "--format", "json", "--output", os.devnull]
    command = [sys.executable, "-c", SCAN, *options]
    times, peak = [], 0
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own command line
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        peak = max(peak, int(done.stdout.split()[-1]))
    return min(times), peak / 1024


def main() -> None:
    """One line an APK."""
    knowledge = store.load().knowledge
    names = " ".join(f"{name:>7}" for name in ("index", "paths", "facts"))
    print(f"{'file':44} {'DEX MB':>7} {'inflate s':>9} {names} {'scan CPU s':>10} {'peak MB':>8}")
    known = known_of(knowledge)
    for path in map(Path, sys.argv[1:]):
        inflating, entries = best(lambda path=path: inflate(path))  # type: ignore[misc]
        size = sum(len(data) for _, data in entries) / 1e6
        indexing, _ = best(lambda entries=entries: index(entries))  # type: ignore[misc]
        app = read_apk(path, knowledge).app or App(package="")
        code = read_code(entries, knowledge, app).code
        finding, _ = best(lambda e=entries, a=app, c=code: paths(e, c, known, a))  # type: ignore[misc]
        facts, _ = best(lambda entries=entries, app=app: read_code(entries, knowledge, app))  # type: ignore[misc]
        cpu, peak = process(path)
        ratios = " ".join(f"{each / inflating:>6.1f}x" for each in (indexing, finding, facts))
        print(f"{path.name[:44]:44} {size:>7.1f} {inflating:>9.3f} {ratios} {cpu:>10.2f} {peak:>8.0f}")


if __name__ == "__main__":
    main()
