"""All that alignment needs to know of one article, computed once however many others it is compared with."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from discrepancy.align.context import COMPARED_WORDS, Context
from discrepancy.align.worded.names import NO_NAMES, Names
from discrepancy.model import Article, Fact, Mention, Sentence

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]

# Comparing takes the product of two articles' mentions, in time and in memory: at this many, some ten
# thousand words of dense news on each side, seven seconds and 300 MB.
MOST_MENTIONS = 1000
# The spans of every mention: the value itself, the words near it, its clause.
FIXED_SPANS = 3


_log = logging.getLogger(__name__)


class SpanEncoder(Protocol):
    """What alignment asks of an encoder: vectors of texts, and of spans of texts."""

    def encode(self, texts: Sequence[str]) -> Vectors: ...

    def encode_spans(self, texts: Sequence[str], spans: Sequence[Sequence[tuple[int, int]]]) -> Vectors: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, read: its sentences, its mentions, and the vectors of both."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    contexts: tuple[Context, ...]  # one a mention
    facts: tuple[tuple[int, ...], ...]  # indices of the mentions that state one fact
    mention_vectors: Vectors  # (mentions, FIXED_SPANS, d): the mask, near words, clause
    word_vectors: Vectors  # (mentions, words, d): the nearest content words, zero where there are fewer
    noun_vectors: Vectors  # (mentions, d): the head noun by itself, zero where there is none
    sentence_vectors: Vectors  # (sentences, d)
    names: Names = NO_NAMES  # apart from the other mentions, as what follows: no vectors, no contexts
    worded: tuple[Mention, ...] = ()  # all of WORDED_KINDS that was asked for

    def fact(self, at: int) -> Fact:
        """The fact at an index of `facts`, with its mentions in order."""
        return Fact(tuple(self.mentions[mention] for mention in self.facts[at]))

    @property
    def all_facts(self) -> tuple[Fact, ...]:
        """Every fact of the article, in order."""
        return tuple(self.fact(at) for at in range(len(self.facts)))


def limit_mentions(article: Article, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The first MOST_MENTIONS of an article, with a warning in the log where there are more."""
    if len(mentions) > MOST_MENTIONS:
        _log.warning(
            "%s states %d values: only the first %d, up to character %d, are compared; split it",
            article.id,
            len(mentions),
            MOST_MENTIONS,
            mentions[MOST_MENTIONS - 1].end,
        )
    return tuple(mentions[:MOST_MENTIONS])


def read_vectors(
    encoder: SpanEncoder,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    contexts: Sequence[Context],
) -> tuple[Vectors, Vectors, Vectors, Vectors]:
    """The four arrays of a reading, from one pass over its sentences, their values masked."""
    import numpy as np

    texts = [sentence.text for sentence in sentences]
    spans: list[list[tuple[int, int]]] = [[] for _ in sentences]
    places: list[tuple[int, int]] = []
    for context in contexts:
        texts[context.sentence] = context.masked
        places.append((context.sentence, len(spans[context.sentence])))
        spans[context.sentence] += [*context.spans, *(span for _, span in context.words)]
    for text, row in zip(texts, spans, strict=True):
        row.append((0, len(text)))
    states = encoder.encode_spans(texts, spans)
    whole = states[np.arange(len(spans)), [len(row) - 1 for row in spans]] if spans else states[:, :0].sum(1)
    mine, near = _scatter(states, places, contexts)
    return mine, near, _noun_vectors(encoder, mentions, states.shape[-1]), whole


def _scatter(
    states: Vectors, places: Sequence[tuple[int, int]], contexts: Sequence[Context]
) -> tuple[Vectors, Vectors]:
    """The vectors of each mention, and of its nearest words, out of those of the sentences."""
    import numpy as np

    mine = np.zeros((len(contexts), FIXED_SPANS, states.shape[-1]), dtype=np.float32)
    near = np.zeros((len(contexts), COMPARED_WORDS, states.shape[-1]), dtype=np.float32)
    for row, ((sentence, start), context) in enumerate(zip(places, contexts, strict=True)):
        mine[row] = states[sentence, start : start + FIXED_SPANS]
        words = states[sentence, start + FIXED_SPANS : start + FIXED_SPANS + len(context.words)]
        near[row, : len(words)] = words
    return mine, near


def _noun_vectors(encoder: SpanEncoder, mentions: Sequence[Mention], width: int) -> Vectors:
    import numpy as np

    nouns = sorted({mention.noun for mention in mentions if mention.noun})
    vectors = dict(zip(nouns, encoder.encode(nouns), strict=True))
    table = np.zeros((len(mentions), width), dtype=np.float32)
    for row, mention in enumerate(mentions):
        if mention.noun:
            table[row] = vectors[mention.noun]
    return table
