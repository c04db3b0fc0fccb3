"""Rates: "325,000 barrels per day", "50 hours a week"; speeds with a name of their own are measures."""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.extract.measured import find_kind
from discrepancy.model import Article, Mention, Sentence


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Rates, with the unit "X per Y"."""
    yield from find_kind("rate", sentence)
