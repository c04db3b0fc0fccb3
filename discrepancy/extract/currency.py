"""The currency sign or code before a sum: "$", "US$", "Rs ", "EUR"."""

from __future__ import annotations

import re
from functools import cache

from discrepancy import units

_REACH = 8  # characters of the longest sign with a space on either side


def currency_before(text: str, position: int) -> tuple[int, str] | None:
    """Where the sign that ends at `position` starts, and its currency; None where there is none."""
    window = text[max(0, position - _REACH) : position]
    found = _pattern().search(window)
    if found is None:
        return None
    name = _signs()[re.sub(r"\s", "", found[1])]
    return position - len(window) + found.start(1), name


@cache
def _signs() -> dict[str, str]:
    """Every sign without its spaces, and the currency it stands for; the first in the file wins."""
    signs: dict[str, str] = {}
    for name, entry in units.currencies().items():
        for sign in entry["symbols"]:
            signs.setdefault(re.sub(r"\s", "", sign), name)
    return signs


@cache
def _pattern() -> re.Pattern[str]:
    spelled = sorted(_signs(), key=len, reverse=True)
    # Some write "HK $3.7 billion" and "US $473 million": a space may stand before the sign itself, but not
    # behind a single letter ("A $50 fine").
    loose = [re.sub(r"(?<=\w\w)\\\$$", r" ?\\$", re.escape(sign)) for sign in spelled]
    return re.compile(rf"(?<![^\W\d_])({'|'.join(loose)})[ \u00a0]?$")
