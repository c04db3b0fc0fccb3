"""Report -> text or bytes: one writer a format, each pure; `write` puts them into a file."""

from __future__ import annotations

from pathlib import PurePath

from discrepancy.report import csv, html, json, jsonl, markdown, terminal, web_annotations, xlsx
from discrepancy.report.matrix import csv as check_csv
from discrepancy.report.matrix import html as check_html
from discrepancy.report.matrix import json as check_json
from discrepancy.report.matrix import jsonl as check_jsonl
from discrepancy.report.matrix import markdown as check_markdown
from discrepancy.report.matrix import terminal as check_terminal
from discrepancy.report.matrix import web_annotations as check_annotations
from discrepancy.report.matrix import xlsx as check_xlsx
from discrepancy.report.write import write
from discrepancy.report.writer import Display, Format, Listing

__all__ = ["FORMATS", "Display", "Format", "Listing", "format_of", "write"]

FORMATS: dict[str, Format] = {
    known.name: known
    for known in (
        Format(
            "terminal", (".txt",), terminal.write_report, terminal.write_listing, check_terminal.write_check
        ),
        Format("json", (".json",), json.write_report, json.write_listing, check_json.write_check),
        # Excel takes a file for UTF-8 only where it opens with a byte order mark.
        Format(
            "csv", (".csv",), csv.write_report, csv.write_listing, check_csv.write_check, encoding="utf-8-sig"
        ),
        Format("html", (".html", ".htm"), html.write_report, html.write_listing, check_html.write_check),
        Format(
            "markdown",
            (".md", ".markdown"),
            markdown.write_report,
            markdown.write_listing,
            check_markdown.write_check,
        ),
        Format("xlsx", (".xlsx",), xlsx.write_report, xlsx.write_listing, check_xlsx.write_check),
        Format(
            "jsonl", (".jsonl", ".ndjson"), jsonl.write_report, jsonl.write_listing, check_jsonl.write_check
        ),
        Format(
            "annotations",
            (".jsonld",),
            web_annotations.write_report,
            web_annotations.write_listing,
            check_annotations.write_check,
        ),
    )
}


def format_of(path: str) -> Format | None:
    """The format that the ending of a file name means, or None."""
    ending = PurePath(path).suffix.lower()
    return next((known for known in FORMATS.values() if ending in known.endings), None)
