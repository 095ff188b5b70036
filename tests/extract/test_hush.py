"""What androguard prints never reaches our output."""

import sys

import pytest

from appscan.extract.hush import hushed


def test_prints_are_dropped_and_errors_are_not(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="invalid literal"), hushed():
        int(str(sys.stdout.write("out of bound")) + "x")
    assert capsys.readouterr().out == ""
