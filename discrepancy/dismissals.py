"""What the desk has settled: ids with reasons out of a file, and reports without what they name.

An id is made of the words on both sides, so a dismissal whose passage has changed names nothing any
more, and the finding comes back.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from discrepancy.errors import ReadError
from discrepancy.matrix import CheckReport, SharedFact
from discrepancy.model import Report

DISMISSED = "dismissed"
REASONS = ("note", "reason")
MAX_BYTES = 20_000_000  # a workbook of 100,000 findings has fewer
MAX_UNPACKED = 400_000_000  # of a workbook, against archives that unpack without end
_ID = re.compile(r"[0-9a-fx][0-9a-f]{11}(?:-\d{1,6})?")


def read_dismissals(path: str) -> dict[str, str]:
    """Ids and reasons from lines of text, or the rows of a CSV or XLSX whose status is "dismissed".

    Raises ReadError where the file is missing, too large, or not of these kinds.
    """
    data = _load(path)
    if data.startswith(b"PK"):
        rows = _read_workbook(data, path)
    elif table := _read_table(_decode(data)):
        rows = table
    else:
        return dict(_read_lines(_decode(data), path))
    return dict(_read_rows(rows, path))


def dismiss(report: Report, ids: Collection[str]) -> Report:
    """The report without the conflicts of these ids, which it keeps apart."""
    return replace(
        report,
        conflicts=tuple(finding for finding in report.conflicts if finding.id not in ids),
        dismissed=tuple(finding for finding in report.conflicts if finding.id in ids),
    )


def dismiss_facts(report: CheckReport, ids: Collection[str]) -> CheckReport:
    """The report without the disputed and missing facts of these ids, which it keeps apart.

    A fact also goes where `diff` gave every conflict in it one of these ids.
    """
    settled = [fact for fact in report.disputed if _is_settled(fact, ids)]
    lacking = [fact for fact in report.missing if fact.id in ids]
    return replace(
        report,
        facts=tuple(fact for fact in report.facts if fact not in settled),
        missing=tuple(fact for fact in report.missing if fact not in lacking),
        dismissed=(*settled, *lacking),
    )


def _is_settled(fact: SharedFact, ids: Collection[str]) -> bool:
    conflicts = [each.finding.id for each in fact.statements if each.severity != "agree"]
    return fact.id in ids or all(each in ids for each in conflicts)


def _load(path: str) -> bytes:
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReadError(f"{path}: dismissals cannot be read ({reason}); check the name") from error
    if len(data) > MAX_BYTES:
        raise ReadError(f"{path}: is larger than {MAX_BYTES // 1_000_000} MB; give a file of dismissals")
    return data


def _decode(data: bytes) -> str:
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _read_lines(text: str, path: str) -> Iterator[tuple[str, str]]:
    """ "ID reason", one a line; a line that opens with # is a remark."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, _, reason = line.strip().partition(" ")
        yield _check_id(name.rstrip(",;:"), f"{path}, line {number}"), reason.strip()


def _read_table(text: str) -> list[list[str]] | None:
    """The rows of a CSV, whatever its separator; None where no first line names a column "id"."""
    first = text.lstrip("\r\n").partition("\n")[0]
    for separator in (",", ";", "\t"):
        heads = [head.strip().strip('"').casefold() for head in first.split(separator)]
        if "id" in heads and len(heads) > 1:
            try:
                return list(csv.reader(io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=separator))
            except csv.Error:
                return None
    return None


def _read_workbook(data: bytes, path: str) -> list[list[Any]]:
    """The rows of every sheet that has columns "id" and "status", under one head."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_archive(archive, path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # extensions of other programs that openpyxl does not keep
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = [[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book]
    except ReadError:
        raise
    except Exception as error:  # openpyxl raises what its parsers raise
        raise ReadError(
            f"{path}: is no workbook that can be read ({error}); save it again as .xlsx"
        ) from error
    fitting = [rows for rows in sheets if rows and {"id", "status"} <= set(_fold(rows[0]))]
    if not fitting:
        raise ReadError(f"{path}: no sheet has the columns id and status; give one that this program wrote")
    heads = ["id", "status", REASONS[0]]
    return [heads, *([row.get(head) for head in heads] for rows in fitting for row in _by_head(rows))]


def _check_archive(archive: zipfile.ZipFile, path: str) -> None:
    if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
        raise ReadError(f"{path}: unpacks to more than {MAX_UNPACKED // 1_000_000} MB; it is left alone")
    for part in archive.infolist():
        with archive.open(part) as stream:
            if b"<!DOCTYPE" in stream.read(1000):
                raise ReadError(
                    f"{path}: has a document type declaration, as no workbook does; it is left alone"
                )


def _read_rows(rows: list[list[Any]], path: str) -> Iterator[tuple[str, str]]:
    if "status" not in _fold(rows[0]):
        raise ReadError(f"{path}: has no column status; add one, with {DISMISSED!r} in the rows to silence")
    for number, row in enumerate(_by_head(rows), start=2):
        if str(row.get("status") or "").strip().casefold() == DISMISSED:
            reason = next((str(row[name]) for name in REASONS if row.get(name)), "")
            yield _check_id(str(row.get("id") or "").strip(), f"{path}, row {number}"), reason


def _by_head(rows: list[list[Any]]) -> Iterator[dict[str, Any]]:
    heads = _fold(rows[0])
    return (dict(zip(heads, row, strict=False)) for row in rows[1:])


def _fold(heads: Iterable[Any]) -> list[str]:
    return [str(head or "").strip().casefold() for head in heads]


def _check_id(word: str, where: str) -> str:
    if not _ID.fullmatch(word):
        raise ReadError(
            f"{where}: {word[:40]!r} is no id of a finding; copy it from the report, as 0f3c5a7b9d1e"
        )
    return word
