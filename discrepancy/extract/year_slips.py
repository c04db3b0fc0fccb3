"""Years with a slip of the finger in them: "in 2905", "November 8013", "the 2812 primary", "the 2930s".

A year far off is read as it stands, where the words around it go with a year and not with a count: every
such number could be one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from discrepancy.extract.calendar import make_date, month_number, month_span, weekday_number, year_span
from discrepancy.extract.date_words import (
    COUNTED,
    DAY,
    MONTH,
    NAMED,
    NO_QUANTITY_BEHIND,
    NTH,
    YEAR,
    Scope,
    compile_forms,
    spanning,
)
from discrepancy.extract.designations import is_designated
from discrepancy.extract.nouns import is_counted, words_after
from discrepancy.extract.quantulum import unit_at
from discrepancy.extract.year_forms import NO_YEAR_AFTER, NO_YEAR_BEFORE, SOME_YEAR
from discrepancy.model import When


def read_odd_year_of_day(match: re.Match[str], scope: Scope) -> When | None:
    """ "July 24, 7004", "18 August 2913"."""
    year, month, day = int(match["year"]), month_number(match["month"]), int(match["day"])
    if month is None or not _is_free(match) or not (is_slip_of_year(year) or _ends(match)):
        return None
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    when, known = When(year, month, day, weekday), make_date(year, month, day)
    return replace(when, earliest=known, latest=known)


def read_odd_year_of_month(match: re.Match[str], scope: Scope) -> When | None:
    """ "November 8013", "January of 1355"."""
    year, month = int(match["year"]), month_number(match["month"])
    owned = is_slip_of_year(year) and _OWNED.search(scope.before[-60:])  # "the May 2505 talks"
    return (
        spanning(month_span(year, month), When(year, month)) if month and (owned or _is_free(match)) else None
    )


def read_odd_decade(match: re.Match[str], scope: Scope) -> When | None:
    """ "the 2930s", "the 1550s"."""
    first = int(match["digits"])
    return spanning(year_span(first, first + 9)) if is_slip_of_year(first) else None


def is_slip_of_year(year: int) -> bool:
    """Whether one wrong digit can have made the number out of a year that news speaks of."""
    century, rest = divmod(year, 100)
    return century // 10 == 1 or (century // 10 == 2 and rest < 40) or century % 10 == 9 or year % 1000 < 40


_SOME = rf"{SOME_YEAR}\b"
_PERIOD = r"(?:[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)"
_OCCASION = (
    r"(?:election|season|campaign|primary|Olympics?|ceremony|edition|festival|championship|World Cup|budget"
    r"|census|referendum|war|crisis|recession|(?:earth)?quake|tsunami|hurricane|storm|flood|fire|battle|plague"
    r"|famine|revolution|uprising|coup|invasion|massacre|treaty|agreement|vintage)"
)
_OCCASIONS = r"(?:elections|primaries|midterms|playoffs|Games|[Cc]hampionships|[Aa]ccords)"
# Occasions whose names no number counts: "2714 Oscars", "2313 Christmas special".
_FEASTS = (
    r"(?:Oscars|Emmys|Emmy Awards|Grammys|Grammy Awards|Tonys|Tony Awards|Academy Awards|Golden Globes"
    r"|Super Bowl|World Series|Olympic Games|Winter Games|Summer Games|Paralympics"
    r"|(?:Christmas|Easter|Thanksgiving|New Year)\s(?:special|show|episode|party|market|parade|concert"
    r"|message|address|speech|truce|service))"
)
# What only a year, or a time of day, follows.
_CUE = re.compile(
    r"\b(?:(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hrough|[Cc]irca)(?:\sthe\syear)?"
    r"|the\syear|(?:[Ee]arly|[Ll]ate|[Mm]id)[\s-]?"
    rf"|{_PERIOD}(?:\sof)?|(?:start|beginning|middle|end|close|half|quarter|rest|most|year|class|{_OCCASION})\sof"
    r"|(?:dat(?:es?|ed|ing)|back)(?:\sback)?(?:\sas\sfar)?(?:\sas|\sto)|as\s(?:far\sback|early|late|recently)\sas"
    r"|(?:slated|scheduled|set|planned|due|expected)\sfor|(?:c[oa]me|coming|went|going|head(?:ed|ing)?)\sinto"
    r")\s?$"
)
_CUE_OF_EITHER = re.compile(r"\b(?:[Bb]y|[Bb]efore|[Aa]fter)\s$")  # of a year or of a count
_COMPARED = re.compile(
    r"\b(?:r[aio]s\w*|f[ae]ll\w*|gr[eo]w\w*|increas\w*|decreas\w*|declin\w*|drop\w*|cut\w*|reduc\w*|beat\w*"
    r"|won|win|led|lead|lost|outnumber\w*|down|up|climb\w*|jump\w*|gain\w*)\b"
)
_PAIRED = re.compile(rf"(?:\s?[-–]\s?|\s(?:to|and|until|till|through)\s){_SOME}(?!\s?[-–/.]\d)")
_PAIRED_BEFORE = re.compile(
    rf"(?:\b[Ii]n\s{_SOME}(?:,\s{_SOME}){{0,3}},?\s(?:and|or)\s|(?<![\w.-]){_SOME}\s?[-–]\s?|\b(?:[Ff]rom|[Bb]etween)\s{_SOME}\s(?:and|to|until|till|through)\s)$"
)
_OPENS = re.compile(r"\b(?:[Ff]rom|[Bb]etween|[Ii]n|[Dd]uring)\s$")
_ENDS = re.compile(
    r"(?:[;:)’”\"'—–|]|[.,](?!\d)|\s*$|\s*\n|\s(?:and|when|where|but|after|with|as|for|while)\b)"
)
_CLAUSE_AFTER = re.compile(r"\s(?:he|she|it|they|we|the)\b")  # "by 8951 she was in print"
_OF_MORE = re.compile(r"\s(?:B\.?C|of|or|to(?=\s\d)|more|other|so)\b")
_OWNED = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Tt]his|[Tt]hat)|[’']s?)"
    r"\s(?:(?!of|to|in|and|or|for|with|at|by|about|than|over|nearly|some|other|first|last|next|more)"
    r"[a-z][\w-]{2,20}\s){0,2}$"
)
# Words that make a compound with the number before them: "a 5000 seat hall", "the 2910 smartphone".
_COMPOUNDED_WORDS = (
    "seat seater bed bedroom room page word member man woman person horsepower strong capacity acre block"
    " model flight bus train service phone smartphone handset series processor chip card camera level mark"
    " barrier dollar euro pound point calorie rpm jersey line box class plus odd resolution display screen"
)
_POLITICAL = ("presidential", "Democratic", "Republican", "congressional", "ticket", "nominee", "convention")
_COMPOUNDED = frozenset(_COMPOUNDED_WORDS.split())


def read_odd_year(match: re.Match[str], scope: Scope) -> When | None:
    """ "in 1066", "since 7003", "the 2812 primary", "between 2509 and 2016"."""
    year = int(match["year"])
    if not _is_free(match) or not (_is_dated(match, year) or _is_owned(match, year)):
        return None
    return spanning(year_span(year), When(year))


def _is_free(match: re.Match[str]) -> bool:
    """Whether the number has no sign, unit or label and counts nothing."""
    text, (start, end) = match.string, match.span("year")
    before = text[max(0, start - 30) : start]
    bare = match.start() == start and not _PAIRED_BEFORE.search(before)
    if (bare and NO_YEAR_BEFORE.search(before)) or is_designated(text, start, end):
        return False
    if _PAIRED.match(text, end):
        return True
    if NO_YEAR_AFTER.match(text, end) or COUNTED.match(text, end):
        return False
    return _is_occasion(text, start, end) or not (is_counted(text, end) or _is_measured(text, end))


def _is_occasion(text: str, start: int, end: int) -> bool:
    """Whether an event that comes round follows: "2812 election", "the 2812 elections", not "2812 games"."""
    behind = text[end : end + 30]
    if re.match(rf"\s(?:(?i:{_OCCASION})|{_FEASTS})\b", behind):
        return True
    return bool(
        re.match(rf"\s{_OCCASIONS}\b", behind) and re.search(r"\b[Tt]he\s$", text[max(0, start - 5) : start])
    )


def _is_measured(text: str, end: int) -> bool:
    unit = unit_at(text[end + 1 : end + 40]) if re.match(r"[\s-][A-Za-z]{3}", text[end : end + 4]) else None
    return unit is not None and unit[1] > 2


def _ends(match: re.Match[str]) -> bool:
    return bool(_ENDS.match(match.string, match.end("year")))


def _is_dated(match: re.Match[str], year: int) -> bool:
    """Whether the words around it go with a year: "in 2905", "by 6036", "from 7002 to 2003"."""
    text, (start, end) = match.string, match.span("year")
    before, likely = text[max(0, start - 60) : start], is_slip_of_year(year)
    if likely and _PAIRED_BEFORE.search(before[-30:]):
        return not re.match(r"\sin\s", text[end : end + 4])
    pair = _PAIRED.match(text, end)
    if likely and pair and not is_counted(text, pair.end()):
        hyphen = text[end : end + 1] in "-–"
        return hyphen or bool(_OPENS.search(before) and not _COMPARED.search(before))
    if _CUE.search(before):
        return _ends(match) or (likely and not _OF_MORE.match(text, end))
    ends = _ends(match) or _CLAUSE_AFTER.match(text, end)
    return bool(likely and _CUE_OF_EITHER.search(before) and ends and not _COMPARED.search(before))


def _is_owned(match: re.Match[str], year: int) -> bool:
    """Whether it stands where an adjective does: "the 2812 primary", "a surprise 1010 victory"."""
    text, (start, end) = match.string, match.span("year")
    words = words_after(text, end) if text[end : end + 1].isspace() else []
    if not words or not is_slip_of_year(year) or words[0].lower() in _COMPOUNDED:
        return False
    if _is_occasion(text, start, end):
        return True
    # "a 1500 run" is about a distance more often than about a year.
    likely = year % 100 != 0 or words[0] in _POLITICAL
    return likely and bool(_OWNED.search(text[max(0, start - 60) : start]))


_ODD = rf"(?!{YEAR}\b)[1-9]\d\d\d\b{NO_QUANTITY_BEHIND}"

FORMS = compile_forms(
    (
        rf"\b{NAMED}(?P<month>{MONTH})\s*(?:the\s+)?(?P<day>{DAY}){NTH}\b,?\s+(?P<year>{_ODD})",
        read_odd_year_of_day,
    ),
    (
        rf"(?<![\d.,$£€:/-])\b{NAMED}(?P<day>{DAY}){NTH}(?:\s+of)?[\s-](?P<month>{MONTH})"
        rf",?\s+(?P<year>{_ODD})",
        read_odd_year_of_day,
    ),
    (rf"\b(?P<month>{MONTH})(?:\s+of|,)?\s+(?P<year>{_ODD})", read_odd_year_of_month),
    (r"(?<![\w$£€.,-])(?P<digits>(?!(?:1[89]|20)\d0)[1-9]\d[1-9]0)[’']?s\b", read_odd_decade),
    (rf"(?<![\d.,$£€])\b(?!{SOME_YEAR})(?P<year>[1-9]\d\d\d)\b", read_odd_year),
)
