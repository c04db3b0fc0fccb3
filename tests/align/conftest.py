"""Articles read with an encoder made of dice: alignment's own arithmetic, without a model."""

import re
import zlib
from collections.abc import Callable

import numpy as np
import pytest

from discrepancy.align import Reading
from discrepancy.model import NUMERIC_KINDS, Article, Mention, Sentence, Value
from discrepancy.pipeline import read_facts

WIDTH = 24


class DiceEncoder:
    """A bag of words: each word throws its own vector, the same at every throw."""

    mask = "[MASK]"

    def encode(self, texts):
        return np.array([_throw(text) for text in texts], dtype=np.float32).reshape(-1, WIDTH)

    def encode_spans(self, texts, spans):
        table = np.zeros((len(texts), max(map(len, spans), default=0), WIDTH), dtype=np.float32)
        for row, (text, places) in enumerate(zip(texts, spans, strict=True)):
            for column, (start, end) in enumerate(places):
                table[row, column] = _throw(text[start:end])
        return table


def _throw(text: str) -> np.ndarray:
    total = np.zeros(WIDTH)
    for word in re.findall(r"\w+", text.casefold()):
        total += np.random.default_rng(zlib.crc32(word.encode())).normal(size=WIDTH)
    return total / max(float(np.linalg.norm(total)), 1e-9)


@pytest.fixture(scope="session")
def encoder() -> DiceEncoder:
    return DiceEncoder()


@pytest.fixture(scope="session")
def read(encoder) -> Callable[[str], Reading]:
    def read_text(text: str) -> Reading:
        return read_facts(Article(text, "invented"), encoder, (*NUMERIC_KINDS, "quote"))

    return read_text


@pytest.fixture(scope="session")
def state() -> Callable[..., Mention]:
    """One mention of a value by itself, in a sentence that starts where one says."""

    def build(number: float, surface: str = "", at: int = 0, kind: str = "count", **rest) -> Mention:
        surface = surface or f"{number:g}"
        value = rest.pop("value", None) or Value(float(number), float(number))
        sentence = Sentence(at, at + len(surface), surface, 0)
        return Mention(kind, surface, at, at + len(surface), value, sentence, **rest)

    return build
