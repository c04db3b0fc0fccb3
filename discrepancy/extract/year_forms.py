"""Dates that name a year or several: "2011", "1967 to 1979", "the 1990s", "the summer of 2019"."""

from __future__ import annotations

import re

from discrepancy.extract.calendar import month_span, season_span, year_span
from discrepancy.extract.date_words import COUNTED, YEAR, Scope, compile_forms, spanning
from discrepancy.model import When


def read_years(match: re.Match[str], scope: Scope) -> When | None:
    """ "1967 to 1979", "between 2009 and 2016", "the 2010-11 season"."""
    first = int(match["first"])
    last = int(match["last"])
    if last < 100:
        last += first - first % 100
    span = year_span(first, last) if first < last <= 2100 else None
    return spanning(span) if span else None


_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}
_DECADES |= {"eighties": 80, "nineties": 90}


def read_decade(match: re.Match[str], scope: Scope) -> When | None:
    """ "the 1990s", "the '60s", "the nineteen seventies"."""
    if match["word"]:
        first = 1900 + _DECADES[match["word"].lower()]
    else:
        digits = int(match["digits"])
        first = digits if digits > 99 else 1900 + digits
    return spanning(year_span(first, first + 9))


def read_season(match: re.Match[str], scope: Scope) -> When | None:
    """ "the summer of 2019"."""
    return spanning(season_span(match["season"].lower(), int(match["year"])))


_PIECES = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def read_piece(match: re.Match[str], scope: Scope) -> When | None:
    """ "the second half of 2008", "the first quarter of 2012"."""
    length = 6 if match["piece"] == "half" else 3
    start = 1 + length * _PIECES[match["nth"].lower()]
    if start > 12:
        return None
    first, last = month_span(int(match["year"]), start), month_span(int(match["year"]), start + length - 1)
    return spanning((first[0], last[1])) if first and last else None


NO_YEAR_BEFORE = re.compile(
    r"(?:[$£€#@/+*=_&~^\\\d]|\d[\s.,:]|[A-Za-z0-9]-|\b(?:No|Nos|Rs|[Ss]ection|[Rr]oute|[Ff]light|[Hh]ighway"
    r"|[Cc]hannel|[Rr]oom|[Mm]odel|[Pp]age|[Ee]xtension|ext|[Ss]uite|[Bb]ox|[Nn]umber|[Ww]indows|Office"
    r"|Server|Photoshop|Excel|Exchange|Outlook|SharePoint|Studio|Series|some|nearly|almost|roughly"
    r"|approximately|about|over|than|least|most|another|these|those|all|at|only|just)\.?\s)$"
)
NO_YEAR_AFTER = re.compile(
    r"[\d%°]|\s\d\d?[.:/]\d|[.,:/]\d|-(?:foot|mile|meter|metre|pound|seat|room|acre|man|member|word|page)"
)


_COUNT_BEFORE = re.compile(r"\bfrom \d[\d,]{0,8} to $")  # a year would have made a span with this one


def read_year(match: re.Match[str], scope: Scope) -> When | None:
    """ "2011", "the 2004 quake"; not a count, a flight, a price or a product that is numbered so."""
    if NO_YEAR_BEFORE.search(scope.before[-20:]) or NO_YEAR_AFTER.match(scope.after):
        return None
    if COUNTED.match(scope.after) or _COUNT_BEFORE.search(scope.before[-20:]):
        return None
    year = int(match["year"])
    return spanning(year_span(year), When(year))


SOME_YEAR = r"(?:1[89]\d\d|20\d\d)"
_SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)"


FORMS = compile_forms(
    (rf"\b[Bb]etween\s+(?P<first>{SOME_YEAR})\s+and\s+(?P<last>{SOME_YEAR})\b", read_years),
    (
        rf"(?<![\d.,$£€:/-])\b(?:[Ff]rom\s+)?(?P<first>{SOME_YEAR})"
        rf"(?:\s?[-–]\s?|\s(?:to|through|until)\s)(?P<last>{SOME_YEAR})\b(?![-–/.]\d)",
        read_years,
    ),
    (rf"(?<![\d.,$£€:/-])\b(?P<first>{SOME_YEAR})[-–/](?P<last>\d\d)\b(?![-–/.]\d)", read_years),
    (r"\b(?P<word>)(?P<digits>(?:1[89]|20)\d0)[’']?s\b", read_decade),
    (r"(?<!\w)(?P<word>)[’'](?P<digits>[2-9]0)s\b", read_decade),
    (rf"\b[Nn]ineteen[\s-](?P<word>{'|'.join(_DECADES)})\b", read_decade),
    (rf"\b{_SEASON}(?:\s+of|,)?\s+(?P<year>{YEAR})\b", read_season),
    (
        r"\b(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)\s(?P<piece>half|quarter)\sof\s"
        rf"(?:the\syear\s)?(?P<year>{YEAR})\b",
        read_piece,
    ),
    (rf"\b(?P<year>{SOME_YEAR})\b", read_year),
)
