"""The two learnt scorers, read from `data/aligner.json`: same question, and same fact although values differ.

The file is written by `benchmarks/train_aligner.py`, which says how, from what, and with which seed.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from discrepancy.align.features import FEATURES
from discrepancy.align.rivals import DECISION_FEATURES
from discrepancy.align.trees import Forest, read_forest


@cache
def load_scorers() -> tuple[Forest, Forest]:
    """The alignment scorer and the decision scorer; each names the features it was trained on."""
    data = json.loads(files("discrepancy").joinpath("data/aligner.json").read_text(encoding="utf-8"))
    same, decision = read_forest(data["same"]), read_forest(data["decision"])
    if same.features != FEATURES or decision.features != DECISION_FEATURES:
        raise RuntimeError("data/aligner.json was trained on other features: run benchmarks/train_aligner.py")
    return same, decision
