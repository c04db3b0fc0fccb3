"""Offices of people: which phrases are read, whose they are, and what is left alone."""

import pytest

from discrepancy.extract import extract_worded
from discrepancy.model import Article
from discrepancy.segment import segment


def read(text):
    article = Article(text, "invented")
    sentences = segment(article)
    return [mention for mention in extract_worded(sentences) if mention.kind == "title"]


def told(text):
    """Surface, person and office of each."""
    return [(mention.surface, mention.frame, mention.value.text) for mention in read(text)]


HELD = {
    "before": ("They met Sen. Ada Quill.", [("Sen.", "Ada Quill", "senator")]),
    "field": (
        "They met Deputy Foreign Minister Petra Lukash.",
        [("Deputy Foreign Minister", "Petra Lukash", "deputy foreign minister")],
    ),
    "field-behind": (
        "Vellmark's Minister of Foreign Affairs, Oto Kell, was there.",
        [("Minister of Foreign Affairs", "Oto Kell", "foreign minister, vellmark")],
    ),
    "body-between": (
        "It was former Orrin Mayor Ines Varga.",
        [("former Orrin Mayor", "Ines Varga", "former mayor, orrin")],
    ),
    "hyphen": (
        "The ex-FBA director Jon Marr left.",
        [("ex-FBA director", "Jon Marr", "former director, fba")],
    ),
    "elect": ("It was President-elect Una Falk.", [("President-elect", "Una Falk", "incoming president")]),
    "owner": (
        "It was former President Una Falk's chief of staff, Ivo Brandt.",
        [
            ("former President", "Una Falk", "former president"),
            ("chief of staff", "Ivo Brandt", "chief of staff, falk"),
        ],
    ),
    "apposition": (
        "Ada Quill, the Orrin County district attorney, left.",
        [("district attorney", "Ada Quill", "district attorney, orrin county")],
    ),
    "age-between": (
        "Mona Cowlan, 43, president and chief executive of Tolme Bank, left.",
        [
            ("president", "Mona Cowlan", "president"),
            ("chief executive", "Mona Cowlan", "chief executive, tolme bank"),
        ],
    ),
    "relative": (
        "Jon Marr, who is chief financial officer of Orrin Steel, spoke.",
        [("chief financial officer", "Jon Marr", "chief financial officer, orrin steel")],
    ),
    "then": (
        "It was Rolf Tamm, then an assistant district attorney, who called.",
        [("assistant district attorney", "Rolf Tamm", "then assistant district attorney")],
    ),
    "two-before": (
        "They met President and CEO Karl Dreyman.",
        [("President", "Karl Dreyman", "president"), ("CEO", "Karl Dreyman", "chief executive")],
    ),
    "inverted": ("The mayor of Orrin, Ivo Brandt, said so.", [("mayor", "Ivo Brandt", "mayor, orrin")]),
    "staff": (
        "It was led by Rolf Tamm, an inspector with the Orrin Fire Marshal's Office.",
        [("an inspector with the Orrin Fire Marshal's Office", "Rolf Tamm", "staff fire marshal, orrin")],
    ),
    "surname": (
        "Capt. Hal Roe called. Then Capt. Roe left.",
        [("Capt.", "Hal Roe", "captain"), ("Capt.", "Hal Roe", "captain")],
    ),
}
LEFT = {
    "no-name": "The mayor said that the chief executive had left.",
    "subject-behind": "After he met Jon Marr, the director of the port said no.",
    "other-behind": "After he met Jon Marr, the director of the port, Ada Quill, left.",
    "candidate": "Jon Marr, a candidate for governor, spoke.",
    "office": "They called Marr, but the mayor's office was shut.",
    "two-of-one-surname": "Jon Marr and Ada Marr came. Mayor Marr spoke.",
    "ordinary-word": "The firm scours major Internet pages. It is a private Orrin club.",
    "place": "In Orrin, the mayor said so.",
}


@pytest.mark.parametrize(("text", "expected"), HELD.values(), ids=HELD)
def test_an_office_is_read_with_its_person(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_is_nobody_s_office_is_left_alone(text):
    assert not told(text)


def test_places_are_true_to_the_text():
    text = " ".join(text for text, _ in HELD.values())
    mentions = read(text)
    assert mentions
    assert all(text[mention.start : mention.end] == mention.surface for mention in mentions)
