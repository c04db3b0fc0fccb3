"""What the root of an XML document is called, told from its first bytes without parsing it."""

from __future__ import annotations

import re

from discrepancy.errors import ReadError

_HEAD = 20_000
# Declaration, comments, instructions and a document type (with what it declares) stand before the root.
_BEFORE = re.compile(
    r"\s+|<\?[^>]{0,1000}>|<!--(?:(?!-->).){0,10000}-->|<!DOCTYPE[^\[>]{0,1000}(?:\[[^\]]{0,15000}\])?[^>]{0,100}>",
    re.DOTALL | re.IGNORECASE,
)
_ROOT = re.compile(r"<(?:[\w.\-]{1,50}:)?([A-Za-z][\w.\-]{0,50})(?=[\s/>])")


def root_name(data: bytes) -> str | None:
    """The name of the first element, without its prefix, or None where the bytes do not open as markup."""
    head = decode_head(data)
    at = 0
    while before := _BEFORE.match(head, at):
        at = before.end()
    found = _ROOT.match(head, at)
    return found[1] if found else None


def refuse_entities(data: bytes, name: str) -> None:
    """Raises ReadError where a document declares entities: no report needs them, bombs are made of them."""
    if b"<!ENTITY" in data.replace(b"\x00", b"").upper():
        raise ReadError(
            f"{name}: declares entities of its own, as XML bombs do; remove its <!DOCTYPE ...> with them"
        )


def is_xml(data: bytes) -> bool:
    """Bytes that open with an XML declaration."""
    return decode_head(data[:200]).lstrip().startswith("<?xml")


def decode_head(data: bytes) -> str:
    """The first characters, in whichever of the encodings of XML, good enough to read names in."""
    head = data[:_HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:4] in (b"<\x00?\x00", b"\x00<\x00?"):
        head = head.replace(b"\x00", b"")
    return head.decode("latin-1").removeprefix("ÿþ").removeprefix("þÿ").removeprefix("ï»¿")
