"""Who did what to whom, as far as the words around a verb tell, whichever voice it is in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from discrepancy.align.context import STOP_WORDS, stem
from discrepancy.model import Mention
from discrepancy.words import WORD, fold

Stems = frozenset[str]

REACH = 14  # words on either side of a verb among which its participants are looked for
LISTS: Final[dict[str, Any]] = json.loads(
    files("discrepancy").joinpath("data/polarity_words.json").read_text(encoding="utf-8")
)
BASES: Final = {form: base for base, forms in LISTS["irregular verbs"].items() for form in forms.split()}
BE: Final = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_PREPOSITIONS: Final = frozenset(("with", "of", "for", "over", "on", "in", "to", "from", "into", "under", "as"))
_OPENERS: Final = frozenset(LISTS["open a clause"])
_TIMES: Final = frozenset(LISTS["when and how many"])
_OTHERS: Final = frozenset(LISTS["of another one"])
_CUT: Final = re.compile(r"[,;:()\[\]“”\"!?—–\n]|\s-+\s")
# Of the words that two clauses have for one participant, the share of the fewer that must be the same.
_SAME_PATIENT = 0.5
_SAME_AGENT = 0.6


class Token(NamedTuple):
    """A word of a sentence."""

    text: str  # folded
    start: int
    end: int
    cut: bool  # a mark parts it from the word before


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with the stems of its participants; None for one that is not named, or by a pronoun alone."""

    mention: Mention
    verb: str  # stem
    agent: Stems | None
    patient: Stems | None
    rest: Stems | None  # what stands behind a preposition: what someone is charged with
    anyone: bool = False  # "no one was arrested": whoever the other article names

    def share(self, other: Clause) -> Stems:
        """The stems that the participants of two clauses have in common; none where one is another."""
        if self.verb != other.verb or self._is_of_another_charge(other):
            return frozenset()
        if self.patient is None or other.patient is None:
            return frozenset()
        patient = _common(self.patient, other.patient, _SAME_PATIENT)
        if self.agent is None or other.agent is None or not patient:
            return patient
        agent = _common(self.agent, other.agent, _SAME_AGENT)
        return agent | patient if agent else frozenset()

    def _is_of_another_charge(self, other: Clause) -> bool:
        told = self.rest and other.rest and not self.rest & other.rest
        return bool(told) and self.verb in TOLD_BY_REST


@lru_cache(maxsize=16384)
def find_lemma(word: str) -> str:
    """The stem of a verb's base form, or of another word."""
    return stem(BASES.get(word, word))


def stems_of(words: Iterable[str]) -> Stems:
    """The stems of words."""
    return frozenset(map(find_lemma, words))


WEAK: Final = stems_of(LISTS["verbs that decide nothing"])
TOLD_BY_REST: Final = stems_of(LISTS["told by what follows"])
DONE_TO_SOMEONE: Final = stems_of(LISTS["done to someone"])
IDENTIFY: Final = stem("identify")
_REVEALING: Final = stems_of(LISTS["makes a name known"])
_NAMES: Final = stems_of(LISTS["of a name"])
_VICTIMS: Final = stems_of(LISTS["the victims"])


@lru_cache(maxsize=1024)  # a sentence is searched for every verb that the other article negates
def read_tokens(text: str) -> tuple[Token, ...]:
    """The words of a sentence."""
    tokens, end = [], 0
    for match in WORD.finditer(text):
        cut = _CUT.search(text, end, match.start()) is not None
        tokens.append(Token(fold(match.group()), match.start(), match.end(), cut))
        end = match.end()
    return tuple(tokens)


def read_clause(mention: Mention, verb: str, tokens: Sequence[Token], group: tuple[int, int]) -> Clause:
    """The clause of a verb, given its stem and the places of its group's first and last word."""
    first, last = group
    inside = [token.text.removesuffix("n't") for token in tokens[first : last + 1]]
    left, right = words_before(tokens, first), words_behind(tokens, last)
    nobody = inside[0] in ("no", "nobody", "none")
    subject = _content(inside[:-1] if nobody else left)
    passive = bool(BE.intersection(inside)) or (first == last and right[:1] == ["by"])
    if inside[0].startswith("un") and len(inside) == 1 and not BE.intersection(left[-1:]):
        subject, passive = _content(right[:3]), True  # "an unidentified man"
    if verb.startswith(("plead ", "find ")):
        return Clause(mention, verb, None, subject, _behind_preposition(right))
    if not passive:
        return _make_known(
            Clause(mention, verb, None if nobody else subject, _content(right), _behind_preposition(right))
        )
    by = right.index("by") if "by" in right else len(right)
    anyone = nobody and verb in DONE_TO_SOMEONE
    patient = None if anyone else subject
    return _make_known(
        Clause(mention, verb, _content(right[by + 1 :]), patient, _behind_preposition(right[:by]), anyone)
    )


def _make_known(clause: Clause) -> Clause:
    """A clause about someone's name as one of identifying them, and the victims under one word."""
    verb, patient = clause.verb, clause.patient
    if patient and verb in _REVEALING and patient & _NAMES:
        verb, patient = IDENTIFY, patient - _NAMES
    if patient and verb == IDENTIFY and patient & _VICTIMS:
        patient = patient - _VICTIMS | {stem("victim")}
    return replace(clause, verb=verb, patient=patient or None)


def words_before(tokens: Sequence[Token], first: int) -> list[str]:
    """The words before a verb group back to a boundary; what commas set off between them is left out."""
    if first and tokens[first - 1].text in ("who", "which"):
        first -= 1
    elif tokens[first].cut:
        first = next((at for at in range(first - 1, 0, -1) if tokens[at].cut), 0) or first
    found: list[str] = []
    for token in reversed(tokens[max(0, first - REACH) : first]):
        if token.text in _OPENERS:
            break
        found.append(token.text)
        if token.cut:
            break
    return found[::-1]


def words_behind(tokens: Sequence[Token], last: int) -> list[str]:
    """The words behind a verb group up to a boundary."""
    found: list[str] = []
    for token in tokens[last + 1 : last + 1 + REACH]:
        if token.cut or (token.text in _OPENERS and token.text != "as"):
            break
        found.append(token.text)
    return found


def _behind_preposition(words: Sequence[str]) -> Stems | None:
    at = next((at for at, word in enumerate(words) if word in _PREPOSITIONS), len(words))
    return _content(words[at:])


def _content(words: Sequence[str]) -> Stems | None:
    return stems_of(filter(_tells, words)) or None


def _tells(word: str) -> bool:
    """Whether a word says who or what a clause is about."""
    if word in _OTHERS:
        return True
    return len(word) > 1 and not word[0].isdigit() and word not in STOP_WORDS and word not in _TIMES


def _common(here: Stems, there: Stems, least: float) -> Stems:
    """What two participants share, where that is enough of the one told in fewer words."""
    shared = here & there
    if len(shared) < least * min(len(here), len(there)) or (here ^ there) & _OTHER_ONES:
        return frozenset()
    return shared


_OTHER_ONES: Final = stems_of(_OTHERS)
