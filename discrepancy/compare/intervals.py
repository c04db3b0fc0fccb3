"""Two readings in one unit: agree, soft or hard, with a short note on why."""

from __future__ import annotations

import math
from dataclasses import dataclass

from discrepancy.compare.reading import LOWER, UPPER, Reading
from discrepancy.model import Severity

NEAR_BOUND = {1: 1.5, 2: 1.3, 3: 1.1}  # by digits: "more than 20" covers up to 30, "more than 412" up to 450
NEAR_SHARE = 10.0  # percentage points: who has 90 percent does not write "more than 75 percent"
ROOM_BOUND = 1.5  # "more than 70" and "up to 90" go together, "more than 70" and "up to 150" hardly
NEAR_BOUNDS = 1.15  # "more than 340,000" and "more than 300,000" say the same, from a hundred up
NEAR_CEILING = 0.9  # "up to 100" covers down to 90
OVERRUN = 1.25  # "up to 92" against 100 are two estimates; beyond that they exclude each other
VAGUE_LOW, VAGUE_HIGH = 0.75, 2.0  # "dozens" is used for 18 to 200, and a bound has that room too
VAGUE_FAR = 5.0
HEDGE_SOFT = 0.2  # "about 2 hours" against 2 hours 20 minutes: both can be honest
ROUNDING_SOFT = 0.15  # "$6 billion" for $6.7 billion was cut, not rounded
RANGE_SOFT = 0.1


@dataclass(frozen=True, slots=True)
class Relation:
    """How two readings stand to each other; the note reads the same from either side."""

    severity: Severity
    note: str = ""


def relate(x: Reading, y: Reading) -> Relation:
    """Compare two readings in one unit; the order of the two makes no difference."""
    if x.vague or y.vague:
        return _relate_vague(x, y)
    low_x, low_y, high_x, high_y = x.bound in LOWER, y.bound in LOWER, x.bound in UPPER, y.bound in UPPER
    if (low_x and low_y) or (high_x and high_y):
        return _relate_bounds(x, y)
    if low_x and high_y:
        return _relate_opposite(x, y)
    if low_y and high_x:
        return _relate_opposite(y, x)
    if low_x or low_y:
        return _relate_floor(x, y) if low_x else _relate_floor(y, x)
    if high_x or high_y:
        return _relate_ceiling(x, y) if high_x else _relate_ceiling(y, x)
    if x.is_range or y.is_range:
        return _relate_ranges(x, y)
    return _relate_points(x, y)


def is_near(p: float, q: float, x: Reading, y: Reading) -> bool:
    """Whether two points are one figure, to the room of the coarser."""
    return abs(p - q) <= max(x.slack, y.slack) or abs(p - q) <= 1e-9 * max(abs(p), abs(q))


def _relate_points(x: Reading, y: Reading) -> Relation:
    apart, size = abs(x.low - y.low), max(abs(x.low), abs(y.low))
    if is_near(x.low, y.low, x, y):
        return Relation("agree")
    if (
        apart < max(x.step, y.step)
        and x.step != y.step
        and apart <= ROUNDING_SOFT * size
        and _may_be_cut(x, y)
    ):
        return Relation("soft", "possibly one figure, rounded")
    if x.hedged or y.hedged:
        both = "both figures are approximate" if x.hedged and y.hedged else "one figure is approximate"
        if apart <= HEDGE_SOFT * size or (apart <= 1 and size <= 10):
            return Relation("soft", both)
    return Relation("hard")


def _may_be_cut(x: Reading, y: Reading) -> bool:
    """Small counts and whole percentages are exact: 30 people are not 32, 100 percent is not 98."""
    if min(x.step, y.step) < 1:
        return True
    return not x.is_percent and not (x.is_count and max(x.low, y.low) < 100)


def _relate_ranges(x: Reading, y: Reading) -> Relation:
    if is_near(x.low, y.low, x, y) and is_near(x.high, y.high, x, y):
        return Relation("agree")
    gap = max(x.low, y.low) - min(x.high, y.high)
    size = max(abs(x.high), abs(y.high))
    if gap <= 0:
        return Relation(
            "soft", "the ranges only partly overlap" if x.is_range and y.is_range else "one gives a range"
        )
    if gap <= RANGE_SOFT * size or ((x.hedged or y.hedged) and gap <= HEDGE_SOFT * size):
        return Relation("soft", "just outside the range")
    return Relation("hard", "the ranges do not meet" if x.is_range and y.is_range else "outside the range")


