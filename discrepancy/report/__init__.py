"""Report -> text or bytes: one writer a format, each pure; `write` puts them into a file."""

from __future__ import annotations

from pathlib import PurePath

from discrepancy.report.write import write
from discrepancy.report.writer import Display, Format, Listing

__all__ = ["FORMATS", "Display", "Format", "Listing", "format_of", "write"]

FORMATS: dict[str, Format] = {
    known.name: known
    for known in (
        Format("terminal", (".txt",)),
        Format("json", (".json",)),
        # Excel takes a file for UTF-8 only where it opens with a byte order mark.
        Format("csv", (".csv",), encoding="utf-8-sig"),
        Format("html", (".html", ".htm")),
        Format("markdown", (".md", ".markdown")),
        Format("xlsx", (".xlsx",)),
        Format("jsonl", (".jsonl", ".ndjson")),
        Format("annotations", (".jsonld",)),
    )
}


def format_of(path: str) -> Format | None:
    """The format that the ending of a file name means, or None."""
    ending = PurePath(path).suffix.lower()
    return next((known for known in FORMATS.values() if ending in known.endings), None)
