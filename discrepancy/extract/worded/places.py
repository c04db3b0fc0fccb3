"""Where something is: bearings, sites, towns with their state; each is compared with its like alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discrepancy.extract.worded import bearings, homes, sites
from discrepancy.model import Mention, Sentence


def find(sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """Every place that is told precisely enough to be compared.

    `frame` is its family with what the family must share beside the noun, `noun` the anchor: the town of
    "south of Tolme", the street of an address, the person of a home.
    """
    for sentence in sentences:
        for family in (bearings, sites, homes):
            yield from family.find(sentence)
