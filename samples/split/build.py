"""Rebuild the split APKs of one app: ``build.py``.

``base/``, ``feature/`` and ``arm64/`` are laid out like the other samples; aapt splits the Chinese strings off the
base. The result is ``split.apks``, named as bundletool names things. The tools are those of ``../build.py``; the same
sources give the same bytes.
"""

import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from samples.build import FRAMEWORK, assemble, check_tools, dated, merge, resource_numbers, run  # noqa: E402
from samples.paths.build import sign  # noqa: E402


def main() -> None:
    """Build every split, the base first: the feature's resources follow on its own."""
    check_tools()
    target = HERE / "split.apks"
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(target, "w") as apks:
        work = Path(folder)
        base = package(HERE / "base", work, "--split", "zh")
        parts = {
            "base-master": (HERE / "base", base),
            "base-zh": (HERE / "zh", base.with_name("base_zh.apk")),
            "base-arm64_v8a": (HERE / "arm64", package(HERE / "arm64", work)),
            "share-master": (HERE / "feature", package(HERE / "feature", work, "--feature-of", base)),
        }
        for name, (source, packed) in sorted(parts.items()):
            split = dated(f"splits/{name}.apk")
            apks.writestr(split, finish(source, packed).read_bytes(), zipfile.ZIP_DEFLATED)
    print(f"{target.name}: {target.stat().st_size:,} bytes")


def package(source: Path, work: Path, *options: str | Path) -> Path:
    """Compile the manifest and the resources of a split."""
    place = work / source.name
    place.mkdir()
    target = place / f"{source.name}.apk"
    where: list[str | Path] = ["-M", source / "AndroidManifest.xml", "-I", FRAMEWORK]
    if (source / "res").is_dir():
        where += ["-S", source / "res", "-J", place, "--output-text-symbols", place]
    run("aapt", "package", "-f", *where, *options, "-F", target)
    return target


def finish(source: Path, packed: Path) -> Path:
    """Add the code, assets and libraries of a split, and sign it."""
    files = [
        (str(path.relative_to(source)), path)
        for kind in ("assets", "lib")
        for path in sorted((source / kind).rglob("*"))
        if path.is_file()
    ]
    if (source / "smali").is_dir():
        dex = assemble(source / "smali", resource_numbers(packed.with_name("R.txt")), packed.with_name("classes.dex"))
        files.insert(0, (dex.name, dex))
    target = packed.with_suffix(".signed")
    sign(merge(packed, files, packed.with_suffix(".merged")), target)
    return target


if __name__ == "__main__":
    main()
