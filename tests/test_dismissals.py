"""Dismissals: what comes back from the desk silences what it names, and nothing whose words have changed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from discrepancy import Article, Options, diff
from discrepancy.dismissals import dismiss, dismiss_facts, read_dismissals
from discrepancy.errors import ReadError
from discrepancy.identity import digest_of
from discrepancy.model import Mention, Sentence, Value
from discrepancy.report import FORMATS, Display, write
from tests.many.conftest import WIRE, collect, source, tell

__all__ = ["collect"]  # a fixture

A = Article(
    "Some 40 people were hurt in the fire at the Ostrand mill, police said.", "a", published="2024-05-02"
)
B = Article("Police said 70 people were hurt in the fire at the Ostrand mill.", "b", published="2024-05-02")
FIRST, SECOND = "0f3c5a7b9d1e", "x10000000000-2"
Save = Callable[[str | bytes], str]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def call(content: str | bytes) -> str:
        path = tmp_path / "dismissed"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return call


@pytest.mark.parametrize(
    "text",
    [
        f"# settled in May\n{FIRST} the mayor corrected herself\n\n{SECOND}\n",
        f"\ufeff{FIRST}: the mayor corrected herself\r\n{SECOND},\r\n",
        f"id,status,note\n{FIRST},dismissed,the mayor corrected herself\n"
        f"{SECOND},Dismissed ,\n0f3c5a7b9d1f,open,\n",
        f"severity;id;status;reason\nhard;{FIRST};dismissed;the mayor corrected herself\n"
        f"hard;{SECOND};DISMISSED;\n",
        f'"id"\t"status"\t"note"\n{FIRST}\tdismissed\tthe mayor corrected herself\n{SECOND}\tdismissed\t\n',
    ],
)
def test_lines_and_tables_are_read(save: Save, text: str) -> None:
    assert read_dismissals(save(text)) == {FIRST: "the mayor corrected herself", SECOND: ""}


def test_a_table_in_utf_16_is_read(save: Save) -> None:
    text = f"id\tstatus\tnote\n{FIRST}\tdismissed\tdéjà vu\n"
    assert read_dismissals(save(text.encode("utf-16"))) == {FIRST: "déjà vu"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("not an id\n", "line 1: 'not' is no id of a finding"),
        (f"{FIRST}\n{FIRST[:-1]}\n", "line 2"),
        ("id,kind\n0f3c5a7b9d1e,count\n", "has no column status"),
        ("id,status\n12,dismissed\n", "row 2: '12' is no id"),
        (b"PK\x03\x04 broken", "is no workbook that can be read"),
        (b"\x00\x01\x02", "is no id"),
    ],
)
def test_other_files_are_refused_with_the_place(save: Save, content: str | bytes, message: str) -> None:
    with pytest.raises(ReadError, match="dismissed") as caught:
        read_dismissals(save(content))
    assert message in str(caught.value)


def test_a_missing_file_is_an_error() -> None:
    with pytest.raises(ReadError, match=r"nowhere\.txt: dismissals cannot be read \(No such file"):
        read_dismissals("nowhere.txt")


def book(rows: list[list[Any]], title: str = "Conflicts") -> bytes:
    made = Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(row)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_a_workbook_without_the_columns_is_refused(save: Save) -> None:
    with pytest.raises(ReadError, match="no sheet has the columns id and status"):
        read_dismissals(save(book([["name"], ["x"]])))


def test_a_workbook_with_a_document_type_is_refused(save: Save) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(ReadError, match="document type"):
        read_dismissals(save(stream.getvalue()))


def test_a_workbook_that_unpacks_without_end_is_refused(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.dismissals.MAX_UNPACKED", 1000)
    with pytest.raises(ReadError, match="unpacks to more"):
        read_dismissals(save(book([["id", "status"]])))
    monkeypatch.setattr("discrepancy.dismissals.MAX_BYTES", 1000)
    with pytest.raises(ReadError, match="is larger than"):
        read_dismissals(save(book([["id", "status"]])))


@pytest.fixture(scope="module")
def report() -> Any:
    return diff(A, B, Options())


def test_the_workbook_that_came_back_silences_what_it_names(report: Any, tmp_path: Path) -> None:
    write(FORMATS["xlsx"].report(report, Display()), tmp_path / "desk.xlsx")
    desk = load_workbook(tmp_path / "desk.xlsx")
    page = desk["Conflicts"]
    heads = [cell.value for cell in page[1]]
    page.cell(2, heads.index("status") + 1).value = "dismissed"
    page.cell(2, heads.index("note") + 1).value = "settled by phone"
    desk.save(tmp_path / "desk.xlsx")
    settled = read_dismissals(str(tmp_path / "desk.xlsx"))
    first = report.conflicts[0]
    assert settled == {first.id: "settled by phone"}
    silenced = dismiss(report, settled)
    assert silenced.conflicts == report.conflicts[1:]
    assert silenced.dismissed == (first,)
    assert "1 dismissed" in FORMATS["terminal"].report(silenced, Display())
    assert silenced.to_dict()["dismissed"] == [first.id]


def test_an_edit_elsewhere_keeps_a_dismissal_and_a_changed_passage_comes_back(report: Any) -> None:
    settled = {finding.id for finding in report.conflicts}
    elsewhere = replace(A, text="Fire at Ostrand mill\n\n" + A.text + " The mill is old.")
    assert len(dismiss(diff(elsewhere, B), settled).dismissed) == len(report.conflicts)
    assert len(dismiss(diff(B, A), settled).dismissed) == len(report.conflicts)
    changed = replace(A, text=A.text.replace("40", "30"))
    again = dismiss(diff(changed, B), settled)
    assert len(again.conflicts) == 1
    assert again.dismissed == ()


def test_a_row_of_a_check_is_silenced_by_its_own_id_or_by_all_of_its_conflicts(collect: Any) -> None:
    report = collect(tell(source("a", 50), 50), tell(source("b", 60), 60))
    (fact,) = report.facts
    by_row = dismiss_facts(report, {fact.id})
    assert (by_row.facts, by_row.dismissed) == ((), (fact,))
    ids = [statement.finding.id for statement in fact.statements]
    assert dismiss_facts(report, set(ids)).dismissed == (fact,)
    assert dismiss_facts(report, {ids[0]}).facts == (fact,)
    assert "1 dismissed" in FORMATS["terminal"].check(by_row, Display())


def test_a_new_voice_brings_a_settled_row_back(collect: Any) -> None:
    settled = {fact.id for fact in collect(tell(source("a", 50), 50)).facts}
    more = collect(tell(source("a", 50), 50), tell(source("b", 60), 60))
    assert dismiss_facts(more, settled).facts == more.facts


def test_agreements_cannot_be_dismissed(collect: Any) -> None:
    report = collect(tell(source("c", 40), 40))
    assert dismiss_facts(report, {fact.id for fact in report.facts}).facts == report.facts


def test_no_id_is_one_that_a_spreadsheet_takes_for_a_number() -> None:
    sentence = Sentence(0, len(WIRE.text), WIRE.text, 0)
    ids = [
        digest_of("count", [Mention("count", str(number), 0, 1, Value(1, 1), sentence)])
        for number in range(3000)
    ]
    for name in ids:
        with pytest.raises(ValueError, match="could not convert"):
            float(name)
    assert any(name.startswith("x") for name in ids)
