"""Shows that reading code grows in step with its size: a generated series of DEX files from 1 to 60 MB.

    python benchmarks/growth.py [MB ...]

For each size, in a process of its own: CPU seconds to inflate the entries and to get all facts from them (index,
graph, roots, paths), their ratio, seconds a MB, and the memory above an empty process for each MB of DEX. The code is
made up: classes that call each other across files, make tasks, read flags, and now and then an identifier.
"""

import io
import os
import resource
import subprocess
import sys
import time
import zipfile
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

SIZES = (1, 2, 4, 8, 16, 32, 60)
CLASSES = 2_600
METHODS = 5
RETURN_VOID = 0x000E


def one_file() -> bytes:
    """A DEX file of about a MB whose classes are `La00/C0;`, `La00/C1;`, …; the first is an Application."""
    from tests.dexwriter import Method, Writer  # noqa: PLC0415 - only the process that generates needs it

    phone = Method("Landroid/telephony/TelephonyManager;", "getDeviceId")
    owners = [f"La00/C{number:04};" for number in range(CLASSES)]
    methods = [Method(owner, f"m{step}") for owner in owners for step in range(METHODS)]
    methods += [phone, Method(owners[0], "onCreate"), Method("Ljava/lang/Runnable;", "run")]
    parents = dict.fromkeys(owners[::7], "Ljava/lang/Runnable;") | {owners[0]: "Landroid/app/Application;"}
    writer = Writer(methods, [f"text number {number}" for number in range(4 * CLASSES)], parents=parents)
    code: dict[tuple[str, str], list[int]] = {}
    for number, owner in enumerate(owners):
        for step in range(METHODS):
            body: list[int] = []
            for hop in (1, 7, 31, 97):
                body += writer.call(owners[(number * hop + step + 1) % CLASSES], f"m{(step + hop) % METHODS}")
            if number % 7 == 0:
                body += writer.create(owner)
            if number % 101 == 0 and step == 0:
                body += writer.call_virtual(phone.owner, phone.name)
            code[owner, f"m{step}"] = [*body, *([0x0012] * 24), RETURN_VOID]
    code[owners[0], "onCreate"] = [*writer.call(owners[1], "m0"), RETURN_VOID]
    return writer.write(code)


def archive(size: int) -> bytes:
    """A ZIP archive with about so many MB of DEX files, each with classes of its own."""
    base = one_file()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for number in range(max(1, round(size * 1e6 / len(base)))):
            name = "classes.dex" if number == 0 else f"classes{number + 1}.dex"
            made.writestr(name, base.replace(b"La00/", f"La{number:02}/".encode()))
    return out.getvalue()


def measure(path: Path) -> tuple[float, float, float, float, int]:
    """(MB of DEX, seconds to inflate, seconds for the facts, MB of memory above the start, paths found)."""
    from appscan.catalogue import store  # noqa: PLC0415 - measured from here on
    from appscan.extract.code import read_code  # noqa: PLC0415
    from appscan.facts import App  # noqa: PLC0415

    knowledge = store.load().knowledge
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    with zipfile.ZipFile(path) as entries:
        files = [(name, entries.read(name)) for name in entries.namelist()]
    inflating = time.process_time() - start
    start = time.process_time()
    code = read_code(files, knowledge, App(package="a00", application="a00.C0000")).code
    facts = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return sum(len(data) for _, data in files) / 1e6, inflating, facts, grown, len(code.paths)


def main() -> None:
    """One line a size."""
    if len(sys.argv) > 1 and sys.argv[1] == "--measure":
        print(*measure(Path(sys.argv[2])))
        return
    print(f"{'DEX MB':>7} {'inflate s':>10} {'facts s':>8} {'ratio':>7} {'s/MB':>7} {'MB/MB':>7} {'paths':>6}")
    for size in map(int, sys.argv[1:] or SIZES):
        path = Path(f"/tmp/growth-{os.getpid()}.zip")  # noqa: S108 - removed below
        path.write_bytes(archive(size))
        command = [sys.executable, __file__, "--measure", str(path)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own command line
        path.unlink()
        total, inflating, facts, grown, paths = map(float, done.stdout.split())
        ratios = f"{facts / inflating:>6.1f}x {facts / total:>7.3f} {grown / total:>7.1f}"
        print(f"{total:>7.1f} {inflating:>10.3f} {facts:>8.3f} {ratios} {int(paths):>6}")


if __name__ == "__main__":
    main()
