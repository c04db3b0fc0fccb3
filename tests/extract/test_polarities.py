"""Negated verb groups: which are read, with which verb, and what only looks like one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.extract.worded import polarities
from discrepancy.model import Article, Sentence
from discrepancy.segment import segment


def read(text):
    return [(mention.surface, mention.noun) for mention in polarities.find(segment(Article(text, "x")))]


NEGATED = {
    "Orla Quist did not sign it.": ("did not sign", "sign"),
    "Orla Quist didn’t sign it.": ("didn’t sign", "sign"),
    "The victims have not yet been formally identified.": (
        "have not yet been formally identified",
        "identified",
    ),
    "The ferry has never sunk.": ("has never sunk", "sunk"),
    "She never entered the hall.": ("never entered", "entered"),
    "No one immediately claimed it.": ("No one immediately claimed", "claimed"),
    "No group has claimed it.": ("No group has claimed", "claimed"),
    "None of the ministers had resigned.": ("None of the ministers had resigned", "resigned"),
    "Nobody paid the ransom.": ("Nobody paid", "paid"),
    "No arrests have been made.": ("No arrests have been made", "arrest"),
    "The court has yet to rule on it.": ("yet to rule", "rule"),
    "The union refused to accept the offer.": ("refused to accept", "accept"),
    "They refused to comply.": ("refused to comply", "comply"),
    "Ivo Brandt pleaded not guilty.": ("pleaded not guilty", "plead guilty"),
    "He was found not guilty.": ("found not guilty", "find guilty"),
    "The crew was unharmed.": ("unharmed", "harm"),
    "The driver was not wearing a belt.": ("was not wearing", "wearing"),
}
NOT_NEGATED = (
    "Orla Quist signed it, not without doubts.",
    "Not only the mayor signed it.",
    "The mayor will not sign it.",
    "Nobody should be thrown out.",
    "There is no contract.",
    "He was not a minister.",
    "It is one of the gravest challenges yet to the union's rule.",
    "The united council signed it.",
)


@pytest.mark.parametrize("text", NEGATED)
def test_reads_a_negated_group_with_its_verb(text):
    assert read(text) == [NEGATED[text]]


@pytest.mark.parametrize("text", NOT_NEGATED)
def test_leaves_what_negates_no_deed(text):
    assert read(text) == []


def test_says_who_says_so():
    (mention,) = polarities.find(segment(Article("The mayor did not sign it, the harbour master said.", "x")))
    assert (mention.attribution, mention.frame) == ("the harbour master", "not")


PIECES = (
    "not|n't|never|no|No one|none of|did|has|been|yet to|signed|ly|guilty|pleaded|unharmed|.|, |“|\n|é|one|s"
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=25).map(" ".join))
def test_no_text_breaks_it_and_spans_are_exact(text):
    for mention in polarities.find([Sentence(0, len(text), text, 0)]):
        assert mention.surface == text[mention.start : mention.end] != ""
        assert "\n" not in mention.surface
