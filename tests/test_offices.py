"""Offices as data: their words read back, and a difference that is the same from both sides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.offices import FIELDS, FORMS, LEVELS, contrast, is_same, parse_office, read_office

WORDS = st.sampled_from([*LEVELS, "acting", "former", "then", "incoming", *FIELDS.values()])
OFFICES = st.builds(
    read_office,
    st.sampled_from(sorted(set(FORMS.values()))),
    st.lists(WORDS, max_size=4),
    st.lists(st.sampled_from(["orrin", "tolme", "bank"]), max_size=2),
)


@given(OFFICES)
def test_the_words_of_an_office_are_read_back(office):
    assert parse_office(str(office)) == office


@given(OFFICES)
def test_an_office_is_itself(office):
    assert contrast(office, office) is None
    assert is_same(office, office)


@given(OFFICES, OFFICES)
def test_the_order_does_not_matter(a, b):
    assert contrast(a, b) == contrast(b, a)
    assert is_same(a, b) == is_same(b, a)


@pytest.mark.parametrize("text", ["", "florist", "deputy", ", orrin"])
def test_what_is_no_office_is_none(text):
    assert parse_office(text) is None
