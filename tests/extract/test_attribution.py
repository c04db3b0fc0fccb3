"""Who says so, sentence by sentence."""

from __future__ import annotations

import pytest

from discrepancy.extract.attribution import attribute


@pytest.mark.parametrize(
    ("text", "surface", "who"),
    [
        ("Three died, according to the mayor.", "Three", "the mayor"),
        ("Police said three men were held.", "three", "Police"),
        ("Officials reported that 12 homes burned.", "12", "Officials"),
        ("Twelve homes burned, the Observatory said.", "Twelve", "the Observatory"),
        ("“Twelve homes burned,” said Mayor Jane Doe.", "Twelve", "Mayor Jane Doe"),
        ("Twelve homes burned, Jane Doe, the mayor of Velm, said.", "Twelve", "Jane Doe"),
        ("Police said three died, while the army said nine died.", "nine", "the army"),
        ("Police said three died, while the army said nine died.", "three", "Police"),
        ("The Fish and Wildlife Service said 40 herons died.", "40", "The Fish and Wildlife Service"),
        ("The fire claimed 18 lives.", "18", None),
        ("Twelve homes burned, he said.", "Twelve", None),
        ("Twelve homes were said to have burned.", "Twelve", None),
        ("Twelve homes burned.", "Twelve", None),
    ],
)
def test_attribution(text: str, surface: str, who: str | None) -> None:
    start = text.index(surface)
    assert attribute(text, start, start + len(surface)) == who
