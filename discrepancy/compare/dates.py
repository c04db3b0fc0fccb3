"""Calendar dates, weekdays, months and years, resolved against the day of publication where known."""

from __future__ import annotations

import re
from datetime import date, timedelta

from discrepancy.compare.circumstances import Days
from discrepancy.compare.day_parts import are_parts_apart
from discrepancy.compare.frames import relate_distances
from discrepancy.compare.seasons import names_season, relate_months
from discrepancy.compare.wording import clip, concord, versus
from discrepancy.model import Mention, Severity, Verdict, When

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_LATE = re.compile(r"\b(?:night|evening|late|midnight|tonight|overnight)\b", re.I)
_EARLY = re.compile(r"\b(?:early|morning|midnight|dawn|overnight|small hours|before sunrise)\b", re.I)
_RELATIVE = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening)|last night)\b", re.I
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d")
_SPAN = re.compile(
    r"\d\s?[-–—]\s?\d|\b(?:from|between)\b.{1,40}\b(?:to|and|until|through)\b|\b(?:to|through|until)\b", re.I
)
YEAR = 366  # days
CENTURY = 100 * YEAR
SEASON_EDGE = 31  # days by which a season may begin early or end late
_FLOORS, _CEILINGS = (">", ">="), ("<", "<=")


def compare_dates(a: Mention, b: Mention, days: Days) -> Verdict | None:
    """Compare the days two dates can mean; else the fields that both state; None where they share none."""
    if not isinstance(a.value, When) or not isinstance(b.value, When):
        return None
    here, there = _say(a, a.value), _say(b, b.value)
    severity, note = _rank(a, b, a.value, b.value)
    if severity is None:
        return None
    if severity == "agree" and are_parts_apart(a, b, a.value, b.value):
        return Verdict("soft", versus(here, there, "two parts of one day"))
    if severity == "agree":
        return Verdict("agree", concord(here, there))
    return Verdict(severity, versus(here, there, note or _note_centuries(a.value, b.value)))


def _note_centuries(x: When, y: When) -> str:
    """Dates so far apart that one of them is hardly meant: 2014 and 2814."""
    if not (x.earliest and y.earliest):
        return ""
    years = abs(x.earliest.year - y.earliest.year)
    return f"{years} years apart" if years >= 100 else ""


def _rank(a: Mention, b: Mention, x: When, y: When) -> tuple[Severity | None, str]:
    if not (x.is_possible and y.is_possible):
        return _rank_impossible(a, b, x, y)
    if x.bound in _FLOORS + _CEILINGS or y.bound in _FLOORS + _CEILINGS:
        return _rank_bounds(x, y)
    if _is_same_words(a, b, x, y):
        return "agree", ""
    if x.earliest and x.latest and y.earliest and y.latest:
        return _rank_resolved(a, b, x, y)
    return _rank_fields(a, b, x, y)


def _rank_impossible(a: Mention, b: Mention, x: When, y: When) -> tuple[Severity | None, str]:
    """A day that no calendar has contradicts every date but the very same slip."""
    if _stated(x) == _stated(y):
        return "agree", ""
    if not (_is_known(x) and _is_known(y)):
        return None, ""  # "the day before" says nothing to compare with
    slips = sorted(clip(side.surface) for side, when in ((a, x), (b, y)) if not when.is_possible)
    return "hard", " and ".join(slips) + (
        " is no day" if len(slips) == 1 else " are no days"
    ) + " of the calendar"


def _stated(when: When) -> tuple[int | None, ...]:
    return (when.year, when.month, when.day, when.weekday)


def _is_known(when: When) -> bool:
    return when.earliest is not None or any(field is not None for field in _stated(when))


def _is_same_words(a: Mention, b: Mention, x: When, y: When) -> bool:
    """The same weekday or month, or the same "earlier this year" with nothing to count from.

    Which week or year is meant was a guess, and no ground for a conflict: "in January", "in January 2031".
    """
    if _is_one_month(x, y):
        return _gap(x, y) <= YEAR
    stated = (x.day, x.weekday)
    if x.year is y.year is x.month is y.month is None and stated == (y.day, y.weekday) != (None, None):
        return _gap(x, y) <= 7
    unresolved = x.earliest is None or y.earliest is None
    return unresolved and a.surface.casefold() == b.surface.casefold()


