"""Days with a slip of the finger in them, that no month has: "June 85", "May 39th", "89.07.2016".

Such a day keeps its numbers and means no day at all. It is read only where a count can hardly stand.
"""

from __future__ import annotations

import re

from discrepancy.extract.calendar import month_number, weekday_number
from discrepancy.extract.date_words import (
    COUNTED,
    MONTH,
    NAMED,
    NO_QUANTITY_BEHIND,
    YEAR,
    Scope,
    compile_forms,
)
from discrepancy.extract.nouns import is_counted
from discrepancy.model import When

_NO_DAY_BEFORE = re.compile(r"\b[Ii]n\s$|[$£€]$")
_NAME_BEFORE = re.compile(r"\b(?!The|On|Since|Until|From|By|Next|Last)[A-Z][a-z]{1,20}\s$")
_SURNAMES = ("March", "May")
_VERB_AFTER = re.compile(r"\s(?:have|has|had|were|was|are|is|died|of|more|other|per|percent)\b")
_DATED_BEFORE = re.compile(
    r"\b(?:[Oo]n|[Ff]rom|[Uu]ntil|[Tt]ill|[Ss]ince|[Bb]y|[Bb]efore|[Aa]fter|[Dd]ated)\s$"
)


def read_odd_day(match: re.Match[str], scope: Scope) -> When | None:
    """ "June 85", "May 39th", "Sat 94 Aug 2013": a day that the month does not have."""
    month = month_number(match["month"])
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    when = When(int(match["year"]) if match["year"] else None, month, int(match["day"]), weekday)
    if when.is_possible:
        return None
    sure = match["year"] or match["nth"] or match["weekday"]
    return when if sure or _is_day(match, scope) else None


def _is_day(match: re.Match[str], scope: Scope) -> bool:
    """Whether a bare number beside a month is no count: "in May 85 people", "Theresa May 52"."""
    if match.start("day") < match.start("month"):
        return bool(_DATED_BEFORE.search(scope.before[-10:]))
    named = match["month"] in _SURNAMES and _NAME_BEFORE.search(scope.before[-24:])
    if named or _NO_DAY_BEFORE.search(scope.before[-10:]) or COUNTED.match(scope.after):
        return False
    if re.search(r"\b[Tt]he\s$", scope.before[-5:]):
        return True
    return not _VERB_AFTER.match(scope.after) and not is_counted(match.string, match.end())


def read_odd_numeric(match: re.Match[str], scope: Scope) -> When | None:
    """ "2013-09-49", "89.07.2016", "40/07/2016": day first where either number could be the month."""
    if match["iso_year"]:
        year, month, day = int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"])
    else:
        year, month, day = int(match["c"]), int(match["b"]), int(match["a"])
        if match["sep"] == "/" and day <= 12 < month:
            month, day = day, month
    when = When(year, month, day)
    return None if when.is_possible or not month or not day else when


_NTH = r"(?P<nth>st|nd|rd|th)?"
_ISO = r"(?P<iso_year>[1-9]\d{3})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
_SEPARATED = r"(?P<a>\d\d?)(?P<sep>[/.])(?P<b>\d\d?)(?P=sep)(?P<c>[12]\d{3})"

FORMS = compile_forms(
    (
        rf"\b{NAMED}(?P<month>{MONTH})\s*(?:the\s+)?(?P<day>\d\d){_NTH}\b{NO_QUANTITY_BEHIND}"
        rf"(?:(?:,\s*|\s+)(?P<year>{YEAR})\b)?",
        read_odd_day,
    ),
    (
        rf"(?<![\d.,$£€:/-])\b{NAMED}(?:the\s+)?(?P<day>\d\d){_NTH}(?:\s+of)?[\s-]{{1,2}}(?P<month>{MONTH})"
        rf"(?:(?:,\s*|[\s-]+)(?P<year>{YEAR})\b)?",
        read_odd_day,
    ),
    (rf"(?<![\w./-])(?:{_ISO}|{_SEPARATED})(?![\w/-]|\.\d)", read_odd_numeric),
)
