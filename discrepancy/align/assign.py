"""One-to-one assignment: a fact of one article meets at most one fact of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

# A match is worth telling from chance; what to report is the caller's threshold.
LEAST = 0.05


def assign(scores: npt.NDArray[np.float64], least: float = LEAST) -> list[tuple[int, int]]:
    """Pairs (row, column) that maximise the sum of scores, those below `least` left out."""
    from lap import lapjv

    _, columns, _ = lapjv(-scores, extend_cost=True)
    return [(i, int(j)) for i, j in enumerate(columns) if j >= 0 and scores[i, j] >= least]
