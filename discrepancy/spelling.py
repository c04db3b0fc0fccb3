"""Two spellings of a word: how near they are, and whether they are one name, an inflection, or two names."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files
from typing import Final

SHORTEST = 4  # letters; below it nearly every word is near another
FEW, MANY = 5, 7  # letters from which two letters may differ: where the consonants agree, and anywhere
_LISTS = json.loads(files("discrepancy").joinpath("data/spelling.json").read_text(encoding="utf-8"))
# What English puts behind one stem by turns: "Belgium", "Belgian"; "Marxism", "Marxist"; "Turkey", "Turkish".
_ENDINGS: Final = frozenset(_LISTS["endings of one stem"])
_INFLECTIONS: Final = frozenset(_LISTS["inflections"])  # behind a whole name: "Syria", "Syrians"
_RUN_IN: Final = frozenset(_LISTS["run in"])  # where a space is missing: "Congressin"
_BEFORE: Final = frozenset(("al", "d", "el", "mc", "non", "o", "un"))
# Alike, and never one name, or one only by a form that no rule of endings tells: "Iran", "Iraq"; "France".
_APART: Final = frozenset(frozenset(pair.split()) for pair in _LISTS["two words"])
_BRITISH: Final = (  # one word by two traditions
    (re.compile(r"([^aeiou])re\b"), r"\1er"),
    (re.compile(r"is(?=(?:e|ed|es|ing|ation|ations|er|ers)\b)"), "iz"),
    (re.compile(r"ence\b"), "ense"),
    (re.compile(r"our(?=s?\b|ed\b|ing\b)"), "or"),
    (re.compile(r"ogramme"), "ogram"),
    # Slavic names end as the house style has it: Zelenskyy, Zelenskiy, Zelensky; Sergey, Sergei; Anatoliy.
    (re.compile(r"(?<=[^aeiou]k)(?:yy|iy|yi|ij|yj|ii|i)\b"), "y"),
    (re.compile(r"(?<=[^aeiou])e[ij]\b"), "ey"),
    (re.compile(r"(?<=[^aeiou])(?:yy|iy|yi|ij|yj)\b"), "y"),
)


@lru_cache(maxsize=65536)
def settle(word: str) -> str:
    """A spelled word in one tradition, so that "centre" and "center" are the same."""
    for pattern, instead in _BRITISH:
        word = pattern.sub(instead, word)
    return word


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a word as they sound: one for "Qaddafi" and "Gadhafi", "Shaykhan" and "Sheikhan"."""
    sound = re.sub(r"[aeiouyhw']", "", word.replace("ph", "f"))
    return re.sub(r"(.)\1+", r"\1", sound.translate(str.maketrans("qgczvp", "kkksbb")))


def count_letters(p: str, q: str) -> int | None:
    """How many letters two words lie apart, where that is few for their length; None where it is not.

    An exchange of two neighbours counts once (optimal string alignment).
    """
    from rapidfuzz.distance import OSA

    shorter = min(len(p), len(q))
    if shorter < SHORTEST or abs(len(p) - len(q)) > 3:
        return None
    sounds = skeleton(p) == skeleton(q)
    if p[0] != q[0] and not (sounds and shorter >= FEW):
        return None
    most = 1 if shorter < MANY else 2
    if sounds:
        most += 1
    most = min(most, max(len(p), len(q)) // 3)
    apart = int(OSA.distance(p, q, score_cutoff=most))
    return apart if 0 < apart <= most else None


def is_one_word(p: str, q: str) -> bool:
    """Forms of one word, or words known to be two: no misspelling of each other.

    An inflection, a demonym, another tradition of spelling, a space left out; or "Iran" and "Iraq".
    """
    if settle(p) == settle(q) or frozenset((p, q)) in _APART:
        return True
    short, long = sorted((p, q), key=len)
    if long.startswith(short) and long[len(short) :] in _INFLECTIONS | _RUN_IN:
        return True
    if long.endswith(short) and long[: len(long) - len(short)] in _BEFORE:
        return True
    shared = _count_shared(p, q)
    return shared >= SHORTEST and " ".join(sorted((p[shared:], q[shared:]))) in _ENDINGS


def _count_shared(p: str, q: str) -> int:
    return next((at for at, (x, y) in enumerate(zip(p, q, strict=False)) if x != y), min(len(p), len(q)))
