"""The second look at a pair that disagrees: who else could each of the two be answering?"""

import math
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.align.features import FEATURES
from discrepancy.align.rivals import (
    DECISION_FEATURES,
    _best_other,
    _companions,
    decision_features,
)
from discrepancy.model import Verdict, When

DAY = When(earliest=date(2025, 7, 10), latest=date(2025, 7, 10))
SCORES = st.sampled_from([0.0, 0.02, 0.1, 0.3, 0.5, 0.8, 0.95, 1.0])
SHAPES = st.tuples(st.integers(1, 4), st.integers(1, 4))
VERDICTS = st.sampled_from([None, "agree", "hard", "soft"])


@st.composite
def tables(draw):
    """Scores and verdicts of every pair, and the sentence of each mention."""
    rows, columns = draw(SHAPES)
    size = rows * columns
    scores = np.array(draw(st.lists(SCORES, min_size=size, max_size=size))).reshape(rows, columns)
    severities = draw(st.lists(VERDICTS, min_size=size, max_size=size))
    verdicts = {
        divmod(at, columns): Verdict(severity, "said so")
        for at, severity in enumerate(severities)
        if severity is not None
    }
    homes = [draw(st.lists(st.integers(0, 2), min_size=n, max_size=n)) for n in (rows, columns)]
    return scores, verdicts, homes


def disputes(verdicts):
    return [pair for pair, verdict in verdicts.items() if verdict.severity != "agree"]


def decide(a, b, verdicts, scores):
    features = np.zeros((*scores.shape, len(FEATURES)), dtype=np.float32)
    return decision_features(a, b, verdicts, scores, features, disputes(verdicts))


def named(table, name):
    return table[:, DECISION_FEATURES.index(name)]


@given(tables())
def test_exchange_gives_the_same_evidence(state, drawn):
    scores, verdicts, homes = drawn
    a, b = (
        [state(7 * side + at + 1, at=100 * home) for at, home in enumerate(sentences)]
        for side, sentences in enumerate(homes)
    )
    there = decide(a, b, verdicts, scores)
    flipped = {(j, i): verdict for (i, j), verdict in verdicts.items()}
    back = decide(b, a, flipped, scores.T)
    assert there.shape == (len(disputes(verdicts)), len(DECISION_FEATURES))
    assert np.isfinite(there).all()
    np.testing.assert_allclose(there, back, atol=1e-6)


@given(tables())
def test_best_other_against_looking_at_each_cell(drawn):
    scores = drawn[0]
    across, down = _best_other(scores, 1), _best_other(scores, 0)
    for (i, j), _ in np.ndenumerate(scores):
        assert across[i, j] == max([0.0, *np.delete(scores[i], j)])
        assert down[i, j] == max([0.0, *np.delete(scores[:, j], i)])


def test_best_other_of_the_best_is_the_second_and_of_a_tie_its_equal():
    assert _best_other(np.array([[0.9, 0.2, 0.4]]), 1).tolist() == [[0.4, 0.9, 0.9]]
    assert _best_other(np.array([[0.9, 0.9]]), 1).tolist() == [[0.9, 0.9]]
    assert _best_other(np.array([[0.9]]), 1).tolist() == [[0.0]]


@given(tables())
def test_companions_against_counting_them(state, drawn):
    """Pairs of other mentions in the same two sentences, by agreement."""
    scores, verdicts, (home_a, home_b) = drawn
    a = [state(1, at=100 * home) for home in home_a]
    b = [state(1, at=100 * home) for home in home_b]
    agree, comparable = np.zeros(scores.shape, dtype=bool), np.zeros(scores.shape, dtype=bool)
    for pair, verdict in verdicts.items():
        comparable[pair], agree[pair] = True, verdict.severity == "agree"
    pairs = list(np.ndindex(scores.shape))
    rows, columns = np.array(pairs).T
    counted = [
        [
            sum(
                table[k, m]
                for k, m in pairs
                if k != i and m != j and home_a[k] == home_a[i] and home_b[m] == home_b[j]
            )
            for i, j in pairs
        ]
        for table in (agree, comparable & ~agree)
    ]
    np.testing.assert_allclose(_companions(a, b, agree, comparable, rows, columns), np.log1p(counted))


def test_a_rival_takes_the_lead_and_a_partner_is_remembered(state):
    a, b = [state(40, at=0)], [state(50, at=0), state(40, at=100)]
    verdicts = {(0, 0): Verdict("hard", ""), (0, 1): Verdict("agree", "")}
    table = decide(a, b, verdicts, np.array([[0.5, 0.9]]))
    assert named(table, "same").item() == pytest.approx(0.0)
    assert named(table, "lesser_lead").item() == pytest.approx(-math.log(9), rel=1e-4)
    assert named(table, "greater_partner").item() == pytest.approx(0.9)
    assert named(table, "lesser_partner").item() == 0
    assert named(table, "greater_echoes").item() == 1
    assert named(table, "greater_crowd").item() == pytest.approx(math.log(3))
    assert named(table, "lesser_crowd").item() == pytest.approx(math.log(2))


def test_a_pair_that_cannot_be_compared_is_no_rival(state):
    a, b = [state(40, at=0)], [state(50, at=0), state(40, at=100)]
    verdicts = {(0, 0): Verdict("hard", "")}
    one, other = (decide(a, b, verdicts, np.array([[0.5, rival]])) for rival in (0.0, 0.9))
    assert np.array_equal(one, other)


def test_without_disputes_there_is_no_evidence_but_its_columns(state):
    a, b = [state(40)], [state(40)]
    table = decide(a, b, {(0, 0): Verdict("agree", "")}, np.array([[0.5]]))
    assert table.shape == (0, len(DECISION_FEATURES))


def test_the_first_looks_features_come_along_unchanged(state):
    features = np.arange(2 * len(FEATURES), dtype=np.float32).reshape(1, 2, -1)
    verdicts = {(0, 1): Verdict("hard", "")}
    table = decision_features(
        [state(1)], [state(2), state(3)], verdicts, np.array([[0.5, 0.5]]), features, [(0, 1)]
    )
    assert table[0, -len(FEATURES) :].tolist() == features[0, 1].tolist()
