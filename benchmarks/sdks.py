"""Measures how well SDKs are found in apps that a person labelled, and what finding them costs.

    python benchmarks/sdks.py [FOLDER]

FOLDER holds the labelled APKs (by content: the file names do not matter); without it, or for those that are missing,
only the labelled class names are read. Only SDKs with defined classes count: a hit that rests on a native library alone
is neither right nor wrong here, and a no-op variant is not in the app.
"""

import gc
import hashlib
import sys
import time
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from appscan import strict_yaml
from appscan.catalogue import store
from appscan.catalogue.model import Catalogue
from appscan.dex.index import read_entry
from appscan.extract.apk import read_apk
from appscan.extract.hierarchy import Hierarchy
from appscan.facts import App, Code, Facts, Frozen, Input
from appscan.knowledge import Knowledge, Sdk
from appscan.sdks import Matcher, find_sdks

DATA = Path(__file__).resolve().parent.parent / "tests" / "data"
ROUNDS = 5
NAMES = 100_000
IN_A_PACKAGE = 18
"""Classes that a package has on average in the labelled apps."""


class Label(Frozen, frozen=True):
    """An APK, and what a person found in it.

    `sdks`: with defined classes. `without_code`: by native libraries or components alone. `unknown`: prefixes of
    libraries that have no entry. `held_out`: labelled after the last change of data that it could have led to.
    """

    file: str
    sha256: str
    package: str = ""
    sdks: tuple[str, ...] = ()
    without_code: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    held_out: bool = False


class Build(Frozen, frozen=True):
    """A vendor's own library, as a package or repository for developers ships it, and the SDKs in it."""

    source: str
    file: str
    sha256: str
    sdks: tuple[str, ...]


class Labels(Frozen, frozen=True):
    """The content of `sdk-labels.yaml`."""

    apks: tuple[Label, ...]
    builds: tuple[Build, ...]


class Sample(Frozen, frozen=True):
    """Class names of one APK or library, one a package (those below four segments are cut), and the SDKs in it."""

    name: str
    sdks: tuple[str, ...]
    classes: str
    package: str = ""


class Samples(Frozen, frozen=True):
    """The content of `sdk-classes.yaml`."""

    apks: tuple[Sample, ...]
    builds: tuple[Sample, ...]


class Score(NamedTuple):
    """How often an SDK was rightly found, wrongly found, missed."""

    right: int
    wrong: int
    missed: int

    @property
    def recall(self) -> float:
        """The share of the SDKs there that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def precision(self) -> float:
        """The share of what was found that is there."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0


def labels() -> Labels:
    """The hand-checked labels."""
    return strict_yaml.read(DATA / "sdk-labels.yaml", Labels)


def samples() -> Samples:
    """The labelled class names."""
    return strict_yaml.read(DATA / "sdk-classes.yaml", Samples)


def found(facts: Facts, sdks: Sequence[Sdk]) -> frozenset[str]:
    """The SDKs of which classes are defined, no-op variants left out."""
    return frozenset(hit.id for hit in find_sdks(facts, sdks) or () if hit.classes and not hit.stub)


def of_classes(names: Iterable[str], package: str = "") -> Facts:
    """Facts of an app that defines these classes (dotted) and nothing else."""
    classes: dict[str, list[str]] = defaultdict(list)
    for name in names:
        package_of, _, simple = name.rpartition(".")
        classes[package_of].append(simple)
    code = Code(classes={each: tuple(simple) for each, simple in classes.items()})
    return _facts(App(package=package) if package else None, code)


def of_apk(path: Path, knowledge: Knowledge) -> Facts:
    """The manifest of an APK, and the classes that it defines."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.startswith("classes") and name.endswith(".dex")]
        dexes = [dex for name in names for dex in read_entry(archive.read(name), name)]
    classes, files = Hierarchy(dexes).packages()
    return _facts(read_apk(path, knowledge).app, Code(classes=classes, class_files=files))


def _facts(app: App | None, code: Code) -> Facts:
    return Facts(facts_version=1, tool_version="", input=Input(path="", sha256="", size=0), app=app, code=code)


def score(expected: Iterable[str], given: Iterable[str]) -> Score:
    """One app's score."""
    there, hits = set(expected), set(given)
    return Score(len(there & hits), len(hits - there), len(there - hits))


def total(scores: Iterable[Score]) -> Score:
    """The score of several apps: every SDK of every app counts once."""
    return Score(*map(sum, zip(Score(0, 0, 0), *scores, strict=True)))


def by_content(folder: Path) -> dict[str, Path]:
    """SHA-256 of every file below a folder, and where it is."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in files}


def cpu_ms(work: Callable[[], object]) -> float:
    """Least CPU time of a few rounds, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def many_names(wanted: int) -> Iterator[str]:
    """As many class names as asked for: the packages of the labelled apps, with made-up classes in them."""
    packages = {name.rpartition(".")[0] for each in samples().apks for name in each.classes.split()}
    made = (f"{package}.p{number}.C{each}" for number in count() for package in sorted(packages)
            for each in range(IN_A_PACKAGE))  # fmt: skip
    return islice(made, wanted)


def _line(name: str, each: Score) -> None:
    print(f"{name[:60]:60} {each.right:>4} {each.wrong:>5} {each.missed:>6} {each.recall:>7.3f} {each.precision:>9.3f}")


def _accuracy(knowledge: Knowledge, corpus: dict[str, Path]) -> None:
    print(f"{'':60} right wrong missed  recall precision")
    held: dict[bool, list[Score]] = {False: [], True: []}
    for each in labels().apks:
        if path := corpus.get(each.sha256):
            held[each.held_out].append(score(each.sdks, found(of_apk(path, knowledge), knowledge.sdks)))
            _line(each.file, held[each.held_out][-1])
    if corpus:
        _line(f"{len(held[False])} APKs that data was made with", total(held[False]))
        _line(f"{len(held[True])} APKs held out", total(held[True]))
    named = samples()
    for title, group in (("APKs, by class names", named.apks), ("vendors' libraries, by class names", named.builds)):
        facts = [(each.sdks, of_classes(each.classes.split(), each.package)) for each in group]
        _line(f"{len(group)} {title}", total(score(sdks, found(one, knowledge.sdks)) for sdks, one in facts))


def _cost(catalogue: Catalogue) -> None:
    sdks = catalogue.knowledge.sdks
    names = list(many_names(NAMES))
    facts = of_classes(names)
    matcher = Matcher(sdks)
    compiled = msgspec.msgpack.encode(catalogue)
    print(f"\nfind the SDKs among {NAMES:,} classes: {cpu_ms(lambda: find_sdks(facts, sdks)):.0f} ms of CPU")
    print(f"match {NAMES:,} class names one by one: {cpu_ms(lambda: [matcher.match(name) for name in names]):.0f} ms")
    print(f"load compiled knowledge: {cpu_ms(lambda: msgspec.msgpack.decode(compiled, type=Catalogue)):.0f} ms")
    print(f"the same in a checkout, with the look at its files: {cpu_ms(store.load):.0f} ms")


def main() -> None:
    """Accuracy, then cost."""
    catalogue = store.load()
    _accuracy(catalogue.knowledge, by_content(Path(sys.argv[1])) if len(sys.argv) > 1 else {})
    _cost(catalogue)


if __name__ == "__main__":
    main()
