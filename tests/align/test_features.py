"""Evidence for every pair of mentions: its shape, its range, and that no article comes first."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.align.features import FEATURES, pair_features

HARBOUR = """A fire at the Brenning shipyard killed three workers and hurt 17 people on Monday, police said.
The blaze broke out at 4:30 p.m. in a hall of 2,000 square metres. Mayor Ilse Tornquist spoke of losses of
about $4 million. "Whoever was inside that hall had no time at all," the mayor told reporters."""
QUAY = """Four workers died and 17 people were injured in Monday's fire at the Brenning yard, according to
the fire service. Damage was put at $6 million by Mayor Tornquist. It was the second fire in two years."""
# Averages of cosines and covers of one sentence by another are at most one in size; so are shares and flags.
SIGNED = {name for name in FEATURES if "cosine" in name or "margin" in name or "alignment" in name}
SIGNED |= {"less_covered", "more_covered"}
FLAGS = {
    "noun_match",
    "noun_clash",
    "clause_name_clash",
    "owner_match",
    "owner_clash",
    "apposed_match",
    "apposed_clash",
    "previous_match",
    "next_match",
    "frame_match",
    "attribution_match",
    "attribution_clash",
    "same_role",
}
SENTENCES = st.sampled_from(
    [
        "A fire at the Brenning shipyard killed three workers on Monday.",
        "Police said 17 people were hurt.",
        "The hall measured 2,000 square metres.",
        "Calm returned.",
        "It was the second fire in two years.",
    ]
)


@pytest.fixture(scope="module")
def pair(read):
    return read(HARBOUR), read(QUAY)


def column(features, name):
    return features[..., FEATURES.index(name)]


def at(reading, surface):
    return [mention.surface for mention in reading.mentions].index(surface)


def test_one_number_a_feature_for_every_pair(pair):
    left, right = pair
    features = pair_features(left, right)
    assert features.shape == (len(left.mentions), len(right.mentions), len(FEATURES))
    assert features.dtype == np.float32
    assert len(set(FEATURES)) == len(FEATURES)


def test_exchanging_the_articles_transposes(pair):
    left, right = pair
    there, back = pair_features(left, right), pair_features(right, left)
    np.testing.assert_allclose(there, back.transpose(1, 0, 2), atol=2e-5)


@settings(max_examples=40)
@given(st.lists(SENTENCES, max_size=4), st.lists(SENTENCES, max_size=4))
def test_exchange_and_ranges_hold_for_any_pair_of_texts(read, one, other):
    left, right = read(" ".join(one)), read(" ".join(other))
    there, back = pair_features(left, right), pair_features(right, left)
    assert np.isfinite(there).all()
    np.testing.assert_allclose(there, back.transpose(1, 0, 2), atol=2e-5)
    for name in FEATURES:
        limit = 2.0 if "margin" in name else 1.0
        values = column(there, name)
        assert (values <= limit + 1e-4).all(), name
        assert (values >= (-limit if name in SIGNED else 0.0) - 1e-4).all(), name
        if name in FLAGS:
            assert np.isin(values, (0.0, 1.0)).all(), name


@pytest.mark.parametrize("empty", [0, 1])
def test_an_article_without_mentions_has_no_pairs(read, empty):
    texts = ["Calm returned.", HARBOUR]
    features = pair_features(read(texts[empty]), read(texts[1 - empty]))
    assert features.size == 0
    assert features.shape[2] == len(FEATURES)


def test_nouns_match_clash_or_say_nothing(pair):
    left, right = pair
    features = pair_features(left, right)
    hurt, workers = at(left, "17 people"), at(left, "three workers")
    assert column(features, "noun_match")[hurt, at(right, "17 people")] == 1
    assert column(features, "noun_match")[workers, at(right, "17 people")] == 0
    assert column(features, "noun_clash")[workers, at(right, "17 people")] == 1
    assert column(features, "noun_clash")[at(left, "Monday"), at(right, "17 people")] == 0
    assert column(features, "noun_cosine")[hurt, at(right, "17 people")] == pytest.approx(1, abs=1e-5)


def test_an_article_against_itself_fits_itself_best(read):
    reading = read(HARBOUR)
    features = pair_features(reading, reading)
    for name, field in (("sentence_overlap", "stems"), ("wide_overlap", "wide"), ("name_overlap", "names")):
        words = [float(bool(getattr(context, field))) for context in reading.contexts]
        assert 1.0 in words
        assert np.diagonal(column(features, name)) == pytest.approx(words, abs=1e-4), name
    cosines = column(features, "near_cosine")
    assert np.diagonal(cosines) == pytest.approx(np.ones(len(cosines)), abs=1e-4)
    assert np.diagonal(column(features, "position_gap")).tolist() == [0.0] * len(reading.mentions)


def test_two_spellings_of_a_name_are_one_name(read):
    left = read("The envoy, Pavel Zoransky, stayed for 40 minutes.")
    near, far = (
        read(f"The envoy, Pavel {name}, stayed for 50 minutes.") for name in ("Zoranskiy", "Quillby")
    )
    same, other = (column(pair_features(left, right), "name_overlap").item() for right in (near, far))
    assert same == pytest.approx(1, abs=1e-5)
    assert 0 < other < 0.9


def test_clauses_about_different_people_clash(read):
    left = read("As crowds watched, Orla Quist ran for 40 minutes.")
    same = read("In the rain, Orla Quist ran for 50 minutes.")
    other = read("In the rain, Timo Brandl ran for 50 minutes.")
    clashes = [column(pair_features(left, right), "clause_name_clash").item() for right in (same, other)]
    assert clashes == [0.0, 1.0]


def test_who_says_so_matches_or_clashes(read):
    left = read("A quake killed 40 people, the governor said.")
    said = {
        speaker: pair_features(left, read(f"A quake killed 50 people, {speaker} said."))
        for speaker in ("the governor", "a coroner")
    }
    named = {
        speaker: (column(table, "attribution_match").item(), column(table, "attribution_clash").item())
        for speaker, table in said.items()
    }
    assert named == {"the governor": (1.0, 0.0), "a coroner": (0.0, 1.0)}
    unsaid = pair_features(left, read("A quake killed 50 people."))
    assert column(unsaid, "attribution_match").item() == column(unsaid, "attribution_clash").item() == 0


def test_the_value_itself_leaves_no_trace(read):
    """What is learnt from must not see the value: another number gives the same evidence."""
    left = read("The envoy stayed in Talvik for 40 minutes.")
    tables = [
        pair_features(left, read(f"The envoy left Talvik after {number} minutes."))
        for number in ("40", "50", "ninety", "1,200")
    ]
    for table in tables[1:]:
        np.testing.assert_allclose(table, tables[0], atol=1e-6)


def test_two_owners_match_or_clash_or_say_nothing(read):
    left = read("They met Orla Quist. The winner, Orla Quist, 31, smiled.")
    told = {
        name: pair_features(left, read(f"They met {name}. There was the winner, {name}, 34, at noon."))
        for name in ("Orla Quist", "Timo Brandl", "nobody")
    }
    age = left.mentions[0]
    assert age.surface == "31"
    flags = {
        name: (column(table, "owner_match")[0, 0], column(table, "owner_clash")[0, 0])
        for name, table in told.items()
    }
    assert flags == {"Orla Quist": (1.0, 0.0), "Timo Brandl": (0.0, 1.0), "nobody": (0.0, 0.0)}


def test_names_that_values_stand_beside_match_or_clash(read):
    left = read("The winner, Orla Quist, 31, thanked Timo Brandl.")
    told = [
        pair_features(left, read(text))[
            :, :, [FEATURES.index("apposed_match"), FEATURES.index("apposed_clash")]
        ]
        for text in (
            "The 34-year-old Quist smiled.",
            "Timo Brandl, 34, met Orla Quist.",
            "She is 34 years old.",
        )
    ]
    assert [table[0, 0].tolist() for table in told] == [[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]]


def test_the_words_next_to_two_values_match_side_by_side(read):
    left = read("The blast injured 40 people on the pier.")
    right = read("Doctors said the blast had injured 50 villagers.")
    table = pair_features(left, right)
    assert column(table, "previous_match").item() == 1.0
    assert column(table, "next_match").item() == 0.0
