"""Reports on the wire and each source -> rows by fact, voices without copies, and what the wire lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from discrepancy.many.copies import group_copies, tell_repetitions
from discrepancy.many.missing import choose_pairs, find_missing
from discrepancy.many.rows import Compare, make_rows
from discrepancy.matrix import CheckReport, Repetition, Source
from discrepancy.model import Article, Mention, Report, Severity

__all__ = ["choose_pairs", "collect_check", "group_copies", "number_ids"]


def number_ids(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, each with an id of its own: "story", "story-2"."""
    taken: set[str] = set()
    numbered = []
    for article in articles:
        name, number = article.id, 1
        while name in taken:
            number += 1
            name = f"{article.id}-{number}"
        taken.add(name)
        numbered.append(replace(article, id=name))
    return tuple(numbered)


def collect_check(
    wire: tuple[Article, Sequence[Mention]],
    reports: Sequence[Report],
    among: Sequence[Report],
    heads: Sequence[int],
    compare: Compare,
    severities: Sequence[Severity],
) -> CheckReport:
    """The report on a wire with its mentions, from those on each pair; sources in the order of `reports`.

    `among` are reports on pairs of sources; `heads` says whose text each article shares, the wire being
    the first. Rows whose severity is not asked for are left out; all statements of the others stay.
    """
    articles = [wire[0], *(report.b for report in reports)]
    voices = {article.id: articles[head].id for article, head in zip(articles, heads, strict=True)}
    repetitions = tell_repetitions(articles, heads)[1:]
    own = [article for at, article in enumerate(articles) if at and heads[at] == at]
    sources = (_make_source(report, told) for report, told in zip(reports, repetitions, strict=True))
    rows = make_rows(reports, voices, compare)
    return CheckReport(
        wire=wire[0],
        sources=tuple(sources),
        facts=tuple(row for row in rows if row.severity in (*severities, "agree")),
        missing=tuple(find_missing(reports, among, own, wire[1], compare)),
    )


def _make_source(report: Report, repeats: Repetition | None) -> Source:
    """Side b of a report on the wire, and what the two are to each other."""
    later: dict[str | None, Literal["wire", "source"]] = {"a": "wire", "b": "source"}
    return Source(report.b, repeats, later.get(report.update))
