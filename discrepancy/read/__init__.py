"""Path or standard input -> Article, by way of bytes: one reader per format, chosen by content.

    bytes -> Draft (text and what the format itself states) -> Article

A new format is a module with `claims` and `read`, and an entry in FORMATS.
"""

from __future__ import annotations

import os
from pathlib import PurePath

from discrepancy import layout
from discrepancy.errors import ReadError
from discrepancy.model import Article
from discrepancy.read import markdown, plain
from discrepancy.read.draft import Draft, Format
from discrepancy.read.load import MAX_BYTES, load

__all__ = ["FORMATS", "MAX_BYTES", "read_article", "read_bytes"]

# The first format that claims the bytes reads them; plain text, which claims everything, stays last.
FORMATS: tuple[Format, ...] = (
    Format("Markdown", markdown.claims, markdown.read),
    Format("plain text", plain.claims, plain.read),
)


def read_article(path: str | os.PathLike[str], *, id: str | None = None) -> Article:
    """Read one report from a text or Markdown file, or from standard input where the path is "-".

    The text is decoded as UTF-8, as UTF-16 where it opens with a byte order mark, and failing both as
    Windows-1252, with a warning in the log. Line ends become "\\n", and lines keep their numbers. The
    id is the file's name without its ending, or "stdin". Title, source and day of publication are
    filled in where the text states them. Raises ReadError where there is no readable text.
    """
    name = os.fspath(path)
    data = load(name)
    stem = "stdin" if name == "-" else PurePath(name).stem
    return read_bytes(data, id=id or stem, name="standard input" if name == "-" else name)


def read_bytes(data: bytes, *, id: str, name: str) -> Article:
    """Read one report from its bytes; `name` stands for it in messages, its ending tells Markdown.

    Raises ReadError where there is no readable text.
    """
    draft = next(each for each in FORMATS if each.claims(data, name)).read(data, name)
    if not draft.text.strip():
        raise ReadError(f"{name}: holds nothing but white space; give a file with the text of a report")
    return _finish(draft, id)


def _finish(draft: Draft, id: str) -> Article:
    """An article of what the format states, and where it is silent of what the text's layout tells."""
    published = draft.published
    if published is None and (day := layout.published_day(draft.text)):
        published = day.isoformat()
    return Article(
        text=draft.text,
        id=id,
        title=draft.title or layout.title(draft.text),
        source=draft.source or layout.source(draft.text),
        published=published,
        url=draft.url,
    )
