"""Slips of the keyboard that the decision scorer is trained on: one slip a value, read by the extraction."""

from itertools import islice

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from benchmarks.slips import slip, slip_mention
from discrepancy import Article, extract


@given(st.from_regex(r"\A[1-9][0-9]{0,4}(,[0-9]{3})?( and [1-9][0-9]?)?\Z"), st.integers(0, 10_000))
def test_a_slip_in_digits_is_one_slip(value, seed):
    slipped = slip(value, np.random.default_rng(seed))
    assert slipped is None or OSA.distance(value, slipped) == 1


@pytest.mark.parametrize("value", ["Tuesday", "March", "Second", "seven"])
def test_a_slip_in_a_word_is_another_of_its_kind(value):
    slipped = {slip(value, np.random.default_rng(seed)) for seed in range(40)} - {None}
    assert len(slipped) > 4
    assert value not in slipped
    assert all(word[0].isupper() == value[0].isupper() for word in slipped)


def test_without_a_number_there_is_nothing_to_slip_on():
    assert slip("dozens", np.random.default_rng(0)) is None


def test_a_slip_is_read_as_the_extraction_reads_it():
    found = extract(Article("The bridge at Ostwick was opened in June 2014 by the mayor.", "a"))
    (mention,) = [one for one in found if one.kind == "date"]
    made = (slip_mention(mention, None, np.random.default_rng(seed)) for seed in range(100))
    read = list(islice((one for one in made if one), 20))
    assert len(read) == 20
    assert all(
        (one.start, one.end, one.sentence) == (mention.start, mention.end, mention.sentence) for one in read
    )
    assert all(one.kind == "date" and one.value != mention.value for one in read)
