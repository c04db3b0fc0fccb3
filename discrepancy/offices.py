"""Offices that people hold: their words, and how two that one person is given stand to each other."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final, Literal

_LISTS: Final[dict[str, Any]] = json.loads(
    files("discrepancy").joinpath("data/offices.json").read_text(encoding="utf-8")
)
# Every form of an office's name, and the one that stands for them all: "CEO", "chief executive".
FORMS: Final[dict[str, str]] = {
    form: office for office, forms in _LISTS["offices"].items() for form in (office, *forms)
}
SHORT: Final[dict[str, str]] = _LISTS["short for"]  # an office and its level in one word
LEVELS: Final[dict[str, str]] = _LISTS["levels"]
STANDING_IN: Final[dict[str, str]] = _LISTS["standing in"]
TIMES: Final[dict[str, str]] = _LISTS["times"]
# As one says it ("defense"), and as it stands for all of them ("defence").
FIELDS: Final[dict[str, str]] = _LISTS["fields"] | {field: field for field in _LISTS["fields"].values()}
ADORNMENTS: Final = frozenset(_LISTS["adornments"])  # words before an office that change nothing
VERBS: Final = frozenset(_LISTS["verbs"])
WITH_FIELD: Final = frozenset(_LISTS["with a field"])
# Elsewhere they are ordinary words: "a representative of the union", "the general view".
ONLY_BEFORE_NAME: Final = frozenset(_LISTS["only before a name"])
# A rank is kept for life, and its second half stands for the whole: "Lt. Col. Ada Quill", "Col. Quill".
SERVICE: Final = frozenset(_LISTS["ranks of service"])
# Titles that stay with a person, so that leaving one out or putting one in says nothing.
_COURTESY: Final = frozenset(_LISTS["kept by courtesy"])
FIRST_NAMES: Final[dict[str, str]] = _LISTS["first names"]  # short forms
_FEW: Final[dict[str, list[str]]] = _LISTS["levels of few offices"]
_EXCLUSIVE: Final = [frozenset(group) for group in _LISTS["one person holds at most one"]]
_ONE: Final = [frozenset(group) for group in _LISTS["one body has one"]]

Contrast = Literal[
    "level", "other deputy", "joint", "staff", "field", "office", "standing in", "former", "incoming"
]
HARD: Final[frozenset[Contrast]] = frozenset(("level", "field", "office"))


@dataclass(frozen=True, slots=True)
class Office:
    """An office as one report gives it to a person."""

    head: str  # the office itself, in the form that stands for all: "minister"
    levels: tuple[str, ...] = ()  # "deputy", "assistant", from left to right
    standing_in: str = ""  # "acting", "interim"
    time: str = ""  # "former", "then", "incoming"; nothing for the present
    field: str = ""  # of a minister or a secretary: "foreign"
    body: tuple[str, ...] = ()  # words for what it is an office of, in no order that matters

    def __str__(self) -> str:
        """The words that `parse_office` reads back: "former deputy foreign minister, orrin"."""
        words = " ".join(
            word for word in (self.time, self.standing_in, *self.levels, self.field, self.head) if word
        )
        return f"{words}, {' '.join(self.body)}" if self.body else words


@lru_cache(maxsize=4096)
def parse_office(text: str) -> Office | None:
    """The office that `str` of one gave; None where the words name none that is known."""
    words, _, body = text.partition(", ")
    head = next((head for head in _HEADS if words == head or words.endswith(" " + head)), None)
    if head is None:
        return None
    before = words.removesuffix(head).split()
    return read_office(head, before, body.split())


_HEADS: Final = sorted(_LISTS["offices"], key=len, reverse=True)


def read_office(head: str, before: Sequence[str], body: Sequence[str] = ()) -> Office:
    """The office with a head, given the folded words before it and those that say of what it is one."""
    levels = tuple(LEVELS[word] for word in before if word in LEVELS and has_level(head, word))
    found = [FIELDS[field] for field in _FIELD.findall(" ".join(before))]
    return Office(
        head,
        levels,
        next((STANDING_IN[word] for word in before if word in STANDING_IN), ""),
        _tell_time(before),
        found[0] if head in WITH_FIELD and found else "",
        tuple(dict.fromkeys((*body, *_tell_body(head, found)))),
    )


def _tell_body(head: str, fields: Sequence[str]) -> list[str]:
    """A "fire chief" is one of something else than a "police chief"; "state" may be any."""
    if head in WITH_FIELD:
        return []
    return [word for field in fields if field != "state" for word in field.split()]


def _tell_time(before: Sequence[str]) -> str:
    """ "First" says nothing of today, save in "first deputy" and "first vice"."""
    for at, word in enumerate(before):
        if word in TIMES and not (word in _RANKED and LEVELS.keys() & set(before[at + 1 : at + 2])):
            return TIMES[word]
    return ""


_RANKED: Final = frozenset(("first", "second", "third"))
_FIELD: Final = re.compile(rf"\b(?:{'|'.join(sorted(FIELDS, key=len, reverse=True))})\b")


def has_level(head: str, word: str) -> bool:
    """Whether a word before an office makes a lower one of it: "lieutenant" of a governor, not of a mayor."""
    level = LEVELS[word]
    return level not in _FEW or head in _FEW[level]


def contrast(a: Office, b: Office) -> Contrast | None:
    """How two offices of one person differ; None where one person may well hold both, or where they agree.

    Symmetric under exchange of the two.
    """
    if {a.head, b.head} <= SERVICE:
        return _contrast_ranks(a, b)
    if a.head != b.head:
        return _contrast_heads(a, b)
    if a.field and b.field and a.field != b.field:
        return "field" if a.time == b.time and a.levels == b.levels else None
    return None if _are_apart(a, b) else _contrast_levels(a, b)


def is_same(a: Office, b: Office) -> bool:
    """Whether two offices are one, as far as their words tell."""
    if a.head != b.head and not any({a.head, b.head} <= group for group in _ONE):
        return False
    return contrast(a, b) is None and not (a.field and b.field and a.field != b.field)


def is_equal(a: Office, b: Office) -> bool:
    """Whether two reports give one office in full: not "former president" here and "president" there."""
    told = [(office.levels, office.standing_in, office.time) for office in (a, b)]
    return told[0] == told[1] and is_same(a, b)


def _contrast_ranks(a: Office, b: Office) -> Contrast | None:
    if a.head != b.head:
        return "office"
    return "level" if a.levels and b.levels and a.levels != b.levels else None


def _contrast_heads(a: Office, b: Office) -> Contrast | None:
    pair = {a.head, b.head}
    if any(pair <= group for group in _EXCLUSIVE):
        plain = not (a.levels or b.levels or a.time or b.time)
        return "office" if plain else None
    if any(pair <= group for group in _ONE) and set(a.body) & set(b.body):
        return _contrast_levels(a, b)
    return None


def _are_apart(a: Office, b: Office) -> bool:
    """Both say of what, and no word is the same."""
    return bool(a.body and b.body) and not set(a.body) & set(b.body)


def _contrast_levels(a: Office, b: Office) -> Contrast | None:
    if a.levels != b.levels:
        if a.time != b.time or _stands_in_as_deputy(a, b) or _stands_in_as_deputy(b, a):
            return None  # who was the deputy may be the director now
        if "staff" in a.levels or "staff" in b.levels:
            return "staff"
        if "co" in a.levels or "co" in b.levels:
            return "joint"
        return "other deputy" if a.levels and b.levels else "level"
    if a.time != b.time:
        times = {a.time, b.time}
        if "then" in times or "" not in times or a.head in _COURTESY:
            return None
        return "former" if "former" in times else "incoming"
    if bool(a.standing_in) != bool(b.standing_in):
        return "standing in"
    return None


def _stands_in_as_deputy(a: Office, b: Office) -> bool:
    """The acting director often is the deputy director."""
    return bool(a.standing_in and not a.levels and b.levels and not b.standing_in)
