"""Scores and votes."""

from __future__ import annotations

from discrepancy.compare.circumstances import Days
from discrepancy.compare.wording import concord, number, versus
from discrepancy.model import Mention, Value, Verdict


def compare_scores(a: Mention, b: Mention, days: Days) -> Verdict | None:
    """Hard where the two pairs of numbers differ, whoever won."""
    if not isinstance(a.value, Value) or not isinstance(b.value, Value):
        return None
    here, there = _say(a.value), _say(b.value)
    if (a.value.low, a.value.high) == (b.value.low, b.value.high):
        return Verdict("agree", concord(here, there))
    return Verdict("hard", versus(here, there))


def _say(value: Value) -> str:
    return f"{number(value.high)}-{number(value.low)}"
