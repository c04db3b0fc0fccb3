"""The two learnt scorers, read from `data/aligner.json`: same question, and same fact although values differ.

The file is written by `benchmarks/train_aligner.py`, which says how, from what, and with which seed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from discrepancy.align.features import FEATURES
from discrepancy.align.rivals import DECISION_FEATURES
from discrepancy.align.trees import Forest, read_forest

if TYPE_CHECKING:
    import numpy.typing as npt

    Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Calibration:
    """From a score to the share of pairs with that score that were true, a line in log-odds (Platt)."""

    slope: float
    intercept: float

    def apply(self, probability: Scores) -> Scores:
        """Calibrated probabilities, in the shape given."""
        clipped = np.clip(probability, 1e-6, 1 - 1e-6)
        odds = np.log(clipped / (1 - clipped))
        return np.asarray(1.0 / (1.0 + np.exp(-(self.slope * odds + self.intercept))))


@dataclass(frozen=True, slots=True)
class Scorers:
    """Same question, and true conflict, each with what its scores came to on stories left out."""

    same: Forest
    decision: Forest
    agreement: Calibration  # of `same`, where two values agree: that alone speaks for one fact
    conflict: Calibration  # of `decision`


@cache
def load_scorers() -> Scorers:
    """The scorers as trained; each names the features it was trained on."""
    data = json.loads(files("discrepancy").joinpath("data/aligner.json").read_text(encoding="utf-8"))
    same, decision = read_forest(data["same"]), read_forest(data["decision"])
    if same.features != FEATURES or decision.features != DECISION_FEATURES:
        raise RuntimeError(
            "data/aligner.json was trained on other features: python -m benchmarks.train_aligner"
        )
    return Scorers(same, decision, Calibration(*data["agreement"]), Calibration(*data["conflict"]))
