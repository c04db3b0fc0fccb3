"""Towns with their state or country, and people with theirs: "Hesk, Ohio", "Ada Quill, of Hesk, Ohio"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from discrepancy.extract.mention import mention
from discrepancy.extract.worded.name_words import CALENDAR, HEADS, TITLES
from discrepancy.extract.worded.place_words import ALONE, CAPITAL, COUNTRIES, NAME, STATES
from discrepancy.model import Mention, Sentence, Words
from discrepancy.words import spell

_SPELLED = sorted((re.escape(each) for each in STATES), key=len, reverse=True)
_STATE = rf"(?:{'|'.join(_SPELLED)})(?![\w-])\.?"
_LAND = rf"(?:{'|'.join(sorted(map(re.escape, COUNTRIES), key=len, reverse=True))})(?![\w-])"
_PERSON = rf"(?<![\w-])(?P<person>{CAPITAL}(?: [A-Z]\.)?(?: {CAPITAL}){{1,2}})"
_CITY = "|".join(sorted(map(re.escape, ALONE), key=len, reverse=True))
_TOWN = rf"(?:(?P<town>{NAME}), (?P<state>{_STATE})|(?P<alone>{_CITY})(?![\w-])(?! [A-Z]))"
_OF = r"(?:,(?: \d{1,3},)?(?: who is)?(?: a resident)?)"

# Who sits for one state at a time; a governor of one may become a senator of another.
_SEATED = r"(?:Sen\.|Rep\.|Senator|Representative|Congressman|Congresswoman)"
_PARTY = r"(?:Republican|Democrat|Democratic)"

# A town and the state behind it; a list of states is none, and no more is "Ohio State".
_TOWNS: Final = re.compile(
    rf"(?<![\w.-])(?P<town>{NAME}), (?:(?P<state>{_STATE})|(?P<land>{_LAND})(?!(?:,| or) [A-Z]))"
    r"(?! [A-Z])(?!,? and [A-Z])"
)
# What a person is to the town, and how that is told.
_HOMES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("seat", re.compile(rf"{_PERSON},? \(?[DRI]\.?(?:-|, )(?P<state>{_STATE})")),
    ("seat", re.compile(rf"\b{_SEATED} {_PERSON},? (?:of |\()(?P<state>{_STATE})(?! [A-Z])")),
    ("seat", re.compile(rf"(?<!former )\b(?P<state>{_STATE}) (?:{_PARTY} )?{_SEATED} {_PERSON}")),
    ("seat", re.compile(rf"(?<!former )\b(?P<state>{_STATE}) {_PARTY} {_PERSON}")),
    ("home", re.compile(rf"{_PERSON}{_OF}? (?:of|from) (?P<town>{NAME}), (?P<state>{_STATE})")),
    ("home", re.compile(rf"{_PERSON}{_OF} (?:of|from) (?P<alone>{_CITY})(?![\w-])(?! [A-Z])(?!, [A-Z])")),
    ("birth", re.compile(rf"{_PERSON},(?: \d{{1,3}},)? (?:a native of|(?:who was )?born in) {_TOWN}")),
)


def find(sentence: Sentence) -> Iterator[Mention]:
    """Every town with its state, and every person with home, birthplace or seat, in a sentence."""
    for match in _TOWNS.finditer(sentence.text):
        town = match["town"]
        if town in STATES or town in COUNTRIES or any(word.casefold() in CALENDAR for word in town.split()):
            continue
        group = "state" if match["state"] else "land"
        where = _name_state(match["state"]) if match["state"] else spell(match["land"])
        frame = "state of a town" if match["state"] else "country of a town"
        span = match.start(), match.end(group)
        yield mention("place", sentence, *span, Words(where), noun=spell(town), frame=frame)
    for frame, pattern in _HOMES:
        for match in pattern.finditer(sentence.text):
            yield from _read_home(sentence, match, frame)


def _read_home(sentence: Sentence, match: re.Match[str], frame: str) -> Iterator[Mention]:
    person = _name_person(match["person"])
    if not person:
        return
    groups = match.groupdict()
    if groups.get("alone"):
        where, start, end = f"{spell(match['alone'])}, {ALONE[match['alone']]}", *match.span("alone")
    else:
        state = _name_state(match["state"])
        where = f"{spell(groups['town'])}, {state}" if groups.get("town") else state
        start, end = match.start("town" if groups.get("town") else "state"), match.end("state")
    yield mention("place", sentence, start, end, Words(where), noun=person, frame=frame)


def _name_state(spelling: str) -> str:
    return STATES[spelling] if spelling in STATES else STATES[spelling.removesuffix(".")]


def _name_person(name: str) -> str:
    """First and last name, without titles and what stands between; nothing for what is no person."""
    words = [word for word in spell(name).split() if word not in TITLES and len(word) > 1]
    return f"{words[0]} {words[-1]}" if len(words) > 1 and not HEADS.intersection(words) else ""
