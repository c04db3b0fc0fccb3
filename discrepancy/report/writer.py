"""What every writer takes and what a format is: a report, a listing or a check in, text or bytes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from discrepancy.matrix import CheckReport
from discrepancy.model import Article, Mention, Report


@dataclass(frozen=True, slots=True)
class Listing:
    """The mentions of one article, in order: what `discrepancy facts` shows."""

    article: Article
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Display:
    """How to show it; machine formats look at `agreements` alone."""

    agreements: bool = False  # list what agrees too, not only what conflicts
    width: int = 80  # columns
    styled: bool = False  # the reader is a terminal: bold and underline allowed
    colour: bool = False  # and colours too
    paths: Mapping[str, str] = field(default_factory=dict)  # article id -> the path it was read from

    def place(self, article: Article, offset: int) -> str:
        """`file:line:column` of an offset, as editors and terminals link it."""
        line, column = article.locate(offset)
        return f"{self.paths.get(article.id, article.id)}:{line}:{column}"


@dataclass(frozen=True, slots=True)
class Format:
    """One output format: its name, the file endings that mean it, its writers."""

    name: str
    endings: tuple[str, ...]
    report: Callable[[Report, Display], str | bytes]
    listing: Callable[[Listing, Display], str | bytes]
    check: Callable[[CheckReport, Display], str | bytes]
    encoding: str = "utf-8"  # of files; standard output is always plain UTF-8
