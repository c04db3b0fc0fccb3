"""One to one, and the best total there is."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from discrepancy.align.assign import assign

TABLES = arrays(
    np.float64,
    st.tuples(st.integers(1, 4), st.integers(1, 4)),
    elements=st.sampled_from(np.arange(0, 101) / 100),
)


def test_the_best_sum_beats_the_best_single_pair():
    scores = np.array([[0.9, 0.8], [0.8, 0.1]])
    assert assign(scores, 0.05) == [(0, 1), (1, 0)]


def test_what_is_below_the_least_is_left_out_and_what_equals_it_stays():
    scores = np.array([[0.5, 0.0], [0.0, 0.49]])
    assert assign(scores, 0.5) == [(0, 0)]


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_nothing_meets_nothing(shape):
    assert assign(np.zeros(shape), 0.0) == []


@given(TABLES)
def test_no_permutation_does_better(scores):
    """The independent oracle: every assignment there is, tried in turn."""
    pairs = assign(scores, 0.0)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == min(scores.shape)
    table = scores if scores.shape[0] <= scores.shape[1] else scores.T
    best = max(
        sum(table[row, column] for row, column in enumerate(columns))
        for columns in permutations(range(table.shape[1]), table.shape[0])
    )
    assert sum(scores[pair] for pair in pairs) == pytest.approx(best)


@given(TABLES, st.sampled_from([0.0, 0.05, 0.5, 1.0]))
def test_every_pair_given_is_at_least_the_least(scores, least):
    assert all(scores[pair] >= least for pair in assign(scores, least))
