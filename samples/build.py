"""Rebuild the sample apps from their sources: ``build.py [NAME ...]``.

A sample is a folder with ``AndroidManifest.xml``, ``res/``, ``smali/`` (one DEX file; ``smali_classes2/`` is a second
one) and, where wanted, ``assets/`` and ``lib/``. The result is ``NAME/NAME.apk``, signed with schemes v1, v2 and v3 by
the throw-away key in ``sample.keystore``. In smali, ``R.layout.main`` stands for the number that aapt gave it.

The tools are Debian's: see ``PACKAGES``. The same sources give the same bytes.
"""

import argparse
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEYSTORE = HERE / "sample.keystore"
PASSWORD = "appscan-sample"  # noqa: S105  # a key for samples only, made to be public
FRAMEWORK = Path("/usr/share/android-framework-res/framework-res.apk")
JARS = [
    Path("/usr/share/java", f"{name}.jar")
    for name in ("smali", "smali-util", "dexlib2", "antlr3-runtime", "guava", "jcommander", "stringtemplate")
]
TOOLS = ("java", "keytool", "aapt", "zipalign", "apksigner")
PACKAGES = (
    "default-jre-headless libsmali-java libantlr3-runtime-java libguava-java libjcommander-java libstringtemplate-java "
    "aapt android-framework-res zipalign apksigner"
)
RESOURCE = re.compile(r"\bR\.(id|layout|string|xml)\.(\w+)")
EPOCH = (1980, 1, 1, 0, 0, 0)


def main() -> None:
    """Build the samples named on the command line, or all."""
    known = sorted(path.parent.name for path in HERE.glob("*/AndroidManifest.xml"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(known)}; all when none is given")
    names = parser.parse_args().names or known
    if unknown := sorted(set(names) - set(known)):
        parser.error(f"no such sample: {', '.join(unknown)}; there are {', '.join(known)}")
    check_tools()
    make_keystore()
    for name in names:
        apk = build(HERE / name)
        print(f"{apk.relative_to(HERE)}: {apk.stat().st_size:,} bytes")


def check_tools() -> None:
    """Stop with the list of what is missing and how to install it."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    missing += [str(path) for path in (*JARS, FRAMEWORK) if not path.exists()]
    if missing:
        raise SystemExit(f"missing: {', '.join(missing)}\non Debian: apt-get install {PACKAGES}")


def run(tool: str, *args: str | Path) -> None:
    """Run a tool; stop with its own words when it fails."""
    command = [shutil.which(tool) or tool, *map(str, args)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise SystemExit(f"{tool} failed ({done.returncode}):\n{done.stderr}{done.stdout}")


def make_keystore() -> None:
    """Make the signing key once; a committed key keeps rebuilt files identical."""
    if KEYSTORE.exists():
        return
    secret = ("-storepass", PASSWORD, "-keypass", PASSWORD, "-storetype", "PKCS12", "-validity", "36500")
    who = ("-alias", "sample", "-dname", "CN=appscan sample,O=Example,C=CN")
    run("keytool", "-genkeypair", "-keystore", KEYSTORE, "-keyalg", "RSA", "-keysize", "2048", *secret, *who)


def build(app: Path) -> Path:
    """Build one sample and return its APK."""
    target = app / f"{app.name}.apk"
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        base = package(app, work)
        numbers = resource_numbers(work / "R.txt")
        files = [(dex.name, dex) for dex in assemble_all(app, numbers, work)]
        files += [
            (str(path.relative_to(app)), path)
            for kind in ("assets", "lib")
            for path in sorted((app / kind).rglob("*"))
            if path.is_file()
        ]
        sign(merge(base, files, work / "merged.apk"), target)
    return target


def package(app: Path, work: Path) -> Path:
    """Compile the manifest and the resources."""
    base = work / "base.apk"
    where = ("-M", app / "AndroidManifest.xml", "-S", app / "res", "-I", FRAMEWORK)
    run("aapt", "package", "-f", *where, "-F", base, "-J", work, "--output-text-symbols", work)
    return base


def resource_numbers(symbols: Path) -> dict[tuple[str, str], str]:
    """Read aapt's ``R.txt``: (type, name) to number."""
    lines = (line.split(maxsplit=3) for line in symbols.read_text().splitlines())
    return {(kind, name): number for _, kind, name, number in lines}


def assemble_all(app: Path, numbers: dict[tuple[str, str], str], work: Path) -> list[Path]:
    """Assemble ``smali/`` to classes.dex and ``smali_classes2/`` to classes2.dex."""
    sources = {"smali": "classes.dex", "smali_classes2": "classes2.dex"}
    return [assemble(app / source, numbers, work / dex) for source, dex in sources.items() if (app / source).is_dir()]


def assemble(source: Path, numbers: dict[tuple[str, str], str], dex: Path) -> Path:
    """Assemble one folder of smali, with resource names made numbers."""
    plain = dex.with_suffix(".smali")
    copies = []
    for path in sorted(source.rglob("*.smali")):
        copy = plain / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text("utf-8")
        copy.write_text(RESOURCE.sub(lambda match: numbers[match[1], match[2]], text), "utf-8")
        copies.append(copy)
    classpath = ":".join(map(str, JARS))  # one job, files in order: the DEX is the same each time
    run("java", "-cp", classpath, "org.jf.smali.Main", "assemble", "--api", "23", "--jobs", "1", "-o", dex, *copies)
    return dex


def merge(base: Path, files: list[tuple[str, Path]], merged: Path) -> Path:
    """Put the DEX files, assets and libraries beside the resources, all with one fixed date."""
    with zipfile.ZipFile(base) as old, zipfile.ZipFile(merged, "w") as new:
        for info in old.infolist():
            new.writestr(dated(info.filename), old.read(info), info.compress_type)
        for name, path in files:
            new.writestr(dated(name), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return merged


def dated(name: str) -> zipfile.ZipInfo:
    """Describe an entry without today's date and this machine's mode."""
    info = zipfile.ZipInfo(name, EPOCH)
    info.external_attr = 0o644 << 16
    return info


def sign(apk: Path, target: Path) -> None:
    """Align, then sign with v1, v2 and v3."""
    aligned = apk.with_suffix(".aligned")
    run("zipalign", "-f", "-p", "4", apk, aligned)
    schemes = [word for version in "123" for word in (f"--v{version}-signing-enabled", "true")]
    key = ("--ks", KEYSTORE, "--ks-pass", f"pass:{PASSWORD}", "--ks-key-alias", "sample")
    run("apksigner", "sign", *schemes, "--v4-signing-enabled", "false", *key, "--out", target, aligned)


if __name__ == "__main__":
    main()
