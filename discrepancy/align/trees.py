"""Gradient-boosted trees as plain arrays: read from JSON, evaluated with numpy alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tree:
    """One regression tree; a node whose `left` is 0 is a leaf."""

    feature: npt.NDArray[np.int32]
    threshold: npt.NDArray[np.float64]
    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    value: npt.NDArray[np.float64]

    def evaluate(self, rows: Matrix) -> npt.NDArray[np.float64]:
        """Leaf values (n,) for rows (n, features)."""
        node = np.zeros(len(rows), dtype=np.int32)
        everyone = np.arange(len(rows))
        while (self.left[node] > 0).any():
            goes_left = rows[everyone, self.feature[node]] <= self.threshold[node]
            step = np.where(goes_left, self.left[node], self.right[node])
            node = np.where(self.left[node] > 0, step, node)
        return self.value[node]


@dataclass(frozen=True, slots=True)
class Forest:
    """A sum of trees on the log-odds scale."""

    features: tuple[str, ...]
    baseline: float
    trees: tuple[Tree, ...]

    def probability(self, rows: Matrix) -> npt.NDArray[np.float64]:
        """Probabilities (n,) for rows (n, len(features))."""
        total = np.full(len(rows), self.baseline)
        for tree in self.trees:
            total += tree.evaluate(rows)
        return np.asarray(1.0 / (1.0 + np.exp(-total)))


def read_forest(data: dict[str, Any]) -> Forest:
    """A forest from its JSON form; a tree is five columns: feature, threshold, left, right, value."""
    return Forest(tuple(data["features"]), float(data["baseline"]), tuple(map(_read_tree, data["trees"])))


def _read_tree(columns: Sequence[Sequence[float]]) -> Tree:
    feature, threshold, left, right, value = columns
    return Tree(
        np.array(feature, dtype=np.int32),
        np.array(threshold, dtype=np.float64),
        np.array(left, dtype=np.int32),
        np.array(right, dtype=np.int32),
        np.array(value, dtype=np.float64),
    )
