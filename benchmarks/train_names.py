"""Learn how likely two spellings are to be one name, from pairs of spellings that were read one by one.

    python -m benchmarks.train_names     writes discrepancy/data/names.json; seconds, no seed, no torch

`benchmarks/labelled_names.jsonl` holds every pair of nearly equal spellings that two articles of one story
gave, in stories outside the labelled ones, each read as one name or two. The labelled stories stay out, so
that what `python -m benchmarks.textual` prints over them is of stories that the weights never saw.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.pair_tables import load_articles
from discrepancy.align.worded.names import FEATURES, find_pairs, measure, read_names
from discrepancy.extract import extract_names
from discrepancy.report import write
from discrepancy.segment import segment

LABELS = Path(__file__).with_name("labelled_names.jsonl")
WEIGHTS = Path(__file__).resolve().parents[1] / "discrepancy" / "data" / "names.json"
RIDGE = 1.0  # of each weight squared: a hundred rows, few of them of two names, hold no more

Array = npt.NDArray[np.float64]


def read_rows() -> Iterator[tuple[dict[str, Any], list[float]]]:
    """Every labelled pair with its features, once for every two articles that have it."""
    labels = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    known = {(row["story"], frozenset(row["spellings"])): row for row in labels}
    articles = sorted(load_articles({row["story"] for row in labels}).items(), key=itemgetter(0))
    told = groupby(articles, key=lambda item: item[0][0])
    for story, items in told:
        names = [read_names(article, extract_names(segment(article))) for _, article in items]
        for left, right in combinations(names, 2):
            for pair in find_pairs(left, right):
                row = known.get((story, frozenset((pair.p, pair.q))))
                if row is not None:
                    yield row, measure(pair, left, right)


def fit(features: Array, answers: Array, shares: Array) -> Array:
    """The weights of a logistic regression with a ridge, the intercept first and free (Newton's method)."""
    rows = np.hstack([np.ones((len(features), 1)), features])
    ridge = np.diag([0.0] + [RIDGE] * features.shape[1])
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        told = 1.0 / (1.0 + np.exp(-rows @ weights))
        slope = rows.T @ (shares * (answers - told)) - ridge @ weights
        curve = (rows * (shares * told * (1 - told))[:, None]).T @ rows + ridge
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def write_weights(weights: Sequence[float]) -> None:
    """Keep the weights where `discrepancy.align.worded.names` reads them."""
    intercept, *rest = (round(float(weight), 3) for weight in weights)
    table = {"intercept": intercept, "weights": dict(zip(FEATURES, rest, strict=True))}
    write(json.dumps(table, indent=1) + "\n", WEIGHTS)


def main() -> None:
    """Learn from all rows; a pair that many articles of one story repeat counts once."""
    rows = list(read_rows())
    often = Counter((row["story"], *sorted(row["spellings"])) for row, _ in rows)
    shares = np.array([1 / often[row["story"], *sorted(row["spellings"])] for row, _ in rows])
    answers = np.array([float(row["one_name"]) for row, _ in rows])
    weights = fit(np.array([features for _, features in rows]), answers, shares)
    write_weights(list(weights))
    print(f"{len(often)} pairs of spellings, {shares @ answers:.0f} of one name")
    print(WEIGHTS.read_text("utf-8"))


if __name__ == "__main__":
    main()
