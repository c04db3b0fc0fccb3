"""The shipped scorers: their file fits the code, and their calibrations keep the order of the scores."""

import json
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.align import scorer
from discrepancy.align.features import FEATURES
from discrepancy.align.rivals import DECISION_FEATURES
from discrepancy.align.scorer import Calibration, load_scorers

SHIPPED = files("discrepancy").joinpath("data/aligner.json")
STEPS = np.linspace(0, 1, 101)


def test_both_forests_name_their_features_and_use_no_others():
    scorers = load_scorers()
    assert scorers.same.features == FEATURES
    assert scorers.decision.features == DECISION_FEATURES
    for forest in (scorers.same, scorers.decision):
        assert len(forest.roots) >= 10
        assert forest.feature.max() < len(forest.features)


def test_every_walk_through_a_tree_ends():
    """Children stand behind their parents, inside the tree, or a walk could run in a circle."""
    scorers = load_scorers()
    for forest in (scorers.same, scorers.decision):
        children, itself = forest.children.reshape(-1, 2), np.arange(len(forest.value))[:, None]
        leaf = (children == itself).all(axis=1)
        assert (children > itself)[~leaf].all()
        ends = np.repeat([*forest.roots[1:], len(itself)], np.diff([*forest.roots, len(itself)]))
        assert (children < ends[:, None]).all()


def test_no_feature_of_the_shipped_forests_is_missing_from_a_pair():
    scorers = load_scorers()
    for forest in (scorers.same, scorers.decision):
        rows = np.random.default_rng(1).uniform(-1, 1, (40, len(forest.features))).astype(np.float32)
        probability = forest.probability(rows)
        assert ((probability > 0) & (probability < 1)).all()
        assert len(np.unique(probability)) > 10


@pytest.mark.parametrize("field", ["agreement", "conflict"])
def test_shipped_calibrations_keep_the_order_of_scores(field):
    calibrated = getattr(load_scorers(), field).apply(STEPS)
    assert (np.diff(calibrated) > 0).all()
    assert calibrated.min() >= 0
    assert calibrated.max() <= 1


@given(st.floats(0.1, 5), st.floats(-4, 4))
def test_a_calibration_with_a_positive_slope_is_monotone_and_a_probability(slope, intercept):
    calibrated = Calibration(slope, intercept).apply(STEPS)
    assert (np.diff(calibrated) >= 0).all()
    assert calibrated[0] < calibrated[-1]
    assert ((calibrated >= 0) & (calibrated <= 1)).all()


def test_the_plain_calibration_changes_nothing_and_keeps_the_shape():
    table = np.array([[0.1, 0.5], [0.9, 0.25]])
    assert Calibration(1.0, 0.0).apply(table) == pytest.approx(table)
    assert Calibration(2.0, 1.0).apply(np.array([0.5])) == pytest.approx([1 / (1 + np.exp(-1))])


def test_a_file_trained_on_other_features_is_refused(monkeypatch, tmp_path):
    data = json.loads(SHIPPED.read_text(encoding="utf-8"))
    data["same"]["features"] = data["same"]["features"][:-1]
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "aligner.json").write_text(json.dumps(data), encoding="utf-8")
    monkeypatch.setattr(scorer, "files", lambda package: tmp_path)
    with pytest.raises(RuntimeError, match=r"python -m benchmarks\.train_aligner"):
        load_scorers.__wrapped__()
