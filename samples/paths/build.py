"""Rebuild the twin apps: ``build.py [GROUP-CASE-VARIANT ...]``. The README here says how a source is written.

Each source becomes ``apks/GROUP-CASE-VARIANT.apk``. The tools are those of ``../build.py``; the same sources give the
same bytes.
"""

import argparse
import os
import re
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from samples.build import FRAMEWORK, JARS, KEYSTORE, PASSWORD, check_tools, dated, resource_numbers, run  # noqa: E402

GROUPS = ("roots", "callbacks", "gates", "traps")
PACKAGE = "Lcom/example/paths/"
HEADER = re.compile(r"^# (expect|root|hop|manifest|application|attribute|permission|stub|api|action|reads|key): (.*)$")
RESOURCE = re.compile(r"\bR\.(id|layout|string)\.(\w+)")
LAUNCHER = (
    '<intent-filter><action android:name="android.intent.action.MAIN"/>'
    '<category android:name="android.intent.category.LAUNCHER"/></intent-filter>'
)
MANIFEST = """<?xml version="1.0" encoding="utf-8"?>
<manifest xmlns:android="http://schemas.android.com/apk/res/android"
    package="com.example.paths" android:versionCode="1" android:versionName="1.0">
    <uses-sdk android:minSdkVersion="23" android:targetSdkVersion="34"/>
    <uses-permission android:name="android.permission.READ_PHONE_STATE"/>
{permissions}
    <application android:label="paths" {attributes}>
{components}
    </application>
</manifest>
"""


class Case(NamedTuple):
    """A source: its headers (each key with its values), and its classes by name."""

    name: str
    headers: dict[str, list[str]]
    classes: dict[str, str]

    def first(self, key: str, default: str = "") -> str:
        """The first value of a header."""
        return self.headers.get(key, [default])[0]


def read_case(path: Path) -> Case:
    """A source file, its short forms written out."""
    headers: dict[str, list[str]] = {}
    lines = path.read_text("utf-8").splitlines()
    for line in lines:
        if match := HEADER.match(line):
            headers.setdefault(match[1], []).append(match[2])
    variant = path.suffixes[0][1:]
    name = f"{path.parent.name}-{path.name.partition('.')[0]}-{variant}"
    return Case(name, headers, dict(written_out(lines)))


def written_out(lines: list[str]) -> Iterator[tuple[str, str]]:
    """(class descriptor, smali) of every class in a source."""
    body: list[str] = []
    name = ""
    for line in lines:
        if line.startswith(("@class ", ".class ")):
            if name:
                yield name, "\n".join(body)
            body = []
            name = described(line.split()[1]) if line[0] == "@" else line.split()[-1]
        if name:
            body += expanded(line, body)
    if name:
        yield name, "\n".join(body)


def described(name: str) -> str:
    """A class as a descriptor: `App` stands for the one in the sample's package."""
    return name if name.endswith(";") else f"{PACKAGE}{name};"


def expanded(line: str, before: list[str]) -> list[str]:
    """A line with its short form written out."""
    line = line.replace("~", PACKAGE)
    word, *rest = line.split()[:1] or [""]
    parts = line.split()
    if word == "@class":
        return opened(described(parts[1]), parts[2], parts[4:] if len(parts) > 3 else [])
    if word == "@method":
        static = "static " if parts[1] == "static" else ""
        return ["", f".method public {static}{parts[-1]}", "    .locals 8"]
    if word == "@end":
        done = next((each for each in reversed(before) if each.strip()), "").split()[:1]
        closing = [] if done and done[0].startswith(("return", "goto", "throw")) else ["    return-void"]
        return [*closing, ".end method"]
    if word == "@read":
        context = parts[1] if len(parts) > 1 else "p0"
        return [f"    invoke-static {{{context}}}, {PACKAGE}Reader;->read(Landroid/content/Context;)V"]
    return [line, *rest]


def opened(name: str, parent: str, interfaces: list[str]) -> list[str]:
    """The head of a class, and a constructor that only calls the parent's."""
    return [
        f".class public {name}",
        f".super {parent}",
        *(f".implements {each}" for each in interfaces),
        "",
        ".method public constructor <init>()V",
        "    .locals 0",
        f"    invoke-direct {{p0}}, {parent}-><init>()V",
        "    return-void",
        ".end method",
    ]


