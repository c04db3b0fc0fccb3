"""A stated value in a few words, for listings that people read."""

from __future__ import annotations

import math
from calendar import day_name, month_name, monthrange
from datetime import date

from discrepancy.model import Value, When, Words
from discrepancy.report.printable import one_line

_BOUND = {"=": "", "~": "about ", ">": "over ", ">=": "at least ", "<": "under ", "<=": "at most "}
_WHEN = {"=": "", "~": "around ", ">": "after ", ">=": "since ", "<": "before ", "<=": "until "}


def say(value: Value | When | Words) -> str:
    """The value as stated: "at least 20", "24 to 99", "16:30", "2025-07-10"; the unit stands apart."""
    if isinstance(value, Words):
        return one_line(value.text)
    if isinstance(value, When):
        return _WHEN[value.bound] + (_days(value) or _parts(value))
    if not value.is_possible:
        return "no time of day"
    write = _clock if value.unit == "minute of day" else _number
    ends = [write(end) for end in (value.low, value.high) if math.isfinite(end)]
    return _BOUND[value.bound] + _join(ends)


def say_unit(value: Value | When | Words) -> str:
    """The unit beside a number; nothing where the value itself shows what it is."""
    shown = isinstance(value, Value) and value.unit not in (None, "minute of day", "score")
    return str(value.unit) if shown else ""


def _join(ends: list[str]) -> str:
    return " to ".join(dict.fromkeys(ends))


def _days(when: When) -> str:
    """The days it can mean: a whole year as 1968, a whole month as 1968-03, else the first and last."""
    first, last = when.earliest, when.latest
    if first and last and first.day == 1 and last == _month_end(first):
        return f"{first:%Y-%m}"
    if first and last and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return _join([str(first.year), str(last.year)])
    return _join([str(day) for day in (first, last) if day])


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _parts(when: When) -> str:
    """What is stated of a day that could not be resolved: "Monday 4 March", "1968"."""
    weekday = day_name[when.weekday] if when.weekday is not None else ""
    month = month_name[when.month] if when.month and when.month <= 12 else str(when.month or "")
    day, year = (str(number) if number else "" for number in (when.day, when.year))
    return " ".join(part for part in (weekday, day, month, year) if part)


def _number(number: float) -> str:
    return f"{number:,.10g}" if abs(number) < 1e10 else f"{number:,.0f}"


def _clock(minutes: float) -> str:
    hours, minute = divmod(round(minutes), 60)
    return f"{hours % 24:02d}:{minute:02d}"
