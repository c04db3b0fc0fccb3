"""Two spellings of a word: how near they are, and whether they are one name, an inflection, or two names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

SHORTEST = 4  # letters; below it nearly every word is near another
FEW, MANY = 5, 7  # letters from which two letters may differ: where the consonants agree, and anywhere
# What English puts behind a name: "Syria", "Syrian", "Syrians"; "Marxism", "Marxist"; "Turkey", "Turkish".
_ENDINGS: Final = frozenset(
    "a ac acy al ally an ans ate ates c cy d e ed en er ers ery es ese eys i ia ian ians ic ics ies in ing is ise"
    " ised ish ism ist ists ity ium ize ized m n na ns o on ons or ors ous r rs s ship st sts t te um us y".split()
)
_INFLECTIONS: Final = frozenset("s es n an ian ians ans ns i is ese ish ic ist ists er ers d ed ing ism gate al".split())
# Alike, and never one: what no rule of endings tells.
_APART: Final = frozenset(
    frozenset(pair.split())
    for pair in (
        "france french|iran iraq|iran irna|irna isna|isis isil|isil isis|african american|america african"
        "|german germany|jew jewish|jews jewish|arab arabia|arabs arabia|niger nigeria|austria australia|austrian australian"
        "|slovakia slovenia|slovak slovene|slovakian slovenian|mali malta|mali malawi|malawi malaysia|latvia"
        " lithuania|libya syria|mauritius mauritania|guinea guiana|guyana guiana|dominica dominican|korea korean"
        "|eastern western|northern southern|east west|north south|northwest southwest|northeast southeast"
        "|george georgia|georges georgia|india indo|india indiana|indian indiana|mars mary|news newt|woman women"
        "|medicare medicaid|internet intercept|senate state|senator senate|sunni sunnis|shia shiite|kurdish turkish"
        "|christian christina|virgin virginia|washington wellington|paris perez|monday sunday|democracy democrats"
        "|united unity|union unity|congress congo|capitol capital|coast court|center century|service services"
    ).split("|")
)
_FUNCTION: Final = frozenset("a an and as at by for from he in is it of on or she the to was who with".split())
_BRITISH: Final = (  # one word by two traditions
    (re.compile(r"([^aeiou])re\b"), r"\1er"),
    (re.compile(r"is(?=(?:e|ed|es|ing|ation|ations|er|ers)\b)"), "iz"),
    (re.compile(r"ence\b"), "ense"),
    (re.compile(r"our(?=s?\b|ed\b|ing\b)"), "or"),
    (re.compile(r"ogramme"), "ogram"),
    # Slavic names end as the house style has it: Zelenskyy, Zelenskiy, Zelensky, Zelenski.
    (re.compile(r"(?<=[st]k)(?:yy|iy|yi|ij|yj|i|y|ii)\b"), "y"),
    (re.compile(r"(?<=[^aeiou]k)(?:yy|iy|yi|ij|i|ii)\b"), "y"),
)


@lru_cache(maxsize=65536)
def settle(word: str) -> str:
    """A spelled word in one tradition, so that "centre" and "center" are the same."""
    for pattern, instead in _BRITISH:
        word = pattern.sub(instead, word)
    return word


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a word as they sound: one for "Qaddafi" and "Gadhafi", "Sheikhun" and "Shaykhoun"."""
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
    """Forms of one word: an inflection, a demonym, another tradition of spelling, or a space left out."""
    if settle(p) == settle(q) or frozenset((p, q)) in _APART:
        return True
    short, long = sorted((p, q), key=len)
    if long.startswith(short) and (long[len(short) :] in _INFLECTIONS | _FUNCTION):
        return True
    if long.endswith(short) and long[: len(long) - len(short)] in ("o", "d", "al", "el", "un", "mc", "non"):
        return True
    shared = _count_shared(p, q)
    rests = p[shared:], q[shared:]
    if not (shared >= SHORTEST and all(rest in _ENDINGS for rest in rests)):
        return False
    return max(map(len, rests)) > 1 or "".join(sorted(rests)) in ("mt", "ns", "is", "sy")  # "Marxism", "Marxist"


def _count_shared(p: str, q: str) -> int:
    return next((at for at, (x, y) in enumerate(zip(p, q, strict=False)) if x != y), min(len(p), len(q)))
