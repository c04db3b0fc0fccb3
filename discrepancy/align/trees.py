"""Gradient-boosted trees as plain arrays: read from JSON, evaluated with numpy alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Matrix = npt.NDArray[np.float32]

# Rows that go through all trees together: few enough to stay in the processor's cache.
BLOCK = 4096


@dataclass(frozen=True, slots=True)
class Tree:
    """One regression tree; a leaf is its own child on both sides."""

    feature: npt.NDArray[np.intp]
    threshold: npt.NDArray[np.float64]
    children: npt.NDArray[np.intp]  # right and left of every node in turn
    value: npt.NDArray[np.float64]
    depth: int  # steps from the root to the deepest leaf

    def evaluate(self, rows: Matrix) -> npt.NDArray[np.float64]:
        """Leaf values (n,) for rows (n, features)."""
        cells = rows.ravel()
        starts = np.arange(len(rows)) * rows.shape[1]
        node = np.zeros(len(rows), dtype=np.intp)
        for _ in range(self.depth):
            goes_left = cells.take(starts + self.feature.take(node)) <= self.threshold.take(node)
            node = self.children.take(2 * node + goes_left)
        return self.value.take(node)


@dataclass(frozen=True, slots=True)
class Forest:
    """A sum of trees on the log-odds scale."""

    features: tuple[str, ...]
    baseline: float
    trees: tuple[Tree, ...]

    def probability(self, rows: Matrix) -> npt.NDArray[np.float64]:
        """Probabilities (n,) for rows (n, len(features))."""
        total = np.full(len(rows), self.baseline)
        for start in range(0, len(rows), BLOCK):
            block = rows[start : start + BLOCK]
            for tree in self.trees:
                total[start : start + BLOCK] += tree.evaluate(block)
        return np.asarray(1.0 / (1.0 + np.exp(-total)))


def read_forest(data: dict[str, Any]) -> Forest:
    """A forest from its JSON form; a tree is five columns: feature, threshold, left, right, value."""
    return Forest(tuple(data["features"]), float(data["baseline"]), tuple(map(_read_tree, data["trees"])))


def _read_tree(columns: Sequence[Sequence[float]]) -> Tree:
    feature, threshold, left, right, value = (np.array(column) for column in columns)
    itself = np.arange(len(left))
    children = np.stack([np.where(left > 0, right, itself), np.where(left > 0, left, itself)], axis=1)
    return Tree(
        feature.astype(np.intp),
        threshold.astype(np.float64),
        children.ravel().astype(np.intp),
        value.astype(np.float64),
        _depth(children, 0),
    )


def _depth(children: npt.NDArray[np.intp], node: int) -> int:
    return 0 if children[node, 0] == node else 1 + max(_depth(children, int(at)) for at in children[node])
