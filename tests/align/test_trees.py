"""A forest gives what one gets by walking its trees with a pencil."""

import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.align import trees
from discrepancy.align.trees import read_forest

# feature, threshold, left, right, value; a node whose left is 0 is a leaf
#   f0 <= 1.5 ? (f1 <= -1 ? 0.5 : -0.25) : 2
DEEP = [[0, 1, 0, 0, 0], [1.5, -1.0, 0, 0, 0], [1, 2, 0, 0, 0], [4, 3, 0, 0, 0], [0, 0, 0.5, -0.25, 2.0]]
#   f1 <= 0 ? -1 : 1
STUMP = [[1, 0, 0], [0.0, 0, 0], [1, 0, 0], [2, 0, 0], [0, -1.0, 1.0]]
LEAF = [[0], [0.0], [0], [0], [0.125]]
DATA = {"features": ["width", "height"], "baseline": -0.5, "trees": [DEEP, STUMP, LEAF]}


def by_hand(width, height):
    deep = (0.5 if height <= -1 else -0.25) if width <= 1.5 else 2.0
    return 1 / (1 + math.exp(-(-0.5 + deep + (-1.0 if height <= 0 else 1.0) + 0.125)))


@pytest.mark.parametrize(
    ("row", "total"),
    [
        ((1.5, -1.0), -0.875),  # a value that equals the threshold goes left
        ((1.0, -0.5), -1.625),
        ((1.0, 0.5), 0.375),
        ((2.0, 0.0), 0.625),
        ((2.0, 0.1), 2.625),
    ],
)
def test_a_forest_against_a_sum_done_by_hand(row, total):
    probability = read_forest(DATA).probability(np.array([row], dtype=np.float32))
    assert probability == pytest.approx([1 / (1 + math.exp(-total))])


@given(st.lists(st.tuples(*[st.floats(-4, 4, width=32)] * 2), max_size=20))
def test_many_rows_at_once_are_each_row_by_itself(rows):
    probability = read_forest(DATA).probability(np.array(rows, dtype=np.float32).reshape(-1, 2))
    assert probability.shape == (len(rows),)
    assert probability == pytest.approx([by_hand(*row) for row in rows])


def test_json_and_back_changes_nothing():
    rows = np.random.default_rng(0).normal(size=(50, 2)).astype(np.float32)
    there, back = read_forest(DATA), read_forest(json.loads(json.dumps(DATA)))
    assert back.features == there.features == ("width", "height")
    assert back.baseline == there.baseline == -0.5
    assert back.roots.tolist() == [0, 5, 8]
    assert back.depths.tolist() == [2, 1, 0]
    for root, (feature, threshold, left, right, value) in zip(back.roots, DATA["trees"], strict=True):
        nodes = slice(root, root + len(left))
        assert back.feature[nodes].tolist() == feature
        assert back.threshold[nodes].tolist() == threshold
        assert back.value[nodes].tolist() == value
        for node, children in enumerate(back.children.reshape(-1, 2)[nodes] - root):
            assert children.tolist() == ([right[node], left[node]] if left[node] else [node, node])
    assert np.array_equal(there.probability(rows), back.probability(rows))


def test_rows_walk_in_blocks_as_they_do_together(monkeypatch):
    rows = np.random.default_rng(0).normal(size=(50, 2)).astype(np.float32)
    together = read_forest(DATA).probability(rows)
    monkeypatch.setattr(trees, "BLOCK", 3 * 7)  # seven rows of three trees
    assert np.array_equal(read_forest(DATA).probability(rows), together)


def test_a_forest_without_trees_is_its_baseline():
    forest = read_forest({"features": ["width"], "baseline": 0.0, "trees": []})
    assert forest.probability(np.zeros((3, 1), dtype=np.float32)).tolist() == [0.5, 0.5, 0.5]
