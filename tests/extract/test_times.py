"""Times of day: the cases of the fixture, and both clocks against each other."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mention_cases import check, load, read

from discrepancy.extract import times
from discrepancy.model import Value


@pytest.mark.parametrize("case", load("times"))
def test_finds_what_the_case_expects(case: dict[str, Any]) -> None:
    check(times.find, case)


@given(minutes=st.integers(0, 1439))
def test_both_clocks_read_the_same(minutes: int) -> None:
    hour, minute = divmod(minutes, 60)
    half = "a.m." if hour < 12 else "p.m."
    [short] = read(times.find, f"It rang at {(hour - 1) % 12 + 1}:{minute:02} {half} sharp.")
    [long] = read(times.find, f"It rang at {hour:02}:{minute:02} sharp.")
    assert short.value == long.value == Value(minutes, minutes, times.UNIT)
