"""JSON: the contract of `CheckReport.to_dict`, described by `data/check.schema.json`."""

from __future__ import annotations

from discrepancy.matrix import CheckReport
from discrepancy.report.json import dump
from discrepancy.report.writer import Display


def write_check(report: CheckReport, display: Display) -> str:
    """The whole report; undisputed facts are always part of it."""
    return dump(report.to_dict())
