"""Months against parts of a year: "in August" against "in the fall", with or without the year."""

from __future__ import annotations

import re

from discrepancy.model import Mention, Severity, When

_SEASON = re.compile(r"\b(?:spring|summer|fall|autumn|winter)\b", re.IGNORECASE)
_FIRST_MONTHS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}  # of the northern half
HALF_YEAR = 185  # days; a longer stretch says nothing of the month


def names_season(mention: Mention) -> bool:
    """Whether a date is given as a season, which has no sharp ends."""
    return _SEASON.search(mention.surface) is not None


def relate_months(a: Mention, b: Mention, x: When, y: When) -> tuple[Severity | None, str]:
    """Compare the months that two dates can fall in; None where one of them tells none."""
    p, q = _months(a, x), _months(b, y)
    if not p or not q:
        return None, ""
    seasons = [names_season(mention) for mention in (a, b)]
    if p & q:
        return (None, "") if all(seasons) else ("agree", "")  # "this summer" is not "last summer"
    if any(seasons):
        return "soft", "one gives only a season"
    apart = min((one - other) % 12 for first, second in ((p, q), (q, p)) for one in first for other in second)
    return ("soft", "neighbouring months") if apart == 1 else ("hard", "")


def _months(mention: Mention, when: When) -> set[int]:
    if when.month is not None:
        return {when.month}
    season = _SEASON.search(mention.surface)
    if season and when.year is None and when.earliest is None:
        first = _FIRST_MONTHS[season[0].lower()]
        return {(first + step - 1) % 12 + 1 for step in range(3)}
    if not when.earliest or not when.latest or (when.latest - when.earliest).days > HALF_YEAR:
        return set()
    months = 12 * (when.latest.year - when.earliest.year) + when.latest.month - when.earliest.month
    return {(when.earliest.month + step - 1) % 12 + 1 for step in range(months + 1)}
