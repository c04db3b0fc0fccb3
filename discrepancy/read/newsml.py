"""NewsML-G2 -> drafts: a news item, or a news message with the items of a package.

Element names: https://iptc.org/std/NewsML-G2/specification/.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from discrepancy.errors import ReadError
from discrepancy.read import nitf
from discrepancy.read.draft import Draft, compose, one, plain_byline, shorten
from discrepancy.read.markup import (
    attribute,
    find,
    find_all,
    html_paragraphs,
    local,
    paragraphs,
    parse_xml,
    words,
)
from discrepancy.read.status import status
from discrepancy.read.times import iso
from discrepancy.read.xml_root import root_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS = frozenset(
    {"newsItem", "packageItem", "newsMessage", "conceptItem", "knowledgeItem", "planningItem", "NewsML"}
)


def claims(data: bytes, name: str) -> bool:
    """XML whose root is an item or a message of NewsML-G2, or NewsML 1."""
    return root_name(data) in _ROOTS


def read(data: bytes, name: str) -> tuple[Draft, ...]:
    """Every news item with a text. Raises ReadError for broken XML, and where there is no such item."""
    root = parse_xml(data, name)
    items = list(find_all(root, "newsItem"))
    if local(root) == "NewsML":
        raise ReadError(f"{name}: is NewsML 1; only NewsML-G2 is read: give the story as NITF or text")
    if not items:
        raise ReadError(f"{name}: {_say_what_it_is(root)}; give the news items themselves")
    drafts = tuple(_read_item(item, name) for item in items if _holds_text(item) or len(items) == 1)
    if not drafts:
        raise ReadError(f"{name}: none of its {len(items)} news items holds a text; give one that does")
    return drafts


def _say_what_it_is(root: _Element) -> str:
    refs = [attribute(ref, "residref", "href") for ref in find_all(root, "itemRef")]
    if refs:
        named = ", ".join(ref for ref in refs[:3] if ref) + (", ..." if len(refs) > 3 else "")
        return f"is a package that only refers to {len(refs)} items ({named})"
    return f"is a {local(root)} without news items"


def _holds_text(item: _Element) -> bool:
    return any(local(each) in ("inlineXML", "inlineData") for each in item.iter())


def _read_item(item: _Element, name: str) -> Draft:
    meta, content = find(item, "itemMeta"), find(item, "contentMeta")
    embargo = iso(words(find(meta, "embargoed")), name)
    state = status(attribute(find(meta, "pubStatus"), "qcode", "uri", "literal"), embargo)
    inner = next(find_all(item, "nitf"), None)
    title = _title(meta, content) or (nitf.headline(inner) if inner is not None else None)
    created = iso(words(find(meta, "versionCreated")), name)
    first = iso(words(find(meta, "firstCreated")) or words(find(content, "contentCreated")), name)
    return Draft(
        text=compose(title, _paragraphs(item, inner, name, state)),
        title=title,
        source=_source(meta, content),
        published=first or created,
        url=_url(meta),
        byline=_byline(content, inner),
        updated=created if created != first and first else None,
        language=attribute(find(content, "language"), "tag") or attribute(item, "lang"),
        slug=one(words(find(content, "slugline"))),
        guid=one(attribute(item, "guid")),
        version=one(attribute(item, "version")),
        status=state,
        embargo=embargo,
    )


def _title(meta: _Element | None, content: _Element | None) -> str | None:
    return shorten(words(find(content, "headline")) or words(find(meta, "title")))


def _byline(content: _Element | None, inner: _Element | None) -> str | None:
    told = plain_byline(words(find(content, "by")))
    if told is None and inner is not None:
        told = nitf.byline(find(inner, "body", "body.head"))
    return told or plain_byline(words(find(content, "creator", "name")))


def _source(meta: _Element | None, content: _Element | None) -> str | None:
    """The source of the information where it is named, else the provider; of a code its last part."""
    named = words(find(content, "infoSource", "name")) or words(find(meta, "provider", "name"))
    provider = find(meta, "provider")
    code = attribute(provider, "literal") or (attribute(provider, "qcode") or "").rpartition(":")[2]
    return one(named or code or attribute(find(content, "infoSource"), "literal"))


def _url(meta: _Element | None) -> str | None:
    """Where the item stands on the web: a link of its own that says so."""
    links = [each for each in meta if local(each) == "link"] if meta is not None else []
    own = [attribute(each, "href") for each in links if "web" in (attribute(each, "rel") or "").casefold()]
    return next((href for href in own if href and href.startswith(("http://", "https://"))), None)


def _paragraphs(item: _Element, inner: _Element | None, name: str, state: str | None) -> list[str]:
    if inner is not None:
        return nitf.body(inner)
    for each in item.iter():
        if local(each) == "inlineXML" and (told := paragraphs(each)):
            return told
        if local(each) == "inlineData" and words(each):
            kind = attribute(each, "contenttype") or "text/plain"
            text = "".join(str(piece) for piece in each.itertext())
            return html_paragraphs(text, name) if "html" in kind else text.split("\n")
    kind = (attribute(find(item, "itemMeta", "itemClass"), "qcode") or "news").rpartition(":")[2]
    gone = f" and its status is {state}" if state not in (None, "usable") else ""
    raise ReadError(
        f"{name}: is a {kind} item without a text of its own{gone}; give the text item of the story"
    )
