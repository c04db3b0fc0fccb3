"""Names: the cases of the fixture, and what only the rest of the article can tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mention_cases import check, load

from discrepancy.extract import extract_names
from discrepancy.extract.worded import names
from discrepancy.model import Article, Mention, Sentence
from discrepancy.segment import segment


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Names of the case's text, segmented: whether a word opens a sentence counts."""
    return names.find(segment(article) if article.id == "case" else [sentence])


def names_in(text: str) -> list[str]:
    return [mention.surface for mention in extract_names(segment(Article(text, "invented")))]


@pytest.mark.parametrize("case", load("names"))
def test_finds_what_the_case_expects(case: dict[str, Any]) -> None:
    check(find, case)


def test_a_word_that_opens_a_sentence_is_a_name_where_the_article_says_so_elsewhere() -> None:
    assert names_in("Tolme slept. The ferry sank.") == []
    assert names_in("Tolme slept. The ferry left Tolme.") == ["Tolme", "Tolme"]


def test_a_headline_tells_no_names() -> None:
    assert names_in("Mayor Meets Orla Quist\n\nThe two spoke, and Quist left.") == ["Quist"]


PIECES = "Orla|Quist|al-|de|of|the|Prime|Minister|J.|’s|“|.|, |Tuesday|SANA|é|'|-|\n|Of State|A.B."


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=25).map(" ".join))
def test_no_text_breaks_it_and_spans_are_exact(text: str) -> None:
    for mention in extract_names([Sentence(0, len(text), text, 0)]):
        assert mention.surface == text[mention.start : mention.end]
        assert mention.surface[0].isalpha()
        assert mention.surface == mention.surface.strip()
