"""Second look at a pair that disagrees: who else could each of the two be answering?

The first scorer asks whether two mentions answer the same question. Where they then disagree, the evidence
that tells another value of one fact from another fact is mostly elsewhere: whether the other article states
this very value, how much better the best rival fits, what else the two sentences agree on, and how far
apart the two values are. Every feature is symmetric under exchange of the two articles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from discrepancy.align.differences import VALUE_FEATURES, value_features
from discrepancy.align.features import FEATURES
from discrepancy.model import Mention, Verdict

if TYPE_CHECKING:
    import numpy.typing as npt

    Matrix = npt.NDArray[np.float32]
    Scores = npt.NDArray[np.float64]
    Pairs = Sequence[tuple[int, int]]

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
)
DECISION_FEATURES = (*RIVAL_FEATURES, *VALUE_FEATURES, *FEATURES)


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
        *value_features([(a[i], b[j], verdicts[i, j]) for i, j in pairs]),
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


def _log_odds(probability: Scores) -> Scores:
    clipped = np.clip(probability, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(clipped / (1 - clipped)))
