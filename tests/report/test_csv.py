"""CSV: columns, formulas, numbers, and read back what was written."""

import csv
import io
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model import ROW_COLUMNS, Report
from discrepancy.report import FORMATS, Display, Listing
from discrepancy.report.csv import neutralise

form = FORMATS["csv"]


def read_back(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def as_cell(value: Any) -> str:
    return "" if value is None else str(neutralise(value))


def test_one_row_a_conflict_in_the_stated_columns(report: Report) -> None:
    rows = read_back(form.report(report, Display()))
    assert [row["id"] for row in rows] == [finding.id for finding in report.conflicts]
    assert tuple(rows[0]) == ROW_COLUMNS


def test_read_back_is_what_was_written(report: Report) -> None:
    written = [{name: as_cell(cell) for name, cell in row.items()} for row in report.to_rows()]
    assert read_back(form.report(report, Display())) == written


def test_agreements_follow_when_asked_for(report: Report) -> None:
    rows = read_back(form.report(report, Display(agreements=True)))
    assert [row["severity"] for row in rows] == ["hard"] * 3 + ["soft"] * 2 + ["agree"] * 3


def test_no_conflict_is_a_header_alone(report: Report) -> None:
    text = form.report(replace(report, conflicts=()), Display())
    assert text == ",".join(ROW_COLUMNS) + "\r\n"


def test_numbers_remain_numbers(report: Report) -> None:
    frame = pd.read_csv(io.StringIO(form.report(report, Display())))
    assert frame["confidence"].tolist()[0] == 0.97
    assert frame["a_start"].tolist()[:2] == [report.conflicts[0].a.start, report.conflicts[1].a.start]


@pytest.mark.parametrize("opening", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_formulas_are_neutralised(opening: str) -> None:
    assert neutralise(f"{opening}1+1") == f"'{opening}1+1"


@pytest.mark.parametrize("cell", [-5, -5.5, 40, None, "a=b", " =1", "", "10-5", "don't", "'tis"])
def test_other_cells_stay_as_they_are(cell: object) -> None:
    assert neutralise(cell) == cell


@given(st.text(alphabet="'=+-@ab1 \t\r\n,\";", max_size=12))
def test_one_apostrophe_less_gives_back_any_neutralised_text(cell: str) -> None:
    safe = neutralise(cell)
    assert safe == cell or safe == "'" + cell
    assert safe[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n")


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_two_different_texts_never_share_a_cell(cells: list[str]) -> None:
    kept = [cell for cell in cells if cell.isprintable()]
    assert len({neutralise(cell) for cell in kept}) == len(set(kept))


def test_hostile_text_stays_in_its_cells(hostile: Report) -> None:
    text = form.report(hostile, Display())
    [row] = read_back(text)
    [written] = hostile.to_rows()
    assert row == {name: as_cell(cell) for name, cell in written.items()}
    assert not [cell for cell in row.values() if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") and cell]
    assert not any(control in text for control in ("\x1b", "\x00", "\x07", "\x9b"))


def test_a_listing_reads_back(listing: Listing) -> None:
    rows = read_back(form.listing(listing, Display()))
    assert [row["surface"] for row in rows] == [mention.surface for mention in listing.mentions]
    assert rows[2]["value_low"] == "3"
    assert rows[2]["unit"] == "hour"
    assert [row["line"] for row in rows[:2]] == ["5", "5"]
