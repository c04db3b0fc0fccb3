"""Every quantity of a sentence once, with its unit: what the finders of the single kinds choose from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from discrepancy import units
from discrepancy.extract.attach import Quantity, attach_unit, measured, priced
from discrepancy.extract.bounds import bound_after, bound_before
from discrepancy.extract.designations import is_designated
from discrepancy.extract.lone_units import find_lone_units
from discrepancy.extract.number_words import UNITS
from discrepancy.extract.numbers import are_ends, connects, lent, signed_numbers
from discrepancy.extract.quantulum import unit_at
from discrepancy.extract.restatement import link_restatements

_COMPOUND = re.compile(r"|,? (?:and )?|-")
_SUSPENDED = re.compile(r"-,? (?:(?:and|or|to|versus) )?")
# "It rose by 750 to 5,250": a change and where it ended, when the second number dwarfs the first.
_BY_HOW_MUCH = re.compile(
    r"\b(?:by|rose|rises?|f[ae]lls?|climb(?:ed|s)|jump(?:ed|s)|dropp?(?:ed|s)?|added|adds|gain(?:ed|s)|lost|slipped"
    r"|shed|sheds|slid|dipped|surged|soared|plunged|tumbled|up|down|higher|lower|increased|decreased|declined)"
    r" (?:about |nearly |almost |over |some |another |an? (?:seasonally )?adjusted )?$",
    re.IGNORECASE,
)
_DWARFED = 3
_BY = re.compile(r"[- ]by[- ]| ?[x×] ?")  # "480 by 360 pixels", "4 x 6 feet"
_INCHES = re.compile(
    r"[- ](?P<inches>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)"
    r"(?:-inch(?:es)?\b|(?! ?in)(?=[\s,.;)]|$))"
)


@lru_cache(maxsize=512)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity in the text in order: units attached, ranges and compounds joined, hedges read."""
    found = sorted(_united(text), key=lambda quantity: (quantity.start, -quantity.end))
    joined = _join(text, _shared(text, _disjoint(found)))
    return tuple(link_restatements(text, [_hedged(text, quantity) for quantity in joined]))


def _united(text: str) -> Iterator[Quantity]:
    for number in signed_numbers(text):
        if not is_designated(text, number.core, number.end):
            quantity = attach_unit(text, number)
            if quantity is not None:
                yield _height(text, quantity)
    for number, unit_start, known in find_lone_units(text):
        unit = known or unit_at(text[unit_start : unit_start + 60])
        if unit:
            yield measured(text, number, unit_start, unit)


def _height(text: str, quantity: Quantity) -> Quantity:
    """ "5-foot-11": feet with bare inches behind them."""
    match = _INCHES.match(text, quantity.end) if quantity.unit == "foot" else None
    more = UNITS.get(match["inches"]) or int(match["inches"]) if match else 12
    if match is None or more > 11 or quantity.low > 8:
        return quantity
    inches = 12 * quantity.low + more
    return replace(quantity, end=match.end(), low=inches, high=inches, unit="inch")


def _disjoint(quantities: Iterable[Quantity]) -> list[Quantity]:
    """The first of those that overlap: they come sorted, the longest first."""
    kept: list[Quantity] = []
    for quantity in quantities:
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept


def _shared(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Give numbers the unit that is written once for a row of them, from the last to the first.

    "Two- and three-bedroom", "10- to 15-minute", "480 by 360 pixels", "0.5, 0.4 and 0.3 percent".
    """
    given, in_row = list(quantities), False
    for place in range(len(given) - 2, -1, -1):
        here, after = given[place], given[place + 1]
        gap = text[here.end : after.start]
        suspended = after.attributive and _SUSPENDED.fullmatch(gap)
        behind = (
            in_row or after.end > after.number.end
        ) and not after.attributive  # "5 and 7 miles", not "two and $5"
        listed = behind and (gap in (" and ", " or ") or (in_row and gap == ", "))
        in_row = here.unit is None and after.number.start == after.start and bool(suspended or listed)
        if here.unit is None and (in_row or _BY.fullmatch(gap)):
            given[place] = replace(here, unit=after.unit, attributive=after.attributive)
    return given


def _join(text: str, quantities: list[Quantity]) -> list[Quantity]:
    joined: list[Quantity] = []
    for quantity in quantities:
        if joined and (whole := _range(text, joined[-1], quantity) or _compound(text, joined[-1], quantity)):
            joined[-1] = whole
        else:
            joined.append(quantity)
    return joined


def _range(text: str, lower: Quantity, upper: Quantity) -> Quantity | None:
    """ "$5 million to $10 million", "20 to 30 percent", "between 5 and 6 feet", "20-30"."""
    same_unit = lower.unit == upper.unit or (upper.unit or "").startswith(f"{lower.unit} per ")
    one_unit = same_unit or lower.unit is None
    bare_end = upper.unit is None and units.dimension(lower.unit) == units.CURRENCY
    opening = connects(text, lower.start, lower.end, upper.start) if one_unit or bare_end else ""
    low = lower.low * lent(lower.number, upper.number)
    if not opening or not are_ends(text, lower.number, upper.number) or low >= upper.high:
        return None
    if same_unit and upper.low >= _DWARFED * low and _is_change(text, lower, upper):
        return None
    if bare_end and lower.unit:  # "$5-6 a day"
        upper = replace(priced(text, upper.number, upper.start, lower.unit), low=upper.low, high=upper.high)
    start = lower.start - len(opening) if "between" in opening.lower() else lower.start
    number = replace(upper.number, start=start, core=start, form="range")
    return replace(upper, start=start, number=number, low=low, unit=upper.unit or lower.unit)


def _is_change(text: str, change: Quantity, reached: Quantity) -> bool:
    """Whether "to" leads from a change to the value it ended at, not from one end of a range to the other."""
    written = text[change.end : reached.start] == " to "
    return written and _BY_HOW_MUCH.search(text[max(0, change.start - 30) : change.start]) is not None


def _compound(text: str, large: Quantity, small: Quantity) -> Quantity | None:
    """ "Six feet two inches", "1 hour 30 minutes", "1h 30m": one value, in the smaller unit."""
    if large.dimension not in ("time", "length", "mass") or large.unit in ("mile", "kilometre"):
        return None
    unit = "minute" if large.unit == "hour" and text[small.end - 1] == "m" else small.unit
    factor = units.convert(1, large.unit, unit) if unit else None
    if factor is None or factor <= 1 or small.low >= factor * 1.01:
        return None
    if (
        large.low != large.high
        or small.low != small.high
        or not _COMPOUND.fullmatch(text[large.end : small.start])
    ):
        return None
    total = round(large.low * factor + small.low, 6)
    return replace(small, start=large.start, number=large.number, low=total, high=total, unit=unit)


def _hedged(text: str, quantity: Quantity) -> Quantity:
    before = bound_before(text, quantity.start)
    after = bound_after(text, quantity.end) or bound_after(text, quantity.number.end)
    if before:
        quantity = replace(quantity, start=before[0], bound=before[1])
    if after:
        end = max(quantity.end, after[0])
        quantity = replace(quantity, end=end, bound=quantity.bound if before else after[1])
    return quantity
