"""JSON Lines: one disputed fact a line, as the JSON has it."""

from __future__ import annotations

from discrepancy.matrix import CheckReport
from discrepancy.report.jsonl import dump_lines
from discrepancy.report.writer import Display


def write_check(report: CheckReport, display: Display) -> str:
    """One disputed fact a line; the undisputed ones follow where they are asked for."""
    facts = report.facts if display.agreements else report.disputed
    return dump_lines(report.fact_to_dict(fact) for fact in facts)
