"""The singular of an English noun, and whether a word looks like a plural; no dictionary is loaded."""

from __future__ import annotations

import re

from discrepancy.extract.word_lists import LISTS

_PLURALS: dict[str, str] = LISTS["irregular plurals"]
_SINGULAR_IN_S = re.compile(
    r"(?:ss|us|is|news|gas|bias|atlas|canvas|lens|mars|texas|kansas|paris|james|['’]s)$", re.IGNORECASE
)
_INITIALS = re.compile(r"[A-Z]{2,6}['’]?s")  # "CPUs", "KO's"
_COMPOUND = re.compile(r"(?<=[a-z])(?P<plural>children|people|wives|wolves|teeth|mice)$")  # "schoolchildren"


def singular(word: str) -> str:
    """The singular of an English noun, lower case: "crises" -> "crisis", "ladies" -> "lady"."""
    if _INITIALS.fullmatch(word):
        return word.rstrip("s'’")
    if "." in word[:-1]:
        return word  # "U.S."
    word = word.lower().replace("’", "'").removesuffix("'s").rstrip("'.")
    if word in _PLURALS:
        return _PLURALS[word]
    compound = _COMPOUND.search(word)
    if compound:
        return word[: compound.start()] + _PLURALS[compound["plural"]]
    if _SINGULAR_IN_S.search(word) or not word.endswith("s") or len(word) < 3:
        return (
            word[:-3] + "man"
            if word.endswith("men") and len(word) > 4 and word not in ("regimen", "specimen")
            else word
        )
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:sses|shes|ches|xes|zzes|oes)$", word) and word not in (
        "shoes",
        "canoes",
        "headaches",
        "axes",
    ):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a noun."""
    lower = word.lower().rstrip(".")
    if "." in lower:
        return False  # "U.S."
    if lower in _PLURALS or _INITIALS.fullmatch(word):
        return True
    if (lower.endswith("men") and len(lower) > 5) or _COMPOUND.search(lower):
        return True
    return len(lower) > 2 and lower.endswith("s") and not _SINGULAR_IN_S.search(lower)
