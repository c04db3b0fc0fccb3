"""JSON: the contract, the published schema, and text that comes back as it went in."""

import json
import re
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

from discrepancy.model import Report
from discrepancy.report import FORMATS, Display, Listing

form = FORMATS["json"]


def load_schema(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((files("discrepancy") / "data" / name).read_text(encoding="utf-8"))
    return schema


@pytest.fixture(params=["report.schema.json", "facts.schema.json"])
def schema_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def validator(name: str) -> jsonschema.Draft202012Validator:
    report = load_schema("report.schema.json")
    registry: Registry[Any] = Registry().with_resource(report["$id"], Resource.from_contents(report))
    return jsonschema.Draft202012Validator(
        load_schema(name), registry=registry, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def test_the_schemas_are_schemas(schema_name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(load_schema(schema_name))


def test_a_report_keeps_the_schema(report: Report) -> None:
    content = json.loads(form.report(report, Display()))
    validator("report.schema.json").validate(content)
    assert content == report.to_dict()


def test_a_listing_keeps_the_schema(listing: Listing) -> None:
    content = json.loads(form.listing(listing, Display()))
    validator("facts.schema.json").validate(content)
    assert [mention["surface"] for mention in content["mentions"]] == [m.surface for m in listing.mentions]


def test_an_empty_report_keeps_the_schema(report: Report) -> None:
    empty = replace(report, conflicts=(), agreements=(), only_a=())
    validator("report.schema.json").validate(json.loads(form.report(empty, Display())))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("conflicts", 0, "severity"), "agree"),
        (("conflicts", 0, "confidence"), 1.2),
        (("conflicts", 0, "kind"), "weight"),
        (("conflicts", 0, "a", "start"), -1),
        (("conflicts", 0, "a", "value", "bound"), "=="),
        (("conflicts", 0, "id"), ""),
        (("agreements", 0, "severity"), "hard"),
        (("articles",), []),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(
    report: Report, path: tuple[str | int, ...], value: object
) -> None:
    content: Any = json.loads(form.report(report, Display()))
    inner = content
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert not validator("report.schema.json").is_valid(content)


@pytest.mark.parametrize("field", ["id", "kind", "severity", "confidence", "explanation", "a", "b"])
def test_the_schema_wants_every_field_of_the_contract(report: Report, field: str) -> None:
    content = json.loads(form.report(report, Display()))
    del content["conflicts"][0][field]
    assert not validator("report.schema.json").is_valid(content)


def test_hostile_text_comes_back_exactly_and_acts_on_nothing(hostile: Report) -> None:
    text = form.report(hostile, Display())
    content = json.loads(text)
    assert content == hostile.to_dict()
    for side, article in (("a", hostile.a), ("b", hostile.b)):
        found = content["conflicts"][0][side]
        assert article.text[found["start"] : found["end"]] == found["surface"]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]", text)
    text.encode("utf-8")
