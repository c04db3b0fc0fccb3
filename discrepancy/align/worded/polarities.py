"""Did and did not -> matches: what one article negates, and where the other affirms or negates it too.

Apart from the scorers of the other kinds, which were learnt on values. An affirmed verb becomes a mention
only where the other article negates it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from discrepancy.align.context import STOP_WORDS
from discrepancy.align.worded.affirmed import Sought, find_affirmed, read_negated, seek
from discrepancy.align.worded.clauses import Clause, read_tokens, stems_of
from discrepancy.model import Fact, Match, Mention

if TYPE_CHECKING:
    from discrepancy.align.reading import Reading

# Cosine of two sentences below which the same words are about something else; "no one was arrested" has
# fewer words to go by, and more is asked.
NEAR = 0.6
NEAR_ANYONE = 0.7
SHARED_ANYONE = 2  # stems that two such sentences must have in common besides the verb
MOST = 200  # negations of one article that are compared, as each is held against every sentence of the other
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


class Told(NamedTuple):
    """A clause, and the index of its sentence in the reading."""

    clause: Clause
    sentence: int


def align_polarities(left: Reading, right: Reading) -> tuple[Match, ...]:
    """Statements that one article negates and the other affirms or negates too, in the left one's order."""
    mine, theirs = _read(left), _read(right)
    matches = [*_agreements(mine, theirs, left, right), *_disputes(mine, theirs, left, right)]
    matches += [match.mirror() for match in _disputes(theirs, mine, right, left)]
    matches.sort(key=lambda match: (-match.probability, match.best_a.start, match.best_b.start))
    taken: set[Mention] = set()
    kept = []
    for match in matches:
        if taken.isdisjoint((match.best_a, match.best_b)):
            taken.update((match.best_a, match.best_b))
            kept.append(match)
    return tuple(sorted(kept, key=lambda match: (match.best_a.start, match.best_b.start)))


def _read(reading: Reading) -> list[Told]:
    index = {sentence.start: at for at, sentence in enumerate(reading.sentences)}
    mentions = [mention for mention in reading.worded if mention.kind == "polarity"][:MOST]
    clauses = [(read_negated(mention), index[mention.sentence.start]) for mention in mentions]
    return [Told(clause, at) for clause, at in clauses if clause]


def _agreements(mine: list[Told], theirs: list[Told], left: Reading, right: Reading) -> Iterator[Match]:
    for here in mine:
        for there in theirs:
            probability = _weigh(here, there, left, right)
            if probability:
                yield _match(here, there, probability)


def _disputes(mine: list[Told], theirs: list[Told], left: Reading, right: Reading) -> Iterator[Match]:
    """What the left article negates and the right affirms, unless one of them says both."""
    sought = {seek(here.clause) for here in mine}
    again, affirmed = _find_affirmed(sought, left), _find_affirmed(sought, right)
    for here in mine:
        verb = seek(here.clause)
        if any(_weigh(here, there, left, right) for there in theirs):
            continue
        if any(_weigh(here, there, left, left) for there in again[verb]):
            continue
        found = [(_weigh(here, there, left, right), there) for there in affirmed[verb]]
        found.sort(key=lambda each: (-each[0], each[1].clause.mention.start))
        if found and found[0][0]:
            yield _match(here, found[0][1], found[0][0])


def _find_affirmed(sought: set[Sought], reading: Reading) -> dict[Sought, list[Told]]:
    """Where an article affirms each verb."""
    return {
        verb: [
            Told(clause, at)
            for at, sentence in enumerate(reading.sentences)
            for clause in find_affirmed(verb, sentence)
        ]
        for verb in sought
    }


def _match(here: Told, there: Told, probability: float) -> Match:
    a, b = here.clause.mention, there.clause.mention
    return Match(Fact((a,)), Fact((b,)), a, b, probability)


def _weigh(here: Told, there: Told, left: Reading, right: Reading) -> float:
    """How surely two clauses are of one deed; 0 where their participants, years or sentences differ.

    The weights were set by hand: of labelled conflicts there are too few to learn from.
    """
    a, b = here.clause.mention, there.clause.mention
    shared, least = here.clause.share(there.clause), NEAR
    if not shared and (here.clause.anyone or there.clause.anyone):
        shared, least = _share_sentence(here.clause, there.clause), NEAR_ANYONE
    if not shared or _find_years(a.sentence.text) != _find_years(b.sentence.text):
        return 0.0
    near = float(left.sentence_vectors[here.sentence] @ right.sentence_vectors[there.sentence])
    return min(0.9, 0.4 + 0.05 * len(shared) + 0.8 * (near - least)) if near >= least else 0.0


def _share_sentence(here: Clause, there: Clause) -> frozenset[str]:
    """What the sentences of "no one was arrested" and of an arrest have in common, if enough."""
    if here.verb != there.verb:
        return frozenset()
    shared = _content(here.mention) & _content(there.mention) - {here.verb}
    return shared if len(shared) >= SHARED_ANYONE else frozenset()


def _content(mention: Mention) -> frozenset[str]:
    words = (token.text for token in read_tokens(mention.sentence.text))
    return stems_of(word for word in words if word not in STOP_WORDS)


@lru_cache(maxsize=1024)  # a sentence meets every sentence of the other article that has its verb
def _find_years(text: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(text))
