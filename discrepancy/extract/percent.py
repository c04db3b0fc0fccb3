"""Shares of a whole: percentages, points of percentage, and fractions ("a third", "one in five")."""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.extract.measured import find_kind
from discrepancy.extract.mention import mention
from discrepancy.extract.nouns import noun_after, noun_of
from discrepancy.extract.quantity import find_quantities
from discrepancy.model import Article, Mention, Sentence, Value


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Percentages with the unit "percentage", fractions with the unit "fraction"."""
    yield from find_kind("percent", sentence)
    for quantity in find_quantities(sentence.text):
        if quantity.unit is None and quantity.number.form == "fraction":
            noun = noun_of(sentence.text, quantity.end) or noun_after(
                sentence.text, quantity.end, plural=True
            )
            value = Value(quantity.low, quantity.high, "fraction", quantity.bound)
            yield mention(
                "percent", sentence, quantity.start, quantity.end, value, noun=noun[0] if noun else None
            )
