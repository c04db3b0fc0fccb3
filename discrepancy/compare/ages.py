"""Ages, which move with the date of the report."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from discrepancy.compare.circumstances import Days
from discrepancy.compare.intervals import relate
from discrepancy.compare.reading import Reading, convert, read
from discrepancy.compare.wording import clip, concord, number, plural, versus
from discrepancy.model import Mention, Value, Verdict

TURNS = re.compile(r"\bturn(?:s|ed|ing)?\b", re.I)  # "who turns 29 in April" is 28
YEAR = 365.25
_ENDS = re.compile(r"\b(\d{1,3})(?: ?[-–] ?| (?:to|and) )(\d{1,3})\b")
SAME_DAYS = 14  # a birthday between two reports so close together is less likely than a slip
_BOUNDS = {"=": "", "~": "about ", ">": "over ", ">=": "at least ", "<": "under ", "<=": "at most "}


def compare_ages(a: Mention, b: Mention, days: Days) -> Verdict | None:
    """Agree where the person can have been as old as each report says on its day."""
    if not isinstance(a.value, Value) or not isinstance(b.value, Value):
        return None
    here, there = _say(a, a.value), _say(b, b.value)
    if backwards := sorted(clip(side.surface) for side in (a, b) if _runs_backwards(side)):
        return _compare_backwards(a, b, backwards)
    low, high = _growth(days)
    if TURNS.search(a.surface) or TURNS.search(b.surface):
        low, high = low - 1, high + 1
    if _can_grow(a.value, b.value, low, high):
        meet = a.value.low <= b.value.high and b.value.low <= a.value.high
        between = abs(_between(days))
        grown = f"{here} and {there} fit the {between} days between the reports"
        return Verdict("agree", concord(here, there) if meet or not between else grown)
    if _completed_years(a.value) == _completed_years(b.value) is not None:
        return Verdict("agree", concord(here, there))  # 14 months old and one year
    x, y = _read(a.value, a), _read(b.value, b)
    if not (_in_years(a.value) and _in_years(b.value)):
        moved_x, moved_y = (convert(r, value.unit, "day") for r, value in ((x, a.value), (y, b.value)))
        if moved_x is None or moved_y is None:
            return None
        x, y = moved_x, moved_y
    relation = relate(x, y)
    if relation.severity == "agree":
        return Verdict("agree", concord(here, there))
    return Verdict(relation.severity, versus(here, there, relation.note))


def _runs_backwards(mention: Mention) -> bool:
    """Whether the later of two ages is the smaller: "between 82 and 16 years old"."""
    ends = _ENDS.search(mention.surface)
    return ends is not None and int(ends[1]) > int(ends[2])


def _compare_backwards(a: Mention, b: Mention, slips: list[str]) -> Verdict:
    here, there = clip(a.surface), clip(b.surface)
    if here.casefold() == there.casefold():
        return Verdict("agree", concord(here, there))
    return Verdict(
        "hard",
        versus(here, there, " and ".join(slips) + (" runs" if len(slips) == 1 else " run") + " backwards"),
    )


def _can_grow(a: Value, b: Value, low: int, high: int) -> bool:
    """Whether so many birthdays, from `low` to `high`, can lead from one plain age to the other."""
    plain = _in_years(a) and _in_years(b) and a.bound == b.bound == "="
    return plain and a.low + low <= b.high and b.low <= a.high + high


def _read(value: Value, mention: Mention) -> Reading:
    """Ages are exact: no word stretches and no age is rounded."""
    reading = read(value, mention)
    return replace(reading, vague=False, step=min(reading.step, 1.0), is_count=True)


def _in_years(value: Value) -> bool:
    return value.unit in (None, "year")


def _completed_years(age: Value) -> int | None:
    """The years of a plain age in years or months; None for any other."""
    if age.low != age.high or age.bound != "=" or not (_in_years(age) or age.unit == "month"):
        return None
    return int(age.low if _in_years(age) else age.low // 12)


def _between(days: Days) -> int:
    first, second = days
    return (second - first).days if first and second else 0


def _growth(days: tuple[date | None, date | None]) -> tuple[int, int]:
    """The least and the most birthdays between the first report and the second; negative backwards."""
    between = _between(days)
    least = int(abs(between) / YEAR)
    most = least + (abs(between) > SAME_DAYS)
    return (least, most) if between >= 0 else (-most, -least)


def _say(mention: Mention, value: Value) -> str:
    if value.low != value.high:
        return clip(mention.surface)
    figure = number(value.low)
    age = f"age {figure}" if _in_years(value) else f"{figure} {plural(str(value.unit))} old"
    return _BOUNDS[value.bound] + age
