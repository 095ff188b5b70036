"""The language of reports and messages: `--lang`, else the environment, else the locale."""

import os

from appscan.report.model import Language

_VARIABLES = ("APPSCAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def default_language() -> Language:
    """`zh` where the first of the variables that is set says so; else `en`."""
    value = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    return "zh" if value.lower().startswith("zh") else "en"
