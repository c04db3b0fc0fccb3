"""Sums of money: "$2.6 billion", "Rs 500 crore", "20 million euros", "$52 a barrel"."""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.extract.measured import find_kind
from discrepancy.model import Article, Mention, Sentence


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Sums of money, in the currency written; a plain "$" is "dollar"."""
    yield from find_kind("money", sentence)
