"""The whole report as JSON, as `appscan/schema/report-1.json` describes it.

Two runs on the same input with the same knowledge differ in `timings` only.
"""

from appscan.renderers._json import encode
from appscan.report.model import Report

SUFFIXES = (".json",)


def render(report: Report) -> str:
    """Indented by two, keys in the order of the structs, UTF-8."""
    return encode(report, indent=2) + "\n"
