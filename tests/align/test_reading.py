"""What alignment knows of one article: its vectors are those of its masked sentences."""

import numpy as np
import pytest

from discrepancy.align import reading as reading_module
from discrepancy.align.context import COMPARED_WORDS
from discrepancy.align.reading import FIXED_SPANS

TEXT = """The ferry Lunaria carried 212 passengers and 14 crew on Tuesday.

Calm returned. "We never felt in real danger at any moment," Captain Ines Varga said."""


@pytest.fixture(scope="module")
def reading(read):
    return read(TEXT)


def test_one_row_a_mention_and_a_sentence(reading):
    mentions, width = len(reading.mentions), reading.sentence_vectors.shape[1]
    assert mentions == 4
    assert reading.mention_vectors.shape == (mentions, FIXED_SPANS, width)
    assert reading.word_vectors.shape == (mentions, COMPARED_WORDS, width)
    assert reading.noun_vectors.shape == (mentions, width)
    assert reading.sentence_vectors.shape == (len(reading.sentences), width)


def test_each_vector_is_that_of_its_span(reading, encoder):
    for row, context in enumerate(reading.contexts):
        spans = [*context.spans, *(span for _, span in context.words)]
        expected = encoder.encode_spans([context.masked], [spans])[0]
        np.testing.assert_array_equal(reading.mention_vectors[row], expected[:FIXED_SPANS])
        words = len(context.words)
        np.testing.assert_array_equal(reading.word_vectors[row, :words], expected[FIXED_SPANS:])
        assert not reading.word_vectors[row, words:].any()


def test_a_sentence_is_read_masked_where_it_has_values_and_as_it_is_where_not(reading, encoder):
    masked = {context.sentence: context.masked for context in reading.contexts}
    texts = [masked.get(at, sentence.text) for at, sentence in enumerate(reading.sentences)]
    assert "Calm returned." in texts
    np.testing.assert_array_equal(reading.sentence_vectors, encoder.encode(texts))


def test_a_noun_has_its_own_vector_and_none_has_zeros(reading, encoder):
    for mention, vector in zip(reading.mentions, reading.noun_vectors, strict=True):
        expected = encoder.encode([mention.noun])[0] if mention.noun else np.zeros_like(vector)
        np.testing.assert_array_equal(vector, expected)
    assert {mention.noun for mention in reading.mentions} >= {None, "passenger"}


def test_facts_hold_their_mentions_in_order(read):
    reading = read("The fire took 31 homes. Two boats sank. The council spoke of 31 homes.")
    assert [[mention.surface for mention in fact.mentions] for fact in reading.all_facts] == [
        ["31 homes", "31 homes"],
        ["Two boats"],
    ]
    assert reading.fact(1) == reading.all_facts[1]


@pytest.mark.parametrize("text", ["", " \n\n ", "Calm returned."])
def test_a_text_without_facts_is_read_all_the_same(read, text):
    reading = read(text)
    assert reading.mentions == reading.facts == reading.all_facts == ()
    assert len(reading.mention_vectors) == len(reading.word_vectors) == len(reading.noun_vectors) == 0
    assert len(reading.sentence_vectors) == len(reading.sentences)


def test_an_article_of_too_many_values_is_cut_with_a_warning(monkeypatch, read, caplog):
    monkeypatch.setattr(reading_module, "MOST_MENTIONS", 2)
    found = read("Fires took 31 homes. Then 29 homes. Then 27 homes.")
    assert [mention.surface for mention in found.mentions] == ["31 homes", "29 homes"]
    assert "states 3 values: only the first 2, up to character 34" in caplog.text


def test_an_article_of_just_enough_values_is_whole(monkeypatch, read, caplog):
    monkeypatch.setattr(reading_module, "MOST_MENTIONS", 3)
    assert len(read("Fires took 31 homes. Then 29 homes. Then 27 homes.").mentions) == 3
    assert not caplog.text
