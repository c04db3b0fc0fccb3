"""Counts, measures, durations, rates, percentages and money."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from discrepancy import units
from discrepancy.compare.circumstances import Days, differing_sources, has_risen, is_toll
from discrepancy.compare.intervals import Relation, relate
from discrepancy.compare.reading import LOWER, UPPER, Reading, convert, read
from discrepancy.compare.slips import find_slip
from discrepancy.compare.wording import concord, say, versus
from discrepancy.model import Mention, Value, Verdict

WHOLE = 100.0  # 23 and 77 percent are most often the two sides of one split
FAR_SLIP = 3  # from a thousand times on no later toll and no other source explains it
RESTATED = 1.25  # 60 and 35 km that are both "35 miles": past any rounding or rate of exchange
ONE_SUM = 2.0  # times: further apart the period makes the difference
# "14 hours" of deliberation and a trial of "28 days": in two units and so many times apart, two facts. Of 38
# labelled conflicts of durations one lies further apart, a slip of the keyboard.
TWO_SPANS = 20.0
ELAPSED, REMAINING = {"mark", "into", "of"}, {"left", "remaining", "to go", "to play"}  # clocks of a match
# What a word is used for, too: "tons" outside the United States, "miles" at sea.
OTHER_READINGS = {"ton": ("tonne", "kilogram"), "mile": ("nautical mile",)}
RANKS = {"agree": 0, "soft": 1, "hard": 2}


@dataclass(frozen=True, slots=True)
class Pair:
    """One value of each side, and how the two stand."""

    first: Value
    second: Value
    relation: Relation
    restated: int  # how many of the two are restatements

    @property
    def order(self) -> tuple[int, bool, int, list[str]]:
        """Agreeing pairs before others, then those in one unit; the same in either order of the sides."""
        values = sorted((repr(self.first), repr(self.second)))
        return RANKS[self.relation.severity], self.first.unit != self.second.unit, self.restated, values


def compare_quantities(a: Mention, b: Mention, days: Days) -> Verdict | None:
    """Agree where two values in one unit agree; None between units, or a part and another total."""
    if {a.frame, b.frame} & ELAPSED and {a.frame, b.frame} & REMAINING:
        return None  # "7:41 left" and "the 12:19 mark" can be one moment
    pairs = list(_pairs(a, b))
    if a.part != b.part:  # a part and a total can be equal, they cannot contradict each other
        pairs = [pair for pair in pairs if pair.relation.severity == "agree"]
    if not pairs:
        return None
    best = pairs[0] if len(pairs) == 1 else min(pairs, key=lambda pair: pair.order)
    if best.relation.severity == "agree":
        return _judge_agreement(best, pairs, a, b)
    return _judge(best, a, b, days)


def _pairs(a: Mention, b: Mention) -> Iterator[Pair]:
    """Every value of one side with every value of the other that can be compared with it."""
    for i, first in enumerate(_stated(a)):
        for j, second in enumerate(_stated(b)):
            relation = _relate(first, second, a, b)
            if relation is not None:
                yield Pair(first, second, relation, (i > 0) + (j > 0))


def _judge_agreement(best: Pair, pairs: list[Pair], a: Mention, b: Mention) -> Verdict:
    """Agree, but for a value stated beside those that agree and far from every one of the other side."""
    if len(pairs) == 1:
        return Verdict("agree", concord(say(a, best.first), say(b, best.second)))
    partners: dict[tuple[int, Value], Pair] = {}
    for pair in sorted(pairs, key=lambda pair: pair.order):
        partners.setdefault((0, pair.first), pair)
        partners.setdefault((1, pair.second), pair)
    off = max(partners.values(), key=lambda pair: (RANKS[pair.relation.severity], pair.order))
    if off.relation.severity == "hard" and _is_far(off):
        note = f"restated as {say(a, best.first)} vs {say(b, best.second)}"
        return Verdict("soft", versus(say(a, off.first), say(b, off.second), note))
    return Verdict("agree", concord(say(a, best.first), say(b, best.second)))


def _stated(mention: Mention) -> list[Value]:
    return [value for value in (mention.value, *mention.also) if isinstance(value, Value)]


def _is_far(pair: Pair) -> bool:
    """Further apart than rounding and the rates of exchange of two days can put restatements."""
    ends = sorted((abs(pair.first.low), abs(_in_unit(pair.second, pair.first.unit).low)))
    return ends[1] > RESTATED * ends[0]


def _relate(first: Value, second: Value, a: Mention, b: Mention) -> Relation | None:
    """The two values in one unit, the finer room where they share it."""
    if first == second:
        return Relation("agree")
    x, y = read(first, a), read(second, b)
    if first.unit == second.unit == "percentage" and first.low + second.low == WHOLE:
        return Relation("agree") if first.low == second.low else None
    if period := _left_out(first, second):
        return _relate_without(period, first, second, a, b)
    if (used := _read_as_used(first, second)) != (first, second):
        relation = _relate(*used, a, b)
        if relation and relation.severity == "agree":
            return relation
    if first.unit != second.unit:
        common = min(str(first.unit), str(second.unit))  # the same whichever side comes first
        moved = convert(x, first.unit, common), convert(y, second.unit, common)
        if moved[0] is None or moved[1] is None:
            return None
        x, y = moved[0], moved[1]
    relation = relate(x, y)
    are_spans = first.unit != second.unit and units.dimension(first.unit) == "time"
    return None if are_spans and relation.severity != "agree" and _is_apart(x, y) else relation


def _read_as_used(first: Value, second: Value) -> tuple[Value, Value]:
    """The two values, "tons" beside kilograms read as tonnes and "miles" beside nautical ones as those."""
    if second.unit in OTHER_READINGS.get(str(first.unit), ()):
        first = replace(first, unit=OTHER_READINGS[str(first.unit)][0])
    elif first.unit in OTHER_READINGS.get(str(second.unit), ()):
        second = replace(second, unit=OTHER_READINGS[str(second.unit)][0])
    return first, second


def _is_apart(x: Reading, y: Reading) -> bool:
    """More than TWO_SPANS times between the nearest ends of two readings in one unit."""
    shorter, longer = sorted((x, y), key=lambda reading: reading.high)
    return longer.low > TWO_SPANS * shorter.high


def _left_out(first: Value, second: Value) -> str | None:
    """The period in which one of two sums is paid and which the other leaves out: "$1,640 a month"."""
    for paid, sum_alone in ((first, second), (second, first)):
        coin, _per, period = (paid.unit or "").partition(" per ")
        is_period = units.dimension(coin) == units.CURRENCY and units.dimension(period) == "time"
        if is_period and coin == sum_alone.unit:
            return period
    return None


def _relate_without(period: str, first: Value, second: Value, a: Mention, b: Mention) -> Relation | None:
    """Compare the sums alone where they are near enough to be one; "$600 a month" is no $7,200."""
    small, large = sorted((abs(first.low), abs(second.low)))
    if large > ONE_SUM * small:
        return None
    relation = relate(read(replace(first, unit=period), a), read(replace(second, unit=period), b))
    return (
        relation
        if relation.severity == "agree"
        else replace(relation, note=relation.note or f"one a {period}")
    )


def _judge(pair: Pair, a: Mention, b: Mention, days: Days) -> Verdict:
    """A conflict, and what makes it one that both sides can be honest in."""
    first, second, relation = pair.first, pair.second, pair.relation
    here, there = say(a, first), say(b, second)
    risen = has_risen(_in_unit(first, second.unit), second, days) if is_toll(a) and is_toll(b) else None
    if relation.severity == "soft":
        later = f"; {risen[1]}" if risen and risen[0] else ""
        return Verdict("soft", versus(here, there, relation.note) + later)
    slip = find_slip(first, second) if first.unit == second.unit else None
    if slip and slip[0] >= FAR_SLIP:
        return Verdict("hard", versus(here, there, slip[1]))
    if sources := differing_sources(a, b):
        return Verdict("soft", versus(here, there, sources))
    if risen and risen[0]:
        return Verdict("soft", f"{versus(here, there)}; {risen[1]}")
    is_open = {first.bound, second.bound} & {*LOWER, *UPPER}
    if is_open and is_toll(a) and is_toll(b) and not risen:
        return Verdict("soft", versus(here, there, f"{relation.note}, possibly a toll of another hour"))
    if risen:
        return Verdict("hard", f"{versus(here, there)}; {risen[1]} and has the lower figure")
    return Verdict("hard", versus(here, there, slip[1] if slip else relation.note))


def _in_unit(value: Value, unit: str | None) -> Value:
    moved = units.convert(value.low, value.unit, unit)
    return value if moved is None else Value(moved, moved, unit)
