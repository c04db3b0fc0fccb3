"""The terminal: every disputed fact with the sentences that differ, then what the wire lacks."""

from __future__ import annotations

from discrepancy.matrix import CheckReport, MissingFact, SharedFact, Statement
from discrepancy.report.excerpt import excerpt
from discrepancy.report.matrix.passages import agreeing, differing
from discrepancy.report.matrix.phrases import (
    headline,
    stated_by,
    tally,
    tell_copies,
    tell_notices,
    tell_unread,
)
from discrepancy.report.printable import one_line
from discrepancy.report.summary import percent
from discrepancy.report.terminal import INDENT, Page
from discrepancy.report.writer import Display

# A fact disputed by fifty sources is shown by this many sentences; the places of all others follow.
MOST_PASSAGES = 4
MOST_PLACES = 12


def write_check(report: CheckReport, display: Display) -> str:
    """Disputed facts, what the wire lacks, undisputed facts where they are asked for, and the counts."""
    page = Page(display)
    page.add_notices(tell_notices(report, display))
    for number, fact in enumerate(report.disputed, start=1):
        _add_fact(page, report, fact, number)
    if report.missing:
        page.add_line("Stated by most others, and not by the wire", "bold")
        for missing in report.missing:
            _add_missing(page, missing)
        page.console.print()
    if display.agreements and report.agreed:
        page.add_line("Undisputed", "bold")
        for fact in report.agreed:
            _add_agreed(page, report, fact)
        page.console.print()
    page.add_line("─" * page.width, "dim")
    page.add_line(headline(report), "bold")
    for line in (tally(report), *tell_copies(report, display), *tell_unread(report)):
        page.add_line(line, "dim")
    return page.text()


def _add_fact(page: Page, report: CheckReport, fact: SharedFact, number: int) -> None:
    from rich.text import Text

    page.wrap(Text(f"{number:>2}  ").append(one_line(fact.explanation), style="bold"), INDENT, hang=True)
    page.add_about(fact.severity, f" · {fact.kind} · {percent(fact.confidence)} · {one_line(fact.tally)}")
    page.console.print()
    page.add_place(report.wire, fact.wire, fact.repeats)
    page.add_sentence(fact.wire, "agree")
    passages = differing(fact)
    for passage in passages[:MOST_PASSAGES]:
        page.console.print()
        page.add_place(passage.told.article, passage.told.finding.b, passage.told.finding.repeats_b)
        page.add_sentence(passage.told.finding.b, passage.told.severity)
        _add_places(page, "the same in", passage.same)
    rest = [statement for each in passages[MOST_PASSAGES:] for statement in (each.told, *each.same)]
    if rest or agreeing(fact):
        page.console.print()
    _add_places(page, "differ too:", rest)
    _add_places(page, "agree:", agreeing(fact))
    page.console.print()
    page.console.print()


def _add_places(page: Page, words: str, statements: list[Statement] | tuple[Statement, ...]) -> None:
    from rich.text import Text

    if not statements:
        return
    places = [page.display.place(each.article, each.finding.b.start) for each in statements[:MOST_PLACES]]
    more = len(statements) - len(places)
    line = f"{words} {', '.join(places)}" + (f" and {more} more" if more else "")
    page.wrap(Text(one_line(line), style="dim"), INDENT)


def _add_missing(page: Page, fact: MissingFact) -> None:
    from rich.text import Text

    mention = fact.statements[0][1]
    head = Text.assemble((" ·  ", "dim"), (excerpt(mention).hit, "bold"), (f"  {fact.kind}", "dim"))
    page.wrap(head.append(f" · {stated_by(fact)}", style="dim"), INDENT, hang=True)
    page.add_sentence(mention, "agree")
    places = [
        page.display.place(article, mention.start) for article, mention in fact.statements[:MOST_PLACES]
    ]
    more = len(fact.statements) - len(places)
    line = ", ".join(places) + (f" and {more} more" if more else "")
    page.wrap(Text(one_line(line), style="cyan"), INDENT)


def _add_agreed(page: Page, report: CheckReport, fact: SharedFact) -> None:
    from rich.text import Text

    head = Text.assemble((" =  ", "green"), excerpt(fact.wire).hit, (f"  {fact.kind} · {fact.tally}", "dim"))
    page.wrap(head, INDENT, hang=True)
    _add_places(page, page.display.place(report.wire, fact.wire.start) + ",", fact.statements)
