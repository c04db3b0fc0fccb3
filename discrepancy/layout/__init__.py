"""Text -> blocks: which stretch of a report is headline, byline, dateline, stamp, caption or body.

A block is a paragraph, or a part of one where a dateline or a time stamp opens it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from discrepancy.layout import credits, datelines, furniture, paragraphs, roles, stamps
from discrepancy.model import Role

# Agencies and dates of publication stand at the head of a report; deeper down a bare date is a
# heading of a chronology, and a capitalised opening is more often a name than a dateline.
HEAD_PARAGRAPHS = 4
# Credits and links run into a paragraph stand at the very end of a report.
TAIL_PARAGRAPHS = 2


Piece = tuple[int, int, Role]  # start and end within a paragraph


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text with one role; offsets in code points, end exclusive, no space at its edges."""

    start: int
    end: int
    role: Role
    paragraph: int  # counted from 0


@lru_cache(maxsize=8)  # reading and segmenting ask for the same text's blocks several times
def blocks(text: str) -> tuple[Block, ...]:
    """Cut a text into blocks, in order; together they hold every character that is not white space."""
    found: list[Block] = []
    headline = ""
    bodies = 0
    spans = list(paragraphs.paragraphs(text))
    for number, (start, end) in enumerate(spans):
        opening = not bodies and len(spans) > 1  # a text of one line is no headline of anything
        pieces = _pieces(
            text[start:end],
            headline if bodies < HEAD_PARAGRAPHS else None,
            opening=opening,
            closing=number >= len(spans) - TAIL_PARAGRAPHS,
        )
        found += [Block(start + first, start + last, role, number) for first, last, role in pieces]
        if not headline and not bodies and pieces[0][2] == "headline":
            headline = text[start:end]
        bodies += any(role == "body" for _, _, role in pieces)
    return tuple(found)


def title(text: str) -> str | None:
    """The headline the text opens with, on one line, or None."""
    for block in blocks(text):
        if block.role == "headline":
            return " ".join(text[block.start : block.end].split())
        if block.role == "body":
            return None
    return None


def byline(text: str) -> str | None:
    """Who wrote it, without the word "By", where a byline says so."""
    for block in blocks(text):
        if block.role == "byline" and (name := credits.author(text[block.start : block.end])):
            return name
    return None


def source(text: str) -> str | None:
    """The agency in the dateline or the holder of the copyright, as the text names it, or None."""
    found = blocks(text)
    for role, name_of in (("dateline", datelines.agency), ("byline", credits.agency)):
        for block in found:
            if block.role == role and (name := name_of(text[block.start : block.end])):
                return name
    holders = (credits.holder(text[block.start : block.end]) for block in found if block.role == "copyright")
    return next((name for name in holders if name), None)


def published_day(text: str) -> date | None:
    """The day of publication as a stamp or dateline states it, or None where that is not certain.

    A numeric date that can be read both ways counts only where the rest of the text settles it.
    """
    bodies = 0
    head = []
    for block in blocks(text):
        bodies += block.role == "body"
        if bodies > 2:
            break
        if block.role in ("stamp", "dateline"):
            head.append(text[block.start : block.end])
    return stamps.published(head, text)


def _pieces(paragraph: str, headline: str | None, *, opening: bool, closing: bool) -> list[Piece]:
    """The blocks of one paragraph, offsets from its start: what opens it, the rest, what closes it.

    `headline` is that of the report, "" where it has none, and None too deep down for openings.
    """
    end, last = furniture.ending(paragraph) if closing else (len(paragraph), "body")
    main = paragraph[:end].rstrip()
    role = roles.role_of(main, opening=opening)
    cuts: list[tuple[int, Role]] = []
    start = 0
    for length, piece in _openings(main, headline) if role == "body" and headline is not None else ():
        cuts.append((start, piece))
        start += length
    cuts += [(start, role), (end, last)]
    ends = [at for at, _ in cuts[1:]] + [len(paragraph)]
    spans = (
        (at, at + len(paragraph[at:to].rstrip()), piece) for (at, piece), to in zip(cuts, ends, strict=True)
    )
    return [span for span in spans if span[0] < span[1]]


def _openings(paragraph: str, headline: str) -> Iterator[tuple[int, Role]]:
    """Lengths and roles of what stands before a paragraph's first sentence, trailing space included.

    Pages saved as text often run the date, the headline again and the dateline into the first line.
    """
    rest, role = paragraph, None
    for _ in range(8):
        length, role = _opening(rest, headline, role)
        if not length:
            return
        length += len(rest[length:]) - len(rest[length:].lstrip())
        yield length, role
        rest = rest[length:]


def _opening(rest: str, headline: str, before: Role | None) -> tuple[int, Role]:
    """What a paragraph opens with, given what was cut from its head just before."""
    if length := stamps.opening(rest):
        return length, "stamp"
    if length := datelines.opening(rest):
        return length, "dateline"
    if before and (length := furniture.opening(rest)):
        return length, "stamp"
    length = credits.leading_agency(rest)
    if length and (before in ("headline", "stamp") or stamps.opening(rest[length:])):
        return length, "byline"
    return _repeated(rest, headline)


def _repeated(rest: str, headline: str) -> tuple[int, Role]:
    """The headline again, or the credit in front of it."""
    if len(headline.split()) < 4 or len(rest) < len(headline) + 20:
        return 0, "body"
    at = rest[: len(headline) + 80].find(headline)
    if at == 0:
        stop = re.match(r"\s?[.:]{1,3}(?=\s)", rest[len(headline) : len(headline) + 5])
        return len(headline) + (stop.end() if stop else 0), "headline"
    return (at, "byline") if at > 0 and credits.reads_as_credit(rest[:at]) else (0, "body")
