"""Attach its unit to a number: the currency before it, the unit after it, and what it is reckoned by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from discrepancy import units
from discrepancy.extract.currency import currency_before
from discrepancy.extract.nouns import is_counted, noun_after
from discrepancy.extract.numbers import Number
from discrepancy.extract.quantulum import unit_at
from discrepancy.model import Bound, Value


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, its unit and its hedge: `text[start:end]`; offsets count from the sentence's start."""

    start: int
    end: int
    number: Number
    low: float
    high: float
    unit: str | None = None
    bound: Bound = "="
    also: tuple[Value, ...] = ()  # the same quantity in other units, as the text restates it
    attributive: bool = False  # written as an adjective: "40-minute"

    @property
    def value(self) -> Value:
        """The value as stated."""
        return Value(self.low, self.high, self.unit, self.bound)

    @property
    def dimension(self) -> str | None:
        """What its unit measures, None for a bare count."""
        return units.dimension(self.unit)


_REACH = 60  # characters after a number in which its unit is looked for
_BLANK = (" ", "-", "\u00a0", "\u2009", "\u202f")
_QUALIFIED = re.compile(
    r"[ -](?:consecutive|straight|more|full|additional|extra|solid|whole|long|further|other|calendar|working"
    r"|business|trading|playing|short|different|- )[ -]"
)
# "2 A" is no current, and "5 C" no temperature unless the sentence speaks of one; of the other letters only
# these stand apart.
_ATTACHED_ONLY = re.compile(r"(?![mglh])[A-Za-z](?:/|$)")
_OF_TEMPERATURE = re.compile(
    r"\b(?:temperature|degree|celsius|centigrade|fahrenheit|thermomet|heat|freez|weather)", re.IGNORECASE
)
_POWERED = re.compile(r" (?!and\b|or\b|to\b)(?:[a-z]{3}|[A-Z]{2})")  # "a 5 W charger", not "12 W, 3 L"
_PER = re.compile(
    r"(?: ?(?:per|an?|each|every|/) ?|-(?:per|an?)-)(?:(?:diluted|common|ordinary|basic) )?"
    r"(?P<what>share|person|head|capita|vote|student|household|patient|ticket|unit|night|ounce|copy|game)\b"
    r"|(?: ?/ ?|-an?-|-per-)(?P<time>hour|hr|day|night|week|month|mo|year|yr|quarter|season"
    r"|barrel|bbl|tonne|ton)\b",
    re.IGNORECASE,
)
_SHORT = {"bbl": "barrel", "hr": "hour", "mo": "month", "yr": "year"}
# "-$4 million", "minus $4 million"; a dash after a word of its own ("the price -$4- rose") is none.
_MINUS = re.compile(
    r"(?:(?:^|\(|\b(?:of|to|at|from|by|was|is|and|or|than) )(?P<sign>[-−]|(?:minus|negative)[ -]))$", re.I
)
_STERLING = re.compile(
    r"£|\b(?:pay|paid|costs?|price|worth|fine[ds]?|spen[dt]|sold|sell|bill|salary|wage|earn|money|cash"
    r"|budget|pence"
    r"|sterling)\b",
    re.IGNORECASE,
)
_FOOT_MARKS = "'’"
_FEET_BEFORE = re.compile(r"\d['’] ?$")
_GLUED_INCHES = re.compile(r"ins?(?![\w'’])")
_OPENED = re.compile(r"(?<!\w)['‘]\w")
_HALF_AFTER = re.compile(r"[ -]and[ -]a[ -](?P<part>half|quarter)\b", re.IGNORECASE)
_HALF_MILLION = re.compile(r"[ -](?:million|billion|dozen|hour|year|century)")
_PREDICATE = re.compile(r" (?:the|a|an|their|his|its|in|on|at|by)\b")
# Words that are units only behind a hyphen, after "one", or glued to the number: "30-second".
_OTHER_WORDS = frozenset({"second", "quarter", "min", "sec", "bit"})
_OTHER_VERBS = frozenset({"won", "rand", "lira", "stone", "real"})
# Units that are things as well: one in the singular before a plural describes what is counted.
_THINGS = frozenset({"barrel", "cup", "stone"})
_FRACTION_OF = re.compile(r" of an? ")
_SHARE = re.compile(r"(?<=%|t) (?:an?|per|each|every) \w+$", re.IGNORECASE)
_RACES = frozenset({50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000})


