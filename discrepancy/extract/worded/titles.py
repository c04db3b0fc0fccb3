"""Titles: the office, rank or role that a report gives a person, with the person whose it is.

"Acting Police Chief Jon Marr", "Ada Quill, the district attorney,", "the mayor of Orrin, Ada Quill,".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from discrepancy.extract.mention import mention
from discrepancy.extract.worded.people import People, read_people
from discrepancy.extract.worded.phrases import (
    Phrase,
    find_phrases,
    follows_as_role,
    leads_to_role,
    reach_staff,
)
from discrepancy.model import Mention, Sentence, Words
from discrepancy.offices import has_level

_DETERMINED: Final = re.compile(r"\b(?:the|a|an|its|his|her|their|our)\s$|['’]s?\s$", re.I)
_LISTED: Final = re.compile(r",\s(?:and\s)?(?:the\s|an?\s)?$|\band\s(?:the\s|an?\s)?$", re.I)
_INVERTED: Final = re.compile(r"(?:\s(?:of|for|at|in)\s[^,.;:()]{2,50})?,\s")
_JOINED: Final = re.compile(r"\s|,?\sand\s(?:the\s|its\s|an?\s|also\s)?", re.I)
_SHORT = 16  # characters before an office in which its determiner stands
_LONGEST_GAP = 110  # characters between a name and the office behind it
_MOST_NAMES = 4  # names looked at before an office: it may hold some itself ("Quill, Orrin County's mayor")


@dataclass(frozen=True, slots=True)
class _Held:
    """An office in a sentence, and whose it is."""

    phrase: Phrase
    person: str
    before_name: bool


def find(sentences: Sequence[Sentence], names: Sequence[Mention]) -> Iterator[Mention]:
    """Every office tied to a person's name, in order; the names are those of the same article."""
    people = read_people(names)
    by_sentence: dict[int, list[Mention]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence.start, []).append(name)
    for sentence in sentences:
        beside = by_sentence.get(sentence.start)
        if beside:
            held = _find_held(sentence, beside, people)
            yield from (_mention(sentence, each.phrase, each.person) for each in held)


def _mention(sentence: Sentence, phrase: Phrase, person: str) -> Mention:
    office = Words(str(phrase.office))
    return mention("title", sentence, phrase.start, phrase.end, office, frame=person)


def _find_held(sentence: Sentence, names: Sequence[Mention], people: People) -> list[_Held]:
    text = sentence.text
    spans = [(name.start - sentence.start, name.end - sentence.start) for name in names]
    phrases = find_phrases(text)
    found = [_anchor(text, phrase, spans, people) for phrase in phrases]
    for at in range(len(phrases) - 2, -1, -1):  # "President and CEO Ada Quill"
        later = found[at + 1]
        if found[at] is None and later and later.before_name and _join(text, phrases[at : at + 2]):
            found[at] = (
                None if _is_determined(text, phrases[at].start) else replace(later, phrase=phrases[at])
            )
    for at in range(1, len(phrases)):  # "Ada Quill, president and CEO"
        earlier = found[at - 1]
        if (
            found[at] is None
            and earlier
            and not earlier.before_name
            and _join(text, phrases[at - 1 : at + 1])
        ):
            found[at] = replace(earlier, phrase=phrases[at])
    return [held for held in found if held]


def _join(text: str, two: Sequence[Phrase]) -> bool:
    return bool(_JOINED.fullmatch(text[two[0].end : two[1].start]))


def _is_determined(text: str, place: int) -> bool:
    return bool(_DETERMINED.search(text[max(0, place - _SHORT) : place]))


def _anchor(text: str, phrase: Phrase, spans: Sequence[tuple[int, int]], people: People) -> _Held | None:
    """Whose the office is: of the name behind it, else of the one it stands in apposition to."""
    place = phrase.head_end + 1
    behind = spans[bisect_right(spans, place, key=lambda span: span[1]) :][:1]
    for start, end in behind:
        if start <= place and text[place - 1 : place].isspace():
            person = people.resolve(text[place:end])
            return _Held(phrase, person, True) if person else None
    if phrase.only_before_name:
        return None
    return _appose(text, phrase, spans, people) or _invert(text, phrase, spans, people)


def _appose(text: str, phrase: Phrase, spans: Sequence[tuple[int, int]], people: People) -> _Held | None:
    """ "Ada Quill, the Orrin County district attorney," """
    stop = bisect_right(spans, phrase.head_start, key=lambda span: span[1])
    for start, end in reversed(spans[max(0, stop - _MOST_NAMES) : stop]):
        if phrase.head_start - end > _LONGEST_GAP:
            break
        staff = reach_staff(text, end, phrase)
        if staff:
            return _employ(phrase, staff, people.resolve(text[start:end], known=True))
        lead = leads_to_role(text[end : phrase.head_start])
        if lead:
            if not follows_as_role(text[phrase.head_end : phrase.head_end + _LONGEST_GAP], lead):
                return None
            person = people.resolve(text[start:end], known=True)
            office = replace(phrase.office, time=phrase.office.time or lead.time)
            return _Held(replace(phrase, office=office), person, False) if person else None
    return None


def _employ(phrase: Phrase, place: tuple[int, int], person: str | None) -> _Held | None:
    """ "John Bond, an inspector with the State Fire Marshal's Office," """
    if not person or not has_level(phrase.office.head, "staff"):
        return None
    office = replace(phrase.office, levels=("staff",))
    return _Held(replace(phrase, start=place[0], end=place[1], office=office), person, False)


def _invert(text: str, phrase: Phrase, spans: Sequence[tuple[int, int]], people: People) -> _Held | None:
    """ "The mayor of Orrin, Ada Quill, said" """
    between = _INVERTED.match(text, phrase.head_end)
    owned = _is_determined(text, phrase.outer_start) or _is_determined(text, phrase.start)
    before = text[max(0, phrase.outer_start - _SHORT) : phrase.outer_start]
    if not between or not owned or _LISTED.search(before):
        return None
    at = bisect_left(spans, (between.end(), 0))
    start, end = spans[at] if at < len(spans) else (-1, -1)
    person = people.resolve(text[start:end], known=True) if start == between.end() else None
    return _Held(phrase, person, False) if person and text[end : end + 1] in (",", ".") else None
