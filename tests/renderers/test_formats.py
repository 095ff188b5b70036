"""The register of formats, and each format's expected output kept as a file.

`UPDATE_EXPECTED=1 pytest tests/renderers` writes the files anew; read the difference before committing it.
"""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from appscan import renderers
from appscan.errors import UsageError
from appscan.renderers import json, jsonl, text
from appscan.report.model import Language, Report
from tests.renderers import renderers_report as reports

EXPECTED = Path(__file__).parent / "expected"


def same(name: str, made: str) -> None:
    file = EXPECTED / name
    if os.environ.get("UPDATE_EXPECTED"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 100])
def test_text_of_one_app(lang: Language, width: int) -> None:
    same(f"one-{lang}-{width}.txt", text.plain(reports.report(lang, reports.first(lang)), width))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 100])
def test_text_of_two_apps_and_a_failure(lang: Language, width: int) -> None:
    same(f"three-{lang}-{width}.txt", text.plain(reports.report(lang), width))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [80, 120])
def test_text_of_a_later_version(lang: Language, width: int) -> None:
    same(f"followed-{lang}-{width}.txt", text.plain(reports.report(lang, reports.followed(lang)), width))


def test_text_with_everything() -> None:
    same("verbose-zh-100.txt", text.plain(reports.report("zh", reports.first("zh")), 100, verbose=True))


def test_json() -> None:
    same("report.json", json.render(reports.report("zh")))


def test_json_lines() -> None:
    same("report.jsonl", jsonl.render(reports.report("en")))


def test_saved_json_is_read_back_as_the_same_report() -> None:
    report = reports.report("zh")
    assert msgspec.json.decode(json.render(report), type=Report) == report


def test_two_runs_differ_in_timings_only() -> None:
    app = reports.first("en")
    slower = msgspec.structs.replace(app, timings={"code": 9.5})
    one, two = (json.render(reports.report("en", each)).splitlines() for each in (app, slower))
    differing = [pair for pair in zip(one, two, strict=True) if pair[0] != pair[1]]
    assert differing == [('        "code": 0.25', '        "code": 9.5')]


def test_streamed_lines_are_the_rendered_ones() -> None:
    report = reports.report("en")
    start = jsonl.head(report.tool, report.knowledge.sha256, report.language)
    streamed = "".join(jsonl.render_app(app, start) for app in report.apps)
    assert streamed + jsonl.render_summary(report.summary, start) == jsonl.render(report)


def test_every_public_module_is_a_format() -> None:
    folder = Path(renderers.__file__).parent
    assert set(renderers.FORMATS) == {each.stem for each in folder.glob("[!_]*.py")}
    assert {"json", "jsonl", "text"} <= set(renderers.FORMATS)


@pytest.mark.parametrize("name", renderers.FORMATS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_format_renders_text_that_ends_in_a_newline(name: str, lang: Language) -> None:
    module = renderers.load(name)
    assert all(suffix.startswith(".") for suffix in module.SUFFIXES)
    assert module.render(reports.report(lang)).endswith("\n")


def test_listing_the_formats_imports_none_of_them() -> None:
    code = (
        "import sys, appscan.renderers as r; r.FORMATS; "
        "print([m for m in sys.modules if m == 'rich' or m.startswith('appscan.renderers.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_an_unknown_format_is_the_users_mistake() -> None:
    with pytest.raises(UsageError, match="no format 'pdf'"):
        renderers.load("pdf")
    with pytest.raises(UsageError, match="no format '_json'"):
        renderers.load("_json")


@pytest.mark.parametrize(
    ("path", "name"),
    [("out/report.json", "json"), ("REPORT.JSON", "json"), ("a.b.ndjson", "jsonl"), ("r.txt", "text"), ("r", None)],
)
def test_a_files_ending_means_a_format(path: str, name: str | None) -> None:
    assert renderers.format_of(Path(path)) == name
