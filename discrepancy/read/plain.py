"""Plain text, and what is none: the last format in the list, which says what cannot be read."""

from __future__ import annotations

from discrepancy.read.decode import decode
from discrepancy.read.draft import Draft


def claims(data: bytes, name: str) -> bool:
    """Whatever no other format claims is plain text, or an error."""
    return True


def read(data: bytes, name: str) -> Draft:
    """The text as it stands. Raises ReadError for what is binary or cannot be decoded."""
    return Draft(decode(data, name))
