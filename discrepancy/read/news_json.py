"""JSON -> drafts: one ninjs item or article, a list of them, or JSON Lines with one a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from discrepancy.errors import ReadError
from discrepancy.read import ninjs
from discrepancy.read.decode import decode
from discrepancy.read.draft import Draft, compose, one, plain_byline, shorten
from discrepancy.read.status import status
from discrepancy.read.times import iso

# An opening that prose does not have.
_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*(?:\{|\]))")
# The names under which exports keep what an article needs, the package's own first.
KEYS = {
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet", "agency"),
    "published": ("published", "date", "published_at", "pubdate", "date_published"),
    "updated": ("updated", "modified", "updated_at", "date_modified"),
    "url": ("url", "link", "canonical_url"),
    "byline": ("byline", "author", "by"),
    "language": ("language", "lang"),
    "slug": ("slug", "slugline"),
    "version": ("version",),
    "status": ("status", "pubstatus"),
    "embargo": ("embargo", "embargoed"),
    "id": ("id",),
}
TEXTS = ("text", "body", "content")


def claims(data: bytes, name: str) -> bool:
    """Bytes that open as a JSON object or a list of objects."""
    return _OPENING.match(data[:10_000]) is not None


def read(data: bytes, name: str) -> tuple[Draft, ...]:
    """Every article. Raises ReadError for broken JSON and for what is no article, with its place."""
    return tuple(_read_one(item, where) for item, where in _items(decode(data, name), name))


def _items(text: str, name: str) -> Iterator[tuple[Any, str]]:
    """Each JSON object with the words that say where it stands."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > 1 and _is_object(lines[0][1]):
        for number, line in lines:
            yield _parse(line, f"{name}: line {number}"), f"{name}: line {number}"
        return
    whole = _parse(text, name)
    if not isinstance(whole, list):
        yield whole, name
        return
    if not whole:
        raise ReadError(f"{name}: is an empty JSON list; give one with an article in it")
    for number, item in enumerate(whole, 1):
        yield item, f"{name}: item {number}"


def _is_object(line: str) -> bool:
    """A line that is a whole JSON object: the sign of JSON Lines."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _parse(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, " if "line" not in where else ""
        raise ReadError(
            f"{where}: {place}column {error.colno}: is not JSON ({error.msg}); it may have been cut off: "
            "fetch it again"
        ) from error
    except (ValueError, RecursionError) as error:
        raise ReadError(
            f"{where}: is nested too deeply, or holds a number too long, to be an article; "
            "give the text of the report"
        ) from error


def _read_one(item: Any, where: str) -> Draft:
    if not isinstance(item, dict):
        raise ReadError(f"{where}: is {_kind(item)}, not a JSON object; give one object an article")
    has_text = any(isinstance(item.get(key), str) for key in TEXTS)
    return _read_article(item, where) if has_text or not ninjs.is_item(item) else ninjs.read_item(item, where)


def _read_article(item: dict[str, Any], where: str) -> Draft:
    """An article under plain names, such as exports and this package's own `Article` have them."""
    stated = {field: _first(item, keys) for field, keys in KEYS.items()}
    text = next((item[key] for key in TEXTS if isinstance(item.get(key), str)), None)
    if text is None:
        raise ReadError(
            f"{where}: is neither a ninjs item nor an article: it has no text under "
            f"{', '.join(map(repr, TEXTS))}; add one"
        )
    title, embargo = shorten(stated["title"]), iso(stated["embargo"], where)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Draft(
        text=text if "\n" in text else compose(title, [text]),
        title=title,
        source=one(stated["source"]),
        published=iso(stated["published"], where),
        url=one(stated["url"]),
        byline=plain_byline(stated["byline"]),
        updated=iso(stated["updated"], where),
        language=one(stated["language"]),
        slug=one(stated["slug"]),
        guid=one(stated["id"]),
        version=one(stated["version"]),
        status=status(stated["status"], embargo),
        embargo=embargo,
        id=one(stated["id"]),
    )


def _first(item: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first of the fields that holds words or a number; a list of names is joined."""
    for key in keys:
        value = item.get(key)
        if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
            return ", ".join(value)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return str(value)
    return None


def _kind(item: Any) -> str:
    return {str: "a string", list: "a list", bool: "true or false", type(None): "null"}.get(
        type(item), "a number"
    )
