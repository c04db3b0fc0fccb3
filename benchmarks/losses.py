"""Where the labelled conflicts are lost that are not reported: step by step, on stories left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from benchmarks.leave_out import LeftOut, reported
from benchmarks.pair_tables import CONFLICT, Pair, PairTable, load_scorer
from discrepancy import Options
from discrepancy.align import shortlist
from discrepancy.align.scorer import Calibration
from discrepancy.model import Mention

STEPS = (
    "found",
    "not extracted",
    "kinds or units not compared",
    "read as agreeing",
    "not shortlisted",
    "scored below a third of the threshold",
    "scored below the threshold",
    "scored above it, and assigned otherwise",
)
Spans = list[tuple[dict[str, Any], dict[str, Any]]]  # of one slot's conflicts, in left and right


def print_losses(told: LeftOut, agreement: Calibration, conflict: Calibration) -> None:
    """A row a step: numeric slots in conflict between two articles, hard and soft."""
    least = Options().min_confidence
    found: dict[tuple[str, str, str], list[tuple[Mention, Mention]]] = {}
    for table, confidence, a, b in reported(told, agreement, conflict):
        if confidence >= least:
            found.setdefault(_name(table), []).append((a, b))
    scores = {
        (told.disputes.table[row], told.disputes.pairs[row]): score
        for row, score in enumerate(conflict.apply(told.conflict))
    }
    counts: Counter[tuple[str, str]] = Counter()
    for at, table in enumerate(told.tables):
        likely = set(shortlist(table.verdicts, told.same[at]))
        known = {pair: scores.get((at, pair), 0.0) for pair in table.verdicts}
        for strength, spans in _list_conflicts(table):
            hits = [pair for pair in found.get(_name(table), []) if _states(spans, *pair)]
            counts["found" if hits else _find_step(table, spans, likely, known, least), strength] += 1
    print("| where it is lost | hard | soft |\n|---|---|---|")
    for step in STEPS:
        print(f"| {step} | {counts[step, 'hard']} | {counts[step, 'soft']} |")


def _find_step(
    table: PairTable, spans: Spans, likely: set[Pair], scores: dict[Pair, float], least: float
) -> str:
    pairs = [
        (i, j)
        for i, a in enumerate(table.left.mentions)
        for j, b in enumerate(table.right.mentions)
        if _states(spans, a, b)
    ]
    compared = [pair for pair in pairs if pair in table.verdicts]
    disputed = [pair for pair in compared if table.verdicts[pair].severity != "agree"]
    best = max((scores[pair] for pair in disputed if pair in likely), default=0.0)
    lost = (
        not pairs,
        not compared,
        not disputed,
        not likely.intersection(disputed),
        best < least / 3,
        best < least,
        True,
    )
    return next(step for step, holds in zip(STEPS[1:], lost, strict=True) if holds)


def _list_conflicts(table: PairTable) -> Iterator[tuple[str, Spans]]:
    """The conflicts of each numeric slot between the two articles, one a slot and strength."""
    scorer, cases = _load_cases()
    slots = cases[table.story]
    names = table.left.article.id, table.right.article.id
    for slot in slots:
        if slot["kind"] in scorer.TEXTUAL:
            continue
        for strength in CONFLICT:
            pairs = [
                [slot["mentions"][at] for at in one["pair"]]
                for one in slot.get("conflicts", [])
                if one["strength"] == strength
            ]
            ordered = [sorted(pair, key=lambda m: m["article"] != names[0]) for pair in pairs]
            spans = [(a, b) for a, b in ordered if (a["article"], b["article"]) == names]
            if spans:
                yield strength, spans


@cache
def _load_cases() -> tuple[Any, dict[str, list[Any]]]:
    scorer, cases = load_scorer()
    return scorer, {story: slots for story, _, _, slots in cases}


def _states(spans: Spans, a: Mention, b: Mention) -> bool:
    return any(_meets(a, left) and _meets(b, right) for left, right in spans)


def _meets(mention: Mention, span: dict[str, Any]) -> bool:
    return bool(mention.start < span["end"] and span["start"] < mention.end)


def _name(table: PairTable) -> tuple[str, str, str]:
    return table.story, table.left.article.id, table.right.article.id
