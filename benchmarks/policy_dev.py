"""Figures on annotated policies that stay outside the repository: their licence forbids shipping them."""

from pathlib import Path

from appscan.knowledge import Knowledge


def annotated(folder: Path, knowledge: Knowledge, *, show: bool) -> list[tuple[str, bytes]]:
    return []
