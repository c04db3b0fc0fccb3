"""What the whole of alignment reports on stories that its scorers never saw."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from benchmarks.decision_rows import SAME, Rows, Scores
from benchmarks.pair_tables import CONFLICT, Pair, PairTable, load_scorer
from discrepancy.align import assign_facts, merge_scores
from discrepancy.align.scorer import Calibration
from discrepancy.model import Mention

FOLDS = 5
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7)


def fold_of_stories(tables: Sequence[PairTable]) -> npt.NDArray[np.int_]:
    """The fold of each table: all pairs of a story share one."""
    stories = sorted({table.story for table in tables})
    order = np.random.default_rng(0).permutation(len(stories))
    fold = {story: int(at) % FOLDS for story, at in zip(stories, order, strict=True)}
    return np.array([fold[table.story] for table in tables])


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Scores of labelled stories by models that never saw them."""

    tables: Sequence[PairTable]
    same: Sequence[Scores]  # of each table, by the first scorer
    disputes: Rows
    conflict: npt.NDArray[np.float64]  # of each dispute, by the second scorer


def reported(
    told: LeftOut, agreement: Calibration, conflict: Calibration
) -> Iterator[tuple[PairTable, float, Mention, Mention]]:
    """Every conflict that would be reported at any confidence, after one-to-one assignment."""
    for at, table in enumerate(told.tables):
        mine = np.flatnonzero(told.disputes.table == at)
        pairs = [told.disputes.pairs[row] for row in mine]
        scores = merge_scores(
            table.verdicts, agreement.apply(told.same[at]), pairs, conflict.apply(told.conflict[mine])
        )
        for match in assign_facts(table.left, table.right, table.verdicts, scores):
            if table.verdicts[_places(table, match.best_a, match.best_b)].severity != "agree":
                yield table, match.probability, match.best_a, match.best_b


def reliability(told: LeftOut, agreement: Calibration, conflict: Calibration) -> list[dict[str, float]]:
    """By tenths of confidence: how many would be reported, with what mean confidence, how many right."""
    rows = _judge(told, agreement, conflict)
    bins = []
    for low in np.arange(0.1, 1.0, 0.1):
        inside = [(score, right) for score, right in rows if low <= score < low + 0.1]
        if inside:
            scores, right = zip(*inside, strict=True)
            bins.append(
                {
                    "from": round(float(low), 1),
                    "reported": len(inside),
                    "confidence": round(float(np.mean(scores)), 3),
                    "right": sum(right),
                }
            )
    return bins


def calibrate_agreement(told: LeftOut) -> Calibration:
    """From the first score of a pair that agrees to the share of those that state one fact."""
    rows = [
        (told.same[at][pair], table.labels[pair][0] in SAME)
        for at, table in enumerate(told.tables)
        for pair, verdict in table.verdicts.items()
        if verdict.severity == "agree"
    ]
    return _fit_line(rows)


def calibrate_conflict(told: LeftOut, agreement: Calibration) -> Calibration:
    """From the second score of a conflict that would be reported to the share of those that are one."""
    return _fit_line(_judge(told, agreement, Calibration(1.0, 0.0)))


def _judge(told: LeftOut, agreement: Calibration, conflict: Calibration) -> list[tuple[float, bool]]:
    """How sure each conflict that would be reported is, and whether it is one; unsure ones left aside."""
    rows = []
    for table, score, a, b in reported(told, agreement, conflict):
        label = table.labels[_places(table, a, b)][0]
        if label != "unsure":
            rows.append((score, label in CONFLICT))
    return rows


def _fit_line(rows: Sequence[tuple[float, bool]]) -> Calibration:
    scores = np.clip([score for score, _ in rows], 1e-6, 1 - 1e-6)
    odds = np.log(scores / (1 - scores)).reshape(-1, 1)
    fitted: Any = LogisticRegression(C=1e6).fit(odds, [true for _, true in rows])
    return Calibration(round(float(fitted.coef_[0, 0]), 4), round(float(fitted.intercept_[0]), 4))


def _places(table: PairTable, a: Mention, b: Mention) -> Pair:
    return table.left.mentions.index(a), table.right.mentions.index(b)


def print_figures(told: LeftOut, agreement: Calibration, conflict: Calibration) -> None:
    """A row a threshold, by the labelled stories' own scorer."""
    scorer, cases = load_scorer()
    found = list(reported(told, agreement, conflict))
    for threshold in THRESHOLDS:
        predictions: dict[tuple[str, str, str], list[dict[str, object]]] = {}
        for table, confidence, a, b in found:
            if confidence >= threshold:
                key = (table.story, table.left.article.id, table.right.article.id)
                predictions.setdefault(key, []).append(
                    {
                        "kind": a.kind,
                        "a": {"start": a.start, "end": a.end},
                        "b": {"start": b.start, "end": b.end},
                    }
                )
        figures = scorer.score(cases, predictions)
        quiet = figures["pairs without a false alarm"] / figures["pairs"]
        for group in ("numeric", "textual"):
            print(threshold, group, f"quiet {quiet:.3f}", json.dumps(figures[group]))
