"""How precisely a number is stated: what rounding, hedging and vague words leave open.

A `Reading` is a `Value` with the room around it, all in one unit.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from discrepancy import units
from discrepancy.compare.wording import NEARLY
from discrepancy.model import Mention, Value

LOWER, UPPER = (">", ">="), ("<", "<=")
ROUND_CAP = 0.03  # "700" and 712 agree, "100" and 120 do not: round numerals cover 3 % at most
DIGIT_CAP = 0.05  # 1.2 million covers 1.16 to 1.25 million
HEDGE_CAP = 0.08  # "about 200" covers 190; labelled "about 150" against "about 200" is a conflict
FAR_CAP = 0.15  # between two units a single digit rounds hard: four miles is seven kilometres

_MAGNITUDE = re.compile(r"hundred|thousand|[mbtr]illion|\d ?(?:k|m|mm|bn|b|tn)\b|crore|lakh", re.I)
_DECIMALS = re.compile(r"\d[\d,]{0,20}\.(\d{1,12})")
_RANGE = re.compile(r"\b(?:to|and|or|between)\b|\d", re.I)
_LOOSE = re.compile(r"\b(?:dozen|couple|handful|score)\b", re.I)


@dataclass(frozen=True, slots=True)
class Reading:
    """An interval with the room that its wording leaves, every number in one unit."""

    low: float
    high: float
    bound: str
    slack: float  # a point within this distance is the same figure
    step: float  # worth of one unit in the last significant digit
    hedged: bool  # "about", "a dozen"
    vague: bool  # "dozens", "several": an interval that no one counted
    nearly: bool  # approached from below
    is_count: bool
    is_percent: bool

    @property
    def is_range(self) -> bool:
        """Two ends stated, "20 to 30"."""
        return self.high > self.low and not self.vague


def read(value: Value, mention: Mention) -> Reading:
    """The room that a value and its wording leave."""
    return _read(value, mention.surface)


@lru_cache(maxsize=4096)  # a mention meets every mention of the other article
def _read(value: Value, surface: str) -> Reading:
    low, high, bound = min(value.low, value.high), max(value.low, value.high), value.bound
    bound = "~" if bound not in ("=", "~") and high > low else bound  # "as many as 30 to 40"
    nearly = bool(NEARLY.search(surface))
    hedged = bound == "~" or nearly or bool(_LOOSE.search(surface))
    exponent = max(_exponent(low, surface), _exponent(high, surface))
    zeros_count = hedged or (exponent > 1 and value.unit != "percentage")
    step = 10.0**exponent
    return Reading(
        low=low,
        high=high,
        bound=bound,
        slack=_slack(max(abs(low), abs(high)), step if zeros_count else min(step, 1.0), surface, hedged),
        step=step,
        hedged=hedged,
        vague=high > low and not _RANGE.search(surface),
        nearly=nearly,
        is_count=value.unit is None,
        is_percent=value.unit == "percentage",
    )


def convert(reading: Reading, unit: str | None, to: str | None) -> Reading | None:
    """The reading in another unit, with the wider room that a conversion needs; None if it has none."""
    if units.dimension(unit) is None or units.dimension(unit) != units.dimension(to):
        return None
    size = max(abs(reading.low), abs(reading.high))
    room = min(reading.step / 2, (FAR_CAP if size < 10 else DIGIT_CAP) * size)
    widest = reading.high + max(room, reading.slack)
    numbers = (reading.low, reading.high, widest, reading.high + reading.step)
    ends = [units.convert(number, unit, to) for number in numbers]
    if any(end is None or not math.isfinite(end) for end in ends):
        return None
    low, high, widened, stepped = (float(end) for end in ends if end is not None)
    return replace(reading, low=low, high=high, slack=abs(widened - high), step=abs(stepped - high))


def _slack(size: float, step: float, surface: str, hedged: bool) -> float:
    """Half the last digit, capped so that a round number does not swallow its neighbours."""
    written_out = step > 1 and not (size >= 10 * step and _MAGNITUDE.search(surface))
    cap = HEDGE_CAP if hedged else ROUND_CAP if written_out else DIGIT_CAP
    return min(step / 2, cap * size) * (1 + 1e-9)


def _exponent(number: float, surface: str) -> int:
    """The power of ten of the last digit stated: 9 for 14 billion, -1 for "5.0", 2 for 700."""
    if number == 0:
        return 0
    mantissa, _, power = f"{number:.11e}".partition("e")
    exponent = int(power) - len(mantissa.split(".")[1].rstrip("0"))
    for match in _DECIMALS.finditer(surface):
        written = float(match[0].replace(",", ""))
        scale = math.log10(abs(number) / written) if written and abs(number) > 1e-12 else 0.5
        if abs(scale - round(scale)) < 1e-9:
            return min(exponent, round(scale) - len(match[1]))
    return exponent
