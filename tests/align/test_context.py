"""What stands around a mention: the masked sentence, the spans in it, and the words and names near it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.align.context import (
    COMPARED_WORDS,
    NEAR_WORDS,
    WIDE_WORDS,
    describe,
    find_value,
    mask_values,
    stem,
)
from discrepancy.extract import extract_values
from discrepancy.model import Article, Mention, Sentence, When, Words
from discrepancy.segment import segment
from discrepancy.words import find_proper_words, fold

MASK = "[MASK]"
FERRY = """Ferry runs aground off Skerry Point

The ferry Lunaria carried at least 212 passengers and 14 crew, the coast guard said on Tuesday. \
A tug freed the vessel after a nine-hour struggle, Captain Ines Varga said.

"We never felt in real danger at any moment," Varga told reporters on the quay at Port Ellery. \
The Lunaria's owner expects repairs to cost about $3.5 million."""


def contexts_of(text):
    article = Article(text, "ferry")
    sentences = segment(article)
    mentions = extract_values(article, sentences)
    return dict(
        zip((mention.surface for mention in mentions), describe(sentences, mentions, MASK), strict=True)
    )


@pytest.fixture(scope="module")
def ferry():
    return contexts_of(FERRY)


def cut(context):
    """The three spans as words: the mask, the near words, the clause."""
    return [context.masked[start:end] for start, end in context.spans]


def test_every_value_of_a_sentence_is_masked_and_its_nouns_are_left(ferry):
    masked = "The ferry Lunaria carried [MASK] passengers and [MASK] crew, the coast guard said on [MASK]."
    for surface in ("at least 212 passengers", "14 crew", "Tuesday"):
        assert ferry[surface].masked == masked
        assert cut(ferry[surface])[0] == MASK


def test_a_quote_keeps_its_words(ferry):
    quote = ferry["We never felt in real danger at any moment"]
    assert "We never felt in real danger" in quote.masked
    assert MASK not in quote.masked
    assert cut(quote)[0] == "We never felt in real danger at any moment"


def test_the_spans_widen_from_mask_to_near_words_and_stop_at_the_clause(ferry):
    assert cut(ferry["14 crew"])[1] == "Lunaria carried [MASK] passengers and [MASK] crew, the coast guard"
    assert cut(ferry["Tuesday"])[2].strip() == "the coast guard said on [MASK]."
    assert cut(ferry["nine-hour"])[2] == "A tug freed the vessel after a [MASK]-hour struggle"


def test_content_words_come_nearest_first_as_stems_at_their_places(ferry):
    context = ferry["nine-hour"]
    assert [word for word, _ in context.words[:4]] == ["hour", "struggl", "vessel", "captain"]
    for word, (start, end) in context.words:
        assert stem(fold(context.masked[start:end])) == word
    assert context.near < context.wide <= context.stems
    assert "the" not in context.stems


def test_names_are_the_words_with_a_capital_inside_a_sentence(ferry):
    assert ferry["nine-hour"].names == {"captain", "ines", "varga"}
    assert ferry["nine-hour"].clause_names == frozenset()
    assert ferry["about $3.5 million"].names == {"lunaria"}  # without its possessive


def test_position_runs_from_first_sentence_to_last(ferry):
    assert [ferry[surface].sentence for surface in ("14 crew", "nine-hour", "about $3.5 million")] == [
        1,
        2,
        4,
    ]
    assert [ferry[surface].position for surface in ("14 crew", "nine-hour", "about $3.5 million")] == [
        0.25,
        0.5,
        1,
    ]


def test_a_single_sentence_stands_at_the_start():
    (context,) = contexts_of("Roughly a dozen people waited.").values()
    assert context.position == 0.0


def test_windows_count_words_on_either_side():
    before = " ".join(f"x{letter}" for letter in "jihgfedcba")
    after = " ".join(f"q{letter}" for letter in "abcdefghij")
    text = f"{before} Tuesday {after}."
    (context,) = contexts_of(text).values()
    assert len(context.near) == 2 * NEAR_WORDS
    assert len(context.wide) == 2 * WIDE_WORDS
    assert len(context.stems) == 20
    assert len(context.words) == COMPARED_WORDS
    assert context.masked[slice(*context.spans[1])] == "xd xc xb xa [MASK] qa qb qc qd"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (
            "The two-year study cost between 20 and 30 million euros.",
            "The [MASK]-year study cost [MASK] euros.",
        ),
        ("It is the second-largest dam.", "It is the [MASK]-largest dam."),
        ("Roughly a dozen people waited.", "[MASK] people waited."),
        ("At least 40 of the villagers fled.", "[MASK] villagers fled."),
    ],
)
def test_hedge_and_number_go_and_what_is_counted_stays(text, masked):
    assert {context.masked for context in contexts_of(text).values()} == {masked}