def _relate_floor(floor: Reading, other: Reading) -> Relation:
    """A lower bound against a figure or a range."""
    start = floor.low
    if is_near(start, other.low, floor, other) and not other.is_range:
        return _relate_to_the_bound(floor, other)
    if other.high < start:
        return _relate_excluded(floor, start - other.high, other, "below the stated minimum")
    if other.low < start:
        return Relation("soft", "only part of the range is above the lower bound")
    nearest = min(_near_bound(floor) * start, start + NEAR_SHARE if floor.is_percent else math.inf)
    if other.is_range or (floor.bound == ">" and 0 < other.low <= nearest):
        return Relation("agree")
    return Relation("soft", "a lower bound" if floor.bound == ">=" else "far above the lower bound")


def _relate_ceiling(ceiling: Reading, other: Reading) -> Relation:
    """An upper bound against a figure or a range."""
    top = ceiling.high
    if is_near(top, other.high, ceiling, other) and not other.is_range:
        return _relate_to_the_bound(ceiling, other)
    if other.low > top:
        estimate = ceiling.bound == "<=" and 0 < other.low <= OVERRUN * top
        if estimate:
            return Relation("soft", "above the upper bound")
        return _relate_excluded(ceiling, other.low - top, other, "above the stated maximum")
    if other.high > top:
        return Relation("soft", "only part of the range is below the upper bound")
    share = other.high / top if top > 0 else 0.0
    if other.is_range or share >= (NEAR_CEILING if ceiling.bound == "<=" else 1 / _near_bound(ceiling)):
        return Relation("agree")
    return Relation("soft", "an upper bound" if ceiling.bound == "<=" else "far below the upper bound")


def _relate_to_the_bound(bounded: Reading, other: Reading) -> Relation:
    """The bound and the other figure share one number."""
    if bounded.bound == ">" and other.nearly:
        return Relation("soft", "one is above the figure, the other below it")
    return Relation("agree")  # "more than 43" leaves 43 out, and is hardly ever meant to: 22 of 25 labels


def _relate_excluded(bounded: Reading, gap: float, other: Reading, note: str) -> Relation:
    loose = other.hedged and gap <= HEDGE_SOFT * max(abs(bounded.high), abs(other.high))
    return Relation("soft" if loose else "hard", note)


def _relate_bounds(x: Reading, y: Reading) -> Relation:
    """Two lower or two upper bounds."""
    p, q = (x.low, y.low) if x.bound in LOWER else (x.high, y.high)
    if is_near(p, q, x, y):
        return Relation("agree")
    small, large = min(p, q), max(p, q)
    if x.is_count and y.is_count and abs(p - q) == 1 == abs(len(x.bound) - len(y.bound)):
        return Relation("agree")  # "more than 140" and "at least 141"
    if len(x.bound) == len(y.bound) == 1 and 100 <= large <= NEAR_BOUNDS * small:
        return Relation("agree")
    return Relation("soft", "two different " + ("lower" if x.bound in LOWER else "upper") + " bounds")


def _relate_opposite(floor: Reading, ceiling: Reading) -> Relation:
    if floor.low <= ceiling.high or is_near(floor.low, ceiling.high, floor, ceiling):
        far = ceiling.high > ROOM_BOUND * floor.low > 0
        return Relation("soft", "the bounds leave much room") if far else Relation("agree")
    return Relation("hard", "the bounds exclude each other")


def _relate_vague(x: Reading, y: Reading) -> Relation:
    """A word such as "dozens" against a figure, a bound or another such word."""
    gap = max(_shortfall(x, y), _shortfall(y, x))
    if gap <= 1.0:
        return Relation("agree")
    if (x.vague and y.vague) or gap <= VAGUE_FAR:
        return Relation("soft", "a loose figure")
    return Relation("hard", "far from the loose figure")


def _shortfall(low: Reading, high: Reading) -> float:
    """How many times the start of `high` lies above the end of `low`, after the room of loose words."""
    stretch = not (low.vague and high.vague)  # two loose words need no further room
    end = low.high * (VAGUE_HIGH if stretch and (low.vague or low.bound in LOWER) else 1.0)
    start = high.low
    if stretch and (high.vague or high.bound in UPPER):
        start *= VAGUE_LOW if high.vague else 1 / VAGUE_HIGH
    if start <= end:
        return 0.0
    return start / end if end > 0 else float("inf")


def _near_bound(bounded: Reading) -> float:
    digits = len(f"{abs(bounded.low) / bounded.step:.0f}") if bounded.step else 1
    return NEAR_BOUND[min(digits, 3)]
