"""Mentions of one article that state one fact: said again, or given by another source."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.align import describe, group_facts
from discrepancy.compare import compare
from discrepancy.extract import extract_values
from discrepancy.model import Article
from discrepancy.segment import segment


def facts_of(text):
    article = Article(text, "invented")
    sentences = segment(article)
    mentions = extract_values(article, sentences)
    grouped = group_facts(
        mentions, describe(sentences, mentions, "[MASK]"), partial(compare, day_a=None, day_b=None)
    )
    return [[mentions[at].surface for at in fact] for fact in grouped]


def test_one_value_of_one_noun_in_two_sentences_is_one_fact():
    text = "The fire took 31 homes. The council spoke of 31 homes. Some 31 officers helped."
    assert facts_of(text) == [["31 homes", "31 homes"], ["Some 31 officers"]]


def test_singular_and_plural_are_one_noun():
    assert facts_of("The hall holds 31 guests. It has a 31-guest limit.") == [["31 guests", "31-guest"]]


def test_within_a_sentence_nothing_is_said_again():
    assert facts_of("The hall holds 31 guests and 31 guests stood outside.") == [["31 guests"], ["31 guests"]]


def test_equal_numbers_of_different_things_stay_apart():
    text = "The hall holds 31 guests. The tower has 31 floors. The bridge cost $31 million."
    assert facts_of(text) == [["31 guests"], ["31 floors"], ["$31 million"]]


def test_equal_values_without_a_shared_noun_need_a_shared_word():
    assert facts_of("Divers searched the wreck on Tuesday. The wreck sank again on Tuesday.") == [
        ["Tuesday", "Tuesday"]
    ]
    assert facts_of("Divers searched the wreck on Tuesday. Prices rose abroad on Tuesday.") == [
        ["Tuesday"],
        ["Tuesday"],
    ]


TWO_SOURCES = "The tremor near Talvik killed 12 people, the mayor said. Roads were shut. {}"


def test_two_sources_with_two_values_of_one_thing_are_one_fact():
    text = TWO_SOURCES.format("The tremor near Talvik killed 15 people, the governor said.")
    assert facts_of(text) == [["12 people", "15 people"]]


@pytest.mark.parametrize(
    "other",
    [
        "The tremor near Talvik killed 15 people, the mayor said.",  # the same source
        "The tremor near Talvik killed 15 people.",  # no source
        "The tremor near Talvik killed 15 horses, the governor said.",  # another thing
        "A bus crash abroad hurt 15 people, the governor said.",  # another occasion
    ],
)
def test_without_a_second_source_of_the_same_thing_two_values_are_two_facts(other):
    assert len(facts_of(TWO_SOURCES.format(other))) == 2


def test_a_value_said_a_third_time_joins_the_first():
    text = "The fire took 31 homes. The council spoke of 31 homes. A map shows 31 homes."
    assert facts_of(text) == [["31 homes"] * 3]


@given(st.lists(st.sampled_from(["31 homes", "12 homes", "53 boats", "Tuesday"]), max_size=8))
def test_every_mention_is_in_one_fact_and_facts_come_in_order(values):
    text = " ".join(f"The council spoke of {value}." for value in values)
    article = Article(text, "invented")
    sentences = segment(article)
    mentions = extract_values(article, sentences)
    grouped = group_facts(
        mentions, describe(sentences, mentions, "[MASK]"), partial(compare, day_a=None, day_b=None)
    )
    assert sorted(at for fact in grouped for at in fact) == list(range(len(mentions)))
    assert [fact[0] for fact in grouped] == sorted(fact[0] for fact in grouped)
    assert all(list(fact) == sorted(fact) for fact in grouped)
    assert len(grouped) == len(set(values))
