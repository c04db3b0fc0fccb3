"""RSS and Atom -> drafts, one an entry, read with feedparser."""

from __future__ import annotations

import calendar
import io
import re
from datetime import UTC, datetime
from typing import Any

from discrepancy.errors import ReadError
from discrepancy.read.draft import Draft, compose, one, plain_byline, shorten
from discrepancy.read.markup import html_paragraphs
from discrepancy.read.times import iso
from discrepancy.read.xml_root import refuse_entities, root_name

_ROOTS = frozenset({"rss", "feed", "RDF"})
_MAIL_AND_NAME = re.compile(r"[^\s@]{1,100}@[^\s@]{1,100} \(([^()]{1,200})\)")


def claims(data: bytes, name: str) -> bool:
    """XML whose root is that of RSS 0.9 to 2.0, RSS 1.0 (RDF), or Atom."""
    return root_name(data) in _ROOTS


def read(data: bytes, name: str) -> tuple[Draft, ...]:
    """Every entry that holds words. Raises ReadError where the feed has none, or declares entities."""
    feed = _parse(data, name)
    drafts = tuple(draft for entry in feed.entries if (draft := _read_entry(entry, feed.feed, name)).text)
    if drafts:
        return drafts
    if feed.bozo:
        raise ReadError(
            f"{name}: is a broken feed ({feed.bozo_exception}); it may have been cut off: fetch it again"
        )
    raise ReadError(f"{name}: is a feed without entries; give one with a report in it")


def _parse(data: bytes, name: str) -> Any:
    import feedparser

    refuse_entities(data, name)
    try:
        # A stream, never the bytes alone: those feedparser would try as the name of a file.
        return feedparser.parse(io.BytesIO(data), sanitize_html=True, resolve_relative_uris=False)
    except Exception as error:  # feedparser means to raise none; broken encodings still make it
        raise ReadError(
            f"{name}: is a broken feed ({type(error).__name__}); it may have been cut off: fetch it again"
        ) from error


def _read_entry(entry: Any, feed: Any, name: str) -> Draft:
    title = shorten(" ".join(html_paragraphs(entry.get("title") or "", name)))
    source = entry.get("source", {}).get("title") or feed.get("title")
    return Draft(
        text=compose(title, _paragraphs(entry, name)) or title or "",
        title=title,
        source=one(source),
        published=_moment(entry, "published") or _moment(entry, "updated"),
        url=one(entry.get("link")),
        byline=_byline(entry),
        updated=_moment(entry, "updated") if "published" in entry.keys() else None,  # noqa: SIM118
        language=one(_language(entry) or feed.get("language")),
        guid=one(entry.get("id")),
    )


def _paragraphs(entry: Any, name: str) -> list[str]:
    """Those of the longest text that the entry has: its content, else its summary."""
    texts = [content.get("value") for content in entry.get("content", [])] + [entry.get("summary")]
    return html_paragraphs(max((text or "" for text in texts), key=len), name)


def _byline(entry: Any) -> str | None:
    """The names of the authors; RSS puts a mail address in front of a name in brackets."""
    whole = str(entry.get("author", ""))
    if found := _MAIL_AND_NAME.fullmatch(whole):
        return one(found[1])
    names = [author.get("name") for author in entry.get("authors", []) if author.get("name")]
    return plain_byline(", ".join(dict.fromkeys(names)) or whole)


def _language(entry: Any) -> str | None:
    return next((content.get("language") for content in entry.get("content", [])), None)


def _moment(entry: Any, field: str) -> str | None:
    """A time with the zone it was written in; failing that in UTC, as feedparser gives it.

    `get` would hand over the other time where this one is not stated.
    """
    raw = dict.get(entry, field)
    if raw and (told := iso(raw, "")):
        return told
    parsed = dict.get(entry, f"{field}_parsed")
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat() if parsed else None
    except (ValueError, OverflowError, OSError):
        return None
