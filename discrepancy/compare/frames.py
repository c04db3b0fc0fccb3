"""What a rank is counted in, "the first since February", and how far off a day is, "two weeks ago"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from discrepancy import units
from discrepancy.compare.wording import SMALL
from discrepancy.model import Severity

_MONTH = (
    r"\b(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?(?: (?P<day>\d{1,2})\b(?!\d))?"
)
_SINCE_MONTH = re.compile(_MONTH)
_SINCE_YEAR = re.compile(r"\b[1-9]\d{3}\b")
_SINCE_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_NUMBERS = {word: number for number, word in enumerate(SMALL)} | {"a": 1, "an": 1, "eleven": 11, "twelve": 12}
_STRETCH = (
    r"(?:the (?:last|past) )?(?P<hedge>(?:more than|less than|nearly|almost|over|under|about|around|at least"
    rf"|some|roughly) )?(?:just |only )?(?P<number>\d{{1,4}}|{'|'.join(_NUMBERS)}) "
    r"(?P<unit>day|week|month|year|decade|century|season|game|start)"
)
_WITHIN = re.compile(f"in {_STRETCH}", re.IGNORECASE)
_AWAY = re.compile(rf"{_STRETCH}s? (?P<way>ago|earlier|later)$", re.IGNORECASE)
_LONG = ("year", "decade", "century", "season")  # May 2020 to March 2023 is "three years", and "two"
LOOSE = 1.5  # times: "three weeks" for 22 days, and what "more than a decade" or "nearly 20 years" leave open


@dataclass(frozen=True, slots=True)
class _Stretch:
    number: float
    unit: str
    hedge: str


def relate_frames(first: str, second: str) -> Severity:
    """Whether two frames state different days or lengths; frames of two sorts tell nothing: "agree"."""
    if first.startswith("since ") and second.startswith("since "):
        return _relate_starts(first, second)
    p, q = _WITHIN.match(first), _WITHIN.match(second)
    return _relate_stretches(_measure(p), _measure(q)) if p and q else "agree"


def _relate_starts(first: str, second: str) -> Severity:
    """Compare year, month, day and weekday, each where both frames name one."""
    p, q = _fields(first), _fields(second)
    differs = any(x is not None and y is not None and x != y for x, y in zip(p, q, strict=True))
    return "hard" if differs else "agree"


def _fields(frame: str) -> tuple[str | None, ...]:
    year, month, weekday = (pattern.search(frame) for pattern in (_SINCE_YEAR, _SINCE_MONTH, _SINCE_WEEKDAY))
    named = month["month"][:3].lower() if month else None
    return (
        year[0] if year else None,
        named,
        month["day"] if month else None,
        weekday[0] if weekday and not month else None,
    )


def relate_distances(first: str, second: str) -> Severity | None:
    """ "five weeks ago" against "seven weeks ago"; None where one is no such distance or goes the other way.

    From which day "two years later" counts may differ, so that is never hard.
    """
    here, there = _AWAY.match(first), _AWAY.match(second)
    if not (here and there) or here["way"].lower() != there["way"].lower():
        return None
    p, q = _measure(here), _measure(there)
    severity = _relate_stretches(p, q)
    counted_on = here["way"].lower() != "ago" or abs(p.number - q.number) <= 1
    return "soft" if severity == "hard" and counted_on else severity


def _measure(found: re.Match[str]) -> _Stretch:
    number = found["number"].lower()
    size = float(number) if number.isdigit() else float(_NUMBERS[number])
    return _Stretch(size, found["unit"].lower(), (found["hedge"] or "").strip().lower())


def _relate_stretches(p: _Stretch, q: _Stretch) -> Severity:
    """ "in 22 days" against "in 42 days"; where one is hedged or they are in two units, only far apart."""
    moved = q.number if p.unit == q.unit else units.convert(q.number, q.unit, p.unit)
    if moved is None or p.number <= 0 or moved <= 0:
        return "agree"
    apart = max(p.number, moved) / min(p.number, moved)
    if p.unit != q.unit or p.hedge or q.hedge:
        return "soft" if apart > LOOSE else "agree"
    if apart == 1:
        return "agree"
    return "soft" if p.unit in _LONG and abs(p.number - q.number) <= 1 else "hard"
