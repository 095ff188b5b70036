"""Report → text or file, one module per format: the file's name is the format's name.

A module here that does not start with `_` is a format. It has `SUFFIXES`, the file endings that mean it, and
`render(report) -> str`. What is shown, in which order and with which totals, the report has settled already.
Finding the formats imports none of them, so that the command line can list them for free.
"""

import importlib
import pkgutil
from pathlib import PurePath
from typing import Protocol, cast

from appscan.errors import UsageError
from appscan.report.model import Report


class Renderer(Protocol):
    """What a module of this package offers."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802 - a module's constant
        """File endings that mean this format, with their dot."""

    def render(self, report: Report) -> str:
        """The whole report as one text, ending in a newline."""


FORMATS: tuple[str, ...] = tuple(
    sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
)
"""The formats' names, in alphabetical order."""


def load(name: str) -> Renderer:
    """The module of a format. Only then are its libraries imported."""
    if name not in FORMATS:
        known = ", ".join(FORMATS)
        raise UsageError(f"no format {name!r}; there are: {known}", f"没有格式 {name!r}；可用的格式：{known}")
    return cast("Renderer", importlib.import_module(f"{__name__}.{name}"))


def format_of(path: str | PurePath) -> str | None:
    """The format that a file's ending means; the longest ending wins (`.sarif.json` before `.json`)."""
    file = PurePath(path).name.lower()
    fits = [(len(suffix), name) for name in FORMATS for suffix in load(name).SUFFIXES if file.endswith(suffix)]
    return max(fits)[1] if fits else None
