"""Measures what the README says of speed, as ratios within one run, over APKs given on the command line.

    python benchmarks/speed.py APP.apk ...

For each: CPU seconds to inflate the DEX entries; to index them (every call, string constant and field access), and to
get all facts from the code (call graph and paths included), as multiples of inflating; then CPU and peak memory of a
whole `appscan scan` process.
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
from appscan.extract.code import read_code
from appscan.facts import App

T = TypeVar("T")
ROUNDS = 3


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


def process(path: Path) -> tuple[float, float]:
    """(least CPU seconds, peak MB) of a whole scan in a process of its own."""
    command = [sys.executable, "-m", "appscan", "scan", str(path), "--format", "json", "--output", os.devnull]
    times = []
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - our own command line
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """One line an APK."""
    knowledge = store.load().knowledge
    print(f"{'file':44} {'DEX MB':>7} {'inflate s':>9} {'index':>7} {'facts':>7} {'scan CPU s':>10} {'peak MB':>8}")
    for path in map(Path, sys.argv[1:]):
        inflating, entries = best(lambda path=path: inflate(path))  # type: ignore[misc]
        size = sum(len(data) for _, data in entries) / 1e6
        indexing, _ = best(lambda entries=entries: index(entries))  # type: ignore[misc]
        app = read_apk(path, knowledge).app or App(package="")
        facts, _ = best(lambda entries=entries, app=app: read_code(entries, knowledge, app))  # type: ignore[misc]
        cpu, peak = process(path)
        ratios = f"{indexing / inflating:>6.1f}x {facts / inflating:>6.1f}x"
        print(f"{path.name[:44]:44} {size:>7.1f} {inflating:>9.3f} {ratios} {cpu:>10.2f} {peak:>8.0f}")


if __name__ == "__main__":
    main()
