"""Hedges around a number and the bound they put on it: "at least" -> ">=", "about" -> "~"."""

from __future__ import annotations

import re
from typing import Final

from discrepancy.model import Bound

BEFORE: Final[dict[Bound, str]] = {
    ">=": (
        r"at (?:the )?(?:very )?least|no (?:fewer|less) than|not (?:fewer|less) than|(?:a )?minimum(?: of)?"
        r"|starting at|from at least"
    ),
    ">": (
        r"(?:many |much |far |well |slightly |a little |just |significantly |somewhat )?(?:more"
        r"|greater|larger"
        r"|longer|higher|bigger|better|heavier|older) than(?: the)?|(?:well |just |slightly )?(?:over|above)"
        r"|exceed(?:ing|s|ed)|in excess of|upwards? of|north of|(?:just |well )past|top(?:ping|ped|s)"
        r"|surpass(?:ing|ed|es)"
    ),
    "<=": (
        r"up to(?: as (?:many|much) as)?|(?:no|not) (?:more|greater|longer|higher|later) than"
        r"|as (?:many|much|high|long|far|large|great)"
        r" as|at (?:the )?(?:very )?most|(?:a )?maximum(?: of)?|capped at|limited to"
    ),
    "<": (
        r"(?:slightly |far |much |just |well |a little |significantly )?(?:fewer|less|lower|smaller"
        r"|shorter|lighter"
        r"|younger) than(?: the)?|(?:just |well )?(?:under|below|beneath)|just short of|shy of"
        r"|just shy of|short of"
    ),
    "~": (
        r"about|some|nearly|roughly|around|(?:an? )?estimated|approximately|approx\.?|almost|close to"
        r"|circa|ca?\.|near(?:ing)?"
        r"|perhaps|maybe|something like|in the region of|of the order of|approaching|an approximate|~"
        r"|≈|barely|virtually"
        r"|(?:an )?average of|on average"
    ),
}
AFTER: Final[dict[Bound, str]] = {
    ">=": (
        r"-?(?: ?\+|plus\b)|(?: of them)? or (?:more|greater|above|higher|older|over|longer|better)\b"
        r"|,? (?:at (?:the )?(?:very )?least|and counting|minimum)\b| and (?:over|above|up|older)\b"
    ),
    "<=": (
        r" or (?:less|fewer|under|below|lower|younger|shorter)\b|,? (?:at (?:the )?(?:very )?most|tops"
        r"|maximum)\b| and (?:under|below)\b"
    ),
    "~": (
        r"-?odd\b|-?ish\b|-something\b| or (?:so|thereabouts)\b|,? (?:roughly|approximately"
        r"|give or take)\b(?=[,.;)])"
    ),
}
_FIND_BEFORE = [
    (
        bound,
        re.compile(
            rf"(?<![\w-])(?:{words})(?: (?:about|some|around|roughly|an estimated|only|just"
            r"|the))?[ \u00a0]?$",
            re.IGNORECASE,
        ),
    )
    for bound, words in BEFORE.items()
]
_FIND_AFTER = [(bound, re.compile(words, re.IGNORECASE)) for bound, words in AFTER.items()]
_ROSE = re.compile(
    r"\b(?:tick|inch|edg|creep|nudg|jump|climb|bump|push|mov|rack)(?:s|es|ed|ing)? $"
    r"|\b(?:went|goes|gone|crept|shot|rose|back|drove|sent) $",
    re.IGNORECASE,
)
_MAY_END = re.compile(r"[a-z~≈.][ \u00a0]?$", re.IGNORECASE)  # how every hedge ends: most numbers have none
_REACH = 40  # characters of the longest hedge


def bound_before(text: str, position: int) -> tuple[int, Bound] | None:
    """Where the hedge that ends at `position` starts, and its bound."""
    window = text[max(0, position - _REACH) : position]
    if not _MAY_END.search(window[-2:]):
        return None
    found = [
        (match.start(), bound)
        for bound, pattern in _FIND_BEFORE
        if (match := pattern.search(window)) is not None
    ]
    if not found:
        return None
    start, bound = min(found, key=lambda hit: hit[0])
    if bound == "<=" and _ROSE.search(window[:start]) and window.startswith("up to", start):
        return None  # "ticked up to 6 percent": a level reached
    return position - len(window) + start, bound


def bound_after(text: str, position: int) -> tuple[int, Bound] | None:
    """Where the hedge that starts at `position` ends ("or more", "-plus", "or so"), and its bound."""
    for bound, pattern in _FIND_AFTER:
        match = pattern.match(text, position)
        if match:
            return match.end(), bound
    return None
