"""Titles of one person in two reports: what is told apart, and what one person may be at once."""

import pytest

from discrepancy.align.worded.titles import align_titles
from discrepancy.compare import compare
from discrepancy.extract import extract_worded
from discrepancy.model import Article
from discrepancy.segment import segment


def read(text):
    sentences = segment(Article(text, "invented"))
    return [mention for mention in extract_worded(sentences) if mention.kind == "title"]


def judge(a, b):
    """Severity and explanation of every conflict."""
    matches = align_titles(read(a), read(b))
    verdicts = [compare(match.best_a, match.best_b, None, None) for match in matches]
    told = [(verdict.severity, verdict.explanation) for verdict in verdicts if verdict]
    return [(severity, why) for severity, why in told if severity != "agree"]


APART = {
    "chamber": ("They met Sen. Ada Quill.", "They met Rep. Ada Quill.", "hard"),
    "chamber-by-surname": ("They met Sen. Quill.", "They met Rep. Ada Quill.", "hard"),
    "acting": ("It was acting director Jon Marr.", "Jon Marr, the director, spoke.", "soft"),
    "assistant": (
        "Ada Quill, an assistant district attorney, left.",
        "It was Orrin County District Attorney Ada Quill.",
        "hard",
    ),
    "officers": (
        "It was CEO Mike Roe.",
        "Michael Roe, chief operating officer of Orrin Steel, spoke.",
        "hard",
    ),
    "ranks": ("It was Lt. Hal Roe.", "It was Capt. Hal Roe.", "hard"),
    "two-part-ranks": ("It was Lt. Gen. Hal Roe.", "It was Maj. Gen. Hal Roe.", "hard"),
    "deputy-minister": (
        "They met Deputy Foreign Minister Petra Lukash.",
        "They met the foreign minister, Petra Lukash.",
        "hard",
    ),
    "ministries": ("It was Finance Minister Oto Kell.", "It was Defence Minister Oto Kell.", "hard"),
    "former": (
        "It was former Orrin Steel chief executive Una Falk.",
        "It was Orrin Steel chief executive Una Falk.",
        "soft",
    ),
    "vice": ("It was club president Lia Orr.", "Lia Orr, vice president of the club, spoke.", "hard"),
    "co": ("Lia Orr, chairwoman of the club, spoke.", "Lia Orr, co-chair of the club, spoke.", "soft"),
    "floor": ("It was Majority Leader Ivo Brandt.", "It was Minority Leader Ivo Brandt.", "hard"),
    "staff": (
        "State Fire Marshal Rolf Tamm came.",
        "It was Rolf Tamm, an inspector with the Orrin Fire Marshal's Office.",
        "soft",
    ),
}
TOGETHER = {
    "same": ("It was CEO Una Falk.", "Una Falk, the chief executive officer of Orrin Steel, spoke."),
    "roles": ("It was Sen. Ada Quill.", "Ada Quill, chairwoman of the Orrin Club, spoke."),
    "chief-and-director": ("It was FBA chief Jon Marr.", "It was FBA Director Jon Marr."),
    "both-told": ("It was CEO Una Falk.", "It was President and CEO Una Falk. COO Falk spoke."),
    "courtesy": ("It was former President Una Falk.", "It was President Una Falk."),
    "deputy-stands-in": ("It was acting director Jon Marr.", "It was deputy director Jon Marr."),
    "risen": ("It was former deputy director Jon Marr.", "It was director Jon Marr."),
    "then": ("It was then-director Jon Marr.", "It was former director Jon Marr."),
    "first-of-somebody": (
        "It was the mayor's first chief of staff, Jon Marr.",
        "It was former chief of staff Jon Marr.",
    ),
    "short-rank": ("It was Lt. Col. Hal Roe.", "It was Col. Roe."),
    "ordinary-justice": ("It was Justice Dana Holt.", "It was Associate Justice Dana Holt."),
    "other-body": (
        "Jon Marr, deputy director of the Orrin Lab, spoke.",
        "Jon Marr, director of the Tolme Choir, spoke.",
    ),
    "other-person": ("They met Sen. Ada Quill.", "They met Rep. Karl Quill."),
    "one-of-two": ("They met Sen. Quill.", "They met Rep. Karl Quill and Ada Quill."),
}


@pytest.mark.parametrize(("a", "b", "severity"), APART.values(), ids=APART)
def test_two_offices_of_one_person_are_told_apart(a, b, severity):
    ((found, explanation),) = judge(a, b)
    assert found == severity
    who, _, told = explanation.partition(": ")
    here, _, rest = told.partition(" vs ")
    there, _, why = rest.partition(", ")
    assert judge(b, a) == [(severity, f"{who}: {there} vs {here}, {why}")]


@pytest.mark.parametrize(("a", "b"), TOGETHER.values(), ids=TOGETHER)
def test_what_one_person_may_be_at_once_is_left_alone(a, b):
    assert [*read(a), *read(b)]
    assert judge(a, b) == judge(b, a) == []


@pytest.mark.parametrize("text", [text for a, b, *_ in APART.values() for text in (a, b)])
def test_an_article_does_not_differ_from_itself(text):
    assert judge(text, text) == []


def test_full_names_are_surer_than_a_surname():
    full, alone = (
        align_titles(read(text), read("They met Rep. Ada Quill."))[0].probability
        for text in ("They met Sen. Ada Quill.", "They met Sen. Quill.")
    )
    assert full > alone


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        (*TOGETHER["same"], True),
        ("They met Sen. Ada Quill.", "They met Senator Quill.", True),
        (*TOGETHER["courtesy"], False),
        (*TOGETHER["risen"], False),
        (*TOGETHER["other-person"], False),
        (*APART["chamber"][:2], False),
    ],
)
def test_only_an_office_told_in_full_by_both_agrees(a, b, agree):
    matches = align_titles(read(a), read(b))
    verdicts = [compare(match.best_a, match.best_b, None, None) for match in matches]
    assert [verdict.severity for verdict in verdicts if verdict and verdict.severity == "agree"] == (
        ["agree"] if agree else []
    )
