"""Ordinals: the cases of the fixture, and words against digits."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mention_cases import check, load, read

from discrepancy import Article
from discrepancy.extract import ordinals, standings
from discrepancy.model import Value
from discrepancy.pipeline import extract


@pytest.mark.parametrize("case", load("ordinals"))
def test_finds_what_the_case_expects(case: dict[str, Any]) -> None:
    check(ordinals.find, case)


@pytest.mark.parametrize("case", load("standings"))
def test_finds_the_standings_that_the_case_expects(case: dict[str, Any]) -> None:
    check(standings.find, case)


@given(rank=st.integers(1, 99))
def test_ranks_in_words_and_digits_agree(rank: int) -> None:
    word = next(word for word, number in ordinals.RANKS.items() if number == rank)
    ending = "th" if rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    [spelled] = read(ordinals.find, f"It was the {word} summit.")
    [digits] = read(ordinals.find, f"It was the {rank}{ending} summit.")
    assert spelled.value == digits.value == Value(rank, rank)
    assert spelled.noun == digits.noun == "summit"


def test_standings_and_heights_are_part_of_the_extraction() -> None:
    text = "The Otters took the No. 3 seed. Guard Lena Marsh (6-1, 180 pounds) signed.\n"
    found = {(mention.kind, mention.surface) for mention in extract(Article(text, "otters"))}
    assert {("ordinal", "No. 3 seed"), ("measure", "6-1")} <= found
    assert not any(kind == "score" for kind, _ in found)
