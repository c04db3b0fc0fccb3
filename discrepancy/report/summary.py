"""A report in a phrase or two: how many conflicts, agreements and facts of one article alone."""

from __future__ import annotations

from discrepancy.model import Report


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 conflict", "3 conflicts", "no conflicts"."""
    return f"{number or 'no'} {noun}" + ("" if number == 1 else "s")


def headline(report: Report) -> str:
    """The conflicts in a phrase: "3 conflicts: 2 hard, 1 soft"; in an update they are changes."""
    noun = "change" if report.update else "conflict"
    counted = count(len(report.conflicts), noun) + (" between takes" if report.update else "")
    hard = sum(finding.severity == "hard" for finding in report.conflicts)
    soft = len(report.conflicts) - hard
    if not report.conflicts:
        return counted.capitalize()
    if hard and soft:
        return f"{counted}: {hard} hard, {soft} soft"
    return f"{counted}: all {'hard' if hard else 'soft'}" if report.update else _of_one_kind(hard, soft)


def _of_one_kind(hard: int, soft: int) -> str:
    return count(hard, "hard conflict") if hard else count(soft, "soft conflict")


def tally(report: Report, name_a: str, name_b: str) -> str:
    """What else was found: agreements, and facts that one article alone states."""
    agreements = count(len(report.agreements), "agreement")
    only_a, only_b = len(report.only_a), len(report.only_b)
    dismissed = f" · {len(report.dismissed)} dismissed" if report.dismissed else ""
    return (
        f"{agreements} · {count(only_a, 'fact')} only in {name_a} · {count(only_b, 'fact')} only in {name_b}"
        + dismissed
    )


def percent(confidence: float) -> str:
    """A confidence as editors read it; only certainty itself is 100%."""
    return "100%" if confidence >= 1 else f"{min(99, round(confidence * 100))}%"
