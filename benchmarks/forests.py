"""A fitted scikit-learn gradient boosting as the JSON that discrepancy.align.trees reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sklearn.ensemble import HistGradientBoostingClassifier

DIGITS = 5  # leaf values on the log-odds scale: far below what moves a decision


def export_forests(
    models: Sequence[HistGradientBoostingClassifier], features: tuple[str, ...]
) -> dict[str, Any]:
    """The models' mean as one forest: names of the features, baseline in log-odds, trees as five columns."""
    share = 1 / len(models)
    trees = [_export_tree(stage[0].nodes, share) for model in models for stage in model._predictors]
    baseline = sum(float(model._baseline_prediction[0, 0]) * share for model in models)
    return {"features": list(features), "baseline": baseline, "trees": trees}


def _export_tree(nodes: Any, share: float) -> list[list[float]]:
    leaf = nodes["is_leaf"].astype(bool)
    return [
        [int(feature) for feature in nodes["feature_idx"]],
        [
            0.0 if end else float(threshold)
            for threshold, end in zip(nodes["num_threshold"], leaf, strict=True)
        ],
        [0 if end else int(child) for child, end in zip(nodes["left"], leaf, strict=True)],
        [0 if end else int(child) for child, end in zip(nodes["right"], leaf, strict=True)],
        [
            round(float(value) * share, DIGITS) if end else 0.0
            for value, end in zip(nodes["value"], leaf, strict=True)
        ],
    ]
