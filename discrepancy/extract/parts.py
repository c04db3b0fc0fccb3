"""Whether a quantity is a part of a total stated beside it: "three killed, including two children"."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"\b(?:includ(?:ing|ed|es|e)(?: at least| about| some)?|of (?:whom|which|them|those)|among (?:them"
    r"|whom|those)(?: (?:are|were|is|was))?"
    r"|at least|comprising|consisting of|made up of),? $|\b(?:of (?:whom|which|them|those)"
    r"|among (?:them|whom))(?: \w+){0,3} $",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r"\b(?:including|of (?:whom|which)|among (?:them|whom))\b[^.;()]{0,60}$", re.IGNORECASE
)
_AFTER = re.compile(
    r"(?: \w+){0,2} of (?:them|whom|which|those|these)\b| of (?:the|its|their|those"
    r"|these) (?:[\w-]+ )?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozen)\b",
    re.IGNORECASE,
)


def is_part(text: str, start: int, end: int) -> bool:
    """Whether the words around `text[start:end]` say that it is a part of something counted already."""
    before = text[max(0, start - 70) : start]
    return bool(_INCLUDING.search(before) or _AFTER.match(text[end : end + 60]))
