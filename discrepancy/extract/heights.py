"""Heights of players as teams list them: "Marsh (6-1, 180 pounds)" is six feet and one inch, and no score."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.extract.mention import mention
from discrepancy.model import Article, Mention, Sentence, Value

UNIT = "inch"
_WEIGHT = r",\s?\d{2,3}(?:\s?(?:pounds|lbs?\b\.?)|-pound\b|\s?\))"
_LISTED = re.compile(rf"(?<![\w.,:/$-])(?P<feet>[4-7])-(?P<inches>1[01]|\d)(?={_WEIGHT})")


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Every height that stands before a weight, in inches."""
    for match in _LISTED.finditer(sentence.text):
        tall = 12 * int(match["feet"]) + int(match["inches"])
        yield mention("measure", sentence, match.start(), match.end(), Value(tall, tall, UNIT))


def is_height(text: str, start: int) -> bool:
    """Whether the two numbers that start there are one."""
    return _LISTED.match(text, start) is not None