def manifest(case: Case) -> str:
    """The manifest of a case: a launcher that does nothing is added where it names none."""
    listed = case.headers.get("manifest", [])
    if not any("LAUNCHER" in each for each in listed):
        listed = [*listed, f'<activity android:name=".Main" android:exported="true">{LAUNCHER}</activity>']
    application = f'android:name="{case.first("application")}"' if "application" in case.headers else ""
    permissions = (f'    <uses-permission android:name="{each}"/>' for each in case.headers.get("permission", []))
    return MANIFEST.format(
        permissions="\n".join(permissions),
        attributes=" ".join((application, *case.headers.get("attribute", []))),
        components="\n".join(f"        {each.replace('@LAUNCHER', LAUNCHER)}" for each in listed),
    )


def classes(case: Case) -> dict[str, str]:
    """The case's own classes, the shared reader and launcher, and the stand-ins for libraries."""
    found: dict[str, str] = {}
    for name in ("common", *case.headers.get("stub", [])):
        found |= dict(written_out((HERE / "stubs" / f"{name}.smali").read_text("utf-8").splitlines()))
    if "LAUNCHER" in "".join(case.headers.get("manifest", [])):
        del found[f"{PACKAGE}Main;"]
    return found | case.classes


def build(case: Case) -> Path:
    """Build one case and return its APK."""
    target = HERE / "apks" / f"{case.name}.apk"
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "AndroidManifest.xml").write_text(manifest(case), "utf-8")
        base = work / "base.apk"
        where = ("-M", work / "AndroidManifest.xml", "-S", HERE / "res", "-I", FRAMEWORK)
        run("aapt", "package", "-f", *where, "-F", base, "-J", work, "--output-text-symbols", work)
        pack(base, assemble(case, resource_numbers(work / "R.txt"), work), work / "merged.apk")
        sign(work / "merged.apk", target)
    return target


def assemble(case: Case, numbers: dict[tuple[str, str], str], work: Path) -> Path:
    """Assemble the classes of a case."""
    sources = []
    for name, text in sorted(classes(case).items()):
        path = work / "smali" / f"{name[1:-1]}.smali"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RESOURCE.sub(lambda match: numbers[match[1], match[2]], text) + "\n", "utf-8")
        sources.append(path)
    dex = work / "classes.dex"
    options = ("assemble", "--api", case.first("api", "23"), "--jobs", "1", "-o", dex)
    run("java", "-cp", ":".join(map(str, JARS)), "org.jf.smali.Main", *options, *sources)
    return dex


def pack(base: Path, dex: Path, merged: Path) -> None:
    """Put the DEX file beside the resources."""
    with zipfile.ZipFile(base) as old, zipfile.ZipFile(merged, "w") as new:
        for info in old.infolist():
            new.writestr(dated(info.filename), old.read(info), zipfile.ZIP_DEFLATED)
        new.writestr(dated("classes.dex"), dex.read_bytes(), zipfile.ZIP_DEFLATED)


def sign(apk: Path, target: Path) -> None:
    """Align, and sign with scheme v2 alone: the files stay small."""
    aligned = apk.with_suffix(".aligned")
    run("zipalign", "-f", "4", apk, aligned)
    key = ("--ks", KEYSTORE, "--ks-pass", f"pass:{PASSWORD}", "--ks-key-alias", "sample")
    schemes = ("--v1-signing-enabled", "false", "--v2-signing-enabled", "true", "--v3-signing-enabled", "false")
    run(
        "apksigner",
        "sign",
        "--min-sdk-version",
        "24",
        *schemes,
        "--v4-signing-enabled",
        "false",
        *key,
        "--out",
        target,
        aligned,
    )


def main() -> None:
    """Build the cases named on the command line, or all."""
    cases = {case.name: case for group in GROUPS for case in map(read_case, sorted((HERE / group).glob("*.smali")))}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="such as roots-provider-bad; all when none is given")
    names = parser.parse_args().names or sorted(cases)
    if unknown := sorted(set(names) - set(cases)):
        parser.error(f"no such case: {', '.join(unknown)}")
    check_tools()
    (HERE / "apks").mkdir(exist_ok=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for apk in pool.map(build, [cases[name] for name in names]):
            print(apk.relative_to(HERE))


if __name__ == "__main__":
    main()
