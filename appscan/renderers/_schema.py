"""The JSON Schema of the report, made from its structs.

`python -m appscan.renderers._schema > appscan/schema/report-1.json` writes the file that is shipped.
"""

import inspect
import sys
from typing import Any

import msgspec

from appscan.renderers._json import encode
from appscan.report.model import Report

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTITY = "urn:appscan:schema:report-1"
ABOUT = (
    "What `appscan scan --format json` writes. Within version 1 fields are only added: a reader must allow fields "
    "that it does not know."
)


def schema() -> dict[str, Any]:
    """The schema as a value."""
    made = msgspec.json.schema(Report)
    _open(made)
    about = {"$schema": DIALECT, "$id": IDENTITY, "title": "appscan report", "description": ABOUT}
    return {**about, "$ref": made["$ref"], "$defs": made["$defs"]}


def _open(node: Any) -> None:
    """Let every object have further fields, as later versions may write them; the same text for every Python."""
    if isinstance(node, dict):
        if node.get("additionalProperties") is False:
            del node["additionalProperties"]
        if isinstance(node.get("description"), str):
            node["description"] = inspect.cleandoc(node["description"])  # Python 3.13 does so by itself
        node = tuple(node.values())
    if isinstance(node, list | tuple):
        for each in node:
            _open(each)


def text() -> str:
    """The schema as the file has it."""
    return encode(schema(), indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
