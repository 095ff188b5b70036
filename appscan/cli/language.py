"""The language of reports and messages: `--lang`, else the environment, else the locale."""

import os
from collections.abc import Sequence

from appscan.report.model import Language

_VARIABLES = ("APPSCAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def default_language() -> Language:
    """`zh` where the first of the variables that is set says so; else `en`."""
    value = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    return "zh" if value.lower().startswith("zh") else "en"


def asked_language(arguments: Sequence[str]) -> Language:
    """The language of messages that end a run: `--lang` where it was given, else the default."""
    pairs = zip(arguments, [*arguments[1:], ""], strict=True)
    given = [
        after if each == "--lang" else each.removeprefix("--lang=")
        for each, after in pairs
        if each.startswith("--lang")
    ]
    if given and given[-1] in ("zh", "en"):
        return "zh" if given[-1] == "zh" else "en"
    return default_language()
