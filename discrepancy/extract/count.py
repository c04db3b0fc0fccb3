"""Counts of people and things: "at least 10 people", "18 ballistic missiles", "no one was injured"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.extract.mention import mention
from discrepancy.extract.nouns import noun_after, noun_of, singular
from discrepancy.extract.parts import is_part
from discrepancy.extract.attach import Quantity
from discrepancy.extract.quantity import find_quantities
from discrepancy.model import Article, Mention, Sentence, Value

_HARM = r"injur|hurt|killed|wounded|harmed|arrested|missing|charged|died|dead|reported|survived|immediately|seriously"
_ZERO = re.compile(
    rf"\b(?P<who>no ?one|nobody|none(?: of (?:the|them|those|its|his|her|their)(?: \w{{1,20}}){{0,2}})?)(?: else)?(?= (?:was|were|is|has been|had been|have been|got) (?:\w+ )?(?:{_HARM}))"
    r"|\b(?:no|zero|without(?: any)?) (?:(?:immediate|reported|serious|known|further|other|confirmed|civilian|reports of(?: any)?|major|additional) ){0,2}"
    r"(?P<noun>injur(?:y|ies)|casualt(?:y|ies)|deaths?|fatalit(?:y|ies)|survivors?|victims?|arrests?|losses|survivor)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Bare numbers with what they count; "no one was hurt" counts 0."""
    text = sentence.text
    for match in _ZERO.finditer(text):
        noun = singular(match["noun"]) if match["noun"] else "person"
        yield mention("count", sentence, match.start(), match.end(), Value(0, 0), noun=noun)
    for quantity in find_quantities(text):
        if quantity.unit is None and quantity.number.form != "fraction":
            found = _count(sentence, quantity)
            if found:
                yield found


def _count(sentence: Sentence, quantity: Quantity) -> Mention | None:
    text = sentence.text
    noun = _noun(text, quantity)
    if noun is None and not _stands_alone(text, quantity):
        return None
    end = max(quantity.end, noun[1]) if noun else quantity.end
    name = noun[0] if noun else None
    part = is_part(text, quantity.start, end) or is_part(text, quantity.start, quantity.end)
    return mention("count", sentence, quantity.start, end, quantity.value, noun=name, part=part)


def _noun(text: str, quantity: Quantity) -> tuple[str, int] | None:
    if quantity.number.form == "fold":
        return "time", quantity.end
    plural = quantity.low != 1 or quantity.high != 1
    return noun_of_count(text, quantity.end) or noun_after(text, quantity.end, plural)


def noun_of_count(text: str, end: int) -> tuple[str, int] | None:
    """The noun after "of": "dozens of people", "two of the men"; "in" belongs to places."""
    return noun_of(text, end) if text.startswith(" of ", end) else None


def _stands_alone(text: str, quantity: Quantity) -> bool:
    """Whether a number without a noun counts something all the same: not a year, nor the pronoun "one"."""
    number = quantity.number
    digits = text[number.core : number.end]
    if _YEAR.fullmatch(digits) or number.pattern == "one":
        return False
    return not (number.form == "vague" and number.pattern in ("several", "a few", "few"))
