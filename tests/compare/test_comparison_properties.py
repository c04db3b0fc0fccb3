"""What holds for every pair of mentions, whatever they say."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy import units
from discrepancy.compare import COMPARISONS, compare
from discrepancy.model import Mention, Sentence, Value, When, Words

UNITS = [
    None,
    "minute",
    "hour",
    "month",
    "kilometre",
    "metre",
    "mile",
    "foot",
    "dollar",
    "euro",
    "percentage",
]
BOUNDS = ["=", "~", ">", ">=", "<", "<="]
QUANTITIES = ["count", "money", "percent", "measure", "duration", "rate"]
NUMBERS = st.one_of(st.integers(0, 5000), st.floats(0, 1e9), st.floats(allow_nan=True, allow_infinity=True))
SURFACES = st.one_of(
    st.sampled_from(
        [
            "dozens",
            "about 12",
            "5.0",
            "nearly 14 billion",
            "from 3 to 4",
            "between 82 and 16",
            "early Friday",
            "",
        ]
    ),
    st.text(max_size=30),
)


def mention(kind, value, surface="40", noun=None, **rest):
    sentence = Sentence(0, len(surface), surface, 0)
    return Mention(kind, surface, 0, len(surface), value, sentence, noun=noun, **rest)


@st.composite
def values(draw, unit=UNITS):
    low = draw(NUMBERS)
    high = draw(st.one_of(st.just(low), NUMBERS))
    return Value(float(low), float(high), draw(st.sampled_from(unit)), draw(st.sampled_from(BOUNDS)))


@st.composite
def whens(draw):
    first = draw(st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2030, 1, 1))))
    return When(
        year=draw(st.one_of(st.none(), st.integers(1990, 2030))),
        month=draw(st.one_of(st.none(), st.integers(1, 12), st.integers(1, 99))),  # a slip among them
        day=draw(st.one_of(st.none(), st.integers(1, 31), st.integers(1, 99))),
        weekday=draw(st.one_of(st.none(), st.integers(0, 6))),
        earliest=first,
        latest=first + timedelta(days=draw(st.integers(0, 800))) if first else None,
        bound=draw(st.sampled_from(BOUNDS)),
    )


@st.composite
def mentions(draw, kind):
    value = {
        "date": whens(),
        "quote": st.builds(Words, st.text(max_size=60)),
        "time": values(["minute of day"]),
        "age": values(["year", "month"]),
    }.get(kind, values())
    return mention(
        kind,
        draw(value),
        draw(SURFACES),
        draw(st.sampled_from([None, "person", "day"])),
        frame=draw(st.sampled_from([None, "since May", "GMT", "ET", "in a decade"])),
        attribution=draw(st.sampled_from([None, "the mayor", "a police spokeswoman"])),
        also=draw(st.one_of(st.just(()), st.tuples(values()))),
        part=draw(st.booleans()),
    )


DAYS = st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2020, 1, 1)))


@pytest.mark.parametrize("kind", sorted(COMPARISONS))
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_other_order_mirrors_and_nothing_raises(kind, data):
    a, b = data.draw(mentions(kind)), data.draw(mentions(kind))
    day_a, day_b = data.draw(DAYS), data.draw(DAYS)
    there, back = compare(a, b, day_a, day_b), compare(b, a, day_b, day_a)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert there.severity == back.severity
        assert len(re.findall(r"\w+", there.explanation)) == len(re.findall(r"\w+", back.explanation))


@pytest.mark.parametrize("kind", sorted(COMPARISONS))
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_mention_agrees_with_itself(kind, data):
    a, day = data.draw(mentions(kind)), data.draw(DAYS)
    verdict = compare(a, a, day, day)
    assert verdict is None or verdict.severity == "agree"


@given(low=st.floats(0.01, 1e7), kind=st.sampled_from(["measure", "duration"]))
def test_a_value_agrees_with_itself_in_another_unit(low, kind):
    here, there = ("metre", "kilometre") if kind == "measure" else ("minute", "hour")
    a = mention(kind, Value(low, low, here))
    moved = units.convert(low, here, there)
    assert moved is not None
    verdict = compare(a, mention(kind, Value(moved, moved, there)), None, None)
    assert verdict is not None
    assert verdict.severity == "agree"


@given(number=st.integers(1, 99), other=st.integers(1, 99))
def test_two_small_counts_agree_only_when_equal(number, other):
    a, b = (mention("count", Value(float(n), float(n)), str(n), "person") for n in (number, other))
    verdict = compare(a, b, None, None)
    assert verdict is not None
    assert (verdict.severity == "agree") == (number == other)


@pytest.mark.parametrize("a_kind", QUANTITIES)
@pytest.mark.parametrize("b_kind", ["age", "date", "time", "ordinal", "score", "quote"])
def test_kinds_that_do_not_meet_are_not_compared(a_kind, b_kind):
    value = Value(3.0, 3.0)
    assert compare(mention(a_kind, value), mention(b_kind, value), None, None) is None
