"""Texts -> unit vectors: the one room where an embedding model is loaded and run.

The embedded model runs as an ONNX graph, exported once and kept in the user's cache; every other model, and
the embedded one where no graph can be kept, runs through sentence-transformers. Both give the same vectors.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Protocol

from discrepancy.embed.spans import Span
from discrepancy.embed.weights import locate_embedded_model
from discrepancy.errors import ModelError
from discrepancy.options import EMBEDDED_MODEL
from discrepancy.user_cache import user_cache_folder

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]

__all__ = ["Encoder", "LateEncoder", "Span", "load_encoder", "locate_embedded_model", "prepare_model"]


class Encoder(Protocol):
    """Turns texts into unit vectors, whole or span by span."""

    @property
    def mask(self) -> str:
        """The word that stands for "a value" in this model's vocabulary."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors (n, d) float32 of unit length, one a text."""

    def encode_spans(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Vectors:
        """Vectors (n, k, d) float32 of unit length: the mean token state over each of k spans a text."""


@lru_cache(maxsize=2)
def _load(model: str) -> Encoder:
    return _load_embedded() if model == EMBEDDED_MODEL else _load_other(model)


def load_encoder(model: str = EMBEDDED_MODEL) -> Encoder:
    """Load a model: the embedded one, or a sentence-transformers model by name or folder.

    Raises ModelError where it is neither the embedded model, nor a folder, nor in the local cache.
    """
    return _load(model)


class LateEncoder:
    """A model that is loaded where it is first used, or from `begin` on beside whatever comes before that.

    Both raise what `load_encoder` raises.
    """

    def __init__(self, model: str) -> None:
        self._model = model
        self._begun = False
        self._loading: Thread | None = None

    def begin(self) -> None:
        """Open the embedded model's graph in a thread: reading its 90 MB takes none of Python's time.

        The imports stay here, for two threads that import at once can meet in each other's locks; and a first
        graph is made where the model is used.
        """
        if (
            self._begun
            or self._model != EMBEDDED_MODEL
            or not any((user_cache_folder() / "models").glob("*.onnx"))
        ):
            return
        from discrepancy.embed import export, onnx_graph

        self._begun = True
        with suppress(ModelError):  # raised where the model is used
            export.prepare()
            onnx_graph.import_engine()
            self._loading = Thread(target=self._try)
            self._loading.start()

    def _try(self) -> None:
        with suppress(Exception):  # raised where the model is used: what could not be loaded is loaded again
            load_encoder(self._model)

    @cached_property
    def _encoder(self) -> Encoder:
        if self._loading is not None:
            self._loading.join()
        return load_encoder(self._model)

    @property
    def mask(self) -> str:
        """The word that stands for "a value" in the model's vocabulary; that of the embedded one is known."""
        if self._model != EMBEDDED_MODEL:
            return self._encoder.mask
        from discrepancy.embed.onnx_graph import read_mask

        return read_mask()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As the model does it."""
        return self._encoder.encode(texts)

    def encode_spans(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Vectors:
        """As the model does it."""
        return self._encoder.encode_spans(texts, spans)


def prepare_model() -> Path:
    """The graph of the embedded model, exported if need be and seen to load; ModelError where it does not."""
    return _load_prepared()[1]


def _load_embedded() -> Encoder:
    """The prepared graph, made now where there is none; without it where it cannot be kept."""
    from discrepancy.embed.export import GraphError

    try:
        return _load_prepared()[0]
    except GraphError as error:
        logging.getLogger(__name__).warning("the embedding model is loaded the slow way: %s", error)
        from discrepancy.embed.sentence_transformer import SentenceTransformerEncoder, load_embedded

        return SentenceTransformerEncoder(load_embedded())


def _load_prepared() -> tuple[Encoder, Path]:
    from discrepancy.embed.export import GraphError, prepare
    from discrepancy.embed.onnx_graph import load_graph

    graph = prepare()
    try:
        return load_graph(graph), graph
    except GraphError:  # its bytes are those that were written, and yet it cannot be run
        graph = prepare(anew=True)
        return load_graph(graph), graph


def _load_other(model: str) -> Encoder:
    from discrepancy.embed.sentence_transformer import SentenceTransformerEncoder, load_named

    return SentenceTransformerEncoder(load_named(model))
