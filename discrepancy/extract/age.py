"""Ages: "34-year-old", "aged 34", "Smith, 34,", "34 years old", "in her 60s"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.extract.bounds import bound_before
from discrepancy.extract.designations import is_designated
from discrepancy.extract.mention import mention
from discrepancy.extract.nouns import can_be_noun, is_counted, noun_after
from discrepancy.extract.numbers import Number, find_numbers
from discrepancy.extract.plurals import singular
from discrepancy.model import Article, Mention, Sentence, Value

OLDEST = 120  # years; a larger number between commas is none of anybody's age
_HYPHEN = "[ \u00a0\u2010-\u2013-]"
_OLD = re.compile(
    rf"{_HYPHEN}?(?P<unit>year|month|week|day|yr)s?{_HYPHEN}?(?:olds?\b|of age\b)| ?(?P<short>y\.?o\b)",
    re.IGNORECASE,
)
# "41 and 48 years old", "aged 27 and 44": an age beside an age.
_OLD_TOO = re.compile(r"(?:, \d{1,3}){0,3},? (?:and|or) \d{1,3}[ -]years?[ -](?:old|of age)\b", re.IGNORECASE)
_AGED_TOO = re.compile(r"\b(?:aged|ages) \d{1,3}(?:, \d{1,3}){0,3},? (?P<last>(?:and|or) )?$", re.IGNORECASE)
_MORE = re.compile(r"(?:, \d{1,3}){0,3},? (?:and|or) \d{1,3}\b")
_BACKWARDS = re.compile(
    r"\bbetween (?:(?P<ages>the ages of |ages )|(?=\d{1,3} and \d{1,3}[ -]years?[ -](?:old|of age)\b))"
    r"(?P<first>\d{1,3}) and (?P<last>\d{1,3})\b(?:[ -]years?[ -](?:old|of age)\b)?",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:aged?(?: (?:to|from|at|limit|of consent is))?|ages|(?:the )?ages? of|turn(?:ed|s|ing)"
    r"|(?:dead|die[sd]) at(?: age)?)"
    r"(?: (?:of|between|from|about|around|just|only|at least|over|under))? ?$",
    re.IGNORECASE,
)
# Somebody, then a comma: "Smith, 34, said", "the actress, now 26,".
_PERSON = re.compile(r"(?P<name>[^\W\d_][\w’'-]{1,30}\.?),? \(?(?:now |then |also |both )?$")
_GROUP = re.compile(r"\b(?:adults|women|men|viewers|people|those|children|voters|girls|boys) $")
_CLOSED = re.compile(r",(?! \d{4}\b)|\)|\.?$|[.;](?!\d)| and [A-Z]| (?:of|from) [A-Z]")
_DECADE = re.compile(
    r"\bin (?:his|her|their|the|my) (?:(?P<part>early|mid|late)[ -])?['’]?(?P<decade>[1-9]0)[’']?s\b",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(?:he|she|who|[A-Z][\w’'-]{1,20}) (?:was|is|will be|would have been|turned|would be|is now) "
    r"(?:now |only |just )?$"
)
_IS_AFTER = re.compile(
    r"[.,;]?$|[.,;](?!\d)| (?:when|at the time|and|years? of age|next|this|by the|(?:in|on) [A-Z]\w{2,8})\b"
)
_WAS, _THEN = (
    re.compile(r"\b(?:was|were|is) (?:just |only |then )?$"),
    re.compile(r" at the time\b| when (?:he|she)\b"),
)
# "The 34-year actress": the word "old" is left out. Of a trade it could be the years in it.
_LEFT_OUT = re.compile(
    r"-year (?:(?!veteran|company|career|family|contract)[a-z]{4,12} )?(?:man|woman|boy|girl|actor|actress"
    r"|singer|starlet|mother|father|grandmother|grandfather|suspect|victim|toddler|teenager|widow|pensioner)\b(?!-)"
)
_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Ages with the unit "year", or that of a child counted in months; who it is of, where it is said."""
    text = sentence.text
    for number in find_numbers(text):
        if number.form in ("fraction", "vague", "fold") or is_designated(text, number.core, number.end):
            continue
        found = _old(sentence, number) or _plain(sentence, number)
        if found:
            yield found
    for match in _BACKWARDS.finditer(text):
        first, last = float(match["first"]), float(match["last"])
        if first > last:  # a slip, kept as a range that the words give the wrong way round
            yield mention("age", sentence, match.start(), match.end(), Value(last, first, "year"))
    for match in _DECADE.finditer(text):
        low = int(match["decade"])
        first, last = _PARTS.get((match["part"] or "").lower(), (0, 9))
        yield mention("age", sentence, match.start(), match.end(), Value(low + first, low + last, "year"))


