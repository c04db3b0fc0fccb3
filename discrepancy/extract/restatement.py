"""Quantities that a text itself restates in other units: "609 m (2,000 ft)", "€2m ($2.6m; £1.7m)"."""

from __future__ import annotations

import re
from dataclasses import replace

from discrepancy.extract.attach import Quantity

_HEDGE = (
    r"(?:about |around |some |roughly |nearly |almost |approximately |more than |over |just over "
    r"|just under )?"
)
_LINK = re.compile(
    rf" ?[(\[](?:or |equal to |equivalent to |i\.e\. )?{_HEDGE}|,? or {_HEDGE}|[;/,] ?{_HEDGE}"
    rf"| - (?:or )?{_HEDGE}| = ",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"[;/,] ?(?:and |or )?", re.IGNORECASE)


def link_restatements(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Give quantities that restate each other each other's values."""
    linked = list(quantities)
    group: list[int] = []
    for place, quantity in enumerate(quantities):
        if not group or not _restates(text, [quantities[member] for member in group], quantity):
            group = [place]
            continue
        group.append(place)
        for member in group:
            others = tuple(quantities[other].value for other in group if other != member)
            linked[member] = replace(quantities[member], also=others)
    return linked


def _restates(text: str, group: list[Quantity], quantity: Quantity) -> bool:
    """Whether a quantity says the group's first once more: same dimension, a unit not used yet, apposed."""
    known = {member.unit for member in group}
    if quantity.unit is None or quantity.unit in known or quantity.dimension != group[0].dimension:
        return False
    gap = text[group[-1].end : quantity.start]
    if "," in gap and "or" not in gap and len(group) == 1:
        return False  # "5 feet, 40 inches": a list, not a restatement
    return bool((_LINK if len(group) == 1 else _INSIDE).fullmatch(gap))
