"""What a reader of one format hands over: the text, and what the format itself states about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from discrepancy.model import Status

# Longer than any headline; what is longer is a mistake or an attack, and would fill every report.
LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a report and its stated metadata; None where the format does not say.

    The fields are those of `model.Article`; times are ISO 8601.
    """

    text: str
    title: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None
    byline: str | None = None
    updated: str | None = None
    language: str | None = None
    slug: str | None = None
    guid: str | None = None
    version: str | None = None
    status: Status | None = None
    embargo: str | None = None
    id: str | None = None  # where the format names its articles as this package does


@dataclass(frozen=True, slots=True)
class Format:
    """One format: whether bytes of that name are in it, and how to read them."""

    name: str
    claims: Callable[[bytes, str], bool]
    read: Callable[[bytes, str], Draft | tuple[Draft, ...]]  # raises ReadError, in which the name says where


def compose(title: str | None, paragraphs: Iterable[str]) -> str:
    """The text of a report kept in pieces: headline and paragraphs, each a line, blank lines between.

    White space inside a paragraph becomes single spaces; a headline among the first is not repeated.
    """
    lines = [line for line in (" ".join(paragraph.split()) for paragraph in paragraphs) if line]
    head = shorten(title)
    if head is None or not lines:
        return "\n\n".join(lines)
    at = next((at for at, line in enumerate(lines[:3]) if _is_title(line, head)), None)
    if at is None:
        lines.insert(0, head)
    elif len(lines[at]) > LONGEST_TITLE:
        lines[at] = head
    return "\n\n".join(lines)


def _is_title(line: str, head: str) -> bool:
    """The headline again, but for its case and full stop, or whole where it was cut."""
    if head.endswith("…") and line.startswith(head[:-1]):
        return True
    return line.casefold().rstrip(" .") == head.casefold().rstrip(" .")


def shorten(title: str | None) -> str | None:
    """A headline on one line, cut where it is longer than any headline; None where there is none."""
    line = " ".join((title or "")[: 4 * LONGEST_TITLE].split())
    return line[: LONGEST_TITLE - 1] + "…" if len(line) > LONGEST_TITLE else line or None


def one(text: str | None) -> str | None:
    """A stated value on one line, None where it is empty."""
    return " ".join((text or "")[:2000].split()) or None


def plain_byline(text: str | None) -> str | None:
    """A byline without the word "By"."""
    line = one(text)
    return (line[3:].strip() or None) if line and line[:3].casefold() == "by " else line
