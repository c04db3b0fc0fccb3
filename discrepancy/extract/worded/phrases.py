"""Phrases that name an office, and the words around them that tie one to a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from discrepancy.extract.worded.name_words import CALENDAR, OPENERS
from discrepancy.offices import (
    ADORNMENTS,
    FIELDS,
    FORMS,
    LEVELS,
    ONLY_BEFORE_NAME,
    SERVICE,
    SHORT,
    STANDING_IN,
    TIMES,
    VERBS,
    WITH_FIELD,
    Office,
    has_level,
    parse_office,
    read_office,
)
from discrepancy.words import fold

_REACH = 70  # characters before an office in which its other words stand
_MOST_LEFT = 7  # words of those
_MOST_OTHERS = 4  # words between a name and its office that are neither capitals nor of an office
_MOST_PASSED = 2
_BODY_WORDS = 6


def _pattern(forms: list[str]) -> str:
    written = (re.escape(form).replace(r"\ ", "[ -]").replace(r"\.", r"\.?") for form in forms)
    return "|".join(written)


_ALL_FORMS: Final = sorted({*FORMS, *SHORT}, key=lambda form: (-len(form), form))
_HEAD: Final = re.compile(rf"(?<!\w)(?:{_pattern(_ALL_FORMS)})(?!\w)", re.I)
_PLAIN: Final = {re.sub(r"[.]", "", form).replace("-", " "): form for form in _ALL_FORMS}
_WORD_LEFT: Final = re.compile(r"[\w&.’'-]+")
_LATER: Final = re.compile(r"-(elect|designate)\b", re.I)
_FIELD_TAIL: Final = re.compile(
    rf"\s(?:of|for)\s(?:the\s)?(?P<field>{'|'.join(sorted(FIELDS, key=len, reverse=True))})(?:\saffairs)?\b",
    re.I,
)
_BODY_TAIL: Final = re.compile(r"\s(?:of|for|at|in|with)\s(?P<body>[^,.;:()—–“”\"]{2,60})")
_DETERMINERS: Final = frozenset(("the", "a", "an", "its", "his", "her", "their"))
_SMALL: Final = _DETERMINERS | frozenset(
    ("who", "which", "that", "and", "of", "for", "at", "in", "with", "on", "to", "from", "by")
)
# What may stand between a name and its office: ", 52, the", " (D-Orrin), a", ", who is the", " is the".
_LEAD: Final = re.compile(
    r"(?P<link>,\s(?:\d{2},\s)?(?:who(?:\sis|’s|'s)\s|who\sserves\sas\s)?|,?\s\([^()]{1,25}\),?\s|,\s[RDI]-[A-Z][\w.-]+,\s|\sis\s)"
    r"(?P<time>(?:then|now|currently|also|formerly|once)\s)?(?P<det>(?:the|an?|its|his|her|their|our)\s)?"
)
_BEHIND: Final = re.compile(
    r"(?:-elect|-designate)?(?:\s*$|[.;:)\]—–”\"]|,|\s(?:of|for|at|in|with|from|and|who|on|since|until|under)\b)"
)
_OWN_OFFICE: Final = re.compile(r"['’]s?\s[Oo]ffice\b")
_WORKS_FOR: Final = re.compile(
    r",\s(?P<role>(?:an?\s|the\s)?(?:[a-z-]+\s){1,3}(?:with|in|at|from|for|of)\sthe\s(?:[A-Z][\w.]*\s){0,3})"
)
_NAMED: Final = re.compile(r"[^,.;:]*,\s[A-Z][\w’'-]+\s[A-Z]")
_CLAUSE: Final = re.compile(r"[^,.;:—–)]{0,100}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """An office in a sentence; places are offsets into its text."""

    start: int  # of what is shown: from the first word of the office itself
    end: int
    head_start: int
    head_end: int  # where a name may follow
    outer_start: int  # with the words for what it is an office of
    office: Office
    only_before_name: bool


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands between a name and an office behind it."""

    time: str
    definite: bool
    copula: bool


def find_phrases(text: str) -> list[Phrase]:
    """Every phrase that names an office, in order; of one inside another ("general manager") the outer."""
    found: list[Phrase] = []
    for phrase in _find_each(text):
        while found and found[-1].start >= phrase.start:
            found.pop()
        found.append(phrase)
    return found


def _find_each(text: str) -> Iterator[Phrase]:
    for match in _HEAD.finditer(text):
        form = match.group().casefold().replace("’", "'")
        listed = _PLAIN[re.sub(r"[.]", "", form).replace("-", " ")]
        known = parse_office(SHORT.get(listed, FORMS.get(listed, listed)))
        written_small = match.group()[0].islower() and ("." in listed or (known and known.head in SERVICE))
        if known and not written_small:
            yield _widen(text, match.start(), match.end(), known)


