"""HTML and XML -> paragraphs of plain text; XML is parsed without entities, DTDs or the network."""

from __future__ import annotations

from collections.abc import Iterator
from html.entities import html5
from typing import TYPE_CHECKING, Any

from discrepancy.errors import ReadError
from discrepancy.read.xml_root import refuse_entities

if TYPE_CHECKING:
    from lxml.etree import _Element

# What stands between two of these is a paragraph; every other element is part of one.
_BLOCK_NAMES = """
    abstract address article blockquote body body.content body.head bq block br content dd div dl dt fieldset
    figure footer form h1 h2 h3 h4 h5 h6 header hl1 hl2 hr html inlinexml li main nav nitf ol p pre section
    table tbody td th tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
# What is no text of the report.
_LEFT_OUT_NAMES = """
    script style noscript template iframe object embed svg math canvas audio video figure figcaption media
    table form button select textarea nav head title custom-table nitf-table fn note
"""
_LEFT_OUT = frozenset(_LEFT_OUT_NAMES.split())

# The front pages of large sites have some 8,000 elements, 60 deep.
MOST_ELEMENTS = 20_000
DEEPEST = 300


def parse_xml(data: bytes, name: str) -> _Element:
    """The root of an XML document. Raises ReadError where it is broken, or declares entities of its own."""
    from lxml import etree

    refuse_entities(data, name)
    # Every way out of the document is shut: no entities, no DTD, no network, lxml's own limits on size.
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True, strip_cdata=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        told = str(error).split(" (<string>")[0]
        raise ReadError(
            f"{name}: is broken XML ({told}); it may have been cut off: fetch it again"
        ) from error
    return root


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def find(element: _Element | None, *path: str) -> _Element | None:
    """The first descendant down a path of child names, whatever their namespaces."""
    for step in path:
        if element is None:
            return None
        element = next((child for child in element if local(child) == step), None)
    return element


def find_all(element: _Element, name: str) -> Iterator[_Element]:
    """Every descendant of that name, whatever its namespace, and the element itself."""
    return (each for each in element.iter() if local(each) == name)


def words(element: _Element | None) -> str:
    """All text in an element, on one line."""
    return " ".join("".join(_texts(element)).split()) if element is not None else ""


def attribute(element: _Element | None, *names: str) -> str | None:
    """The first of these attributes, by name without namespace, that is not empty."""
    if element is None:
        return None
    stated = {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}
    return next((stated[name].strip() for name in names if stated.get(name, "").strip()), None)


def paragraphs(root: _Element) -> list[str]:
    """The text of an element cut at its block elements, without scripts, tables and captions."""
    found, piece = [], []
    for kind, value in _walk(root):
        if kind == "text":
            piece.append(value)
        elif line := " ".join("".join(piece).split()):
            found.append(line)
            piece = []
    last = " ".join("".join(piece).split())
    return [*found, last] if last else found


def _walk(root: _Element) -> Iterator[tuple[str, str]]:
    """The texts of an element in order, and the edges of its blocks; a loop, for hostile depths."""
    waiting: list[tuple[str, Any]] = [("open", root)]
    while waiting:
        step, each = waiting.pop()
        if step == "text":
            yield "text", each
            continue
        name = local(each).casefold()
        if name in _BLOCKS:
            yield "edge", ""
        if step == "close":
            continue
        left_out = name in _LEFT_OUT and each is not root
        yield "text", "" if left_out else _own_text(each)
        waiting.append(("close", each))
        for child in () if left_out else reversed(each):
            waiting += [("text", child.tail or ""), ("open", child)]


def _own_text(element: _Element) -> str:
    """The text before the first child; an entity that HTML knows is its character."""
    from lxml import etree

    if element.tag is etree.Entity:
        return html5.get(f"{getattr(element, 'name', '')};", " ")
    return (element.text or "") if local(element) else ""


def _texts(element: _Element) -> Iterator[str]:
    return (value for kind, value in _walk(element))


def html_paragraphs(text: str, where: str) -> list[str]:
    """The paragraphs of a piece of HTML, however broken. Raises ReadError where it is too much to search."""
    if "<" not in text and "&" not in text:
        return text.split("\n")
    root = parse_html(text, where)
    return paragraphs(root) if root is not None else []


def parse_html(text: str, where: str) -> _Element | None:
    """The root of an HTML document, however broken; None where there is none. The network stays off.

    Raises ReadError for more elements, or a deeper nesting, than any report has: lxml and trafilatura
    take time by the square of both.
    """
    from lxml import etree, html

    data = text.encode("utf-8", "replace")
    try:
        elements, depth = measure(data)
        if elements > MOST_ELEMENTS or depth > DEEPEST:
            raise ReadError(
                f"{where}: is HTML of {elements:,} elements, {depth:,} deep, more than any report has; "
                "save its text alone and give that"
            )
        parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
        return html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):
        return None


class _Measure:
    """What lxml calls while it parses: counts elements and how deep they lie, and keeps nothing."""

    def __init__(self) -> None:
        self.elements = self.depth = self.deepest = 0

    def start(self, tag: str, attributes: object) -> None:
        self.elements += 1
        self.depth += 1
        self.deepest = max(self.deepest, self.depth)

    def end(self, tag: str) -> None:
        self.depth -= 1

    def close(self) -> tuple[int, int]:
        return self.elements, self.deepest


def measure(data: bytes) -> tuple[int, int]:
    """How many elements a piece of HTML has, and how deep they lie, in time that grows as it does."""
    from lxml import etree

    counted: tuple[int, int] = etree.fromstring(
        data, parser=etree.HTMLParser(target=_Measure(), encoding="utf-8", no_network=True)
    )
    return counted


def xml_paragraphs(text: str, where: str) -> list[str]:
    """The paragraphs of a piece of XML such as NITF inside another format."""
    return paragraphs(parse_xml(text.encode(), where))
