"""Gradient-boosted trees as plain arrays: read from JSON, evaluated with numpy alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Matrix = npt.NDArray[np.float32]

# Rows times trees that are walked together: few enough to stay in the processor's cache.
BLOCK = 65536


@dataclass(frozen=True, slots=True)
class Forest:
    """A sum of trees on the log-odds scale: the nodes of all trees in one row, a leaf its own child."""

    features: tuple[str, ...]
    baseline: float
    roots: npt.NDArray[np.intp]  # of every tree, the node it begins with
    depths: npt.NDArray[np.intp]  # of every tree, the steps from its root to its deepest leaf
    feature: npt.NDArray[np.intp]  # of every node, as are the following
    threshold: npt.NDArray[np.float64]
    children: npt.NDArray[np.intp]  # right and left of every node in turn
    value: npt.NDArray[np.float64]

    def probability(self, rows: Matrix) -> npt.NDArray[np.float64]:
        """Probabilities (n,) for rows (n, len(features))."""
        total = np.full(len(rows), self.baseline)
        step = max(1, BLOCK // max(1, len(self.roots)))
        for start in range(0, len(rows), step):
            for values in self._evaluate(rows[start : start + step]):  # in the order of the trees
                total[start : start + step] += values
        return np.asarray(1.0 / (1.0 + np.exp(-total)))

    def _evaluate(self, rows: Matrix) -> npt.NDArray[np.float64]:
        """Leaf values (trees, n) for rows (n, features): all trees a step at a time, the deepest longest."""
        deepest_first = np.argsort(-self.depths, kind="stable")
        cells = rows.ravel()
        starts = np.arange(len(rows)) * rows.shape[1]
        nodes = np.repeat(self.roots[deepest_first, None], len(rows), axis=1)
        for step in range(self.depths.max(initial=0)):
            walking = nodes[: np.count_nonzero(self.depths > step)]
            goes_left = cells.take(starts + self.feature.take(walking)) <= self.threshold.take(walking)
            walking[:] = self.children.take(2 * walking + goes_left)
        values = np.empty(nodes.shape)
        values[deepest_first] = self.value.take(nodes)
        return values


def read_forest(data: dict[str, Any]) -> Forest:
    """A forest from its JSON form; a tree is five columns: feature, threshold, left, right, value."""
    trees: Sequence[Sequence[Sequence[float]]] = data["trees"]
    sizes = np.array([len(columns[0]) for columns in trees], dtype=np.intp)
    roots = np.cumsum(sizes) - sizes
    feature, threshold, left, right, value = (_join(trees, column) for column in range(5))
    itself, first = np.arange(len(left)), np.repeat(roots, sizes)
    ends = left == 0
    children = np.stack([np.where(ends, itself, first + right), np.where(ends, itself, first + left)], axis=1)
    children = children.astype(np.intp)
    return Forest(
        tuple(data["features"]),
        float(data["baseline"]),
        roots,
        _measure_depths(children, roots),
        feature.astype(np.intp),
        threshold,
        children.ravel(),
        value,
    )


def _join(trees: Sequence[Sequence[Sequence[float]]], column: int) -> npt.NDArray[np.float64]:
    """One column of all trees, one after the other."""
    return np.array(list(chain.from_iterable(columns[column] for columns in trees)), dtype=np.float64)


def _measure_depths(children: npt.NDArray[np.intp], roots: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """Steps from every root to its deepest leaf, counted level by level."""
    depths = np.zeros(len(roots), dtype=np.intp)
    tree, node = np.arange(len(roots)), roots
    while len(node):
        inner = children[node, 0] != node
        tree, node = np.repeat(tree[inner], 2), children[node[inner]].ravel()
        depths[tree] += 1  # a tree once, however many nodes it has on this level
    return depths
