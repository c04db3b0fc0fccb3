"""The terminal: every conflict with both sentences, its words highlighted, its place as file:line:column.

Article text reaches rich as `Text`, never as markup, and without control characters.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from discrepancy.editions import notices, warning
from discrepancy.model import Article, Finding, Mention, Report, Severity
from discrepancy.report.excerpt import excerpt
from discrepancy.report.printable import one_line
from discrepancy.report.summary import count, headline, percent, tally
from discrepancy.report.value import say, say_unit
from discrepancy.report.writer import Display, Listing

if TYPE_CHECKING:
    from rich.text import Text

# Longer lines are hard to read (Bringhurst puts a comfortable measure at 45 to 75 characters).
MEASURE = 100
INDENT = 4
_STYLE = {"hard": "bold red", "soft": "bold yellow", "agree": "green"}
_HIT = {"hard": "bold underline red", "soft": "bold underline yellow", "agree": "underline green"}


def write_report(report: Report, display: Display) -> str:
    """Conflicts, then agreements where they are asked for, then a line that counts everything."""
    page = Page(display)
    page.add_notices(notices(report, *page.name(report.a, report.b)))
    for number, finding in enumerate(report.conflicts, start=1):
        page.add_finding(report, finding, number)
    if display.agreements:
        for finding in report.agreements:
            page.add_agreement(report, finding)
    page.add_footer(report)
    return page.text()


def write_listing(listing: Listing, display: Display) -> str:
    """One line a mention: place, kind, the words, the value and unit, what is counted."""
    from rich.table import Table

    page = Page(display)
    page.add_notices(filter(None, [warning(listing.article, *page.name(listing.article))]))
    table = Table.grid(padding=(0, 2), pad_edge=False)
    for style in ("dim", "cyan", "bold", "", "", "dim"):
        words = style == "bold"
        table.add_column(
            style=style, overflow="fold", ratio=1 if words else None, max_width=None if words else 24
        )
    for mention in listing.mentions:
        table.add_row(*_cells(listing.article, mention))
    page.add_table(table)
    path = display.paths.get(listing.article.id, listing.article.id)
    page.add_line(f"{count(len(listing.mentions), 'fact').capitalize()} in {one_line(path)}", "bold")
    return page.text()


def _cells(article: Article, mention: Mention) -> list[Text]:
    from rich.text import Text

    line, column = article.locate(mention.start)
    words = excerpt(mention).hit
    value = "" if mention.kind == "quote" else say(mention.value)
    noun = one_line(mention.noun or "")
    cells = (f"{line}:{column}", mention.kind, words, value, say_unit(mention.value), noun)
    return [Text(cell) for cell in cells]


def _sides(report: Report, finding: Finding) -> tuple[tuple[Article, Mention, tuple[Mention, ...]], ...]:
    return (report.a, finding.a, finding.repeats_a), (report.b, finding.b, finding.repeats_b)


class Page:
    """The lines of a page as they are laid out, for one width and one kind of terminal."""

    def __init__(self, display: Display) -> None:
        from rich.console import Console

        self.display = display
        self.width = min(max(display.width, 20), MEASURE)
        self.out = io.StringIO()
        self.console = Console(
            file=self.out,
            width=self.width,
            force_terminal=display.styled,
            force_jupyter=False,
            color_system="standard" if display.styled else None,
            no_color=not display.colour,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
        )

    def text(self) -> str:
        """Everything so far, without white space at the ends of lines."""
        return "".join(f"{line.rstrip()}\n" for line in self.out.getvalue().splitlines())

    def name(self, *articles: Article) -> list[str]:
        """The articles as the page calls them."""
        return [one_line(self.display.paths.get(article.id, article.id)) for article in articles]

    def add_notices(self, told: Iterable[str]) -> None:
        """What must be read before all else, one paragraph each."""
        for notice in told:
            self.add_line(f"! {one_line(notice)}", "bold reverse")
            self.console.print()

    def add_finding(self, report: Report, finding: Finding, number: int) -> None:
        """One conflict: what it is, how sure, then a passage of each article."""
        from rich.text import Text

        head = Text(f"{number:>2}  ").append(one_line(finding.explanation), style="bold")
        self.wrap(head, indent=INDENT, hang=True)
        self.add_about(finding.severity, f" · {finding.kind} · {percent(finding.confidence)}")
        for article, mention, repeats in _sides(report, finding):
            self.console.print()
            self.add_place(article, mention, repeats)
            self.add_sentence(mention, finding.severity)
        self.console.print()
        self.console.print()

    def add_agreement(self, report: Report, finding: Finding) -> None:
        """One agreement in short: the words of both articles, then where they stand."""
        from rich.text import Text

        words = " / ".join(excerpt(mention).hit for _, mention, _ in _sides(report, finding))
        certainty = (f"  {finding.kind} · {percent(finding.confidence)}", "dim")
        head = Text.assemble((" =  ", _STYLE["agree"]), words, certainty)
        self.wrap(head, indent=INDENT, hang=True)
        places = (
            self.display.place(article, mention.start) for article, mention, _ in _sides(report, finding)
        )
        self.wrap(Text(one_line(" · ".join(places)), style="cyan"), indent=INDENT)
        self.console.print()

    def add_footer(self, report: Report) -> None:
        """A rule and the counts."""
        from rich.text import Text

        self.add_line("─" * self.width, "dim")
        self.add_line(headline(report), "bold")
        self.wrap(Text(tally(report, *self.name(report.a, report.b)), style="dim"))

    def add_table(self, table: object) -> None:
        """A table of rich's, then an empty line."""
        self.console.print(table)
        self.console.print()

    def add_line(self, text: str, style: str) -> None:
        """A line in one style, wrapped where it is too long."""
        from rich.text import Text

        self.wrap(Text(text, style=style))

    def add_about(self, severity: Severity, rest: str) -> None:
        """The severity in its colour, and what else is to be said of a finding."""
        from rich.text import Text

        self.wrap(Text.assemble((severity, _STYLE[severity]), (rest, "dim")), indent=INDENT)

    def add_place(self, article: Article, mention: Mention, repeats: tuple[Mention, ...]) -> None:
        """Where a mention stands, and where else the article says it."""
        from rich.text import Text

        place = Text.assemble((one_line(self.display.place(article, mention.start)), "cyan"))
        if repeats:
            also = (":".join(map(str, article.locate(repeat.start))) for repeat in repeats)
            place.append(f"  also {', '.join(also)}", style="dim")
        self.wrap(place, indent=INDENT)

    def add_sentence(self, mention: Mention, severity: Severity) -> None:
        """The sentence of a mention, its words marked."""
        from rich.text import Text

        cut = excerpt(mention)
        hit = cut.hit if self.display.styled else f"»{cut.hit}«"
        self.wrap(Text.assemble(cut.before, (hit, _HIT[severity]), cut.after), indent=INDENT)

    def wrap(self, text: Text, indent: int = 0, hang: bool = False) -> None:
        """Text in lines, indented; with `hang` the first line is not."""
        for line in self._lines(text, indent, hang):
            self.console.print(line, overflow="ignore", no_wrap=True, crop=False)

    def _lines(self, text: Text, indent: int, hang: bool) -> Iterator[Text]:
        from rich.text import Text

        lines = text.wrap(self.console, self.width - indent)
        for number, line in enumerate(lines):
            line.rstrip()
            margin = 0 if hang and number == 0 else indent
            yield Text(" " * margin).append_text(line)
