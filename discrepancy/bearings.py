"""Where a place lies of another, out of the normal form of a mention, and how two such statements stand."""

from __future__ import annotations

import math
import re
from typing import Literal, NamedTuple

Relation = Literal["of", "part", "inside", "centre", "outskirts", "outside", "off"]

_POINT = re.compile(r"north|south|east|west")
_DEGREES = {"north": 0, "east": 90, "south": 180, "west": 270}
_FORM = re.compile(
    r"(?P<relation>inside|centre|outskirts|outside|off) "
    r"|(?P<course>(?:north|south|east|west|-)+)(?P<part>ern part)? of "
)
# What cannot be true at one time of one thing and one anchor, and what an editor wants to know of.
_SOFT = frozenset(
    map(
        frozenset,
        (
            ("inside", "of"),
            ("inside", "outside"),
            ("centre", "of"),
            ("centre", "outside"),
            ("centre", "outskirts"),
            ("inside", "off"),
            ("centre", "off"),
        ),
    )
)
_SAME = frozenset({frozenset({"inside", "centre"}), frozenset({"outskirts", "outside"})})


class Bearing(NamedTuple):
    """A relation to an anchor, with its course where the compass says one."""

    relation: Relation
    degrees: float | None = None  # clockwise from north


def read_bearing(text: str) -> Bearing | None:
    """The bearing of a normal form such as "south of tolme" or "eastern part of tolme"."""
    found = _FORM.match(text)
    if not found:
        return None
    if found["course"]:
        return Bearing("part" if found["part"] else "of", measure_course(found["course"]))
    return Bearing(found["relation"])  # type: ignore[arg-type]


def measure_course(course: str) -> float:
    """Degrees of a course: 135 for "southeast", 112.5 for "east-southeast"."""
    points = _POINT.findall(course)
    pair = _middle(points[-2:]) if len(points) > 1 else float(_DEGREES[points[-1]])
    if len(points) < 3:
        return pair
    first = _DEGREES[points[0]]
    return (first + ((pair - first + 180) % 360 - 180) / 2) % 360


def _middle(points: list[str]) -> float:
    x = sum(math.sin(math.radians(_DEGREES[point])) for point in points)
    y = sum(math.cos(math.radians(_DEGREES[point])) for point in points)
    return round(math.degrees(math.atan2(x, y)) % 360, 1)


def contrast(p: Bearing, q: Bearing) -> Literal["hard", "soft", "agree"] | None:
    """How two bearings from one anchor stand; None where they cannot be compared."""
    if p.degrees is not None and q.degrees is not None:
        return _turn(p.degrees, q.degrees) if p.relation == q.relation else None
    relations = frozenset({p.relation, q.relation})
    if len(relations) == 1 or relations in _SAME:
        return "agree"
    return "soft" if relations in _SOFT else None


def _turn(p: float, q: float) -> Literal["hard", "soft", "agree"]:
    """More than a quarter turn cannot be true of one place; "north" holds "northeast"."""
    apart = abs((p - q + 180) % 360 - 180)
    return "hard" if apart > 112.5 else "soft" if apart >= 90 else "agree"
