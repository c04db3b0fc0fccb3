"""Units and currencies: what they measure, and what one is in another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy import units


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        (1, "kilometre", "metre", 1000),
        (2000, "foot", "metre", 609.6),
        (32, "fahrenheit", "celsius", 0),
        (100, "celsius", "fahrenheit", 212),
        (90, "minute", "hour", 1.5),
        (100, "kilometre per hour", "mile per hour", 62.137),
        (50, "cent", "dollar", 0.5),
        (12, "dollar per year", "dollar per month", 1),
        (50, "percentage", "fraction", 0.5),
        (1, "percentage point", "basis point", 100),
        (3, None, None, 3),
    ],
)
def test_converts(value: float, unit: str | None, to: str | None, expected: float) -> None:
    assert units.convert(value, unit, to) == pytest.approx(expected, rel=1e-4, abs=1e-9)


@pytest.mark.parametrize(
    ("unit", "to"),
    [
        ("euro", "dollar"),
        ("percentage", "percentage point"),
        ("metre", "kilogram"),
        (None, "metre"),
        ("metre", None),
        ("dollar per barrel", "dollar"),
        ("goat", "sheep"),
    ],
)
def test_does_not_convert_what_measures_something_else(unit: str | None, to: str | None) -> None:
    assert units.convert(1, unit, to) is None


@pytest.mark.parametrize(
    ("unit", "dimension"),
    [
        ("minute", "time"),
        ("dollar", "currency"),
        ("penny", "currency"),
        ("mile per hour", "speed"),
        ("dollar per barrel", "currency per volume"),
        ("test per day", "test per time"),
        ("goat", None),
        (None, None),
    ],
)
def test_dimension(unit: str | None, dimension: str | None) -> None:
    assert units.dimension(unit) == dimension


SAME = [
    (a, b)
    for a in units.measures()
    for b in units.measures()
    if a < b and units.dimension(a) == units.dimension(b)
]


@given(value=st.floats(0.01, 1e6), pair=st.sampled_from(SAME))
def test_there_and_back_again(value: float, pair: tuple[str, str]) -> None:
    there = units.convert(value, *pair)
    assert there is not None
    assert units.convert(there, pair[1], pair[0]) == pytest.approx(value, rel=1e-6, abs=1e-6)


def test_no_two_currencies_share_a_sign() -> None:
    signs = [sign for entry in units.currencies().values() for sign in entry["symbols"]]
    assert len(signs) == len(set(signs))


def test_no_two_units_share_a_spelling() -> None:
    tables = [*units.measures().values(), *units.currencies().values()]
    tables += [coin for entry in units.currencies().values() for coin in entry.get("minor", {}).values()]
    spellings = [surface for entry in tables for surface in entry["surfaces"]]
    assert len(spellings) == len(set(spellings))
