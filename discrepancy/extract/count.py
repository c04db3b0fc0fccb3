"""Counts of people and things: "at least 10 people", "18 ballistic missiles", "no one was injured"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from discrepancy.extract.attach import Quantity
from discrepancy.extract.mention import mention
from discrepancy.extract.nouns import compounded_noun, is_plural, noun_after, noun_of, singular
from discrepancy.extract.parts import is_part
from discrepancy.extract.quantity import find_quantities
from discrepancy.model import Article, Mention, Sentence, Value

_HARM = r"injur|hurt|killed|wounded|harmed|arrested|missing|charged|died|dead|survived"
_ZERO = re.compile(
    r"\b(?P<who>no ?one|nobody|none(?: of (?:the|them|those|its|his|her|their)(?: \w{1,20}){0,2})?)(?: else)?"
    rf"(?= (?:was|were|is|are|has been|had been|have been|got) (?:\w+ ){{0,2}}(?:{_HARM})| (?:died|survived))"
    r"|\b(?:no|zero|without(?: any)?) (?:(?:immediate|reported|serious|known|further|other|confirmed"
    r"|civilian|major"
    r"|reports of(?: any)?|additional|human) ){0,2}"
    r"(?P<noun>injur(?:y|ies)|casualt(?:y|ies)|deaths?|fatalit(?:y|ies)|survivors?|victims?|arrests?"
    r"|losses)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
# "the top three", "the last two": a place in an order, unless things of that number follow.
_RANKED = re.compile(r"\b(?:top|bottom|final|big) $", re.IGNORECASE)
_NAMED = re.compile(r"\w[^\w\n.]{0,3}\b[A-Z][A-Za-z]{1,20} $")
# "62-46", "12-0": where it is no range it is a score, whoever reads it as one.
_PAIRED = re.compile(r"\d[-–]$")
# A number without a noun counts what the one before it counted: "27 people died and 16 were hurt".
_SAME_THING = re.compile(
    r"(?:\b(?:from|compared (?:with|to)|including|than|versus|against|another|and|or|but|while|plus"
    r"|of which|of whom)"
    r"(?: the)?|,) $",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;!?](?:\s|$)")


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Bare numbers with what they count; "no one was hurt" counts 0."""
    text = sentence.text
    for match in _ZERO.finditer(text):
        noun = singular(match["noun"]) if match["noun"] else "person"
        yield mention("count", sentence, match.start(), match.end(), Value(0, 0), noun=noun)
    before: Mention | None = None
    for quantity in find_quantities(text):
        found = _count(sentence, quantity)
        if found:
            before = _named_as(sentence, before, found)
            yield before


def _count(sentence: Sentence, quantity: Quantity) -> Mention | None:
    text = sentence.text
    if quantity.unit is not None or quantity.number.form == "fraction":
        return None
    noun = _noun(text, quantity)
    if _is_label(sentence, quantity, noun) or (noun is None and not _stands_alone(text, quantity)):
        return None
    end = max(quantity.end, noun[1]) if noun else quantity.end
    part = is_part(text, quantity.start, end) or is_part(text, quantity.start, quantity.end)
    value = quantity.value
    return mention("count", sentence, quantity.start, end, value, noun=noun[0] if noun else None, part=part)


def _noun(text: str, quantity: Quantity) -> tuple[str, int] | None:
    """What is counted, and where its word ends."""
    if quantity.number.form == "fold":
        return "time", quantity.end
    if text.startswith("-", quantity.end):
        return compounded_noun(text, quantity.number.end)
    of = noun_of(text, quantity.end) if text.startswith(" of ", quantity.end) else None
    return of or noun_after(text, quantity.end, plural=quantity.high != 1)


def _stands_alone(text: str, quantity: Quantity) -> bool:
    """Whether a number without a noun counts something all the same, and is no year, rank or pronoun."""
    number = quantity.number
    if _YEAR.fullmatch(text[number.core : number.end]) or number.pattern == "one":
        return False
    if number.form == "vague" and not number.pattern.endswith("s"):
        return False
    return not _RANKED.search(text[max(0, quantity.start - 10) : quantity.start])


def _is_label(sentence: Sentence, quantity: Quantity, noun: tuple[str, int] | None) -> bool:
    """Whether digits are half of a score, or belong to the name in front of them ("the Planet 9 project").

    A name may also just stand before a count ("on Monday 18 people"), so a short number with a noun is one.
    """
    text, number = sentence.text, quantity.number
    if number.form != "digits":
        return False
    if _PAIRED.search(text[max(0, number.core - 2) : number.core]) or re.match(
        r"[-–]\d", text[number.end : number.end + 2]
    ):
        return True
    digits = text[number.core : number.end]
    bare = quantity.start == number.core and digits.isdigit() and sentence.role != "headline"
    counted = noun is not None and is_plural(text[: noun[1]].split()[-1])
    loose = len(digits) == 4 if counted else len(digits) < 5
    before = text[max(0, quantity.start - 30) : quantity.start]
    return bare and loose and bool(_NAMED.search(before)) and not _is_title_case(text)


def _is_title_case(text: str) -> bool:
    """Whether most words are capitalised, as in a headline: there capitals mark no names."""
    words = re.findall(r"\b[A-Za-z]{4,}", text[:400])
    return sum(word[0].isupper() for word in words) > 0.6 * len(words)


def _named_as(sentence: Sentence, before: Mention | None, found: Mention) -> Mention:
    """The count with the noun of the count before it, where it has none and goes on about the same things."""
    if before is None or found.noun is not None or before.noun is None:
        return found
    gap = sentence.text[before.end - sentence.start : found.start - sentence.start]
    same = len(gap) < 120 and _STOP.search(gap) is None and _SAME_THING.search(gap) is not None
    return replace(found, noun=before.noun) if same else found