def test_a_date_is_nothing_but_value():
    sentence = Sentence(10, 40, "They met on 10 July near Orrin", 0)
    date = Mention("date", "10 July", 22, 29, When(month=7, day=10), sentence)
    assert find_value(date) == (12, 19)


def test_a_value_inside_a_quote_is_masked_and_the_quote_still_covers_it():
    text = '"We lost 40 boats that night," she said.'
    sentence = Sentence(0, len(text), text, 0)
    quote = Mention("quote", text[1:28], 1, 28, Words(text[1:28]), sentence)
    masked, (count, whole) = mask_values([date_at(sentence, "40"), quote], MASK)
    assert masked == '"We lost [MASK] boats that night," she said.'
    assert masked[slice(*count)] == MASK
    assert masked[slice(*whole)] == "We lost [MASK] boats that night"


def date_at(sentence, surface):
    at = sentence.start + sentence.text.index(surface)
    return Mention("date", surface, at, at + len(surface), When(), sentence)


@given(
    st.lists(st.text("abc ,.", max_size=6), min_size=2, max_size=6),
    st.lists(st.text("0123456789", min_size=1, max_size=9), min_size=5, max_size=5),
    st.integers(0, 500),
)
def test_unmasking_gives_the_sentence_back(gaps, values, offset):
    """Masks stand in the places of the values, in order, and nothing else has moved."""
    values = values[: len(gaps) - 1]
    text = "".join(part for pair in zip(gaps, [*values, ""], strict=False) for part in pair)
    sentence = Sentence(offset, offset + len(text), text, 0)
    mentions, at = [], offset
    for gap, value in zip(gaps, values, strict=False):
        at += len(gap)
        mentions.append(Mention("date", value, at, at + len(value), When(), sentence))
        at += len(value)
    masked, holes = mask_values(mentions, MASK)
    assert [masked[start:end] for start, end in holes] == [MASK] * len(values)
    assert masked.replace(MASK, "{}").format(*values) == text


def sentences(*texts, role="body"):
    return [Sentence(at * 1000, at * 1000 + len(text), text, at, role) for at, text in enumerate(texts)]


def test_proper_words_are_more_often_capital_than_not_and_headlines_say_nothing():
    told = sentences("The mayor met Orla Quist.", "A mayor and a Mayor spoke.", "Quist left.")
    assert find_proper_words(told) == {"orla", "quist"}
    assert find_proper_words(sentences("Mayor Meets Orla Quist", role="headline")) == frozenset()


def test_the_first_word_of_a_sentence_is_no_evidence_of_a_name():
    assert find_proper_words(sentences("Rescuers came.", "Rescuers left.")) == frozenset()


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Varga's", "varga"), ("Varga’s", "varga"), ("Owners'", "owners"), ("STRASSE", "strasse"), ("it", "it")],
)
def test_folding_takes_case_and_possessive_away(word, folded):
    assert fold(word) == folded


@given(st.text(max_size=20))
def test_either_apostrophe_and_a_possessive_fold_alike(word):
    assert fold(word + "’s") == fold(word + "'s") == fold(word + "'S")


def test_no_mentions_have_no_contexts():
    assert describe(segment(Article("Nothing happened here.", "x")), (), MASK) == ()


@pytest.mark.parametrize(
    ("text", "surface", "owner"),
    [
        ("The skipper, Ines Varga, 51, waved.", "51", {"ines", "varga"}),
        ("On the quay the 51-year-old Ines Varga waved to Tomas Lund.", "51-year-old", {"ines", "varga"}),
        ("Ines Varga waved to Tomas Lund, 27, from the bridge.", "27", {"tomas", "lund"}),
        ("They waved for 40 minutes.", "40 minutes", set()),
    ],
)
def test_the_owner_is_the_nearest_name_with_all_its_words(text, surface, owner):
    names = "We met Ines Varga and Tomas Lund. We saw Ines Varga and Tomas Lund."
    assert contexts_of(f"{names} {text}")[surface].owner == owner


def test_a_name_too_far_away_owns_nothing():
    text = "We met Ines Varga. Then a b c d e f g h i j k l m n the crossing took 40 minutes."
    assert contexts_of(text)["40 minutes"].owner == set()
