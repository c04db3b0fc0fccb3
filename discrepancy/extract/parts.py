"""Whether a quantity is a part of a total stated beside it: "three killed, including two children"."""

from __future__ import annotations

import re

# A preposition or a dash between "including" and the number says that the number is about something else.
_INCLUDING = re.compile(
    r"\b(?:including|of (?:whom|which)|among (?:them|whom))\b"
    r"(?:(?!\b(?:for|in|at|by|from|on|to|after|before|during|with)\b)[^.;:()—–]){0,50}$",
    re.IGNORECASE,
)
_OF_TOTAL = re.compile(
    r"(?: \w{1,20}){0,2} of (?:them|whom|which|those|these)\b"
    r"| of (?:the|his|her|its|their|those|these) (?:[\w'’-]{1,20} )?"
    r"(?:\d[\d,]{0,12}|two|three|four|five|six|seven|eight|nine|ten|dozen)\b",
    re.IGNORECASE,
)


def is_part(text: str, start: int, end: int) -> bool:
    """Whether the words around `text[start:end]` say that it is a part of something counted already."""
    before = text[max(0, start - 70) : start]
    return bool(_INCLUDING.search(before) or _OF_TOTAL.match(text[end : end + 60]))
