"""What options may be, and what is said where they may not."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy import Options
from discrepancy.errors import OptionsError
from discrepancy.model import NUMERIC_KINDS
from discrepancy.options import EMBEDDED_MODEL


def test_the_defaults_need_no_network_and_look_for_all_that_holds_up():
    options = Options()
    assert options.model == EMBEDDED_MODEL
    assert options.kinds == (*NUMERIC_KINDS, "quote", "name", "title", "polarity")
    assert options.severities == ("hard", "soft")
    assert 0.1 <= options.min_confidence <= 0.9  # neither everything nor nothing


def test_options_are_not_changed_in_place():
    with pytest.raises(FrozenInstanceError):
        Options().min_confidence = 0.9


@given(st.floats(0, 1))
def test_any_probability_is_a_confidence(confidence):
    assert Options(min_confidence=confidence).min_confidence == confidence


@given(st.floats(allow_nan=True, allow_infinity=True).filter(lambda number: not 0 <= number <= 1))
def test_nothing_else_is(confidence):
    with pytest.raises(OptionsError, match=r"^min_confidence is .*; give a number between 0 and 1$"):
        Options(min_confidence=confidence)


@pytest.mark.parametrize(
    ("given_options", "message"),
    [
        (
            {"kinds": ("count", "durations")},
            r"kinds has 'durations'; did you mean 'duration'\? known: count, ",
        ),
        ({"kinds": ("colour",)}, r"kinds has 'colour'; .*known: count, money"),
        ({"severities": ("hart",)}, r"severities has 'hart'; did you mean 'hard'\? known: hard, soft$"),
        ({"severities": ("agree",)}, r"severities has 'agree'; known: hard, soft$"),
    ],
)
def test_a_name_that_is_not_known_is_refused_with_what_was_meant(given_options, message):
    with pytest.raises(OptionsError, match=message):
        Options(**given_options)


def test_no_kinds_and_no_severities_are_a_choice():
    assert Options(kinds=(), severities=()).kinds == ()
