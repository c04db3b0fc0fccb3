"""Plain text: it is what it is."""

from __future__ import annotations

from discrepancy.read.draft import Draft


def claims(text: str, name: str) -> bool:
    """Any text can be read as plain text."""
    return True


def read(text: str) -> Draft:
    """The text as it stands."""
    return Draft(text)
