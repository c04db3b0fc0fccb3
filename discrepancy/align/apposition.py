"""Whose value it is by its own words: "Ines Varga, 51", "the 51-year-old skipper Varga", "the Otters (10-5)".

The nearest name is often another's; the one that a value stands in apposition to hardly ever is.
"""

from __future__ import annotations

import re

from discrepancy.model import Mention
from discrepancy.words import fold

REACH = 80  # characters on either side: longer than any name with what stands between
NAME = r"(?>[A-Z][\w’'.-]*\w(?:\s[A-Z][\w’'.-]*\w)*)"
NAMED_BEFORE = re.compile(
    rf"({NAME})(?:,\s|\s\(|\s(?:is|was|turns|turned)\s)(?:(?:then|now|aged?|just|only|an?)\s)?$"
)
# "a 35-year-old Marston woman" is named after her town.
NAMED_AFTER = re.compile(
    rf"^\s(?:[a-z][\w-]*\s){{0,3}}({NAME})"
    r"(?!\s(?:m[ae]n|wom[ae]n|boys?|girls?|residents?|natives?|teen\w*|students?|mothers?|fathers?|drivers?)\b)"
)
SMALL = re.compile(r"(?<![\w-])(?:a|an|the|in|on|of|at|and|to|by|with|from|for|who|was|is|as)(?![\w-])")


def find_apposed(mention: Mention) -> frozenset[str]:
    """The words of the name, folded; none where the value stands beside no name."""
    text = mention.sentence.text
    start, end = (place - mention.sentence.start for place in (mention.start, mention.end))
    if mention.surface.endswith("old") and mention.kind == "age":
        named = NAMED_AFTER.match(text[end : end + REACH])
        between = text[end : end + named.start(1)] if named else ""
        named = None if SMALL.search(between) else named
    else:
        named = NAMED_BEFORE.search(text[max(0, start - REACH) : start])
    words = [fold(word) for word in named[1].split()] if named else []
    return frozenset(word for word in words if not SMALL.fullmatch(word))
