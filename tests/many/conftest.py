"""Checks built by hand over small invented reports; no stage before `many` runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from discrepancy.identity import identify
from discrepancy.many import collect_check, group_copies
from discrepancy.matrix import CheckReport
from discrepancy.model import (
    Article,
    Fact,
    Finding,
    Mention,
    Report,
    Sentence,
    Severity,
    Value,
    Verdict,
)

WIRE = Article("The ferry carried 40 people. It sank at noon.", "wire", published="2024-05-02")


def say_number(article: Article, number: int) -> Mention:
    """The mention of a number where the article has it."""
    start = article.text.index(str(number))
    sentence = Sentence(0, len(article.text), article.text, 0)
    return Mention("count", str(number), start, start + len(str(number)), Value(number, number), sentence)


def compare_numbers(a: Mention, b: Mention, day_a: date | None, day_b: date | None) -> Verdict | None:
    """Equal numbers agree, others do not."""
    return Verdict("agree" if a.value == b.value else "hard", f"{a.surface} vs {b.surface}")


def tell(article: Article, number: int, severity: Severity | None = None, confidence: float = 0.9) -> Report:
    """The report on the wire and an article that says this many people were on the ferry."""
    ours, theirs = say_number(WIRE, 40), say_number(article, number)
    severity = severity or ("agree" if number == 40 else "hard")
    (finding,) = identify([Finding("", "count", severity, confidence, f"40 vs {number}", ours, theirs)])
    conflicts, agreements = ((finding,), ()) if severity != "agree" else ((), (finding,))
    return Report(WIRE, article, conflicts, agreements)


def source(name: str, number: int) -> Article:
    """A short report of its own, in words that no other has."""
    words = " ".join(f"{name}{at}" for at in range(20))
    return Article(f"{number} people were on board. {words}.", name)


@pytest.fixture
def collect() -> Callable[..., CheckReport]:
    def call(
        *reports: Report, among: tuple[Report, ...] = (), severities: tuple[str, ...] = ("hard", "soft")
    ):
        heads = group_copies([WIRE, *(report.b for report in reports)])
        return collect_check(
            (WIRE, [say_number(WIRE, 40)]), reports, among, heads, compare_numbers, severities
        )

    return call


def lone_fact(article: Article, number: int) -> Fact:
    """A fact of an article that is this number."""
    return Fact((say_number(article, number),))
