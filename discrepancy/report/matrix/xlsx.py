"""Excel workbooks of a check: conflicts by source, their passages, what the wire lacks, sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from discrepancy.matrix import CheckReport, SharedFact
from discrepancy.report.matrix.phrases import label, name, stated_by
from discrepancy.report.writer import Display
from discrepancy.report.xlsx import (
    FINDING_COLUMNS,
    SOURCE_COLUMNS,
    STATUSES,
    Cell,
    Column,
    Sheet,
    columns_of,
    source_cells,
    write_workbook,
)

PASSAGE_COLUMNS = columns_of(
    [("fact", 15), ("article", 24), ("verdict", 10), ("line", 7), ("words", 30), ("sentence", 80)]
)
MISSING_COLUMNS = columns_of(
    [
        *(("id", 15), ("kind", 11), ("stated by", 16), ("status", 12), ("note", 30)),
        *(("words", 30), ("article", 24), ("line", 7), ("sentence", 80)),
    ]
)


def write_check(report: CheckReport, display: Display) -> bytes:
    """The workbook; undisputed facts follow in the first two sheets where they are asked for."""
    facts = report.facts if display.agreements else report.disputed
    heads = [label(source.article, report, display) for source in report.sources]
    columns = (
        *FINDING_COLUMNS,
        Column("tally", 34),
        Column("wire", 24),
        *(Column(head, 24) for head in heads),
    )
    return write_workbook(
        [
            Sheet("Conflicts", columns, tuple(_row(report, fact) for fact in facts)),
            Sheet(
                "Passages",
                PASSAGE_COLUMNS,
                tuple(row for f in facts for row in _passages(report, f, display)),
            ),
            Sheet("Missing", MISSING_COLUMNS, tuple(_missing(report, display))),
            Sheet("Sources", (*SOURCE_COLUMNS, Column("repeats", 24)), tuple(_sources(report, display))),
        ]
    )


def _row(report: CheckReport, fact: SharedFact) -> tuple[Any, ...]:
    said = [fact.of(source.article) for source in report.sources]
    cells = [Cell(each.finding.b.surface, each.severity) if each else None for each in said]
    severity = Cell(fact.severity, fact.severity)
    opening = (fact.id, severity, fact.kind, round(fact.confidence, 3), fact.explanation, STATUSES[0], None)
    return (*opening, fact.tally, fact.wire.surface, *cells)


def _passages(report: CheckReport, fact: SharedFact, display: Display) -> Iterator[tuple[Any, ...]]:
    wire = (report.wire, "wire", fact.wire)
    for article, verdict, mention in (wire, *((s.article, s.severity, s.finding.b) for s in fact.statements)):
        line = article.locate(mention.start)[0]
        shown = Cell(verdict, verdict)
        yield fact.id, name(article, display), shown, line, mention.surface, mention.sentence.text


def _missing(report: CheckReport, display: Display) -> Iterator[tuple[Any, ...]]:
    for fact in report.missing:
        for article, mention in fact.statements:
            line = article.locate(mention.start)[0]
            place = (name(article, display), line, mention.sentence.text)
            yield fact.id, fact.kind, stated_by(fact), STATUSES[0], None, mention.surface, *place


def _sources(report: CheckReport, display: Display) -> Iterator[tuple[Any, ...]]:
    yield (*source_cells(report.wire, display), None)
    for source in report.sources:
        yield (*source_cells(source.article, display), source.repeats.of if source.repeats else None)
    for each in report.unread:
        told = (each.name, each.name, f"not read: {each.reason}")
        yield (*told, *[None] * (len(SOURCE_COLUMNS) + 1 - len(told)))
