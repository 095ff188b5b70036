"""What the reader knows, and a reader of one text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from appscan.catalogue.compile import compile_folders
from appscan.facts import Policy
from appscan.knowledge import Knowledge
from appscan.policy.reader import read

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return compile_folders([ROOT / "checklists"])[0].knowledge


@pytest.fixture(scope="session")
def read_text(knowledge: Knowledge) -> Callable[[str], Policy]:
    """Reads one text, as HTML where it looks like a page."""
    return lambda text: read([("policy.txt", text.encode())], knowledge)
