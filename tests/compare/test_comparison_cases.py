"""Every case of fixtures/comparisons.json, from both sides."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from discrepancy.compare import compare
from discrepancy.model import Mention, Sentence, Value, When, Words

CASES = json.loads((Path(__file__).parents[2] / "fixtures" / "comparisons.json").read_text(encoding="utf-8"))


def read_mention(side):
    """A mention from its side of a case; its sentence holds `{}` where the surface stands."""
    surface = side["surface"]
    template = side.get("sentence", "{}")
    start = template.index("{}")
    sentence = Sentence(0, len(template) - 2 + len(surface), template.replace("{}", surface), 0)
    also = tuple(Value(number, number, unit) for number, unit in side.get("also", []))
    rest = {name: side.get(name) for name in ("noun", "frame", "attribution")}
    return Mention(
        side["kind"],
        surface,
        start,
        start + len(surface),
        read_value(side),
        sentence,
        also=also,
        part=side.get("part", False),
        **rest,
    )


def read_value(side):
    bound = side.get("bound", "=")
    if "words" in side:
        return Words(side["words"])
    if "value" in side:
        low, high = side["value"] if isinstance(side["value"], list) else (side["value"], side["value"])
        return Value(low, high, side.get("unit"), bound)
    earliest, latest = map(date.fromisoformat, side["days"]) if "days" in side else (None, None)
    return When(**side.get("when", {}), earliest=earliest, latest=latest, bound=bound)


def read_days(case):
    return [day and date.fromisoformat(day) for day in case.get("days", [None, None])]


def test_cases_are_many_and_named_once():
    assert len(CASES) >= 120
    assert len({case["id"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case):
    a, b = read_mention(case["a"]), read_mention(case["b"])
    verdict = compare(a, b, *read_days(case))
    assert (verdict and verdict.severity) == case["severity"], verdict
    assert case.get("explanation", "") in (verdict.explanation if verdict else "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case_from_the_other_side(case):
    a, b = read_mention(case["a"]), read_mention(case["b"])
    day_a, day_b = read_days(case)
    verdict = compare(b, a, day_b, day_a)
    assert (verdict and verdict.severity) == case["severity"]
    there = compare(a, b, day_a, day_b)
    if verdict and there and " vs " in there.explanation and ":" not in there.explanation:
        first, _, second = there.explanation.partition(" vs ")
        head, _, tail = second.partition(";")
        assert verdict.explanation.partition(";")[0] == f"{head} vs {first}"
        assert bool(tail) == (";" in verdict.explanation)
