"""Dates that name their day or month: "July 10, 2025", "10 Nov", "10/07/25", "July 2025", "Christmas Day"."""

from __future__ import annotations

import re
from dataclasses import replace

from discrepancy.extract.calendar import (
    MONTHS,
    make_date,
    month_number,
    month_span,
    nearest_year,
    weekday_number,
)
from discrepancy.extract.date_words import (
    COUNTED,
    DAY,
    MONTH,
    NTH,
    WEEKDAY,
    YEAR,
    Scope,
    compile_forms,
    spanning,
)
from discrepancy.extract.tense import direction
from discrepancy.model import When

_NUMBER_BEHIND = r"(?!\d|[.,:/]\d|\s?%|-(?:year|day|month|week|hour|minute|mile|point|member|foot))"
_TO = r"\s?(?:-|–|to|and|through|until)\s?"


def _day(when: When, scope: Scope) -> When:
    """Resolve a month and day to one calendar day, finding a missing year as `resolve_year` does."""
    if not (when.month and when.day):
        return when
    year = when.year or resolve_year(when.month, when.day, scope)
    day = make_date(year, when.month, when.day) if year else None
    return replace(when, earliest=day, latest=day)


def resolve_year(month: int, day: int | None, scope: Scope) -> int | None:
    """The year nearest to publication, None without one; past a season's distance the tense has its say."""
    if scope.published is None:
        return None
    published, tense = scope.published, direction(scope.before, scope.after)
    year = nearest_year(month, day, published)
    nearest = make_date(year, month, min(day or 15, 28))
    if nearest is None or abs((nearest - published).days) < 90:
        return year
    stated, today = (year, month, day or 0), (published.year, published.month, published.day if day else 0)
    if tense == "past" and stated > today:
        return year - 1
    return year + 1 if tense == "future" and stated < today else year


def _full_year(text: str | None) -> int | None:
    """The year of "2013", "'13" or "13"; two digits up to 50 are of this century."""
    if not text:
        return None
    digits = text.lstrip("'’")
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year <= 50 else 1900)


def read_month_day(match: re.Match[str], scope: Scope) -> When | None:
    """ "July 10", "Thursday, Jul. 10, 2025", "10th of July", "October 16-20"."""
    if COUNTED.match(scope.after) and not match["year"]:
        return None
    month, day = month_number(match["month"]), int(match["day"])
    if month is None or make_date(2000, month, day) is None:
        return None
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    when = _day(When(_full_year(match["year"]), month, day, weekday), scope)
    if not match["last"]:
        return when
    last = _day(replace(when, day=int(match["last"])), scope)
    return (
        When(when.year, month, None, None, when.earliest, last.latest) if day < int(match["last"]) else when
    )


def read_numeric(match: re.Match[str], scope: Scope) -> When | None:
    """ "2013-09-09", "19.07.2016", "10/07/25".

    Slashes are read day first or month first, whichever is a date; where both are, the one within a
    week of publication is meant, and where that does not settle it neither is.
    """
    if match["iso_year"]:
        readings = {make_date(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))}
    else:
        a, b, year = int(match["a"]), int(match["b"]), _full_year(match["c"]) or 0
        readings = {make_date(year, b, a)} | ({make_date(year, a, b)} if match["sep"] == "/" else set())
    dates = sorted(day for day in readings if day)
    near = [day for day in dates if scope.published and abs((day - scope.published).days) <= 7]
    chosen = near if len(near) == 1 else dates
    if not chosen:
        return None
    if len(chosen) > 1:
        return When(chosen[0].year)
    return When(chosen[0].year, chosen[0].month, chosen[0].day, None, chosen[0], chosen[0])


def read_month_year(match: re.Match[str], scope: Scope) -> When | None:
    """ "July 2025", "Oct. 2011", "January of 1955"."""
    month, year = month_number(match["month"]), int(match["year"])
    return spanning(month_span(year, month), When(year, month)) if month else None


_CUE_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|of|from|to|late|early|mid|last|next|this|during|after|before|through|for"
    r"|between|and"
    r"|past|previous|earlier|later)[\s-]$",
    re.IGNORECASE,
)
# "the March deadline", "its April meeting", "the club's May vote"; no Women's March, critical of somebody.
_THE_BEFORE = re.compile(r"\b[Tt]he\s$")
_OWNER_BEFORE = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur)|[’']s|s[’'])\s$")
_WORD_AFTER = re.compile(r"\s[a-z]{4}")
_EVENT_AFTER = re.compile(
    r"\s(?:start|deadline|date|meeting|vote|election|primary|launch|release|report|wedding|opening|speech|summit|trial"
    r"|hearing|debate|recess|game|match|tour|concert|visit|trip|edition|issue|sales|figures|budget|ruling|decision"
    r"|statement|poll|survey|referendum|conference|festival|strike|attack|raid)s?\b"
)
_NAMES_TOO = ("march", "april", "may", "june", "august")


