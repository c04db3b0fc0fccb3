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
# What stands behind one of these tells which one is meant: "charged with fraud", "the ban on hunting".
_TELLING: Final = frozenset(
    ("with", "of", "for", "over", "on", "to", "from", "into", "against", "under", "about")
)
_PREPOSITIONS: Final = _TELLING | {"in", "at", "as", "by"}
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
    rest: Stems | None  # what stands behind a telling preposition: what someone is charged with
    passive: bool = False
    intransitive: bool = False  # active, and nothing but prepositions behind: "has not resigned"
    anyone: bool = False  # "no one was arrested": whoever the other article names

    def share(self, other: Clause) -> Stems:
        """The stems that the participants of two clauses have in common; none where one is another."""
        if self.verb != other.verb or self._is_of_another(other):
            return frozenset()
        if self.intransitive and other.intransitive:
            return _common(self.agent or frozenset(), other.agent or frozenset(), _SAME_AGENT)
        if self.patient is None or other.patient is None:
            return frozenset()
        patient = _common(self.patient, other.patient, _SAME_PATIENT)
        if self.agent is None or other.agent is None or not patient:
            return frozenset() if self.is_habit or other.is_habit else patient
        agent = _common(self.agent, other.agent, _SAME_AGENT)
        return agent | patient if agent else frozenset()

    @property
    def is_habit(self) -> bool:
        """Said of what is always so: "does not support" is no deed, and one must know whose it is."""
        return self.mention.surface.lower().startswith(("do ", "don't", "don’t", "does"))

    def _is_of_another(self, other: Clause) -> bool:
        """Both say what the deed is of, and it is not the same: fraud and murder, a ban on this and that."""
        return bool(self.rest and other.rest and not self.rest & other.rest)


@lru_cache(maxsize=16384)
def find_lemma(word: str) -> str:
    """The stem of a verb's base form, or of another word."""
    return stem(BASES.get(word, word))


def stems_of(words: Iterable[str]) -> Stems:
    """The stems of words."""
    return frozenset(map(find_lemma, words))


WEAK: Final = stems_of(LISTS["verbs that decide nothing"])
DONE_TO_SOMEONE: Final = stems_of(LISTS["done to someone"])
IDENTIFY: Final = stem("identify")
_REVEALING: Final = stems_of(LISTS["makes a name known"])
_NAMES: Final = stems_of(LISTS["of a name"])
_VICTIMS: Final = stems_of(LISTS["the victims"])
CLAIM: Final = stem("claim")
_RESPONSIBILITY: Final = stem("responsibility")
_ATTACKS: Final = stems_of(LISTS["attacks"])


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
    if inside[0].startswith("un") and not BE.intersection(left[-1:]):
        subject = _content(right[:3])  # "an unidentified man"
    if verb.endswith(" guilti"):
        clause = Clause(mention, verb, None, subject, _find_rest(right))
    elif _is_passive(inside, right):
        by = right.index("by") if "by" in right else len(right)
        anyone = nobody and verb in DONE_TO_SOMEONE
        clause = Clause(
            mention, verb, _content(right[by + 1 :]), subject, _find_rest(right[:by]), passive=True
        )
        clause = replace(clause, patient=None, anyone=True) if anyone else clause
    else:
        agent = None if nobody else subject
        bare = _content(right[: _find(right, _PREPOSITIONS)]) is None
        clause = Clause(mention, verb, agent, _content(right), _find_rest(right), intransitive=bare)
    return _unify(clause)


def _is_passive(group: Sequence[str], right: Sequence[str]) -> bool:
    if group[-1].endswith("ing"):
        return False
    return (
        bool(BE.intersection(group)) or group[0].startswith("un") or (len(group) == 1 and right[:1] == ["by"])
    )


def _unify(clause: Clause) -> Clause:
    """Releasing a name is identifying someone; victims and attacks go by many words."""
    verb, patient, rest = clause.verb, clause.patient, clause.rest
    if patient and verb in _REVEALING and patient & _NAMES:
        verb, patient, rest = IDENTIFY, patient - _NAMES, None
    if verb == IDENTIFY:
        patient = _rename(patient, _VICTIMS, stem("victim"))
    if verb == CLAIM and patient and _RESPONSIBILITY not in patient and not clause.passive:
        patient = None  # an attack that somebody claims there was
    if verb == CLAIM:
        patient, rest = (_rename(words, _ATTACKS, stem("attack")) for words in (patient, rest))
    return replace(clause, verb=verb, patient=patient or None, rest=rest)


def _rename(words: Stems | None, many: Stems, one: str) -> Stems | None:
    return words - many | {one} if words and words & many else words


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


def _find_rest(words: Sequence[str]) -> Stems | None:
    return _content(words[_find(words, _TELLING) :])


def _find(words: Sequence[str], wanted: frozenset[str]) -> int:
    return next((at for at, word in enumerate(words) if word in wanted), len(words))


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
