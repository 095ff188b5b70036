"""Nothing that an APK or a policy holds reaches the terminal as anything but letters."""

import re
import unicodedata
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appscan.renderers import json, jsonl, text
from appscan.renderers._safe import clean
from appscan.report.model import Report
from tests.renderers import renderers_report as reports

FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
NASTY = "\x1b]0;x\x07\x9b31m\u202e\u2066\u200b\ud800[bold]:smile:[/][link=x]\n\r\t\x00{n}\U000e0041"

hostile = st.text(
    st.one_of(st.characters(categories=["Cc", "Cf", "Cs", "Co", "Zl", "Zp"]), st.sampled_from("[]/\\{}:a国（）\t\n")),
    max_size=40,
)

SETTLED = set(
    "schema_version language outcome severity confidence fail_on element decision level state source since".split()
)
"""Fields that hold one of our own words."""


def spoil(value: Any, nasty: str, field: str = "") -> Any:
    """The same report with something put into every string that is not one of our own words."""
    if isinstance(value, dict):
        return {key: spoil(each, nasty, key) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [spoil(each, nasty, field) for each in value]
    return value + nasty if isinstance(value, str) and field not in SETTLED else value


def spoilt(report: Report, nasty: str) -> Report:
    return msgspec.convert(spoil(msgspec.to_builtins(report), nasty), Report)


@settings(deadline=None, max_examples=60)
@given(nasty=hostile, one=st.booleans(), verbose=st.booleans(), width=st.integers(30, 160))
def test_text_has_no_control_or_bidirectional_characters(nasty: str, one: bool, verbose: bool, width: int) -> None:  # noqa: FBT001
    report = reports.report("zh", reports.followed("zh")) if one else reports.report("zh")
    made = text.plain(spoilt(report, nasty), width, verbose=verbose)
    assert not FORBIDDEN.search(made)
    made.encode()


@settings(deadline=None, max_examples=60)
@given(nasty=hostile)
def test_json_has_no_active_characters(nasty: str) -> None:
    report = spoilt(reports.report("zh", reports.followed("zh"), reports.second("zh")), nasty)
    for made in (json.render(report), jsonl.render(report)):
        assert not FORBIDDEN.search(made.replace("\n", ""))


def test_json_keeps_what_it_spells_out() -> None:
    report = spoilt(reports.report("zh"), "\x1b\x9b\u202e\u200b\ufeff")
    assert msgspec.json.decode(json.render(report), type=Report) == report


def test_an_escape_sequence_in_a_label_is_shown_as_one() -> None:
    made = text.plain(spoilt(reports.report("en", reports.first("en")), NASTY), 100)
    assert "安行宝\\x1b]0;x\\x07\\x9b31m\\u202e\\u2066\\u200b\\ud800[bold]:smile:[/][link=x]" in made


@pytest.mark.parametrize(
    ("given_text", "seen"),
    [
        ("a\nb\tc", "a b c"),
        ("\u202egnp.apk", "\\u202egnp.apk"),
        ("pay\u200bpal", "pay\\u200bpal"),
        ("\u3164", "\\u3164"),
        ("\x00\x7f\x85", "\\x00\\x7f "),
        ("\U000e0041", "\\U000e0041"),
        ("安行宝 🚗", "安行宝 🚗"),
    ],
)
def test_clean(given_text: str, seen: str) -> None:
    assert clean(given_text) == seen


def test_a_long_string_is_clipped() -> None:
    assert clean("x" * 301) == "x" * 299 + "…"
    assert clean("x" * 300) == "x" * 300
    assert len(clean("\u202e" * 10_000_000)) == 300


@given(st.text())
def test_clean_leaves_only_what_can_be_seen(given_text: str) -> None:
    assert all(unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for char in clean(given_text))
