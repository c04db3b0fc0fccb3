"""Two offices that one person is given, told apart."""

from __future__ import annotations

from discrepancy.compare.circumstances import Days
from discrepancy.model import Mention, Verdict, Words
from discrepancy.offices import HARD, Contrast, contrast, is_equal, parse_office

_WHY: dict[Contrast, str] = {
    "level": "one is below the other",
    "other deputy": "two ways to stand below one office",
    "joint": "alone or with others",
    "staff": "the office itself or somebody in it",
    "field": "two different fields",
    "office": "two different offices",
    "standing in": "in office or standing in",
    "former": "in office or out of it",
    "incoming": "in office or on the way to it",
}


def compare_titles(a: Mention, b: Mention, days: Days) -> Verdict | None:
    """Hard where one person can hardly hold both offices, soft where one may be short for the other."""
    if not isinstance(a.value, Words) or not isinstance(b.value, Words):
        return None
    here, there = parse_office(a.value.text), parse_office(b.value.text)
    if here is None or there is None:
        return None
    differs = contrast(here, there)
    if differs:
        who = max(sorted((a.frame or "", b.frame or "")), key=len)
        surfaces = f"{' '.join(a.surface.split())} vs {' '.join(b.surface.split())}"
        return Verdict("hard" if differs in HARD else "soft", f"{who}: {surfaces}, {_WHY[differs]}")
    return Verdict("agree", "the same office") if is_equal(here, there) else None
