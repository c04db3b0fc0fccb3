"""The embedded model by onnxruntime and tokenizers alone: a third of a second from import to first vector."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from discrepancy.embed.export import INPUTS, OUTPUTS, GraphError
from discrepancy.embed.spans import Span, pool_tokens
from discrepancy.embed.weights import locate_embedded_model
from discrepancy.errors import ModelError
from discrepancy.options import EMBEDDED_MODEL

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]

_STATES, _POOLED = OUTPUTS
BATCH = 16  # texts of like length together: larger batches are no faster on a CPU and take more memory


def load_graph(graph: Path) -> OnnxEncoder:
    """The encoder that a prepared graph and the model's tokenizer make; GraphError where they do not."""
    import onnxruntime
    from tokenizers import Tokenizer

    folder = locate_embedded_model()
    try:
        session = onnxruntime.InferenceSession(
            os.fspath(graph), _session_options(), providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_file(os.fspath(folder / "tokenizer.json"))
        limit = json.loads((folder / "sentence_bert_config.json").read_text("utf-8"))["max_seq_length"]
        mask = read_mask()
    except Exception as error:  # both libraries raise their own kinds, some of them bare
        raise GraphError(f"{graph} cannot be run: {(str(error).splitlines() or [repr(error)])[0]}") from error
    tokenizer.enable_truncation(int(limit))
    tokenizer.no_padding()  # the file asks for 128 tokens a text; batches are padded to their longest here
    return OnnxEncoder(session, tokenizer, mask)


def read_mask() -> str:
    """The mask of the embedded model, which its files tell without its being loaded."""
    path = locate_embedded_model() / "special_tokens_map.json"
    try:
        return str(json.loads(path.read_text("utf-8"))["mask_token"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{path} cannot be read: {error}; install {EMBEDDED_MODEL} anew") from error


def import_engine() -> None:
    """The libraries that `load_graph` is going to need."""
    import onnxruntime  # noqa: F401
    import tokenizers  # noqa: F401


def _session_options() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3  # errors, which are raised as well
    # Waiting threads sleep: spinning doubles the processor time and hastens nothing.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    threads = os.environ.get("OMP_NUM_THREADS", "")
    options.intra_op_num_threads = int(threads) if threads.isdecimal() else 0  # 0: one a core
    return options


@dataclass(frozen=True, slots=True)
class OnnxEncoder:
    """The embedded model as a graph; its vectors are those of sentence-transformers to four decimals."""

    session: Any
    tokenizer: Any
    mask: str

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors (n, d) float32 of unit length, pooled as the model was trained to be."""
        import numpy as np

        vectors = np.zeros((len(texts), self._width), dtype=np.float32)
        for rows, encoded in self._batches(texts):
            vectors[rows] = self._run(_POOLED, encoded)
        return vectors

    def encode_spans(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Vectors:
        """Vectors (n, k, d) float32; a span beyond the model's maximum length takes the text's mean."""
        import numpy as np

        deepest = max((len(row) for row in spans), default=0)
        pooled = np.zeros((len(texts), deepest, self._width), dtype=np.float32)
        for rows, encoded in self._batches(texts):
            states = self._run(_STATES, encoded)
            for row, tokens, text in zip(rows, states, encoded, strict=True):
                places = np.asarray(text.offsets)
                for column, span in enumerate(spans[row]):
                    pooled[row, column] = pool_tokens(tokens[: len(places)], places, span)
        return pooled

    @property
    def _width(self) -> int:
        return int(next(output.shape[-1] for output in self.session.get_outputs() if output.name == _POOLED))

    def _batches(self, texts: Sequence[str]) -> Iterator[tuple[list[int], list[Any]]]:
        """Places and encodings of texts of like length: padding is work thrown away."""
        encoded = self.tokenizer.encode_batch(list(texts))
        order = sorted(range(len(texts)), key=lambda row: len(encoded[row].ids))
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            yield rows, [encoded[row] for row in rows]

    def _run(self, output: str, encoded: Sequence[Any]) -> Vectors:
        """One output of the graph for a batch, the padding masked."""
        import numpy as np

        tokens = np.zeros((len(encoded), max(len(text.ids) for text in encoded)), dtype=np.int64)
        mask = np.zeros_like(tokens)
        for row, text in enumerate(encoded):
            tokens[row, : len(text.ids)] = text.ids
            mask[row, : len(text.ids)] = 1
        made = self.session.run([output], dict(zip(INPUTS, (tokens, mask), strict=True)))[0]
        return np.asarray(made, dtype=np.float32)
