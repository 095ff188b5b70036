"""The table of names that other lists use holds against the entries."""

import re
from pathlib import Path

from appscan.catalogue.model import Catalogue

TABLE = Path(__file__).parent.parent / "docs" / "sdk-ids.md"
ROW = re.compile(r"\| `([^`]+)` \| (?:`([^`]+)`|-) \|")


def test_what_stands_for_another_lists_name_exists_and_no_name_left_out_is_an_entry(catalogue: Catalogue) -> None:
    ids = {sdk.id for sdk in catalogue.knowledge.sdks}
    rows = [found.groups() for line in TABLE.read_text("utf-8").splitlines() if (found := ROW.match(line))]
    assert {entry for _, entry in rows if entry} <= ids
    assert {name for name, entry in rows if name != entry} & ids == set()
