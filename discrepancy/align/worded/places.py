"""Places of two articles -> matches: one anchor, told otherwise, and how surely it is of one thing.

Two places are seldom two answers to one question: two strikes fell, two offices are searched. What only one
article says of an anchor is weighed against what only the other says, by the words and the sense of the
sentences they stand in; an anchor of which both say the same is settled.
"""

from __future__ import annotations

import math
from calendar import day_abbr, day_name, month_abbr, month_name
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from discrepancy.align.assign import LEAST
from discrepancy.align.context import STOP_WORDS, stem
from discrepancy.bearings import contrast, read_bearing
from discrepancy.model import Fact, Match, Mention, Words
from discrepancy.words import WORD, find_proper_words, fold, spell

if TYPE_CHECKING:
    from discrepancy.align.reading import Reading

Key = tuple[str, str | None]  # family and anchor
# The odds of one question before the sentences are looked at: high where the anchor says what is located.
_START: Final = {
    "address": -1.0,
    "block": -1.0,
    "number": -2.0,
    "building": -0.5,
    "mission": -1.0,
    "road": -0.5,
    "water": -1.0,
    "bearing": -3.0,
    "where": 1.5,
    "state of a town": 1.5,
    "country of a town": 1.5,
    "home": 1.0,
    "birth": 1.0,
    "seat": 1.5,
}
# Where the anchor names what is located, the sentences may be about anything: they take no more than this.
_NAMED: Final = frozenset({"where", "home", "birth", "seat", "state of a town", "country of a town"})
_LEAST_SENSE = -1.0
_SENSE = 12.0  # for sentence vectors alike, above and below what two sentences of one story are
_MIDDLE = 0.88
_WORD = 0.6  # for every content word that the sentences share
_MOST_WORDS = 6
_STRANGERS = -2.5  # both sentences name somebody or something, and nobody is the same
_MERE_RELATION = -1.0  # "inside" and "outside" are said of many things of one town
# Days and months are no names of anybody.
_NO_NAMES: Final = STOP_WORDS | frozenset(
    name.casefold() for name in (*day_name, *day_abbr, *month_name, *month_abbr)
)
MOST = 8  # mentions of one place that are looked at


@dataclass(frozen=True, slots=True)
class _Side:
    """What weighing asks of an article again and again."""

    reading: Reading
    names: frozenset[str]  # words that the article uses as names, folded
    text: str  # as `spell` has it, with a space at either end
    index: Mapping[int, int]  # of each sentence, by its start


def align_places(left: Reading, right: Reading) -> tuple[Match, ...]:
    """Places that the two articles tell differently, in the order of the left article."""
    here, there = _group(left), _group(right)
    shared = sorted(here.keys() & there.keys(), key=str)
    if not shared:
        return ()
    sides = _look(left), _look(right)
    matches = [match for key in shared for match in _match(*sides, key, here[key], there[key])]
    told: list[Match] = []
    for match in sorted(matches, key=lambda each: -each.probability):
        if not any(_is_told(match, before) for before in told):
            told.append(match)
    return tuple(sorted(told, key=lambda match: (match.best_a.start, match.best_b.start)))


def _look(reading: Reading) -> _Side:
    text = " ".join(filter(None, map(spell, reading.article.text.split())))
    index = {sentence.start: at for at, sentence in enumerate(reading.sentences)}
    return _Side(reading, find_proper_words(reading.sentences), f" {text} ", index)


def _is_told(match: Match, before: Match) -> bool:
    """Whether the same words conflict in another family: "Ada Quill of Hesk, Ohio" has a town and a home."""
    return _overlap(match.best_a, before.best_a) and _overlap(match.best_b, before.best_b)


def _overlap(p: Mention, q: Mention) -> bool:
    return p.start < q.end and q.start < p.end


