"""Evidence that two mentions answer the same question: one number a feature, for every pair at once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from discrepancy.align.context import STOP_WORDS, Context, stem
from discrepancy.align.reading import Reading
from discrepancy.model import Mention
from discrepancy.words import fold

if TYPE_CHECKING:
    import numpy.typing as npt

    Matrix = npt.NDArray[np.float32]

# Two spellings of one name ("Zelenskyy", "Zelenskiy") score 88.9; "Rubio" and "Russia" score 54.5.
SAME_NAME = 85.0

# The lead: the sentences that say what the story is.
LEAD = 3
# The weight of a near word halves by the time this many others stand nearer.
NEARNESS = 4

FEATURES = (
    "mask_cosine",
    "near_cosine",
    "clause_cosine",
    "centred_sentence_cosine",
    "sentence_cosine",
    "before_cosine",
    "after_cosine",
    "less_covered",
    "more_covered",
    "less_margin",
    "more_margin",
    "lead_cosine",
    "word_alignment",
    "plain_word_alignment",
    "noun_cosine",
    "noun_match",
    "noun_clash",
    "near_overlap",
    "wide_overlap",
    "sentence_overlap",
    "name_overlap",
    "clause_name_overlap",
    "clause_name_clash",
    "owner_match",
    "owner_clash",
    "apposed_match",
    "apposed_clash",
    "previous_match",
    "next_match",
    "frame_match",
    "attribution_match",
    "attribution_clash",
    "position_gap",
    "earlier_position",
    "same_role",
)


def pair_features(left: Reading, right: Reading) -> Matrix:
    """Features (mentions of left, mentions of right, len(FEATURES)), symmetric under exchange of the two."""
    shape = (len(left.mentions), len(right.mentions))
    if 0 in shape:
        return np.zeros((*shape, len(FEATURES)), dtype=np.float32)
    sentences = left.sentence_vectors @ right.sentence_vectors.T
    rarity = _rarity(left, right)
    columns = [
        *_cosines(left, right, sentences),
        *_coverage(left, right, sentences),
        *_word_alignments(left, right, rarity),
        *_nouns(left, right),
        *_overlaps(left, right, rarity),
        *_places(left, right),
    ]
    return np.stack([np.broadcast_to(column, shape) for column in columns], axis=-1).astype(np.float32)


def _cosines(left: Reading, right: Reading, sentences: Matrix) -> list[Matrix]:
    """Cosines of every span, centred on the pair's mean: one story's mentions share most direction."""
    spans = left.mention_vectors.shape[1]
    matrices = [
        _centred_cosine(left.mention_vectors[:, span], right.mention_vectors[:, span])
        for span in range(spans)
    ]
    at_left, at_right = _homes(left), _homes(right)
    homes_a, homes_b = left.sentence_vectors[at_left], right.sentence_vectors[at_right]
    matrices.append(_centred_cosine(homes_a, homes_b))
    for shift in (0, -1, 1):
        rows = np.clip(at_left + shift, 0, len(left.sentences) - 1)
        columns = np.clip(at_right + shift, 0, len(right.sentences) - 1)
        matrices.append(sentences[np.ix_(rows, columns)])
    return matrices


def _coverage(left: Reading, right: Reading, sentences: Matrix) -> list[Matrix]:
    """How well the other article's nearest sentence covers each mention's, and lead against lead."""
    at_left, at_right = _homes(left), _homes(right)
    covered_a = sentences.max(axis=1)[at_left][:, None]
    covered_b = sentences.max(axis=0)[at_right][None, :]
    here = sentences[np.ix_(at_left, at_right)]
    leads = left.sentence_vectors[:LEAD].mean(axis=0) @ right.sentence_vectors[:LEAD].mean(axis=0)
    less, more = np.minimum(covered_a, covered_b), np.maximum(covered_a, covered_b)
    return [less, more, here - less, here - more, np.full((1, 1), leads)]


def _homes(reading: Reading) -> npt.NDArray[np.int_]:
    """The index of each mention's sentence."""
    return np.array([context.sentence for context in reading.contexts])


