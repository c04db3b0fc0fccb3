"""Web annotations of a check: a note on the wire's words and on those of every source."""

from __future__ import annotations

from discrepancy.matrix import CheckReport
from discrepancy.report.annotations import annotate, write_collection
from discrepancy.report.matrix.phrases import stated_by
from discrepancy.report.writer import Display

LACKING = "Stated by most others, and not by the wire"


def write_check(report: CheckReport, display: Display) -> str:
    """One annotation a disputed fact, and a fact that the wire lacks; undisputed ones where asked for."""
    facts = report.facts if display.agreements else report.disputed
    annotations = [
        annotate(
            fact.id,
            f"{fact.explanation} ({fact.tally})",
            (fact.severity, fact.kind),
            [(report.wire, fact.wire), *((each.article, each.finding.b) for each in fact.statements)],
            display,
        )
        for fact in facts
    ]
    annotations += [
        annotate(fact.id, f"{LACKING}: {stated_by(fact)}", ("missing", fact.kind), fact.statements, display)
        for fact in report.missing
    ]
    return write_collection(annotations)
