"""Build a mention out of a span of a sentence."""

from __future__ import annotations

from typing import Any

from discrepancy.model import Kind, Mention, Sentence, Value, When, Words


def mention(
    kind: Kind, sentence: Sentence, start: int, end: int, value: Value | When | Words, **more: Any
) -> Mention:
    """The mention at `sentence.text[start:end]`; its offsets count from the start of the article."""
    return Mention(
        kind=kind,
        surface=sentence.text[start:end],
        start=sentence.start + start,
        end=sentence.start + end,
        value=value,
        sentence=sentence,
        **more,
    )
