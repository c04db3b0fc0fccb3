"""Stamps that cannot be right: "Jul 73, 2031 01:40 PM", "Tuesday, August 4, 2032" (a Wednesday).

When a report appeared is no fact of what it reports, and reports differ in it; but a day that no calendar has
is a slip wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.extract import dates
from discrepancy.model import Article, Mention, Sentence, When


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """The dates of a stamp that contradict the calendar."""
    for mention in dates.find(sentence, article):
        if isinstance(mention.value, When) and is_slip(mention.value):
            yield mention


def is_slip(when: When) -> bool:
    """Whether the calendar has no such day, or has it on another weekday than the one that is named."""
    if not when.is_possible:
        return True
    named = when.weekday is not None and when.year is not None and when.day is not None
    return named and when.earliest is not None and when.earliest.weekday() != when.weekday
