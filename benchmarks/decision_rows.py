"""Training rows of the decision scorer: true disputes, and values planted into facts that agree.

True conflicts are few, agreeing facts many. A fact that two articles agree on becomes a conflict when one
of them is taken to state another value: everything around the value is masked, so that only the verdicts of
its row or column change, and how far apart the values lie: drawn from labelled conflicts of the kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from benchmarks.pair_tables import CONFLICT, Pair, PairTable
from discrepancy.align import Verdicts, shortlist
from discrepancy.align.rivals import DECISION_FEATURES, decision_features
from discrepancy.model import Verdict

SAME = ("hard", "soft", "agree", "unsure")
PLANTED = Verdict("hard", "planted")
PLANTS_PER_SLOT = 2  # more would let the facts that everybody repeats drown the rest
DRAWN = [
    DECISION_FEATURES.index(name) for name in ("proximity", "same_precision", "shared_digits", "one_slip")
]
SOFT = DECISION_FEATURES.index("soft")

Scores = npt.NDArray[np.float64]
Gaps = dict[str, list[npt.NDArray[np.float32]]]
Planted = tuple[PairTable, Verdicts]  # the table with the mention, and the verdicts on it
Plant = Callable[[PairTable, Pair, int, np.random.Generator], Planted | None]


@dataclass(frozen=True, slots=True)
class Rows:
    """Feature rows, what they are, what they weigh, and where they come from."""

    features: npt.NDArray[np.float32]
    conflict: npt.NDArray[np.bool_]
    weight: npt.NDArray[np.float64]
    table: npt.NDArray[np.int_]  # index of the table of each row
    pairs: list[Pair]

    def take(self, chosen: npt.NDArray[np.bool_]) -> Rows:
        """The chosen rows."""
        pairs = [pair for pair, kept in zip(self.pairs, chosen, strict=True) if kept]
        return Rows(
            self.features[chosen], self.conflict[chosen], self.weight[chosen], self.table[chosen], pairs
        )


def join(parts: Sequence[Rows]) -> Rows:
    """All rows of several sets."""
    return Rows(
        np.concatenate([part.features for part in parts]),
        np.concatenate([part.conflict for part in parts]),
        np.concatenate([part.weight for part in parts]),
        np.concatenate([part.table for part in parts]),
        [pair for part in parts for pair in part.pairs],
    )


def dispute_rows(tables: Sequence[PairTable], scores: Sequence[Scores], hard: float, single: float) -> Rows:
    """Labelled pairs that disagree. `hard` weighs hard conflicts; `single` those labelled one by one."""
    parts = []
    for at, (table, same) in enumerate(zip(tables, scores, strict=True)):
        pairs = [
            pair
            for pair in shortlist(table.verdicts, same)
            if pair in table.labels and table.labels[pair][0] != "unsure"
        ]
        if pairs:
            parts.append(_rows(at, table, same, pairs, _dispute_weights(table, pairs, hard, single)))
    return join(parts)


def planted_rows(
    tables: Sequence[PairTable], scores: Sequence[Scores], gaps: Gaps, weight: float, seed: int
) -> Rows:
    """Facts that agree, with a value as far off as in labelled conflicts planted in one article."""
    rng = np.random.default_rng(seed)
    parts = []
    for pair, rows in plant_each(tables, scores, _plant, weight, rng):
        kind = tables[rows.table[0]].left.mentions[pair[0]].kind
        drawn = gaps.get(kind) or gaps[""]
        for row in np.flatnonzero(rows.conflict):
            rows.features[row, DRAWN] = drawn[rng.integers(len(drawn))]
            rows.features[row, SOFT] = 0.0
        parts.append(rows)
    return join(parts)


def plant_each(
    tables: Sequence[PairTable],
    scores: Sequence[Scores],
    plant: Plant,
    weight: float,
    rng: np.random.Generator,
) -> Iterator[tuple[Pair, Rows]]:
    """Each agreeing pair chosen and planted in, with its rows: it is the conflict, its rivals are not."""
    for at, (table, same) in enumerate(zip(tables, scores, strict=True)):
        for pair in _choose_agreeing(table, same, rng):
            side = int(rng.integers(2))
            planted = plant(table, pair, side, rng)
            if planted is None:
                continue
            changed, touched = relabel(table, pair, side, *planted)
            disputes = [rival for rival in shortlist(changed.verdicts, same) if rival in touched]
            if disputes:
                yield pair, _rows(at, changed, same, disputes, np.full(len(disputes), weight))


def _rows(
    at: int, table: PairTable, same: Scores, pairs: list[Pair], weights: npt.NDArray[np.float64]
) -> Rows:
    features = decision_features(
        table.left.mentions, table.right.mentions, table.verdicts, same, table.features, pairs
    )
    conflict = np.array([table.labels.get(pair, ("other", None))[0] in CONFLICT for pair in pairs])
    return Rows(features, conflict, weights, np.full(len(pairs), at), pairs)


def _dispute_weights(
    table: PairTable, pairs: Sequence[Pair], hard: float, single: float
) -> npt.NDArray[np.float64]:
    """A conflict repeated n times in a pair of articles weighs as much as the root of n."""
    repeats = Counter(table.labels[pair] for pair in pairs)
    weights = []
    for pair in pairs:
        label = table.labels[pair]
        weight = repeats[label] ** -0.5 if label[0] in CONFLICT and table.complete else 1.0
        weight *= hard if label[0] == "hard" else 1.0
        weights.append(weight if table.complete else weight * single * (2 if label[0] == "soft" else 1))
    return np.array(weights)


def _choose_agreeing(table: PairTable, same: Scores, rng: np.random.Generator) -> Iterator[Pair]:
    """Agreeing pairs of one fact: labelled so, or uncommonly sure where nothing is labelled."""
    seen: Counter[object] = Counter()
    pairs = [pair for pair, verdict in table.verdicts.items() if verdict.severity == "agree"]
    for at in rng.permutation(len(pairs)):
        pair = pairs[at]
        kind = table.left.mentions[pair[0]].kind
        if table.complete:
            label, slot = table.labels[pair]
            fits = label == "agree" and kind != "quote"
        else:
            fits, slot = same[pair] >= 0.5 and kind not in ("quote", "date"), None
        if fits and seen[slot] < PLANTS_PER_SLOT:
            seen[slot] += 1
            yield pair


def _plant(table: PairTable, pair: Pair, side: int, rng: np.random.Generator) -> Planted:
    """As if the mention on one side had a value that agrees with nothing."""
    touched = {other: verdict for other, verdict in table.verdicts.items() if other[side] == pair[side]}
    verdicts = {other: PLANTED if one.severity == "agree" else one for other, one in touched.items()}
    return table, verdicts


def relabel(
    table: PairTable, pair: Pair, side: int, planted: PairTable, verdicts: Verdicts
) -> tuple[PairTable, set[Pair]]:
    """The table with a planted mention, and the pairs whose label is known with it.

    `planted` holds that mention on the given side (0 is left); `verdicts` are those that it takes part in.
    """
    touched = {other for other in table.verdicts if other[side] == pair[side]}
    kept = {other: verdict for other, verdict in table.verdicts.items() if other not in touched}
    labels = dict(table.labels) if table.complete else {}
    slot = table.labels.get(pair, ("agree", None))[1]
    for other in touched:
        label = labels.get(other, ("other", None))
        if other == pair or (label[0] != "other" and label[1] == slot):
            labels[other] = ("hard", slot)
    if not table.complete:  # other agreeing places may state the same fact: nobody looked
        touched -= {one for one in touched if one != pair and table.verdicts[one].severity == "agree"}
    touched = {other for other in touched if labels.get(other, ("other", None))[0] != "unsure"}
    return replace(planted, verdicts={**kept, **verdicts}, labels=labels), touched


def measure_gaps(tables: Sequence[PairTable], disputes: Rows) -> Gaps:
    """How far apart the values of labelled conflicts lie, by kind; under "" those of all kinds."""
    gaps: Gaps = {"": []}
    for row in np.flatnonzero(disputes.conflict):
        kind = tables[disputes.table[row]].left.mentions[disputes.pairs[row][0]].kind
        gaps.setdefault(kind, []).append(disputes.features[row, DRAWN])
        gaps[""].append(disputes.features[row, DRAWN])
    return {kind: drawn for kind, drawn in gaps.items() if len(drawn) >= 5}
