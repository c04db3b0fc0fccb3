"""Units and currencies as data: their names, how news writes them, and what one is in another.

`data/units.json` gives each unit a dimension and a factor to that dimension's base (and an offset for
temperatures); `data/currencies.json` gives each currency its symbols and minor coin. A unit's name is
singular English ("kilometre per hour"); "per" builds rates out of any two of them. Different currencies
are never converted: the rate of the day is not in the text.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

CURRENCY = "currency"


@cache
def measures() -> dict[str, dict[str, Any]]:
    """Every unit of measurement by its name, as `data/units.json` has it."""
    return _load("units.json")


@cache
def currencies() -> dict[str, dict[str, Any]]:
    """Every currency by its name, as `data/currencies.json` has it."""
    return _load("currencies.json")


@cache
def dimension(unit: str | None) -> str | None:
    """What a unit measures ("time", "currency", "currency per volume"), or None where it is unknown."""
    if unit is None:
        return None
    if unit in measures():
        return str(measures()[unit]["dimension"])
    if unit in currencies() or unit in _minor_coins():
        return CURRENCY
    top, per, bottom = unit.partition(" per ")
    if not per:
        return None
    over, under = dimension(top), dimension(bottom)
    return f"{over or top} per {under or bottom}" if over or under else None


def convert(value: float, unit: str | None, to: str | None) -> float | None:
    """The same quantity in another unit, or None where the two do not measure the same thing."""
    if unit == to:
        return value
    here, there = _scale(unit), _scale(to)
    if here is None or there is None or here[0] != there[0]:
        return None
    return (value * here[1] + here[2] - there[2]) / there[1]


@cache
def _scale(unit: str | None) -> tuple[str, float, float] | None:
    """What a unit is reckoned in, with the factor and offset to it."""
    if unit is None:
        return None
    if unit in measures():
        entry = measures()[unit]
        return entry["dimension"], entry["factor"], entry.get("offset", 0.0)
    if unit in currencies():
        return unit, 1.0, 0.0
    if unit in _minor_coins():
        return *_minor_coins()[unit], 0.0
    top, per, bottom = unit.partition(" per ")
    if not per:
        return None
    over, under = _scale(top) or (top, 1.0, 0.0), _scale(bottom) or (bottom, 1.0, 0.0)
    return f"{over[0]} per {under[0]}", over[1] / under[1], 0.0


@cache
def _minor_coins() -> dict[str, tuple[str, float]]:
    return {
        coin: (name, 1 / entry["parts"])
        for name, currency in currencies().items()
        for coin, entry in currency.get("minor", {}).items()
    }


def _load(name: str) -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = json.loads(
        files("discrepancy").joinpath("data", name).read_text(encoding="utf-8")
    )
    return loaded
