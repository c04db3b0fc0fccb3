"""Markdown -> text: front matter read as metadata, marks taken off, every line kept on its number."""

from __future__ import annotations

import logging
import re
from datetime import datetime
from pathlib import PurePath

from discrepancy import layout
from discrepancy.read.decode import decode
from discrepancy.read.draft import Draft

log = logging.getLogger(__name__)

ENDINGS = frozenset({".md", ".markdown", ".mdown"})
# The names under which site generators and archives keep what an article needs.
KEYS = {
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet", "agency"),
    "published": ("published", "date", "published_at", "pubdate"),
    "url": ("url", "link", "canonical_url"),
}
_FRONT_MATTER = re.compile(r"---[ \t]*\n((?:(?!---|\.\.\.)[^\n]*\n){0,100})(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"([A-Za-z_][\w\-]{0,40})[ \t]*:[ \t]+(\S[^\n]*)")

_TARGET = r"(?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:[ \t]+\"[^\"\n]{0,200}\")?"
# Marks and what they leave behind. Bounds keep each search within its line.
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), left)
    for pattern, left in (
        (r"^ {0,3}(?:```|~~~)[^\n]*$", ""),  # fences
        (r"^ {0,3}(?:=+|(?:-[ \t]?){3,}|(?:\*[ \t]?){3,}|(?:_[ \t]?){3,})[ \t]*$", ""),
        (r"^ {0,3}\[[^\]\n]{1,100}\]:[ \t]*\S[^\n]*$", ""),  # link definitions
        (r"^ {0,3}#{1,6}[ \t]{1,5}(?=\S)", ""),  # headings
        (r"^ {0,3}(?:>[ \t]?){1,5}", ""),  # block quotes
        (rf"!?\[([^\[\]\n]{{0,500}})\]\({_TARGET}\)", r"\1"),  # links, images
        (r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,100}\]", r"\1"),  # links by reference
        (r"<(https?://[^<>\s]{1,2000})>", r"\1"),  # bare addresses
        (r"(?<![\w*\\])\*\*\*?(?=[^\s*])([^*\n]{1,500})(?<=[^\s\\])\*\*\*?(?![\w*])", r"\1"),  # bold
        (r"(?<![\w_\\])__(?=[^\s_])([^_\n]{1,500})(?<=[^\s\\])__(?![\w_])", r"\1"),
        (r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,500})(?<=[^\s\\])\*(?![\w*])", r"\1"),  # italics
        (r"(?<![\w_\\])_(?=[^\s_])([^_\n]{1,500})(?<=[^\s\\])_(?![\w_])", r"\1"),
        (r"(?<!`)`([^`\n]{1,500})`(?!`)", r"\1"),  # code
        (r"\\$", ""),  # a forced line break
        (r"\\([\\`*_{}\[\]()#+\-.!>~|])", r"\1"),  # escapes
    )
)


def claims(data: bytes, name: str) -> bool:
    """A file named as Markdown, or any text that opens with front matter."""
    if PurePath(name).suffix.lower() in ENDINGS:
        return True
    head = data[:20_000].decode("utf-8-sig", errors="replace")
    return bool(_fields(head.replace("\r\n", "\n")))


def read(data: bytes, name: str) -> Draft:
    """The text without its marks, and the metadata of its front matter; lines keep their numbers.

    Raises ReadError for what is binary or cannot be decoded.
    """
    text = decode(data, name)
    fields = _fields(text)
    if fields and (found := _FRONT_MATTER.match(text)):
        text = "\n" * found[0].count("\n") + text[found.end() :]
    text = _without_comments(text)
    for mark, left in _MARKS:
        text = mark.sub(left, text)
    stated = {name: _first(fields, keys) for name, keys in KEYS.items()}
    return Draft(
        text=text,
        title=stated["title"],
        source=stated["source"],
        published=_iso(stated["published"]),
        url=stated["url"],
    )


def _without_comments(text: str) -> str:
    """The text without HTML comments; their line ends stay."""
    first, *rest = text.split("<!--")
    kept = [first]
    for piece in rest:
        comment, closed, after = piece.partition("-->")
        kept.append("\n" * comment.count("\n") + after if closed else "<!--" + piece)
    return "".join(kept)


def _fields(text: str) -> dict[str, str]:
    """The plain fields of the front matter; nested ones and lists are passed over."""
    found = _FRONT_MATTER.match(text)
    lines = found[1].splitlines() if found else []
    matches = filter(None, map(_FIELD.fullmatch, lines))
    return {match[1].lower(): _unquoted(match[2]) for match in matches}


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value.split(" #", 1)[0].strip()


def _first(fields: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((fields[key] for key in keys if fields.get(key)), None)


def _iso(value: str | None) -> str | None:
    """A stated day of publication in ISO 8601; what cannot be read as one is left out, and said so."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
        return moment.isoformat() if len(value) > len("2025-07-10") else moment.date().isoformat()
    except ValueError:
        pass
    if day := layout.published_day(value):
        return day.isoformat()
    log.warning("front matter: published is %r, which is no date that can be told; left out", value)
    return None
