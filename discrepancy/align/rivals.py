"""Second look at a pair that disagrees: who else could each of the two be answering?

The first scorer asks whether two mentions answer the same question. Where they then disagree, the evidence
that tells another value of one fact from another fact is mostly elsewhere: whether the other article states
this very value, how much better the best rival fits, what else the two sentences agree on, and how far
apart the two values are. Every feature is symmetric under exchange of the two articles.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, get_args

import numpy as np

from discrepancy.align.features import FEATURES
from discrepancy.model import Kind, Mention, Value, Verdict, When

if TYPE_CHECKING:
    import numpy.typing as npt

    Matrix = npt.NDArray[np.float32]
    Scores = npt.NDArray[np.float64]
    Pairs = Sequence[tuple[int, int]]

KINDS = get_args(Kind)
LAST_YEAR = 2100  # a day beyond it in the news is a slip, and its distance says nothing
RIVAL_FEATURES = (
    "same",
    "lesser_lead",
    "greater_lead",
    "lesser_partner",
    "greater_partner",
    "lesser_echoes",
    "greater_echoes",
    "lesser_crowd",
    "greater_crowd",
    "companions_agree",
    "companions_dispute",
    "proximity",
    "same_unit",
    "same_precision",
    "shared_digits",
    "soft",
    "hedged",
    *(f"kind_{kind}" for kind in KINDS),
)
DECISION_FEATURES = (*RIVAL_FEATURES, *FEATURES)


def decision_features(
    a: Sequence[Mention],
    b: Sequence[Mention],
    verdicts: Mapping[tuple[int, int], Verdict],
    same: Scores,
    features: Matrix,
    pairs: Pairs,
) -> Matrix:
    """Features (len(pairs), len(DECISION_FEATURES)) of disagreeing pairs, given all verdicts and scores."""
    rows, columns = np.array(pairs, dtype=int).reshape(-1, 2).T
    agree = _table(verdicts, same.shape, "agree")
    comparable = _table(verdicts, same.shape)
    blocks = [
        *_rivals(np.where(comparable, same, 0.0), agree, comparable, rows, columns),
        *_companions(a, b, agree, comparable, rows, columns),
        *_values([(a[i], b[j], verdicts[i, j]) for i, j in pairs]),
        *features[rows, columns].T,
    ]
    return np.stack(blocks, axis=1).astype(np.float32)


def _table(
    verdicts: Mapping[tuple[int, int], Verdict], shape: tuple[int, ...], severity: str | None = None
) -> npt.NDArray[np.bool_]:
    table = np.zeros(shape, dtype=bool)
    for pair, verdict in verdicts.items():
        table[pair] = severity is None or verdict.severity == severity
    return table


def _rivals(
    scores: Scores,
    agree: npt.NDArray[np.bool_],
    comparable: npt.NDArray[np.bool_],
    rows: npt.NDArray[np.int_],
    columns: npt.NDArray[np.int_],
) -> list[npt.NDArray[np.float64]]:
    here = _log_odds(scores[rows, columns])
    lead_a = here - _log_odds(_best_other(scores, 1)[rows, columns])
    lead_b = here - _log_odds(_best_other(scores, 0)[rows, columns])
    partner_a = (scores * agree).max(axis=1)[rows]
    partner_b = (scores * agree).max(axis=0)[columns]
    echoes_a, echoes_b = agree.sum(axis=1)[rows], agree.sum(axis=0)[columns]
    crowd_a, crowd_b = np.log1p(comparable.sum(axis=1))[rows], np.log1p(comparable.sum(axis=0))[columns]
    both = ((lead_a, lead_b), (partner_a, partner_b), (echoes_a, echoes_b), (crowd_a, crowd_b))
    return [here, *(end for x, y in both for end in (np.minimum(x, y), np.maximum(x, y)))]


def _best_other(scores: Scores, axis: int) -> Scores:
    """For every cell, the best score of the other cells along an axis."""
    if scores.shape[axis] < 2:
        return np.zeros_like(scores)
    ranked = np.sort(scores, axis=axis)
    best = np.take(ranked, [-1], axis=axis)
    second = np.take(ranked, [-2], axis=axis)
    return np.where(scores == best, second, best)


def _companions(
    a: Sequence[Mention],
    b: Sequence[Mention],
    agree: npt.NDArray[np.bool_],
    comparable: npt.NDArray[np.bool_],
    rows: npt.NDArray[np.int_],
    columns: npt.NDArray[np.int_],
) -> list[npt.NDArray[np.float64]]:
    """How many other values of the two sentences agree with each other, and how many only compare."""
    home_a, home_b = _homes(a), _homes(b)
    counts = []
    for table in (agree, comparable & ~agree):
        by_sentence = home_a.T @ table @ home_b
        own_row = table @ home_b
        own_column = home_a.T @ table
        at_a, at_b = home_a.argmax(axis=1)[rows], home_b.argmax(axis=1)[columns]
        own = own_row[rows, at_b] + own_column[at_a, columns] - table[rows, columns]
        counts.append(np.log1p(np.maximum(by_sentence[at_a, at_b] - own, 0.0)))
    return counts


def _homes(mentions: Sequence[Mention]) -> npt.NDArray[np.float64]:
    """One-hot rows (mentions, sentences): where each mention stands."""
    at = [mention.sentence.start for mention in mentions]
    different = sorted(set(at))  # np.unique imports numpy.ma, a fiftieth of a cached run
    return np.asarray(np.array(at)[:, None] == np.array(different)[None, :], dtype=np.float64)


def _values(told: Sequence[tuple[Mention, Mention, Verdict]]) -> npt.NDArray[np.float64]:
    width = len(RIVAL_FEATURES) - RIVAL_FEATURES.index("proximity")
    return np.array([_value(*one) for one in told], dtype=float).reshape(-1, width).T


def _value(a: Mention, b: Mention, verdict: Verdict) -> list[float]:
    return [
        _proximity(a, b),
        float(a.value.unit == b.value.unit),
        _same_precision(a, b),
        _shared_digits(a, b),
        float(verdict.severity == "soft"),
        float(a.value.bound != "=") + float(b.value.bound != "="),
        *(float(a.kind == kind) for kind in KINDS),
    ]


def _proximity(a: Mention, b: Mention) -> float:
    """Minus half the absolute log ratio of two quantities, or of the days between two dates."""
    if not (_is_possible(a) and _is_possible(b)):
        return -1.0
    if isinstance(a.value, Value) and isinstance(b.value, Value):
        return -0.5 * abs(math.log(_middle(a.value) / _middle(b.value)))
    if isinstance(a.value, When) and isinstance(b.value, When) and a.value.earliest and b.value.earliest:
        return -0.5 * math.log1p(abs((a.value.earliest - b.value.earliest).days))
    return -1.0  # a word against a word: neither near nor far


def _is_possible(mention: Mention) -> bool:
    """Whether the value tells how near another is: no slip such as "60am", "June 85" or "in 2905" does."""
    value = mention.value
    if isinstance(value, When) and value.earliest and value.earliest.year > LAST_YEAR:
        return False
    return not isinstance(value, Value | When) or value.is_possible


def _middle(value: Value) -> float:
    ends = [abs(end) for end in (value.low, value.high) if math.isfinite(end)]
    return max(sum(ends) / max(1, len(ends)), 0.1)


def _same_precision(a: Mention, b: Mention) -> float:
    """Dates: both name a weekday, or both a month, or both a year alone; numbers: equally many digits."""
    if isinstance(a.value, When) and isinstance(b.value, When):
        return float(_grain(a.value) == _grain(b.value))
    return float(sum(map(str.isdigit, a.surface)) == sum(map(str.isdigit, b.surface)))


def _shared_digits(a: Mention, b: Mention) -> float:
    """Significant digits that a slip of the keyboard left alike: four in 41,207 and 41,270."""
    if not (isinstance(a.value, Value) and isinstance(b.value, Value)):
        return 0.0
    from rapidfuzz.distance import OSA  # a swap of neighbours is one slip

    digits = [f"{abs(value.low):.4f}".replace(".", "").strip("0") for value in (a.value, b.value)]
    return float(max(map(len, digits)) - OSA.distance(*digits))


def _grain(when: When) -> tuple[bool, ...]:
    return (when.year is not None, when.month is not None, when.day is not None, when.weekday is not None)


def _log_odds(probability: Scores) -> Scores:
    clipped = np.clip(probability, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(clipped / (1 - clipped)))