def _widen(text: str, start: int, end: int, known: Office) -> Phrase:
    """The phrase with the words before it and behind it that belong to the office."""
    before, first, outer, body = _look_left(text, start, known.head)
    later = _LATER.match(text, end)
    tail = _FIELD_TAIL.match(text, end) if known.head in WITH_FIELD else None
    stop = tail.end() if tail else later.end() if later else end
    words = [*before, *known.levels, *(["elect"] if later else [])]
    if tail:
        words.append(tail["field"].casefold())
    behind = _BODY_TAIL.match(text, stop)
    body += _content(behind["body"]) if behind else []
    office = read_office(known.head, words, body)
    head_end = tail.end() if tail else stop
    return Phrase(first, stop, start, head_end, outer, office, known.head in ONLY_BEFORE_NAME)


def _look_left(text: str, start: int, head: str) -> tuple[list[str], int, int, list[str]]:
    """Words of the office before its head; where they and all around them begin; those of its body."""
    told: list[str] = []
    body: list[str] = []
    passed: list[str] = []  # words that count only where one that belongs follows: "former state film chief"
    first = outer = place = start
    floor = max(0, start - _REACH)
    for match in list(_WORD_LEFT.finditer(text, floor, start))[: -_MOST_LEFT - 1 : -1]:
        word = match.group()
        gap = text[match.end() : place]
        parts = [part.rstrip(".") for part in word.casefold().split("-") if part]
        if gap not in (" ", "", "\u00a0") or (match.start() == floor and floor) or not parts:
            break
        if word == "Then":
            break  # it opens a sentence
        if all(_belongs(part, head) for part in parts):
            told[:0] = parts
            first = match.start()
        elif parts[0] in TIMES and word.split("-")[1][:1].isupper():  # "ex-FBI"
            told[:0], body, first = parts[:1], [*body, *parts[1:]], match.start()
        elif word[0].isupper() and fold(word) not in OPENERS and fold(word) not in CALENDAR:
            body.append(fold(word).rstrip("."))
        elif len(passed) < _MOST_PASSED and _may_describe(word):
            passed.append(fold(word))
            place = match.start()
            continue
        else:
            break
        body, passed = [*body, *passed], []
        outer = place = match.start()
        if re.search(r"['’]s?$", word):
            break  # what stands before an owner is the owner's: "former President Quill's chief of staff"
    return told, first, outer, body[::-1]


def _may_describe(word: str) -> bool:
    folded = fold(word)
    return folded.isalpha() and folded not in _SMALL | VERBS | OPENERS and not folded.endswith(("ing", "ed"))


def _belongs(word: str, head: str) -> bool:
    if word in LEVELS:
        return has_level(head, word)
    return word in STANDING_IN or word in TIMES or word in FIELDS or word in ADORNMENTS


def _content(words: str) -> list[str]:
    found = [fold(match.group()) for match in _WORD_LEFT.finditer(words)][:_BODY_WORDS]
    for at, word in enumerate(found):
        if word in VERBS or word in ("who", "which", "that", "and"):
            found = found[:at]
            break
    return [word.strip(".'’-") for word in found if word not in _SMALL and word.strip(".'’-")]


def leads_to_role(between: str) -> Lead | None:
    """What ties a name to an office, given the text between them; None where nothing does."""
    lead = _LEAD.match(between)
    if not lead:
        return None
    others = 0
    rest = between[lead.end() :]
    for word in rest.replace("-", " ").split():
        folded = fold(word.strip("."))
        if folded in _SMALL or folded in VERBS or not re.fullmatch(r"[\w&’'./]+", word):
            return None
        known = any(folded in table for table in (LEVELS, STANDING_IN, TIMES, FIELDS, ADORNMENTS))
        if not (known or word[0].isupper() or re.search(r"['’]s?$", word)):
            others += 1
            if others > _MOST_OTHERS or folded.endswith(("ing", "ed")) or folded in OPENERS:
                return None
    if rest and not rest[-1].isspace() and rest[-1] != "-":
        return None
    told = (lead["time"] or "").strip()
    time = {"then": "then", "formerly": "former", "once": "former"}.get(told, "")
    definite = (lead["det"] or "").strip() not in ("", "a", "an")
    return Lead(time, definite, "is" in lead["link"] or "serves" in lead["link"])


def reach_staff(text: str, name_end: int, phrase: Phrase) -> tuple[int, int] | None:
    """What says that a name is in an office: "Rolf Tamm, an inspector with the mayor's office"."""
    own = _OWN_OFFICE.match(text, phrase.head_end)
    works = _WORKS_FOR.fullmatch(text, name_end, phrase.head_start)
    return (works.start("role"), own.end()) if own and works else None


def follows_as_role(behind: str, lead: Lead) -> bool:
    """Whether an office ends as an apposition does: "Marr, the director," not "Marr, the director said"."""
    if not _BEHIND.match(behind):
        return False
    if lead.copula:
        return True
    clause = _CLAUSE.match(behind)
    assert clause
    if behind[clause.end() : clause.end() + 1] == "," and lead.definite and _NAMED.match(behind):
        return False  # "After he met Marr, the director of the port, Ada Quill, left."
    return not (lead.definite and any(fold(word) in VERBS for word in clause.group().split()))
