"""Two spellings of one name: what is matched, what is told apart, and that it is the same from both sides."""

import pytest

from discrepancy.align import align_names, read_names
from discrepancy.compare import compare
from discrepancy.extract import extract_names
from discrepancy.model import Article
from discrepancy.segment import segment

DEFAULT = 0.35


def read(text):
    article = Article(text, "invented")
    return read_names(article, extract_names(segment(article)))


def told(a, b, least=DEFAULT):
    """Pairs of spellings reported at the default confidence."""
    return [
        (match.best_a.surface, match.best_b.surface)
        for match in align_names(read(a), read(b))
        if match.probability >= least
    ]


ONE_NAME = {
    "typo-with-first-name": (
        "The captain, Duncan Strait, told the court of Orrin that he slept.",
        "The court heard the captain, Duncan Straite, who said that he slept.",
        [("Duncan Strait", "Duncan Straite")],
    ),
    "letters-exchanged": (
        "Fans of Marek Kolvitsch waited at the gate of the arena in Tolme.",
        "At the gate of the arena in Tolme the fans waited for Kolvistch.",
        [("Marek Kolvitsch", "Kolvistch")],
    ),
    "transcription": (
        "Shells fell on the village of Tel Shaykhan, monitors in Orrin said.",
        "Shells fell on the village of Tel Sheikhan, a monitor in Orrin said.",
        [("Tel Shaykhan", "Tel Sheikhan")],
    ),
    "two-words-of-one-name": (
        "The governor, Heydar Alishbandi, spoke on the radio in Orrin.",
        "On the radio in Orrin the governor, Heidar Alishvandi, spoke.",
        [("Heydar Alishbandi", "Heidar Alishvandi")],
    ),
    "one-article-has-both": (
        "The banker, Mona Cowlan, left Tolme. The board thanked Cowlen.",
        "The board of the bank in Tolme thanked the banker, Mona Cowlan.",
        [("Cowlen", "Mona Cowlan")],
    ),
}
TWO_NAMES = {
    "demonym": ("They fled from Vellmaria by night.", "They fled by night with the Vellmarians, he said."),
    "possessive": ("It belongs to Tolme alone.", "It was Tolme's alone."),
    "club": ("They played against the Angel at home.", "They played against the Angels at home."),
    "irregular": ("A ship came from France.", "A ship that was French came."),
    "other-first-names": (
        "Among the guests in Orrin was Joan Feltham, a singer.",
        "Among the guests in Orrin was John Dreyman, a singer.",
    ),
    "both-known": (
        "The twins Karl Brandt and Ivo Brandt met Arne Brandl in Tolme.",
        "The twins Karl Brandt and Ivo Brandt met Arne Brandl in Tolme, too.",
    ),
    "house-style": ("The speaker was Volodar Zelinskyy.", "The speaker was Volodar Zelinskiy."),
    "british": (
        "It is a matter for the Orrin Defence Centre.",
        "It is a matter for the Orrin Defense Center.",
    ),
    "acronyms": ("It was told by TANA, the agency.", "It was told by TASA, the agency."),
    "accents": ("The winner is Zoë Müllar.", "The winner is Zoe Mullar."),
    "hyphens": ("The winner is Sami al-Tarif.", "The winner is Sami Al Tarif."),
}


@pytest.mark.parametrize("case", ONE_NAME)
def test_one_name_in_two_spellings_is_matched(case):
    a, b, expected = ONE_NAME[case]
    assert told(a, b) == expected
    assert told(b, a) == [(there, here) for here, there in expected]


@pytest.mark.parametrize("case", TWO_NAMES)
def test_two_names_and_two_forms_are_told_apart(case):
    a, b = TWO_NAMES[case]
    assert told(a, b) == []


def test_an_article_agrees_with_itself():
    for a, b, _ in ONE_NAME.values():
        assert align_names(read(a), read(a)) == align_names(read(b), read(b)) == ()


def test_places_that_name_it_again_are_one_fact():
    a = "The captain, Duncan Strait, slept. A sailor woke Strait. It was too late for Strait."
    b = "The captain, Duncan Straite, slept. A sailor woke Straite."
    (match,) = align_names(read(a), read(b))
    assert [len(match.a.mentions), len(match.b.mentions)] == [3, 2]


def test_evidence_counts():
    """The same first name and the same words around it make one name likelier."""
    (bare,) = align_names(read("The sea took Strait."), read("A song was sung by Straite."))
    (named,) = align_names(
        read("The sea took the captain, Duncan Strait."), read("The sea took the captain, Duncan Straite.")
    )
    assert named.probability > bare.probability


@pytest.mark.parametrize("case", ONE_NAME)
def test_what_is_matched_compares_as_soft_and_names_both_spellings(case):
    a, b, _ = ONE_NAME[case]
    for match in align_names(read(a), read(b)):
        verdict = compare(match.best_a, match.best_b, None, None)
        assert verdict.severity == "soft"
        assert verdict.explanation.startswith("spelled ")
