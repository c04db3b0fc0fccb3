"""What an HTML page states of itself: schema.org data (JSON-LD), `meta` elements, `link` and `title`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from discrepancy.read.draft import one, plain_byline, shorten
from discrepancy.read.markup import attribute, find_all, parse_html, words
from discrepancy.read.times import iso

if TYPE_CHECKING:
    from lxml.etree import _Element

# Names of `meta` elements, the most trustworthy first (Open Graph, Dublin Core, Parse.ly, Sailthru).
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "parsely-title"),
    "source": ("og:site_name", "application-name", "dc.publisher"),
    "published": ("article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued", "dc.date",
                  "sailthru.date", "pubdate", "date"),
    "updated": ("article:modified_time", "og:updated_time", "datemodified", "dc.date.modified",
                "last-modified"),
    "byline": ("author", "article:author", "parsely-author", "dc.creator", "byl"),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "dc.language"),
}  # fmt: skip
_MOST_ITEMS = 200  # objects of JSON-LD looked at; pages have a dozen


@dataclass(frozen=True, slots=True)
class Stated:
    """What the page states; None where it does not."""

    title: str | None
    source: str | None
    published: str | None
    updated: str | None
    byline: str | None
    url: str | None
    language: str | None


def stated(text: str, name: str) -> Stated:
    """What a page states of itself; a mistake in it is passed over."""
    root = parse_html(text, name)
    meta = _meta(root) if root is not None else {}
    article = _schema(root) if root is not None else {}
    told = {field: next((meta[key] for key in keys if meta.get(key)), None) for field, keys in _META.items()}
    author = told["byline"] if not (told["byline"] or "").startswith("http") else None
    language = _first(root, "html", "lang") or told["language"] or _name(article.get("inLanguage"))
    return Stated(
        title=shorten(_name(article.get("headline")) or told["title"] or _heading(root)),
        source=one(_name(article.get("publisher")) or told["source"]),
        published=iso(_name(article.get("datePublished")) or told["published"] or _time(root), name),
        updated=iso(_name(article.get("dateModified")) or told["updated"], name),
        byline=plain_byline(_name(article.get("author")) or author),
        url=_web(_canonical(root)) or _web(told["url"]) or _web(_name(article.get("url"))),
        language=one((language or "").replace("_", "-")),
    )


def _meta(root: _Element) -> dict[str, str]:
    """Every `meta` element by its name in lower case, the first of each."""
    found: dict[str, str] = {}
    for each in find_all(root, "meta"):
        name, content = (
            attribute(each, "property", "name", "itemprop", "http-equiv"),
            attribute(each, "content"),
        )
        if name and content:
            found.setdefault(name.casefold(), content)
    return found


def _schema(root: _Element) -> dict[str, Any]:
    """The first object of schema.org that is an article, or none."""
    for script in find_all(root, "script"):
        if attribute(script, "type") == "application/ld+json":
            try:
                content = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            for item in _objects(content):
                kinds = item.get("@type")
                if any("Article" in str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    return item
    return {}


def _objects(content: Any) -> Iterator[dict[str, Any]]:
    waiting = [content]
    for _ in range(_MOST_ITEMS):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting = item[:_MOST_ITEMS] + waiting
        elif isinstance(item, dict):
            yield item
            waiting.append(item.get("@graph"))


def _name(value: Any) -> str | None:
    """The name of a thing or of several: a string, an object with a name, or a list of such."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value[:10]))) or None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    return value if isinstance(value, str) and value.strip() else None


def _heading(root: _Element | None) -> str | None:
    """The first main heading, else the title of the page without the name of the site."""
    heading = (
        next((text for each in find_all(root, "h1") if (text := words(each))), "") if root is not None else ""
    )
    if heading or root is None:
        return heading or None
    title = next(find_all(root, "title"), None)
    return words(title).split(" | ")[0].strip() or None


def _first(root: _Element | None, element: str, name: str) -> str | None:
    return attribute(next(find_all(root, element), None), name) if root is not None else None


def _time(root: _Element | None) -> str | None:
    return _first(root, "time", "datetime")


def _canonical(root: _Element | None) -> str | None:
    links = find_all(root, "link") if root is not None else ()
    return next((attribute(each, "href") for each in links if attribute(each, "rel") == "canonical"), None)


def _web(address: str | None) -> str | None:
    return address if address and address.startswith(("http://", "https://")) else None
