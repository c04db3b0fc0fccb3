"""Web annotations: the fields that the W3C model requires, and selectors that find the words again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from discrepancy.model import Article, Report
from discrepancy.report import FORMATS, Display, Listing
from tests.report.test_check import turn

form = FORMATS["annotations"]


def read(text: str | bytes) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    collection = json.loads(text)
    return collection, collection.get("first", {}).get("items", [])


def check_model(collection: dict[str, Any]) -> None:
    """The MUSTs of the Web Annotation Data Model, sections 3.1, 3.2.4, 4.2.4, 4.2.5 and 5."""
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert ":" in collection["id"]
    assert collection["total"] == len(collection.get("first", {}).get("items", []))
    if not collection["total"]:
        assert "first" not in collection
        return
    page = collection["first"]
    assert page["type"] == "AnnotationPage"
    assert page["items"]
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert ":" in item["id"]
        assert item["motivation"] in ("commenting", "tagging")
        for body in item["body"]:
            assert body["type"] == "TextualBody"
            assert isinstance(body["value"], str)
            assert body["purpose"] in ("commenting", "tagging")
        for target in item["target"]:
            assert target["type"] == "SpecificResource"
            assert ":" in target["source"]["id"]
            quote, position = target["selector"]
            assert {"type", "exact", "prefix", "suffix"} == set(quote)
            assert quote["type"] == "TextQuoteSelector"
            assert {"type", "start", "end"} == set(position)
            assert position["type"] == "TextPositionSelector"


def find_words(items: list[dict[str, Any]], texts: dict[str, str]) -> Iterator[str]:
    """The words of every target, found in its source by position and by quote."""
    for target in (target for item in items for target in item["target"]):
        text = texts[target["source"]["label"]]
        quote, position = target["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])
        yield quote["exact"]


def test_a_report_is_a_collection_with_both_selectors(report: Report) -> None:
    collection, items = read(form.report(report, Display()))
    check_model(collection)
    assert [item["id"] for item in items] == [f"urn:discrepancy:{each.id}" for each in report.conflicts]
    words = list(find_words(items, {"courier": report.a.text, "harbor": report.b.text}))
    assert words[:2] == ["14", "Sixteen people"]
    assert items[0]["body"][0]["value"] == report.conflicts[0].explanation
    assert [body["value"] for body in items[0]["body"][1:]] == ["hard", "count"]


def test_agreements_are_added_where_they_are_asked_for(report: Report) -> None:
    _, items = read(form.report(report, Display(agreements=True)))
    assert len(items) == len(report.conflicts) + len(report.agreements)


def test_a_listing_tags_every_mention(listing: Listing) -> None:
    collection, items = read(form.listing(listing, Display()))
    check_model(collection)
    assert [item["body"][0]["value"] for item in items] == [mention.kind for mention in listing.mentions]


def test_a_check_marks_the_wire_and_every_source(report: Report) -> None:
    checked = turn(report)
    collection, items = read(form.check(checked, Display()))
    check_model(collection)
    assert len(items) == len(checked.disputed) + len(checked.missing)
    assert len(items[0]["target"]) == 3
    texts = {"courier": checked.wire.text, "harbor": report.b.text, "echo": report.b.text}
    assert len(list(find_words(items, texts))) == 3 * len(checked.disputed) + 2


def test_an_article_from_the_web_is_named_by_its_address(report: Report) -> None:
    known = replace(report, a=replace(report.a, url="https://courier.example/story"))
    _, items = read(form.report(known, Display()))
    assert items[0]["target"][0]["source"]["id"] == "https://courier.example/story"
    for url in ("javascript:alert(1)", "file:///etc/passwd", "http://a.example/ <b>"):
        _, items = read(form.report(replace(report, a=replace(report.a, url=url)), Display()))
        assert items[0]["target"][0]["source"]["id"].startswith("urn:sha256:")


def test_nothing_found_is_a_collection_without_a_page(report: Report) -> None:
    collection, items = read(form.report(replace(report, conflicts=()), Display()))
    check_model(collection)
    assert items == []


def test_hostile_text_stays_inside_its_strings(hostile: Report) -> None:
    for text in (form.report(hostile, Display()), form.check(turn(hostile), Display())):
        check_model(json.loads(text))
        assert isinstance(text, str)
        text.encode("utf-8")


@pytest.mark.parametrize("text", ["", "x"])
def test_articles_without_facts_are_written(text: str) -> None:
    collection, _ = read(form.listing(Listing(Article(text, "a"), ()), Display()))
    check_model(collection)
