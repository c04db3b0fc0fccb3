"""A weekday of a week that is told from the day of publication: "Tuesday of next week"."""

from __future__ import annotations

import re
from dataclasses import replace

from discrepancy.extract.calendar import shift, weekday_number
from discrepancy.extract.date_words import FULL_WEEKDAY, Scope, compile_forms
from discrepancy.model import When

_STEPS = {"last": -1, "this": 0, "next": 1}
_SUNDAY = 6  # a week's first day here and its last there, so that no day is given for it


def read_weekday_of_week(match: re.Match[str], scope: Scope) -> When | None:
    """The weekday, with its day where the day of publication is known and the week leaves no doubt."""
    weekday = weekday_number(match["weekday"])
    when = When(weekday=weekday)
    if weekday is None or scope.published is None or _SUNDAY in (weekday, scope.published.weekday()):
        return when
    weeks = _STEPS[match["which"].lower()]
    day = shift(scope.published, weekday - scope.published.weekday() + 7 * weeks)
    return replace(when, earliest=day, latest=day)


FORMS = compile_forms(
    (
        rf"\b(?P<weekday>{FULL_WEEKDAY})\s+of\s+(?P<which>last|this|next)\s+week\b",
        read_weekday_of_week,
    ),
)
