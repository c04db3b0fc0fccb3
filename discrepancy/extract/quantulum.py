"""The one place that calls quantulum3: the unit at the beginning of the words that follow a number.

quantulum3 is used as a unit parser only, with the news list in `data/units.json` and `data/currencies.json`
in place of its own ("minute" is never a minute of arc here), its classifier off, and short spans: its time
grows faster than the text.

Its import and its first call take a quarter of a second, most of it in `inflect` and in compiling one
expression of all units. So what it makes of every unit of one word is kept in `data/unit_readings.json`
(`benchmarks/unit_readings.py` asks it and writes them down), and it is imported when the first number meets
what those readings do not settle: a unit of several words, or a unit before words that could belong to it.
A test holds both ways of answering against each other.
"""

from __future__ import annotations

import json
import re
import sys
import warnings
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from discrepancy import units

_WORDS = 5  # the longest unit news writes: "cubic metres per square kilometre"
_SPAN = re.compile(rf"[^\s,;()\[\]]+(?:[ \u00a0-](?![\d$£€])[^\s,;()\[\]]+){{0,{_WORDS - 1}}}")
# What quantulum3 must read otherwise: it takes "a" for the number 1 and "per cent" for one over a cent.
_RESPELL = re.compile(
    r"(?P<per> an? (?!second\b|\w{1,10} (?:ago|earlier|later)\b))|(?P<cent>\bper cent\b)"
    r"|(?P<ppm>\bparts? per million\b)|(?P<ppb>\bparts? per billion\b)"
    r"|(?P<us>\bU\.S\. )|(?P<space>[ \u00a0-])",
    re.IGNORECASE,
)
_SPELLING = {"per": " per ", "cent": "percent", "ppm": "ppm", "ppb": "ppb", "us": "US ", "space": " "}


def unit_at(words: str) -> tuple[str, int] | None:
    """The unit that `words` start with, and how many characters it takes; None where they start with none."""
    span = _SPAN.match(words[:60])
    if span is None or not _opens_unit(span[0]):
        return None
    neat, origin = _respell(span[0].rstrip(" /.!?:;\"'”’"))
    found = _longest(neat)
    return (found[0], origin[found[1]]) if found else None


def _respell(words: str) -> tuple[str, list[int]]:
    """The words as quantulum3 reads them, and for each place in them the place in `words` it stands for."""
    origin: list[int] = []
    neat, last = "", 0
    for match in _RESPELL.finditer(words):
        neat += words[last : match.start()] + _SPELLING[str(match.lastgroup)]
        origin += range(last, match.start())
        origin += [match.start()] + [match.end()] * (len(neat) - len(origin) - 1)
        last = match.end()
    return neat + words[last:], [*origin, *range(last, len(words) + 1)]


@lru_cache(maxsize=4096)
def _longest(words: str) -> tuple[str, int] | None:
    return _recall(words) or parse_unit(words)


def _recall(words: str) -> tuple[str, int] | None:
    """What quantulum3 is known to answer: a unit of one word, with nothing after it that could change that.

    A word that opens no unit, number or operator ends the unit; "to" and "and", which join numbers, end it
    where only such words follow.
    """
    word, *others = words.split(" ")
    known = _readings()
    unit = known.units.get(word)
    if unit is None or (others and f"{word} {others[0]}".lower() in known.longer):
        return None
    plain = [other.isascii() and other.isalpha() and other.lower() not in known.openings for other in others]
    joined = others and others[0] in ("to", "and") and all(plain[1:])
    return (unit, len(word)) if not others or plain[0] or joined else None


class _Readings(NamedTuple):
    """What `data/unit_readings.json` holds."""

    units: dict[str, str]  # the unit of each word by itself
    openings: frozenset[str]  # first words of units, numbers and operators
    longer: frozenset[str]  # the first two words of units that begin with a word that is one by itself


@cache
def _readings() -> _Readings:
    loaded = json.loads(files("discrepancy").joinpath("data/unit_readings.json").read_text("utf-8"))
    return _Readings(loaded["units"], frozenset(loaded["openings"]), frozenset(loaded["longer"]))


