"""HTML -> draft: the main text found by trafilatura, the rest as the page states it."""

from __future__ import annotations

import codecs
import logging
import re
from pathlib import PurePath

from discrepancy.errors import ReadError
from discrepancy.read.decode import web_encoding
from discrepancy.read.draft import Draft, compose
from discrepancy.read.markdown import ENDINGS
from discrepancy.read.markup import find_all, paragraphs, parse_html
from discrepancy.read.page_metadata import stated
from discrepancy.read.xml_root import decode_head, root_name

# Ten times the largest front page.
MOST_HTML = 5_000_000
# Shorter paragraphs may well come twice ("Yes.", "He laughed."); a longer one twice is a copy.
SHORTEST_COPY = 40
# With more tags than this, trafilatura's second opinions would take too long.
LARGE = 10_000
# Less is a menu or a notice about cookies.
FEWEST_WORDS = 8
_TAG_NAMES = """
    html head body title meta link base div p h1 h2 h3 h4 article main section header nav table ul ol span a
    script style figure img center font blockquote
"""
_TAGS = frozenset(_TAG_NAMES.split())
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w\-]{2,40})", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

# Its remarks on pages are for its own developers.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def claims(data: bytes, name: str) -> bool:
    """Bytes that open as an HTML page; in a file named as Markdown, whole pages only."""
    root = (root_name(data) or "").casefold()
    if PurePath(name).suffix.lower() in ENDINGS:
        return root == "html"
    return root in _TAGS or decode_head(data[:200]).lstrip().casefold().startswith("<!doctype html")


def read(data: bytes, name: str) -> Draft:
    """The main text and what the page states of it. Raises ReadError where there is no such text."""
    if len(data) > MOST_HTML:
        raise ReadError(
            f"{name}: is a page of {len(data) // 1_000_000} MB, more than any report needs; "
            "save its text alone and give that"
        )
    text = _decode(data, name)
    known = stated(text, name)
    lines = _main_text(text, name)
    if sum(len(line.split()) for line in lines) < FEWEST_WORDS:
        raise ReadError(
            f"{name}: is a page without the text of a report; copy the text into a file and give that"
        )
    return Draft(
        text=compose(known.title, _without_copies(lines)),
        title=known.title,
        source=known.source,
        published=known.published,
        url=known.url,
        byline=known.byline,
        updated=known.updated,
        language=known.language,
    )


def _main_text(text: str, name: str) -> list[str]:
    """The paragraphs of the report; of a page too short for trafilatura to be sure, all there are."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            text,
            fast=text.count("<") > LARGE,
            include_comments=False,
            include_tables=False,
            include_images=False,
        )
    except Exception:  # lxml on hostile pages: what follows still reads them
        found = None
    told = getattr(found, "text", None) or ""
    return told.split("\n") if told.strip() else _every_paragraph(text, name)


def _every_paragraph(text: str, name: str) -> list[str]:
    root = parse_html(text, name)
    if root is None:
        return []
    inner = next(find_all(root, "article"), None)
    return paragraphs(inner if inner is not None else root)


def _without_copies(lines: list[str]) -> list[str]:
    """The paragraphs without those that say again, word for word, what one before them says."""
    seen: set[str] = set()
    kept = []
    for line in lines:
        words = " ".join(line.split())
        if words not in seen or len(words) < SHORTEST_COPY:
            kept.append(line)
        seen.add(words)
    return kept


def _decode(data: bytes, name: str) -> str:
    """The page as text: by its byte order mark, else as it says itself, else as UTF-8 or Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    said = _CHARSET.search(data[:5000])
    for encoding in ("utf-8", web_encoding(said[1].decode("ascii") if said else "latin-1")):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")
