"""The shipped JSON Schema: as the structs are, and true of what is written."""

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from appscan.renderers import _schema
from appscan.renderers.json import render
from appscan.report.model import Language
from tests.renderers import renderers_report as reports

SHIPPED = files("appscan") / "schema" / "report-1.json"


def schema() -> Any:
    return json.loads(SHIPPED.read_text(encoding="utf-8"))


def test_the_shipped_schema_is_the_generated_one() -> None:
    assert SHIPPED.read_text(encoding="utf-8") == _schema.text()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_rendered_report_is_valid(lang: Language) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.Draft202012Validator(schema()).validate(json.loads(render(reports.report(lang))))


def test_a_field_of_a_later_version_is_allowed() -> None:
    report = json.loads(render(reports.report("en")))
    report["apps"][0]["permissions"][0]["later"] = 1
    jsonschema.Draft202012Validator(schema()).validate(report)


def test_an_outcome_that_does_not_exist_is_not() -> None:
    report = json.loads(render(reports.report("en")))
    report["apps"][0]["findings"][0]["outcome"] = "maybe"
    assert not jsonschema.Draft202012Validator(schema()).is_valid(report)
