"""How two values differ: how far apart they lie, how alike they look, and whether both can be."""

import math
from datetime import date

import pytest

from discrepancy.align.differences import KINDS, VALUE_FEATURES, is_possible, value_features
from discrepancy.model import Value, Verdict, When

DAY = When(earliest=date(2025, 7, 10), latest=date(2025, 7, 10))
HARD = Verdict("hard", "")


def tell(a, b, verdict=HARD):
    """The features of one pair, by name; exchanging the two changes none."""
    there, back = value_features([(a, b, verdict)]), value_features([(b, a, verdict)])
    assert there[:, 0].tolist() == pytest.approx(back[:, 0].tolist())
    return dict(zip(VALUE_FEATURES, there[:, 0].tolist(), strict=True))


@pytest.mark.parametrize(
    ("first", "second", "proximity"),
    [
        (Value(40, 40), Value(40, 40), 0.0),
        (Value(10, 10), Value(20, 20), -0.5 * math.log(2)),
        (Value(-5, -5), Value(5, 5), 0.0),
        (Value(0, 0), Value(1, 1), -0.5 * math.log(10)),
        (Value(20, math.inf, bound=">"), Value(20, 20), 0.0),
        (Value(4, 4), When(weekday=1), -1.0),
        (Value(math.inf, math.inf, "minute of day"), Value(600, 600, "minute of day"), -1.0),
        (DAY, DAY, 0.0),
        (DAY, When(earliest=date(2905, 7, 10), latest=date(2905, 7, 10)), -1.0),
        (DAY, When(month=6, day=85), -1.0),
    ],
)
def test_proximity_is_half_the_log_ratio_or_neither_near_nor_far(state, first, second, proximity):
    told = tell(state(1, value=first), state(1, value=second))
    assert told["proximity"] == pytest.approx(proximity, abs=1e-6)


def test_what_the_two_values_are_like(state):
    a = state(40, "40", value=Value(40, 40, "minute"), kind="duration")
    b = state(1, "1", value=Value(1, 1, "hour", "~"), kind="duration")
    told = tell(a, b, Verdict("soft", ""))
    expected = {"same_unit": 0.0, "same_precision": 0.0, "soft": 1.0, "hedged": 1.0}
    assert {name: told[name] for name in expected} == expected
    assert sum(told[f"kind_{kind}"] for kind in KINDS) == told["kind_duration"] == 1


def test_dates_are_as_precise_as_what_they_name(state):
    days = [When(weekday=0), When(weekday=3), When(month=5, day=4)]
    a, b, c = [state(1, value=day, kind="date") for day in days]
    assert [tell(a, b)["same_precision"], tell(a, c)["same_precision"]] == [1.0, 0.0]


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        (41207, 41270, 4),
        (41270, 41207, 4),
        (40, 50, 0),
        (1500, 15, 2),
        (2.5, 25, 2),
        (812, 813, 2),
        (7, 7, 1),
    ],
)
def test_a_slip_of_the_keyboard_leaves_most_digits_alike(state, first, second, shared):
    assert tell(state(first), state(second))["shared_digits"] == shared


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("41,207 tents", "47,207 tents", 4),
        ("41,207 tents", "47,702 tents", 0),
        ("12-5-1", "22-5-1", 3),
        ("$1.2 million", "$12 million", 0),
        ("$1.2 million", "$1.25 million", 2),
        ("120,000 tents", "100,000 tents", 1),
        ("$354,000", "$334,000", 2),
        ("7 tents", "9 tents", 0),
        ("seven tents", "nine tents", 0),
        ("41,207 tents", "41,207 tents", 0),
    ],
)
def test_one_slip_makes_one_value_of_the_other(state, first, second, alike):
    assert tell(state(1, first), state(2, second))["one_slip"] == alike


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        (When(year=2014), When(year=2814), 3),
        (When(year=2014, month=5), When(year=2814), 3),
        (When(year=2014), When(year=2015), 0),
        (When(year=2014, month=5, day=3), When(month=5, day=83), 1),
        (When(year=2014, month=5, day=3), When(year=2014, month=5, day=83), 5),
        (When(year=2014, month=5, day=3), When(year=2014, month=5, day=8), 0),
        (When(month=5, day=3), When(month=6, day=83), 0),
        (When(month=5, day=83), When(weekday=2), 0),
        (When(year=2814), When(weekday=2), 0),
    ],
)
def test_a_slip_leaves_a_date_that_cannot_be_and_most_of_its_digits(state, first, second, alike):
    a, b = state(1, "2014", value=first, kind="date"), state(1, "2814", value=second, kind="date")
    assert tell(a, b)["one_slip"] == alike


@pytest.mark.parametrize(
    ("kind", "surface", "value", "possible"),
    [
        ("date", "June 25", When(month=6, day=25), True),
        ("date", "June 85", When(month=6, day=85), False),
        ("date", "2905", When(year=2905), False),
        ("date", "1809", When(year=1809), True),
        ("time", "60am", Value(math.inf, math.inf, "minute of day"), False),
        ("age", "105-year-old", Value(105, 105, "year"), True),
        ("age", "705-year-old", Value(705, 705, "year"), False),
        ("age", "200 days old", Value(200, 200, "day"), True),
        ("duration", "705 years", Value(705, 705, "year"), True),
        ("ordinal", "the 41st", Value(41, 41), True),
        ("ordinal", "the 41th", Value(41, 41), False),
        ("ordinal", "the 111th", Value(111, 111), True),
        ("ordinal", "the 11st", Value(11, 11), False),
        ("ordinal", "22ND", Value(22, 22), True),
        ("ordinal", "the first", Value(1, 1), True),
    ],
)
def test_a_slip_leaves_a_value_that_cannot_be(state, kind, surface, value, possible):
    mention = state(1, surface, value=value, kind=kind)
    assert is_possible(mention) == possible
    assert tell(mention, state(1, kind=kind))["impossible"] == 1 - possible
