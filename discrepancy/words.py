"""Words of a text: where they stand, how they are told apart, and which of them an article uses as names."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from discrepancy.model import Sentence

WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word without case, possessive and curly apostrophe."""
    word = word.casefold().replace("’", "'")
    return word.removesuffix("'s").removesuffix("'")


def find_proper_words(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Words that an article writes with a capital inside a sentence, folded: names, mostly."""
    inside: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for sentence in sentences:
        if sentence.role == "headline":
            continue  # title case says nothing about names
        for at, match in enumerate(WORD.finditer(sentence.text)):
            word = match.group()
            if word[0].isupper():
                inside[fold(word)] += at > 0
            else:
                lower[fold(word)] += 1
    return frozenset(word for word, count in inside.items() if count > lower[word] and len(word) > 1)


@lru_cache(maxsize=65536)
def spell(name: str) -> str:
    """The letters of a name: without case, accents, full stops and apostrophes, hyphens as spaces."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark))
    return " ".join(re.sub(r"[\W_]+", " ", re.sub(r"[.'’‘`]", "", plain.casefold())).split())
