"""Where something is, told from an anchor: "south of Tolme", "eastern suburbs of Tolme", "inside Tolme"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from discrepancy.extract.mention import mention
from discrepancy.extract.worded.name_words import CALENDAR, OPENERS
from discrepancy.extract.worded.place_words import NAME, PARTS, SETTLEMENTS
from discrepancy.model import Mention, Sentence, Words
from discrepancy.words import spell

_POINTS = r"(?:(?:north|south|east|west)[ -]?){1,3}"
_COURSE = rf"(?P<course>\b{_POINTS})"
_SETTLED = "|".join(SETTLEMENTS)
_WHOLE = r"(?! of\b|['’]s?\b)"  # neither "the Gulf of Hesk" nor "Tolme's church" is cut short
_ANCHOR = rf"(?:the (?:[\w-]+ ){{0,2}}(?:{_SETTLED}) (?:of )?)?(?:the )?(?P<anchor>{NAME}){_WHOLE}"
_OWNER = rf"(?<![\w-])(?P<anchor>{NAME})['’]s? "
_PART = "|".join(PARTS)

# In order of precedence: the first to claim its words keeps them.
_FORMS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "lies",
        re.compile(
            rf"\b[Tt]he {_COURSE}ern (?:[\w-]+ ){{0,2}}(?:{_SETTLED}) of (?:the )?(?P<anchor>{NAME}){_WHOLE}"
        ),
    ),
    ("off", re.compile(rf"\boff (?:the )?(?:[a-z]+ )?(?:coast|shore)s? of {_ANCHOR}")),
    ("part", re.compile(rf"{_COURSE}ern (?:{_PART}) of {_ANCHOR}")),
    ("part", re.compile(rf"{_OWNER}{_COURSE}ern (?:{_PART})\b")),
    ("outskirts", re.compile(rf"\boutskirts of {_ANCHOR}|(?<![\w-])(?P<owner>{NAME})['’]s? outskirts\b")),
    ("of", re.compile(rf"{_COURSE} ?of {_ANCHOR}")),
    ("part", re.compile(rf"{_COURSE}ern (?P<anchor>{NAME}){_WHOLE}")),
    ("centre", re.compile(rf"\b(?:cent(?:er|re)|heart|middle) of {_ANCHOR}")),
    ("centre", re.compile(rf"\b(?:downtown|central) (?P<anchor>{NAME}){_WHOLE}")),
    ("inside", re.compile(rf"\binside {_ANCHOR}")),
    ("outside", re.compile(rf"\boutside (?:of )?{_ANCHOR}")),
)
# The name of what lies there, before the phrase: "Jessop, a town 40 miles south of Tolme".
_THING: Final = re.compile(
    rf"(?<![\w-])(?P<thing>{NAME})(?P<gap>,? (?:(?:in|on|at|to|the|just|about|some|around|located|lies|is"
    rf"|situated|which|far|a|an|small|{_SETTLED}|miles|kilomet(?:er|re)s|km|[\d.,]+(?:km)?),? ){{0,9}})$"
)
_PLACED: Final = re.compile(r",|\b(?:located|lies|situated|miles|km|kilomet)")
_REACH = 90  # characters before a phrase that are looked at for the thing


def find(sentence: Sentence) -> Iterator[Mention]:
    """Every bearing in a sentence, each with its anchor, and the thing where that is a name."""
    text = sentence.text
    taken: list[tuple[int, int]] = []
    for form, pattern in _FORMS:
        for match in pattern.finditer(text):
            written = match["anchor"] or match.groupdict().get("owner") or ""
            anchor = _without_days(written)
            if not anchor or any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            surface = match.group().removesuffix(written.removeprefix(anchor))
            yield _read(sentence, match, match.start() + len(surface), form, spell(anchor))


def _without_days(name: str) -> str:
    """A name without a weekday or month behind it: "Tolme" of "Tolme Saturday"."""
    words = name.split()
    kept = next((at for at, word in enumerate(words) if word.casefold() in CALENDAR), len(words))
    return " ".join(words[:kept])


def _read(sentence: Sentence, match: re.Match[str], end: int, form: str, anchor: str) -> Mention:
    before = sentence.text[max(0, match.start() - _REACH) : match.start()]
    course = "-".join(re.findall("(?:north|south)?(?:east|west)|north|south", _close(match)))
    if form == "lies":
        words = Words(f"{course}ern part of its country")
        return mention("place", sentence, match.start(), end, words, frame=f"where {anchor} lies")
    if form == "of" and re.search(r"(?<!to )\b[Tt]he $", before):
        form = "part"  # "in the south of Tolme" lies in it, "to the south of Tolme" does not
    words, thing = Words(_spell_out(form, course, anchor)), _name_thing(before)
    frame = f"where {thing} lies" if thing else "bearing"
    return mention("place", sentence, match.start(), end, words, noun=anchor, frame=frame)


def _close(match: re.Match[str]) -> str:
    """The course as it is written, in one word where it names one point: "north east" is "northeast"."""
    course = match.groupdict().get("course") or ""
    return re.sub(r"(north|south)[ -](east|west)", r"\1\2", course)


def _spell_out(form: str, course: str, anchor: str) -> str:
    if form == "of":
        return f"{course} of {anchor}"
    return f"{course}ern part of {anchor}" if form == "part" else f"{form} {anchor}"


def _name_thing(before: str) -> str | None:
    found = _THING.search(before)
    if not found or not _PLACED.search(found["gap"]):
        return None
    words = found["thing"].casefold().split()
    if CALENDAR.intersection(words) or words[0] in OPENERS:
        return None
    return spell(found["thing"])
