"""Dates: the cases of the fixture, a table of resolutions, and properties on any text."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mention_cases import check, load, read

from discrepancy import Article
from discrepancy.extract import dates, stamps
from discrepancy.extract.calendar import WEEKDAYS, month_number, month_span, nearest_year, weekday_number
from discrepancy.model import When
from discrepancy.pipeline import extract

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))


@pytest.mark.parametrize("case", load("dates"))
def test_finds_what_the_case_expects(case: dict[str, Any]) -> None:
    check(dates.find, case)


@given(published=DAYS, weekday=st.sampled_from(WEEKDAYS))
def test_a_bare_weekday_is_within_the_last_week(published: date, weekday: str) -> None:
    [mention] = read(dates.find, f"The barn burned on {weekday.capitalize()}.", published.isoformat())
    assert isinstance(mention.value, When)
    day = mention.value.earliest
    assert day is not None
    assert day == mention.value.latest
    assert timedelta(0) <= published - day <= timedelta(days=6)
    assert day.weekday() == weekday_number(weekday)


@given(published=DAYS, weekday=st.sampled_from(WEEKDAYS))
def test_a_weekday_to_come_is_within_the_next_week(published: date, weekday: str) -> None:
    [mention] = read(dates.find, f"The board will meet on {weekday.capitalize()}.", published.isoformat())
    assert isinstance(mention.value, When)
    assert mention.value.earliest is not None
    assert timedelta(0) <= mention.value.earliest - published <= timedelta(days=6)


@given(day=DAYS)
def test_every_way_to_write_a_full_date_means_that_day(day: date) -> None:
    month = day.strftime("%B")
    for text in (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day.strftime('%b')} {day.day}, {day.year}",
        f"{day.strftime('%A')}, {month} {day.day}, {day.year}",
        day.isoformat(),
        day.strftime("%d.%m.%Y"),
    ):
        [mention] = read(dates.find, f"It began on {text}.")
        assert isinstance(mention.value, When)
        assert (mention.value.earliest, mention.value.latest) == (day, day), text


@given(published=DAYS, month=st.integers(1, 12), day=st.integers(1, 28))
def test_a_missing_year_is_the_nearest(published: date, month: int, day: int) -> None:
    chosen = date(nearest_year(month, day, published), month, day)
    assert abs((chosen - published).days) <= 184


@pytest.mark.parametrize(
    ("stamp", "slips"),
    [
        ("Jul 73, 2031 01:40 PM", ["Jul 73, 2031"]),
        ("Tuesday, August 4, 2032", ["Tuesday, August 4, 2032"]),  # it is a Wednesday
        ("Updated: 31 April 2031, 20:09 GMT", ["31 April 2031"]),
        ("Wednesday, August 4, 2032", []),
        ("Posted July 14, 2031 at 10:50", []),
        ("Tuesday, August 4", []),
    ],
)
def test_of_a_stamp_only_what_cannot_be_is_a_mention(stamp: str, slips: list[str]) -> None:
    assert [mention.surface for mention in read(stamps.find, stamp)] == slips


def test_a_stamp_is_read_for_slips_and_the_body_for_all() -> None:
    text = "Mill burns down\nTuesday, August 4, 2032\nIt burned on Monday, August 2, 2032, police said.\n"
    found = [mention.surface for mention in extract(Article(text, "mill")) if mention.kind == "date"]
    assert found == ["Tuesday, August 4, 2032", "Monday, August 2, 2032"]


def test_months_roll_into_the_next_year() -> None:
    assert month_span(2023, 14) == (date(2024, 2, 1), date(2024, 2, 29))
    assert month_span(2024, 0) == (date(2023, 12, 1), date(2023, 12, 31))
    assert month_span(9999, 12) is None


def test_short_words_are_no_months() -> None:
    assert month_number("Sept.") == 9
    assert month_number("Ju") is None
