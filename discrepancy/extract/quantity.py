"""Every quantity of a sentence once, with its unit: what the finders of the single kinds choose from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from discrepancy import units
from discrepancy.extract.bounds import bound_after, bound_before
from discrepancy.extract.currency import currency_before
from discrepancy.extract.designations import is_designated
from discrepancy.extract.lone_units import find_lone_units
from discrepancy.extract.numbers import Number, connects, signed_numbers
from discrepancy.extract.quantulum import unit_at
from discrepancy.model import Bound, Value


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, its unit and its hedge: `text[start:end]`; offsets count from the sentence's start."""

    start: int
    end: int
    number: Number
    low: float
    high: float
    unit: str | None = None
    bound: Bound = "="
    also: tuple[Value, ...] = ()
    attributive: bool = False  # written as an adjective: "40-minute"

    @property
    def value(self) -> Value:
        """The value as stated."""
        return Value(self.low, self.high, self.unit, self.bound)

    @property
    def dimension(self) -> str | None:
        """What its unit measures, None for a bare count."""
        return units.dimension(self.unit)


_GAP = re.compile(
    r"(?:[ \u00a0\u2009\u202f-]|[ -](?:consecutive|straight|more|full|additional|extra|solid|whole|long|further|other|calendar|working"
    r"|business|trading|playing|short|square|different)[ -])?"
)
_MORE = re.compile(
    r" (?:consecutive|straight|more|full|additional|extra|solid|whole|long|further|other|calendar|working|business|trading|playing|short) "
)
_ATTACHED_ONLY = re.compile(r"(?![mgl])[A-Za-z](?:/|$)")
_PER = re.compile(
    r" ?(?:per|an?|each|every|/) ?(?P<what>share|person|head|capita|vote|student|household|patient|ticket|unit|night|ounce|copy|game)\b",
    re.IGNORECASE,
)
_STERLING = re.compile(
    r"£|\b(?:pay|paid|cost|costs|price|worth|fine[ds]?|spen[dt]|sold|sell|bill|salary|wage|earn|money|cash|budget|pence|sterling)",
    re.IGNORECASE,
)
_HALF_AFTER = re.compile(r"[ -]and[ -]a[ -](?P<part>half|quarter)\b", re.IGNORECASE)
_RESTATES = re.compile(
    r" ?[(\[](?:or |about |around |some |roughly |nearly |approximately |more than |over |US|i\.e\. )?$|[,;] or (?:about |around |roughly |nearly |some )?$|[;/] ?$| \($|, about $| - (?:or )?$"
)
_COMPOUND = re.compile(r" |, | and |, and |-")