def _is_one_month(x: When, y: When) -> bool:
    """One month, one day and weekday where both give them, and not two years: "June 2010" and "in June"."""
    if x.month is None or x.month != y.month or None not in (x.year, y.year):
        return False
    return all(p == q or None in (p, q) for p, q in ((x.day, y.day), (x.weekday, y.weekday)))


def _rank_resolved(a: Mention, b: Mention, x: When, y: When) -> tuple[Severity | None, str]:
    gap = _gap(x, y)
    if gap <= 0:
        if _is_span(a) and _is_span(b) and not (_same_end(x, y, "earliest") and _same_end(x, y, "latest")):
            return "hard", "the two periods differ"
        return "agree", ""
    if gap % 7 == 0 and gap <= 7 and (_is_weekday_only(x) or _is_weekday_only(y)) and _same_weekday(x, y):
        return "agree", ""  # which week a bare weekday means cannot be told
    if gap == 1 and (soft := _adjacent(a, b, _first(x, y))):
        return "soft", soft
    if gap <= SEASON_EDGE and (names_season(a) or names_season(b)):
        return "soft", "one gives only a season"
    if "~" in (x.bound, y.bound) and gap <= max(_length(x), _length(y)):
        return "soft", "one date is approximate"
    return "hard", _weekday_note(x, y) or _weekday_note(y, x)


def _rank_bounds(x: When, y: When) -> tuple[Severity | None, str]:
    """ "since 2002" against "since 2003", "by March" against a day in it."""
    if not (x.earliest and x.latest and y.earliest and y.latest):
        severity, note = _fields_severity(x, y)
        same_way = x.bound[0] == y.bound[0]
        return (severity, note) if severity != "hard" or same_way else (None, "")
    if _gap(x, y) <= 0:
        return "agree", ""
    if _is_weekday_only(x) and _is_weekday_only(y) and x.weekday == y.weekday:
        return "agree", ""  # "by Saturday", "on Saturday": which week was a guess
    if x.bound[0] == y.bound[0] and _is_one_month(x, y):
        return "agree", ""
    before = x.latest < y.earliest  # then y must not be a start, nor x an end
    earlier, later = (x, y) if before else (y, x)
    if earlier.bound[0] == later.bound[0]:
        return "hard", "one starts later" if earlier.bound in _FLOORS else "one ends later"
    if _gap(x, y) > CENTURY:
        return "hard", "more than a century apart"  # no bound is so loose: a wrong digit
    if earlier.bound in _FLOORS or later.bound in _CEILINGS:
        return (
            ("agree", "")
            if _gap(x, y) <= _length(earlier) + _length(later) + 1
            else ("soft", "one gives only a bound")
        )
    return "hard", ""


def _rank_fields(a: Mention, b: Mention, x: When, y: When) -> tuple[Severity | None, str]:
    severity, note = _fields_severity(x, y)
    if severity is None:
        severity = relate_distances(a.surface, b.surface)
        return (severity, "neither day is known") if severity else relate_months(a, b, x, y)
    if severity == "hard" and _is_weekday_only(x) and _is_weekday_only(y):
        step = ((y.weekday or 0) - (x.weekday or 0)) % 7
        if step in (1, 6) and (soft := _adjacent(a, b, 0 if step == 1 else 1)):
            return "soft", soft
    return severity, note


def _fields_severity(x: When, y: When) -> tuple[Severity | None, str]:
    """Compare year, month, day and weekday, as far as both sides state or imply them."""
    p, q = _fields(x), _fields(y)
    if p["month"] is None or q["month"] is None:
        p["day"] = q["day"] = None  # "the 10th" of which month?
    shared = [name for name in p if p[name] is not None and q[name] is not None]
    if not shared:
        return None, ""
    if all(p[name] == q[name] for name in shared):
        return "agree", ""
    return "hard", ""