def attach_unit(text: str, number: Number) -> Quantity | None:
    """The quantity at a number; None where the number turns out to be part of a name ("737MAX")."""
    sign = currency_before(text, number.core)
    if sign:
        return priced(text, number, *sign)
    marked = _mark(text, number)
    if marked:
        return Quantity(number.start, number.end + marked[1], number, number.low, number.high, marked[0])
    for start in _unit_starts(text, number):
        unit = unit_at(text[start : start + _REACH])
        if unit and _may_follow(text, number, start, unit):
            return _in_millions(text, number, start, unit) or measured(text, number, start, unit)
    if text[number.end : number.end + 1].isalpha():
        return None
    return Quantity(number.start, number.end, number, number.low, number.high)


def _mark(text: str, number: Number) -> tuple[str, int] | None:
    """Inches or feet written as a quotation mark or "in" glued to a number, and how long the mark is.

    A 17" screen, 30' up, 6ft 2in; a mark that closes a quote is none.
    """
    if number.form != "digits":
        return None
    mark, before = text[number.end : number.end + 1], text[: number.end]
    inches = _GLUED_INCHES.match(text, number.end)
    if inches:
        return "inch", len(inches[0])
    if mark in ('"', "”") and _FEET_BEFORE.search(text[max(0, number.start - 3) : number.start]):
        return "inch", 1
    if mark == '"':
        return ("inch", 1) if before.count('"') % 2 == 0 else None
    if mark == "”":
        return ("inch", 1) if before.count("“") <= before.count("”") else None
    possessive = text[number.end + 1 : number.end + 2].isalpha()  # "the 737's wings"
    feet = mark in _FOOT_MARKS and not possessive and not _OPENED.search(before)
    return ("foot", 1) if feet and mark else None


def _unit_starts(text: str, number: Number) -> Iterator[int]:
    """Where the unit of a number may start: past "consecutive" and its like, past "of", or right after."""
    qualified = _QUALIFIED.match(text, number.end)
    if qualified:
        yield qualified.end()
    if text.startswith(" of ", number.end) and (number.form == "vague" or number.scale > 1):
        yield number.end + 4
    fraction = _FRACTION_OF.match(text, number.end) if number.form == "fraction" else None
    if fraction:
        yield fraction.end()
    if text.startswith("- ", number.end):
        yield number.end + 2
    if text[number.end : number.end + 1] in _BLANK:
        yield number.end + 1
    elif number.form == "digits":
        yield number.end


def _may_follow(text: str, number: Number, start: int, unit: tuple[str, int]) -> bool:
    """Whether the words after a number are really its unit; some are other words as well."""
    end = start + unit[1]
    written = text[start:end].lower()
    if start > number.end and _ATTACHED_ONLY.fullmatch(text[start:end]):
        if text[start:end] in ("C", "F") and number.form == "digits":
            return _speaks_of_temperature(text)
        return written == "w" and _POWERED.match(text, end) is not None
    if written == "s" and text.startswith(" of ", end):
        return False  # "100s of calls"
    if written in _THINGS and text[start - 1] == " " and is_counted(text, end):
        return False  # "20 barrel bombs"
    if written in _OTHER_VERBS:
        return number.low >= 100 and not _PREDICATE.match(text, end)
    if written in ("min", "sec") and number.form == "digits":
        return not text[end : end + 1].isalpha()
    if written in _OTHER_WORDS and start > number.end:
        return text[start - 1] == "-" or number.low == 1 or number.low % 1 > 0  # "a 4.3 second dash"
    return not text[end : end + 1].isalpha()