def parse_unit(words: str) -> tuple[str, int] | None:
    """The unit of the longest beginning that is one unit; a row of units ("minutes, seconds") is not."""
    pieces = words.split(" ")
    for count in range(len(pieces), 0, -1):
        found = _parse(" ".join(pieces[:count]))
        if found and _is_one(found[0]):
            return found
    return None


def _is_one(name: str) -> bool:
    top, per, bottom = name.partition(" per ")
    return (_is_listed(top) and (not per or _is_listed(bottom))) or _is_listed(name)


def _is_listed(name: str) -> bool:
    return (units.dimension(name) is not None and " per " not in name) or name in units.measures()


def _parse(words: str) -> tuple[str, int] | None:
    prefix = "1 "
    found = load_parser().parse(prefix + words)
    if not found or found[0].span[0] != 0 or found[0].unit.name in ("dimensionless", "unk"):
        return None
    length = found[0].span[1] - len(prefix)
    return (str(found[0].unit.name), length) if length > 0 else None


@cache
def load_parser() -> Any:
    """quantulum3's parser, told of our units once."""
    _import_without_classifier()
    from quantulum3 import classifier, load, parser

    classifier.USE_CLF = False  # its pickled model crashes with today's scikit-learn
    load.load_custom_units([_news_units()])
    return parser


def _import_without_classifier() -> None:
    """Import quantulum3 as where scikit-learn is not installed: the import alone takes 1.5 seconds.

    None in `sys.modules` makes an import fail, and quantulum3 goes on without; it warns that it does.
    """
    hidden = "joblib" not in sys.modules
    if hidden:
        sys.modules["joblib"] = None  # type: ignore[assignment]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import quantulum3.classifier  # noqa: F401
    finally:
        if hidden:
            del sys.modules["joblib"]


def _news_units() -> dict[str, dict[str, Any]]:
    """Our two data files in quantulum3's own form, with the two names it cannot do without."""
    listed: dict[str, dict[str, Any]] = {
        name: {"surfaces": [name], "entity": "dimensionless", "URI": name, "dimensions": [], "symbols": []}
        for name in ("unk", "dimensionless")
    }
    for name, entry in units.measures().items():
        listed[name] = _entry(name, entry, "dimensionless")
    for name, entry in units.currencies().items():
        behind = [symbol for symbol in entry["symbols"] if _follows(symbol)]
        listed[name] = _entry(name, {**entry, "symbols": behind}, "currency")
        for coin, minor in entry.get("minor", {}).items():
            listed[coin] = _entry(coin, minor, "currency")
    return listed


def _entry(name: str, entry: dict[str, Any], entity: str) -> dict[str, Any]:
    return {
        "surfaces": [surface.replace("-", " ") for surface in entry["surfaces"]],
        "symbols": entry.get("symbols", []),
        "entity": entity,
        "URI": name,
        "dimensions": [],
    }


@cache
def _openings() -> tuple[frozenset[str], frozenset[str]]:
    """First words of every unit's spellings, lower case and plural too; and every symbol as it is written."""
    words: set[str] = set()
    symbols: set[str] = set()
    for entry in _spelt():
        for symbol in entry.get("symbols", []):
            if "code" not in entry or _follows(symbol):
                symbols.add(symbol)
        for surface in entry["surfaces"]:
            first = re.split("[ -]", surface.lower())[0].rstrip(".")
            words.update((first, first + "s", first + "es"))
    return frozenset(words), frozenset(symbols)


def _spelt() -> Iterator[dict[str, Any]]:
    """The entry of every unit, currency and coin."""
    yield from units.measures().values()
    for entry in units.currencies().values():
        yield entry
        yield from entry.get("minor", {}).values()


def _follows(symbol: str) -> bool:
    """Whether a currency's symbol is written after the sum: codes and signs are, "Rs" and "A$" are not."""
    return len(symbol) == 1 or (len(symbol) == 3 and symbol.isupper())


def _opens_unit(words: str) -> bool:
    spelled, symbols = _openings()
    first = re.split(r"[\s-]", words, maxsplit=1)[0].rstrip(".!?:\"'”’")
    return first.lower() in spelled or first in symbols or first.split("/")[0] in symbols
