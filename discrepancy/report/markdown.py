"""Markdown (CommonMark, as GitHub reads it): article text is escaped and can make no link, image or tag."""

from __future__ import annotations

import re
import unicodedata

from discrepancy.editions import notices, warning
from discrepancy.model import Article, Finding, Mention, Report
from discrepancy.report.excerpt import excerpt
from discrepancy.report.printable import one_line
from discrepancy.report.summary import count, headline, percent, tally
from discrepancy.report.value import say, say_unit
from discrepancy.report.writer import Display, Listing

# What can open emphasis, code, a link, an image, a tag, an entity, a table cell, strikethrough or
# mathematics anywhere in a line, or a mention of a person on GitHub.
_INLINE = re.compile(r"[\\`*_\[\]<>&|~$@^{}]")
# What makes a link of bare text: "://" and "www.".
_AUTOLINK = re.compile(r"(?<=[A-Za-z]):(?=//)|(?<=[wW]{3})\.", re.IGNORECASE)
# What opens a heading, list, rule or quote at the start of a line.
_BLOCK = re.compile(r"^(\s*)([#+\-=])|^(\s*\d{1,9})([.)])")


def write_report(report: Report, display: Display) -> str:
    """A section a conflict, then the agreements where they are asked for, then the counts."""
    names = [escape(name) for name in _names(report.a, report.b, display)]
    parts = [f"# {headline(report)}", f"{names[0]} / {names[1]}"]
    parts += [f"> **{escape(notice)}**" for notice in notices(report, *_names(report.a, report.b, display))]
    for number, finding in enumerate(report.conflicts, start=1):
        parts += _section(report, finding, display, f"{number}. ")
    if display.agreements and report.agreements:
        parts += ["# Agreements", "\n".join(_item(report, f, display) for f in report.agreements)]
    parts += ["---", tally(report, *names)]
    return "\n\n".join(parts) + "\n"


def write_listing(listing: Listing, display: Display) -> str:
    """A table with a row a mention."""
    article = listing.article
    path = escape(display.paths.get(article.id, article.id))
    head = "| place | kind | words | value | unit | of |\n|---|---|---|---|---|---|"
    rows = [_row(article, mention) for mention in listing.mentions]
    title = f"# {count(len(rows), 'fact').capitalize()} in {path}"
    told = warning(article, display.paths.get(article.id, article.id))
    parts = [title, f"> **{escape(told)}**"] if told else [title]
    return "\n\n".join([*parts, "\n".join([head, *rows])] if rows else parts) + "\n"


def _names(a: Article, b: Article, display: Display) -> list[str]:
    return [display.paths.get(side.id, side.id) for side in (a, b)]


def escape(text: str) -> str:
    """One line of text that Markdown shows as it is."""
    escaped = _INLINE.sub(r"\\\g<0>", one_line(text))
    escaped = _AUTOLINK.sub(r"\\\g<0>", escaped)
    return _BLOCK.sub(lambda match: _escape_opening(match), escaped)


def _escape_opening(match: re.Match[str]) -> str:
    space, sign, number, mark = match.groups()
    return f"{space}\\{sign}" if sign else f"{number}\\{mark}"


def _section(report: Report, finding: Finding, display: Display, label: str) -> list[str]:
    return [
        f"## {label}{escape(finding.explanation)}",
        f"**{finding.severity}** · {finding.kind} · {percent(finding.confidence)}",
        quote_passage(report.a, finding.a, display),
        quote_passage(report.b, finding.b, display),
    ]


def _item(report: Report, finding: Finding, display: Display) -> str:
    sides = ((report.a, finding.a), (report.b, finding.b))
    words = " / ".join(escape(excerpt(mention).hit) for _, mention in sides)
    places = " · ".join(escape(display.place(article, mention.start)) for article, mention in sides)
    return f"- {finding.kind}: {words} ({places})"


def quote_passage(article: Article, mention: Mention, display: Display) -> str:
    """The place of a mention, and its sentence as a quotation with the words in strong type."""
    cut = excerpt(mention)
    place = escape(display.place(article, mention.start))
    return f"{place}\n\n> {escape(cut.before)}{_strong(cut.before, cut.hit, cut.after)}{_rest(cut.after)}"


def _strong(before: str, hit: str, after: str) -> str:
    """The words in strong type: asterisks where CommonMark takes them for that (6.2), else the tag."""
    words = escape(hit)
    free = _is_word(hit[:1]) or not _is_word(before[-1:])
    free &= _is_word(hit[-1:]) or not _is_word(after[:1])
    if free and hit == hit.strip() and hit:
        return f"**{words}**"
    return f"<strong>{words}</strong>"


def _is_word(character: str) -> bool:
    return bool(character) and not character.isspace() and unicodedata.category(character)[0] not in "PS"


def _rest(after: str) -> str:
    """What follows stands in mid-line: nothing in it can open a block."""
    escaped = _INLINE.sub(r"\\\g<0>", one_line(after))
    return _AUTOLINK.sub(r"\\\g<0>", escaped)


def _row(article: Article, mention: Mention) -> str:
    line, column = article.locate(mention.start)
    value = "" if mention.kind == "quote" else say(mention.value)
    cells = (f"{line}:{column}", mention.kind, excerpt(mention).hit, value, say_unit(mention.value))
    return "| " + " | ".join(escape(cell) for cell in (*cells, mention.noun or "")) + " |"
