"""Calendar arithmetic: names of days and months, and the days that an expression can mean.

A span is a pair (first day, last day). Sums that leave the years a `date` can hold give None.
"""

from __future__ import annotations

from datetime import date, timedelta

Span = tuple[date, date]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}  # first month, northern half
DAYS_IN = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525.0}


def month_number(name: str) -> int | None:
    """The month 1..12 that a name or its abbreviation means, with or without a full stop."""
    key = name.rstrip(".").lower()
    matches = [n for n, month in enumerate(MONTHS, 1) if len(key) >= 3 and month.startswith(key)]
    return matches[0] if matches else None


def weekday_number(name: str) -> int | None:
    """The weekday, Monday 0, that a name or its abbreviation means."""
    key = name.rstrip(".").lower()
    matches = [n for n, weekday in enumerate(WEEKDAYS) if len(key) >= 3 and weekday.startswith(key)]
    return matches[0] if matches else None


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, days: float) -> date | None:
    """The day so many days later, or None past the calendar's ends."""
    try:
        return day + timedelta(days=round(days))
    except OverflowError:
        return None


def month_span(year: int, month: int) -> Span | None:
    """The first and last day of a month; months past December roll into the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    first, following = make_date(year, month, 1), make_date(year + month // 12, month % 12 + 1, 1)
    return (first, following - timedelta(days=1)) if first and following else None


def year_span(first: int, last: int | None = None) -> Span | None:
    """1 January of the first year to 31 December of the last."""
    start, end = make_date(first, 1, 1), make_date(last if last is not None else first, 12, 31)
    return (start, end) if start and end and start <= end else None


def season_span(name: str, year: int) -> Span | None:
    """The three months of a season; winter belongs to the year in which it starts."""
    month = SEASONS[name]
    first, last = month_span(year, month), month_span(year, month + 2)
    return (first[0], last[1]) if first and last else None


def week_span(day: date) -> Span | None:
    """Monday to Sunday of the week that holds the day, with the Sunday before it.

    American weeks start on Sunday, so either reading is inside the span.
    """
    monday = shift(day, -day.weekday())
    first, last = (shift(monday, -1), shift(monday, 6)) if monday else (None, None)
    return (first, last) if first and last else None


def nearest_year(month: int, day: int | None, published: date) -> int:
    """The year that puts a date without one nearest to the day of publication."""

    def distance(year: int) -> int:
        candidate = make_date(year, month, day or 15) or make_date(year, month, 28)
        return abs((candidate - published).days) if candidate else 10**6

    return min((published.year + step for step in (0, -1, 1)), key=distance)


def weekday_before(published: date, weekday: int) -> date | None:
    """The latest such weekday up to and including the day of publication."""
    return shift(published, -((published.weekday() - weekday) % 7))


def weekday_after(published: date, weekday: int) -> date | None:
    """The earliest such weekday from the day of publication on."""
    return shift(published, (weekday - published.weekday()) % 7)


def part_of(span: Span, part: str) -> Span:
    """The early, mid or late third of a span, widened by a sixth as the words are loose."""
    first, last = span
    length = (last - first).days
    starts, ends = {"early": (0.0, 0.5), "mid": (0.25, 0.75), "late": (0.5, 1.0)}[part]
    return first + timedelta(days=round(length * starts)), first + timedelta(days=round(length * ends))
