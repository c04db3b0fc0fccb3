"""Excel workbooks (Office Open XML): a sheet of findings for the desk to work through, and one of sources.

Every text is a text cell: no spreadsheet runs it as a formula, and the quote prefix keeps it one when
somebody edits it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from discrepancy.model import Article, Finding, Mention, Report
from discrepancy.report.csv import LISTING_COLUMNS, listing_rows, looks_like_formula
from discrepancy.report.printable import printable
from discrepancy.report.writer import Display, Listing

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

# What the desk can say of a finding; only the last is read back, by --dismissed.
STATUSES = ("open", "confirmed", "corrected", "dismissed")
LONGEST_TEXT = 32_000  # Excel takes 32,767 characters a cell
_ILLEGAL = re.compile(r"[\ufffe\uffff]")  # not characters of XML 1.0; printable() takes the others
FILLS = {"hard": "F9DDD6", "soft": "FAEAC4"}


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column and its width in characters."""

    name: str
    width: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with the severity that colours it."""

    value: Any
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its columns, its rows, and whether it has a column `status` with a drop-down."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]


FINDING_COLUMNS = (
    Column("id", 15),
    Column("severity", 10),
    Column("kind", 11),
    Column("confidence", 11),
    Column("explanation", 40),
    Column("status", 12),
    Column("note", 30),
)
SOURCE_COLUMNS = tuple(
    Column(name, width)
    for name, width in (
        ("id", 20),
        ("file", 30),
        ("title", 50),
        ("source", 24),
        ("published", 20),
        ("url", 40),
        ("version", 9),
        ("publication", 14),  # the status; "status" is the desk's own column, in sheets of findings
    )
)


def write_report(report: Report, display: Display) -> bytes:
    """A sheet of conflicts, agreements after them where they are asked for, and one of the articles."""
    findings = (*report.conflicts, *(report.agreements if display.agreements else ()))
    sides = tuple(
        Column(f"{side} {name}", width)
        for side in "AB"
        for name, width in (("words", 24), ("line", 7), ("sentence", 60))
    )
    rows = tuple(
        (*finding_cells(finding), *_side(report.a, finding.a), *_side(report.b, finding.b))
        for finding in findings
    )
    sources = tuple(source_cells(article, display) for article in (report.a, report.b))
    return write_workbook(
        [Sheet("Conflicts", FINDING_COLUMNS + sides, rows), Sheet("Sources", SOURCE_COLUMNS, sources)]
    )


def write_listing(listing: Listing, display: Display) -> bytes:
    """A sheet of the facts of one article, and one of the article."""
    columns = tuple(Column(name, 60 if name == "sentence" else 14) for name in LISTING_COLUMNS)
    rows = tuple(tuple(row[name] for name in LISTING_COLUMNS) for row in listing_rows(listing))
    sources = (source_cells(listing.article, display),)
    return write_workbook([Sheet("Facts", columns, rows), Sheet("Sources", SOURCE_COLUMNS, sources)])


def finding_cells(finding: Finding) -> tuple[Any, ...]:
    """The cells that every row of findings opens with; the desk's own are empty but for the status."""
    severity = Cell(finding.severity, finding.severity)
    return (
        finding.id,
        severity,
        finding.kind,
        round(finding.confidence, 3),
        finding.explanation,
        STATUSES[0],
        None,
    )


def source_cells(article: Article, display: Display) -> tuple[Any, ...]:
    """One row of the sheet of sources."""
    path = display.paths.get(article.id, article.id)
    told = (article.title, article.source, article.published, article.url, article.version, article.status)
    return article.id, path, *told


def write_workbook(sheets: Iterable[Sheet]) -> bytes:
    """The sheets as one file."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for sheet in sheets:
        _add_sheet(book, sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _add_sheet(book: Workbook, sheet: Sheet) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    page = book.create_sheet(sheet.title)
    page.freeze_panes = "A2"
    for number, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    last = f"{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    page.auto_filter.ref = f"A1:{last}"
    _add_choices(page, sheet)
    heads = [_cell(page, column.name) for column in sheet.columns]
    for head in heads:
        head.font = Font(bold=True)
    page.append(heads)
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])


def _add_choices(page: Any, sheet: Sheet) -> None:
    """The drop-down of the statuses."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    names = [column.name for column in sheet.columns]
    if "status" not in names or not sheet.rows:
        return
    choice = DataValidation(
        "list", formula1=f'"{",".join(STATUSES)}"', allow_blank=True, showErrorMessage=True
    )
    choice.errorTitle, choice.error = "Status", f"Choose one of: {', '.join(STATUSES)}"
    letter = get_column_letter(names.index("status") + 1)
    choice.add(f"{letter}2:{letter}{len(sheet.rows) + 1}")
    page.data_validations.append(choice)


def _cell(page: Any, value: Any) -> WriteOnlyCell:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, PatternFill

    severity = value.severity if isinstance(value, Cell) else ""
    content = value.value if isinstance(value, Cell) else value
    text = _clean(content) if isinstance(content, str) else None
    cell = WriteOnlyCell(page, content if text is None else text)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if text is not None:
        cell.data_type = "s"
        cell.quotePrefix = looks_like_formula(text)
    if severity in FILLS:
        cell.fill = PatternFill("solid", fgColor=FILLS[severity])
    return cell


def _clean(text: str) -> str:
    return _ILLEGAL.sub("", printable(text))[:LONGEST_TEXT]


def _side(article: Article, mention: Mention) -> tuple[Any, ...]:
    return mention.surface, article.locate(mention.start)[0], mention.sentence.text


def columns_of(names: Sequence[tuple[str, int]]) -> tuple[Column, ...]:
    """Columns by name and width."""
    return tuple(Column(name, width) for name, width in names)
