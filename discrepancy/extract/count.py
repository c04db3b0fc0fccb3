"""Counts of people and things: "at least 10 people", "18 ballistic missiles", "no one was injured"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from discrepancy.extract.attach import Quantity
from discrepancy.extract.mention import mention
from discrepancy.extract.nouns import (
    compounded_noun,
    counted_before,
    is_counted,
    noun_after,
    noun_of,
    singular_noun_after,
)
from discrepancy.extract.parts import is_part
from discrepancy.extract.plurals import is_plural, singular
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
_PAIRED_BEFORE, _PAIRED_AFTER = re.compile(r"\d[-–]$"), re.compile(r"[-–]\d")
# A number without a noun counts what the one before it counted: "27 people died and 16 were hurt".
_SAME_THING = re.compile(
    r"(?:\b(?:from|compared (?:with|to)|including|than|versus|against|another|and|or|but|while|plus"
    r"|of which|of whom)"
    r"(?: the| an?(?: \w+){0,2})?|,) $",
    re.IGNORECASE,
)
_OLD = re.compile(r"-old\b")
_SUSPENDED = re.compile(r"-,? (?:(?:and|or|to) )?")
_LEVEL = re.compile(r"\b(?:to|at) $")
_STOP = re.compile(r"[.;!?](?:\s|$)")
# Verbs and tolls that count people where no noun follows: "the blast killed 29", "the toll rose to 70".
_PEOPLE = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|injur(?:e|es|ed|ing)|wound(?:s|ed|ing)?|hurt(?:s|ing)?|arrest(?:s|ed|ing)?"
    r"|detain(?:s|ed|ing)?|displac(?:es?|ed|ing)|evacuat(?:es?|ed|ing)|rescu(?:es?|ed|ing)|claim(?:s|ed"
    r"|ing) the lives of"
    r"|(?:death )?tolls?(?: \w+){0,4}? (?:to|at|of|is|was|reached|passed)|population of)(?: other)? $",
    re.IGNORECASE,
)
_PARENT = re.compile(
    r"\b(?:mothers?|fathers?|moms?|mums?|dads?|parents?|grandmothers?|grandfathers?|grandparents?) of $",
    re.IGNORECASE,
)
_WERE_HARMED = re.compile(
    r" (?:more )?(?:were|was|are|have been|had been) (?:\w+ )?(?:killed|injured|wounded|hurt|arrested"
    r"|missing|detained|rescued)\b"
)
_PER = re.compile(
    r" (?:per|an?|each|every) (?P<per>second|minute|hour|day|night|week|month|year|season|game)\b"
    r"(?! (?:after|before|later|earlier|ago|and a half)\b)",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the|these|those) $", re.IGNORECASE)


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Bare numbers and what they count; by time they are rates ("300 patients a week"), "no one" is 0."""
    text = sentence.text
    for match in _ZERO.finditer(text):
        noun = singular(match["noun"]) if match["noun"] else "person"
        yield mention("count", sentence, match.start(), match.end(), Value(0, 0), noun=noun)
    counts = [found for quantity in find_quantities(text) if (found := _count(sentence, quantity))]
    yield from _named(sentence, counts)


def _count(sentence: Sentence, quantity: Quantity) -> Mention | None:
    text = sentence.text
    if quantity.unit is not None or quantity.number.form == "fraction":
        return None
    noun = _noun(text, quantity)
    if _is_label(sentence, quantity, noun) or (noun is None and not _stands_alone(text, quantity)):
        return None
    end = max(quantity.end, noun[1]) if noun else quantity.end
    rate = _PER.match(text, end) if noun else None
    if noun and rate:
        value = replace(quantity.value, unit=f"{noun[0]} per {rate['per'].lower()}")
        return mention("rate", sentence, quantity.start, rate.end(), value, noun=noun[0])
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
    return of or _counted(text, quantity) or _past_measure(text, quantity) or _implied(text, quantity)


def _counted(text: str, quantity: Quantity) -> tuple[str, int] | None:
    """The noun right behind: after one, and after none where no plural follows, a singular."""
    none = quantity.high == 0 and not is_counted(text, quantity.end)  # "zero tolerance"
    if none or quantity.low == quantity.high == 1:
        return singular_noun_after(text, quantity.end)
    return noun_after(text, quantity.end, plural=True)


