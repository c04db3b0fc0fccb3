"""Scores, votes and records: the cases of the fixture, and the order of the two numbers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mention_cases import check, load, read

from discrepancy.extract import heights, scores
from discrepancy.model import Value


@pytest.mark.parametrize("case", load("scores"))
def test_finds_what_the_case_expects(case: dict[str, Any]) -> None:
    check(scores.find, case)


@pytest.mark.parametrize("case", load("heights"))
def test_finds_the_heights_that_the_case_expects(case: dict[str, Any]) -> None:
    check(heights.find, case)


@given(a=st.integers(0, 199), b=st.integers(0, 199))
def test_the_smaller_number_is_low(a: int, b: int) -> None:
    found = read(scores.find, f"Rovers beat Albion {a}-{b}.")
    assert [mention.value for mention in found] in ([Value(min(a, b), max(a, b), scores.UNIT)], [])
    assert found or (a, b) in {(24, 7), (9, 11), (50, 50), (20, 20), (7, 11), (0, 0)}
