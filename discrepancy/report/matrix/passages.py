"""The statements of a fact grouped for people: those that differ, by their words, then those that agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from discrepancy.matrix import SharedFact, Statement


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence that differs from the wire, and the sources that have it word for word."""

    told: Statement
    same: tuple[Statement, ...]  # the others


def differing(fact: SharedFact) -> list[Passage]:
    """The passages that differ from the wire, hard ones first, each sentence once."""
    groups: dict[tuple[str, str], list[Statement]] = {}
    for statement in _gravest_first(fact.statements):
        mention = statement.finding.b
        groups.setdefault((mention.surface, mention.sentence.text), []).append(statement)
    return [Passage(group[0], tuple(group[1:])) for group in groups.values()]


def agreeing(fact: SharedFact) -> list[Statement]:
    """The statements that agree with the wire."""
    return [statement for statement in fact.statements if statement.severity == "agree"]


def _gravest_first(statements: Iterable[Statement]) -> list[Statement]:
    disputing = [statement for statement in statements if statement.severity != "agree"]
    return sorted(disputing, key=lambda statement: statement.severity != "hard")
