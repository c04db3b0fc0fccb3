"""Cases of `fixtures/mentions/`: a sentence and every mention of one kind that it holds.

    {"id", "text", "published"?, "mentions": [{"kind", "surface", value fields, "noun"?, "frame"?,
     "attribution"?}]}

The value fields are those of the model: low, high, unit, bound for a `Value`; year, month, day, weekday,
earliest, latest, bound for a `When`; text for `Words`. Only the fields that are given are compared, but
the list of surfaces must be complete and in order.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from discrepancy.model import Article, Mention, Sentence

FOLDER = Path(__file__).parents[2] / "fixtures" / "mentions"
VALUE_FIELDS = {
    "low",
    "high",
    "unit",
    "bound",
    "year",
    "month",
    "day",
    "weekday",
    "earliest",
    "latest",
    "text",
}
MENTION_FIELDS = {"kind", "surface", "noun", "frame", "attribution", "part"}


def load(kind: str) -> list[Any]:
    """The cases of one file as pytest parameters, their fields checked as they load."""
    cases = json.loads((FOLDER / f"{kind}.json").read_text(encoding="utf-8"))
    identifiers = [case["id"] for case in cases]
    assert len(set(identifiers)) == len(identifiers), f"{kind}.json: two cases share an id"
    for case in cases:
        assert case.keys() <= {"id", "text", "published", "mentions"}, case["id"]
        for expected in case["mentions"]:
            assert expected.keys() <= VALUE_FIELDS | MENTION_FIELDS, f"{case['id']}: unknown field"
            assert expected["surface"] in case["text"], (
                f"{case['id']}: {expected['surface']!r} is not in the text"
            )
    return [pytest.param(case, id=case["id"]) for case in cases]


def read(
    find: Callable[[Sentence, Article], Iterator[Mention]], text: str, published: str | None = None
) -> list[Mention]:
    """What a finder finds in a text taken as one sentence, in order."""
    article = Article(text=text, id="case", published=published)
    found = list(find(Sentence(0, len(text), text, 0), article))
    assert all(text[mention.start : mention.end] == mention.surface for mention in found)
    return sorted(found, key=lambda mention: mention.start)


def check(find: Callable[[Sentence, Article], Iterator[Mention]], case: dict[str, Any]) -> None:
    """Compare what is found with what the case expects, field by field."""
    found = read(find, case["text"], case.get("published"))
    assert [mention.surface for mention in found] == [expected["surface"] for expected in case["mentions"]]
    for mention, expected in zip(found, case["mentions"], strict=True):
        for field, value in expected.items():
            actual = getattr(mention.value if field in VALUE_FIELDS else mention, field)
            if field in ("earliest", "latest") and actual is not None:
                actual = actual.isoformat()
            assert actual == value, f"{mention.surface!r}: {field}"
