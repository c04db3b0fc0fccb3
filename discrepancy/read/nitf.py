"""NITF (News Industry Text Format, 3.x) -> draft, as a file of its own or inside NewsML-G2.

Element names: https://www.iptc.org/std/NITF/3.6/documentation/nitf-3-6.html.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from discrepancy.read.draft import Draft, compose, one, plain_byline, shorten
from discrepancy.read.markup import attribute, find, find_all, paragraphs, parse_xml, words
from discrepancy.read.status import is_ahead, status
from discrepancy.read.times import iso
from discrepancy.read.xml_root import root_name

if TYPE_CHECKING:
    from lxml.etree import _Element


def claims(data: bytes, name: str) -> bool:
    """XML whose root is `nitf`."""
    return root_name(data) == "nitf"


def read(data: bytes, name: str) -> Draft:
    """The report with what its `docdata` states. Raises ReadError for broken XML."""
    return read_nitf(parse_xml(data, name), name)


def read_nitf(root: _Element, name: str) -> Draft:
    """A draft of a `nitf` element."""
    document, head = find(root, "head", "docdata"), find(root, "body", "body.head")
    state = status(attribute(document, "management-status"))
    release = iso(attribute(find(document, "date.release"), "norm"), name)
    issued = iso(attribute(find(document, "date.issue"), "norm"), name)
    told = iso(attribute(find(head, "dateline", "story.date"), "norm"), name)
    key = find(document, "du-key")
    title = headline(root)
    return Draft(
        text=compose(title, body(root)),
        title=title,
        source=_source(root, document, head),
        published=issued or told or release,
        byline=byline(head),
        updated=_revised(root, name),
        language=attribute(root, "lang", "baselang") or attribute(find(root, "body"), "lang"),
        slug=one(attribute(key, "key")),
        guid=one(attribute(find(document, "doc-id"), "id-string")),
        version=one(attribute(key, "version", "generation")),
        status="usable" if state == "embargoed" and release and not is_ahead(release) else state,
        embargo=release if state == "embargoed" else None,
    )


def headline(root: _Element) -> str | None:
    """The main headline, else the title of the document."""
    main = find(root, "body", "body.head", "hedline", "hl1")
    return shorten(words(main) or words(find(root, "head", "title")))


def byline(head: _Element | None) -> str | None:
    """Who wrote it, by the names where they are marked, without job titles."""
    stated = find(head, "byline")
    if stated is None:
        return None
    people = [words(person) for person in find_all(stated, "person")]
    job = words(find(stated, "byttl"))
    whole = words(stated)
    return plain_byline(", ".join(filter(None, people)) or whole.removesuffix(job).strip(" ,") or whole)


def body(root: _Element) -> list[str]:
    """The paragraphs of `body.content`, else of the abstract."""
    content = find(root, "body", "body.content")
    told = paragraphs(content) if content is not None else []
    abstract = find(root, "body", "body.head", "abstract")
    return told or (paragraphs(abstract) if abstract is not None else [])


def _source(root: _Element, document: _Element | None, head: _Element | None) -> str | None:
    told = (
        words(find(head, "distributor")),
        attribute(find(document, "doc-id"), "regsrc"),
        attribute(find(document, "doc.copyright"), "holder"),
        words(find(head, "rights", "rights.owner")),
    )
    return one(next(filter(None, told), None))


def _revised(root: _Element, name: str) -> str | None:
    """When the last change in the history of revisions was made."""
    changes = [attribute(each, "norm") for each in find_all(root, "revision-history")]
    times = [time for change in changes if (time := iso(change, name))]
    return max(times, default=None)
