"""Places of two articles -> matches: one anchor, told otherwise, and how surely it is of one thing.

Two places are seldom two answers to one question: two strikes fell, two offices are searched. What only one
article says of an anchor is weighed against what only the other says, by the words and the sense of the
sentences they stand in; an anchor of which both say the same is settled.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from discrepancy.align.assign import LEAST
from discrepancy.align.context import STOP_WORDS, stem
from discrepancy.align.reading import Reading
from discrepancy.bearings import contrast, read_bearing
from discrepancy.model import Fact, Match, Mention, Words
from discrepancy.words import WORD, fold, spell

Key = tuple[str, str | None]  # family and anchor
# The odds of one question before the sentences are looked at: high where the anchor says what is located.
_START: Final = {
    "address": -1.5,
    "block": -1.5,
    "number": -3.0,
    "building": -2.5,
    "road": -2.0,
    "water": -2.5,
    "bearing": -4.0,
    "where": -0.5,
    "state of a town": -0.5,
    "country of a town": -0.5,
    "home": 0.5,
    "birth": 0.5,
    "seat": 1.0,
}
_SENSE = 4.0  # for sentence vectors alike, above and below MIDDLE
_MIDDLE = 0.5
_WORD = 0.4  # for every content word that the sentences share
_MOST_WORDS = 6
MOST = 8  # mentions of one place that are looked at


def align_places(left: Reading, right: Reading) -> tuple[Match, ...]:
    """Places that the two articles tell differently, in the order of the left article."""
    here, there = _group(left), _group(right)
    matches = [
        match
        for key in sorted(here.keys() & there.keys(), key=str)
        for match in _match(left, right, key, here[key], there[key])
    ]
    return tuple(sorted(matches, key=lambda match: (match.best_a.start, match.best_b.start)))


def _group(reading: Reading) -> dict[Key, dict[str, list[Mention]]]:
    """By family and anchor, the mentions of each place."""
    groups: dict[Key, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in reading.worded:
        if mention.kind == "place" and mention.frame and isinstance(mention.value, Words):
            groups[mention.frame, mention.noun][mention.value.text].append(mention)
    return groups


def _match(
    left: Reading, right: Reading, key: Key, here: dict[str, list[Mention]], there: dict[str, list[Mention]]
) -> Iterator[Match]:
    """The surest pair first, each place once."""
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
    for probability, p, q, a, b in sorted(scored, key=lambda each: (-each[0], each[1], each[2], each[3].start)):
        if probability >= LEAST and taken.isdisjoint((("a", p), ("b", q))):
            taken |= {("a", p), ("b", q)}
            yield Match(Fact(tuple(own[p])), Fact(tuple(others[q])), a, b, probability)


def _is_alike(p: str, q: str) -> bool:
    """Whether two normal forms say the same, or one of them holds the other."""
    bearings = read_bearing(p), read_bearing(q)
    return p == q or (None not in bearings and contrast(*bearings) == "agree")  # type: ignore[arg-type]


def _is_contrast(p: str, q: str) -> bool:
    bearings = read_bearing(p), read_bearing(q)
    return None in bearings or contrast(*bearings) in ("hard", "soft")  # type: ignore[arg-type]


def _weigh(left: Reading, right: Reading, key: Key, a: Mention, b: Mention) -> float:
    """The probability that two places are two answers to one question."""
    frame, anchor = key
    start = _START["where" if frame.startswith("where ") else frame]
    shared = _content(a) & _content(b) - set((anchor or "").split())
    odds = start + _SENSE * (_sense(left, right, a, b) - _MIDDLE) + _WORD * min(len(shared), _MOST_WORDS)
    return 1.0 / (1.0 + math.exp(-odds))


def _sense(left: Reading, right: Reading, a: Mention, b: Mention) -> float:
    """The cosine of the two sentences."""
    p, q = (_vector_of(left, a), _vector_of(right, b))
    return float(left.sentence_vectors[p] @ right.sentence_vectors[q])


def _vector_of(reading: Reading, mention: Mention) -> int:
    return reading.sentences.index(mention.sentence)


def _content(mention: Mention) -> set[str]:
    """The content words of the sentence but those of the place itself."""
    at = mention.start - mention.sentence.start
    text = mention.sentence.text
    rest = text[:at] + " " + text[at + len(mention.surface) :]
    folded = (fold(match.group()) for match in WORD.finditer(rest))
    return {stem(spell(word)) for word in folded if word not in STOP_WORDS and len(word) > 2}
