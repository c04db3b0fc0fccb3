"""Places: the cases of the fixture, and that no text breaks what finds them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mention_cases import check, load

from discrepancy.extract.worded import places
from discrepancy.model import Article, Mention, Sentence


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Places of one sentence, the longer of two that begin together first."""
    return iter(sorted(places.find([sentence]), key=lambda mention: mention.start))


@pytest.mark.parametrize("case", load("places"))
def test_finds_what_the_case_expects(case: dict[str, Any]) -> None:
    check(find, case)


PIECES = (
    "Tolme|Hesk|al-|of|the|north|south|eastern|outskirts|inside|off the coast of|24|400 block of|Street|"
    "Orrin|Hotel|I-95|Highway 12|, |Ohio|Ill.|(D-|)|’s|'s|Ada Quill|a native of|É|-|.|\n|Boston|Sen."
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=25).map(" ".join))
def test_no_text_breaks_it_and_spans_are_exact(text: str) -> None:
    for mention in places.find([Sentence(0, len(text), text, 0)]):
        assert mention.surface == text[mention.start : mention.end]
        assert mention.surface == mention.surface.strip()
        assert mention.frame
