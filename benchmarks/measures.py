"""What is measured: each measure knows its cases, and how to get figures out of them, higher is better.

Tables of cases are held to the last one by the tests that loop over them; here their number is pinned,
so that none goes missing.

Those over `fixtures/` run everywhere; those over the labelled stories only where their folder is present.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.gold import compare_once_read, find_gold, list_stories, read_story
from benchmarks.stories import STORIES, Story, load_stories
from benchmarks.written_stories import RANKS, WRITTEN, WrittenStory, load_written_stories
from discrepancy.model import WORDED_KINDS

FIXTURES = STORIES.parent
TOLD_IN_WORDS = {"quote", *WORDED_KINDS}
CONFLICT = ("hard", "soft")
Figures = dict[str, float]  # name -> share (1 is best), or number of cases


@dataclass(frozen=True, slots=True)
class Measure:
    """One set of cases and the figures that are pinned over it."""

    name: str
    cases: Callable[[], list[Path]]  # the files it is measured on; none where they are not here
    figures: Callable[[], Figures]

    def digest(self) -> str:
        """A hash of the cases, so that a floor always says over what it holds."""
        total = hashlib.sha256()
        for path in sorted(self.cases()):
            total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        return total.hexdigest()[:16]


def score_stories(stories: Iterable[Story]) -> Figures:
    """Conflicts and agreements that `diff` reports over labelled pairs, against what an editor found."""
    from discrepancy import diff

    right = false = found = wanted = agreed = agreements = quiet = pairs = 0
    for story in stories:
        report = diff(story.a, story.b)
        hits = [any(fact.holds(finding) for fact in story.conflicts) for finding in report.conflicts]
        right, false = right + sum(hits), false + len(hits) - sum(hits)
        found += sum(any(fact.holds(finding) for finding in report.conflicts) for fact in story.conflicts)
        agreed += sum(any(fact.holds(finding) for finding in report.agreements) for fact in story.agreements)
        wanted, agreements = wanted + len(story.conflicts), agreements + len(story.agreements)
        pairs, quiet = pairs + 1, quiet + all(hits)
    return {
        "precision": right / max(1, right + false),
        "recall": found / max(1, wanted),
        "agreements found": agreed / max(1, agreements),
        "pairs without a false alarm": quiet / max(1, pairs),
    }


def score_extraction(stories: Iterable[Story]) -> Figures:
    """How many of the places that an editor marked carry a mention, and one of the kind meant."""
    from discrepancy import extract

    marked = carried = right = 0
    for story in stories:
        for side, article in (("a", story.a), ("b", story.b)):
            mentions = extract(article)
            for fact in (*story.conflicts, *story.agreements):
                for start, end in getattr(fact, side):
                    kinds = {
                        mention.kind for mention in mentions if mention.start < end and start < mention.end
                    }
                    marked, carried, right = marked + 1, carried + bool(kinds), right + (fact.kind in kinds)
    return {"places found": carried / max(1, marked), "of the kind meant": right / max(1, marked)}


def score_written(stories: Iterable[WrittenStory]) -> Figures:
    """Conflicts of numbers and dates over every two reports of a story, against what is marked as one."""
    told: Counter[str] = Counter()
    for story in stories:
        compare = compare_once_read()
        slots = [slot for slot in story.slots if slot.kind != "quote"]
        for a, b in itertools.combinations(story.articles, 2):
            found = [one for one in compare(a, b).conflicts if one.a.kind not in TOLD_IN_WORDS]
            verdicts = [[slot.judge(one, a.id, b.id) for slot in slots] for one in found]
            judged = [max(row, key=RANKS.index, default="other") for row in verdicts]
            told["right"] += sum(verdict in CONFLICT for verdict in judged)
            told["false"] += (false := sum(verdict in ("agree", "other") for verdict in judged))
            told["pairs"] += 1
            told["quiet"] += not false
            for at, slot in enumerate(slots):
                strength = slot.between(a.id, b.id)
                told[strength] += 1
                told[f"{strength} found"] += any(row[at] in CONFLICT for row in verdicts)
    return {
        "precision": told["right"] / max(1, told["right"] + told["false"]),
        "recall of hard conflicts": told["hard found"] / max(1, told["hard"]),
        "recall of soft conflicts": told["soft found"] / max(1, told["soft"]),
        "pairs without a false alarm": told["quiet"] / max(1, told["pairs"]),
    }


def _run_scorer(name: str, *arguments: str) -> dict[str, Any]:
    gold = find_gold()
    assert gold, "measures over labelled stories are only run where those are"
    done = subprocess.run(
        [sys.executable, name, "--json", *arguments],
        cwd=gold,
        # One thread: two scorers share the processor, and sums come out the same on every machine.
        env=os.environ | {"HF_HUB_OFFLINE": "1", "PYTHONDONTWRITEBYTECODE": "1", "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{name} could not run:\n{done.stderr[-2000:]}")
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def predict_labelled(gold: Path) -> Iterator[dict[str, Any]]:
    """What the package reports over every labelled pair, in the form that `score.py` reads."""
    for story in list_stories(gold):
        compare = compare_once_read()
        for a, b in itertools.combinations(read_story(gold, story), 2):
            yield {"story": story, "a": a.id, "b": b.id, "conflicts": compare(a, b).to_dict()["conflicts"]}


def _score_labelled() -> Figures:
    gold = find_gold()
    assert gold, "measures over labelled stories are only run where those are"
    with TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        predictions.write_text("".join(json.dumps(row) + "\n" for row in predict_labelled(gold)), "utf-8")
        out = _run_scorer("score.py", "--predictions", str(predictions))
    return {
        "precision": out["numeric"]["precision"],
        "recall of hard conflicts": out["numeric"]["recall_hard"],
        "pairs without a false alarm": out["pairs without a false alarm"] / out["pairs"],
    }


def _score_planted() -> Figures:
    out = _run_scorer("score_planted.py")
    return {
        "found": out["found_share"],
        "1 - false pairings for each plant": 1 - out.get("noise", 0) / max(1, out["planted"]),
    }


def _score_quantities() -> Figures:
    out = _run_scorer("score_quantities.py")
    return {
        "F1 of value": out["value P R F1"][2] / 100,
        "F1 of value and unit": out["value and unit P R F1"][2] / 100,
    }


def _gold_files(*patterns: str) -> Callable[[], list[Path]]:
    def find() -> list[Path]:
        gold = find_gold()
        return [path for pattern in patterns for path in gold.glob(pattern)] if gold else []

    return find


def count_cases(name: str, pattern: str) -> Measure:
    """How many cases the JSON tables under `fixtures/` hold; a table is a list, or has one as `cases`."""

    def find() -> list[Path]:
        return list(FIXTURES.glob(pattern))

    def count() -> Figures:
        tables = [json.loads(path.read_text(encoding="utf-8")) for path in find()]
        return {"cases": sum(len(table if isinstance(table, list) else table["cases"]) for table in tables)}

    return Measure(name, find, count)


LABELLED = ("labels/*.json", "stories/*/*.txt", "stories/*/meta.json")


def _fixture_files() -> list[Path]:
    return [*STORIES.glob("*/*")]


def _written_files() -> list[Path]:
    return [*WRITTEN.glob("*.txt")]


MEASURES = (
    Measure("fixture stories", _fixture_files, lambda: score_stories(load_stories())),
    Measure("fixture extraction", _fixture_files, lambda: score_extraction(load_stories())),
    Measure("written stories", _written_files, lambda: score_written(load_written_stories())),
    count_cases("segment cases", "segments.json"),
    count_cases("mention cases", "mentions/*.json"),
    count_cases("comparison cases", "comparisons.json"),
    Measure("labelled stories", _gold_files("score.py", *LABELLED), _score_labelled),
    Measure("planted conflicts", _gold_files("score.py", "score_planted.py", *LABELLED), _score_planted),
    Measure(
        "news quantities", _gold_files("score_quantities.py", "../data/newsquant.jsonl"), _score_quantities
    ),
)
