"""Parts of one day: "Friday morning" is not "Friday afternoon"."""

from __future__ import annotations

import re

from discrepancy.model import Mention, When

_PART = re.compile(r"\b(?P<part>morning|afternoon|evening|night)$", re.IGNORECASE)
# Evening runs into night, and the small hours are called either night or morning.
_APART = ({"morning", "afternoon"}, {"morning", "evening"}, {"afternoon", "night"}, {"afternoon", "evening"})


def are_parts_apart(a: Mention, b: Mention, x: When, y: When) -> bool:
    """Whether both name a day and each another part of it."""
    here, there = _PART.search(a.surface), _PART.search(b.surface)
    if not (here and there and _names_day(x) and _names_day(y)):
        return False
    return {here["part"].lower(), there["part"].lower()} in _APART


def _names_day(when: When) -> bool:
    return when.weekday is not None or when.day is not None
