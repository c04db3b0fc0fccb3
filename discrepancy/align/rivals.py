"""Second look at a pair that disagrees: who else could each of the two be answering?

The first scorer asks whether two mentions answer the same question. Where they then disagree, the evidence
that tells another value of one fact from another fact is mostly elsewhere: whether the other article states
this very value, how much better the best rival fits, and how far apart the two values are.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from discrepancy.align.features import FEATURES
from discrepancy.model import Mention, Value, Verdict, When

if TYPE_CHECKING:
    import numpy.typing as npt

    Matrix = npt.NDArray[np.float32]

Verdicts = Mapping[tuple[int, int], Verdict]

KINDS = ("count", "money", "percent", "measure", "duration", "age", "date", "time", "ordinal", "score", "rate", "quote")
RIVAL_FEATURES = (
    "same",
    "rival_a",
    "rival_b",
    "partner_a",
    "partner_b",
    "stated_a",
    "stated_b",
    "crowd_a",
    "crowd_b",
    "repeats_a",
    "repeats_b",
    "proximity",
    "same_unit",
    "same_precision",
    "soft",
    "hedged",
    *(f"kind_{kind}" for kind in KINDS),
)
DECISION_FEATURES = (*RIVAL_FEATURES, *FEATURES)


def decision_features(
    a: tuple[Mention, ...],
    b: tuple[Mention, ...],
    verdicts: Verdicts,
    same: npt.NDArray[np.float64],
    features: Matrix,
    pairs: list[tuple[int, int]],
) -> Matrix:
    """Features (len(pairs), len(DECISION_FEATURES)) of disagreeing pairs, given all verdicts and scores."""
    agree = np.zeros(same.shape, dtype=bool)
    comparable = np.zeros(same.shape, dtype=bool)
    for (i, j), verdict in verdicts.items():
        comparable[i, j] = True
        agree[i, j] = verdict.severity == "agree"
    scores = np.where(comparable, same, 0.0)
    rows = []
    for i, j in pairs:
        evidence = _rivals(i, j, scores, agree, comparable) + _values(a[i], b[j], verdicts[i, j])
        rows.append(np.concatenate([np.array(evidence, dtype=np.float32), features[i, j]]))
    width = len(DECISION_FEATURES)
    return np.stack(rows) if rows else np.zeros((0, width), dtype=np.float32)


def _rivals(
    i: int, j: int, scores: npt.NDArray[np.float64], agree: npt.NDArray[np.bool_], comparable: npt.NDArray[np.bool_]
) -> list[float]:
    here = scores[i, j]
    twins_of_j, twins_of_i = _twins(agree[:, j], agree, i, 1), _twins(agree[i, :], agree, j, 0)
    other_row = np.delete(scores[i], j)
    other_column = np.delete(scores[:, j], i)
    partner_a = float((scores[i] * agree[i]).max(initial=0.0))
    partner_b = float((scores[:, j] * agree[:, j]).max(initial=0.0))
    return [
        _log_odds(here),
        _log_odds(here) - _log_odds(float(other_row.max(initial=0.001))),
        _log_odds(here) - _log_odds(float(other_column.max(initial=0.001))),
        partner_a,
        partner_b,
        float(agree[i].sum()),
        float(agree[:, j].sum()),
        math.log1p(float(comparable[i].sum())),
        math.log1p(float(comparable[:, j].sum())),
        float(twins_of_i),
        float(twins_of_j),
    ]


def _twins(partners: npt.NDArray[np.bool_], agree: npt.NDArray[np.bool_], own: int, axis: int) -> int:
    """How many mentions of the own article share a partner's value: a rough count of repeats."""
    return int(partners.sum())


def _values(a: Mention, b: Mention, verdict: Verdict) -> list[float]:
    kind = [float(a.kind == kind) for kind in KINDS]
    same_unit = float(getattr(a.value, "unit", None) == getattr(b.value, "unit", None))
    hedged = float(a.value.bound != "=") + float(b.value.bound != "=")
    return [_proximity(a, b), same_unit, _same_precision(a, b), float(verdict.severity == "soft"), hedged, *kind]


def _proximity(a: Mention, b: Mention) -> float:
    """Minus half the absolute log ratio of two quantities, or of the days between two dates."""
    if isinstance(a.value, Value) and isinstance(b.value, Value):
        return -0.5 * abs(math.log(_middle(a.value) / _middle(b.value)))
    if isinstance(a.value, When) and isinstance(b.value, When) and a.value.earliest and b.value.earliest:
        return -0.5 * math.log1p(abs((a.value.earliest - b.value.earliest).days))
    return -1.0


def _middle(value: Value) -> float:
    ends = [abs(end) for end in (value.low, value.high) if math.isfinite(end)]
    return max(sum(ends) / max(1, len(ends)), 0.1)


def _same_precision(a: Mention, b: Mention) -> float:
    """Dates: both name a weekday, or both a month, or both a year alone; numbers: equally many digits."""
    if isinstance(a.value, When) and isinstance(b.value, When):
        return float(_grain(a.value) == _grain(b.value))
    return float(sum(map(str.isdigit, a.surface)) == sum(map(str.isdigit, b.surface)))


def _grain(when: When) -> tuple[bool, ...]:
    return (when.year is not None, when.month is not None, when.day is not None, when.weekday is not None)


def _log_odds(probability: float) -> float:
    p = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(p / (1 - p))
