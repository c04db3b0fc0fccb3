"""What a reader of one format hands over: the text, and what the format itself states about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a report and its stated metadata; None where the format does not say."""

    text: str
    title: str | None = None
    source: str | None = None
    published: str | None = None  # ISO 8601
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """One format: whether bytes of that name are in it, and how to read them."""

    name: str
    claims: Callable[[bytes, str], bool]
    read: Callable[[bytes, str], Draft]  # raises ReadError, in which the name says where
