"""Addresses, numbered places, named buildings and roads: "24 Harbor Street", "Gate 4", "Orrin Hotel"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from discrepancy.extract.mention import mention
from discrepancy.extract.worded.place_words import CAPITAL, GENERAL, KINDS, NUMBERED
from discrepancy.model import Mention, Sentence, Words
from discrepancy.words import spell

_KIND_OF: Final = {
    spelling: (group, kind)
    for group, kinds in KINDS.items()
    for kind, spellings in kinds.items()
    for spelling in spellings
}
_ROADS = "Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Terrace|Crescent|Square"
_STREET = rf"(?P<street>(?:(?:{CAPITAL}|\d{{1,3}}(?:st|nd|rd|th)) ){{1,3}}(?:{_ROADS}))\b"
_ADDRESS: Final = re.compile(rf"(?<![\w$£€.,-])(?P<number>\d{{1,5}}) (?P<block>block of )?{_STREET}")
_NUMBERED: Final = re.compile(
    rf"\b(?P<word>{'|'.join(NUMBERED)}|I)(?: |-)(?P<number>\d{{1,4}}[A-Z]?)\b(?![.,]\d|-\w|%)"
)
_KINDS = "|".join(sorted((re.escape(each) for each in _KIND_OF), key=len, reverse=True))
_NAMED: Final = re.compile(
    rf"(?<![\w-])(?P<name>{CAPITAL}(?: {CAPITAL}){{0,2}}) (?P<kind>(?i:{_KINDS}))\b(?! [A-ZÀ-Þ])"
)


def find(sentence: Sentence) -> Iterator[Mention]:
    """Every site in a sentence."""
    yield from _find_addresses(sentence)
    yield from _find_numbered(sentence)
    yield from _find_named(sentence)


def _find_addresses(sentence: Sentence) -> Iterator[Mention]:
    for match in _ADDRESS.finditer(sentence.text):
        street = spell(match["street"])
        frame = "block" if match["block"] else "address"
        yield _mention(sentence, match, f"{match['number']} {street}", street, frame)


def _find_numbered(sentence: Sentence) -> Iterator[Mention]:
    for match in _NUMBERED.finditer(sentence.text):
        word = "interstate" if match["word"] == "I" else match["word"].casefold()
        if word == "interstate" and match["word"] == "I" and "-" not in match.group():
            continue
        yield _mention(sentence, match, f"{word} {match['number']}", word, "number")


def _find_named(sentence: Sentence) -> Iterator[Mention]:
    for match in _NAMED.finditer(sentence.text):
        name = spell(match["name"]).removeprefix("the ")
        group, kind = _KIND_OF[match["kind"].casefold()]
        # Roads and waters are names with a capital; of a building the kind may be a plain word.
        if (group in ("road", "water") and match["kind"].islower()) or GENERAL.issuperset(name.split()):
            continue
        yield _mention(sentence, match, f"{name} {kind}", name, group)


def _mention(sentence: Sentence, match: re.Match[str], words: str, noun: str, frame: str) -> Mention:
    return mention("place", sentence, *match.span(), Words(words), noun=noun, frame=frame)
