"""Quotes: the cases of the fixture, and quotes that run over sentences and paragraphs."""

from __future__ import annotations

from typing import Any

import pytest
from mention_cases import check, load

from discrepancy.extract import quotes
from discrepancy.model import Article, Sentence


@pytest.mark.parametrize("case", load("quotes"))
def test_finds_what_the_case_expects(case: dict[str, Any]) -> None:
    check(quotes.find, case)


def find_in(text: str, sentence: str) -> list[tuple[str, str | None]]:
    start = text.index(sentence)
    article = Article(text=text, id="case")
    found = quotes.find(Sentence(start, start + len(sentence), sentence, 0), article)
    return [(mention.surface, mention.attribution) for mention in found]


def test_each_sentence_of_a_longer_quote_holds_its_part() -> None:
    text = "“The wall held,” Ruiz said. “It was built to last. Nobody left the town.”"
    assert find_in(text, "“It was built to last.") == [("It was built to last.", "Ruiz")]
    assert find_in(text, "Nobody left the town.”") == [("Nobody left the town.", "Ruiz")]


def test_a_quote_may_run_over_lines() -> None:
    text = 'Ruiz said: "The wall held all night.\nNobody left the town." The mayor smiled.'
    assert find_in(text, 'Nobody left the town."') == [("Nobody left the town.", "Ruiz")]
    assert find_in(text, "The mayor smiled.") == []


def test_words_are_compared_without_case_marks_and_curls() -> None:
    assert quotes.normalise("It’s — well… a MESS, isn't it?") == "it's well a mess isn't it"
