"""What the forms of dates share: names as patterns, the surroundings of an expression, intervals."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from discrepancy.extract.calendar import MONTHS, WEEKDAYS, Span
from discrepancy.model import When


@dataclass(frozen=True, slots=True)
class Scope:
    """What a form may look at besides its own words."""

    before: str  # the sentence up to the expression
    after: str  # the sentence behind it
    published: date | None


Reader = Callable[["re.Match[str]", Scope], When | None]


def compile_forms(*forms: tuple[str, Reader]) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Ways to write a date, each with what reads it, in the order in which they are tried."""
    return tuple((re.compile(pattern), reader) for pattern, reader in forms)


def _cased(names: tuple[str, ...]) -> str:
    return "|".join(form for name in names for form in (name.capitalize(), name.upper()))


FULL_MONTH = rf"(?:{_cased(MONTHS)})"
_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec")
SHORT_MONTH = rf"(?:(?:{_cased(_SHORT_MONTHS)})\b\.?)"
MONTH = rf"(?:{FULL_MONTH}\b|{SHORT_MONTH})"
FULL_WEEKDAY = rf"(?:{_cased(WEEKDAYS)})"
WEEKDAY = rf"(?:{FULL_WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
NTH = r"(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
NAMED = rf"(?:(?P<weekday>{WEEKDAY}),?\s+)?"
# Behind a number that is no year or day after all: "85.5", "85%", "85-year".
NO_QUANTITY_BEHIND = r"(?!\d|[.,:/]\d|\s?%|[-–][a-z\d])"

# A number in front of one of these counts them, whatever month or preposition stands before it.
COUNTED = re.compile(
    r"\s?-?\s?(?:people|persons?|men|women|children|troops|soldiers|fighters|officers|others|dead|deaths"
    r"|homes|houses|feet|foot|ft|metres?|meters?|m|km|kilometres?|kilometers?|miles?|kg|kilograms?|pounds?"
    r"|lbs?|tons?|tonnes|hours?|hrs|GMT|UTC|degrees|workers|employees|students|votes?|points?|shares|jobs"
    r"|cases|residents|percent|per cent|million|billion|thousand|dollars|euros|seats|rooms|passengers|guests"
    r"|members|calories|rpm|watts|volts|pixels|units|copies|words|times|yards|acres|litres|liters|gallons"
    r"|pages|patients|migrants|refugees|schools|families|civilians|protesters|victims|of (?:them|the|these"
    r"|those))\b"
)


def spanning(span: Span | None, when: When | None = None) -> When:
    """A date that means any day of a span, or no day known where the span is None."""
    when = when or When()
    return replace(when, earliest=span[0], latest=span[1]) if span else when
