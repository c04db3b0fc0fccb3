"""The numeral grammar by itself: values, hedges, ranges and signs, before units are looked at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.extract.numbers import find_numbers

ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@pytest.mark.parametrize(
    ("text", "surface", "low", "high", "bound"),
    [
        ("three days ago", "three", 3, 3, "="),
        ("about some 40 of them", "about some 40", 40, 40, "~"),
        ("well over 100 men", "well over 100", 100, 100, ">"),
        ("up to a hundred", "up to a hundred", 100, 100, "<="),
        ("from 20 to 30", "20 to 30", 20, 30, "="),
        ("between 20 and 30 men", "between 20 and 30", 20, 30, "="),
        ("three-to-four day", "three-to-four", 3, 4, "="),
        ("10-20 million", "10-20 million", 10e6, 20e6, "="),
        ("minus five degrees", "minus five", -5, -5, "="),
        ("it was -5 and", "-5", -5, -5, "="),
        ("four hundred million", "four hundred million", 4e8, 4e8, "="),
        ("4 hundred million", "4 hundred million", 4e8, 4e8, "="),
        ("tens of thousands", "tens of thousands", 20_000, 99_999, "="),
        ("5½ hours", "5½", 5.5, 5.5, "="),
        ("5 1/2 hours", "5 1/2", 5.5, 5.5, "="),
        (".001 per cent", ".001", 0.001, 0.001, "="),
        ("2 lakh crore", "2 lakh crore", 2e12, 2e12, "="),
        ("1,200,000.50", "1,200,000.50", 1_200_000.5, 1_200_000.5, "="),
    ],
)
def test_a_number_as_stated(text: str, surface: str, low: float, high: float, bound: str) -> None:
    [number] = find_numbers(text)
    assert (text[number.start : number.end], number.low, number.high, number.bound) == (
        surface,
        low,
        high,
        bound,
    )


@pytest.mark.parametrize(
    "text", ["F-16", "4:30", "the one-off", "12,5", "no numbers", "pre-2010", "hash #12", "1" * 30]
)
def test_digits_that_are_no_number(text: str) -> None:
    assert [number for number in find_numbers(text) if number.form == "digits"] == []


def test_a_change_is_two_numbers() -> None:
    assert [number.low for number in find_numbers("It rose from 20 to 30.")] == [20, 30]


@given(
    tens=st.integers(0, 7),
    ones=st.integers(0, 8),
    hundreds=st.integers(1, 9),
    joint=st.sampled_from([" and ", " "]),
)
def test_spelled_cardinals(tens: int, ones: int, hundreds: int, joint: str) -> None:
    text = f"{ONES[hundreds - 1]} hundred{joint}{TENS[tens]}-{ONES[ones]} thousand"
    [number] = find_numbers(text)
    assert number.low == (100 * hundreds + 10 * (tens + 2) + ones + 1) * 1000
    assert (number.start, number.end) == (0, len(text))


@given(st.text(max_size=200))
def test_any_text_is_read_in_order(text: str) -> None:
    last = 0
    for number in find_numbers(text):
        assert last <= number.start <= number.core < number.end <= len(text)
        assert number.low <= number.high
        last = number.core
