"""Figures a slip apart: a lost "million", a lost zero, a misplaced point, one digit for another."""

from __future__ import annotations

import math

from discrepancy.compare.wording import MAGNITUDES
from discrepancy.model import Value

THOUSANDS = {3: "a thousand", 6: "a million", 9: "a billion"}
TENS = {1: "ten", 2: "a hundred"}
LONG = 3  # significant digits: of shorter figures, many differ in one by chance
CLOSE = 0.02  # $1.2 million against $1,210 is the same slip


def find_slip(a: Value, b: Value) -> tuple[int, str] | None:
    """The power of ten between two single figures, 0 where digits differ, and a note on it; else None."""
    if a.low != a.high or b.low != b.high or a.low <= 0 or b.low <= 0:
        return None
    small, large = min(a.low, b.low), max(a.low, b.low)
    if not math.isfinite(large / small):
        return None
    power = round(math.log10(large / small))
    off = abs(large / small / 10.0**power - 1)
    if power in THOUSANDS and off <= CLOSE:
        return power, f"{THOUSANDS[power]} times apart, possibly {_thousands(a.low, b.low)}"
    if power in TENS and off <= 1e-9:
        decimal = small != int(small)
        cause = "a lost decimal point" if decimal else "a lost zero" if power == 1 else "lost zeros"
        return power, f"{TENS[power]} times apart, possibly {cause}"
    note = _compare_digits(*(f"{value.low:.4f}".rstrip("0") for value in (a, b)))
    return (0, note) if note else None


def _compare_digits(first: str, second: str) -> str | None:
    """A note where one digit of two long figures differs, or two neighbours are exchanged."""
    significant = [len(digits.replace(".", "").strip("0")) for digits in (first, second)]
    if len(first) != len(second) or min(significant) < LONG:
        return None
    places = [at for at, (x, y) in enumerate(zip(first, second, strict=True)) if x != y]
    if len(places) == 1:
        return "one digit differs"
    exchanged = [first[at] for at in places] == [second[at] for at in reversed(places)]
    neighbours = len(places) == 2 and places[1] == places[0] + 1
    return "two digits are exchanged" if neighbours and exchanged else None


def _thousands(a: float, b: float) -> str:
    first, second = _magnitude(a), _magnitude(b)
    if first and second and first != second:
        return f"'{first}' for '{second}'"
    word = first or second or "thousand"
    return f"a lost '{word}'"


def _magnitude(value: float) -> str | None:
    return next((name for scale, name in MAGNITUDES if value >= scale), None)
