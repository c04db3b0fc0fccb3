"""Lengths of time: "40-minute", "an hour and a half", "1h 30m", "a year in prison"."""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.extract.measured import find_kind
from discrepancy.model import Article, Mention, Sentence


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Durations in the unit written; those of two units ("1 hour 30 minutes") in the smaller."""
    yield from find_kind("duration", sentence)
