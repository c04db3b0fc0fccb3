"""HTML: one self-contained page with both articles side by side and every finding linked to its words.

The template escapes everything that comes from an article; a content security policy lets the page
run its own script and style alone and load nothing.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from typing import Any

from discrepancy.editions import notices, warning
from discrepancy.layout import Block, blocks
from discrepancy.model import Article, Finding, Mention, Report
from discrepancy.report.excerpt import Excerpt, excerpt
from discrepancy.report.highlight import Highlight, Piece, cut
from discrepancy.report.printable import one_line, printable
from discrepancy.report.summary import count, headline, percent, tally
from discrepancy.report.value import say, say_unit
from discrepancy.report.writer import Display, Listing


@dataclass(frozen=True, slots=True)
class Passage:
    """One side of a finding as the list shows it."""

    label: str  # A or B
    anchor: str
    place: str
    excerpt: Excerpt
    also: tuple[str, ...]  # line:column of further mentions


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding, or one mention of a listing, in the list beside the articles."""

    key: str
    severity: str
    kind: str
    explanation: str
    passages: tuple[Passage, ...]
    id: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Pane:
    """One article, cut into paragraphs of blocks of pieces."""

    label: str
    name: str
    article: Article
    paragraphs: tuple[tuple[tuple[Block, tuple[Piece, ...]], ...], ...]
    facts: tuple[str, ...] = field(default=())  # what the heading says beside the name


def write_report(report: Report, display: Display) -> str:
    """The page of a report; agreements are always part of it, fainter than the conflicts."""
    conflicts = [_entry(report, finding, f"c{n}", display) for n, finding in _number(report.conflicts)]
    agreements = [_entry(report, finding, f"g{n}", display) for n, finding in _number(report.agreements)]
    keyed = [(entry.key, finding) for entry, finding in zip(conflicts, report.conflicts, strict=True)]
    keyed += [(entry.key, finding) for entry, finding in zip(agreements, report.agreements, strict=True)]
    spans_a = [h for key, f in keyed for h in _highlights(key, f.severity, "a", (f.a, *f.repeats_a))]
    spans_b = [h for key, f in keyed for h in _highlights(key, f.severity, "b", (f.b, *f.repeats_b))]
    names = [_name(article, display) for article in (report.a, report.b)]
    return render_page(
        "report.html",
        ("report.css",),
        "report.js",
        title=f"{names[0]} / {names[1]}",
        headline=headline(report),
        tally=tally(report, *names),
        notices=notices(report, *names),
        conflicts=conflicts,
        others=agreements,
        others_title=count(len(agreements), "agreement").capitalize(),
        panes=[_pane("A", report.a, spans_a, display), _pane("B", report.b, spans_b, display)],
    )


def write_listing(listing: Listing, display: Display) -> str:
    """The page of one article with its mentions marked and listed."""
    article = listing.article
    numbered = list(_number(listing.mentions))
    spans = [h for n, mention in numbered for h in _highlights(f"m{n}", "agree", "a", (mention,))]
    name = _name(article, display)
    return render_page(
        "report.html",
        ("report.css",),
        "report.js",
        title=name,
        headline=count(len(numbered), "fact").capitalize(),
        tally=name,
        notices=[told for told in [warning(article, name)] if told],
        conflicts=[],
        others=[_mention_entry(article, mention, f"m{n}", display) for n, mention in numbered],
        others_title="Facts in order",
        panes=[_pane("", article, spans, display)],
    )


def _number(things: Sequence[Any]) -> Iterator[tuple[int, Any]]:
    return enumerate(things, start=1)


def _name(article: Article, display: Display) -> str:
    return one_line(display.paths.get(article.id, article.id))


def _entry(report: Report, finding: Finding, key: str, display: Display) -> Entry:
    return Entry(
        key=key,
        id=finding.id,
        severity=finding.severity,
        kind=finding.kind,
        confidence=percent(finding.confidence),
        explanation=one_line(finding.explanation),
        passages=(
            _passage("A", key, report.a, finding.a, finding.repeats_a, display),
            _passage("B", key, report.b, finding.b, finding.repeats_b, display),
        ),
    )


def _mention_entry(article: Article, mention: Mention, key: str, display: Display) -> Entry:
    said = "" if mention.kind == "quote" else f"{say(mention.value)} {say_unit(mention.value)}".strip()
    return Entry(
        key=key,
        severity="agree",
        kind=mention.kind,
        explanation=said,
        passages=(_passage("", key, article, mention, (), display),),
    )


def _passage(
    label: str,
    key: str,
    article: Article,
    mention: Mention,
    repeats: tuple[Mention, ...],
    display: Display,
) -> Passage:
    return Passage(
        label=label,
        anchor=f"{key}-{(label or 'A').lower()}",
        place=one_line(display.place(article, mention.start)),
        excerpt=excerpt(mention),
        also=tuple(":".join(map(str, article.locate(repeat.start))) for repeat in repeats),
    )


def _highlights(key: str, severity: str, side: str, mentions: tuple[Mention, ...]) -> Iterator[Highlight]:
    for number, mention in enumerate(mentions):
        anchor = None if number else f"{key}-{side}"
        yield Highlight(mention.start, mention.end, key, severity, anchor)


def _pane(label: str, article: Article, highlights: list[Highlight], display: Display) -> Pane:
    pieces = cut(article.text, blocks(article.text), highlights)
    paragraphs = [tuple(group) for _, group in groupby(pieces, key=lambda pair: pair[0].paragraph)]
    opens_with_title = any(block.role == "headline" for group in paragraphs[:2] for block, _ in group)
    title = None if opens_with_title else article.title
    version = f"version {article.version}" if article.version else None
    told = (title, article.source, article.byline, article.published, version, _status(article))
    facts = [one_line(fact) for fact in told if fact]
    return Pane(label, _name(article, display), article, tuple(paragraphs), tuple(facts))


def _status(article: Article) -> str | None:
    """The status where it is worth a word: nobody asks after an article that may be used."""
    return None if article.status in (None, "usable") else article.status


def render_page(template: str, styles: Sequence[str], script: str | None, **context: Any) -> str:
    """A template of the package with its style and script inside, and a policy that lets only these run."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("discrepancy", "data"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["printable"] = printable
    data = files("discrepancy") / "data"
    style = "".join((data / name).read_text(encoding="utf-8") for name in styles)
    code = (data / script).read_text(encoding="utf-8") if script else ""
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; "
        + (f"script-src '{_digest(code)}'; " if code else "")
        + "base-uri 'none'; form-action 'none'"
    )
    page = environment.get_template(template)
    return page.render(style=Markup(style), script=Markup(code), policy=policy, **context)


def _digest(source: str) -> str:
    return "sha256-" + b64encode(sha256(source.encode()).digest()).decode()
