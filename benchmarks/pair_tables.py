"""Pairs of articles with every comparable pair of their mentions, its features and its label.

Labels come from three places. Those of the labelled stories (DISCREPANCY_GOLD) are complete: a pair of
mentions in no common slot is of two different facts. So are those of benchmarks/labelled_stories.jsonl,
other stories that were read once, quotes left aside. benchmarks/labelled_pairs.jsonl covers single pairs of
mentions: hard, soft, agree (the same fact), other (another fact) or unsure; the rest of such a table is
unlabelled. Both files hold places and verdicts, no texts; DISCREPANCY_DATA has the articles.
"""

from __future__ import annotations

import importlib.util
import itertools
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.gold import ABSENT, find_gold
from discrepancy import Article
from discrepancy.align import Reading, Verdicts, compare_pairs
from discrepancy.align.features import pair_features
from discrepancy.compare import compare

PAIRS = Path(__file__).with_name("labelled_pairs.jsonl")
STORIES = Path(__file__).with_name("labelled_stories.jsonl")
SOURCES = ("ecbplus.jsonl", "basil.jsonl", "syria.jsonl", "allsides.jsonl")

Pair = tuple[int, int]
Matrix = npt.NDArray[np.float32]
Label = tuple[str, Any]  # hard, soft, agree, other or unsure; and the slot it belongs to
Read = Callable[[Article], Reading]
CONFLICT = ("hard", "soft")


@dataclass(frozen=True, slots=True)
class PairTable:
    """Two articles, read, with what is known of each pair of their mentions."""

    story: str
    left: Reading
    right: Reading
    verdicts: Verdicts
    features: Matrix  # (mentions of left, mentions of right, features)
    labels: dict[Pair, Label]
    complete: bool  # whether every comparable pair has a label


Judge = Callable[[PairTable, Pair], Label]


def load_gold_tables(read: Read) -> list[PairTable]:
    """One table for each pair of articles of each labelled story."""
    scorer, cases = load_scorer()
    tables = []
    for story, texts, meta, slots in cases:
        articles = [
            Article(text, name, published=(meta.get(name) or {}).get("date")) for name, text in texts.items()
        ]
        tables += _label_story(story, [read(article) for article in articles], partial(_judge, scorer, slots))
    return tables


def load_story_tables(read: Read, mark: str | None = None) -> list[PairTable]:
    """One table for each pair of articles of each story that was read whole, or of those with the mark."""
    scorer, _ = load_scorer()
    rows = [json.loads(line) for line in STORIES.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if mark is None or row.get(mark)]
    articles = load_articles({row["story"] for row in rows})
    tables = []
    for row in rows:
        readings = [read(articles[row["story"], name]) for name in row["articles"]]
        found = _label_story(row["story"], readings, partial(_judge, scorer, _slots(row)))
        tables += [_without_quotes(table) for table in found]
    return tables


def _label_story(story: str, readings: Sequence[Reading], judge: Judge) -> list[PairTable]:
    tables = []
    for left, right in itertools.combinations(readings, 2):
        table = _tabulate(story, left, right)
        labels = {pair: judge(table, pair) for pair in table.verdicts}
        tables.append(replace(table, labels=labels, complete=True))
    return tables


def _judge(scorer: Any, slots: Sequence[Any], table: PairTable, pair: Pair) -> Label:
    label: Label = scorer.judge(_spans(table, pair), table.left.article.id, table.right.article.id, slots)
    return label


def _slots(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The slots of a story that was read, in the form of the labelled stories."""
    return [
        {
            "mentions": [
                {"article": row["articles"][at], "start": start, "end": end} for at, start, end in slot["at"]
            ],
            "conflicts": [
                {"pair": pair, "strength": strength} for strength in CONFLICT for pair in slot[strength]
            ],
            "unsure": slot["unsure"],
        }
        for slot in row["slots"]
    ]


def _without_quotes(table: PairTable) -> PairTable:
    """The table without its pairs of quotes: nobody labelled those."""
    verdicts = {
        pair: verdict
        for pair, verdict in table.verdicts.items()
        if table.left.mentions[pair[0]].kind != "quote"
    }
    return replace(table, verdicts=verdicts, labels={pair: table.labels[pair] for pair in verdicts})


def load_labelled_tables(read: Read) -> list[PairTable]:
    """One table for each pair of articles that has pairs of mentions labelled one by one."""
    by_pair = defaultdict(list)
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_pair[row["story"], row["a"], row["b"]].append(row)
    articles = load_articles({story for story, _, _ in by_pair})
    tables = []
    for (story, a, b), rows in by_pair.items():
        table = _tabulate(story, read(articles[story, a]), read(articles[story, b]))
        found = {
            pair: (row["label"], at)
            for at, row in enumerate(rows)
            for pair in table.verdicts
            if _is_at(table, pair, row)
        }
        tables.append(replace(table, labels=found))
    return tables


def load_scorer() -> tuple[Any, list[Any]]:
    """The labelled stories' own scorer, and the cases it loads."""
    gold = find_gold()
    if gold is None:
        raise SystemExit(ABSENT)
    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    scorer: Any = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]
    spec.loader.exec_module(scorer)  # type: ignore[union-attr]
    return scorer, list(scorer.load(gold / "labels", gold / "stories"))


def _tabulate(story: str, left: Reading, right: Reading) -> PairTable:
    verdicts = compare_pairs(left, right, partial(compare, day_a=left.article.day, day_b=right.article.day))
    return PairTable(story, left, right, verdicts, pair_features(left, right), {}, False)


def _spans(table: PairTable, pair: Pair) -> dict[str, dict[str, int]]:
    a, b = table.left.mentions[pair[0]], table.right.mentions[pair[1]]
    return {"a": {"start": a.start, "end": a.end}, "b": {"start": b.start, "end": b.end}}


def _is_at(table: PairTable, pair: Pair, row: dict[str, Any]) -> bool:
    spans = _spans(table, pair)
    return table.left.mentions[pair[0]].kind == row["kind"] and all(
        spans[side]["start"] < row[f"{side}_span"][1] and row[f"{side}_span"][0] < spans[side]["end"]
        for side in "ab"
    )


def load_articles(stories: set[str]) -> dict[tuple[str, str], Article]:
    """The articles of these stories of the unlabelled collections, by story and name."""
    folder = Path(
        os.environ.get("DISCREPANCY_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data"
    )
    return {
        (row["story"], row["article"]): Article(
            row["text"], row["article"], row.get("title"), row.get("source"), row.get("published")
        )
        for row in _rows(folder)
        if row["story"] in stories
    }


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    for source in SOURCES:
        with (folder / source).open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
