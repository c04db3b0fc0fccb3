"""What lets two differing figures both be honest: other sources, or a toll that grew."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from discrepancy.compare.wording import clip, count_of
from discrepancy.model import Mention, Value

Days = tuple[date | None, date | None]

SAME_SOURCE = 80  # partial ratio of two names of one source ("police", "the police chief")
_TOLL = re.compile(
    r"\b(?:dead|dies|died|deaths?|kill(?:s|ed|ing)?|toll|injur\w{0,5}|wound(?:ed|ing)|hurt|missing|casualt\w{1,4}"
    r"|victims?|bod(?:y|ies)|fatalit\w{1,4}|lives|perished|drowned|infect\w{0,5}|cases|hospitali[sz]ed|displaced"
    r"|evacuat\w{1,4}|homeless|stranded|rescued|survivors?|arrest(?:s|ed)?|detained|destroyed|damaged|burned|burnt"
    r"|acres|hectares|outages?|without power)\b",
    re.I,
)


def differing_sources(a: Mention, b: Mention) -> str | None:
    """ "according to X vs according to Y" where each side names its own source, else None."""
    if not a.attribution or not b.attribution:
        return None
    first, second = a.attribution.casefold().strip(), b.attribution.casefold().strip()
    if first == second or fuzz.partial_ratio(first, second) >= SAME_SOURCE:
        return None
    return f"according to {_name(a.attribution)} vs according to {_name(b.attribution)}"


def _name(source: str) -> str:
    """The source as it stands inside a sentence: "the mayor", not "The mayor"."""
    return re.sub(
        r"^(?:The|A|An|Its|His|Her|Their|State|Local|Police|Officials)(?= |$)", _lower, clip(source)
    )


def _lower(match: re.Match[str]) -> str:
    return match[0].lower()


def is_toll(mention: Mention) -> bool:
    """Whether the figure is of a kind that grows as reports come in."""
    return _speaks_of_toll(mention.sentence.text) or _speaks_of_toll(mention.noun or "")


@lru_cache(maxsize=4096)  # a mention meets every mention of the other article
def _speaks_of_toll(text: str) -> bool:
    return _TOLL.search(text) is not None


def later_report(days: Days) -> tuple[int, str] | None:
    """Days from the first report to the second, and which of them is the later in words."""
    first, second = days
    if first is None or second is None or first == second:
        return None
    apart = (second - first).days
    side = "second" if apart > 0 else "first"
    return apart, f"the {side} report is {count_of(abs(apart), 'day')} later"


def has_risen(a: Value, b: Value, days: Days) -> tuple[bool, str] | None:
    """Whether the later report has the higher figure, with the sentence that says so."""
    later = later_report(days)
    if later is None:
        return None
    apart, words = later
    return (b.low > a.low) == (apart > 0), words