def _fields(when: When) -> dict[str, int | None]:
    """What a date states, completed by what its days have in common."""
    first, last = when.earliest, when.latest
    known = {"year": when.year, "month": when.month, "day": when.day, "weekday": when.weekday}
    if first and last:
        if first.year == last.year:
            known["year"] = known["year"] or first.year
            if first.month == last.month:
                known["month"] = known["month"] or first.month
        if first == last:
            known["day"] = known["day"] or first.day
            known["weekday"] = first.weekday() if known["weekday"] is None else known["weekday"]
    return known


def _adjacent(a: Mention, b: Mention, first: int) -> str | None:
    """Why two neighbouring days may be one night, or one day in two time zones."""
    earlier, later = (a, b) if first == 0 else (b, a)
    if _LATE.search(_nearby(earlier)) or _EARLY.search(_nearby(later)):
        return "neighbouring days, possibly one night"
    if _RELATIVE.search(a.surface) or _RELATIVE.search(b.surface):
        return "neighbouring days, possibly one in two time zones"
    return None


def _nearby(mention: Mention) -> str:
    """The surface with the words on either side, which hold the part of the day."""
    start = max(0, mention.start - mention.sentence.start)
    end = start + len(mention.surface)
    text = mention.sentence.text
    return f"{text[max(0, start - 10) : start]} {mention.surface} {text[end : end + 10]}"


def _first(x: When, y: When) -> int:
    return 0 if x.latest and y.earliest and x.latest < y.earliest else 1


def _gap(x: When, y: When) -> int:
    """Days between the two intervals; 0 or less where they meet or one is unresolved."""
    if not (x.earliest and x.latest and y.earliest and y.latest):
        return 0
    return max((y.earliest - x.latest).days, (x.earliest - y.latest).days)


def _length(when: When) -> int:
    return (when.latest - when.earliest).days + 1 if when.earliest and when.latest else 1


def _is_weekday_only(when: When) -> bool:
    return when.weekday is not None and when.day is None and when.month is None and when.year is None


def _same_weekday(x: When, y: When) -> bool:
    return _fields(x)["weekday"] is not None and _fields(x)["weekday"] == _fields(y)["weekday"]


def _is_span(mention: Mention) -> bool:
    return bool(_SPAN.search(mention.surface))


def _same_end(x: When, y: When, end: str) -> bool:
    """Equal to the coarser of the two: "2016" and "January 2016" start alike."""
    p, q = getattr(x, end), getattr(y, end)
    return bool(p and q and p == q)


def _weekday_note(x: When, y: When) -> str:
    """ "July 10, 2025 was a Thursday" where a bare weekday meets a date of another weekday."""
    if not _is_weekday_only(x) or y.earliest is None or y.earliest != y.latest or _is_weekday_only(y):
        return ""
    return f"{_day(y.earliest)} is a {WEEKDAYS[y.earliest.weekday()]}"


def _day(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _say(mention: Mention, when: When) -> str:
    """The words of the article, with the days they mean where these are not in the words."""
    words = clip(mention.surface)
    is_plain = when.day is not None or when.year is not None or _YEAR.search(words)
    if is_plain or not when.earliest or not when.latest:
        return words
    if when.earliest == when.latest:
        return f"{words} ({_day(when.earliest)})"
    return f"{words} ({_period(when.earliest, when.latest)})"


def _period(first: date, last: date) -> str:
    """ "June 8 to 14, 2031", "May 2031", "2030"."""
    following = last + timedelta(days=1) if last < date.max else last
    if first.day == following.day == 1 and first.month == last.month and first.year == last.year:
        return f"{MONTHS[first.month - 1]} {first.year}"
    if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12):
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    start = f"{MONTHS[first.month - 1]} {first.day}" + (f", {first.year}" if first.year != last.year else "")
    end = f"{last.day}, {last.year}" if (first.month, first.year) == (last.month, last.year) else _day(last)
    return f"{start} to {end}"
