"""A check in a phrase or two, the same in every format for people."""

from __future__ import annotations

from discrepancy.editions import say_update, warning
from discrepancy.matrix import CheckReport, MissingFact, Repetition, Source
from discrepancy.model import Article
from discrepancy.report.printable import one_line
from discrepancy.report.summary import count
from discrepancy.report.writer import Display


def name(article: Article, display: Display) -> str:
    """The article as the command line named it, else its id."""
    return one_line(display.paths.get(article.id, article.id))


def label(article: Article, report: CheckReport, display: Display) -> str:
    """The outlet, where it is known and no other column has it; else the name of the article."""
    outlets = [source.article.source for source in report.sources]
    alone = article.source and outlets.count(article.source) == 1
    return one_line(str(article.source)) if alone else name(article, display)


def headline(report: CheckReport) -> str:
    """The disputed facts in a phrase: "6 of 15 shared facts disputed: 4 hard, 2 soft"."""
    disputed, shared = report.disputed, count(len(report.facts), "shared fact")
    if not disputed:
        return f"{shared}, none disputed" if report.facts else "No shared facts"
    hard = sum(fact.severity == "hard" for fact in disputed)
    soft = len(disputed) - hard
    grades = [f"{number} {grade}" for number, grade in ((hard, "hard"), (soft, "soft")) if number]
    return f"{len(disputed)} of {shared} disputed: {', '.join(grades)}"


def tally(report: CheckReport) -> str:
    """What else was found, and how many sources and voices stand behind it."""
    copies = sum(source.repeats is not None for source in report.sources)
    parts = [f"{count(len(report.agreed), 'fact')} undisputed"]
    if report.missing:
        parts.append(f"{len(report.missing)} that most others state and the wire does not")
    parts.append(
        count(len(report.sources), "source")
        + (f", {len(report.sources) - copies} independent" if copies else "")
    )
    if report.dismissed:
        parts.append(f"{len(report.dismissed)} dismissed")
    if report.unread:
        parts.append(f"{len(report.unread)} not read")
    return " · ".join(parts)


def tell_notices(report: CheckReport, display: Display) -> list[str]:
    """What must be read before the facts: withdrawn or embargoed articles, and updates of one story."""
    told = [warning(article, name(article, display)) for article in report.articles]
    wire = (report.wire, name(report.wire, display))
    for source in report.sources:
        other = (source.article, name(source.article, display))
        if source.update:
            told.append(say_update(*other, *wire) if source.update == "source" else say_update(*wire, *other))
    return [notice for notice in told if notice]


def tell_copies(report: CheckReport, display: Display) -> list[str]:
    """One sentence for every source that repeats another's text."""
    articles = {article.id: article for article in report.articles}
    return [
        _tell_copy(source, source.repeats, name(articles[source.repeats.of], display), display)
        for source in report.sources
        if source.repeats
    ]


def tell_unread(report: CheckReport) -> list[str]:
    """One sentence for every article that could not be read."""
    return [f"not read: {one_line(each.reason)}" for each in report.unread]


def stated_by(fact: MissingFact) -> str:
    """How many state it: "3 of 4 state it"."""
    return f"{len(fact.statements)} of {fact.of} state it"


def _tell_copy(source: Source, repeats: Repetition, original: str, display: Display) -> str:
    share = f"{repeats.paragraphs} of {count(repeats.total, 'paragraph')}"
    return f"{name(source.article, display)} repeats {original} ({share}) and counts once with it"
