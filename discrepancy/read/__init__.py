"""Path, URL or standard input -> Articles, by way of bytes: one reader per format, chosen by content.

    bytes -> Drafts (text and what the format itself states) -> Articles

A new format is a module with `claims` and `read`, and an entry in FORMATS.
"""

from __future__ import annotations

import logging
import os
import re
from dataclasses import fields, replace

from discrepancy import layout
from discrepancy.editions import warning
from discrepancy.errors import ReadError
from discrepancy.model import Article
from discrepancy.read import feed, markdown, news_json, newsml, nitf, page, plain, unread_xml, wire, word
from discrepancy.read.draft import Draft, Format
from discrepancy.read.language import check_language
from discrepancy.read.load import MAX_BYTES, load
from discrepancy.read.parts import choose, is_url, name_of, split

__all__ = ["FORMATS", "MAX_BYTES", "read_article", "read_articles", "read_bytes", "read_each"]

log = logging.getLogger(__name__)

# The first format that claims the bytes reads them; plain text, which claims everything, stays last.
FORMATS: tuple[Format, ...] = (
    Format("Word", word.claims, word.read),
    Format("JSON", news_json.claims, news_json.read),
    Format("NITF", nitf.claims, nitf.read),
    Format("NewsML-G2", newsml.claims, newsml.read),
    Format("RSS or Atom", feed.claims, feed.read),
    Format("HTML", page.claims, page.read),
    Format("other XML", unread_xml.claims, unread_xml.read),
    Format("Markdown", markdown.claims, markdown.read),
    Format("wire copy", wire.claims, wire.read),
    Format("plain text", plain.claims, plain.read),
)


def read_article(
    path: str | os.PathLike[str], *, id: str | None = None, allow_private: bool = False, force: bool = False
) -> Article:
    """Read one report from a file, from a web address, or from standard input where the path is "-".

    The format is told by the content: HTML, RSS or Atom, ninjs, NITF, NewsML-G2, JSON Lines, Word,
    Markdown, wire copy, plain text. Of several articles in one file the part after "#" names one:
    "feed.xml#3", "wire.jsonl#orrin-bridge". Text is decoded as UTF-8, as UTF-16 where it opens with a
    byte order mark, and failing both as Windows-1252, with a warning in the log; so are a status other
    than usable and an embargo. The id is the file's name without its ending, or "stdin". Addresses of
    private networks are refused unless `allow_private`, languages other than English unless `force`.
    Raises ReadError where there is no readable text, or several articles and none named.
    """
    source, part = split(os.fspath(path))
    drafts, stem, name = _load(source, allow_private)
    at = choose(drafts, name, part)
    named = id or drafts[at].id or (stem if len(drafts) == 1 else f"{stem}-{at + 1}")
    shown = name if len(drafts) == 1 else f"{name}#{at + 1}"
    return _finish(drafts[at], named, shown, force)


def read_articles(
    path: str | os.PathLike[str], *, allow_private: bool = False, force: bool = False
) -> tuple[Article, ...]:
    """Read every report in a file or at a web address, in order, as `read_article` does one.

    Their ids are those that JSON Lines state, else the file's name with a number. Raises ReadError
    where one of them cannot be read.
    """
    found = read_each(path, allow_private=allow_private, force=force)
    for each in found:
        if isinstance(each, ReadError):
            raise each
    return tuple(each for each in found if isinstance(each, Article))


def read_each(
    path: str | os.PathLike[str], *, allow_private: bool = False, force: bool = False
) -> tuple[Article | ReadError, ...]:
    """Every report in a file or at a web address, in order; an error in place of one that cannot be read.

    Raises ReadError where the file or address itself cannot be read.
    """
    source, part = split(os.fspath(path))
    if part is not None:
        return (read_article(path, allow_private=allow_private, force=force),)
    drafts, stem, name = _load(source, allow_private)
    if len(drafts) == 1:
        return (_try_finish(drafts[0], drafts[0].id or stem, name, force),)
    return tuple(
        _try_finish(draft, draft.id or f"{stem}-{at}", f"{name}#{at}", force)
        for at, draft in enumerate(drafts, 1)
    )


def read_bytes(data: bytes, *, id: str, name: str, force: bool = False) -> Article:
    """Read one report from its bytes; `name` stands for it in messages, its ending tells Markdown.

    Raises ReadError where there is no readable text.
    """
    drafts = _read_drafts(data, name)
    return _finish(drafts[choose(drafts, name, None)], id, name, force)


def _load(source: str, allow_private: bool) -> tuple[tuple[Draft, ...], str, str]:
    """The drafts of a source, the stem of their ids, and its name in messages."""
    if not is_url(source):
        name = "standard input" if source == "-" else source
        return _read_drafts(load(source), name), name_of(source), name
    from discrepancy.read import web  # with it come http and ssl

    found = web.fetch(source, allow_private=allow_private)
    drafts = _read_drafts(found.data, source)
    return tuple(_at(draft, found.url) for draft in drafts), name_of(found.url), source


def _at(draft: Draft, url: str) -> Draft:
    return draft if draft.url else replace(draft, url=url)


def _read_drafts(data: bytes, name: str) -> tuple[Draft, ...]:
    read = next(each for each in FORMATS if each.claims(data, name)).read(data, name)
    return read if isinstance(read, tuple) else (read,)


def _try_finish(draft: Draft, id: str, name: str, force: bool) -> Article | ReadError:
    try:
        return _finish(draft, id, name, force)
    except ReadError as error:
        return error


def _finish(draft: Draft, id: str, name: str, force: bool) -> Article:
    """An article of what the format states, and where it is silent of what the text's layout tells."""
    text = re.sub("[\ud800-\udfff]", "\ufffd", draft.text)  # half characters, which JSON can hold
    if not text.strip():
        gone = f", and its status is {draft.status}" if draft.status not in (None, "usable") else ""
        raise ReadError(f"{name}: holds nothing but white space{gone}; give a file with the text of a report")
    recognised = check_language(text, name, force=force)
    published = draft.published
    if published is None and (day := layout.published_day(text)):
        published = day.isoformat()
    known = {field.name: getattr(draft, field.name) for field in fields(Article)} | {
        "text": text,
        "id": id,
        "title": draft.title or layout.title(text),
        "source": draft.source or layout.source(text),
        "byline": draft.byline or layout.byline(text),
        "published": published,
        "language": draft.language or recognised,
    }
    article = Article(**known)
    if told := warning(article, name):
        log.warning("%s", told)
    return article
