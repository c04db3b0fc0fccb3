"""Two mentions of one fact -> a verdict; every kind or family of kinds in its own file.

A comparison never says who is wrong: it says how the two statements stand to each other.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from discrepancy.compare.ages import compare_ages
from discrepancy.compare.circumstances import Days
from discrepancy.compare.dates import compare_dates
from discrepancy.compare.names import compare_names
from discrepancy.compare.ordinals import compare_ordinals
from discrepancy.compare.places import compare_places
from discrepancy.compare.polarities import compare_polarities
from discrepancy.compare.quantities import compare_quantities
from discrepancy.compare.quotes import compare_quotes
from discrepancy.compare.scores import compare_scores
from discrepancy.compare.times import compare_times
from discrepancy.compare.titles import compare_titles
from discrepancy.model import Kind, Mention, Value, Verdict, When, Words

LARGEST = 1e18  # no figure in the news is larger; what is, was misread
Comparison = Callable[[Mention, Mention, Days], Verdict | None]

COMPARISONS: dict[Kind, Comparison] = {
    "count": compare_quantities,
    "money": compare_quantities,
    "percent": compare_quantities,
    "measure": compare_quantities,
    "duration": compare_quantities,
    "rate": compare_quantities,
    "age": compare_ages,
    "date": compare_dates,
    "time": compare_times,
    "ordinal": compare_ordinals,
    "score": compare_scores,
    "quote": compare_quotes,
    "name": compare_names,
    "title": compare_titles,
    "place": compare_places,
    "polarity": compare_polarities,
}


def compare(a: Mention, b: Mention, day_a: date | None, day_b: date | None) -> Verdict | None:
    """Say whether two mentions of one fact agree; None where they cannot be compared.

    `day_a` and `day_b` are the days of publication of the two articles. The other order of the sides
    gives the same severity and the mirrored explanation.
    """
    comparison = COMPARISONS.get(a.kind)
    if comparison is None or comparison is not COMPARISONS.get(b.kind):
        return None
    if not (_is_sound(a) and _is_sound(b)):
        return None
    return comparison(a, b, (day_a, day_b))


def _is_sound(mention: Mention) -> bool:
    """Whether every number of a mention is one: the other values, dates and words, always are."""
    return _is_in_range(mention, mention.value) and all(_is_in_range(mention, one) for one in mention.also)


def _is_in_range(mention: Mention, value: Value | When | Words) -> bool:
    if not isinstance(value, Value):
        return True
    if mention.kind == "time" and not value.is_possible:
        return True  # a slip that is no time of day has no numbers, and is compared as such
    return -LARGEST <= value.low <= value.high <= LARGEST  # false for what is not a number