def _old(sentence: Sentence, number: Number) -> Mention | None:
    """ "34-year-old", "34 years old", "19 or older"."""
    text = sentence.text
    match = _OLD.match(text, number.end)
    if match is None and number.form == "digits" and _LEFT_OUT.match(text, number.end):
        end = number.end + len("-year")
        return mention("age", sentence, number.start, end, Value(number.low, number.high, "year"))
    if match is None and not text.endswith(("older", "younger"), number.start, number.end):
        return None
    end = match.end() if match else number.end
    unit = match["unit"].lower().replace("yr", "year") if match and match["unit"] else "year"
    after = noun_after(text, end, plural=False)
    value = Value(number.low, number.high, unit, number.bound)
    return mention("age", sentence, number.start, end, value, noun=after[0] if after else None)


def _plain(sentence: Sentence, number: Number) -> Mention | None:
    """ "aged 34", "Smith, 34,", "she was 34"."""
    text = sentence.text
    if not 0 < number.low <= OLDEST or number.low != int(number.low):
        return None
    before = text[max(0, number.core - 60) : number.core]
    aged = _AGED.search(before)
    if aged:
        start = number.core - len(before) + aged.start()
        hedge = bound_before(text, number.core)
        value = Value(number.low, number.high, "year", hedge[1] if hedge else number.bound)
        return mention("age", sentence, start, number.end, value)
    if number.form == "digits" and _is_listed(text, before, number):
        return mention("age", sentence, number.start, number.end, Value(number.low, number.high, "year"))
    if number.form == "range" and _GROUP.search(before):
        return mention("age", sentence, number.start, number.end, Value(number.low, number.high, "year"))
    if text[number.start : number.end].lower().startswith("between the ages"):
        return mention("age", sentence, number.start, number.end, Value(number.low, number.high, "year"))
    noun = _person(text, before, number)
    stated = _IS.search(before) and _IS_AFTER.match(text, number.end)
    then = _WAS.search(before) and _THEN.match(text, number.end)
    if noun is None and not stated and not then:
        return None
    value = Value(number.low, number.high, "year", number.bound)
    return mention("age", sentence, number.start, number.end, value, noun=noun)


def _is_listed(text: str, before: str, number: Number) -> bool:
    """Whether the age stands in a row of ages: "41 and 48 years old", "aged 27 and 44"."""
    if _OLD_TOO.match(text, number.end):
        return not re.search(r"\bbetween $", before, re.IGNORECASE)
    aged = _AGED_TOO.search(before)
    if aged is None or is_counted(text, number.end):
        return False
    return bool(aged["last"] or _MORE.match(text, number.end))


def _person(text: str, before: str, number: Number) -> str | None:
    """The name or noun that an age between commas or brackets belongs to."""
    name = _PERSON.search(before)
    if name is None or number.form != "digits" or not _CLOSED.match(text, number.end):
        return None
    bracketed, comma = before.endswith("("), "," in before[name.end("name") :]
    if bracketed == comma or bracketed != text.startswith(")", number.end):
        return None
    word = name["name"]
    if word[0].isupper():
        return word if can_be_noun(word) and (comma or number.low > 12) else None
    return singular(word) if comma and text.startswith(",", number.end) and can_be_noun(word) else None
