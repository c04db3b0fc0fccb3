"""Two people's values are two facts, however alike they are told."""

import pytest

from discrepancy import Article, diff

VARGA = "Ines Varga, 51, and Tomas Lind met the harbor master at the pier on Monday."


def ages(a, b):
    report = diff(Article(a, "a"), Article(b, "b"))
    return {finding.severity for finding in (*report.conflicts, *report.agreements) if finding.kind == "age"}


@pytest.mark.parametrize(
    ("other", "severities"),
    [
        ("Ines Varga, 57, and Tomas Lind met the harbor master at the pier on Monday.", {"hard"}),
        ("Ines Vargas, 57, and Tomas Lind met the harbor master at the pier on Monday.", {"hard"}),
        ("Ines Varga and Tomas Lind, 57, met the harbor master at the pier on Monday.", set()),
    ],
)
def test_ages_are_compared_of_one_person_only(other, severities):
    assert ages(VARGA, other) == ages(other, VARGA) == severities


def test_a_name_that_only_one_article_knows_may_be_the_same_person():
    """The report that says who it was may be the other one's "islander"."""
    other = "The 57-year-old Islander and Tomas Lind met the harbor master at the pier on Monday."
    assert ages(VARGA, other) == {"hard"}


def test_an_agreement_stays():
    other = "Tomas Lind, 51, and Ines Varga met the harbor master at the pier on Monday."
    assert ages(VARGA, other) <= {"agree"}
