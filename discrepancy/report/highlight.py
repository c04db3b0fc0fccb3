"""Highlights over an article, which may overlap, cut into pieces that do not."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.layout import Block

_RANK = {"hard": 0, "soft": 1, "agree": 2}


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of the article that a finding rests on."""

    start: int
    end: int
    key: str  # of the finding, unique in the page
    severity: str  # hard, soft or agree
    anchor: str | None = None  # the place in the page a link to this passage leads to


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same highlights, the gravest first; none for plain text."""

    text: str
    highlights: tuple[Highlight, ...] = ()
    anchors: tuple[str, ...] = ()  # of the highlights that begin with this piece

    @property
    def severity(self) -> str:
        """The gravest severity on it."""
        return self.highlights[0].severity

    @property
    def keys(self) -> str:
        """The findings it belongs to, separated by spaces."""
        return " ".join(dict.fromkeys(highlight.key for highlight in self.highlights))


def cut(
    text: str, blocks: Sequence[Block], highlights: Sequence[Highlight]
) -> Iterator[tuple[Block, tuple[Piece, ...]]]:
    """Each block of the text with its pieces, in order; blocks must be in order and apart."""
    waiting = sorted(highlights, key=lambda highlight: highlight.start, reverse=True)
    active: list[Highlight] = []
    placed: set[str] = set()
    for block in blocks:
        while waiting and waiting[-1].start < block.end:
            active.append(waiting.pop())
        active = [highlight for highlight in active if highlight.end > block.start]
        yield block, tuple(_pieces(text, block, active, placed))


def _pieces(text: str, block: Block, active: list[Highlight], placed: set[str]) -> Iterator[Piece]:
    edges = {block.start, block.end}
    for highlight in active:
        edges |= {max(block.start, highlight.start), min(block.end, highlight.end)}
    ordered = sorted(edges)
    for start, end in itertools.pairwise(ordered):
        over = [highlight for highlight in active if highlight.start < end and highlight.end > start]
        over.sort(key=lambda highlight: (_RANK.get(highlight.severity, 3), highlight.start, highlight.key))
        anchors = [highlight.anchor for highlight in over if highlight.anchor]
        fresh = tuple(anchor for anchor in anchors if anchor not in placed)
        placed.update(fresh)
        yield Piece(text[start:end], tuple(over), fresh)
