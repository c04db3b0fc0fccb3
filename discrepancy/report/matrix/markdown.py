"""Markdown: the matrix as a table, then every disputed fact with its passages; article text is escaped."""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.matrix import CheckReport, SharedFact
from discrepancy.report.excerpt import excerpt
from discrepancy.report.markdown import escape, quote_passage
from discrepancy.report.matrix.passages import agreeing, differing
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
from discrepancy.report.summary import percent
from discrepancy.report.writer import Display

MARKS = {"hard": "✗", "soft": "≈", "agree": "="}


def write_check(report: CheckReport, display: Display) -> str:
    """The matrix, a section a disputed fact, what the wire lacks, the counts and the sources."""
    parts = [f"# {headline(report)}", escape(name(report.wire, display))]
    parts += [f"> **{escape(notice)}**" for notice in tell_notices(report, display)]
    facts = report.facts if display.agreements else report.disputed
    if facts:
        parts.append("\n".join(_matrix(report, facts, display)))
    for number, fact in enumerate(report.disputed, start=1):
        parts += _section(report, fact, display, number)
    if report.missing:
        parts += ["# Stated by most others, and not by the wire", "\n".join(_missing(report, display))]
    notes = (tally(report), *tell_copies(report, display), *tell_unread(report))
    return "\n\n".join([*parts, "---", *map(escape, notes)]) + "\n"


def _matrix(report: CheckReport, facts: tuple[SharedFact, ...], display: Display) -> Iterator[str]:
    labels = [escape(label(source.article, report, display)) for source in report.sources]
    yield "| " + " | ".join(["", "wire", *labels]) + " |"
    yield "|---" * (len(labels) + 2) + "|"
    for number, fact in enumerate(facts, start=1):
        cells = []
        for source in report.sources:
            said = fact.of(source.article)
            cells.append(f"{MARKS[said.severity]} {escape(excerpt(said.finding.b).hit)}" if said else "")
        yield "| " + " | ".join([str(number), escape(excerpt(fact.wire).hit), *cells]) + " |"


def _section(report: CheckReport, fact: SharedFact, display: Display, number: int) -> list[str]:
    parts = [
        f"## {number}. {escape(fact.explanation)}",
        f"**{fact.severity}** · {fact.kind} · {percent(fact.confidence)} · {escape(fact.tally)}",
        quote_passage(report.wire, fact.wire, display),
    ]
    for passage in differing(fact):
        parts.append(quote_passage(passage.told.article, passage.told.finding.b, display))
        if passage.same:
            places = (display.place(each.article, each.finding.b.start) for each in passage.same)
            parts.append(f"The same in {escape(', '.join(places))}")
    if agreed := agreeing(fact):
        places = (display.place(each.article, each.finding.b.start) for each in agreed)
        parts.append(f"Agree: {escape(', '.join(places))}")
    return parts


def _missing(report: CheckReport, display: Display) -> Iterator[str]:
    for fact in report.missing:
        places = (display.place(article, mention.start) for article, mention in fact.statements)
        words = escape(excerpt(fact.statements[0][1]).hit)
        yield f"- {fact.kind}: {words} · {stated_by(fact)} ({escape(', '.join(places))})"
