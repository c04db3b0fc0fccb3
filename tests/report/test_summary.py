"""The counts in words."""

from dataclasses import replace

import pytest

from discrepancy.model import Report
from discrepancy.report.summary import count, headline, percent, tally


@pytest.mark.parametrize(
    ("confidence", "words"), [(0.0, "0%"), (0.644, "64%"), (0.97, "97%"), (0.9996, "99%"), (1.0, "100%")]
)
def test_only_certainty_is_100_percent(confidence: float, words: str) -> None:
    assert percent(confidence) == words


@pytest.mark.parametrize(("number", "words"), [(0, "no facts"), (1, "1 fact"), (2, "2 facts")])
def test_a_number_agrees_with_its_noun(number: int, words: str) -> None:
    assert count(number, "fact") == words


def test_headlines(report: Report) -> None:
    hard, soft = report.conflicts[:3], report.conflicts[3:]
    assert headline(report) == "5 conflicts: 3 hard, 2 soft"
    assert headline(replace(report, conflicts=hard)) == "3 hard conflicts"
    assert headline(replace(report, conflicts=soft[:1])) == "1 soft conflict"
    assert headline(replace(report, conflicts=())) == "No conflicts"


def test_the_tally_counts_what_is_no_conflict(report: Report) -> None:
    assert tally(report, "a.txt", "b.txt") == "3 agreements · 1 fact only in a.txt · no facts only in b.txt"