def _word_alignments(left: Reading, right: Reading, rarity: dict[str, float]) -> list[Matrix]:
    """Each near content word with its best counterpart, with names and without (after BERTScore)."""
    best_a, best_b = _best_words(left.word_vectors, right.word_vectors)
    columns = []
    for with_names in (True, False):
        weight_a = _word_weights(left, rarity, with_names)
        weight_b = _word_weights(right, rarity, with_names)
        forth = np.einsum("ijw,iw->ij", best_a, weight_a)
        back = np.einsum("ijv,jv->ij", best_b, weight_b)
        columns.append(((forth + back) / 2).astype(np.float32))
    return columns


def _best_words(left: Matrix, right: Matrix) -> tuple[Matrix, Matrix]:
    """The best cosine (mentions of left, mentions of right, words) of each word, of left and of right.

    A word of the left mentions at a time: all at once would take a hundred times the room of the result.
    """
    mentions, words, width = right.shape
    best_a = np.empty((len(left), mentions, words), dtype=np.float32)
    best_b = np.full((len(left), mentions, words), -np.inf, dtype=np.float32)
    for at in range(words):
        cosines = (left[:, at] @ right.reshape(-1, width).T).reshape(-1, mentions, words)
        best_a[:, :, at] = cosines.max(axis=2)
        np.maximum(best_b, cosines, out=best_b)
    return best_a, best_b


def _word_weights(reading: Reading, rarity: dict[str, float], with_names: bool) -> Matrix:
    """Weights (mentions, words) that sum to one a mention: rare and near words count most."""
    table = np.zeros(reading.word_vectors.shape[:2], dtype=np.float32)
    for row, context in enumerate(reading.contexts):
        names = {stem(name) for name in context.names}
        for column, (word, _) in enumerate(context.words):
            if with_names or word not in names:
                table[row, column] = rarity.get(word, 1.0) / (1 + column / NEARNESS)
    return np.asarray(table / np.maximum(table.sum(axis=1, keepdims=True), 1e-9), dtype=np.float32)


def _centred_cosine(a: Matrix, b: Matrix) -> Matrix:
    mean = (a.mean(axis=0) + b.mean(axis=0)) / 2
    return _unit(a - mean) @ _unit(b - mean).T


def _unit(vectors: Matrix) -> Matrix:
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(norms, 1e-9), dtype=np.float32)


def _nouns(left: Reading, right: Reading) -> list[Matrix]:
    nouns_a = [stem(fold(mention.noun)) if mention.noun else "" for mention in left.mentions]
    nouns_b = [stem(fold(mention.noun)) if mention.noun else "" for mention in right.mentions]
    a, b = np.array(nouns_a)[:, None], np.array(nouns_b)[None, :]
    both = (a != "") & (b != "")
    cosines = left.noun_vectors @ right.noun_vectors.T
    return [cosines, (both & (a == b)).astype(np.float32), (both & (a != b)).astype(np.float32)]


def _overlaps(left: Reading, right: Reading, weights: dict[str, float]) -> list[Matrix]:
    same = _name_table(left, right)
    near = _overlap(_sets(left, "near"), _sets(right, "near"), weights)
    wide = _overlap(_sets(left, "wide"), _sets(right, "wide"), weights)
    whole = _overlap(_sets(left, "stems"), _sets(right, "stems"), weights)
    names = _overlap(_sets(left, "names"), _renamed(_sets(right, "names"), same), weights)
    clause_a = _sets(left, "clause_names")
    clause_b = _renamed(_sets(right, "clause_names"), same)
    clause = _overlap(clause_a, clause_b, weights)
    named = np.outer([bool(names) for names in clause_a], [bool(names) for names in clause_b])
    clash = (named & (clause == 0)).astype(np.float32)
    owners = _shared(_sets(left, "owner"), _renamed(_sets(right, "owner"), same))
    apposed = _shared(_sets(left, "apposed"), _renamed(_sets(right, "apposed"), same))
    previous, _ = _shared(_neighbours(left, -1), _neighbours(right, -1))
    following, _ = _shared(_neighbours(left, 1), _neighbours(right, 1))
    return [near, wide, whole, names, clause, clash, *owners, *apposed, previous, following]


def _neighbours(reading: Reading, side: int) -> list[frozenset[str]]:
    """The first content word before or after each value, as a set of one, or of none."""
    found = []
    for context in reading.contexts:
        hole = context.spans[0]
        fits = [word for word, (start, _) in context.words if (start - hole[0]) * side > 0]
        found.append(frozenset(fits[:1]))
    return found


