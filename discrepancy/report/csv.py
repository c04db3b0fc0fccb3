"""CSV (RFC 4180): one row a conflict, the columns of `model.ROW_COLUMNS`, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from discrepancy.model import ROW_COLUMNS, Report
from discrepancy.report.writer import Display, Listing

# Spreadsheets run a cell that starts so as a formula (OWASP, "CSV injection"); full-width forms count
# in East Asian locales. Text already behind apostrophes gets one more, so that taking one away
# always gives back what was written.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
# No spreadsheet takes these, and a terminal acts on some; tab, LF and CR are text and stay.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

LISTING_COLUMNS = (
    "article",
    "kind",
    "surface",
    "value_low",
    "value_high",
    "unit",
    "bound",
    "noun",
    "frame",
    "attribution",
    "start",
    "end",
    "line",
    "column",
    "sentence",
)


def write_report(report: Report, display: Display) -> str:
    """One row a conflict; agreements follow, with the severity "agree", where they are asked for."""
    if display.agreements:
        report = replace(report, conflicts=report.conflicts + report.agreements)
    return table(ROW_COLUMNS, report.to_rows())


def write_listing(listing: Listing, display: Display) -> str:
    """One row a mention, in the order of the article; the bound is empty for a plain value."""
    return table(LISTING_COLUMNS, listing_rows(listing))


def listing_rows(listing: Listing) -> list[dict[str, Any]]:
    """The cells of each mention by the names of LISTING_COLUMNS."""
    rows = []
    for mention in listing.mentions:
        side = mention.to_dict(listing.article)
        value = side.pop("value")
        side |= {
            "kind": mention.kind,
            "value_low": value["low"],
            "value_high": value["high"],
            "unit": value["unit"],
            "bound": "" if value["bound"] == "=" else value["bound"],
            "sentence": side["sentence"]["text"],
        }
        rows.append(side)
    return rows


def neutralise(cell: Any) -> Any:
    """A cell that no spreadsheet runs as a formula; numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    text = _CONTROL.sub("", cell)
    return "'" + text if looks_like_formula(text) else text


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet may run this text, or has it behind apostrophes so that it does not."""
    return _FORMULA.match(text) is not None


def table(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> str:
    """Rows as RFC 4180 writes them, every cell neutralised, the names of columns too."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([neutralise(column) for column in columns])
    writer.writerows([neutralise(row[column]) for column in columns] for row in rows)
    return text.getvalue()
