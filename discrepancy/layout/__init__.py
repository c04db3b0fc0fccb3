"""Text -> blocks: which stretch of a report is headline, byline, dateline, stamp, caption or body.

A block is a paragraph, or a part of one where a dateline or a time stamp opens it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from discrepancy.layout import credits, datelines, paragraphs, roles, stamps
from discrepancy.model import Role

# Agencies and dates of publication stand at the head of a report; deeper down a bare date is a
# heading of a chronology, and a capitalised opening is more often a name than a dateline.
HEAD_PARAGRAPHS = 4


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text with one role; offsets in code points, end exclusive, no space at its edges."""

    start: int
    end: int
    role: Role
    paragraph: int  # counted from 0


def blocks(text: str) -> tuple[Block, ...]:
    """Cut a text into blocks, in order; together they hold every character that is not white space."""
    found: list[Block] = []
    headline = ""
    bodies = 0
    for number, (start, end) in enumerate(paragraphs.paragraphs(text)):
        pieces = list(_pieces(text, start, end, headline, bodies))
        found += [Block(first, last, role, number) for first, last, role in pieces]
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
        if bodies > 1:
            break
        if block.role in ("stamp", "dateline"):
            head.append(text[block.start : block.end])
    return stamps.published(head, text)


def _pieces(text: str, start: int, end: int, headline: str, bodies: int) -> Iterator[tuple[int, int, Role]]:
    """The blocks of one paragraph: what was cut from its head, then the rest."""
    role = roles.role_of(text[start:end], opening=not bodies)
    if role != "body":
        yield start, end, role
        return
    if bodies < HEAD_PARAGRAPHS:
        for length, piece in _openings(text[start:end], headline):
            yield start, start + len(text[start : start + length].rstrip()), piece
            start += length
    if start < end:
        yield start, end, "body"


def _openings(paragraph: str, headline: str) -> Iterator[tuple[int, Role]]:
    """Lengths and roles of what stands before a paragraph's first sentence, trailing space included.

    Pages saved as text often run the date, the headline again and the dateline into the first line.
    """
    rest = paragraph
    for _ in range(6):
        length, role = _opening(rest, headline)
        if not length:
            return
        length += len(rest[length:]) - len(rest[length:].lstrip())
        yield length, role
        rest = rest[length:]


def _opening(rest: str, headline: str) -> tuple[int, Role]:
    if length := stamps.opening(rest):
        return length, "stamp"
    if length := datelines.opening(rest):
        return length, "dateline"
    if len(headline.split()) >= 4 and len(rest) > len(headline) + 20:
        before = rest[: len(headline) + 80].find(headline)
        if before > 0 and credits.reads_as_credit(rest[:before]):
            return before, "byline"
        if before == 0:
            repeated = re.match(r"\s?[.:]{1,3}(?=\s)", rest[len(headline) :])
            return len(headline) + (repeated.end() if repeated else 0), "headline"
    return 0, "body"
