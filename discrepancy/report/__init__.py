"""Report -> text: one writer a format, each pure; `write` puts the text into a file."""

from __future__ import annotations

from pathlib import PurePath

from discrepancy.report import csv, html, json, markdown, terminal
from discrepancy.report.write import write
from discrepancy.report.writer import Display, Format, Listing

__all__ = ["FORMATS", "Display", "Format", "Listing", "format_of", "write"]

FORMATS: dict[str, Format] = {
    known.name: known
    for known in (
        Format("terminal", (".txt",), terminal.write_report, terminal.write_listing),
        Format("json", (".json",), json.write_report, json.write_listing),
        # Excel takes a file for UTF-8 only where it opens with a byte order mark.
        Format("csv", (".csv",), csv.write_report, csv.write_listing, encoding="utf-8-sig"),
        Format("html", (".html", ".htm"), html.write_report, html.write_listing),
        Format("markdown", (".md", ".markdown"), markdown.write_report, markdown.write_listing),
    )
}


def format_of(path: str) -> Format | None:
    """The format that the ending of a file name means, or None."""
    ending = PurePath(path).suffix.lower()
    return next((known for known in FORMATS.values() if ending in known.endings), None)
