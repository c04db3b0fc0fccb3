"""Two spellings of one name, told letter by letter."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from discrepancy.compare.circumstances import Days
from discrepancy.compare.wording import SMALL
from discrepancy.model import Mention, Verdict, Words
from discrepancy.spelling import count_letters, is_one_word, skeleton
from discrepancy.words import spell

_PART = re.compile(r"[^\W_]+(?:['’`.][^\W_]+)*")


def compare_names(a: Mention, b: Mention, days: Days) -> Verdict | None:
    """Agree where one name is the other or a short form of it, soft where a word is spelled otherwise."""
    if not isinstance(a.value, Words) or not isinstance(b.value, Words):
        return None
    here, there = a.value.text.split(), b.value.text.split()
    differing = _pair_up(here, there)
    if differing:
        return Verdict("soft", _explain(differing, a, b))
    if here == there or "".join(here) == "".join(there):
        return Verdict("agree", "the same name")
    if here and there and _is_short_form(*sorted((here, there), key=lambda words: (len(words), words))):
        return Verdict("agree", "a short form of the same name")
    return None


def _pair_up(here: list[str], there: list[str]) -> list[tuple[str, str]]:
    """The words of two names that are nearly but not quite the same, each with its counterpart."""
    left, right = [word for word in here if word not in there], [word for word in there if word not in here]
    pairs = []
    for p in left:
        near = [(letters, q) for q in right if (letters := count_letters(p, q)) and not is_one_word(p, q)]
        if near:
            q = min(near)[1]
            pairs.append((p, q))
            right.remove(q)
    return pairs


def _is_short_form(short: list[str], long: list[str]) -> bool:
    """Every word of the short name stands in the long one, in order, or begins one of its words."""
    rest = iter(long)
    return all(any(_fits(word, other) for other in rest) for word in short)


def _fits(word: str, other: str) -> bool:
    return word == other or is_one_word(word, other) or (len(word) == 1 and other.startswith(word))


def _explain(pairs: list[tuple[str, str]], a: Mention, b: Mention) -> str:
    here = " ".join(_as_printed(p, a.surface) for p, _ in pairs)
    there = " ".join(_as_printed(q, b.surface) for _, q in pairs)
    return f"spelled {here} here and {there} there, {_measure(pairs)}"


def _as_printed(word: str, surface: str) -> str:
    """The word of the name as the article prints it."""
    return next((part for part in _PART.findall(surface) if spell(part) == word), word)


def _measure(pairs: list[tuple[str, str]]) -> str:
    if len(pairs) == 1:
        p, q = pairs[0]
        apart = OSA.distance(p, q)
        if apart == 1 and sorted(p) == sorted(q):
            return "two letters exchanged"
        if apart == 1:
            return "one letter apart"
        if skeleton(p) != skeleton(q):
            return f"{SMALL[apart]} letters apart"
    return "perhaps two ways to write one name"