def _group(reading: Reading) -> dict[Key, dict[str, list[Mention]]]:
    """By family and anchor, the mentions of each place."""
    groups: dict[Key, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in reading.worded:
        if mention.kind == "place" and mention.frame and isinstance(mention.value, Words):
            groups[mention.frame, mention.noun][mention.value.text].append(mention)
    return groups


def _match(
    left: _Side, right: _Side, key: Key, here: dict[str, list[Mention]], there: dict[str, list[Mention]]
) -> Iterator[Match]:
    """The surest pair first, each place once."""
    if key[0] == "building" and not (_is_own_name(left, key) and _is_own_name(right, key)):
        return
    own = {p: group for p, group in here.items() if not any(_is_alike(p, q) for q in there)}
    others = {q: group for q, group in there.items() if not any(_is_alike(q, p) for p in here)}
    scored = [
        (_weigh(left, right, key, a, b), p, q, a, b)
        for p, of_p in own.items()
        for q, of_q in others.items()
        if _is_contrast(p, q)
        for a in of_p[:MOST]
        for b in of_q[:MOST]
    ]
    taken: set[tuple[str, str]] = set()
    scored.sort(key=lambda each: (-each[0], each[1], each[2], each[3].start, each[4].start))
    for probability, p, q, a, b in scored:
        if probability >= LEAST and taken.isdisjoint((("a", p), ("b", q))):
            taken |= {("a", p), ("b", q)}
            yield Match(Fact(tuple(own[p])), Fact(tuple(others[q])), a, b, probability)


def _is_alike(p: str, q: str) -> bool:
    """Whether two normal forms say the same, or one of them holds the other."""
    return p == q or _contrast(p, q) == "agree"


def _is_contrast(p: str, q: str) -> bool:
    """Whether two normal forms can be in conflict: bearings only where the compass says so."""
    return not (read_bearing(p) and read_bearing(q)) or _contrast(p, q) in ("hard", "soft")


def _contrast(p: str, q: str) -> str | None:
    here, there = read_bearing(p), read_bearing(q)
    return contrast(here, there) if here and there else None


def _weigh(left: _Side, right: _Side, key: Key, a: Mention, b: Mention) -> float:
    """The probability that two places are two answers to one question."""
    frame, anchor = key
    family = "where" if frame.startswith("where ") else frame
    shared = _content(a) & _content(b) - set((anchor or "").split())
    sense = _SENSE * (_sense(left, right, a, b) - _MIDDLE)
    odds = _START[family] + _WORD * min(len(shared), _MOST_WORDS)
    odds += max(sense, _LEAST_SENSE) if family in _NAMED else sense
    here, there = _names(left, a), _names(right, b)
    odds += _STRANGERS * (bool(here) and bool(there) and here.isdisjoint(there))
    odds += _MERE_RELATION * (frame == "bearing" and _is_mere_relation(a, b))
    return 1.0 / (1.0 + math.exp(-odds))


def _is_own_name(side: _Side, key: Key) -> bool:
    """Whether a building's name stands nowhere without the building: "Hesk Hotel" is one of many in Hesk."""
    _, name = key
    told = sum(1 for each in side.reading.worded if (each.frame, each.noun) == key)
    return side.text.count(f" {name} ") <= told


def _is_mere_relation(a: Mention, b: Mention) -> bool:
    """Whether one of two bearings has no point of the compass."""
    bearings = [read_bearing(each.value.text) for each in (a, b) if isinstance(each.value, Words)]
    return any(bearing is not None and bearing.degrees is None for bearing in bearings)


def _sense(left: _Side, right: _Side, a: Mention, b: Mention) -> float:
    """The cosine of the two sentences."""
    p, q = left.index[a.sentence.start], right.index[b.sentence.start]
    return float(left.reading.sentence_vectors[p] @ right.reading.sentence_vectors[q])


def _names(side: _Side, mention: Mention) -> set[str]:
    """Words of the sentence that the article uses as names, but those of the place: who it speaks of."""
    return ({fold(word) for word in _rest(mention) if word[0].isupper()} - _NO_NAMES) & side.names


def _rest(mention: Mention) -> list[str]:
    """The words of the sentence but those of the place itself."""
    at = mention.start - mention.sentence.start
    text = mention.sentence.text
    return [each.group() for each in WORD.finditer(text[:at] + " " + text[at + len(mention.surface) :])]


def _content(mention: Mention) -> set[str]:
    """Its content words, as stems."""
    folded = (fold(word) for word in _rest(mention))
    return {stem(spell(word)) for word in folded if word not in STOP_WORDS and len(word) > 2}
