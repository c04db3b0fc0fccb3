"""One-to-one assignment: a fact of one article meets at most one fact of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


def assign(scores: npt.NDArray[np.float64], least: float) -> list[tuple[int, int]]:
    """Pairs (row, column) that maximise the sum of scores, those below `least` left out."""
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(scores, maximize=True)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if scores[i, j] >= least]
