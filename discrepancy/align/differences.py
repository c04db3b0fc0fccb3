"""How two values differ: how far apart they lie, how alike they look, and whether both can be.

Values far apart are seldom two accounts of one fact, and values one slip of the keyboard apart ("41,207" and
"47,207", "12-5-1" and "22-5-1") seldom two facts. One that cannot be ("June 85", "in 2905") tells none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

import numpy as np
from rapidfuzz.distance import OSA  # a swap of neighbours is one slip

from discrepancy.model import Kind, Mention, Value, Verdict, When

if TYPE_CHECKING:
    import numpy.typing as npt

KINDS = get_args(Kind)
LAST_YEAR = 2100  # a day beyond it in the news is a slip
OLDEST = 122  # years that anybody is known to have lived
RANK = re.compile(r"(\d+)(st|nd|rd|th)\b", re.IGNORECASE)
ENDINGS = {1: "st", 2: "nd", 3: "rd"}  # of ranks in digits; all others, and 11 to 13, end in "th"
VALUE_FEATURES = (
    "proximity",
    "same_unit",
    "same_precision",
    "shared_digits",
    "one_slip",
    "impossible",
    "soft",
    "hedged",
    *(f"kind_{kind}" for kind in KINDS),
)


def value_features(told: Sequence[tuple[Mention, Mention, Verdict]]) -> npt.NDArray[np.float64]:
    """Features (len(VALUE_FEATURES), n) of pairs of mentions, symmetric under exchange of the two."""
    return np.array([_value(*one) for one in told], dtype=float).reshape(-1, len(VALUE_FEATURES)).T


def _value(a: Mention, b: Mention, verdict: Verdict) -> list[float]:
    slips = [not is_possible(side) for side in (a, b)]
    return [
        -1.0 if any(slips) else _proximity(a, b),
        float(a.value.unit == b.value.unit),
        _same_precision(a, b),
        _shared_digits(a, b),
        _one_slip(a, b, any(slips)),
        float(sum(slips)),
        float(verdict.severity == "soft"),
        float(a.value.bound != "=") + float(b.value.bound != "="),
        *(float(a.kind == kind) for kind in KINDS),
    ]


def _proximity(a: Mention, b: Mention) -> float:
    """Minus half the absolute log ratio of two quantities that can be, or of the days between two dates."""
    if isinstance(a.value, Value) and isinstance(b.value, Value):
        return -0.5 * abs(math.log(_middle(a.value) / _middle(b.value)))
    if isinstance(a.value, When) and isinstance(b.value, When) and a.value.earliest and b.value.earliest:
        return -0.5 * math.log1p(abs((a.value.earliest - b.value.earliest).days))
    return -1.0  # a word against a word: neither near nor far


def is_possible(mention: Mention) -> bool:
    """Whether there can be such a value; False for slips: "60am", "June 85", "in 2905", "the 41th"."""
    value = mention.value
    if isinstance(value, When):
        years = [value.year or 0, value.earliest.year if value.earliest else 0]
        return value.is_possible and max(years) <= LAST_YEAR
    if not isinstance(value, Value):
        return True
    old = mention.kind == "age" and value.unit == "year" and value.low > OLDEST
    return value.is_possible and not old and _ends_as_it_should(mention)


def _ends_as_it_should(mention: Mention) -> bool:
    """False for a rank such as "41th", whose last digit and ending tell two ranks."""
    rank = RANK.search(mention.surface) if mention.kind == "ordinal" else None
    if not rank:
        return True
    number = int(rank[1][-2:])
    return rank[2].lower() == ("th" if 11 <= number <= 13 else ENDINGS.get(number % 10, "th"))


def _middle(value: Value) -> float:
    ends = [abs(end) for end in (value.low, value.high) if math.isfinite(end)]
    return max(sum(ends) / max(1, len(ends)), 0.1)


def _same_precision(a: Mention, b: Mention) -> float:
    """Dates: both name a weekday, or both a month, or both a year alone; numbers: equally many digits."""
    if isinstance(a.value, When) and isinstance(b.value, When):
        return float(_grain(a.value) == _grain(b.value))
    return float(sum(map(str.isdigit, a.surface)) == sum(map(str.isdigit, b.surface)))


def _shared_digits(a: Mention, b: Mention) -> float:
    """Significant digits that a slip of the keyboard left alike: four in 41,207 and 41,270."""
    if not (isinstance(a.value, Value) and isinstance(b.value, Value)):
        return 0.0
    digits = [f"{abs(value.low):.4f}".replace(".", "").strip("0") for value in (a.value, b.value)]
    return float(max(map(len, digits)) - OSA.distance(*digits))


def _one_slip(a: Mention, b: Mention, impossible: bool) -> float:
    """Digits that are alike where a single slip makes one value of the other, else 0.

    Years and days of one event differ in one digit as a rule: dates count where one of them cannot be. The
    zeros that both figures end in are no likeness.
    """
    if isinstance(a.value, When) and isinstance(b.value, When):
        digits = _digits_of_dates(a.value, b.value) if impossible else ["", ""]
    else:
        digits = [re.sub(r"\D", "", side.surface) for side in (a, b)]
        zeros = min(len(one) - len(one.rstrip("0")) for one in digits)
        digits = [one[: len(one) - zeros] for one in digits]
    if OSA.distance(*digits, score_cutoff=1) != 1:
        return 0.0
    return float(max(map(len, digits)) - 1)


def _digits_of_dates(a: When, b: When) -> list[str]:
    """The digits of two dates in what both state, years and days; none where their months differ."""
    if a.month and b.month and a.month != b.month:
        return ["", ""]
    both = [(f"{x:04}", f"{y:04}") for x, y in [(a.year, b.year)] if x is not None and y is not None]
    both += [(f"{x:02}", f"{y:02}") for x, y in [(a.day, b.day)] if x is not None and y is not None]
    return ["".join(side) for side in zip(*both, strict=True)] or ["", ""]


def _grain(when: When) -> tuple[bool, ...]:
    return (when.year is not None, when.month is not None, when.day is not None, when.weekday is not None)
