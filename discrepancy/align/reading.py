"""All that alignment needs to know of one article, computed once however many others it is compared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from discrepancy.align.context import Context
from discrepancy.model import Article, Fact, Mention, Sentence

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, read: its sentences, its mentions, and the vectors of both."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    contexts: tuple[Context, ...]  # one a mention
    facts: tuple[tuple[int, ...], ...]  # indices of the mentions that state one fact
    mention_vectors: Vectors  # (mentions, spans, d): the mask, near words, clause, sentence
    sentence_vectors: Vectors  # (sentences, d)

    def fact(self, at: int) -> Fact:
        """The fact at an index of `facts`, with its mentions in order."""
        return Fact(tuple(self.mentions[mention] for mention in self.facts[at]))

    @property
    def all_facts(self) -> tuple[Fact, ...]:
        """Every fact of the article, in order."""
        return tuple(self.fact(at) for at in range(len(self.facts)))
