"""An encoder that remembers: the vectors of texts met before, and no model asked where all are known.

What is kept together is what was asked for together, mostly an article: a text's vector differs in its last
bits with the company it was computed in, and a warm run must not differ from a cold one in anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from discrepancy.cache.store import Cache, make_key
from discrepancy.cache.versions import identify_model

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]

Span = tuple[int, int]
DTYPE = "<f4"  # as it is computed: half the precision would make warm runs differ from cold ones
HEADER = 16  # bytes: rows and width, little-endian


class Encoder(Protocol):
    """What is wrapped, and what comes out."""

    @property
    def mask(self) -> str: ...

    def encode(self, texts: Sequence[str]) -> Vectors: ...

    def encode_spans(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Vectors: ...


def remember_vectors(encoder: Encoder, folder: Path, cache: Cache) -> Encoder:
    """An encoder that asks another only what is new; that other itself where its model has no folder.

    `folder` is where the model lies: its files are part of what its vectors are kept under.
    """
    identity = identify_model(folder)
    return CachedEncoder(encoder, identity, cache) if identity else encoder


class CachedEncoder:
    """An encoder in front of another, which may load its model when it is first asked."""

    def __init__(self, encoder: Encoder, identity: str, cache: Cache) -> None:
        self._encoder = encoder
        self._identity = identity
        self._cache = cache

    @cached_property
    def mask(self) -> str:
        """The mask of the model behind."""
        key = make_key("mask", self._identity)
        kept = self._cache.get(key)
        if kept is None:
            kept = self._encoder.mask.encode("utf-8")
            self._cache.put(key, "model", kept)
        return kept.decode("utf-8")

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors (n, d) float32 of unit length, one a text."""
        key = make_key("texts", self._identity, texts)
        kept = self._cache.get(key)
        if kept is not None:
            return unpack(kept)
        vectors = self._encoder.encode(texts)
        self._cache.put(key, "vectors", pack(vectors))
        return vectors

    def encode_spans(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Vectors:
        """Vectors (n, k, d) float32 of unit length, each different span of a text kept once."""
        import numpy as np

        key = make_key("spans", self._identity, texts, spans)
        rows, columns, which = number_spans(spans)
        kept = self._cache.get(key)
        if kept is None:
            vectors = self._encoder.encode_spans(texts, spans)
            _, first = np.unique(which, return_index=True)
            self._cache.put(key, "vectors", pack(vectors[rows[first], columns[first]]))
            return vectors
        different = unpack(kept)
        width = max((len(row) for row in spans), default=0)
        vectors = np.zeros((len(texts), width, different.shape[1]), dtype=np.float32)
        vectors[rows, columns] = different[which]
        return vectors


def number_spans(
    spans: Sequence[Sequence[Span]],
) -> tuple[npt.NDArray[np.int_], npt.NDArray[np.int_], npt.NDArray[np.int_]]:
    """Row and column of every span, and which of the different ones it is, in order of appearance."""
    import numpy as np

    numbers: dict[tuple[int, Span], int] = {}
    cells = [
        (row, column, numbers.setdefault((row, (span[0], span[1])), len(numbers)))
        for row, asked in enumerate(spans)
        for column, span in enumerate(asked)
    ]
    rows, columns, which = np.array(cells, dtype=int).reshape(-1, 3).T
    return rows, columns, which


def pack(vectors: Vectors) -> bytes:
    """Vectors (n, d) as bytes: both lengths, then the numbers."""
    shape = (length.to_bytes(HEADER // 2, "little") for length in vectors.shape)
    return b"".join([*shape, vectors.astype(DTYPE).tobytes()])


def unpack(content: bytes) -> Vectors:
    """The vectors that were packed, as an array of one's own."""
    import numpy as np

    shape = [int.from_bytes(content[at : at + HEADER // 2], "little") for at in (0, HEADER // 2)]
    return np.frombuffer(content, dtype=DTYPE, offset=HEADER).reshape(shape).astype(np.float32)
