"""Counts, measures, durations, rates, percentages and money."""

from __future__ import annotations

from discrepancy import units
from discrepancy.compare.circumstances import Days, differing_sources, has_risen, is_toll
from discrepancy.compare.intervals import Relation, relate
from discrepancy.compare.reading import convert, read
from discrepancy.compare.slips import find_slip
from discrepancy.compare.wording import concord, say, versus
from discrepancy.model import Mention, Value, Verdict

WHOLE = 100.0  # 23 and 77 percent are most often the two sides of one split
FAR_SLIP = 3  # from a thousand times on no later toll and no other source explains it


def compare_quantities(a: Mention, b: Mention, days: Days) -> Verdict | None:
    """Agree where any two values in one unit agree; None between units, or a part and another total."""
    related = [
        (first, second, relation)
        for first in _stated(a)
        for second in _stated(b)
        if (relation := _relate(first, second, a, b)) is not None
    ]
    if a.part != b.part:  # a part and a total can be equal, they cannot contradict each other
        related = [item for item in related if item[2].severity == "agree"]
    if not related:
        return None
    ranks = {"agree": 0, "soft": 1, "hard": 2}
    best = min(ranks[relation.severity] for _, _, relation in related)
    # of equally good pairs the one in the same unit reads best, in either order of the two sides
    first, second, relation = min(
        (item for item in related if ranks[item[2].severity] == best),
        key=lambda item: (
            item[0].unit != item[1].unit,
            _order(a, item[0]) + _order(b, item[1]),
            sorted((repr(item[0]), repr(item[1]))),
        ),
    )
    return _judge(first, second, relation, a, b, days)


def _stated(mention: Mention) -> list[Value]:
    return [value for value in (mention.value, *mention.also) if isinstance(value, Value)]


def _order(mention: Mention, value: Value) -> int:
    return 0 if value is mention.value else 1


def _relate(first: Value, second: Value, a: Mention, b: Mention) -> Relation | None:
    """The two values in one unit, the finer room where they share it."""
    if first == second:
        return Relation("agree")
    x, y = read(first, a), read(second, b)
    if first.unit == second.unit == "percentage" and first.low + second.low == WHOLE:
        return Relation("agree") if first.low == second.low else None
    if first.unit != second.unit:
        common = min(str(first.unit), str(second.unit))  # the same whichever side comes first
        moved = convert(x, first.unit, common), convert(y, second.unit, common)
        if moved[0] is None or moved[1] is None:
            return None
        x, y = moved[0], moved[1]
    return relate(x, y)


def _judge(first: Value, second: Value, relation: Relation, a: Mention, b: Mention, days: Days) -> Verdict:
    here, there = say(a, first), say(b, second)
    if relation.severity == "agree":
        return Verdict("agree", concord(here, there))
    if relation.severity == "soft":
        return Verdict("soft", versus(here, there, relation.note))
    slip = find_slip(first, second) if first.unit == second.unit else None
    if slip and slip[0] >= FAR_SLIP:
        return Verdict("hard", versus(here, there, slip[1]))
    if sources := differing_sources(a, b):
        return Verdict("soft", versus(here, there, sources))
    risen = has_risen(_in_unit(first, second.unit), second, days) if is_toll(a) and is_toll(b) else None
    if risen and risen[0]:
        return Verdict("soft", f"{versus(here, there)}; {risen[1]}")
    if risen:
        return Verdict("hard", f"{versus(here, there)}; {risen[1]} and has the lower figure")
    return Verdict("hard", versus(here, there, slip[1] if slip else relation.note))


def _in_unit(value: Value, unit: str | None) -> Value:
    moved = units.convert(value.low, value.unit, unit)
    return value if moved is None else Value(moved, moved, unit)
