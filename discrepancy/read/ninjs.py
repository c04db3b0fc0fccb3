"""IPTC ninjs -> draft: versions 1 (`body_text`, `headline`), 2 (`bodies`, lower case) and 3 (camel case).

Field names: https://iptc.org/std/ninjs/ninjs-schema_1.5.json, _2.2.json, _3.1.json.
"""

from __future__ import annotations

import re
from typing import Any

from discrepancy.errors import ReadError
from discrepancy.read.draft import Draft, compose, one, plain_byline, shorten
from discrepancy.read.markup import html_paragraphs, xml_paragraphs
from discrepancy.read.status import status
from discrepancy.read.times import iso

# Names that only ninjs has, once the case of version 3 is put aside; `uri` alone is too common a word.
_TELLING_NAMES = """
    bodies body_text body_html body_xhtml headlines pubstatus versioncreated firstcreated copyrightholder
    copyrightnotice representationtype infosources infosource renditions usageterms
"""
_TELLING = frozenset(_TELLING_NAMES.split())
_MARKUP = ("html", "xhtml", "nitf", "xml")


def is_item(item: dict[str, Any]) -> bool:
    """An object with the fields of ninjs."""
    return bool(_TELLING & {key.casefold() for key in item})


def read_item(item: dict[str, Any], where: str) -> Draft:
    """One item. Raises ReadError where it has no text of its own, as pictures have none."""
    fields = {key.casefold(): value for key, value in item.items()}
    embargo = iso(_words(fields, "embargoed", "embargoeduntil"), where)
    title = shorten(_without_tags(_headline(fields), where))
    state = status(_words(fields, "pubstatus"), embargo)
    published = iso(_words(fields, "firstcreated", "contentcreated", "versioncreated"), where)
    updated = iso(_words(fields, "versioncreated"), where)
    uri = one(_words(fields, "uri"))
    return Draft(
        text=compose(title, _paragraphs(fields, where, state)),
        title=title,
        source=_source(fields),
        published=published,
        url=uri if uri and uri.startswith(("http://", "https://")) else None,
        byline=plain_byline(_words(fields, "byline", "by")),
        updated=updated if updated != published else None,
        language=one(_words(fields, "language")),
        slug=one(_words(fields, "slugline")),
        guid=uri,
        version=one(_words(fields, "version")),
        status=state,
        embargo=embargo,
    )


def _words(fields: dict[str, Any], *keys: str) -> str | None:
    for key in keys:
        value = fields.get(key)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return str(value)
    return None


def _objects(fields: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """A list of objects with their names in lower case; what is none is passed over."""
    found = fields.get(key)
    listed = found if isinstance(found, list) else []
    return [
        {name.casefold(): value for name, value in each.items()} for each in listed if isinstance(each, dict)
    ]


def _headline(fields: dict[str, Any]) -> str | None:
    headlines = sorted(_objects(fields, "headlines"), key=lambda each: each.get("role") != "main")
    told = next((text for each in headlines if (text := _words(each, "value"))), None)
    return told or _words(fields, "headline", "title")


def _without_tags(headline: str | None, where: str) -> str | None:
    """A headline is plain text in most feeds, and marked up in some."""
    marked = headline is not None and re.search(r"<[A-Za-z/!]", headline)
    return " ".join(html_paragraphs(headline, where)) if headline and marked else headline


def _source(fields: dict[str, Any]) -> str | None:
    named = [_words(each, "name") for key in ("infosources", "infosource") for each in _objects(fields, key)]
    return one(next(filter(None, named), None) or _words(fields, "copyrightholder"))


def _paragraphs(fields: dict[str, Any], where: str, state: str | None) -> list[str]:
    """The paragraphs of the body that tells them best: plain text with line ends, else markup, else text."""
    bodies = _bodies(fields)
    texts = [text for kind, text in bodies if not any(mark in kind for mark in _MARKUP)]
    markup = [(kind, text) for kind, text in bodies if any(mark in kind for mark in _MARKUP)]
    lined = [text for text in texts if "\n" in text.strip()]
    if lined or (texts and not markup):
        return (lined or texts)[0].split("\n")
    if markup:
        kind, text = markup[0]
        return xml_paragraphs(text, where) if "nitf" in kind else html_paragraphs(text, where)
    what = _words(fields, "type") or "ninjs"
    gone = f" and its status is {state}" if state not in (None, "usable") else ""
    raise ReadError(f"{where}: is a {what} item without a body text{gone}; give the text item of the story")


def _bodies(fields: dict[str, Any]) -> list[tuple[str, str]]:
    """Each body with its kind, those of the role "main" first."""
    listed = sorted(_objects(fields, "bodies"), key=lambda each: each.get("role") != "main")
    found = [(str(each.get("contenttype") or "text"), _words(each, "value")) for each in listed]
    found += [(key, _words(fields, key)) for key in sorted(fields, reverse=True) if key.startswith("body_")]
    return [(kind.casefold(), text) for kind, text in found if text]
