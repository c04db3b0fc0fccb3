"""Values in words, as an editor's note would put them."""

from __future__ import annotations

import re
from functools import lru_cache

from discrepancy import units
from discrepancy.model import Mention, Value

SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MAGNITUDES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_RANKS = (
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_BOUNDS = {"=": "", "~": "about ", ">": "more than ", ">=": "at least ", "<": "less than ", "<=": "up to "}
NEARLY = re.compile(r"\b(?:nearly|almost|just under|close to|shy of|approaching)\b", re.I)
_SYMBOLS = {"dollar": "$", "euro": "€", "pound sterling": "£"}
_IRREGULAR = {
    "person": "people",
    "child": "children",
    "man": "men",
    "woman": "women",
    "policeman": "policemen",
    "policewoman": "policewomen",
    "fireman": "firemen",
    "foot": "feet",
    "square foot": "square feet",
    "cubic foot": "cubic feet",
    "inch": "inches",
    "penny": "pence",
    "life": "lives",
    "wife": "wives",
    "knife": "knives",
    "celsius": "degrees Celsius",
    "fahrenheit": "degrees Fahrenheit",
    "hertz": "hertz",
    "percentage": "percent",
    "century": "centuries",
    "yen": "yen",
    "euro": "euros",
}
_INVARIABLE = frozenset(
    {"aircraft", "spacecraft", "series", "species", "people", "police", "staff"}
    | {"dead", "missing", "more", "magnitude", "mach"}
    | {"ill", "sick", "hurt", "injured", "wounded", "homeless", "killed", "arrested", "rescued"}
)


def say(mention: Mention, value: Value | None = None) -> str:
    """A quantity with its bound, its unit and what it counts: "at least 10 people"."""
    stated = value or mention.value
    if not isinstance(stated, Value):
        return clip(mention.surface)
    if stated.low != stated.high and not any(char.isdigit() for char in mention.surface):
        return clip(mention.surface)
    if stated.unit == "fraction" or (stated.unit == "second" and ":" in mention.surface):
        return clip(mention.surface)
    return _bound(stated, mention.surface) + _measured(stated, mention.noun)


def _bound(value: Value, surface: str) -> str:
    if value.bound == "<" and value.unit is None:
        return "fewer than "
    if value.bound == "~" and (match := NEARLY.search(surface)):
        return f"{match[0].lower()} "
    return _BOUNDS[value.bound]


@lru_cache(maxsize=4096)  # a mention meets every mention of the other article
def _measured(value: Value, noun: str | None) -> str:
    coin, per, rest = (value.unit or "").partition(" per ")
    symbol = _SYMBOLS.get(coin)
    spell = value.unit is None or units.dimension(value.unit) == "time"
    ends = [
        number(end, spelled=spell and value.low == value.high)
        for end in dict.fromkeys((value.low, value.high))
    ]
    if symbol:
        return " to ".join(_money(symbol, end) for end in ends) + per + rest
    figure = " to ".join(ends)
    if value.unit == "magnitude":
        return f"magnitude {figure}"
    name = value.unit if value.unit is not None else noun
    if name is None:
        return figure
    if name in ("celsius", "fahrenheit"):
        return f"{figure} {_IRREGULAR[name]}"
    return f"{figure} {name if value.low == value.high == 1 and name != 'percentage' else plural(name)}"


def _money(symbol: str, figure: str) -> str:
    return f"-{symbol}{figure[1:]}" if figure.startswith("-") else symbol + figure


def number(value: float, spelled: bool = False) -> str:
    """A number as news prints it: "five", "1,210", "1.2 million"."""
    if spelled and value == int(value) and 0 <= value < 10:
        return SMALL[int(value)]
    for scale, name in MAGNITUDES:
        scaled = value / scale
        if abs(scaled) >= 1 and abs(round(scaled, 3) - scaled) < 1e-9 * abs(scaled) and abs(scaled) < 1e4:
            return f"{round(scaled, 3):g} {name}"
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.2f}".rstrip("0").rstrip(".") if 0.01 <= abs(value) < 1e15 else f"{value:.3g}"


def ordinal(rank: float) -> str:
    """A rank in words up to ten, in figures beyond: "second", "21st"."""
    if rank != int(rank) or rank < 0:
        return f"number {rank:g}"
    whole = int(rank)
    if whole < len(_RANKS):
        return _RANKS[whole]
    ending = "th" if whole % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(whole % 10, "th")
    return f"{whole:,}{ending}"


def plural(noun: str) -> str:
    """The plural of an English noun or unit: "miles per hour", "people", "bodies"."""
    head, per, rest = noun.partition(" per ")
    if per:
        return f"{plural(head)} per {rest}"
    last = noun.rpartition(" ")[2]
    if noun in _IRREGULAR or last in _IRREGULAR:
        return _IRREGULAR.get(noun) or noun[: len(noun) - len(last)] + _IRREGULAR[last]
    if re.search(r"[a-z]{3}ed$", noun) or noun in _INVARIABLE:
        return noun
    if re.search(r"(?:s|x|z|ch|sh)$", noun):
        return noun + "es"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + "s"


def count_of(amount: int, noun: str) -> str:
    """A small number of things in words: "two days", "one year"."""
    return f"{number(amount, spelled=True)} {noun if amount == 1 else plural(noun)}"


def clip(text: str, most: int = 80) -> str:
    """A surface on one line, shortened at a word."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rpartition(" ")[0] + " …"


def versus(first: str, second: str, note: str = "") -> str:
    """ "40 minutes vs 50 minutes", with a note after a colon."""
    return f"{first} vs {second}" + (f": {note}" if note else "")


def concord(first: str, second: str) -> str:
    """Two statements that agree, in one sentence."""
    return f"both say {first}" if first == second else f"{first} and {second} agree"
