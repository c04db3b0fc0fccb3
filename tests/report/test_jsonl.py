"""JSON Lines: a finding a line, the same as in the JSON."""

from __future__ import annotations

import json

from discrepancy.model import Report
from discrepancy.report import FORMATS, Display, Listing
from tests.report.test_check import turn

form = FORMATS["jsonl"]


def test_a_line_is_a_conflict_as_the_json_has_it(report: Report) -> None:
    lines = str(form.report(report, Display())).splitlines()
    assert [json.loads(line) for line in lines] == report.to_dict()["conflicts"]
    assert len(str(form.report(report, Display(agreements=True))).splitlines()) == 8


def test_a_line_is_a_mention(listing: Listing) -> None:
    lines = str(form.listing(listing, Display())).splitlines()
    assert [json.loads(line)["surface"] for line in lines] == [each.surface for each in listing.mentions]


def test_a_line_is_a_disputed_fact(report: Report) -> None:
    checked = turn(report)
    lines = str(form.check(checked, Display())).splitlines()
    assert [json.loads(line) for line in lines] == checked.to_dict()["facts"][: len(checked.disputed)]
    assert len(str(form.check(checked, Display(agreements=True))).splitlines()) == len(checked.facts)


def test_hostile_text_breaks_no_line(hostile: Report) -> None:
    for text in (form.report(hostile, Display()), form.check(turn(hostile), Display())):
        assert len(str(text).splitlines()) == 1
        json.loads(text)