def _sets(reading: Reading, field: str) -> list[frozenset[str]]:
    return [getattr(context, field) for context in reading.contexts]


def _rarity(left: Reading, right: Reading) -> dict[str, float]:
    """Inverse document frequency of stems and names over the mentions' sentences of both articles."""
    counts: Counter[str] = Counter()
    total = 0
    for reading in (left, right):
        first: dict[int, Context] = {}
        for context in reading.contexts:
            first.setdefault(context.sentence, context)
        total += len(first)
        for context in first.values():
            counts.update(context.stems | context.names)
    return {word: math.log(1 + total / count) for word, count in counts.items()}


def _overlap(a: Sequence[frozenset[str]], b: Sequence[frozenset[str]], weights: dict[str, float]) -> Matrix:
    """Weighted cosine of word sets, pair by pair."""
    vocabulary = {word: at for at, word in enumerate(sorted(set().union(*a) & set().union(*b)))}
    norms_a, norms_b = _norms(a, weights), _norms(b, weights)
    table_a, table_b = _table(a, vocabulary, weights), _table(b, vocabulary, weights)
    return np.asarray((table_a @ table_b.T) / np.maximum(np.outer(norms_a, norms_b), 1e-9), dtype=np.float32)


def _norms(sets: Sequence[frozenset[str]], weights: dict[str, float]) -> Matrix:
    return np.sqrt([sum(weights.get(word, 1.0) ** 2 for word in words) for words in sets]).astype(np.float32)


def _table(sets: Sequence[frozenset[str]], vocabulary: dict[str, int], weights: dict[str, float]) -> Matrix:
    table = np.zeros((len(sets), len(vocabulary)), dtype=np.float32)
    for row, words in enumerate(sets):
        for word in words:
            if word in vocabulary:
                table[row, vocabulary[word]] = weights.get(word, 1.0)
    return table


def _name_table(left: Reading, right: Reading) -> dict[str, str]:
    """Names of the right article spelled as the left article spells them, where they are variants."""
    from rapidfuzz import fuzz, process

    known = sorted(set().union(*_sets(left, "names")))
    table = {}
    for name in set().union(*_sets(right, "names")) - set(known):
        if len(name) > 4 and (
            best := process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=SAME_NAME)
        ):
            table[name] = best[0]
    return table


def _renamed(sets: Iterable[frozenset[str]], table: dict[str, str]) -> list[frozenset[str]]:
    return [frozenset(table.get(name, name) for name in names) for names in sets]


def _places(left: Reading, right: Reading) -> list[Matrix]:
    same_frame, _ = _both(left.mentions, right.mentions, "frame")
    same_source, other_source = _both(left.mentions, right.mentions, "attribution")
    a = np.array([context.position for context in left.contexts])[:, None]
    b = np.array([context.position for context in right.contexts])[None, :]
    role_a = np.array([mention.sentence.role for mention in left.mentions])[:, None]
    role_b = np.array([mention.sentence.role for mention in right.mentions])[None, :]
    return [
        same_frame,
        same_source,
        other_source,
        np.abs(a - b).astype(np.float32),
        np.minimum(a, b).astype(np.float32),
        (role_a == role_b).astype(np.float32),
    ]


def _both(a: Sequence[Mention], b: Sequence[Mention], field: str) -> tuple[Matrix, Matrix]:
    """Where both mentions have the field: a shared content word, or none."""
    words_a, words_b = ([_field_stems(mention, field) for mention in side] for side in (a, b))
    return _shared(words_a, words_b)


def _shared(words_a: Sequence[frozenset[str]], words_b: Sequence[frozenset[str]]) -> tuple[Matrix, Matrix]:
    """Where both are there and share a word, and where both are there and share none."""
    shared = np.array([[bool(x & y) for y in words_b] for x in words_a])
    present = np.outer([bool(x) for x in words_a], [bool(y) for y in words_b])
    return (present & shared).astype(np.float32), (present & ~shared).astype(np.float32)


def _field_stems(mention: Mention, field: str) -> frozenset[str]:
    words = (fold(word) for word in (getattr(mention, field) or "").split())
    return frozenset(stem(word) for word in words if word not in STOP_WORDS)
