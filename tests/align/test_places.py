"""Places of two articles: which are two answers to one question, and that it is the same from both sides."""

import numpy as np
import pytest

from discrepancy.align import Reading
from discrepancy.align.worded.places import align_places
from discrepancy.compare import compare
from discrepancy.extract import extract_worded
from discrepancy.model import Article
from discrepancy.segment import segment

DEFAULT = 0.35


def read(text, likeness=0.9):
    """An article whose sentences all have one vector: their words alone tell them apart."""
    article = Article(text, "invented")
    sentences = segment(article)
    vector = np.array([likeness**0.5, (1 - likeness) ** 0.5], dtype=np.float32)
    nothing = np.zeros((0, 0), dtype=np.float32)
    return Reading(
        article,
        sentences,
        (),
        (),
        (),
        nothing,
        nothing,
        nothing,
        np.tile(vector, (len(sentences), 1)),
        worded=tuple(mention for mention in extract_worded(sentences) if mention.kind == "place"),
    )


def told(a, b, least=DEFAULT):
    """Pairs of places reported at the default confidence."""
    return [
        (match.best_a.surface, match.best_b.surface)
        for match in align_places(read(a), read(b))
        if match.probability >= least and compare(match.best_a, match.best_b, None, None)
    ]


ONE_PLACE = {
    "direction": (
        "A bomb killed two shepherds south of Tolme on Monday.",
        "Two shepherds were killed by a bomb north of Tolme, police said.",
        [("south of Tolme", "north of Tolme")],
    ),
    "where-a-town-lies": (
        "The quake shook Jessop, 40 miles south of Tolme.",
        "Houses fell in Jessop, a town 40 miles north of Tolme.",
        [("south of Tolme", "north of Tolme")],
    ),
    "city-of-the-north": (
        "It rained on the northern city of Tolme.",
        "Rain fell in the southern city of Tolme.",
        [("the northern city of Tolme", "the southern city of Tolme")],
    ),
    "address": (
        "Fire destroyed a warehouse at 24 Harbor Street early Monday.",
        "Fire broke out early Monday in a warehouse at 42 Harbor Street.",
        [("24 Harbor Street", "42 Harbor Street")],
    ),
    "building": (
        "The guests had met at the Orrin Hotel when the roof fell in.",
        "The roof of the Orrin office building fell in while guests met.",
        [("Orrin Hotel", "Orrin office building")],
    ),
    "mission": (
        "A mob burned the Vellmarian consulate. Vellmarian diplomats had left.",
        "A mob burned the Vellmarian embassy, but the Vellmarian envoy had left.",
        [("Vellmarian consulate", "Vellmarian embassy")],
    ),
    "home-told-once": (
        "Ada Quill, of Hesk, Ohio, was charged with theft.",
        "A court charged Ada Quill, of Hesk, Iowa, with theft.",
        [("Hesk, Ohio", "Hesk, Iowa")],
    ),
    "seat": (
        "Sen. Ada Quill (D-Ohio) voted against the bill.",
        "Iowa Sen. Ada Quill was against it.",
        [("Ohio", "Iowa")],
    ),
}
TWO_PLACES = {
    "other-events": (
        "Rebels took three villages south of Tolme.",
        "Jets bombed a supply route north of Tolme overnight.",
    ),
    "others-arrested": (
        "The goalkeeper Marek Voss was arrested on Route 52 on suspicion of drunken driving.",
        "Driving home, Ivo Brandt was arrested on Route 94 on suspicion of being drunk.",
    ),
    "both-say-one": (
        "A bomb killed two shepherds south of Tolme on Monday.",
        "Two shepherds were killed by a bomb north of Tolme, police said. A bomb fell south of Tolme.",
    ),
    "both-say-nearly-one": (
        "A bomb killed two shepherds northeast of Tolme on Monday.",
        "Two shepherds were killed by a bomb south of Tolme. The bomb fell east of Tolme.",
    ),
    "buildings-of-a-town": (
        "The guests had met at the Hesk Hotel when the roof fell in. Hesk was dark.",
        "The roof of the Hesk hospital fell in while guests met, people in Hesk said.",
    ),
    "unlike-people": ("Sen. Ada Quill (D-Ohio) voted.", "Sen. Orla Quill (D-Iowa) voted."),
}


@pytest.mark.parametrize("case", ONE_PLACE, ids=str)
def test_two_tellings_of_one_place_are_matched(case):
    a, b, expected = ONE_PLACE[case]
    assert told(a, b) == expected
    assert told(b, a) == [(there, here) for here, there in expected]


@pytest.mark.parametrize("case", TWO_PLACES, ids=str)
def test_two_places_are_no_conflict(case):
    a, b = TWO_PLACES[case]
    assert told(a, b) == told(b, a) == []


@pytest.mark.parametrize("case", ONE_PLACE, ids=str)
def test_an_article_never_conflicts_with_itself(case):
    for text in ONE_PLACE[case][:2]:
        assert align_places(read(text), read(text)) == ()


def test_alike_sentences_make_it_surer():
    a, b, _ = ONE_PLACE["direction"]
    (far,) = align_places(read(a, 1.0), read(b, 0.99))
    (near,) = align_places(read(a, 1.0), read(b, 1.0))
    assert far.probability < near.probability < 1.0


def test_a_match_holds_every_mention_of_its_places():
    a, b, _ = ONE_PLACE["direction"]
    (match,) = align_places(read(a + " The shepherds were south of Tolme."), read(b))
    assert [mention.surface for mention in match.a.mentions] == ["south of Tolme"] * 2


def test_where_a_thing_with_a_name_lies_does_not_hang_on_the_sentence():
    a, b, _ = ONE_PLACE["where-a-town-lies"]
    (match,) = align_places(read(a, 1.0), read(b, 0.0))
    assert match.probability >= DEFAULT
    a, b, _ = ONE_PLACE["direction"]
    assert align_places(read(a, 1.0), read(b, 0.0)) == ()


def test_inside_and_outside_are_less_sure_than_two_directions():
    turned = "The bus stood south of Tolme.", "The bus stood north of Tolme."
    mere = "The bus stood inside Tolme.", "The bus stood outside Tolme."
    surer, less = (align_places(*map(read, pair))[0].probability for pair in (turned, mere))
    assert less < surer
