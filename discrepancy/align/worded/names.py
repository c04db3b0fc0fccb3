"""Names of two articles -> matches: two spellings of one name, and how surely it is one.

Apart from the scorers of the other kinds, which were learnt on values: a name that both articles use needs no
matching, and a spelling that only one of them uses is weighed against the few that are nearly the same.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from discrepancy.align.assign import LEAST
from discrepancy.align.context import STOP_WORDS
from discrepancy.model import Article, Fact, Match, Mention, Words
from discrepancy.spelling import count_letters, is_one_word, settle, skeleton
from discrepancy.words import WORD, fold, spell

MOST = 6  # places of a name that are looked at
# Words of a name that say nothing about which one it is.
_WEAK = frozenset(
    (
        "of",
        "the",
        "for",
        "and",
        "al",
        "el",
        "ash",
        "as",
        "an",
        "ad",
        "ar",
        "az",
        "de",
        "la",
        "van",
        "von",
        "bin",
        "ibn",
        "abu",
        "st",
        "mr",
        "mrs",
        "dr",
    )
)
FEATURES = (
    "letters_apart",  # over the length of the longer
    "length",  # logarithm of the length of the shorter
    "same_sound",  # the same consonants
    "shared_name",  # another word of the name is the same: "Petra" of "Petra Lukash", "Petra Lukasch"
    "lone",  # one of them stands by itself everywhere
    "neighbours",  # the words of the two sentences that are most alike, as a share
    "beside",  # the same word before or behind
    "common",  # one of the two articles uses one of the two words in small letters
    "both_known",  # one article has both spellings
)


@dataclass(frozen=True, slots=True)
class Names:
    """What aligning needs of the names of one article, computed once."""

    mentions: tuple[Mention, ...] = ()
    words: frozenset[str] = frozenset()  # every word of the article as spelled, headlines and all
    small: frozenset[str] = frozenset()  # words that it writes without a capital
    by_word: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)  # the names a word stands in


NO_NAMES = Names()


def read_names(article: Article, mentions: Iterable[Mention]) -> Names:
    """The names among the mentions of an article."""
    names = tuple(mention for mention in mentions if mention.kind == "name")
    if not names:
        return NO_NAMES
    by_word: dict[str, list[Mention]] = defaultdict(list)
    for mention in names:
        for word in dict.fromkeys(_words(mention)):
            by_word[word].append(mention)
    told = [match.group() for match in WORD.finditer(article.text)]
    return Names(
        names,
        frozenset(settle(part) for word in told for part in spell(fold(word)).split()),
        frozenset(spell(word) for word in told if word.islower()),
        {word: tuple(group) for word, group in by_word.items()},
    )


def _words(mention: Mention) -> list[str]:
    return mention.value.text.split() if isinstance(mention.value, Words) else []


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words that may be one, in the names they stand in."""

    p: str
    q: str
    letters: int  # how many they lie apart
    a: tuple[Mention, ...]
    b: tuple[Mention, ...]
    both_known: bool


def align_names(left: Names, right: Names) -> tuple[Match, ...]:
    """Names that the two articles spell in two ways, in the order of the left article."""
    scored = [(weigh(measure(pair, left, right)), pair) for pair in find_pairs(left, right)]
    scored.sort(
        key=lambda each: (-each[0], each[1].letters, -len(each[1].a) - len(each[1].b), each[1].p, each[1].q)
    )
    taken: set[Mention] = set()
    matches = []
    for probability, pair in scored:
        if probability >= LEAST and taken.isdisjoint((*pair.a, *pair.b)):
            taken.update(pair.a, pair.b)
            matches.append(Match(Fact(pair.a), Fact(pair.b), pair.a[0], pair.b[0], probability))
    return tuple(sorted(matches, key=lambda match: (match.best_a.start, match.best_b.start)))


def find_pairs(left: Names, right: Names) -> Iterator[Pair]:
    """Words of names a few letters apart, at least one of which the other article never uses."""
    for p, a in left.by_word.items():
        for q, b in right.by_word.items():
            if p == q or (p in _WEAK) or (q in _WEAK):
                continue
            known = settle(p) in right.words, settle(q) in left.words
            if all(known):
                continue
            letters = count_letters(p, q)
            if letters and not is_one_word(p, q) and not _is_acronym(p, a) and not _is_acronym(q, b):
                pair = Pair(p, q, letters, a, b, any(known))
                if not _is_someone_else(pair):
                    yield pair


