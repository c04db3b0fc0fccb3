"""Measures: distances, weights, areas, temperatures, speeds, and the scales of quakes and storms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.extract.bounds import bound_before
from discrepancy.extract.measured import find_kind
from discrepancy.extract.mention import mention
from discrepancy.model import Article, Mention, Sentence, Value

_NUMBER = r"\d{1,2}(?:\.\d{1,2})?"
_SCALES = re.compile(
    rf"\b(?P<magnitude>magnitude(?:[ -]of)?[ -](?:an? )?(?P<hedge>[a-z ]{{0,20}} )?(?P<m1>{_NUMBER})"
    rf"|(?P<m2>{_NUMBER}) ?[ -]magnitude|(?P<m3>{_NUMBER})(?: in magnitude)? (?:on|by) the Richter(?: scale)?"
    rf"|(?P<m4>{_NUMBER}) in magnitude|(?P<m5>{_NUMBER})[ -]Richter"
    r"|(?P<m6>\d\.\d)(?= (?:earth)?quake\b| temblor| tremor| aftershock))(?![\w.]?\d)"
    rf"|\bcategory[ -](?P<category>[1-5]|one|two|three|four|five)\b|\bmach (?P<mach>{_NUMBER})(?![\w.]?\d)",
    re.IGNORECASE,
)
_SPELLED = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Measures in the unit written; magnitudes have the unit "magnitude", storms "category"."""
    yield from find_kind("measure", sentence)
    for match in _SCALES.finditer(sentence.text):
        yield _scale(sentence, match)


def _scale(sentence: Sentence, match: re.Match[str]) -> Mention:
    if match["category"]:
        unit, written = "category", match["category"].lower()
    elif match["mach"]:
        unit, written = "mach", match["mach"]
    else:
        unit, written = (
            "magnitude",
            next(match[name] for name in ("m1", "m2", "m3", "m4", "m5", "m6") if match[name]),
        )
    inner = bound_before(sentence.text, match.start("m1")) if match["m1"] else None
    outer = bound_before(sentence.text, match.start())
    hedge = outer or inner
    number = float(_SPELLED.get(written) or written)
    value = Value(number, number, unit, hedge[1] if hedge else "=")
    start = outer[0] if outer else match.start()
    return mention("measure", sentence, start, match.end(), value, noun=None if unit == "mach" else unit)
