"""Dates that lean on the day of publication or on the story: "last Thursday", "two weeks ago"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from discrepancy.extract.calendar import (
    DAYS_IN,
    SEASONS,
    Span,
    month_number,
    month_span,
    part_of,
    season_span,
    shift,
    week_span,
    weekday_after,
    weekday_before,
    weekday_number,
    year_span,
)
from discrepancy.extract.date_words import FULL_MONTH, FULL_WEEKDAY, Scope, compile_forms, spanning
from discrepancy.extract.day_forms import resolve_month
from discrepancy.extract.tense import direction
from discrepancy.model import When


def _on(when: When, day: date | None) -> When:
    return replace(when, earliest=day, latest=day)


_TITLES_BEFORE = re.compile(
    r"(?:\b(?:[Ee]very|[Ee]ach|[Mm]ost|Black|Good|Bloody|Ash|Super|Fat|Ruby|Easter|Palm|Shrove|Cyber|Giving"
    r"|Casual)|Super Bowl|\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth))\s$"
)
_TITLES_AFTER = re.compile(
    r"\s(?:Times|Telegraph|Mail|Express|Mirror|Herald|Post|Mercury|Tribune|World|People|Independent"
    r"|Night (?:Live|"
    r"Football|Lights|Raw)|Ticket|School|[Ss]chool|Business Post|Territory)\b"
)


def read_weekday(match: re.Match[str], scope: Scope) -> When | None:
    """ "Thursday", "last Thursday", "next Sunday": the nearest that suits the words or the tense.

    A bare weekday is the latest one up to the day of publication unless the clause looks ahead; where
    an infinitive leaves that open, no day is given. Names such as "Black Friday" and every-week uses are
    no dates.
    """
    if _TITLES_BEFORE.search(scope.before[-16:]) or _TITLES_AFTER.match(scope.after):
        return None
    if match["plural"] and (re.search(r"\b[Oo]n\s$", scope.before[-5:]) or not scope.after[:1].isspace()):
        return None
    weekday = weekday_number(match["weekday"])
    if weekday is None:
        return None
    when, which = When(weekday=weekday), (match["which"] or "").lower()
    if scope.published is None or re.search(r"\b(?:a|one|any)\s$", scope.before[-5:]):
        return when  # "it was a Friday": some Friday, no matter when the report appeared
    return _on(when, _weekday_day(weekday, which, scope))


_INFINITIVE = re.compile(
    r"\bto (?!the|a|an|his|her|its|their|this|that|be\b)(?:[a-z]*[a-rt-z]|[a-z]*ss) (?:[\w-]+ ){0,6}$"
)


def _weekday_day(weekday: int, which: str, scope: Scope) -> date | None:
    published = scope.published
    assert published is not None
    if which in ("last", "this past", "past"):
        yesterday = shift(published, -1)
        return weekday_before(yesterday, weekday) if yesterday else None
    if which in ("next", "this coming", "coming"):
        tomorrow = shift(published, 1)
        return weekday_after(tomorrow, weekday) if tomorrow else None
    tense = direction(scope.before, scope.after)
    if tense == "future":
        return weekday_after(published, weekday)
    if weekday != published.weekday() and _INFINITIVE.search(scope.before[-70:]):
        return None
    return weekday_before(published, weekday)


_DEICTIC_DAYS = {"yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def read_deictic(match: re.Match[str], scope: Scope) -> When | None:
    """ "yesterday", "today", "last night", "this morning", "tomorrow"."""
    words = " ".join(match["word"].lower().split())
    named = re.search(r"\b[A-Z][\w.]+\s$|[“\"‘']$", scope.before[-16:]) and match["word"][0].isupper()
    if words == "today" and named and (scope.after[:1] in "”\"’' " and not re.match(r"[’']s", scope.after)):
        return None  # "USA Today", the "Today" programme
    steps = next((n for word, n in _DEICTIC_DAYS.items() if words.startswith(word)), 0)
    return _on(When(), shift(scope.published, steps)) if scope.published else When()


_WHICH = {"last": -1, "past": -1, "this past": -1, "this": 0, "the current": 0, "next": 1, "this coming": 1}


def read_period(match: re.Match[str], scope: Scope) -> When | None:
    """ "last month", "earlier this year", "next week", "this summer", "last May"."""
    period, which = match["period"].lower(), " ".join(match["which"].lower().split())
    month = month_number(match["period"]) if match["period"][0].isupper() else None
    if month:
        return _named_month(month, _WHICH[which], scope)
    if scope.published is None or period.endswith(("season", "quarter", "term")):
        return When()
    span = _period_span(period, _WHICH[which], scope.published)
    part = (match["part"] or "").lower()
    if span and which == "this" and part in ("earlier", "later"):
        first, last = span
        span = (first, scope.published) if part == "earlier" else (scope.published, last)
    if span and part in ("early", "late"):
        span = part_of(span, part)
    return spanning(span if span and span[0] <= span[1] else None)


def _named_month(month: int, step: int, scope: Scope) -> When:
    if scope.published is None or step == 0:
        return resolve_month(month, scope)
    published = scope.published
    year = published.year
    if step < 0 and month >= published.month:
        year -= 1
    if step > 0 and month <= published.month:
        year += 1
    span = month_span(year, month)
    return spanning(span, When(month=month))


def _period_span(period: str, step: int, published: date) -> Span | None:
    if period == "month":
        return month_span(published.year, published.month + step)
    if period == "year":
        return year_span(published.year + step)
    if period == "decade":
        first = published.year - published.year % 10 + 10 * step
        return year_span(first, first + 9)
    if period in SEASONS:
        return _season(period, step, published)
    moved = shift(published, 7 * step)
    week = week_span(moved) if moved else None
    if period == "weekend" and moved:
        return _weekend(step, published)
    return week


def _season(name: str, step: int, published: date) -> Span | None:
    """The season of this calendar year, or for "last" and "next" the nearest that is over or to come."""
    candidates = [season_span(name, published.year + years) for years in (-2, -1, 0, 1, 2)]
    spans = [span for span in candidates if span]
    if step < 0:
        return next((span for span in reversed(spans) if span[1] < published), None)
    if step > 0:
        return next((span for span in spans if span[0] > published), None)
    return season_span(name, published.year)


def _weekend(step: int, published: date) -> Span | None:
    """Friday evening to Sunday is called the weekend; "this" and "the" mean the nearest one."""
    saturdays = [weekday_before(published, 5), weekday_after(published, 5)]
    if step < 0:
        chosen = saturdays[0]
    elif step > 0:
        chosen = saturdays[1]
    else:
        chosen = min(
            (day for day in saturdays if day), key=lambda day: abs((day - published).days), default=None
        )
    friday, sunday = (shift(chosen, -1), shift(chosen, 1)) if chosen else (None, None)
    return (friday, sunday) if friday and sunday else None


_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty"
)
_SMALL = {word: n for n, word in enumerate(_SMALL_WORDS.split())} | {
    "a": 1,
    "an": 1,
    "thirty": 30,
    "forty": 40,
}
_LOOSE = {"more than": "<", "over": "<", "at least": "<=", "less than": ">", "under": ">"}
_NUMBER = rf"(?:\d{{1,4}}|{'|'.join(sorted(_SMALL, key=len, reverse=True))})"
_UNIT = r"(?P<unit>day|week|month|year|decade|centur(?=y|ies))(?:s|y|ies)?"


def read_ago(match: re.Match[str], scope: Scope) -> When | None:
    """ "three days ago", "about two years ago": exact in days, within half a unit in longer ones."""
    if scope.published is None:
        return When()
    number = float(match["number"]) if match["number"].isdigit() else _SMALL[match["number"].lower()]
    number += 0.5 if match["half"] else 0
    unit = DAYS_IN["century" if match["unit"] == "centur" else match["unit"]]
    half = 0.0 if unit == 1 else unit / 2 if unit < 3650 else unit / 5
    first = shift(scope.published, -(number * unit + half))
    last = shift(scope.published, -(number * unit - half))
    if first is None or last is None:
        return When()
    qualifier = (match["loose"] or "").lower()
    when = When(earliest=first, latest=last)
    if qualifier in _LOOSE:
        return replace(when, bound="<" if _LOOSE[qualifier].startswith("<") else ">")
    return replace(when, bound="~") if qualifier else when


def read_unresolved(match: re.Match[str], scope: Scope) -> When | None:
    """ "a year earlier", "the next day": counted from another event of the story, so no day is given."""
    return When()


def read_part(match: re.Match[str], scope: Scope) -> When | None:
    """ "the end of the year", "later in the month": of the year or month of publication."""
    if scope.published is None:
        return When()
    span = _period_span(match["period"], 0, scope.published)
    return spanning(part_of(span, "late" if match["late"] else "early")) if span else When()


def read_season(match: re.Match[str], scope: Scope) -> When | None:
    """ "in the fall": the one that suits the tense."""
    name, step = match["season"].lower(), -1 if direction(scope.before, scope.after) == "past" else 1
    if name == "fall" and step < 0:
        return None  # more often a tumble than a season
    if scope.published is None:
        return When()
    current = season_span(name, scope.published.year)
    if current and current[0] <= scope.published <= current[1]:
        return spanning(current)
    return spanning(_season(name, step, scope.published))


def read_weekend(match: re.Match[str], scope: Scope) -> When | None:
    """ "the weekend": the nearest one."""
    return spanning(_weekend(0, scope.published)) if scope.published else When()


_PART = r"(?:(?P<part>[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly|sometime|some time)\s+)?"
_SEASONS = "|".join(SEASONS)

FORMS = compile_forms(
    (
        r"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Cc]oming|[Pp]ast|LAST|NEXT|THIS)\s+)?"
        rf"(?P<weekday>{FULL_WEEKDAY})(?P<plural>s)?\b",
        read_weekday,
    ),
    (
        r"\b(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s+)?(?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow"
        r"|[Tt]onight|TODAY|TONIGHT"
        r"|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))\b",
        read_deictic,
    ),
    (
        rf"\b{_PART}(?P<which>[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext|[Tt]he current)\s+"
        rf"(?P<period>week|month|year|weekend|decade|season|off-?season|pre-?season|quarter|term"
        rf"|{_SEASONS}|{FULL_MONTH})\b(?!-|\s?\d)",
        read_period,
    ),
    (
        r"\b(?:(?P<loose>[Aa]bout|[Nn]early|[Aa]lmost|[Mm]ore than|[Ll]ess than|[Oo]ver|[Uu]nder"
        r"|[Aa]round|[Ss]ome|"
        rf"[Rr]oughly|[Aa]t least"
        rf"|[Aa]pproximately)\s+)?(?P<number>(?i:{_NUMBER}))\s+(?P<half>and\s+a\s+half\s+)?{_UNIT}"
        r"\s+ago\b",
        read_ago,
    ),
    (
        r"(?<!illion )(?<!ousand )(?<!undred )(?<!dozen )(?<!\d )"
        r"\b(?:(?:[Aa] few|[Ss]everal|[Aa] couple of|[Mm]any)\s+)?(?:[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears"
        r"|[Dd]ecades"
        r"|[Cc]enturies)\s+ago\b",
        read_unresolved,
    ),
    (rf"\b(?i:{_NUMBER}|a few|several|a couple of)\s+{_UNIT}\s+(?:earlier|later)\b", read_unresolved),
    (
        r"\b[Tt]he (?:next|following|previous|same) (?:day|night|morning|evening|week|month|year)\b"
        r"|\b[Tt]he (?:day|night|week|month|year) (?:before|after|earlier)\b",
        read_unresolved,
    ),
    (r"\b(?:[Tt]he|[Tt]his) weekend\b", read_weekend),
    (
        r"\b(?:[Tt]he )?(?:(?P<late>[Ee]nd|[Cc]lose|[Ss]econd half)|[Bb]eginning|[Ss]tart"
        r"|[Ff]irst half) of the"
        r" (?P<period>year|month|week)\b",
        read_part,
    ),
    (
        r"\b(?:[Ee]arlier|(?P<late>[Ll]ater|[Ll]ate)|[Ee]arly) in the (?P<period>year|month|week)\b",
        read_part,
    ),
    (rf"\b[Ii]n the (?P<season>{_SEASONS})\b(?! of)", read_season),
)