def _is_acronym(word: str, mentions: Sequence[Mention]) -> bool:
    """Written in capitals wherever it stands: "SANA", "AAPL"; a letter more or less is another body."""
    return all(word.upper() in mention.surface.replace(".", "") for mention in mentions)


def _is_someone_else(pair: Pair) -> bool:
    """Both names have other words, and none of them fit: "Ines Varga", "Petra Vargo"."""
    return bool(_others(pair.p, pair.a) and _others(pair.q, pair.b)) and not _shares_name(pair)


def _shares_name(pair: Pair) -> bool:
    """Whether another word of the name is the same, or nearly: "Petra" of "Petra Lukash", "Petra Lukasch"."""
    mine, theirs = _others(pair.p, pair.a), _others(pair.q, pair.b)
    return any(x == y or count_letters(x, y) or is_one_word(x, y) for x in mine for y in theirs)


def measure(pair: Pair, left: Names, right: Names) -> list[float]:
    """The FEATURES of a pair; symmetric under exchange of the articles."""
    p, q = pair.p, pair.q
    others_a, others_b = _others(p, pair.a), _others(q, pair.b)
    small = left.small | right.small
    return [
        pair.letters / max(len(p), len(q)),
        math.log(min(len(p), len(q))),
        float(skeleton(p) == skeleton(q)),
        float(_shares_name(pair)),
        float(not others_a or not others_b),
        max(_likeness(a, b, p, q) for a in pair.a[:MOST] for b in pair.b[:MOST]),
        max(_beside(a, b, p, q) for a in pair.a[:MOST] for b in pair.b[:MOST]),
        float(p in small or q in small),
        float(pair.both_known),
    ]


def _others(word: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """The other words of the names that a word stands in."""
    return frozenset(
        other
        for mention in mentions
        for other in _words(mention)
        if other != word and other not in _WEAK and len(other) > 1
    )


@lru_cache(maxsize=4096)  # a sentence is looked at for every name in it; the texts of a long run are not kept
def _content(text: str) -> frozenset[str]:
    folded = (fold(match.group()) for match in WORD.finditer(text))
    return frozenset(word for word in folded if word not in STOP_WORDS)


def _likeness(a: Mention, b: Mention, p: str, q: str) -> float:
    """The share of words that two sentences have in common, their names' own left out."""
    here = _content(a.sentence.text) - {p} - {fold(w) for w in a.surface.split()}
    there = _content(b.sentence.text) - {q} - {fold(w) for w in b.surface.split()}
    return len(here & there) / math.sqrt(max(1, len(here)) * max(1, len(there)))


def _beside(a: Mention, b: Mention, p: str, q: str) -> float:
    """Whether the same word stands before the two names, or behind them."""
    before_a, behind_a = _sides(a)
    before_b, behind_b = _sides(b)
    return float(bool(before_a) and before_a == before_b) + float(bool(behind_a) and behind_a == behind_b)


def _sides(mention: Mention) -> tuple[str, str]:
    text, at = mention.sentence.text, mention.start - mention.sentence.start
    before = [fold(match.group()) for match in WORD.finditer(text[:at][-40:])][-1:]
    behind = [fold(match.group()) for match in WORD.finditer(text[at + len(mention.surface) :][:40])][:1]
    return _telling(before), _telling(behind)


def _telling(words: Sequence[str]) -> str:
    """The one word there is, unless it is too common to tell anything."""
    return words[0] if words and words[0] not in STOP_WORDS else ""


@cache
def _model() -> tuple[float, list[float]]:
    table = json.loads(files("discrepancy").joinpath("data/names.json").read_text("utf-8"))
    return table["intercept"], [table["weights"][name] for name in FEATURES]


def weigh(features: Sequence[float]) -> float:
    """The probability that two spellings are of one name."""
    intercept, weights = _model()
    odds = intercept + sum(weight * value for weight, value in zip(weights, features, strict=True))
    return 1.0 / (1.0 + math.exp(-odds))