@lru_cache(maxsize=16)
def _by_start(text: str) -> dict[int, Quantity]:
    """The quantities of a sentence by where they start; kept, as each number in it asks."""
    return {quantity.start: quantity for quantity in find_quantities(text)}


def _past_measure(text: str, quantity: Quantity) -> tuple[str, int] | None:
    """The noun behind a measure that describes it: "two 500-pound bombs", "three 9-year-old boys"."""
    behind = _by_start(text).get(quantity.end + 1)
    if behind is None or not behind.attributive:
        return None
    old = _OLD.match(text, behind.end)
    found = noun_after(text, old.end() if old else behind.end, plural=quantity.high != 1)
    return (found[0], quantity.end) if found else None


def _implied(text: str, quantity: Quantity) -> tuple[str, int] | None:
    """Persons, where the words around say so, or the subject of the verb in front."""
    before = text[max(0, quantity.start - 60) : quantity.start]
    if _RANKED.search(before):
        return None
    if _PARENT.search(before):
        return "child", quantity.end
    if _PEOPLE.search(before) or _WERE_HARMED.match(text, quantity.end):
        return "person", quantity.end
    subject = counted_before(text, quantity.start) if quantity.number.form != "vague" else None
    return (subject, quantity.end) if subject else None


def _stands_alone(text: str, quantity: Quantity) -> bool:
    """Whether a number without a noun counts something all the same, and is no year, rank or pronoun."""
    number = quantity.number
    if _YEAR.fullmatch(text[number.core : number.end]) or number.pattern == "one":
        return False
    if (number.form == "vague" and not number.pattern.endswith("s")) or number.pattern == "zero":
        return False
    before = text[max(0, quantity.start - 10) : quantity.start]
    return not (_RANKED.search(before) or (number.form == "words" and _THE.search(before)))


def _is_label(sentence: Sentence, quantity: Quantity, noun: tuple[str, int] | None) -> bool:
    """Whether digits are half of a score, or belong to the name in front of them ("the Planet 9 project").

    A name may also just stand before a count ("on Monday 18 people"), so a short number with a noun is one.
    """
    text, number = sentence.text, quantity.number
    if number.form != "digits":
        return False
    if _PAIRED_BEFORE.search(text[max(0, number.core - 2) : number.core]) or _PAIRED_AFTER.match(
        text, number.end
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
    words: list[str] = re.findall(r"\b[A-Za-z]{4,}", text[:400])
    return sum(word[0].isupper() for word in words) > 0.6 * len(words)


def _named(sentence: Sentence, counts: list[Mention]) -> list[Mention]:
    """The counts, those without a noun named after a neighbour that counts the same things."""
    named = list(counts)
    for place in range(len(named) - 2, -1, -1):  # "four- and six-cylinder"
        if named[place].noun is None and _opens(sentence, *named[place : place + 2]):
            named[place] = replace(named[place], noun=named[place + 1].noun)
    for place in range(1, len(named)):
        gap = _gap(sentence, *named[place - 1 : place + 1])
        if named[place].noun is None and (_goes_on(gap) or _is_level(named[place - 1], named[place], gap)):
            named[place] = replace(named[place], noun=named[place - 1].noun)
    return named


def _opens(sentence: Sentence, first: Mention, second: Mention) -> bool:
    """Whether the second names what both count: "four- and six-cylinder", "from 30 to 40 seats"."""
    gap = _gap(sentence, first, second)
    start = first.start - sentence.start
    changed = gap == " to " and sentence.text[max(0, start - 5) : start].lower() == "from "
    return changed or _SUSPENDED.fullmatch(gap) is not None


def _is_level(before: Mention, after: Mention, gap: str) -> bool:
    """Whether a number is where an index ended: "rose 30 points to 7,120", "40 points, ... to 1,334.2"."""
    high = isinstance(after.value, Value) and after.value.low >= 100
    return high and before.noun == "point" and len(gap) < 60 and _LEVEL.search(gap) is not None


def _gap(sentence: Sentence, before: Mention, after: Mention) -> str:
    return sentence.text[before.end - sentence.start : after.start - sentence.start]


def _goes_on(gap: str) -> bool:
    if gap == " to ":
        return True
    return len(gap) < 120 and _STOP.search(gap) is None and _SAME_THING.search(gap) is not None