@lru_cache(maxsize=16)
def _speaks_of_temperature(text: str) -> bool:
    """Whether a sentence does; kept, as each letter behind a number in it asks."""
    return _OF_TEMPERATURE.search(text) is not None


def _in_millions(text: str, number: Number, start: int, unit: tuple[str, int]) -> Quantity | None:
    """ "1.5m people": before things counted or measured an attached "m" is a million, save in a race."""
    if unit != ("metre", 1) or start > number.end or number.low in _RACES:
        return None
    low, high = number.low * 1e6, number.high * 1e6
    counted = replace(number, end=start + 1, low=low, high=high, scale=1e6)
    more = unit_at(text[start + 2 : start + _REACH]) if text[start + 1 : start + 2] == " " else None
    if more and _may_follow(text, counted, start + 2, more):  # "5m tonnes"
        return measured(text, counted, start + 2, more)
    if noun_after(text, start + 1, plural=True) is None:
        return None
    return Quantity(number.start, start + 1, counted, low, high)


def priced(text: str, number: Number, start: int, currency: str) -> Quantity:
    """A sum with its sign before it; what it is reckoned by may follow ("$52 a barrel")."""
    minus = _MINUS.search(text[max(0, start - 16) : start])
    if number.low >= 0:
        start -= len(minus["sign"]) if minus else 0
        low, high = (-number.high, -number.low) if minus else (number.low, number.high)
        number = replace(number, start=start, core=start, low=low, high=high)
    end, unit = number.end, currency
    after = unit_at("dollars" + text[end : end + _REACH])
    if after and after[0].startswith("dollar per "):
        end, unit = end + after[1] - len("dollars"), f"{currency}{after[0].removeprefix('dollar')}"
    elif after and text[end : end + 1] == " " and (named := unit_at(text[end + 1 : end + _REACH])):
        repeats = units.dimension(named[0]) == units.CURRENCY  # "$5 million Canadian dollars", "$20 dollars"
        end, unit = (end + 1 + named[1], named[0]) if repeats else (end, unit)
    return _per(text, Quantity(min(start, number.start), end, number, number.low, number.high, unit))


def measured(text: str, number: Number, unit_start: int, unit: tuple[str, int]) -> Quantity:
    """The quantity of a number whose unit starts at `unit_start`."""
    name, length = unit
    if name.startswith("percentage per "):  # "3 percent a year" stays a percentage
        name, length = unit_at(_SHARE.sub("", text[unit_start : unit_start + length])) or unit
    end = unit_start + length
    if name == "pound" and _is_money(text, number, end):
        name = "pound sterling"
    written = text[unit_start:end]
    attributive = written.endswith("long") or (text[unit_start - 1] == "-" and not written.endswith("s"))
    quantity = Quantity(number.start, end, number, number.low, number.high, name, attributive=attributive)
    return _per(text, _and_a_half(text, quantity))


def _is_money(text: str, number: Number, end: int) -> bool:
    """Whether "pounds" are sterling: millions of them, or where the sentence speaks of money."""
    return number.scale >= 1e5 or (not text.startswith(" of ", end) and bool(_STERLING.search(text)))


def _and_a_half(text: str, quantity: Quantity) -> Quantity:
    """ "An hour and a half", "two years and a quarter"."""
    more = _HALF_AFTER.match(text, quantity.end)
    if more is None or _HALF_MILLION.match(text, more.end()):
        return quantity
    part = 0.5 if more["part"].lower() == "half" else 0.25
    return replace(quantity, end=more.end(), low=quantity.low + part, high=quantity.high + part)


def _per(text: str, quantity: Quantity) -> Quantity:
    """ "$2 a share", "5 pounds a head": denominators that are no units of measurement themselves."""
    match = _PER.match(text, quantity.end)
    unit = quantity.unit
    if match is None or unit is None or " per " in unit or quantity.dimension == "proportion":
        return quantity
    what = (match["what"] or match["time"]).lower()
    return replace(quantity, end=match.end(), unit=f"{unit} per {_SHORT.get(what, what)}")
