"""Quantities said without a numeral: "an hour", "half a mile", "year-long"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.extract.numbers import Number

_TIME = "second|minute|hour|day|night|week|fortnight|month|year|decade|century"
_LENGTH = "mile|kilomet(?:re|er)|met(?:re|er)|inch|foot|yard"
_OTHER = "acre|hectare|ton|tonne|pound|litre|liter|gallon|pint|percent|per cent|percentage point"
_PORTION = re.compile(
    r"\b(?P<part>(?:a )?half(?: an?)?|(?:a )?quarter(?:s)?(?: of an?)|(?:a )?quarter(?=[ -]century)"
    rf"|three[- ]quarters of an?)[ -](?P<unit>{_TIME}|{_LENGTH}|{_OTHER})\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    rf"\ban?[ -](?P<unit>{_TIME}|{_LENGTH})\b(?!-old|-?long| old| ago|['’]s\b)", re.IGNORECASE
)
_OR_TWO = re.compile(
    rf"\b(?:an?|one|the next|the last|the past) (?P<unit>{_TIME}|{_LENGTH}) or (?P<two>two)\b", re.IGNORECASE
)
_LONG = re.compile(
    r"(?<![\w-])(?P<unit>hour|day|week|month|year|decade|century)(?P<many>s)?-?long\b", re.IGNORECASE
)
_MANY = (2.0, 9.0)  # what "weeks-long" means
# "an hour" measures only after or before such words; "three times a day" and "a day to remember" do not.
_LASTING = re.compile(
    r"\b(?:for|in|within|about|nearly|around|almost|over|than|least|after|last(?:s|ed|ing)?|took"
    r"|takes?|taking|spent|spend"
    r"|under|only|just|some|roughly|approximately|during|every|serv(?:e[ds]?|ing)|to|half) $",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    r"(?: of\b| in (?:prison|jail)\b| (?:later|earlier|before|after|behind bars|of service"
    r"|long)\b| and a half\b)"
)


def find_lone_units(text: str) -> Iterator[tuple[Number, int, tuple[str, int] | None]]:
    """Each as the number it implies, the place where its unit starts, and the unit where it is known."""
    for match in _PORTION.finditer(text):
        part = match["part"].lower()
        value = 0.75 if part.startswith("three") else 0.25 if "quarter" in part else 0.5
        yield _implied(match, value, value), match.start("unit"), None
    for match in _WHOLE.finditer(text):
        before = text[max(0, match.start() - 20) : match.start()]
        if _LASTING.search(before) or _FOLLOWED.match(text, match.end()):
            yield _implied(match, 1, 1), match.start("unit"), None
    for match in _OR_TWO.finditer(text):
        unit = match["unit"].lower(), match.end() - match.start("unit")
        yield _implied(match, 1, 2), match.start("unit"), unit
    for match in _LONG.finditer(text):
        low, high = _MANY if match["many"] else (1.0, 1.0)
        unit = match["unit"].lower(), match.end() - match.start("unit")
        yield _implied(match, low, high), match.start("unit"), unit


def _implied(match: re.Match[str], low: float, high: float) -> Number:
    start, end = match.start(), match.start("unit")
    return Number(start, max(start, end - 1), low, high, core=start, form="words", pattern="lone")
