"""What is told in a few words rather than in numbers: names, offices, places, and what was not done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discrepancy.extract.worded import names, places, polarities, titles
from discrepancy.model import Mention, Sentence


def find(sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """Every mention of WORDED_KINDS in the sentences of one article, kind by kind."""
    named = tuple(names.find(sentences))
    yield from named
    yield from titles.find(sentences, named)
    yield from places.find(sentences)
    yield from polarities.find(sentences)
