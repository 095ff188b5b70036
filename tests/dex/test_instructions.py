"""One method read closely agrees with the sweep over all of them, and with what it says of itself."""

import zipfile
from pathlib import Path

import pytest

from appscan.dex.errors import DexError
from appscan.dex.index import read_entry
from appscan.dex.instructions import Try, read_body
from tests.conftest import APKS, SAMPLES

FILES = [*APKS, SAMPLES / "paths" / "apks" / "gates-prefs-catch-bad.apk"]


@pytest.mark.parametrize("apk", FILES, ids=lambda path: path.stem)
def test_every_instruction_stands_where_the_sweep_says(apk: Path) -> None:
    with zipfile.ZipFile(apk) as archive:
        entries = [(name, archive.read(name)) for name in archive.namelist() if name.endswith(".dex")]
    for name, data in entries:
        for dex in read_entry(data, name):
            swept = set(dex.calls.offset.tolist())
            read = set()
            for method in dex.methods.method[dex.methods.code > 0].tolist():
                body = dex.body(method)
                assert body is not None
                places = {each.at for each in body.instructions}
                assert all(target in places for each in body.instructions for target in each.targets)
                start = dex.unit_of(method)
                read |= {2 * (start + each.at) for each in body.instructions if 0x6E <= each.opcode <= 0x78}
            assert read == swept


def test_handlers_are_read() -> None:
    behind = bytes((0, 0, 0, 0, 4, 0, 1, 0)) + bytes((1, 0x7F, 0, 6, 9))  # one try; a type at 6, else 9
    body = read_body([1, 0, 0, 1, 0, 0, 0, 0], [0] * 10, behind)
    assert body.tries == (Try(0, 4, (6, 9)),)


@pytest.mark.parametrize("units", [[0x002B, 0x00FF, 0], [0x0013], [0x006E]])
def test_code_that_contradicts_itself_is_refused(units: list[int]) -> None:
    with pytest.raises(DexError):
        read_body([1, 0, 0, 0, 0, 0, 0, 0], units, b"")
