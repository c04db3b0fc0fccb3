"""The embedded model -> an ONNX graph in the user's cache, made once and made anew when its sources change.

The graph's name holds the hash of the weights it was made from and the hash of its own content: a graph of
other weights is not found, one whose content has changed is not taken. Two processes that make it at once
write the same file, or two good ones.
"""

from __future__ import annotations

import logging
import os
import time
import warnings
from pathlib import Path
from typing import Any

from discrepancy.embed.atomic import drafting
from discrepancy.embed.fingerprint import fingerprint, hash_content
from discrepancy.embed.weights import hash_weights
from discrepancy.errors import ModelError
from discrepancy.user_cache import user_cache_folder

INPUTS = ("input_ids", "attention_mask")
OUTPUTS = ("token_states", "pooled")
_RECIPE = 1  # raised when graphs are made otherwise: those made before are then stale
_OPSET = 17
_DIGITS = 20  # of each hash in the name
_KEPT = 3  # graphs of 90 MB each, so that two installed versions do not make theirs anew in turn


class GraphError(ModelError):
    """The graph cannot be kept in the cache, or what is kept there cannot be run."""


_log = logging.getLogger(__name__)


def prepare(anew: bool = False) -> Path:
    """The graph of the embedded model; exported, which takes some seconds, where none can be trusted.

    Raises ModelError where the model is not installed, GraphError where the cache cannot be written.
    """
    folder, source = user_cache_folder() / "models", f"embedded-{_RECIPE}-{hash_weights()[:_DIGITS]}"
    try:
        for graph in sorted(folder.glob(f"{source}-*.onnx")):
            if not anew and _is_whole(graph):
                return graph
            graph.unlink(missing_ok=True)
        return _make(folder, source)
    except (OSError, RuntimeError) as error:  # RuntimeError: PyTorch could not write
        raise GraphError(
            f"it cannot be kept in {folder}: {(str(error).splitlines() or [repr(error)])[0]}; "
            "name a folder that can be written in DISCREPANCY_CACHE"
        ) from error


def _is_whole(graph: Path) -> bool:
    try:
        return fingerprint(graph)[:_DIGITS] == graph.stem.rpartition("-")[2]
    except OSError:
        return False


def _make(folder: Path, source: str) -> Path:
    started = time.perf_counter()
    _log.info("preparing the embedding model: some ten seconds, this once; 90 MB go to %s", folder)
    with drafting(folder) as place:
        draft = place / "graph.onnx"
        _export(draft)
        graph = draft.replace(folder / f"{source}-{hash_content(draft)[:_DIGITS]}.onnx")
    fingerprint(graph)  # so that the next run finds it known
    _forget_old(folder)
    _log.info("the embedding model is prepared: %.1f seconds", time.perf_counter() - started)
    return graph


def _export(draft: Path) -> None:
    """Token states and the pooled vector, exact float32, for any number of texts of any length.

    PyTorch's tracing exporter takes 2 seconds and needs `onnx`; the one through `torch.export` takes 6 to 11
    and needs `onnxscript` too, and their graphs run equally fast.
    """
    import torch

    from discrepancy.embed.sentence_transformer import load_embedded

    model = load_embedded(device="cpu").eval()
    example = model.tokenizer(["Two were hurt.", "Nobody was hurt."], padding=True, return_tensors="pt")
    axes = {"input_ids": {0: "text", 1: "token"}, "attention_mask": {0: "text", 1: "token"}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on tracing: what it fixes is the same for every text
        torch.onnx.export(
            _flatten(model),
            tuple(example[name] for name in INPUTS),
            os.fspath(draft),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes={**axes, "token_states": {0: "text", 1: "token"}, "pooled": {0: "text"}},
            opset_version=_OPSET,
            dynamo=False,
        )


def _flatten(model: Any) -> Any:
    """The model as a module that takes and gives tensors, where it takes and gives a dictionary."""
    import torch

    class Flat(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: Any, attention_mask: Any) -> tuple[Any, Any]:
            made = self.model({"input_ids": input_ids, "attention_mask": attention_mask})
            return made["token_embeddings"], made["sentence_embedding"]

    return Flat()


def _forget_old(folder: Path) -> None:
    graphs = sorted(folder.glob("embedded-*.onnx"), key=lambda graph: graph.stat().st_mtime, reverse=True)
    for graph in graphs[_KEPT:]:
        graph.unlink(missing_ok=True)
