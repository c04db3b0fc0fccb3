"""Places from two texts to every report: off until asked for, mirrored, and taken by each format."""

import pytest

from discrepancy import Article, Options, diff
from discrepancy.report import FORMATS, Display

ASKED = Options(kinds=("place",))
A = Article(
    "A bomb killed two shepherds just south of Tolme on Monday, police said. The guests had met at the Orrin "
    "Hotel when the roof fell in. Sen. Ada Quill (D-Ohio) was among them.",
    "a",
)
B = Article(
    "Two shepherds were killed by a bomb north of Tolme on Monday, police in the town said. The roof of the "
    "Orrin office building fell in while guests met there. Iowa Sen. Ada Quill was hurt.",
    "b",
)


def told(report):
    return sorted((found.severity, found.a.surface, found.b.surface) for found in report.conflicts)


def test_places_are_told_when_asked_for_and_mirrored():
    assert told(diff(A, B, ASKED)) == [
        ("hard", "Ohio", "Iowa"),
        ("hard", "south of Tolme", "north of Tolme"),
        ("soft", "Orrin Hotel", "Orrin office building"),
    ]
    assert told(diff(B, A, ASKED)) == sorted((grave, b, a) for grave, a, b in told(diff(A, B, ASKED)))


def test_an_article_agrees_with_itself():
    assert diff(A, A, ASKED).conflicts == diff(B, B, ASKED).conflicts == ()


def test_places_are_off_until_asked_for():
    assert all(found.kind != "place" for found in diff(A, B).conflicts)


@pytest.mark.parametrize("name", ["terminal", "json", "csv", "html", "markdown", "jsonl", "annotations"])
def test_every_format_of_text_takes_them(name):
    text = FORMATS[name].report(diff(A, B, ASKED), Display())
    assert "place" in text
    assert "Orrin office building" in text
