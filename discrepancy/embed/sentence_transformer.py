"""Any sentence-transformers model by name or folder, and the embedded one as it is exported."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from discrepancy.embed.adapter import merge_adapter
from discrepancy.embed.spans import Span, pool_tokens
from discrepancy.embed.weights import ADAPTER, locate_embedded_model
from discrepancy.errors import ModelError
from discrepancy.options import EMBEDDED_MODEL

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]


def load_embedded(device: str | None = None) -> Any:
    """The embedded model with its adapter: what is exported, and what runs without a graph."""
    model = _load(str(locate_embedded_model()), EMBEDDED_MODEL, device)
    merge_adapter(model[0].auto_model, ADAPTER)
    return model


def load_named(model: str) -> Any:
    """A SentenceTransformer by name or folder, on a GPU where there is one; ModelError where it fails."""
    return _load(model, model, None)


def _load(path: str, name: str, device: str | None) -> Any:
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # standard error belongs to the command line's own progress
        return SentenceTransformer(path, device=device, local_files_only=True)
    except (OSError, ValueError, ImportError, RuntimeError) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise ModelError(
            f"the embedding model {name!r} cannot be loaded: {reason}; "
            f"give the folder of a sentence-transformers model, or leave --model out for {EMBEDDED_MODEL}"
        ) from error


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
