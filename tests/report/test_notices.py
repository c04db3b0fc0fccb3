"""A withdrawn article and an update are said loudly in every format."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from discrepancy.model import Report
from discrepancy.report import FORMATS, Display, Listing

PATHS = {"courier": "wire/courier.txt", "harbor": "harbor.txt"}


@pytest.fixture
def killed(report: Report) -> Report:
    a = replace(report.a, status="canceled", version="1", guid="g")
    return replace(report, a=a, b=replace(report.b, version="2", guid="g"), update="b")


@pytest.mark.parametrize("name", ["terminal", "html", "markdown"])
def test_people_read_it_before_the_findings(killed: Report, name: str) -> None:
    page = FORMATS[name].report(killed, Display(paths=PATHS, width=200))
    words = " ".join(page.replace("\\", "").split())
    told = words.index("wire/courier.txt has been withdrawn by its publisher")
    update = words.index("harbor.txt (version 2) is an update of wire/courier.txt (version 1)")
    assert told < update < words.index("14 vs 16 passengers")
    assert "5 changes between takes: 3 hard, 2 soft" in words


def test_programs_read_it_in_fields(killed: Report) -> None:
    content = json.loads(FORMATS["json"].report(killed, Display()))
    assert content["update"] == "b"
    assert content["articles"][0]["status"] == "canceled"
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"].report(killed, Display()))))
    assert {(row["a_status"], row["b_status"], row["a_version"], row["b_version"]) for row in rows} == {
        ("canceled", "", "1", "2")
    }


@pytest.mark.parametrize("name", ["terminal", "html", "markdown"])
def test_a_listing_says_it_too(listing: Listing, name: str) -> None:
    held = Listing(replace(listing.article, status="withheld"), listing.mentions)
    page = FORMATS[name].listing(held, Display(paths=PATHS, width=200))
    assert "is withheld by its publisher" in " ".join(page.split())


@pytest.mark.parametrize("name", ["terminal", "html", "markdown"])
def test_nothing_is_said_of_articles_that_may_be_used(report: Report, name: str) -> None:
    page = FORMATS[name].report(replace(report, a=replace(report.a, status="usable")), Display(paths=PATHS))
    assert "publisher" not in page
    assert "update of" not in page
    assert 'class="notice"' not in page
    assert "usable" not in page


@pytest.mark.parametrize("conflicts", [0, 1])
def test_the_headline_of_an_update_counts_changes(killed: Report, conflicts: int) -> None:
    few = replace(killed, conflicts=killed.conflicts[:conflicts])
    page = FORMATS["terminal"].report(few, Display())
    assert ("1 change between takes: all hard" if conflicts else "No changes between takes") in page


def test_names_in_a_notice_can_do_nothing(killed: Report) -> None:
    hostile = Display(
        paths={"courier": '<img src=x onerror="1">\x1b[31m', "harbor": "[x](http://evil.example)"}
    )
    page = FORMATS["html"].report(killed, hostile)
    assert "<img" not in page
    assert "\x1b" not in FORMATS["terminal"].report(killed, hostile)
    assert "[x](http" not in FORMATS["markdown"].report(killed, hostile)
