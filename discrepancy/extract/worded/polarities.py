"""Negated statements: what was not done, has not happened or is not known; the noun of each is its verb.

An affirmed verb is no mention: every sentence has one, and it matters only where another report negates it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import Final, NamedTuple

from discrepancy.extract.attribution import attribute
from discrepancy.extract.mention import mention
from discrepancy.model import Mention, Sentence, Words
from discrepancy.words import WORD, fold

_LISTS = json.loads(files("discrepancy").joinpath("data/polarity_words.json").read_text(encoding="utf-8"))
_UN: Final[dict[str, str]] = _LISTS["participles that negate"]
_IRREGULAR: Final = frozenset(form for forms in _LISTS["irregular verbs"].values() for form in forms.split())
_BE: Final = frozenset(("is", "are", "was", "were"))
_HAVE: Final = frozenset(("has", "have", "had"))
_AUXILIARY: Final = _BE | _HAVE | {"do", "does", "did"}
_MODAL: Final = frozenset(("can", "could", "may", "might", "must", "shall", "should", "will", "would", "to"))
_RELATIVE: Final = frozenset(("but", "how", "if", "that", "what", "when", "where", "which", "who", "why"))
_CONTRACTED: Final = frozenset(f"{word}n't" for word in _AUXILIARY)
# What may stand between a negation and its verb, adverbs in -ly besides.
_BETWEEN: Final = frozenset(
    ("also", "any", "be", "been", "being", "ever", "even", "far", "so", "still", "yet")
)
_NOBODY: Final = frozenset(("one", "group", "organisation", "organization", "party"))
_FAILING: Final = frozenset(("declined", "failed", "refused", "unable", "yet"))  # with "to" behind
# "No arrests have been made": the noun tells the deed.
_DEEDS: Final = {"arrest": "arrest", "arrests": "arrest", "charge": "charge", "charges": "charge"}
_PLEAS: Final = {"plead": "plead", "pleaded": "plead", "pleads": "plead", "pled": "plead", "found": "find"}
_NO_VERBS: Final = frozenset(_LISTS["no verb"])  # "the challenges yet to the union"
_NOT_ADVERBS: Final = frozenset(("apply", "comply", "fly", "rely", "reply", "supply", "multiply"))
_HINT: Final = re.compile(
    r"n['’]t\b|\b(?:not|never|no|nobody|none|(?:yet|failed|refused|declined|unable) to|un[a-z]+(?:ed|urt))\b",
    re.IGNORECASE,
)
_REACH = 6  # words between "no" or "none" and its auxiliary


class _Group(NamedTuple):
    """First and last word of a verb group, and its verb."""

    first: int
    last: int
    verb: str


def find(sentences: Iterable[Sentence]) -> Iterator[Mention]:
    """Every negated verb group, in order; one that runs over a line's end is none."""
    for sentence in sentences:
        if _HINT.search(sentence.text):
            yield from _find(sentence)


def _find(sentence: Sentence) -> Iterator[Mention]:
    matches = list(WORD.finditer(sentence.text))
    words = [fold(match.group()) for match in matches]
    reached = 0
    for at in range(len(words)):
        group = _read(words, at) if at >= reached else None
        if group is None or not matches[group.last].group().islower():
            continue
        reached = group.last + 1
        start, end = matches[group.first].start(), matches[group.last].end()
        if "\n" not in sentence.text[start:end]:
            yield _mention(sentence, start, end, group.verb)


def _mention(sentence: Sentence, start: int, end: int, verb: str) -> Mention:
    words = Words(" ".join(sentence.text[start:end].split()))
    source = attribute(sentence.text, start, end)
    return mention("polarity", sentence, start, end, words, noun=verb, frame="not", attribution=source)


def _read(words: Sequence[str], at: int) -> _Group | None:
    """The negated group whose cue is the word at an index."""
    word, before = words[at], words[at - 1] if at else ""
    if word in _UN:
        return _Group(at, at, _UN[word])
    if word in _CONTRACTED and (at or word != "don't"):  # a plea when it opens a sentence
        return _read_verb(words, at, at + 1, word.removesuffix("n't"))
    if word in ("not", "never"):
        return _read_adverb(words, at, before)
    if word in ("no", "nobody", "none"):
        return _read_subject(words, at)
    if word in _FAILING and words[at + 1 : at + 2] == ["to"]:
        return _read_verb(words, at, at + 2, "to")
    return None


def _read_adverb(words: Sequence[str], at: int, before: str) -> _Group | None:
    """ "did not sign", "never signed", "pleaded not guilty"."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    if before in _PLEAS and behind == "guilty":
        return _Group(at - 1, at + 1, f"{_PLEAS[before]} guilty")
    if before in _AUXILIARY:
        return _read_verb(words, at - 1, at + 1, before)
    return _Group(at, at + 1, behind) if words[at] == "never" and _is_past(behind) else None


def _read_subject(words: Sequence[str], at: int) -> _Group | None:
    """ "no one has signed", "none of the ministers signed", "no arrests have been made"."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    for ahead in range(at + 1, min(at + _REACH, len(words))):
        if words[ahead] in _MODAL or words[ahead] in _RELATIVE:
            return None
        if words[ahead] in _AUXILIARY:
            group = _read_verb(words, at, ahead + 1, words[ahead])
            return group._replace(verb=_DEEDS[behind]) if group and behind in _DEEDS else group
        named = behind in _NOBODY
        if (named or words[at] == "nobody") and ahead > at + named and _is_past(words[ahead]):
            return _Group(at, ahead, words[ahead])
    return None


def _read_verb(words: Sequence[str], first: int, at: int, auxiliary: str) -> _Group | None:
    """The group whose verb follows at an index or behind adverbs: the form that its auxiliary takes."""
    passive = auxiliary in _BE
    while at < len(words) and (words[at] in _BETWEEN or _is_adverb(words[at])):
        passive |= words[at] in ("be", "been", "being")
        at += 1
    if at >= len(words) or not words[at].isalpha() or words[at] in _NO_VERBS:
        return None
    fits = _is_past(words[at]) or (
        auxiliary in _BE and words[at].endswith("ing") and not words[at].endswith("thing")
    )
    takes_participle = passive or auxiliary in _HAVE
    return _Group(first, at, words[at]) if fits or not takes_participle else None


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in _NOT_ADVERBS


def _is_past(word: str) -> bool:
    return word in _IRREGULAR or (len(word) > 4 and word.endswith("ed"))
