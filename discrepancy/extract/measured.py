"""Quantities with a unit, by kind: what money, percentages, durations, measures and rates have in common."""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy import units
from discrepancy.extract.attach import Quantity
from discrepancy.extract.mention import mention
from discrepancy.extract.nouns import noun_after, noun_before, noun_of
from discrepancy.extract.parts import is_part
from discrepancy.extract.quantity import find_quantities
from discrepancy.model import Kind, Mention, Sentence


def kind_of(quantity: Quantity) -> Kind:
    """The kind a quantity belongs to, by what its unit measures."""
    dimension = quantity.dimension
    if quantity.unit is None or dimension is None:
        return "percent" if quantity.number.form == "fraction" else "count"
    if dimension.startswith(units.CURRENCY):
        return "money"
    if dimension in ("proportion", "points of percentage"):
        return "percent"
    if " per " in dimension:
        return "rate"
    return "duration" if dimension == "time" else "measure"


def find_kind(kind: Kind, sentence: Sentence) -> Iterator[Mention]:
    """The sentence's quantities of one kind that carries a unit."""
    for quantity in find_quantities(sentence.text):
        if quantity.unit is not None and kind_of(quantity) == kind:
            yield _mention(kind, sentence, quantity)


def _mention(kind: Kind, sentence: Sentence, quantity: Quantity) -> Mention:
    text = sentence.text
    return mention(
        kind,
        sentence,
        quantity.start,
        quantity.end,
        quantity.value,
        noun=measured_noun(text, quantity),
        also=quantity.also,
        part=is_part(text, quantity.start, quantity.end),
    )


def measured_noun(text: str, quantity: Quantity) -> str | None:
    """What a measure is said of: the noun after it, after its "of" or "in", or before it."""
    found = noun_of(text, quantity.end)
    if found is None and (quantity.attributive or quantity.dimension != "time"):
        found = noun_after(text, quantity.end, plural=False)
        if found and not quantity.attributive and found[0].endswith(("ing", "ly")):
            found = None  # "over 350 yards giving them the lead"
    return found[0] if found else noun_before(text, quantity.start)
