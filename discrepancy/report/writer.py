"""What every writer takes and what a format is: a report, a listing or a check in, text or bytes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

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
    """One output format: its name, and the file endings that mean it.

    Its writers are the modules of that name, here and in `matrix`; they are loaded when they first write,
    for one run needs one of them.
    """

    name: str
    endings: tuple[str, ...]
    encoding: str = "utf-8"  # of files; standard output is always plain UTF-8

    def report(self, report: Report, display: Display) -> str | bytes:
        """A report on two articles."""
        return _load(f"discrepancy.report.{self.name}", "write_report")(report, display)

    def listing(self, listing: Listing, display: Display) -> str | bytes:
        """The mentions of one article."""
        return _load(f"discrepancy.report.{self.name}", "write_listing")(listing, display)

    def check(self, check: CheckReport, display: Display) -> str | bytes:
        """One article against many."""
        return _load(f"discrepancy.report.matrix.{self.name}", "write_check")(check, display)


def _load(module: str, writer: str) -> Callable[[Any, Display], str | bytes]:
    found: Callable[[Any, Display], str | bytes] = getattr(import_module(module), writer)
    return found
