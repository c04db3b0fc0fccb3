"""Values in a few words."""

from datetime import date

import pytest

from discrepancy.model import Value, When, Words
from discrepancy.report.value import say, say_unit


@pytest.mark.parametrize(
    ("value", "words", "unit"),
    [
        (Value(40, 40, "minute"), "40", "minute"),
        (Value(24, 99), "24 to 99", ""),
        (Value(20, float("inf"), bound=">="), "at least 20", ""),
        (Value(float("-inf"), 5, "dollar", "<"), "under 5", "dollar"),
        (Value(1.2e6, 1.2e6, "dollar", "~"), "about 1,200,000", "dollar"),
        (Value(2.5e12, 2.5e12, "dollar"), "2,500,000,000,000", "dollar"),
        (Value(0.5, 0.5), "0.5", ""),
        (Value(-5, -5, "degree Celsius"), "-5", "degree Celsius"),
        (Value(990, 990, "minute of day"), "16:30", ""),
        (Value(2, 3, "score"), "2 to 3", ""),
        (When(year=2025, earliest=date(2025, 7, 10), latest=date(2025, 7, 10)), "2025-07-10", ""),
        (When(earliest=date(2025, 7, 7), latest=date(2025, 7, 13)), "2025-07-07 to 2025-07-13", ""),
        (When(earliest=date(2024, 2, 1), latest=date(2024, 2, 29), bound=">="), "since 2024-02", ""),
        (When(earliest=date(1968, 1, 1), latest=date(1968, 12, 31), bound="<"), "before 1968", ""),
        (When(earliest=date(1990, 1, 1), latest=date(1999, 12, 31)), "1990 to 1999", ""),
        (When(earliest=date(9999, 12, 1), latest=date.max), "9999-12", ""),
        (When(weekday=3), "Thursday", ""),
        (When(month=2, bound=">="), "since February", ""),
        (When(day=4, month=3, year=1968), "4 March 1968", ""),
        (When(day=85, month=6, bound="<="), "until 85 June", ""),
        (When(day=9, month=19, year=2013), "9 19 2013", ""),
        (Value(float("inf"), float("inf"), "minute of day"), "no time of day", ""),
        (Words("a new\napproach"), "a new approach", ""),
    ],
)
def test_value_and_unit(value: Value | When | Words, words: str, unit: str) -> None:
    assert (say(value), say_unit(value)) == (words, unit)
