"""XML of no format that is known: refused, for its tags would be taken for text."""

from __future__ import annotations

from typing import NoReturn

from discrepancy.errors import ReadError
from discrepancy.read.markup import parse_xml
from discrepancy.read.xml_root import is_xml, root_name


def claims(data: bytes, name: str) -> bool:
    """Bytes that open with an XML declaration and that no other format has claimed."""
    return is_xml(data)


def read(data: bytes, name: str) -> NoReturn:
    """Raises ReadError, always: for broken XML, else for XML of no known kind."""
    parse_xml(data, name)
    raise ReadError(
        f"{name}: is XML with the root <{root_name(data) or '?'}>, which is none of NITF, NewsML-G2, RSS, "
        "Atom and XHTML; give the report in one of these, or as text"
    )
