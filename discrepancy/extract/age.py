"""Ages: "34-year-old", "aged 34", "Smith, 34,", "34 years old", "in her 60s"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.extract.bounds import bound_before
from discrepancy.extract.mention import mention
from discrepancy.extract.nouns import noun_after, singular
from discrepancy.extract.numbers import Number, find_numbers
from discrepancy.model import Article, Mention, Sentence, Value

_OLD = re.compile(r"[ -]?(?P<unit>year|month|week|day|yr)s?[ -](?:olds?\b|of age\b)", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:aged?|ages|the ages? of|turn(?:ed|s|ing))(?: (?:of|between|from|about|around|just|only|at least|over|under))? ?$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(
    r"(?P<name>[A-Z][\w’'-]+\.?|\b(?:man|woman|boy|girl|son|daughter|wife|husband|mother|father|brother|sister)), (?:now |then |also |both )?$"
)
_COMMA_AFTER = re.compile(r",(?! \d{4}\b)|\.?$|[.;)](?!\d)| and [A-Z]|,? (?:of|from) [A-Z]")
_DECADE = re.compile(
    r"\bin (?:his|her|their|the|my) (?:(?P<part>early|mid|late)[ -])?['’]?(?P<decade>[2-9]0)[’']?s\b",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(?:he|she|who) (?:was|is|will be|would have been|turned|would be) (?:now |only |just )?$",
    re.IGNORECASE,
)
_IS_AFTER = re.compile(r"[.,;]|$| (?:when|at the time|and|years? of age)\b")


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Ages with the unit "year", or that of a child counted in months; who it is of, where it is said."""
    text = sentence.text
    for number in find_numbers(text):
        if number.form in ("fraction", "vague", "fold"):
            continue
        found = _old(sentence, number) or _plain(sentence, number)
        if found:
            yield found
    for match in _DECADE.finditer(text):
        yield _decade(sentence, match)


def _old(sentence: Sentence, number: Number) -> Mention | None:
    """ "34-year-old", "34 years old"."""
    match = _OLD.match(sentence.text, number.end)
    if match is None:
        return None
    unit = match["unit"].lower().replace("yr", "year")
    after = noun_after(sentence.text, match.end(), plural=False)
    value = Value(number.low, number.high, unit, number.bound)
    return mention("age", sentence, number.start, match.end(), value, noun=after[0] if after else None)


def _plain(sentence: Sentence, number: Number) -> Mention | None:
    """ "aged 34", "Smith, 34,", "she was 34"."""
    text = sentence.text
    if not 0 < number.low <= 120 or number.low != int(number.low):
        return None
    before = text[max(0, number.core - 60) : number.core]
    aged = _AGED.search(before)
    if aged:
        start = number.core - len(before) + aged.start()
        hedge = bound_before(text, number.core)
        bound = hedge[1] if hedge else number.bound
        return mention("age", sentence, start, number.end, Value(number.low, number.high, "year", bound))
    name = _NAME_BEFORE.search(before)
    named = name and _COMMA_AFTER.match(text, number.end)
    if not named and not (_IS.search(before) and _IS_AFTER.match(text, number.end)):
        return None
    noun = singular(name["name"]) if name and name["name"].islower() else name["name"] if name else None
    return mention(
        "age",
        sentence,
        number.start,
        number.end,
        Value(number.low, number.high, "year", number.bound),
        noun=noun,
    )


def _decade(sentence: Sentence, match: re.Match[str]) -> Mention:
    low = int(match["decade"])
    first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get((match["part"] or "").lower(), (0, 9))
    return mention("age", sentence, match.start(), match.end(), Value(low + first, low + last, "year"))
