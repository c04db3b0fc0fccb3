"""HTML: one self-contained page with the matrix, every cell linked to its passage; it needs no script.

The template escapes everything that comes from an article; the content security policy allows the
page's own style and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.matrix import CheckReport, MissingFact, SharedFact, Statement
from discrepancy.model import Article, Mention
from discrepancy.report.excerpt import Excerpt, excerpt
from discrepancy.report.html import render_page
from discrepancy.report.matrix.phrases import (
    headline,
    label,
    name,
    stated_by,
    tally,
    tell_copies,
    tell_notices,
    tell_unread,
)
from discrepancy.report.printable import one_line
from discrepancy.report.summary import percent
from discrepancy.report.writer import Display

LONGEST_TITLE = 200
LONGEST_CELL = 90  # characters of a quote in the matrix; the passage below it is whole


@dataclass(frozen=True, slots=True)
class Passage:
    """One article's sentence under the row that it belongs to."""

    anchor: str
    label: str
    place: str
    severity: str
    excerpt: Excerpt
    note: str = ""  # how it differs from the wire


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says; no anchor where it does not state the fact."""

    words: str = ""
    severity: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: its heading, a cell a source, and the passages one click away."""

    key: str
    id: str
    severity: str
    about: str
    explanation: str
    tally: str
    wire: Cell
    cells: tuple[Cell, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a source's column."""

    label: str
    path: str
    facts: str
    copy: bool


def write_check(report: CheckReport, display: Display) -> str:
    """The page; undisputed facts are always part of it, fainter than the disputed ones."""
    rows = [_row(report, fact, f"f{number}", display) for number, fact in enumerate(report.facts, start=1)]
    return render_page(
        "check.html",
        ("report.css", "check.css"),
        None,
        headline=headline(report),
        tally=tally(report),
        title=name(report.wire, display),
        wire=_column(report.wire, "wire", False, display),
        columns=[
            _column(
                source.article, label(source.article, report, display), source.repeats is not None, display
            )
            for source in report.sources
        ],
        disputed=[row for row in rows if row.severity != "agree"],
        agreed=[row for row in rows if row.severity == "agree"],
        missing=[_missing(report, fact, f"m{n}", display) for n, fact in enumerate(report.missing, start=1)],
        notices=tell_notices(report, display),
        notes=[*tell_copies(report, display), *tell_unread(report)],
    )


def _column(article: Article, label: str, copy: bool, display: Display) -> Column:
    title = one_line((article.title or "")[:LONGEST_TITLE])
    facts = (title, article.published)
    path = name(article, display)
    return Column(label, path if path != label else "", " · ".join(filter(None, facts)), copy)


def _row(report: CheckReport, fact: SharedFact, key: str, display: Display) -> Row:
    sources = [source.article for source in report.sources]
    said = [(at, statement) for at, source in enumerate(sources, start=1) if (statement := fact.of(source))]
    wire = _passage(f"{key}-w", "wire", report.wire, fact.wire, "agree", "", display)
    return Row(
        key=key,
        id=fact.id,
        severity=fact.severity,
        about=f"{fact.kind} · {percent(fact.confidence)}",
        explanation=one_line(fact.explanation),
        tally=one_line(fact.tally),
        wire=Cell(_clip(fact.wire), "wire", wire.anchor),
        cells=_cells(len(sources), said, key),
        passages=(wire, *(_statement(report, each, f"{key}-s{at}", display) for at, each in said)),
    )


def _cells(number: int, said: Sequence[tuple[int, Statement]], key: str) -> tuple[Cell, ...]:
    cells = [Cell()] * number
    for at, statement in said:
        cells[at - 1] = Cell(_clip(statement.finding.b), statement.severity, f"{key}-s{at}")
    return tuple(cells)


def _statement(report: CheckReport, statement: Statement, anchor: str, display: Display) -> Passage:
    article, finding = statement.article, statement.finding
    note = (
        ""
        if finding.severity == "agree"
        else f"{one_line(finding.explanation)} · {percent(finding.confidence)}"
    )
    outlet = label(article, report, display)
    return _passage(anchor, outlet, article, finding.b, finding.severity, note, display)


def _passage(
    anchor: str, label: str, article: Article, mention: Mention, severity: str, note: str, display: Display
) -> Passage:
    place = one_line(display.place(article, mention.start))
    return Passage(anchor, label, place, severity, excerpt(mention), note)


def _missing(report: CheckReport, fact: MissingFact, key: str, display: Display) -> Row:
    passages = [
        _passage(f"{key}-s{at}", label(article, report, display), article, mention, "agree", "", display)
        for at, (article, mention) in enumerate(fact.statements, start=1)
    ]
    words = _clip(fact.statements[0][1])
    return Row(key, fact.id, "agree", fact.kind, words, stated_by(fact), Cell(), (), tuple(passages))


def _clip(mention: Mention) -> str:
    line = one_line(mention.surface[: 4 * LONGEST_CELL])
    return line if len(line) <= LONGEST_CELL else line[:LONGEST_CELL].rpartition(" ")[0] + " …"
