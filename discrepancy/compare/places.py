"""Two places told of one thing: bearings by the compass, numbers, states and kinds of site by themselves."""

from __future__ import annotations

from typing import Final

from discrepancy.bearings import contrast, read_bearing
from discrepancy.compare.circumstances import Days
from discrepancy.model import Mention, Severity, Verdict, Words

_WHY: Final = {
    "address": "two numbers in one street",
    "block": "two numbers in one street",
    "number": "two numbers",
    "building": "one name, two kinds of building",
    "mission": "one country, two kinds of mission",
    "road": "one name, two kinds of road",
    "water": "one name, two kinds of water",
    "state of a town": "one name, two states",
    "country of a town": "one name, two countries",
}
_KINDS: Final = frozenset({"building", "mission", "road", "water"})  # may be two: a hotel and its hospital
_PEOPLE: Final = {"home": "home", "birth": "birthplace", "seat": "state"}


def compare_places(a: Mention, b: Mention, days: Days) -> Verdict | None:
    """Say how two places of one family stand; None where family or anchor differ, or both can be true."""
    if not isinstance(a.value, Words) or not isinstance(b.value, Words):
        return None
    if not a.frame or (a.frame, a.noun) != (b.frame, b.noun):
        return None
    if a.value.text == b.value.text:
        return Verdict("agree", "the same place")
    told = f"{a.surface} here and {b.surface} there"
    if a.frame in _PEOPLE:
        severity = _compare_homes(a.value.text, b.value.text)
        whose = f"{_PEOPLE[a.frame]} of {(a.noun or '').title()}"
        return Verdict(severity, f"{told}: {whose}")
    if a.frame in _WHY:
        return Verdict("soft" if a.frame in _KINDS else "hard", f"{told}: {_WHY[a.frame]}")
    return _compare_bearings(a.value.text, b.value.text, told)


def _compare_homes(here: str, there: str) -> Severity:
    """Hard for two states, soft for two towns of one: the smaller may be a suburb of the larger."""
    return "soft" if here.rpartition(", ")[2] == there.rpartition(", ")[2] else "hard"


def _compare_bearings(here: str, there: str, told: str) -> Verdict | None:
    p, q = read_bearing(here), read_bearing(there)
    severity = contrast(p, q) if p and q else None
    if p is None or q is None or severity is None:
        return None
    if severity == "agree":
        return Verdict("agree", "much the same place")
    why = "within or without" if None in (p.degrees, q.degrees) else "two directions"
    return Verdict(severity, f"{told}: {why}")