@lru_cache(maxsize=512)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity in the text in order: units attached, ranges and compounds joined, hedges read."""
    found = sorted(_united(text), key=lambda quantity: (quantity.start, -quantity.end))
    joined = _join(text, _disjoint(found))
    return tuple(_restated(text, [_hedged(text, quantity) for quantity in joined]))


def _united(text: str) -> Iterator[Quantity]:
    for number in signed_numbers(text):
        if not is_designated(text, number.core, number.end):
            quantity = _with_unit(text, number)
            if quantity is not None:
                yield quantity
    for number, unit_start in find_lone_units(text):
        unit = unit_at(text[unit_start : unit_start + 60])
        if unit:
            yield _measured(text, number, number.start, unit_start, unit)


def _with_unit(text: str, number: Number) -> Quantity | None:
    sign = currency_before(text, number.core)
    if sign:
        return _priced(text, number, *sign)
    gap = _GAP.match(text, number.end)
    assert gap is not None  # an empty gap matches too
    for start in dict.fromkeys((gap.end(), _short_gap(text, number.end))):
        unit = unit_at(text[start : start + 60]) if start > number.end or number.form == "digits" else None
        if unit and _may_follow(text, number, start, unit):
            return _measured(text, number, number.start, start, unit)
    if text[number.end : number.end + 1].isalpha():
        return None  # a number glued to letters that are no unit is a name: "737MAX"
    return Quantity(number.start, number.end, number, number.low, number.high)


def _short_gap(text: str, position: int) -> int:
    return position + (text[position : position + 1] in (" ", "-", "\u00a0", "\u2009", "\u202f"))


def _may_follow(text: str, number: Number, start: int, unit: tuple[str, int]) -> bool:
    """Whether the words after a number are really its unit; some are other words as well."""
    written = text[start : start + unit[1]]
    if start > number.end and _ATTACHED_ONLY.fullmatch(written):
        return False
    if written.lower() in ("won", "rand", "lira", "stone", "real"):
        return number.low >= 100 and not re.match(
            r" (?:the|a|an|their|his|its|in|on|at|by)\b", text[start + unit[1] :][:8]
        )
    if written.lower() in ("second", "quarter", "min", "sec", "bit") and start > number.end:
        return text[start - 1] == "-" or number.low == 1
    if number.end == start and written[0] == "m" and unit[0] == "metre":
        return True
    return not text[start + unit[1] : start + unit[1] + 1].isalpha()


def _priced(text: str, number: Number, start: int, currency: str) -> Quantity:
    """A sum with its sign before it; "per" and a word such as "dollars" may follow."""
    number = replace(number, start=start, core=start) if number.low >= 0 else number
    end, unit = number.end, currency
    after = unit_at("dollars" + text[end : end + 50])
    if after and " per " in after[0] and after[0].startswith("dollar"):
        end, unit = end + after[1] - len("dollars"), f"{currency} per {after[0].partition(' per ')[2]}"
    return _per(text, Quantity(min(start, number.start), end, number, number.low, number.high, unit))


def _measured(text: str, number: Number, start: int, unit_start: int, unit: tuple[str, int]) -> Quantity:
    name, length = unit
    if name == "pound" and (
        number.scale >= 1e5 or (_STERLING.search(text) and " of" != text[unit_start + length :][:3])
    ):
        name = "pound sterling"
    end = unit_start + length
    attributive = text[unit_start - 1] == "-" and not text[unit_start:end].endswith("s")
    quantity = Quantity(start, end, number, number.low, number.high, name, attributive=attributive)
    return _per(text, _and_a_half(text, quantity))


def _and_a_half(text: str, quantity: Quantity) -> Quantity:
    """ "An hour and a half", "two years and a quarter"."""
    more = _HALF_AFTER.match(text, quantity.end)
    if more is None or re.match(
        r"[ -](?:million|billion|dozen|hour|year|century)", text[more.end() : more.end() + 9]
    ):
        return quantity
    part = 0.5 if more["part"].lower() == "half" else 0.25
    return replace(quantity, end=more.end(), low=quantity.low + part, high=quantity.high + part)


def _per(text: str, quantity: Quantity) -> Quantity:
    """ "$2 a share", "5 pounds a head": denominators that are no units of measurement themselves."""
    match = _PER.match(text, quantity.end)
    if (
        match is None
        or quantity.unit is None
        or " per " in quantity.unit
        or quantity.dimension == "proportion"
    ):
        return quantity
    return replace(quantity, end=match.end(), unit=f"{quantity.unit} per {match['what'].lower()}")


def _disjoint(quantities: Iterable[Quantity]) -> list[Quantity]:
    """The first of those that overlap: they come sorted, the longest first."""
    kept: list[Quantity] = []
    for quantity in quantities:
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept


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
    one_unit = lower.unit is None or lower.unit == upper.unit
    bare_end = upper.unit is None and units.dimension(lower.unit) == units.CURRENCY
    end_of_lower = lower.end if lower.unit else lower.number.end
    opening = connects(text, lower.start, end_of_lower, upper.start) if one_unit or bare_end else ""
    if not opening or "vague" in (lower.number.form, upper.number.form) or lower.number.form == "range":
        return None
    lends = lower.number.scale == 1 < upper.number.scale and lower.low < upper.high / upper.number.scale
    low = lower.low * (upper.number.scale if lends else 1)
    if low >= upper.high:
        return None
    start = lower.start - len(opening) if "between" in opening.lower() else lower.start
    number = replace(upper.number, start=start, core=start, form="range")
    return replace(upper, start=start, number=number, low=low, unit=upper.unit or lower.unit)


def _compound(text: str, large: Quantity, small: Quantity) -> Quantity | None:
    """ "Six feet two inches", "1 hour 30 minutes": one value, in the smaller unit."""
    gap = text[large.end : small.start]
    if large.unit is None or large.dimension not in ("time", "length", "mass") or large.low != large.high:
        return None
    if small.unit is None:
        return None
    factor = units.convert(1, large.unit, small.unit)
    if factor is None or factor <= 1 or not (gap == "" or _COMPOUND.fullmatch(gap)):
        return None
    if small.low >= factor * 1.01 or large.unit in ("mile", "kilometre") or small.low != small.high:
        return None
    total = large.low * factor + small.low
    total = round(total) if abs(total - round(total)) < 0.05 * factor and small.unit == "month" else total
    return replace(small, start=large.start, number=large.number, low=total, high=total)


def _hedged(text: str, quantity: Quantity) -> Quantity:
    before = bound_before(text, quantity.start)
    after = bound_after(text, quantity.end) or bound_after(text, quantity.number.end)
    if before:
        quantity = replace(quantity, start=before[0], bound=before[1])
    if after:
        end = max(quantity.end, after[0])
        quantity = replace(quantity, end=end, bound=quantity.bound if before else after[1])
    return quantity


def _restated(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Give quantities that restate each other in other units ("609 m (2,000 ft)") each other's values."""
    restated = list(quantities)
    group: list[int] = []
    for place in range(len(quantities)):
        if group and _restates(text, quantities[group[0]], quantities[place - 1], quantities[place]):
            group.append(place)
            for member in group:
                others = tuple(quantities[other].value for other in group if other != member)
                restated[member] = replace(quantities[member], also=others)
        else:
            group = [place]
    return restated


def _restates(text: str, first: Quantity, before: Quantity, after: Quantity) -> bool:
    if first.unit is None or after.unit is None or after.unit in (first.unit, before.unit):
        return False
    gap = text[before.end : after.start]
    return (
        first.dimension == after.dimension
        and len(gap) < 24
        and bool(_RESTATES.search(gap))
        and len(gap.split()) < 4
    )
