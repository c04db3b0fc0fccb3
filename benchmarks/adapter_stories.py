"""Stories as the adapter learns from them: masked sentences as tokens, values as spans, pairs with labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.decision_rows import SAME
from benchmarks.pair_tables import PairTable
from discrepancy.align import Reading

LONGEST = 96  # tokens of a sentence; one in a hundred is longer
SPANS = 2  # of each mention: the mask, and the near words

Tokens = npt.NDArray[np.int_]


@dataclass(frozen=True, slots=True)
class LabelledPairs:
    """The comparable pairs of mentions of two articles: indices into the story's mentions, and labels."""

    left: Tokens
    right: Tokens
    same: npt.NDArray[np.bool_]  # one question, whatever the values
    agree: npt.NDArray[np.bool_]  # the values agree, be it by chance


@dataclass(frozen=True, slots=True)
class AdapterStory:
    """One story: its sentences as token ids, its mentions as tokens of a sentence, its pairs."""

    sentences: list[list[int]] = field(default_factory=list)
    mentions: list[tuple[int, tuple[Tokens, ...]]] = field(default_factory=list)  # its sentence, its spans
    pairs: list[LabelledPairs] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Tokens in all."""
        return sum(map(len, self.sentences))


def prepare_story(tables: Sequence[PairTable], tokenizer: Any) -> AdapterStory:
    """The story whose pairs of articles the tables are; quotes and unsure pairs are left aside."""
    story = AdapterStory()
    texts: dict[str, int] = {}
    known: dict[tuple[str, int], int] = {}
    offsets: list[npt.NDArray[np.int_]] = []

    def place(reading: Reading, at: int) -> int:
        key = reading.article.id, at
        if key not in known:
            context = reading.contexts[at]
            if context.masked not in texts:
                texts[context.masked] = len(texts)
                encoded = tokenizer(
                    context.masked, return_offsets_mapping=True, truncation=True, max_length=LONGEST
                )
                story.sentences.append(encoded["input_ids"])
                offsets.append(np.array(encoded["offset_mapping"]))
            sentence = texts[context.masked]
            known[key] = len(story.mentions)
            spans = tuple(_tokens(offsets[sentence], span) for span in context.spans[:SPANS])
            story.mentions.append((sentence, spans))
        return known[key]

    for table in tables:
        pairs = [pair for pair in table.verdicts if _is_learnt(table, pair)]
        if pairs:
            story.pairs.append(
                LabelledPairs(
                    np.array([place(table.left, i) for i, _ in pairs]),
                    np.array([place(table.right, j) for _, j in pairs]),
                    np.array([table.labels[pair][0] in SAME for pair in pairs]),
                    np.array([table.verdicts[pair].severity == "agree" for pair in pairs]),
                )
            )
    return story


def _is_learnt(table: PairTable, pair: tuple[int, int]) -> bool:
    label = table.labels.get(pair)
    return label is not None and label[0] != "unsure" and table.left.mentions[pair[0]].kind != "quote"


def _tokens(offsets: npt.NDArray[np.int_], span: tuple[int, int]) -> Tokens:
    """The tokens that meet a span of characters; all of them where it was cut off."""
    met = (offsets[:, 0] < span[1]) & (offsets[:, 1] > span[0]) & (offsets[:, 1] > offsets[:, 0])
    return np.flatnonzero(met) if met.any() else np.arange(len(offsets))
