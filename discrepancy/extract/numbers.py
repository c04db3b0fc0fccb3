"""Numbers with their hedges and ranges, before anyone asks what they count: the numeral grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from discrepancy.extract.bounds import bound_after, bound_before
from discrepancy.extract.numerals import Numeral, find_numerals
from discrepancy.model import Bound


@dataclass(frozen=True, slots=True)
class Number:
    """A number as stated, hedge and range included: `text[start:end]`."""

    start: int
    end: int
    low: float
    high: float
    bound: Bound = "="
    core: int = 0  # where the numeral itself starts, after any hedge
    scale: float = 1.0  # the magnitude written with it, 1e6 for "million"
    form: str = "digits"  # digits, words, fraction, vague, fold or range
    pattern: str = ""  # the words of a spelled, vague or fractional numeral, lower case


_TO = re.compile(
    r"(?:-? ?[-–—] ?|-? ?-?to-? ?|-? or (?:even |perhaps |maybe )?| and | through | and perhaps )",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:between(?: the ages of)?|from(?: between)?|range of|ranging from"
    r"|anywhere from|somewhere between) $",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:r[aio]se\w*|rising|f[ae]ll\w*|drop\w*|slid\w*|increas\w+|decreas\w+|cut\w*|rais\w+"
    r"|gr[eo]w\w*|climb\w*"
    r"|jump\w*|declin\w+|shr[aiu]nk\w*|surg\w+|plung\w+|reduc\w+|chang\w+|w[eo]nt|go(?:es)?(?= from )|mov\w+"
    r"|lower\w*|up|down|expand\w*"
    r"|extend\w*|lift\w*|improv\w*|tumbl\w+|slipp\w+|revis\w+|upgrad\w+|downgrad\w+|doubl\w+|tripl\w+"
    r"|soar\w*|boost\w*|hik(?:ed|es|ing)|slash\w*|narrow\w*|widen\w*|trim\w*|edg(?:ed|es|ing)|tick(?:ed|s|ing)"
    r"|cre(?:pt|ep\w*)|advanc\w+|gain\w*|shift\w*|switch\w*|eas(?:ed|es|ing)|dip\w*|retreat\w*|rebound\w*|recover\w*"
    r"|accelerat\w+|slow\w*|swell\w*|balloon\w*|skyrocket\w*|spik(?:ed|es|ing)|collaps\w+|plummet\w*|s[aiu]nk\w*"
    r"|halv\w+|quadrupl\w+|swung|swing\w*|bump\w*|chopp\w+|shav\w+)\b"
    r"[^.;]{0,40}from $",
    re.IGNORECASE,
)
# "Plus or minus four" is a margin, and "12-4" no negative number.
_MINUS = re.compile(
    r"(?:(?<![\w)])(?<!plus or )(?<!plus/)(?:minus|negative)[ -]|(?<![\w.,)\]-])[-−])$", re.IGNORECASE
)


def find_numbers(text: str) -> list[Number]:
    """Every number in the text in order, with its hedge; ranges are one number. Units are not looked at."""
    numbers = merge_ranges(text, [_number(text, numeral) for numeral in find_numerals(text)])
    return [hedged(text, number) for number in numbers]


def _number(text: str, numeral: Numeral) -> Number:
    minus = _MINUS.search(text[max(0, numeral.start - 17) : numeral.start])
    sign = -1 if minus and numeral.form in ("digits", "words") else 1
    start = numeral.start - (len(minus[0]) if minus and sign < 0 else 0)
    low, high = sorted((sign * numeral.low, sign * numeral.high))
    return Number(start, numeral.end, low, high, "=", start, numeral.scale, numeral.form, numeral.pattern)


def signed_numbers(text: str) -> list[Number]:
    """Every numeral of the text by itself, with its sign: no ranges, no hedges."""
    return [_number(text, numeral) for numeral in find_numerals(text)]


def merge_ranges(text: str, numbers: Iterable[Number]) -> list[Number]:
    """Join "20-30", "between 20 and 30", "1.5 to 2 million" into one number each."""
    merged: list[Number] = []
    for number in numbers:
        joined = merged and join(text, merged[-1], number)
        if joined:
            merged[-1] = joined
        else:
            merged.append(number)
    return merged


def join(text: str, lower: Number, upper: Number) -> Number | None:
    """The range from one number to the next, or None where the two do not make one."""
    kind = connects(text, lower.core, lower.end, upper.core)
    if not kind or not are_ends(text, lower, upper):
        return None
    low, high = lower.low * lent(lower, upper), upper.high
    if low >= high:
        return None
    start = lower.start - len(kind) if "between" in kind.lower() else lower.start
    return replace(upper, start=start, core=start, low=low, high=high, form="range")


_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")


def are_ends(text: str, lower: Number, upper: Number) -> bool:
    """Whether two numbers can be the ends of one range: both exact, and no year against a quantity."""
    exact = lower.form in ("digits", "words") and upper.form in ("digits", "words")
    fractions = lower.form == upper.form == "fraction"
    year = _YEAR.fullmatch(text[lower.core : lower.end]) and not _YEAR.fullmatch(text[upper.core : upper.end])
    return (exact or fractions) and not year


def connects(text: str, start: int, end: int, following: int) -> str:
    """The word that opens a range ("between "), " " for one without, "" where the gap joins no range."""
    gap = text[end:following]
    if len(gap) > 16 or not _TO.fullmatch(gap):
        return ""
    opening = _BETWEEN.search(text[max(0, start - 20) : start])
    if gap.strip().lower() == "and":
        return opening[0] if opening and "etween" in opening[0].lower() else ""
    if _CHANGE.search(text[max(0, start - 70) : start]):
        return ""
    return opening[0] if opening else " "


def lent(lower: Number, upper: Number) -> float:
    """The magnitude a range's upper end lends to its lower: "1.5 to 2 million" starts at 1.5 million."""
    lends = lower.scale == 1 and upper.scale > 1 and lower.low < upper.high / upper.scale
    return upper.scale if lends else 1.0


def hedged(text: str, number: Number) -> Number:
    """The number with the hedge around it, if it has one."""
    before, after = bound_before(text, number.start), bound_after(text, number.end)
    if before:
        number = replace(number, start=before[0], bound=before[1])
    if after:
        number = replace(number, end=after[0], bound=number.bound if before else after[1])
    return number
