"""Where the samples are, and the catalogue, read once."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from appscan.catalogue import joins
from appscan.catalogue.compile import Tables, compile_folders
from appscan.catalogue.model import Catalogue

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
APKS = sorted(path for path in SAMPLES.glob("*/*.apk") if path.parent.name != "broken")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def compiled() -> tuple[Catalogue, Tables]:
    """The catalogue of this checkout, checked, with the sources of its values."""
    raw, tables = compile_folders([ROOT / "checklists"])
    return joins.check(raw, tables), tables


@pytest.fixture(scope="session")
def catalogue(compiled: tuple[Catalogue, Tables]) -> Catalogue:
    return compiled[0]


@pytest.fixture
def appscan(tmp_path: Path) -> Run:
    """Run the command line as a process of its own, in English, in an empty folder."""

    def run(*arguments: str | Path, lang: str = "en", **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "appscan", *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**os.environ, "APPSCAN_LANG": lang, "PYTHONPATH": str(ROOT), "COLUMNS": "100", **environment},
            check=False,
            timeout=120,
        )

    return run