def read_month(match: re.Match[str], scope: Scope) -> When | None:
    """ "in July", "late January": the month nearest to publication that suits the tense.

    Months that are names or verbs too, and abbreviations, need a word in front that goes with time.
    """
    name = match["month"].rstrip(".").lower()
    month = month_number(name)
    cued = _CUE_BEFORE.search(scope.before[-12:]) or (
        (_THE_BEFORE.search(scope.before[-5:]) and _WORD_AFTER.match(scope.after))
        or (_OWNER_BEFORE.search(scope.before[-8:]) and _EVENT_AFTER.match(scope.after))
    )
    if month is None or (not cued and (name in _NAMES_TOO or name not in MONTHS)):
        return None
    if name not in MONTHS and not match["month"].endswith("."):
        return None
    return resolve_month(month, scope)


def resolve_month(month: int, scope: Scope) -> When:
    """A month without its year, in the year that `resolve_year` gives."""
    year = resolve_year(month, None, scope)
    return spanning(month_span(year, month), When(month=month)) if year else When(month=month)


def read_month_range(match: re.Match[str], scope: Scope) -> When | None:
    """ "between January 2016 and December 2018", "from May to July"."""
    first, last = month_number(match["first"]), month_number(match["last"])
    last_year = _full_year(match["last_year"])
    first_year = _full_year(match["first_year"]) or last_year
    if first is None or last is None:
        return None
    if first_year is None and scope.published:
        first_year = nearest_year(first, None, scope.published)
    if first_year is None:
        return When()
    last_year = last_year or (first_year if last >= first else first_year + 1)
    start, end = month_span(first_year, first), month_span(last_year, last)
    return spanning((start[0], end[1])) if start and end and start <= end else None


_HOLIDAYS = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
}


def read_holiday(match: re.Match[str], scope: Scope) -> When | None:
    """Holidays that keep their day: "Christmas Eve", "New Year's Day"."""
    month, day = _HOLIDAYS[match["holiday"].lower().replace("’", "'")]
    return _day(When(None, month, day), scope)


_MONTH_DAY = (
    rf"\b(?:(?P<weekday>{WEEKDAY}),?\s+)?(?P<month>{MONTH})\s*(?:the\s+)?(?P<day>{DAY}){NTH}\b"
    rf"{_NUMBER_BEHIND}(?:{_TO}(?P<last>{DAY}){NTH}\b{_NUMBER_BEHIND})?(?:(?:,\s*|\s+)(?P<year>{YEAR})\b)?"
)
_DAY_MONTH = (
    rf"(?<![\d.,$£€:/-])\b(?:(?P<weekday>{WEEKDAY}),?\s+)?(?:the\s+)?(?P<day>{DAY}){NTH}"
    rf"(?:{_TO}(?P<last>{DAY}){NTH})?(?:\s+of)?[\s-]{{1,2}}(?P<month>{MONTH})"
    rf"(?:(?:,\s*|[\s-]+)(?P<year>{YEAR}\b|[’']\d\d\b|\d\d(?=\s*(?:$|[,;)\n]|\.(?!\d)))))?"
)
_NUMERIC = (
    rf"(?<![\d./-])(?:(?P<iso_year>{YEAR})-(?P<iso_month>\d\d?)-(?P<iso_day>\d\d?)"
    r"|(?P<a>\d\d?)(?:(?P<sep>/)(?P<b>\d\d?)/(?P<c>\d{4}|\d{2})))(?![\d/-])"
)
_DOTTED = rf"(?<![\d./-])(?P<iso_year>)(?P<a>{DAY})(?P<sep>\.)(?P<b>\d\d?)\.(?P<c>{YEAR})(?![\d/-])"

FORMS = compile_forms(
    (_MONTH_DAY, read_month_day),
    (_DAY_MONTH, read_month_day),
    (_NUMERIC, read_numeric),
    (_DOTTED, read_numeric),
    (rf"\b(?P<month>{MONTH})(?:\s+of|,)?\s+(?P<year>{YEAR})\b", read_month_year),
    (
        rf"\b(?:[Bb]etween|[Ff]rom)\s+(?P<first>{MONTH})(?:\s+(?P<first_year>{YEAR}))?\s+"
        rf"(?:and|to|until|till|through)\s+(?P<last>{MONTH})(?:\s+(?P<last_year>{YEAR})\b)?",
        read_month_range,
    ),
    (rf"\b(?P<month>{MONTH})(?!\s?\d)", read_month),
    (
        r"\b(?P<holiday>Christmas (?:Day|Eve)|Boxing Day|New Year[’']s (?:Day|Eve)|Valentine[’']s Day"
        r"|Halloween|Fourth of July|Bastille Day)\b",
        read_holiday,
    ),
)
