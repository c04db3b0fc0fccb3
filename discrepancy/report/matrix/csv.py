"""CSV (RFC 4180): one row a fact, four columns a source, safe to open in a spreadsheet."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.matrix import CheckReport
from discrepancy.report.csv import table
from discrepancy.report.writer import Display


def write_check(report: CheckReport, display: Display) -> str:
    """One row a disputed fact; the undisputed ones follow where they are asked for."""
    shown = report if display.agreements else replace(report, facts=report.disputed)
    return table(shown.columns(), shown.to_rows())
