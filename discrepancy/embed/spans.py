"""Token states -> the vector of a span of characters, in the same way whatever engine made the states."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]

Span = tuple[int, int]  # characters of one text, end exclusive


def pool_tokens(states: Vectors, offsets: npt.NDArray[np.int64], span: Span) -> Vectors:
    """The unit mean (d,) of the token states (t, d) whose character offsets (t, 2) meet the span."""
    import numpy as np

    inside = (offsets[:, 0] < span[1]) & (offsets[:, 1] > span[0])
    if not inside.any():
        inside = np.ones(len(offsets), dtype=bool)
    mean = states[inside].mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-12), dtype=np.float32)
